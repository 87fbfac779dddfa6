"""What a name is like among the names of entries."""

from collections import Counter
from collections.abc import Mapping
from itertools import chain

from macros.library.similarity import folded


class Titles:
    """The names of entries (id → title and aliases), to be asked for what a name is like."""

    def __init__(self, titles: Mapping[str, tuple[str, ...]]) -> None:
        self._names = [(entry_id, folded(name)) for entry_id, names in titles.items() for name in names]
        self._sizes = [len(_pairs(name)) for _, name in self._names]
        self._whole: dict[str, list[int]] = {}
        self._pairs: dict[str, list[int]] = {}
        for number, (_, name) in enumerate(self._names):
            self._whole.setdefault(name, []).append(number)
            for pair in _pairs(name):
                self._pairs.setdefault(pair, []).append(number)

    def resembling(self, name: str, most: int = 3) -> tuple[str, ...]:
        """The ids whose name is like `name`, the likest first."""
        wanted = folded(name)
        pairs = _pairs(wanted)
        shared: Counter[int] = Counter(chain.from_iterable(self._pairs.get(pair, ()) for pair in pairs))
        best: dict[str, float] = dict.fromkeys((self._names[i][0] for i in self._whole.get(wanted, ())), 1.0)
        for number, times in shared.items():
            entry_id, other = self._names[number]
            score = _likeness(wanted, other, 2 * times / (len(pairs) + self._sizes[number]))
            if score >= 0.5 and score > best.get(entry_id, 0.0):
                best[entry_id] = score
        return tuple(sorted(best, key=lambda entry_id: (-best[entry_id], entry_id))[:most])


def resembling(name: str, titles: Mapping[str, tuple[str, ...]], most: int = 3) -> tuple[str, ...]:
    """The ids (of `titles`: id → title and aliases) whose name is like `name`, the likest first."""
    return Titles(titles).resembling(name, most)


def _pairs(name: str) -> set[str]:
    """The pairs of neighbours in a folded name."""
    return {name[i:i + 2] for i in range(len(name) - 1)}


def _likeness(a: str, b: str, shared: float) -> float:
    """1 for one name; else what share of their pairs they have in common, at least .8 where one holds the other."""
    if a == b:
        return 1.0
    return max(shared, 0.8) if min(len(a), len(b)) >= 3 and (a in b or b in a) else shared
