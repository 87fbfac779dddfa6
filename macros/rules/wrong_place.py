"""An account, a point of it, or a term whose words all stand in another paragraph or item than the one it cites."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from typing import NamedTuple

from macros.findings import Finding
from macros.fulltext import placed, remembered
from macros.fulltext.likewise import pairs
from macros.fulltext.originals import Originals, says
from macros.fulltext.remembered import gathered
from macros.fulltext.segments import SpeechText
from macros.fulltext.statements import blanked
from macros.fulltext.verbatim import stands
from macros.library.catalog import Catalog
from macros.model import locators
from macros.model.accounts import Account
from macros.model.inline_links import Place
from macros.model.vocabulary import Scope
from macros.rules.rule import Rule

# One quotation may be wrong by itself; two that stand together elsewhere are a wrong place.
_ENOUGH = 2
_QUOTED, _QUOTES = re.compile("“[^”]*”"), re.compile("[“”]")
_PARTS = re.compile("[、，；]")


class Moved(NamedTuple):
    """A place that is wrong: where it stands in the practice, what is wrong with it and what to write."""

    place: Place
    message: str
    cure: str


def check_against_text(catalog: Catalog, originals: Originals) -> Iterator[Finding]:
    for (kind, entry_id), wrong in _all(catalog, originals).items():
        yield from (catalog.finding(kind, entry_id, each.place, RULE.code, each.message, each.cure) for each in wrong)


def moved(catalog: Catalog, originals: Originals) -> Mapping[str, frozenset[int]]:
    """The practices of which accounts cite a wrong place, each with these accounts."""
    return {pid: frozenset(int(each.place[1]) for each in found if each.place[2] == "at") for (kind, pid), found in _all(catalog, originals).items() if kind == "practices"}


def _all(catalog: Catalog, originals: Originals) -> Mapping[tuple[str, str], tuple[Moved, ...]]:
    return gathered(catalog, originals, RULE.code, ("practices", "terms"), lambda kind, entry_id: _OF[kind](catalog, originals, entry_id))


def _of_practice(catalog: Catalog, originals: Originals, pid: str) -> Iterator[Moved]:
    wholes: dict[str, frozenset[str]] = remembered.shared(catalog, originals).setdefault("pairs", {})

    def pairs_of(sid: str, speech: SpeechText) -> frozenset[str]:
        return wholes.get(sid) or wholes.setdefault(sid, placed.every(speech))

    for i, account in enumerate(catalog.practices[pid].accounts):
        speech = originals.speech(account.speech)
        if speech is None:
            continue
        whole = partial(pairs_of, account.speech, speech)
        if number := _elsewhere(speech, account):
            words = "”“".join(_quoted(account))
            at = "、".join(f"第{locators.parse(each)[0]}段" for each in account.at)
            yield Moved(("accounts", i, "at"), f"“{words}”都不在所引的{at}，都在第{number}段", _cure(str(number)))
            continue
        if found := placed.elsewhere(speech, _said(account), _cited(account), whole):
            yield Moved(("accounts", i, "at"), *_otherwise(account.at, found))
            continue
        for j, point in enumerate(account.points):
            if point.at and (found := placed.elsewhere(speech, _pairs(point.text, point.raw), point.at, whole)):
                yield Moved(("accounts", i, "points", j, "at"), *_otherwise(point.at, found))


def _of_term(catalog: Catalog, originals: Originals, term_id: str) -> Iterator[Moved]:
    """Places of a term where neither it nor what it stands for stands, though another place of the speech has it."""
    term = catalog.terms[term_id]
    parts = [*_PARTS.split(term.term), *_PARTS.split(blanked(term.expansion or ""))]
    for i, citation in enumerate(term.at):
        speech = originals.speech(citation.speech)
        if speech is None or any(_has(parts, text) for at in citation.at for text in placed.around(speech, at)):
            continue
        there = [number for p in speech.passages for number, text in (*placed.items_of(speech, p.number), (str(p.number), "\n".join(p.texts))) if _has(parts[:1], text)]
        if there:
            yield Moved(("at", i, "at"), f"所引的 {'、'.join(citation.at)} 没有“{_QUOTES.sub('', parts[0])}”，{there[0]} 才有", _cure(there[0]))


def _has(words: Iterable[str], text: str) -> bool:
    return any(stands(each, text) for each in words if each)


_OF = {"practices": _of_practice, "terms": _of_term}


def _cure(place: str) -> str:
    return f"是不是出处写错了？核对后写成 at: [\"{place}\"]"


def _otherwise(at: tuple[str, ...], found: placed.Elsewhere) -> tuple[str, str]:
    return f"所引的 {'、'.join(at)} 没有讲这些，{found.place} 才讲：“{found.words}”", _cure(found.place)


def _cited(account: Account) -> list[str]:
    inside = (*(point.at for point in account.points), *(figure.at for figure in account.figures))
    return [*account.at, *(each for at in inside for each in at or ())]


def _said(account: Account) -> frozenset[str]:
    """What the points and figures of an account speak of, those with places of their own aside."""
    return frozenset(pair for point in account.points if not point.at for pair in _pairs(point.text, point.raw)) \
        | frozenset(pair for figure in account.figures if not figure.at for pair in _pairs("", figure.raw))


def _pairs(text: str, raw: str | None) -> frozenset[str]:
    # What is quoted is looked for as it is.
    return pairs(_QUOTED.sub("，", blanked(text))) | pairs(raw or "")


def _elsewhere(speech: SpeechText, account: Account) -> int | None:
    words = _quoted(account)
    if len(words) < _ENOUGH:
        return None
    cited = locators.numbers(account.at)
    inside = [p.text for p in speech.passages if p.number in cited]
    if not inside or any(says(text, each) for text in inside for each in words):
        return None
    return next((p.number for p in speech.passages if p.number not in cited and all(says(p.text, each) for each in words)), None)


def _quoted(account: Account) -> list[str]:
    """What the account quotes from its own places, letter by letter."""
    cue = account.progress.cue if account.progress.scope is Scope.LOCAL else None
    words = [cue, *(f.raw for f in account.figures if not f.at), *(p.raw for p in account.points if not p.at)]
    return list(dict.fromkeys(each for each in words if each))


RULE = Rule(
    code="wrong-place",
    title="段号或项号写错了",
    why="照抄的几处话都在另一段，讲的事都在另一项，多半是段号、项号写错了；读者点开出处，看到的是别的话；术语的出处也一样（本机有全文时才能查）。",
    wrong='at: ["4"]，而依据和数字都在第3段',
    right='at: ["3"]',
    check_against_text=check_against_text,
    exemptible=True,
)
