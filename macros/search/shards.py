"""Pairs of neighbouring characters in the lines of bodies, for libraries too large to load whole.

Every pair of a folded line belongs to one of 256 shards. A shard is a string of `pair` + gaps between the
numbers of the lines that have it; lines are counted through all records, so that a reader's question
is held against single lines before any of them is loaded.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from operator import add, sub

SHARDS = 256
# A pair that more than one line in so many has tells nothing; it counts as being everywhere.
_EVERYWHERE = 4
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_"


def shard_of(pair: str) -> int:
    """The shard of a pair; the browser computes the same."""
    return (ord(pair[0]) * 31 + ord(pair[1])) % SHARDS


def split(lines: Sequence[str]) -> tuple[str, ...]:
    """The shards of folded `lines`, those of all records one after the other.

    One entry a line: the pair, then `*` or the gaps, each in base 32 with a high last digit.
    """
    having: dict[str, list[int]] = defaultdict(list)
    for i, line in enumerate(lines):
        for pair in set(map(add, line, line[1:])):
            having[pair].append(i)
    gap = list(map(_number, range(len(lines))))
    entries: list[list[str]] = [[] for _ in range(SHARDS)]
    for pair, numbers in having.items():
        gaps = "*" if len(numbers) * _EVERYWHERE > len(lines) else _gaps(numbers, gap)
        entries[shard_of(pair)].append(pair + gaps)
    return tuple("\n".join(sorted(found)) for found in entries)


def _gaps(numbers: list[int], gap: Sequence[str]) -> str:
    return "".join(map(gap.__getitem__, map(sub, numbers, [0, *numbers])))


def _number(value: int) -> str:
    """A number in base 32, most significant digit first; the last digit is one of the upper 32."""
    digits = [_DIGITS[32 + value % 32]]
    while value := value // 32:
        digits.append(_DIGITS[value % 32])
    return "".join(reversed(digits))


def frequencies(parts: Sequence[str]) -> Mapping[str, int]:
    """How many lines have each pair of the shards, for tests and for the curious."""
    return {line[:2]: sum(char in _DIGITS[32:] for char in line[2:]) for part in parts for line in part.splitlines()}
