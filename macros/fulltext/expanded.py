"""What a source says that a term stands for, where a list of ours has it otherwise: halves that were exchanged, a word altered,
or what the source says of the term beside it."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import combinations
from typing import NamedTuple

from macros.fulltext.verbatim import Part, Texts, stands
from macros.library.similarity import folded
from macros.text import kept

# What a list consists of: all between two of these.
_RUN = re.compile("[^、，。；：！？（）,;:!?()“”\"\n]+")
# Terms beside each other in quotes, and what they stand for in brackets behind them.
_NAMED = re.compile("(?P<terms>(?:[“\"][^“”\"]{1,12}[”\"]、?){2,})[一-鿿]{0,8}[（(](?P<all>[^（）()]+)[）)]")
_QUOTED = re.compile("[“\"]([^“”\"]+)[”\"]")
# Less of a longer run may be anything.
_TELLING = 4
BEGINNING = 2
_GROUP = re.compile("[，；,;]")


class Other(NamedTuple):
    """Words of ours, and what the source has instead, in the part of this label."""

    ours: str
    theirs: str
    label: str


def other(term: str, items: Sequence[str], texts: Texts) -> Other | None:
    """How a term's items differ from what the source lists, as far as that is beyond doubt."""
    strange = [item for item in items if not texts.has(item)]
    if not strange:
        return next(_of_another(term, items, texts), None)
    return next(_crossed(strange, texts), None) or next(_altered(strange, texts), None)


def _crossed(strange: Sequence[str], texts: Texts) -> Iterator[Other]:
    """Two items whose ends the source has the other way round: 思想上带头、履职上带领."""
    for part in texts.cited:
        for one, two, (first, second) in crossed(strange, part.text):
            yield Other(f"{one}、{two}", "、".join(sorted((first, second), key=part.text.find)), part.label)


def crossed(strange: Sequence[str], text: str) -> Iterator[tuple[str, str, tuple[str, str]]]:
    """Two of some words whose ends a text has the other way round, with what it has instead."""
    alike = [(words, runs) for words in strange if (runs := _begun(text, words[:BEGINNING]))]
    for (one, firsts), (two, seconds) in combinations(alike, 2):
        length = len(one) + len(two)
        yield from ((one, two, (first, second)) for first in firsts if first not in (one, two) and first[-1] == two[-1] for second in seconds
                    if len(first) + len(second) == length and second[-1] == one[-1] and second not in (one, two) and _exchange(one, two, first, second))


def _exchange(one: str, two: str, first: str, second: str) -> bool:
    return any(first[i:] == two[len(two) - len(first) + i:] and second == two[:len(two) - len(first) + i] + one[i:]
               for i in range(1, len(first)) if first[:i] == one[:i])


def _begun(text: str, beginning: str) -> list[str]:
    """What stands between the separating signs of a text and begins so; of a longer run its ends as well, since words may stand before
    and behind a list."""
    runs = [run for run in _members(text) if beginning in run] if len(beginning) == BEGINNING else []
    whole = [run for run in runs if run.startswith(beginning)]
    ends = [run[at.start():] for run in runs for at in re.finditer(re.escape(beginning), run[:len(run) - _TELLING + BEGINNING]) if at.start()]
    return list(dict.fromkeys((*whole, *ends, *(run[:n] for run in whole for n in range(_TELLING, len(run))))))


@lru_cache(maxsize=kept.PARAGRAPHS)
def _members(text: str) -> tuple[str, ...]:
    return tuple(run for run in _RUN.findall(text) if len(run) >= _TELLING)


def _altered(strange: Sequence[str], texts: Texts) -> Iterator[Other]:
    """An item that is one of the source's of the same length, but for less than half of its characters."""
    for item in strange:
        length = len(folded(item))
        alike = [(_same(item, run) - (0 if whole else length // 6), run, part) for part in texts.cited for run, whole in _runs(part, length)]
        common, run, part = max(alike, key=lambda each: each[0], default=(0, "", None))
        if part and common * 2 > length:
            yield Other(item, run, part.label)


def _runs(part: Part, length: int) -> Iterator[tuple[str, bool]]:
    """All of so many characters that one or both ends of a list's member bound, and whether both do."""
    for run in _RUN.findall(part.text):
        if len(run) == length:
            yield run, True
        elif len(run) > length >= _TELLING:
            yield from ((run[:length], False), (run[-length:], False))


def _same(ours: str, theirs: str) -> int:
    return sum(a == b for a, b in zip(folded(ours), folded(theirs), strict=False))


def _of_another(term: str, items: Sequence[str], texts: Texts) -> Iterator[Other]:
    """Items that the source gives for the term beside this one: of three terms in quotes, what three groups in brackets say."""
    for part in texts.cited:
        for m in _NAMED.finditer(part.text):
            terms, groups = [folded(each) for each in _QUOTED.findall(m["terms"])], _GROUP.split(m["all"])
            if len(terms) != len(groups) or folded(term) not in terms:
                continue
            own = groups[terms.index(folded(term))]
            strangers = not any(stands(item, own) for item in items) and any(all(stands(item, group) for item in items) for group in groups)
            parts = own.split("、") if all(stands(item, own) for item in items) else []
            if strangers or not all(any(stands(each, item) or stands(item, each) for item in items) for each in parts):
                yield Other("、".join(items), own, part.label)
