"""Words of a Chinese text that have an opposite: 增加 and 减少, 线上 and 线下, 固定 and 流动. Knows no entry."""

import re
from functools import lru_cache
from typing import NamedTuple

from macros.text import kept
from macros.text.beginnings import any_of

_PAIRS = (
    ("增加|增设|增多|充实|扩充|扩大", "减少|精简|压缩|削减|缩减|裁减|缩小"), ("线上", "线下"), ("党外", "党内"), ("固定", "流动"), ("集中", "分散"),
    ("纵向", "横向"), ("内部", "外部"), ("事前", "事后"), ("会前", "会后"), ("课前", "课后"), ("开放式", "封闭式"), ("无偿|免费", "有偿|收费"),
    ("自愿", "强制"), ("专职", "兼职"), ("主动", "被动"), ("提前", "推迟|延后"), ("加强|强化", "削弱|弱化|淡化"), ("支持|鼓励", "限制|禁止"),
)
# Both sides in one word: 党内外, 会前后.
_BOTH = {"党内外": "党内", "内外部": "内部", "会前后": "会前", "课前后": "课前", "事前后": "事前", "线上下": "线上", "纵横向": "纵向", "专兼职": "专职"}
_SIDES = {word: (axis, side) for axis, pair in enumerate(_PAIRS) for side, words in enumerate(pair) for word in words.split("|")}
_WORDS = sorted((*_SIDES, *_BOTH), key=len, reverse=True)
_FOUND = re.compile(any_of(_WORDS))
# What may stand between the two sides where a text names both: 线上和线下.
_BETWEEN = re.compile("[、和与及跟同或/／·—-]?(?:以及)?")


class Word(NamedTuple):
    """A word that has an opposite: `side` is 0 or 1 of its `axis`."""

    start: int
    end: int
    text: str
    axis: int
    side: int


@lru_cache(maxsize=kept.STATEMENTS)
def opposites(text: str) -> tuple[Word, ...]:
    """The words of a text that have an opposite; one that names both sides (党内外) is given for each."""
    found = [Word(m.start(), m.end(), m.group(), axis, each) for m in _FOUND.finditer(text)
             for axis, side in (_SIDES[_BOTH.get(m.group(), m.group())],) for each in ((0, 1) if m.group() in _BOTH else (side,))]
    return tuple(found)


def both(word: Word, text: str) -> bool:
    """Whether a text names the opposite side together with a word of it: 党内外, 线上和线下, 会前、会后."""
    return any(other.axis == word.axis and other.side != word.side and (other.start == word.start or _BETWEEN.fullmatch(text[min(word.end, other.end):max(word.start, other.start)]))
               for other in opposites(text))
