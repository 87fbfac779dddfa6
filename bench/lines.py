"""Who says some words, quickly, in a library of any size."""

from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate


class Lines:
    """Texts of a line each, with the id that each belongs to."""

    def __init__(self, texts: Iterable[tuple[str, str]]) -> None:
        found = list(texts)
        self._ids = [each for each, _ in found]
        self._lines = [text for _, text in found]
        self._all = "\n".join(self._lines)
        self._starts = [0, *accumulate(len(line) + 1 for line in self._lines)]

    def having(self, *words: str) -> frozenset[str]:
        """The ids that have a line with all of `words`."""
        first = max(words, key=len)
        ids, place = set(), self._all.find(first)
        while place >= 0:
            line = bisect_right(self._starts, place) - 1
            if all(word in self._lines[line] for word in words):
                ids.add(self._ids[line])
            place = self._all.find(first, self._starts[line + 1])
        return frozenset(ids)
