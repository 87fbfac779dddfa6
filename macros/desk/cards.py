"""The decisions of one screen as cards: a field or an item each, with the words of the source that it is about."""

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from macros.desk.acts import fill
from macros.desk.alongside import Quote, marked, nearest, proposed
from macros.desk.decisions import Decision
from macros.desk.drafts import Draft
from macros.desk.figures import Passed, figure, passed
from macros.desk.filling import place_of
from macros.desk.form import Control, Group, Many, Part, form, part_at
from macros.desk.paragraphs import Text, text_of
from macros.desk.state import Desk
from macros.desk.wording import plain
from macros.editing.spans import at as value_at
from macros.model import locators
from macros.model.fields import PLACE, TO_FILL
from macros.model.kinds import KINDS

# Kinds of which a screen shows all fields, since none is read without the others: is the name right, if the kind is?
_WHOLE = ("sources", "organizations")
# So many topics an entry may have.
TOPICS = 3
_ITEM = re.compile(r"accounts\.\d+\.(?:points|figures)\.\d+")
_POINT = re.compile(r"accounts\.\d+\.points\.\d+")
_PLACE = re.compile(r"accounts\.\d+\.at\.\d+")
_ACCOUNT = re.compile(r"accounts\.\d+")
_PROGRESS = re.compile(r"accounts\.\d+\.progress")
_SORT = re.compile(r"accounts\.\d+\.(?P<sort>[a-z_]+)")
# What of a point stands before its words.
_BEFORE_WORDS = {"aspect": 0, "at": 1}
# Items that go where the source has no such thing.
_REMOVABLE = ("points", "figures", "unsaid", "items", "related")


@dataclass(frozen=True)
class Card:
    """What is decided in one go: `part` of the form, `label`, the paths to `confirm`, whether something is to be filled in, what the
    import says; `removable` is the item that goes where the source has no such thing, `clear` the field that may stay empty ("": none)."""

    part: Part
    label: str
    confirm: tuple[str, ...]
    open: bool
    why: str
    removable: str
    clear: str
    at: tuple[str, ...]
    quote: Quote | None

    @property
    def sort(self) -> str:
        """What the screen of an account shows it below: progress, points, figures; "" elsewhere."""
        found = _SORT.match(self.part.path)
        return found["sort"] if found else ""

    @property
    def rewritten(self) -> tuple[str, str] | None:
        """A mask as the source writes it and as the library does, where these differ: ×× and xx."""
        found = re.search("×+", self.quote.words) if self.quote else None
        return (found.group(), "x" * len(found.group())) if found else None

    @property
    def waits(self) -> bool:
        """Whether it is to be decided still: of an account's figures those that are stand there too."""
        return self.open or bool(self.confirm)

    @property
    def bare(self) -> bool:
        """Whether it is a place of an account that no point rests on."""
        return self.sort == "at"

    @property
    def several(self) -> bool:
        """Whether it is a list of names, each in a line of its own."""
        return isinstance(self.part, Group) and self.part.name == "topics"


@dataclass(frozen=True)
class Screen:
    """The cards of a screen, the speech beside them with their words marked, and, of an account, what its figures pass over."""

    cards: list[Card]
    text: Text | None
    passed: list[Passed]


def of_screen(desk: Desk, draft: Draft, screen: Sequence[Decision]) -> Screen:
    """What the screen of some decisions shows; with an account's, how far it got, all of its points and figures."""
    data = desk.data(draft)
    whole = form(KINDS[draft.kind].model, data)
    by_part: dict[str, list[Decision]] = {}
    for each in screen:
        by_part.setdefault(_part_of(each.path), []).append(each)
    account = _ACCOUNT.match(screen[0].path)
    if account:
        by_part |= {path: [] for path in _whole(data, account.group()) if path not in by_part}
        by_part = dict(sorted(by_part.items(), key=lambda each: _turn(each[0])))
    if draft.kind in _WHOLE:
        by_part |= {part.path: [] for part in whole.parts if isinstance(part, Control) and not part.odd and part.path not in by_part}
    text = text_of(desk.library, _speech(draft, data, screen[0].path))
    wanted = [(path, _places(data, path), _words(data, path)) for path in by_part]
    left = passed(text, _said(data, account.group()), _names(data, account.group())) if text and account else []
    text, quotes = marked(text, [*wanted, *((each.key, (each.at,), each.words) for each in left)]) if text else (None, {})
    for path, places, _ in wanted:
        if path not in quotes and _POINT.fullmatch(path):
            found = next((one for each in by_part[path] if (one := proposed(text, places, each.why))), None) or _told(data, path, text, places)
            quotes |= {path: found} if found else {}
    cards = [_card(desk, draft, whole, path, found, places, quotes.get(path)) for (path, found), (_, places, _) in zip(by_part.items(), wanted, strict=True)]
    return Screen(_as_read(cards) if account else cards, text, [replace(each, quote=quotes.get(each.key)) for each in left])


