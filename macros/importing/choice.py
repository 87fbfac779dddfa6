"""Which of the names become drafts: the sure ones without more words, never more than a dozen unasked; or those that an editor names."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from macros.importing.candidates import Candidate
from macros.library.similarity import folded

# More drafts than one fills in at a sitting.
UNASKED = 12
# A heading names what its paragraphs are about.
_HEADED = 0.1
_PLANNED = 0.2


@dataclass(frozen=True)
class Take:
    """What an editor says of the names: all, none, or some by their numbers; `called` gives folded names of the text the titles that
    their drafts are to have. `Take()` says nothing."""

    every: bool = False
    numbers: frozenset[int] | None = None
    called: Mapping[str, str] = field(default_factory=dict)

    @property
    def said(self) -> bool:
        return self.every or self.numbers is not None


@dataclass(frozen=True)
class Choice:
    """Every name (folded) with its number in the report, and those that are drafted or get an account.

    `left` are the sure ones beyond the dozen, which an editor may still take.
    """

    numbers: Mapping[str, int] = field(default_factory=dict)
    taken: frozenset[str] = frozenset()
    left: tuple[str, ...] = ()
    unknown: tuple[int, ...] = ()


def read(said: str) -> Take | None:
    """What `--take` says: all, none, or numbers with commas; None where it says neither."""
    word = said.strip().lower()
    if word in ("all", "全部"):
        return Take(every=True)
    if word in ("none", "无"):
        return Take(numbers=frozenset())
    parts = [part for part in re.split(r"[,，、\s]+", word) if part]
    if not parts or not all(re.fullmatch(r"[1-9][0-9]{0,5}", part) for part in parts):
        return None
    return Take(numbers=frozenset(map(int, parts)))


def choose(speeches: Iterable[Iterable[Candidate]], take: Take, existing: Iterable[str]) -> Choice:
    """The choice among the names of all speeches. `existing` are folded names of entries: these need no draft, so none is counted."""
    best: dict[str, Candidate] = {}
    of: dict[str, int] = {}
    told: set[str] = set()
    for speech, candidate in ((n, c) for n, found in enumerate(speeches) for c in found):
        key = folded(candidate.name)
        of.setdefault(key, speech)
        if not candidate.planned:
            told.add(key)
        if key not in best or candidate.sure > best[key].sure:
            # The place in the order stays that of the first.
            best[key] = candidate if candidate.under or key not in best else replace(candidate, under=best[key].under)
        elif candidate.under and not best[key].under:
            best[key] = replace(best[key], under=candidate.under)
    # What the library has changes no number of what the text names.
    order = sorted(best, key=lambda key: best[key].known is not None)
    numbers = {key: number for number, key in enumerate(order, 1)}
    if take.said:
        wanted = take.numbers if take.numbers is not None else frozenset(numbers.values())
        taken = frozenset(key for key, number in numbers.items() if number in wanted)
        return Choice(numbers, taken, (), tuple(sorted(wanted - set(numbers.values()))))
    there = set(existing)
    known = {key for key in order if best[key].strong and (key in there or best[key].known)}
    # What is only planned comes after what there is.
    value = {key: best[key].sure + _HEADED * bool(best[key].under) - _PLANNED * (key not in told) for key in best}
    surest = sorted((key for key in order if best[key].strong and key not in known), key=lambda key: (-value[key], numbers[key]))
    # Each speech in turn: a dozen of the first one's would leave the others without any.
    turns: dict[str, int] = {}
    seen: dict[int, int] = {}
    for key in surest:
        turns[key] = seen[of[key]] = seen.get(of[key], -1) + 1
    new = sorted(surest, key=lambda key: (key not in told, turns[key], -value[key], numbers[key]))
    return Choice(numbers, frozenset({*known, *new[:UNASKED]}), tuple(new[UNASKED:]))
