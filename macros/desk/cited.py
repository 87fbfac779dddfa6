"""Which paragraphs of a speech practices tell of: there nobody is asked why it tells of none, and what was only proposed goes."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from macros.desk import untold
from macros.desk.acts import fill
from macros.desk.checking import marks
from macros.desk.drafts import Draft
from macros.desk.paragraphs import text_of
from macros.desk.state import Desk
from macros.editing.spans import NotWritten
from macros.model import locators
from macros.model.fields import PLACE, TO_CONFIRM, TO_FILL
from macros.reading.document import Document

_WHY = re.compile(r"outline\.(\d+)\.paragraphs\.(\d+)\.no_practice")
_PART = re.compile(r"outline\.(\d+)\.paragraphs\.(\d+)\.(?:no_practice|items\.(?P<item>\d+)(?:\.gist)?)")
_IN = re.compile(r"outline\.\d+\.paragraphs\.\d+(?:\.items\.\d+)?")


def told(desk: Desk, *, drafts: bool = True) -> Mapping[str, set[int]]:
    """The paragraphs that practices cite, by speech; with `drafts` as they are being written."""
    return {speech: {locators.parse(at)[0] for at in found} for speech, found in places(desk, drafts=drafts).items()}


def places(desk: Desk, *, drafts: bool = True) -> Mapping[str, set[str]]:
    """The places (`3`, `3.2`) that practices cite, by speech."""
    found: dict[str, set[str]] = {}
    for _, data in _practices(desk, drafts):
        for account in _accounts(data):
            given = account.get("at")
            found.setdefault(str(account.get("speech")), set()).update(at for at in (given if isinstance(given, list) else ()) if isinstance(at, str) and PLACE.fullmatch(at))
    return found


def telling(desk: Desk, speech: str) -> list[tuple[str, str]]:
    """The practices (id, name) that tell of a speech, drafts among them."""
    return [(pid, str(data.get("title") or pid)) for pid, data in _practices(desk, True) if any(account.get("speech") == speech for account in _accounts(data))]


def paragraph(data: Any, path: str) -> int | None:
    """The number of the paragraph whose reason for telling of no practice stands at a path; None for another path."""
    found = place(data, path) if _WHY.fullmatch(path) else None
    return int(found) if found else None


def place(data: Any, path: str) -> str | None:
    """The place (`3`, `3.2`) of the paragraph whose reason, or the item whose gist, stands at a path; None for another path."""
    step = _PART.fullmatch(path)
    if step is None or not isinstance(data, dict):
        return None
    sections = [section.get("paragraphs") or () for section in data.get("outline") or () if isinstance(section, dict)]
    number = sum(len(each) for each in sections[:int(step[1])]) + int(step[2]) + 1
    return f"{number}.{int(step['item']) + 1}" if step["item"] else str(number)


def stands(data: Any, path: str) -> str | None:
    """The place (`3`, `3.2`) of the paragraph, or the item, of a speech that a field lies in; None where it lies in none."""
    step = _IN.match(path)
    return place(data, f"{step.group()}.no_practice" if "items" not in step.group() else step.group()) if step else None


def settled(desk: Desk) -> None:
    """Takes away what was only proposed, or is open still, as a reason in a paragraph that a practice cites by now. The file is written
    where nobody is writing the speech; else the draft. Raises `OSError`."""
    written = False
    for speech, paragraphs in told(desk, drafts=False).items():
        there = desk.drafts.get("speeches", speech)
        origin = desk.library.catalog.origins.get(("speeches", speech))
        text = there.text if there else origin.document.text if origin else ""
        if "no_practice" not in text or not (TO_FILL in text or TO_CONFIRM in text):
            continue
        draft = desk.draft("speeches", speech)
        if draft:
            clean = not draft.changed
            if unasked(desk, draft, paragraphs):
                written |= _kept(desk, draft, save=clean)
    if written:
        desk.saved()


def unasked(desk: Desk, draft: Draft, paragraphs: set[int]) -> bool:
    """Takes the proposed reasons of these paragraphs out of a speech's draft; whether there were any."""
    document, data = desk.document(draft), desk.data(draft)
    if not isinstance(document, Document):
        return False
    proposed = {*marks(document, ()), *(path for path, value in _reasons(data) if value == TO_FILL)}
    gone = {path: "" for path in proposed if paragraph(data, path) in paragraphs}
    if not gone:
        return False
    try:
        fill(desk, draft, gone)
    except NotWritten:
        return False
    return True


def belongs(desk: Desk, practice: Draft, speech: str, at: str) -> bool:
    """A place more in a practice's account of a speech, with points to be worded for what it says. What its points rested on, while there was
    one place, they say themselves from now on. Whether it was written into the library at once: not where somebody is writing the practice.
    Raises `NotWritten`, `OSError`."""
    document, data = desk.document(practice), desk.data(practice)
    if not isinstance(document, Document) or not isinstance(data, dict):
        raise NotWritten("这个做法现在读不成表格")
    clean = not practice.changed
    made = with_place(data, speech, at)
    number = next(i for i, each in enumerate(made["accounts"]) if isinstance(each, dict) and each.get("speech") == speech)
    practice.say(document.text if made == data else untold.offered(document, made, number, at, text_of(desk.library, speech))[0])
    saved = _kept(desk, practice, save=clean)
    if saved:
        desk.saved()
    return saved


def with_place(data: dict[str, Any], speech: str, at: str) -> dict[str, Any]:
    """A practice's data with a place more in its account of a speech, which is made where it has none."""
    accounts = [dict(each) if isinstance(each, dict) else each for each in data.get("accounts") or ()]
    mine = next((each for each in accounts if isinstance(each, dict) and each.get("speech") == speech), None)
    if mine is None:
        accounts.append({"speech": speech, "at": [at]})
    elif at not in (places := list(mine.get("at") or ())):
        for name in ("points", "figures") if len(places) == 1 else ():
            if isinstance(mine.get(name), list):
                mine[name] = [{**part, "at": places} if isinstance(part, dict) and "at" not in part else part for part in mine[name]]
        mine["at"] = sorted([*places, at], key=locators.order) if all(PLACE.fullmatch(each) for each in places) else [*places, at]
    return {**data, "accounts": accounts}


def _kept(desk: Desk, draft: Draft, *, save: bool) -> bool:
    saved = False
    if save:
        saved = desk.put(draft) is None
    desk.drafts.keep(draft)
    return saved


def _practices(desk: Desk, drafts: bool) -> Iterator[tuple[str, dict[str, Any]]]:
    catalog = desk.library.catalog
    writing = {draft.entry_id: desk.data(draft) for draft in desk.drafts.all() if draft.kind == "practices"} if drafts else {}
    for pid in dict.fromkeys([*(i for kind, i in catalog.origins if kind == "practices"), *writing]):
        data = writing[pid] if pid in writing else catalog.data("practices", pid)
        if isinstance(data, dict) and not data.get("withdrawn"):
            yield pid, data


def _accounts(data: dict[str, Any]) -> list[dict[str, Any]]:
    accounts = data.get("accounts")
    return [each for each in accounts if isinstance(each, dict)] if isinstance(accounts, list) else []


def _reasons(data: Any) -> Iterator[tuple[str, str]]:
    for i, section in enumerate(data.get("outline") or () if isinstance(data, dict) else ()):
        for j, each in enumerate(section.get("paragraphs") or () if isinstance(section, dict) else ()):
            if isinstance(each, dict) and isinstance(each.get("no_practice"), str):
                yield f"outline.{i}.paragraphs.{j}.no_practice", each["no_practice"]
