"""Words of a Chinese text that have an opposite: 增加 and 减少, 线上 and 线下, 固定 and 流动. Knows no entry."""

import re
from functools import lru_cache
from typing import NamedTuple

from macros.text import kept

_PAIRS = (
    ("增加|增设|增多|充实|扩充|扩大", "减少|精简|压缩|削减|缩减|裁减|缩小"), ("线上", "线下"), ("党外", "党内"), ("固定", "流动"), ("集中", "分散"),
    ("纵向", "横向"), ("内部", "外部"), ("事前", "事后"), ("会前", "会后"), ("课前", "课后"), ("开放式", "封闭式"), ("无偿|免费", "有偿|收费"),
    ("自愿", "强制"), ("专职", "兼职"), ("主动", "被动"), ("提前", "推迟|延后"), ("加强|强化", "削弱|弱化|淡化"), ("支持|鼓励", "限制|禁止"),
)
_SIDES = {word: (axis, side) for axis, pair in enumerate(_PAIRS) for side, words in enumerate(pair) for word in words.split("|")}
_FOUND = re.compile(f"(?=[{''.join(sorted({word[0] for word in _SIDES}))}])(?:{'|'.join(sorted(_SIDES, key=len, reverse=True))})")


class Word(NamedTuple):
    """A word that has an opposite: `side` is 0 or 1 of its `axis`."""

    start: int
    end: int
    text: str
    axis: int
    side: int


@lru_cache(maxsize=kept.STATEMENTS)
def opposites(text: str) -> tuple[Word, ...]:
    """The words of a text that have an opposite."""
    return tuple(Word(m.start(), m.end(), m.group(), *_SIDES[m.group()]) for m in _FOUND.finditer(text))
