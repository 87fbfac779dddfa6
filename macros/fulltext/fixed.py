"""Wordings that the source fixes by quotes or brackets (“双促进、双提升”, 四项 in brackets), of which a text of ours alters one member."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from macros.fulltext.statements import Ground, Statement
from macros.text import kept

_FIXED = re.compile("“([^“”]*)”|\"([^\"]*)\"|[（(]([^（）()]*)[）)]")
_APART = re.compile("[、，,；;]")
_CHINESE = re.compile("[一-鿿]+")
# A member so long is known by how it begins, where two thirds of its characters are the same and the member beside it stands beside ours.
_LONG, _BEGINNING = 6, 3
_SIGNS = "[^一-鿿]{0,3}"


class Altered(NamedTuple):
    """Words of ours at an offset that are those of a paragraph but for a few characters."""

    words: str
    start: int
    theirs: str
    ground: Ground


def altered(statement: Statement) -> Iterator[Altered]:
    """The members of fixed wordings that a statement has otherwise, and that stand so nowhere in its speeches."""
    for ground in statement.cited:
        for theirs, start, words in _slips(statement.text, ground.text):
            if not any(words in text for text in statement.texts):
                yield Altered(words, start, theirs, ground)


def _slips(text: str, source: str) -> Iterator[tuple[str, int, str]]:
    for members in _wordings(source):
        for i, member in enumerate(members):
            if len(member) >= _LONG and (at := text.find(member[:_BEGINNING])) >= 0 and _alone(text, at, at + len(member)):
                words = text[at:at + len(member)]
                if words != member and 3 * _same(words, member) >= 2 * len(member) and _beside(words, text, members, i):
                    yield member, at, words
            elif (m := _between(members, i).search(text)) and m[1] != member and _same(m[1], member):
                yield member, m.start(1), m[1]


def _beside(words: str, text: str, members: tuple[str, ...], i: int) -> bool:
    """Whether the member before or behind stands there as well."""
    before = i > 0 and re.search(re.escape(members[i - 1]) + _SIGNS + words, text)
    return bool(before or (i + 1 < len(members) and re.search(words + _SIGNS + re.escape(members[i + 1]), text)))


def _alone(text: str, start: int, end: int) -> bool:
    """Whether these characters are all that stands between two signs."""
    return bool(_CHINESE.fullmatch(text[start:end])) and not _CHINESE.match(text[end:end + 1]) and not (start and _CHINESE.match(text[start - 1:start]))


def _same(ours: str, theirs: str) -> int:
    return sum(a == b for a, b in zip(ours, theirs, strict=False))


@lru_cache(maxsize=kept.PARAGRAPHS)
def _wordings(text: str) -> tuple[tuple[str, ...], ...]:
    """The members of what a text has in quotes or brackets, where these are several."""
    found = (tuple(_APART.split("".join(inside))) for inside in _FIXED.findall(text))
    return tuple(members for members in found if len(members) > 1 and all(_CHINESE.fullmatch(each) for each in members))


@lru_cache(maxsize=4096)
def _between(members: tuple[str, ...], i: int) -> re.Pattern[str]:
    """All members in their order with another one of the same length in that place."""
    parts = [f"([一-鿿]{{{len(each)}}})" if j == i else re.escape(each) for j, each in enumerate(members)]
    return re.compile("[、，]".join(parts) + ("(?![一-鿿])" if i == len(members) - 1 else ""))
