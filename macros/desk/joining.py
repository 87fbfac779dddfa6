"""One account more in a practice that the library has: read from its place as an import would, and decided on the same screen."""

from collections.abc import Mapping
from typing import Any

from macros.desk import beginning, untold
from macros.desk.cited import with_place
from macros.desk.drafts import Draft
from macros.desk.paragraphs import text_of
from macros.desk.state import Desk
from macros.editing.spans import NotWritten, added_item, edited
from macros.model.kinds import KINDS
from macros.reading.document import Document

# So many entries that have some words in their name are offered at once.
SHOWN = 20


def join(desk: Desk, draft: Draft, document: Document, cited: Mapping[str, Any]) -> tuple[int, bool]:
    """Puts what a place (`cited`: speech, at) tells into a practice's draft: a new account, or a place more in that of the speech; its number,
    and whether something was read. Raises `NotWritten`."""
    accounts = list(document.data.get("accounts") or ())
    known = next((i for i, each in enumerate(accounts) if isinstance(each, dict) and each.get("speech") == cited["speech"]), None)
    if known is None:
        return len(accounts), _new(desk, draft, document, cited)
    return known, _more(desk, draft, document, known, cited)


def _new(desk: Desk, draft: Draft, document: Document, cited: Mapping[str, Any]) -> bool:
    names = [name for name in (document.data.get("title"), *(document.data.get("aliases") or ())) if isinstance(name, str) and name]
    read = beginning.account(desk, names or [""], {"speech": str(cited["speech"]), "at": next(iter(cited.get("at") or ()), "")})
    if read:
        try:
            draft.say(added_item(document, ("accounts",), read))
        except NotWritten:
            read = None
    if not read:
        draft.say(edited(document, (), KINDS["practices"].model, {**document.data, "accounts": [*(document.data.get("accounts") or ()), dict(cited)]}))
    return bool(read)


def _more(desk: Desk, draft: Draft, document: Document, number: int, cited: Mapping[str, Any]) -> bool:
    """The account is there: what was said of its place is not lost."""
    speech, at = str(cited["speech"]), next(iter(cited.get("at") or ()), "")
    made = with_place(document.data, speech, at) if at else document.data
    text = text_of(desk.library, speech)
    if made == document.data:
        return False
    if text is None or not text.whole:
        draft.say(edited(document, (), KINDS["practices"].model, made))
        return False
    draft.say(untold.offered(document, made, number, at, text)[0])
    return True
