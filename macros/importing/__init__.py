"""From the file that an editor has to drafts of a source, its speeches and practices.

read (docx, txt, md, html → one plain text) → segment (speeches, paragraphs, items, masks)
→ candidates → drafts → write. `segments` needs nothing but the standard library, because the pages
and the check read `data/originals/` with it too.
"""
