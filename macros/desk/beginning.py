"""A practice, or an account more of one, that is begun from a place of a speech: named and filled in as an import would, so that what it says is decided and not looked for."""

from collections.abc import Mapping, Sequence
from itertools import islice

from macros.desk.paragraphs import original_of
from macros.desk.state import Desk
from macros.editing.yaml_text import curly
from macros.fulltext.segments import SpeechText
from macros.importing import accounts, ahead
from macros.importing.candidates import candidates
from macros.importing.place import Place
from macros.importing.quotes import unquoted
from macros.importing.topical import Topics
from macros.library.similarity import folded
from macros.model import locators
from macros.model.fields import PLACE
from macros.runtime import today

# So many names are offered for a place.
_NAMES = 4


def names(desk: Desk, given: Mapping[str, str]) -> list[tuple[str, bool]]:
    """What is like a name of a practice at a place (`speech`, `at`) and none of the library has, the surest first, each with whether it is sure."""
    text = _text(desk, given)
    if text is None:
        return []
    known = {folded(title) for title in desk.library.titles("practices").values()}
    found = {folded(each.name): each for each in sorted(candidates(text), key=lambda each: each.sure) if _within(each.place, given["at"]) and folded(each.name) not in known}
    return [(each.name, each.strong) for each in islice(reversed(found.values()), _NAMES)]


def draft(desk: Desk, title: str, given: Mapping[str, str]) -> str | None:
    """The text of a new practice's file: what its place says is proposed, what a person decides is open; None where the full text is not here."""
    text = _text(desk, given)
    if text is None:
        return None
    catalog = desk.library.catalog
    return accounts.practice(curly(title), [_place(text, given)], (), (), catalog, Topics(catalog), today.here())


def account(desk: Desk, called: Sequence[str], given: Mapping[str, str]) -> str | None:
    """The text of an account more of a practice that is there, read as an import reads it: `called` are its names, the first its title;
    None where the full text is not here."""
    text = _text(desk, given)
    if text is None:
        return None
    place = _place(text, given)
    words = unquoted(place.passages[0].text)
    return accounts.account(place, next((name for name in called if unquoted(name) in words), called[0]))


def _place(text: SpeechText, given: Mapping[str, str]) -> Place:
    """The place (`speech`, `at`) of a speech, all of which is about one practice."""
    at = given["at"]
    number, _ = locators.parse(at)
    passage = text.passages[number - 1]
    heading = next((section.heading for section in text.sections if any(each.number == number for each in section.passages)), None)
    frame = (*((heading,) if heading else ()), text.title, text.passages[0].text)
    plans = frozenset((at,)) if ahead.place(passage, at, heading) else frozenset()
    return Place(given["speech"], (at,), (passage,), frame, ((at, ""),), plans)


def _text(desk: Desk, given: Mapping[str, str]) -> SpeechText | None:
    """The speech of a place, where it is here and has that place."""
    at = given.get("at", "")
    text = original_of(desk.library, given.get("speech", "")) if PLACE.fullmatch(at) else None
    if text is None:
        return None
    number, item = locators.parse(at)
    there = number <= len(text.passages) and (item or 0) <= len(text.passages[number - 1].items)
    return text if there else None


def _within(place: str, at: str) -> bool:
    return place == at or place.startswith(f"{at}.")
