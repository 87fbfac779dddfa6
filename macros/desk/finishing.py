"""What is finished at the desk: nothing to decide in it, nothing red. It is written into the library when one goes on, and a line says so."""

from macros.desk import cited, helps
from macros.desk.decisions import decisions
from macros.desk.drafts import Draft
from macros.desk.library import data_of
from macros.desk.state import Desk
from macros.importing.drafts import HEAD
from macros.reading.document import Document, parse
from macros.runtime import reasons

Key = tuple[str, str]
# So long it is waited for the rules that look at the whole library.
PATIENCE = 4


def decided(desk: Desk, draft: Draft) -> bool:
    """Whether nothing is to be decided in an entry any more."""
    document = desk.document(draft)
    return isinstance(document, Document) and not decisions(document, draft.kind, draft.entry_id, cited.told(desk) if draft.kind == "speeches" else {})


def red(desk: Desk, draft: Draft) -> bool:
    """Whether something is wrong in an entry still, or may be: not all was looked through."""
    told, whole = desk.checker.check(draft, PATIENCE)
    return not whole or any(each.error for each in told)


def tidied(desk: Desk, draft: Draft) -> None:
    """What an import wrote as help goes from an entry of which everything is decided."""
    if HEAD in draft.text and decided(desk, draft):
        draft.say(helps.without(draft.text, draft.kind, desk.library.path(draft.kind, draft.entry_id)))


def write(desk: Desk, draft: Draft) -> str:
    """Writes an entry into the library, as its own button does; why it could not be, in Chinese, "" where it was."""
    try:
        tidied(desk, draft)
        if desk.put(draft):
            return "别处也改了这一条"
        desk.drafts.keep(draft)
        desk.saved()
        if draft.kind == "practices":
            cited.settled(desk)
    except OSError as error:
        return f"写不进去，{reasons.of(error).why}"
    return ""


def left(desk: Desk, here: Key) -> None:
    """Writes what is finished and is not the entry of the page that one goes to: what was to be decided of an import, and nothing else;
    an entry that one changes by its form has a button of its own."""
    for draft in desk.drafts.all():
        if (draft.kind, draft.entry_id) != here and _waited(desk, draft) and decided(desk, draft) and not red(desk, draft):
            why = write(desk, draft)
            desk.finished.append((draft.kind, draft.entry_id, why))


def _waited(desk: Desk, draft: Draft) -> bool:
    """Whether there was something to decide in an entry as its file has it."""
    if draft.base is None:
        return HEAD in draft.text
    document = parse(draft.base.encode(), desk.library.path(draft.kind, draft.entry_id))
    if not isinstance(document, Document) or data_of(document, draft.kind, draft.entry_id) is None:
        return False
    return HEAD in draft.base or bool(decisions(document, draft.kind, draft.entry_id))
