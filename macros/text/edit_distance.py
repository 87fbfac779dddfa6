"""The nearest right value to a wrong one, for messages that say what to write."""

from collections import Counter
from collections.abc import Iterable

# Nobody misspells a name of this length; a longer one is a sentence in the wrong place.
_LONGEST = 80


def distance(a: str, b: str, limit: int | None = None) -> int:
    """Edits (insert, delete, replace, swap neighbours) that turn `a` into `b`.

    Above `limit` it stops counting and answers a number larger than it.
    """
    if limit is not None and abs(len(a) - len(b)) > limit:
        return limit + 1
    before: list[int] = []
    last = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        row = [i]
        for j, y in enumerate(b, 1):
            cost = min(row[j - 1] + 1, last[j] + 1, last[j - 1] + (x != y))
            if i > 1 and j > 1 and x == b[j - 2] and a[i - 2] == y:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        if limit is not None and min(row) > limit and min(last) > limit:
            return limit + 1
        before, last = last, row
    return last[-1]


def nearest(wrong: str, right: Iterable[str]) -> str | None:
    """The candidate with the fewest edits, or None when none is near.

    Near means at most half of the characters in Chinese words, and a third in Latin ones, where
    any two ids share many letters.
    """
    if len(wrong) > _LONGEST:
        return None
    share = 3 if wrong.isascii() else 2
    letters = Counter(wrong.lower())
    best: tuple[int, str] | None = None
    for candidate in sorted({r for r in right if r}, key=lambda r: (abs(len(r) - len(wrong)), r)):
        allowed = max(1, max(len(wrong), len(candidate)) // share)
        limit = allowed if best is None else min(allowed, best[0])
        if abs(len(candidate) - len(wrong)) > limit or _missing(letters, candidate.lower()) > limit:
            continue
        found = distance(wrong.lower(), candidate.lower(), limit)
        if found <= limit and (best is None or (found, candidate) < best):
            best = found, candidate
    return best[1] if best else None


def _missing(letters: Counter[str], word: str) -> int:
    """How many of these letters `word` lacks: at least so many edits apart, and counted much faster."""
    return sum(max(0, n - word.count(letter)) for letter, n in letters.items())
