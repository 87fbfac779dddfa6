"""What a text that is divided is called, and each of its speeches."""

import re
from collections.abc import Sequence
from dataclasses import replace

from macros.fulltext.blocks import Block
from macros.fulltext.lines import key, unnumbered
from macros.fulltext.segments import Collection, SpeechText
from macros.importing.division import signs, units
from macros.importing.division.doubtful import Missing
from macros.importing.division.front import Beginning


def collection(made: Collection, head: Sequence[Block], beginnings: Sequence[Beginning], missing: Sequence[Missing], spelled: Sequence[tuple[str, str]],
               wished: Sequence[str]) -> Collection:
    """The speeches of a text with the name of the whole, which stands in `head`, and each with its title: as the editor says
    (`wished`), as it was read, or as the contents name the one speech that has none at its place. What of the contents is
    not there, or is `spelled` otherwise there, is a note."""
    early = [replace(b, text=cell, row=False) for b in head for cell in (signs.cells(b.text) if b.row else (b.text,))]
    names = [b for b in early if not signs.masthead(b.text) and not signs.label(b.text) and not units.alone(b.text) and signs.short(b) and not signs.site(b.text)]
    name = next((b.text for b in names if signs.collection(b.text)), names[0].text if names else "")
    speeches = []
    for i, speech in enumerate(made.speeches):
        read = beginnings[i].title if i < len(beginnings) else ""
        said = wished[i] if i < len(wished) else ""
        speeches.append(SpeechText(said or read or speech.title or _listed(i, beginnings, missing), speech.line, speech.sections))
    notes = [f"目录里的“{lost.title}”在正文里没有找到，这一篇没有分出来" for lost in missing if not any(same_title(lost.title, speech.title) for speech in speeches)]
    notes += [f"目录里的“{listed}”，正文里写作“{title}”，照正文的写" for listed, title in spelled if _letters(listed) != _letters(title) and any(title == speech.title for speech in speeches)]
    notes += [f"第{order}篇没有认出正文段落" for order, speech in enumerate(speeches, 1) if not speech.passages]
    return Collection(name if len(speeches) > 1 else speeches[0].title, tuple(speeches), made.left_out, tuple(notes))


def _listed(i: int, beginnings: Sequence[Beginning], missing: Sequence[Missing]) -> str:
    """The title in the contents of a speech that has none in the text, where no other can be meant."""
    if i >= len(beginnings):
        return ""
    here = [lost for lost in missing if lost.after < beginnings[i].line < lost.before]
    others = [b for b in beginnings if not b.title and here and here[0].after < b.line < here[0].before]
    return here[0].title if len(here) == len(others) == 1 else ""


def _letters(title: str) -> str:
    """A title without blanks and quotation marks: what differs in them alone is one spelling."""
    return re.sub("[\\s“”\"‘’']", "", key(unnumbered(title)))


def same_title(one: str, other: str) -> bool:
    """Whether two spellings are one title."""
    return key(unnumbered(one)) == key(unnumbered(other))
