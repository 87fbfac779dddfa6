"""A list of ours that is one of the source's but for a member: one put in between two that stand side by side there, one in the place of
another, or one left out where the list is told as whole."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from macros.fulltext.statements import Ground, Statement
from macros.text import kept
from macros.text.numerals import value

_MEMBER = "[一-鿿A-Za-z]{2,10}"
_LIST = re.compile(f"{_MEMBER}(?:、{_MEMBER})+(?:(?:和|与|及|以及){_MEMBER})?")
APART = re.compile("、|以及|(?<=[^、])[和与及]")  # 、和谐型 begins with no 和
_QUOTES = re.compile("[“”\"‘’]")
VAGUE = re.compile("其[他它余]|有关|相关|各|等")
# 七型: what it counts ends in that character.
_COUNTED = re.compile("(?=[二两三四五六七八九十])(?P<number>[二两三四五六七八九十])(?P<noun>[一-鿿])[”\"]")
# A list that is cut short, or of examples, says so.
_SHORT = re.compile("等|之类|一类|其中|例如|比如|包括")
_SURE, _LONGEST = 3, 6


class Amiss(NamedTuple):
    """A member at an offset that the list of a paragraph, `theirs`, does not have; or one that ours, at that offset, leaves out."""

    member: str
    start: int
    theirs: str
    ground: Ground
    left_out: str = ""


@lru_cache(maxsize=kept.STATEMENTS)
def lists(text: str) -> tuple[tuple[int, str], ...]:
    """The enumerations of a text of three members and more, each with where it begins."""
    if "、" not in text:
        return ()
    plain = _QUOTES.sub("\1", text)
    return tuple((m.start(), m.group()) for m in _LIST.finditer(plain) if len(APART.split(m.group())) > 2)


def amiss(statement: Statement) -> Iterator[Amiss]:
    """What is in or out of a statement's lists that is not so in the list of a paragraph that it rests on."""
    for start, ours in lists(statement.text):
        members = APART.split(ours)
        for ground in statement.cited:
            for _, theirs in lists(ground.text):
                listed = APART.split(theirs)
                places = [_place(member, i == 0, i == len(members) - 1, listed) for i, member in enumerate(members)]
                if sum(place is not None for place in places) < 2 or any(len(each) > _LONGEST for each in listed[1:-1]):
                    continue
                for i in range(1, len(members) - 1):
                    if _put_in(i, members, places, listed) and not _said(members[i], statement, ground, places[i - 1], places[i + 1]):
                        yield Amiss(members[i], start + ours.index(members[i]), theirs, ground)
                if (missing := _left_out(start, ours, places, listed, statement.text)) and missing not in statement.text:
                    yield Amiss(ours, start, theirs, ground, missing)


def _place(member: str, first: bool, last: bool, listed: Sequence[str]) -> int | None:
    """Which of theirs a member of ours is; the sentence goes on around the first and the last of ours, and of theirs."""
    for i, each in enumerate(listed):
        begins, ends = first or i == 0, last or i == len(listed) - 1
        if member == each or (begins and member[-2:] == each[-2:] and (first or each.endswith(member))) \
                or (ends and member[:2] == each[:2] and (last or each.startswith(member))):
            return i
    return next((i for i, each in enumerate(listed) if len(each) > 2 and member in each), None)


def _put_in(i: int, members: Sequence[str], places: Sequence[int | None], listed: Sequence[str]) -> bool:
    """Whether a member stands between two that in the source have none between them, or another one, and is none of these in other words."""
    before, behind = places[i - 1], places[i + 1]
    if places[i] is not None or before is None or behind is None or not 0 < abs(behind - before) < 3 or VAGUE.search(members[i]) \
            or "的" in members[i] or len(members[i]) > _LONGEST:
        return False
    between = listed[min(before, behind) + 1:max(before, behind)]
    known = sum(place is not None for place in places)
    # Of few, both beside it and one that is no more than a word.
    exact = members[i - 1].endswith(listed[before]) and members[i + 1].startswith(listed[behind]) and len(members[i]) <= 4
    common = _common(listed)
    beside = {sign for each in (*between, listed[before], listed[behind]) for sign in each} - common
    return (known >= _SURE or (bool(between) and exact)) and beside.isdisjoint(members[i])


def _common(listed: Sequence[str]) -> frozenset[str]:
    """The characters that most of a list have: 型 of 学习型、务实型."""
    return frozenset(sign for sign in set("".join(listed)) if sum(sign in each for each in listed) * 2 > len(listed))


def _said(member: str, statement: Statement, ground: Ground, before: int | None, behind: int | None) -> bool:
    """Whether a member stands elsewhere: one put in, in anything cited; one in the place of another, in that paragraph."""
    put_in = before is not None and behind is not None and abs(behind - before) == 1
    return any(member in text for text in (*(each.text for each in (statement.cited if put_in else (ground,))), *statement.around))


def _left_out(start: int, ours: str, places: Sequence[int | None], listed: Sequence[str], text: str) -> str | None:
    """The one of theirs that ours goes past between its first and its last, where ours is whole: in its order, or counted by its name."""
    known = [place for place in places if place is not None]
    missing = sorted(set(range(len(listed))) - set(known))
    if len(missing) != 1 or len(known) != len(places) or len(known) < _SURE or _SHORT.search(text, max(0, start - 8), start + len(ours) + 4):
        return None
    member = listed[missing[0]]
    counted = next((m for m in _COUNTED.finditer(text) if value(m["number"]) == len(listed) and sum(m["noun"] in each for each in listed) == len(listed)), None)
    inside = known == sorted(known) and known[0] < missing[0] < known[-1] and len(known) > _SURE
    return member if counted or (inside and member not in ours) else None
