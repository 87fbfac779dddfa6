"""What is wrong with the words of series (`macros.text.series`) in a statement: another member stands in the source."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from macros.fulltext.amounts import focus
from macros.fulltext.likewise import clause_at, pairs, shared
from macros.fulltext.statements import Ground, Statement
from macros.fulltext.wording import words_around
from macros.text.quantities import quantities
from macros.text.series import Member, members

# Both are named where neither is claimed.
_OPEN = re.compile("还是|或者?|哪|是否|有没有|没有[写说讲提]|未[写说]")

# Only words of these series can be part of a date: 2023年年底, 5月下旬.
_IN_DATES = frozenset({"旬", "半年", "年"})


class Swap(NamedTuple):
    """A word of ours with what the source has in its place, if anything (`theirs`), and whether it has ours in `elsewhere`."""

    member: Member
    theirs: str = ""
    ground: Ground | None = None


def swaps(statement: Statement) -> Iterator[Swap]:
    """The words of series in a statement that its paragraphs do not bear out, in their order."""
    if statement.asks:
        return
    every = members(statement.text)
    for ours in every:
        clause = clause_at(statement.text, ours.start)
        beside = [each for each in every if each.series == ours.series and clause.start <= each.start < clause.end]
        if _OPEN.search(clause.text) or _both(beside) or _dated(ours, statement.text) or any(ours.text in words for words in statement.around):
            continue
        if found := _swap(ours, clause.text, len(beside) == 1, statement):
            yield found


def _swap(ours: Member, clause: str, alone: bool, statement: Statement) -> Swap | None:
    alike = [(theirs, ground) for ground in statement.cited for theirs in ground.members if theirs.series == ours.series]
    same = [(theirs, ground) for theirs, ground in alike if theirs.member == ours.member]
    others = [(theirs, ground) for theirs, ground in alike if theirs.member != ours.member]
    if same:
        return _crossed(ours, clause, same, others) if alone and others else None
    if _borne_out(ours, statement) or not (others or ours.alone or _unknown(ours, statement)):
        return None
    if not others:
        return Swap(ours)
    said = pairs(clause)
    theirs, ground = max(others, key=lambda each: len(shared(said, clause_at(each[1].text, each[0].start).text)))
    return Swap(ours, words_around(ground.text, theirs.start, theirs.end), ground)


def _crossed(ours: Member, clause: str, same: list[tuple[Member, Ground]], others: list[tuple[Member, Ground]]) -> Swap | None:
    """Where ours stands, but what we say of it the source says of another member: 上半年 of what is of the 下半年."""
    said = pairs(clause)
    beside = shared(said, *(clause_at(ground.text, theirs.start).text for theirs, ground in same))
    for theirs, ground in others:
        other = shared(said, clause_at(ground.text, theirs.start).text)
        if other - beside and not beside - other - pairs(ours.text):
            return Swap(ours, words_around(ground.text, theirs.start, theirs.end), ground)
    return None


def _both(beside: list[Member]) -> bool:
    """Whether a clause has every member of a series of two: 上半年、下半年各一次 is how often."""
    return beside[0].series == "半年" and len({each.member for each in beside}) > 1


def _dated(ours: Member, text: str) -> bool:
    """Whether a date has the word: it is held to the dates of the source."""
    return ours.series in _IN_DATES and any(q.date and q.start <= ours.start and ours.end <= q.end for q in quantities(text))


def _unknown(ours: Member, statement: Statement) -> bool:
    """Whether nothing of the speeches has such an office at all."""
    return ours.series.startswith("职务") and bool(statement.cited) and not any(ours.series[2:] in text for text in statement.texts)


def _borne_out(ours: Member, statement: Statement) -> bool:
    """Whether a date of the source lies in that part of the year or month, or its words say the same in another way."""
    dates = [part for ground in statement.cited for q in ground.amounts for part in q.date]
    months = {int(part[1:]) for part in dates if part[0] == "m" and part[1:].isdigit()}
    days = {int(part[1:]) for part in dates if part[0] == "d" and part[1:].isdigit()}
    if months & ours.months:
        return True
    if ours.series == "旬" and any(_third(day) == ours.member for day in days):
        return True
    if ours.member == "周末" and any(theirs.series == "星期" and theirs.member in "67" for ground in statement.cited for theirs in members(ground.text)):
        return True
    if ours.series == "地方":  # 镇街, 乡、镇 and 城乡 are these as well
        return any(ours.member in text for text in (*(ground.text for ground in focus(statement)), *statement.around))
    return not ours.series.startswith("职务") and any(ours.text in ground.text for ground in statement.cited)


def _third(day: int) -> str:
    return "上旬" if day <= 10 else "中旬" if day <= 20 else "下旬"
