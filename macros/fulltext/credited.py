"""Whose words a clause of ours tells that begins with a body's name: what only another body of the same entry says is not its own."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from macros.fulltext.likewise import clause_at, pairs
from macros.fulltext.statements import Ground
from macros.fulltext.wording import words_around

# A clause ends here, where others are spoken of, or with the next name; names with no more than this between them share what follows.
_STOP = re.compile("[；。！？\n]|，(?:别的|别家|其[他余]的?)(?:发言|单位|[几各]家|家)")
_JOINED = re.compile("[、和与及以，]*")
# Words of the library, and of how far something has come: they tell nothing of who says it.
_PLAIN = frozenset({"打算", "计划", "探索", "提出", "讲到", "说到", "谋划", "当作", "作为", "写明", "说明", "原文", "隐去", "次数", "文隐", "数原", "没有", "这一", "一项", "的一",
                    "坚持", "准备", "名称", "安排", "一种", "另一"})
COMPARES = re.compile("不同|不是|没有|区别|有别|而不|别家|对照|各自|原文")
# So many pairs of characters that only another body's texts have, or three characters in a row; of its own there may be one in four.
_SURE, _SHARE = 3, 4


class Clause(NamedTuple):
    """What is said of one body, or of several at once: from `start` of the first name, `text` behind the last one."""

    start: int
    name: str
    bodies: tuple[str, ...]
    text: str


class Credit(NamedTuple):
    """A clause that tells what `body` says, in the words of its paragraph."""

    clause: Clause
    body: str
    ground: Ground
    theirs: str


def clauses(text: str, named: Sequence[tuple[int, int, str]]) -> Iterator[Clause]:
    """The clauses of a text, each with the bodies that it begins with; `named` are the names in it: start, end, body."""
    group: list[tuple[int, int, str]] = []
    for i, (start, end, body) in enumerate(named):
        group.append((start, end, body))
        following = named[i + 1][0] if i + 1 < len(named) else len(text)
        if i + 1 < len(named) and _JOINED.fullmatch(text[end:following]):
            continue
        stop = _STOP.search(text, end, following)
        yield Clause(group[0][0], text[group[0][0]:group[0][1]], tuple(each for *_, each in group), text[end:stop.start() if stop else following])
        group = []


def otherwise(found: Clause, told: Mapping[str, Sequence[Ground]], words: Mapping[str, str]) -> Credit | None:
    """The body that says what a clause tells of others, where nothing of it is theirs; `told` and `words` are the paragraphs of each
    body and our own words for them."""
    if any(body not in told for body in found.bodies) or COMPARES.search(found.text):
        return None
    said = pairs(found.text) - _PLAIN
    own = "\n".join((*(ground.text for body in found.bodies for ground in told[body]), *(words.get(body, "") for body in found.bodies)))
    mine = {pair for pair in said if pair in own}
    best: tuple[int, Credit] | None = None
    for body in (each for each in told if each not in found.bodies):
        # In its paragraphs, since our own words could be those that are wrong.
        there = {pair: ground for pair in sorted(said - mine) for ground in told[body] if pair in ground.text}
        left = sum(1 for pair in mine if pair not in words.get(body, "") and not any(pair in ground.text for ground in told[body]))
        if not _sure(found.text, there) or left * _SHARE > len(there) or (best and best[0] >= len(there)):
            continue
        ground, at = max(((ground, m.start()) for pair, ground in there.items() for m in re.finditer(pair, ground.text)),
                         key=lambda each: (sum(pair in clause_at(each[0].text, each[1]).text for pair in there), -each[1]))
        best = len(there), Credit(found, body, ground, words_around(ground.text, at, at + 2))
    return best[1] if best else None


def _sure(text: str, there: Mapping[str, Ground]) -> bool:
    return len(there) >= _SURE or any(text[i:i + 3] in ground.text for pair, ground in there.items() for i in (text.index(pair),) if text[i + 1:i + 3] in there)
