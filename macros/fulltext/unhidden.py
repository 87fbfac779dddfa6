"""Where a mask and a number of the same thing stand in the paragraphs, which of the two a place of ours speaks of."""

import re
from collections.abc import Iterator

from macros.fulltext.counting import listed
from macros.fulltext.likewise import clause_at, pairs
from macros.fulltext.miss import Fault, Miss
from macros.fulltext.nearness import noun, same_noun
from macros.fulltext.passages import masks
from macros.fulltext.statements import Ground, Statement
from macros.fulltext.wording import words_around
from macros.text.quantities import COUNTED, Quantity, every, quantities

# What no paragraph masks it would mask as such: x月.
_TIME = re.compile("[月年]")
# Of these an editor counts those that tell of it.
_OWN_UNITS = frozenset("家篇处")
_NAMELY = re.compile("[，；。](?:即|就是|也就是|分别是|分别为|分别叫|依次是|包括|[是有])(?P<words>[^。；]*)")
# Some of them, or those that were spoken of.
_PART = re.compile("(?:[这那前后头末每各首另同哪]|其中)$")
Theirs = tuple[Quantity, Ground]


def given(amount: Quantity, statement: Statement, masked: Iterator[Theirs] | tuple[Theirs, ...]) -> Theirs | None:
    """The number that the paragraphs have of what ours counts, where our words are more like those about it than those about a mask."""
    said = pairs(clause_at(statement.text, amount.start).text)
    there = ((q, ground) for ground in statement.cited for q in every(ground.text)
             if not (q.masked or q.date or q.frequency) and q.kind == amount.kind and len(noun(amount)) > 1 and same_noun(amount, statement.text, q, ground.text) > 1)
    weight, best = max(((_like(said, each), each) for each in there), key=lambda each: each[0], default=(0, None))
    return best if best and weight > max((_like(said, each) for each in masked), default=0) else None


def _like(said: frozenset[str], theirs: Theirs) -> int:
    return len(said & pairs(clause_at(theirs[1].text, theirs[0].start).text))


def bare(amount: Quantity, statement: Statement, focus: tuple[Ground, ...]) -> Theirs | None:
    """The mask that a number of ours stands for which says no more than how many there are: 共有6个, where the place has x个."""
    if amount.kind not in COUNTED or amount.slack or noun(amount) or statement.asks or _PART.search(statement.text[:amount.start]) or _listed(amount, statement.text):
        return None
    if amount.unit in _OWN_UNITS and amount.low in statement.counts:
        return None
    alike = [(q, ground) for ground in focus for q in ground.amounts if q.masked and not q.frequency and q.kind in COUNTED and amount.unit in (q.unit, "个")]
    said = pairs(statement.text)
    return max(alike, key=lambda each: _like(said, each), default=None)


def _listed(amount: Quantity, text: str) -> bool:
    """Whether the clause lists so many, or the next one does."""
    clause = clause_at(text, amount.start)
    behind = _NAMELY.match(text, clause.end)
    return amount.low in listed(clause.text) or bool(behind and amount.low in listed(behind["words"]))


def hidden(statement: Statement) -> Iterator[Miss]:
    """Masks of ours for what the paragraphs give: 各联系x个支部 where they say 分别联系一个支部, x月 where nobody masks a month."""
    if not statement.cited or statement.asks:
        return
    ours = [q for q in quantities(statement.text) if q.masked and not q.frequency]
    for amount in ours:
        masked = tuple((q, ground) for ground in statement.cited for q in ground.amounts if q.masked and same_noun(amount, statement.text, q, ground.text))
        if theirs := given(amount, statement, masked):
            yield _given(amount, theirs)
    for mask in masks(statement.text) if _TIME.search(statement.text) else ():
        sign = statement.text[mask.end:mask.end + 1]
        if _TIME.fullmatch(sign) and not any(re.search(f"{re.escape(mask.text[0])}{sign}", text) for text in statement.texts):
            there = ((q, ground) for ground in statement.cited for q in ground.amounts if sign in q.text)
            if theirs := next(there, None):
                yield _given(Quantity(mask.start, mask.end + 1, mask.text + sign, "bare"), theirs)


def _given(amount: Quantity, theirs: Theirs) -> Miss:
    q, ground = theirs
    return Miss(amount, Fault.GIVEN, words_around(ground.text, q.start, q.end), ground)
