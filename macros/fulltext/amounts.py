"""What is wrong with the amounts of a statement, held against the paragraphs it rests on."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from macros.fulltext import how_often, recurring, retold, unhidden
from macros.fulltext.counting import counted, listed, sums_up
from macros.fulltext.likewise import clause_at, clause_before, clauses, pairs
from macros.fulltext.miss import Fault, Miss
from macros.fulltext.nearness import nearest, noun, same_noun, shared
from macros.fulltext.passages import items
from macros.fulltext.statements import Ground, Statement
from macros.fulltext.wording import words_around
from macros.model import locators
from macros.text import months
from macros.text.frequencies import TIMES
from macros.text.likeness import Likeness, likeness
from macros.text.numerals import MASK
from macros.text.quantities import COUNTED, Quantity, articles, quantities

_QUESTION = re.compile("几|多少|多久|是否|哪|怎样|如何")
# All of them are a hundred of a hundred.
_UNIVERSAL = re.compile("全体|全部|全覆盖|所有|全员|全都|一律|人人|无一|每[一个名位家]|各[^种类项自]|均|都")
# One of each, or any one, is no number of them.
_EACH = re.compile("[每各逐任哪某同另第这那]|(?:[的是为即]|作为|其中)$")
# What says how often, not what.
_NO_WORDS = re.compile("[^一-鿿]|[零一二两三四五六七八九十每年月季度周天日半次回场的至少个在]")
# Counted without a unit: 3市10县区.
_PLACE = re.compile("县区|[省市县区乡镇村]")
_COUNTED_TIMES = re.compile(f"(?:{TIMES})$")
# What is asked or denied behind these is not claimed.
_ASKED = re.compile("是不是|是否|有没有|不等于")


def misses(statement: Statement) -> Iterator[Miss]:
    """The amounts of a statement that the paragraphs it rests on do not have, in their order."""
    ours = [q for q in quantities(statement.text) if not (q.masked and (q.frequency is None or statement.cited))]
    grounds = focus(statement) if ours else ()
    for amount in ours:
        if filled := _filled(amount, statement, grounds):
            yield filled
        elif not _borne_out(amount, statement, grounds) and (miss := _miss(amount, statement)):
            yield miss
    yield from _single(statement)
    yield from unhidden.hidden(statement)


def _borne_out(amount: Quantity, statement: Statement, focus: tuple[Ground, ...]) -> bool:
    return _stands(amount, statement.text, focus) or _named(amount, statement.around) or _only_asked(amount, statement) \
        or _all_of_them(amount, statement) or retold.otherwise(amount, statement.text, focus) \
        or months.say(amount.start, statement.text, (q.frequency for ground in focus for q in ground.amounts))


def _filled(amount: Quantity, statement: Statement, grounds: tuple[Ground, ...]) -> Miss | None:
    """每年不少于6次 where the source hides how often a year, though 双月 would make six of it."""
    ours = amount.frequency
    if ours is None or ours.times is None or ours.days or not statement.cited:
        return None
    told = [q.frequency for ground in grounds for q in ground.amounts if q.frequency and q.frequency.months == ours.months]
    if not any(each.masked for each in told) or any(each.times is not None for each in told):
        return None
    # 一年一度 says no more than 每年 does.
    if ours.times == 1 and not _COUNTED_TIMES.search(amount.text) and any(each.times is None and not each.masked for each in told):
        return None
    masked = next(_masked(amount, statement), None)
    return _at(amount, Fault.MASKED, masked) if masked else None


def focus(statement: Statement) -> tuple[Ground, ...]:
    """The cited paragraphs, of those whose items are cited one by one these items alone."""
    return tuple(_items(ground, statement.places) for ground in statement.cited) if statement.places else statement.cited


def _items(ground: Ground, places: tuple[tuple[str, str], ...]) -> Ground:
    named = [item for number, item in (locators.parse(at) for speech, at in places if speech == ground.speech) if number == ground.number]
    wanted = {item for item in named if item is not None}
    if None in named or not wanted:
        return ground
    spans = items(ground.text)
    if max(wanted) > len(spans):
        return ground
    return replace(ground, text="\n".join(ground.text[spans[i - 1].start:spans[i - 1].end] for i in sorted(wanted)))


def _miss(amount: Quantity, statement: Statement) -> Miss | None:
    # What only another item of the paragraph has is elsewhere as well.
    others = tuple(ground for ground, item in zip(statement.cited, focus(statement), strict=True) if ground != item)
    if amount.frequency:
        return how_often.wrong(amount, statement.text, focus(statement), (*others, *statement.rest), _masked(amount, statement))
    if amount.kind == "bare" and (theirs_masked := _masked_places(amount, statement)):
        return theirs_masked
    masked = tuple(_masked(amount, statement))
    if masked and (theirs := unhidden.given(amount, statement, masked)):
        return _at(amount, Fault.NOWHERE, theirs)
    if masked:
        return _at(amount, Fault.MASKED, masked[0])
    if theirs := unhidden.bare(amount, statement, focus(statement)):
        return _at(amount, Fault.MASKED, theirs)
    if counted(amount, statement):
        return None
    for ground in (*others, *statement.rest):
        if near := _corresponding(amount, statement, ground, Likeness.SAME):
            return Miss(amount, Fault.ELSEWHERE, words_around(ground.text, near.start, near.end), ground)
    for ground in statement.cited:
        if near := _corresponding(amount, statement, ground, Likeness.OTHER_UNIT):
            return Miss(amount, Fault.UNIT, words_around(ground.text, near.start, near.end), ground)
    return Miss(amount, Fault.NOWHERE, *(nearest(amount, statement) or ("", None)))


def _masked_places(amount: Quantity, statement: Statement) -> Miss | None:
    """The masked number of places that are counted without a unit: x县区, which no name goes on behind."""
    place = _PLACE.match(amount.noun)
    there = ((m, ground) for ground in statement.cited for m in re.finditer(f"{MASK}{place.group()}(?!政协|委|政府|人大)", ground.text)) if place else ()
    return next((Miss(amount, Fault.MASKED, words_around(ground.text, m.start(), m.end()), ground) for m, ground in there), None)


def _at(amount: Quantity, fault: Fault, theirs: tuple[Quantity, Ground]) -> Miss:
    q, ground = theirs
    return Miss(amount, fault, words_around(ground.text, q.start, q.end), ground)


def _corresponding(amount: Quantity, statement: Statement, ground: Ground, as_: Likeness) -> Quantity | None:
    """The amount of a paragraph that stands to ours like that and is of the same thing, of several the one in the likest words."""
    found = [(shared(amount, statement.text, q, ground.text), q) for q in quantities(ground.text) if likeness(amount, q) is as_]
    found = [(words, q) for words, q in found if words or (as_ is Likeness.SAME and _plain_enough(amount, statement.text, q, ground.text))]
    return max(found, key=lambda each: each[0])[1] if found else None


def _plain_enough(ours: Quantity, text: str, theirs: Quantity, source: str) -> bool:
    """Whether the two are the same without common words beside them: dates, frequencies, large numbers, the same noun."""
    return bool(ours.date or ours.frequency or same_noun(ours, text, theirs, source) or (ours.unit == theirs.unit and (ours.low or 0) > 20))


def _single(statement: Statement) -> Iterator[Miss]:
    """Where 一个 stands for a mask: the source has no 一个 of that, but an unknown number."""
    if statement.asks or not (ours := articles(statement.text)):
        return
    for amount in ours:
        clause = clause_at(statement.text, amount.start)
        at = amount.start - clause.start
        one_each = sum(clause.start <= other.start < clause.end for other in ours) > 1
        if one_each or _EACH.search(clause.text[:at]) or _EACH.search(clause.text[at:]):
            continue
        if not any(_one_of(amount, statement, q, ground) for ground in statement.cited for q in articles(ground.text)):
            hidden = ((q, ground) for ground in statement.cited for q in quantities(ground.text) if q.masked and q.kind in COUNTED | {"person"})
            if found := next(((q, ground) for q, ground in hidden if _one_of(amount, statement, q, ground)), None):
                theirs, ground = found
                yield Miss(amount, Fault.MASKED, words_around(ground.text, theirs.start, theirs.end), ground)


def _one_of(amount: Quantity, statement: Statement, theirs: Quantity, ground: Ground) -> bool:
    """Whether ours is one of what theirs counts; what is counted by 名 has a name of two characters."""
    same = noun(amount)[:2] == noun(theirs)[:2] and len(noun(amount)) > 1 and amount.kind == theirs.kind == "person"
    return same or same_noun(amount, statement.text, theirs, ground.text) > 1


def _all_of_them(amount: Quantity, statement: Statement) -> bool:
    """Whether 百分之百 is what the source says as 全体 or 全覆盖, of the same; not where it has another share of it."""
    if amount.kind != "share" or amount.low != 100:
        return False
    clause = clause_at(statement.text, amount.start)
    ours = pairs(statement.text, amount.start, amount.end)
    here = pairs(clause.text, amount.start - clause.start, amount.end - clause.start)
    shares = [clause_at(ground.text, q.start).text for ground in statement.cited for q in quantities(ground.text) if q.kind == "share" and q.low != 100]
    every = [each.text for ground in statement.cited for each in clauses(ground.text) if _UNIVERSAL.search(each.text)]
    other, same = (max((len(here & pairs(words)) for words in each), default=0) for each in (shares, every))
    return any(ours & pairs(words) for words in every) and (other == 0 or same > other)


def _stands(amount: Quantity, text: str, grounds: Iterable[Ground]) -> bool:
    every = [(q, ground) for ground in grounds for q in ground.amounts]
    same = [(q, ground) for q, ground in every if likeness(amount, q) is Likeness.SAME]
    if not amount.frequency:
        return bool(same)
    if same and not any(q.frequency and q.frequency.months == amount.frequency.months for q, _ in same):
        # 每两个季度 is 每年两次 in other words, unless it is said in the words of another frequency.
        words = _words(clause_at(text, amount.start).text)
        shared = [(each in same, len(words & _words(clause_at(each[1].text, each[0].start).text))) for each in every if each[0].frequency]
        return max((n for same_, n in shared if not same_), default=0) <= max((n for same_, n in shared if same_), default=0)
    return bool(same) or recurring.of_days(amount, grounds) or recurring.said_shortly(amount, grounds)


def _words(clause: str) -> frozenset[str]:
    return frozenset(_NO_WORDS.sub("", clause))


def _named(amount: Quantity, around: Iterable[str]) -> bool:
    """Whether a title or heading has the amount: a date as it is, an amount with what is counted."""
    return any(likeness(amount, q) is Likeness.SAME and (amount.date or (amount.noun[:1] == q.noun[:1] and (amount.noun or amount.unit == q.unit)))
               for words in around for q in quantities(words))


def _only_asked(amount: Quantity, statement: Statement) -> bool:
    """每年 in “每年做几次” claims nothing, nor 每月一次 in “是不是每月一次”."""
    if amount.frequency and _ASKED.search(clause_before(statement.text, amount.start)):
        return True
    return bool(statement.asks and amount.frequency and amount.frequency.times is None and _QUESTION.search(statement.text))


def _masked(amount: Quantity, statement: Statement) -> Iterator[tuple[Quantity, Ground]]:
    """The masks that the amount could have been filled in for."""
    if amount.date and not amount.arabic:
        return
    for ground in (*statement.cited, *statement.rest):
        yield from ((theirs, ground) for theirs in ground.amounts if theirs.masked and _fills(amount, theirs, ground, statement))


def _fills(amount: Quantity, theirs: Quantity, ground: Ground, statement: Statement) -> bool:
    if amount.date:
        return bool(theirs.frequency and amount.text[-1] == theirs.text[-1] and ground in statement.cited)
    if amount.frequency or theirs.frequency:
        return bool(amount.frequency and theirs.frequency and amount.frequency.times is not None
                    and amount.frequency.months == theirs.frequency.months and (not amount.noun or theirs.noun[:2] == amount.noun[:2]))
    if sums_up(amount, statement.text) and ground.text[:theirs.start].rpartition("，")[2].rpartition(",")[2].count("、") == 0:
        return False
    if amount.kind != theirs.kind and "any" not in (amount.kind, theirs.kind) and amount.kind != "bare":
        return False
    if "share" in (amount.kind, theirs.kind):
        return amount.kind == theirs.kind and ground in statement.cited
    if same := same_noun(amount, statement.text, theirs, ground.text):
        # Of the last word alone (支部 for 临时党支部) nobody knows that it is the same, where our words list what they count.
        return same > 1 or amount.low not in listed(statement.text)
    before = ground.text[max(0, theirs.start - 2):theirs.start]
    return len(before) == 2 and statement.text[max(0, amount.start - 2):amount.start] == before and ground in statement.cited
