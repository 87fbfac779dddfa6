"""Pinyin for the browser, small: a table of single characters, and words where the table errs.

A character gets the reading that it most often has in the library's names. Where a name needs
another one (调研 diao, 协调 tiao), the word that tells is listed; longer words win.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import groupby
from operator import add

_LONGEST = 4
_TONES = str.maketrans("āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüńňǹḿế", "aaaaeeeeiiiioooouuuuvvvvvnnnme", "\u0304\u030c\u0300\u0301")

# Where pypinyin's word list errs or has a gap, in words that such libraries use.
CORRECTIONS: Mapping[str, str] = {
    "长效": "chang xiao", "长期": "chang qi", "长远": "chang yuan", "长廊": "chang lang",
    "组长": "zu zhang", "会长": "hui zhang", "街长": "jie zhang", "楼长": "lou zhang",
    "会计划": "hui ji hua", "都会": "dou hui", "行长": "hang zhang", "同行": "tong xing",
}
_SINGLE = {"长": "chang", "调": "diao", "行": "xing", "重": "zhong", "会": "hui", "都": "du", "单": "dan"}

Words = Mapping[str, tuple[str, ...]]


@cache
def level_one() -> str:
    """The 3,755 common characters of GB 2312 in its order, which is that of pinyin."""
    codes = (bytes((high, low)) for high in range(0xB0, 0xD8) for low in range(0xA1, 0xFF))
    return b"".join(list(codes)[:3755]).decode("gb2312")


@dataclass(frozen=True)
class Table:
    """What the browser needs to read Chinese: `words` overrule `single` characters."""

    single: Mapping[str, str]
    words: Words

    @cached_property
    def _starts(self) -> frozenset[str]:
        """The first two characters of words."""
        return frozenset(word[:2] for word in self.words)

    def spans(self, text: str) -> Iterator[tuple[int, int, tuple[str, ...]]]:
        """Known words in `text` from left to right, the longest first: start, end, readings."""
        starts, after = self._starts, 0
        for start, pair in enumerate(map(add, text, text[1:])):
            if pair in starts and start >= after:
                for end in range(min(start + _LONGEST, len(text)), start + 1, -1):
                    found = self.words.get(text[start:end])
                    if found:
                        yield start, end, found
                        after = end
                        break

    def read(self, text: str) -> list[str]:
        """One reading for each character of `text`; an empty one where it is not Chinese."""
        readings = [self.single.get(char, "") for char in text]
        for start, end, found in self.spans(text):
            readings[start:end] = found
        return readings

    def slug(self, title: str) -> str:
        """The id that `title` suggests: `168工作模式` → `168-gong-zuo-mo-shi`."""
        return self.slugs([" ".join(title.split())])[0]

    def slugs(self, titles: Iterable[str]) -> list[str]:
        """The ids that titles of one line suggest."""
        text = "\n".join(titles)
        parts = (f"-{reading}-" if reading else char.lower() if (char.isascii() and char.isalnum()) or char == "\n" else "-"
                 for char, reading in zip(text, self.read(text), strict=True))
        return ["-".join(filter(None, slug.split("-"))) for slug in "".join(parts).split("\n")]

    @property
    def runs(self) -> str:
        """Readings with counts (`a2ai13…`) along `level_one()`."""
        along = groupby(self.single[char] for char in level_one())
        return "".join(f"{reading}{len(list(group))}" for reading, group in along)

    @property
    def more(self) -> str:
        """Characters beyond `level_one()`: reading + characters, again and again."""
        by_reading = defaultdict(list)
        for char in set(self.single).difference(level_one()):
            by_reading[self.single[char]].append(char)
        return "".join(reading + "".join(sorted(chars)) for reading, chars in sorted(by_reading.items()))


def table(names: Iterable[str]) -> Table:
    """The table that reads all `names`, of one line each, right, as far as pypinyin knows words."""
    text = "\n".join(dict.fromkeys(names))
    full = _known(set(text))
    right = full.read(text)
    told: dict[str, Counter[str]] = defaultdict(Counter)
    for (char, reading), count in Counter(zip(text, right, strict=True)).items():
        told[char][reading] = count
    single = {char: full.single[char] for char in level_one()}
    single |= {char: counted.most_common(1)[0][0] for char, counted in told.items() if char in full.single}
    return Table(single, dict(sorted(_exceptions(text, right, full, single).items())))


def _known(characters: set[str]) -> Table:
    """The first reading of characters, and the words of them in which one is read otherwise somewhere."""
    from pypinyin.constants import PHRASES_DICT

    single = {**_common(), **_first_readings(characters), **_SINGLE}
    words = {word: tuple(_plain(readings[0]) for readings in PHRASES_DICT[word])
             for char in characters for word in _phrases().get(char, ()) if characters.issuperset(word)}
    words |= {word: tuple(reading.split()) for word, reading in CORRECTIONS.items() if characters.issuperset(word)}
    varying = {char for word, readings in words.items()
               for char, reading in zip(word, readings, strict=True) if single.get(char) != reading}
    return Table(single, {word: readings for word, readings in words.items() if not varying.isdisjoint(word)})


def _first_readings(characters: Iterable[str]) -> dict[str, str]:
    from pypinyin.constants import PINYIN_DICT

    return {char: _plain(PINYIN_DICT[ord(char)].split(",")[0]) for char in characters if ord(char) in PINYIN_DICT}


# An import asks for hundreds of names, one by one: what does not depend on a name is worked out once.
@cache
def _common() -> Mapping[str, str]:
    return _first_readings(level_one())


@cache
def _phrases() -> Mapping[str, Sequence[str]]:
    """The words of pypinyin that are not too long, by their first character."""
    from pypinyin.constants import PHRASES_DICT

    found: defaultdict[str, list[str]] = defaultdict(list)
    for word in PHRASES_DICT:
        if len(word) <= _LONGEST:
            found[word[0]].append(word)
    return found


def _plain(marked: str) -> str:
    return marked.translate(_TONES)


def _exceptions(text: str, right: Sequence[str], full: Table, single: Mapping[str, str]) -> Words:
    """The words without which single characters would be read wrong in `text`, a name on each line."""
    found = {text[start:end]: told for start, end, told in full.spans(text)
             if any(single[char] != reading for char, reading in zip(text[start:end], told, strict=True))}
    added = {}
    for i, (reading, got) in enumerate(zip(right, Table(single, found).read(text), strict=True)):
        # A word of the list cut into this name, or a lone character is read unlike elsewhere.
        if got != reading:
            start = i - (text[i - 1:i] not in ("", "\n"))
            end = i + 1 + (text[i + 1:i + 2] not in ("", "\n"))
            added[text[start:end]] = tuple(right[start:end])
    return found | added