def _told(data: Any, path: str, text: Text | None, places: Sequence[str]) -> Quote | None:
    """The sentence that a point tells of in words of one's own."""
    own = str((_said(data, path) or {}).get("text") or "")
    return nearest(text, places, own) if text and own not in ("", TO_FILL) else None


def _as_read(cards: Sequence[Card]) -> list[Card]:
    """The cards of an account, its points in the order in which the text tells them, and counted so."""
    points = sorted((card for card in cards if card.sort == "points"), key=_stands)
    shown = iter(replace(card, label=f"{card.part.label} {i}") for i, card in enumerate(points, 1))
    return [next(shown) if card.sort == "points" else card for card in cards]


def _stands(card: Card) -> tuple[list[int], float]:
    at = card.quote.at if card.quote else next(iter(card.at), "")
    return list(locators.order(at)) if PLACE.fullmatch(at) else [], card.quote.start if card.quote else math.inf


def fronts(part: Group, several: bool = False) -> tuple[list[Part], list[Part]]:
    """The fields of an account's progress, point or figure that are shown at once, and those that may be written besides; where the
    account has `several` places, a point's own stands beside its words."""
    def first(each: Part) -> bool:
        if (isinstance(each, Control) and each.open) or (several and part.name == "points" and each.name == "at"):
            return True
        if part.name == "progress" or each.name in ("aspect", "text", "label"):
            return True
        if each.name == "value":
            return state in ("given", "")
        return (each.name == "raw" and (part.name == "figures" or each.filled)) or (each.name == "every" and each.filled)

    state = next((each.value for each in part.parts if isinstance(each, Control) and each.name == "state"), "")
    now = sorted((each for each in part.parts if first(each)), key=lambda each: _BEFORE_WORDS.get(each.name, len(_BEFORE_WORDS)))
    return now, [each for each in part.parts if not first(each)]


def left_out(desk: Desk, draft: Draft, account: str) -> list[Passed]:
    """What the places of an account count and none of its figures tells of."""
    data = desk.data(draft)
    text = text_of(desk.library, _speech(draft, data, account))
    return passed(text, _said(data, account), _names(data, account)) if text else []


def take(desk: Desk, draft: Draft, account: str, given: Mapping[str, str]) -> str:
    """Puts a figure more into an account, for words of its text; its path. Of the figure that is given (`on`) the words, and what it does not
    say yet. Raises `ValueError`, `spans.NotWritten`."""
    data = desk.data(draft)
    text = text_of(desk.library, _speech(draft, data, f"{account}.figures"))
    if text is None or not text.whole or not isinstance(data, dict):
        raise ValueError("这台电脑上没有放这一篇的全文：照抄的原文写法，在整条的“数字”里加一项，自己写上。")
    on = given.get("on", "")
    there = _said(data, on) if re.fullmatch(rf"{re.escape(account)}\.figures\.\d{{1,3}}", on) else None
    path = on if isinstance(there, dict) else f"{account}.figures.{len(_said(data, f'{account}.figures') or ())}"
    said = there if isinstance(there, dict) else {}
    fill(desk, draft, {f"{path}.{name}": value for name, value in figure(text, _said(data, account), given).items()
                       if name == "raw" or said.get(name.partition(".")[0]) in (None, "", TO_FILL)})
    return path


def _whole(data: Any, account: str) -> Iterator[str]:
    """The parts that the screen of an account shows, decided or not: what is red there is seen, and can be changed."""
    yield f"{account}.progress"
    for name in ("points", "figures"):
        yield from (f"{account}.{name}.{i}" for i in range(len(_said(data, f"{account}.{name}") or ())))


def _names(data: Any, account: str) -> list[str]:
    """What a speech may call the practice: its name, the other ones, and that of the account."""
    told = [data.get("title"), *(data.get("aliases") or ()), (_said(data, account) or {}).get("name")]
    return [name for name in told if isinstance(name, str) and name and name != TO_FILL]


def _turn(path: str) -> tuple[int, int]:
    """The order of an account's cards: how far it got, its points, its figures."""
    sort, number = _SORT.match(path), path.split(".")[3:4]
    return ("progress", "points", "figures").index(sort["sort"]) if sort and sort["sort"] in ("progress", "points", "figures") else -1, int(number[0]) if number and number[0].isdigit() else 0


