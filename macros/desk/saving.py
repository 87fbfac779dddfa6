"""A draft becomes what its file holds, where nobody else has changed the entry meanwhile."""

from dataclasses import dataclass

from macros.desk.drafts import Draft
from macros.desk.library import Library, data_of, prefix_of
from macros.editing.spans import NotWritten, added, edited
from macros.model.kinds import KINDS
from macros.reading.document import Document, parse
from macros.runtime import writing
from macros.runtime.writing import Changed


@dataclass(frozen=True)
class Clash:
    """Somebody else has changed the entry: what its file holds now (None: it is gone). Nothing was written."""

    now: str | None


def put(library: Library, draft: Draft) -> Clash | None:
    """Writes a draft into its file; afterwards that is what the draft began from.

    Another change of the same file, in another entry or a comment, is kept. Raises `OSError` where the disk refuses.
    """
    kind, entry_id = draft.kind, draft.entry_id
    now = library.text(kind, entry_id)
    if now is None and library.file(kind, entry_id).exists():
        return Clash("")
    text = draft.text if now == draft.base else brought_over(library, draft, now)
    if text is None:
        return Clash(now)
    file = library.file(kind, entry_id)
    try:
        if now is None:
            writing.create(file, text.encode())
        else:
            writing.replace(file, text.encode(), now.encode())
    except (Changed, FileExistsError):
        return Clash(library.text(kind, entry_id))
    draft.base = draft.text = text
    return None


def brought_over(library: Library, draft: Draft, now: str | None) -> str | None:
    """The text of a file that changed underneath, with the draft's entry in it; None where that entry changed too."""
    if now is None:
        return None
    path, kind, entry_id = library.path(draft.kind, draft.entry_id), draft.kind, draft.entry_id
    was, there, wanted = (parse(text.encode(), path) if text is not None else None for text in (draft.base, now, draft.text))
    if not isinstance(there, Document) or not isinstance(wanted, Document):
        return None
    new = data_of(wanted, kind, entry_id)
    old = data_of(was, kind, entry_id) if isinstance(was, Document) else None
    present = data_of(there, kind, entry_id)
    if present == new:
        return now
    if present != old:
        return None
    try:
        if present is None:
            return added(there, entry_id, KINDS[kind].model, new)
        return edited(there, prefix_of(kind, entry_id), KINDS[kind].model, new)
    except NotWritten:
        return None
