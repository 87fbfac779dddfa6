"""The nearest right value to a wrong one, for messages that say what to write."""

from collections.abc import Iterable


def distance(a: str, b: str) -> int:
    """Edits (insert, delete, replace, swap neighbours) that turn `a` into `b`."""
    before: list[int] = []
    last = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        row = [i]
        for j, y in enumerate(b, 1):
            cost = min(row[j - 1] + 1, last[j] + 1, last[j - 1] + (x != y))
            if i > 1 and j > 1 and x == b[j - 2] and a[i - 2] == y:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        before, last = last, row
    return last[-1]


def nearest(wrong: str, right: Iterable[str]) -> str | None:
    """The candidate with the fewest edits, or None when all differ in more than half."""
    ranked = sorted((distance(wrong.lower(), r.lower()), r) for r in right if r)
    if ranked and ranked[0][0] <= max(1, max(len(wrong), len(ranked[0][1])) // 2):
        return ranked[0][1]
    return None