def _card(desk: Desk, draft: Draft, whole: Group, path: str, found: Sequence[Decision], places: tuple[str, ...], quote: Quote | None) -> Card:
    part = part_at(whole, path) or whole
    if isinstance(part, Many) and path == "topics":
        part = _several(part)
    numbered = path.rpartition(".")[2].isdigit()
    removable = path if isinstance(part, Group) and path.split(".")[-2:-1] in ([name] for name in _REMOVABLE) else ""
    clear = path if isinstance(part, Control) and not part.required and not part.listed else ""
    why = "；".join(dict.fromkeys(plain(each.why, desk.library.called) for each in found if each.why))
    return Card(part, f"{part.label} {int(path.rpartition('.')[2]) + 1}" if numbered else part.label, tuple(each.path for each in found if each.confirm),
                any(not each.confirm for each in found), why, removable, clear, places, quote)


def _part_of(path: str) -> str:
    """The part of a form that is shown to decide a field: of a point or a figure all of it, of the progress its words too."""
    found = _ITEM.match(path) or _PROGRESS.match(path)
    if found:
        return found.group()
    if path.startswith("topics"):
        return "topics"
    above = path.rpartition(".")[0]
    return above if above.rpartition(".")[2].isdigit() and above.split(".")[-2:-1] in ([name] for name in _REMOVABLE) else path


def _several(part: Many) -> Part:
    """A list of names as one group, with blanks for as many as there may be: the main one first."""
    first = [each for each in part.items if isinstance(each, Control)]
    blanks = [replace(part.blank, path=f"{part.path}.{i}") for i in range(len(first), TOPICS)] if isinstance(part.blank, Control) else []
    parts = tuple(replace(each, listed=False, required=i == 1, label=f"{part.label}{i}") for i, each in enumerate([*first, *blanks], 1))
    return Group(part.path, part.name, part.label, part.meaning, True, parts)


def places(data: Any, account: str) -> list[str]:
    """Where an account says that its speech tells of the practice; nothing for what is no account."""
    given = (_said(data, account) or {}).get("at") if _ACCOUNT.fullmatch(account) else None
    return [str(at) for at in given] if isinstance(given, list) else []


def there(data: Any, path: str) -> bool:
    """Whether an entry has something at a path."""
    return _said(data, path) is not None


def _said(data: Any, path: str) -> Any:
    place = place_of(path)
    try:
        return value_at(data, place) if place else None
    except (LookupError, TypeError):
        return None


def _cited(data: Any, path: str) -> Any:
    """Where an entry cites a speech, for one of its fields: that account, else the first."""
    steps = path.split(".")
    name = steps[0] if steps[0] in ("accounts", "at", "named_in") else next((n for n in ("accounts", "at", "named_in") if isinstance(_said(data, n), list)), "accounts")
    one = _said(data, f"{name}.{steps[1] if steps[0] == name and len(steps) > 1 else 0}")
    return one if isinstance(one, dict) else {}


def _speech(draft: Draft, data: Any, path: str) -> str:
    return draft.entry_id if draft.kind == "speeches" else str(_cited(data, path).get("speech"))


def _places(data: Any, path: str) -> tuple[str, ...]:
    """The places that a part rests on: its own, else those of its account; of one of these places that one."""
    if _PLACE.fullmatch(path):
        return (str(_said(data, path)),)
    own = _said(data, f"{path}.at") if _ITEM.fullmatch(path) else None
    given = own if isinstance(own, list) and own else _cited(data, path).get("at")
    return tuple(map(str, given)) if isinstance(given, list) else ()


def _words(data: Any, path: str) -> str:
    """The words of the source that a part is about, as the entry writes them."""
    part = _said(data, path)
    names = ("raw", "text") if _ITEM.fullmatch(path) else ("cue",) if _PROGRESS.fullmatch(path) else ()
    return next((value for name in names if isinstance(part, dict) and isinstance(value := part.get(name), str) and value), "")


def above(whole: Group, path: str) -> Iterator[str]:
    """What a part lies in, for the person's bearings: 各家做法 1."""
    at: Part = whole
    told: list[str] = []
    for each in path.split("."):
        below = at.parts if isinstance(at, Group) else (*at.items, at.blank) if isinstance(at, Many) else ()
        at = next((part for part in below if part.path.rpartition(".")[2] == each), at)
        if each.isdigit() and told:
            told[-1] = f"{told[-1]} {int(each) + 1}"
        elif at.label:
            told.append(at.label)
    yield from told[:-1]
