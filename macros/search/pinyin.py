"""Pinyin for the browser, small: a table of single characters, and words where the table errs.

A character gets the reading that it most often has in the library's names. Where a name needs
another one (调研 diao, 协调 tiao), the word that tells is listed; longer words win.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import groupby

_LONGEST = 4
_HAN = re.compile("[\u3400-\u9fff]")
_TONES = str.maketrans("āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüńňǹḿế", "aaaaeeeeiiiioooouuuuvvvvvnnnme", "\u0304\u030c\u0300\u0301")

# Where pypinyin's word list errs or has a gap, in words that such libraries use.
CORRECTIONS: Mapping[str, str] = {
    "长效": "chang xiao", "长期": "chang qi", "长远": "chang yuan", "长廊": "chang lang",
    "组长": "zu zhang", "会长": "hui zhang", "街长": "jie zhang", "楼长": "lou zhang",
    "会计划": "hui ji hua", "都会": "dou hui", "行长": "hang zhang", "同行": "tong xing",
}
_SINGLE = {"长": "chang", "调": "diao", "行": "xing", "重": "zhong", "会": "hui", "都": "du", "单": "dan"}


def level_one() -> str:
    """The 3,755 common characters of GB 2312 in its order, which is that of pinyin."""
    codes = (bytes((high, low)) for high in range(0xB0, 0xD8) for low in range(0xA1, 0xFF))
    return b"".join(list(codes)[:3755]).decode("gb2312")


@cache
def _readings() -> Mapping[str, str]:
    """The first reading of every character that is known."""
    from pypinyin.constants import PINYIN_DICT

    return {chr(code): _plain(marked.split(",")[0]) for code, marked in PINYIN_DICT.items()} | _SINGLE


@cache
def _words() -> Mapping[str, tuple[str, ...]]:
    """Words up to four characters, and how each of their characters is read in them."""
    from pypinyin.constants import PHRASES_DICT

    known = {word: tuple(_plain(readings[0]) for readings in marked)
             for word, marked in PHRASES_DICT.items() if len(word) <= _LONGEST}
    return known | {word: tuple(marked.split()) for word, marked in CORRECTIONS.items()}


def _plain(marked: str) -> str:
    return marked.translate(_TONES)


@cache
def _ambiguous() -> frozenset[str]:
    """Characters that some word reads otherwise than their first reading."""
    single = _readings()
    return frozenset(char for word, readings in _words().items()
                     for char, reading in zip(word, readings, strict=True) if single.get(char) != reading)


@dataclass(frozen=True)
class Table:
    """What the browser needs to read Chinese.

    `runs` are readings with counts (`a2ai13…`) along `level_one()`; `more` are characters beyond it
    (`reading` + characters); `words` overrule single characters.
    """

    single: Mapping[str, str]
    words: Mapping[str, tuple[str, ...]]

    def read(self, text: str) -> list[str]:
        """One reading for each character of `text`; an empty one where it is not Chinese."""
        readings = [self.single.get(char, "") for char in text]
        for start, end, found in _spans(text, self.words):
            readings[start:end] = found
        return readings

    @property
    def runs(self) -> str:
        along = groupby(self.single[char] for char in level_one())
        return "".join(f"{reading}{len(list(group))}" for reading, group in along)

    @property
    def more(self) -> str:
        by_reading = defaultdict(list)
        common = set(level_one())
        for char, reading in self.single.items():
            if char not in common:
                by_reading[reading].append(char)
        return "".join(reading + "".join(sorted(chars)) for reading, chars in sorted(by_reading.items()))

    def slug(self, title: str) -> str:
        """The id that `title` suggests: `168工作模式` → `168-gong-zuo-mo-shi`."""
        parts = (f"-{reading}-" if reading else char.lower() if char.isascii() and char.isalnum() else "-"
                 for char, reading in zip(title, self.read(title), strict=True))
        return re.sub("-+", "-", "".join(parts)).strip("-")


def table(names: Iterable[str]) -> Table:
    """The table that reads all `names` right, as far as pypinyin knows words."""
    full = Table(_readings(), _words())
    right = {name: full.read(name) for name in names}
    told: dict[str, Counter[str]] = defaultdict(Counter)
    for name, readings in right.items():
        for char, reading in zip(name, readings, strict=True):
            told[char][reading] += 1
    single = {char: full.single[char] for char in level_one()}
    single |= {char: counted.most_common(1)[0][0] for char, counted in told.items() if char in full.single}
    return Table(single, dict(sorted(_exceptions(right, single).items())))


def _exceptions(right: Mapping[str, list[str]], single: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """The words without which single characters would be read wrong in the names."""
    found: dict[str, tuple[str, ...]] = {}
    for name in right:
        for start, end, told in _spans(name, _words()):
            if any(single[char] != reading for char, reading in zip(name[start:end], told, strict=True)):
                found[name[start:end]] = told
    so_far = Table(single, found)
    for name, readings in right.items():
        got = so_far.read(name)
        for i, reading in enumerate(readings):
            # A word of the list cut into this name, or a lone character is read unlike elsewhere.
            if got[i] != reading:
                start, end = max(0, i - 1), min(i + 2, len(name))
                found[name[start:end]] = tuple(readings[start:end])
    return found


def _spans(text: str, words: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Known words in `text` from left to right, the longest first; only around ambiguous characters."""
    start, length = 0, len(text)
    ambiguous = _ambiguous()
    if ambiguous.isdisjoint(text):
        return
    while start < length - 1:
        for end in range(min(start + _LONGEST, length), start + 1, -1):
            found = words.get(text[start:end])
            if found:
                yield start, end, found
                start = end
                break
        else:
            start += 1
