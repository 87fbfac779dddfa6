"""What differs between two states of a text or of a list, piece by piece."""

import re
from collections.abc import Callable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import TypeVar

_SENTENCE = re.compile(r"[^。！？；]*[。！？；]+[”’」』）)]*|[^。！？；]+$")
# Below this likeness (of 0 to 1) one thing was taken away and another added; above, it was reworded.
_ALIKE = 0.4
# A few characters are alike by chance.
_SHORT, _ALIKE_SHORT = 8, 0.75
# More items than this on both sides are not held against each other.
_MOST = 2500

T = TypeVar("T")
Pair = tuple[T | None, T | None]


def sentences(text: str) -> list[str]:
    """The sentences of a text, each with its stop."""
    return [part.strip() for part in _SENTENCE.findall(text) if part.strip()]


def reworded(label: str, was: str, now: str) -> Iterator[str]:
    """Which sentence of a text was changed, added or taken away, one a line."""
    old, new = sentences(was), sentences(now)
    if len(old) == len(new) == 1:
        yield f"{label}：{was} → {now}"
        return
    told = False
    for before, after in paired(old, new, lambda sentence: sentence):
        told = True
        if before is None:
            yield f"{label}加了一句：{after}"
        elif after is None:
            yield f"{label}删了一句：{before}"
        else:
            yield f"{label}改了一句：{before} → {after}"
    if not told:
        yield f"{label}里的句子换了次序：{was} → {now}"


def paired(was: Sequence[T], now: Sequence[T], words: Callable[[T], str]) -> Iterator[Pair[T]]:
    """What is not the same in both, in the order of `now`: (old, new), (nothing, new), then (old, nothing).

    `words` is what two items are recognised by: those whose words are most alike are one item, changed.
    """
    gone, come = _without(was, now), _without(now, was)
    partner: dict[int, int] = {}
    likeness = sorted(((_likeness(words(old), words(new)), -j, -i) for i, old in enumerate(gone) for j, new in enumerate(come)),
                      reverse=True) if len(gone) * len(come) <= _MOST else []
    for alike, minus_j, minus_i in likeness:
        if alike and -minus_j not in partner and -minus_i not in partner.values():
            partner[-minus_j] = -minus_i
    for j, new in enumerate(come):
        yield gone[partner[j]] if j in partner else None, new
    for i, old in enumerate(gone):
        if i not in partner.values():
            yield old, None


def _without(some: Sequence[T], others: Sequence[T]) -> list[T]:
    """What stands in `some` more often than in `others`."""
    left, kept = list(others), []
    for item in some:
        if item in left:
            left.remove(item)
        else:
            kept.append(item)
    return kept


def _likeness(one: str, other: str) -> float:
    """How alike two texts are; 0 when too little to be the same thing."""
    ratio = SequenceMatcher(None, one, other, autojunk=False).ratio()
    return ratio if ratio >= (_ALIKE_SHORT if min(len(one), len(other)) < _SHORT else _ALIKE) else 0
