"""Which clause of a source says what a clause of ours says: by the pairs of characters that both have."""

import re
from bisect import bisect_left
from functools import lru_cache
from operator import add
from typing import NamedTuple

from macros.text import kept

_ENDS = "，。；！？,;!?\n"
_CLAUSE, _END = re.compile(f"[^{_ENDS}]+"), re.compile(f"[{_ENDS}]")
_CHINESE = re.compile("[一-鿿]{2,}")
# Pairs that say nothing of what a clause is about.
_EMPTY = frozenset({"每年", "每月", "一次", "两次", "至少", "不少", "少于", "以上", "召开", "开展", "组织", "进行", "一个", "委员", "政协", "建立", "参加", "工作", "活动"})


class Clause(NamedTuple):
    """A clause of a text, from `start` to `end`."""

    start: int
    end: int
    text: str


@lru_cache(maxsize=kept.PARAGRAPHS)
def clauses(text: str) -> tuple[Clause, ...]:
    return tuple(Clause(m.start(), m.end(), m.group()) for m in _CLAUSE.finditer(text))


def clause_at(text: str, offset: int) -> Clause:
    """The clause that has the character at `offset`; all of the text where a sign between clauses stands there."""
    if text[offset:offset + 1] in _ENDS:  # beyond the end as well
        return Clause(0, len(text), text)
    ends = _signs(text)
    number = bisect_left(ends, offset)
    start, end = ends[number - 1] + 1 if number else 0, ends[number]
    return Clause(start, end, text[start:end])


# Several rules ask for the clauses of the same statements and paragraphs.
@lru_cache(maxsize=kept.STATEMENTS)
def _signs(text: str) -> tuple[int, ...]:
    """Where the clauses of a text end."""
    return (*(m.start() for m in _END.finditer(text)), len(text))


def sentence_at(text: str, offset: int) -> str:
    """The sentence, up to its full stop, that has the character at `offset`."""
    return text[text.rfind("。", 0, offset) + 1:].partition("。")[0]


def clause_before(text: str, offset: int) -> str:
    """What the clause that has the character at `offset` says before it."""
    clause = clause_at(text, offset)
    return clause.text[:offset - clause.start]


def every_pair(text: str) -> frozenset[str]:
    """The pairs of characters of a text, those too that say nothing of what it is about."""
    return frozenset([pair for run in _CHINESE.findall(text) for pair in map(add, run, run[1:])])


def pairs(text: str, start: int = 0, end: int = 0) -> frozenset[str]:
    """The pairs of characters of a text that tell what it is about, without those of characters `start` to `end`."""
    found = every_pair(text[end:]) - _EMPTY
    return found | (every_pair(text[:start]) - _EMPTY) if start else found


def shared(said: frozenset[str], *texts: str) -> frozenset[str]:
    """Those of the `pairs` of a text that others have as well."""
    joined = "\n".join(texts)  # which no pair crosses
    return frozenset([pair for pair in said if pair in joined])
