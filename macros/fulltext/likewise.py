"""Which clause of a source says what a clause of ours says: by the pairs of characters that both have."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

_CLAUSE = re.compile("[^，。；！？\n]+")
_SIGN = re.compile("[一-鿿]")
# Pairs that say nothing of what a clause is about.
_EMPTY = frozenset({"每年", "每月", "一次", "两次", "至少", "不少", "少于", "以上", "召开", "开展", "组织", "进行", "一个", "委员", "政协", "建立", "参加", "工作", "活动"})


class Clause(NamedTuple):
    """A clause of a text, from `start` to `end`."""

    start: int
    end: int
    text: str


@lru_cache(maxsize=4096)
def clauses(text: str) -> tuple[Clause, ...]:
    return tuple(Clause(m.start(), m.end(), m.group()) for m in _CLAUSE.finditer(text))


def clause_at(text: str, offset: int) -> Clause:
    """The clause that has the character at `offset`."""
    return next((clause for clause in clauses(text) if clause.start <= offset < clause.end), Clause(0, len(text), text))


def pairs(text: str, start: int = 0, end: int = 0) -> frozenset[str]:
    """The pairs of characters of a text that tell what it is about, without those of characters `start` to `end`."""
    return frozenset(_pairs(text[:start])) | frozenset(_pairs(text[end:]))


def _pairs(text: str) -> Iterator[str]:
    return (text[i:i + 2] for i in range(len(text) - 1)
            if _SIGN.match(text[i]) and _SIGN.match(text[i + 1]) and text[i:i + 2] not in _EMPTY)
