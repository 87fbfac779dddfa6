"""Months that a Chinese text names one by one, where they are a frequency in other words: all twelve are 每月. Knows no entry."""

import re
from collections.abc import Iterable
from functools import lru_cache

from macros.text.frequencies import Frequency
from macros.text.numerals import ARABIC, CHINESE, value

_ONE = f"(?:{ARABIC}|{CHINESE})"
_LISTED = re.compile(f"{_ONE}月?份?(?:(?:、|，|,|和|及|以及){_ONE}月?份?)+(?<=[月份])")
_ALL_YEAR = re.compile("(?<![0-9])(?:1|一)月?份?(?:至|到|[-—–~～]+)(?:12|十二)月份?")
_NUMBER = re.compile(_ONE)
# What each of these sets of months is called: length in months, and the parity that has to be said.
_CALLED = {frozenset(range(1, 13)): (1, ""), frozenset(range(2, 13, 2)): (2, "even"), frozenset(range(1, 13, 2)): (2, "odd")}


@lru_cache(maxsize=4096)
def listed(text: str) -> tuple[tuple[int, int, int, str], ...]:
    """Where a text lists the months of a frequency: from where to where, every how many months, and which (`odd`, `even`, or "")."""
    if "月" not in text:
        return ()
    found = [(*m.span(), 1, "") for m in _ALL_YEAR.finditer(text)]
    for m in _LISTED.finditer(text):
        if called := _CALLED.get(frozenset(int(number or 0) for number in map(value, _NUMBER.findall(m.group())))):
            found.append((*m.span(), *called))
    return tuple(found)


def say(start: int, text: str, theirs: Iterable[Frequency | None]) -> bool:
    """Whether the month at `start` belongs to a list that says no more than one of these frequencies."""
    of = [(every, parity) for begin, end, every, parity in listed(text) if begin <= start < end]
    return bool(of) and any(each and each.months == every and (each.parity == parity or (not each.parity and parity != "odd"))
                            for each in theirs for every, parity in of)
