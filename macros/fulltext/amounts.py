"""What is wrong with the amounts of a statement, held against the paragraphs it rests on."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from macros.fulltext.statements import Ground, Statement
from macros.text.likeness import Likeness, likeness
from macros.text.quantities import COUNTED, NOUN, Quantity, quantities

_QUESTION = re.compile("几|多少|多久|是否|哪|怎样|如何")
_CLAUSE = re.compile("[，。；：！？\n]")
_AND = re.compile("[和与及或]")
_COUNT_LIMIT = 30
_NAMES = re.compile("[\"“]([^\"“”]{2,12})[\"”]")
_ENUMERATED = re.compile("[、和与及“”]")


class Fault(Enum):
    """How an amount of ours is wrong: filled in for a mask, in another paragraph, of another unit, nowhere."""

    MASKED = "masked"
    ELSEWHERE = "elsewhere"
    UNIT = "unit"
    NOWHERE = "nowhere"


@dataclass(frozen=True)
class Miss:
    """An amount that its paragraphs do not bear out; `theirs` are the source's words that come nearest, as they stand in `ground`."""

    amount: Quantity
    fault: Fault
    theirs: str = ""
    ground: Ground | None = None


def misses(statement: Statement) -> Iterator[Miss]:
    """The amounts of a statement that the paragraphs it rests on do not have, in their order."""
    ours = [q for q in quantities(statement.text) if not (q.masked and (q.frequency is None or statement.cited))]
    for amount in ours:
        if _stands(amount, statement.cited) or _named(amount, statement.around) or _only_asked(amount, statement):
            continue
        if miss := _miss(amount, statement):
            yield miss


def _miss(amount: Quantity, statement: Statement) -> Miss | None:
    masked = next(_masks(amount, statement), None)
    if masked:
        return Miss(amount, Fault.MASKED, *masked)
    if _counted(amount, statement):
        return None
    for ground in statement.rest:
        if near := next((q for q in quantities(ground.text) if likeness(amount, q) is Likeness.SAME), None):
            return Miss(amount, Fault.ELSEWHERE, words_around(ground.text, near), ground)
    for ground in statement.cited:
        if near := next((q for q in quantities(ground.text) if likeness(amount, q) is Likeness.OTHER_UNIT
                         and _shared(amount, statement.text, q, ground.text)), None):
            return Miss(amount, Fault.UNIT, words_around(ground.text, near), ground)
    return Miss(amount, Fault.NOWHERE, *(_nearest(amount, statement) or ("", None)))


def _stands(amount: Quantity, grounds: Iterable[Ground]) -> bool:
    return any(likeness(amount, q) is Likeness.SAME for ground in grounds for q in quantities(ground.text)) \
        or (bool(amount.frequency) and (_of_days(amount, grounds) or _said_shortly(amount, grounds)))


# 年度评选, 年底考核: once in that time, said without 每.
_SHORTLY = {12: "年度|年底|年终|年末|年初|全年", 3: "季度|季末", 1: "月度|月底|月末|月初"}


def _said_shortly(amount: Quantity, grounds: Iterable[Ground]) -> bool:
    frequency = amount.frequency
    if frequency is None:
        return False
    words = _SHORTLY.get(int(frequency.months)) if frequency.months in _SHORTLY and frequency.times in (None, 1) else None
    return words is not None and any(re.search(words, ground.text) for ground in grounds)


def _of_days(amount: Quantity, grounds: Iterable[Ground]) -> bool:
    """每月两天 where the source names the two days."""
    frequency = amount.frequency
    if frequency is None:
        return False
    return any(q.frequency and q.frequency.months == frequency.months and not q.frequency.masked
               and frequency.times is not None and f"{frequency.times}" == str(len(set(re.findall("[0-9]+[日号]", ground.text))))
               for ground in grounds for q in quantities(ground.text))


def _named(amount: Quantity, around: Iterable[str]) -> bool:
    """Whether a title or heading has the amount: a date as it is, an amount with what is counted."""
    return any(likeness(amount, q) is Likeness.SAME and (amount.date or amount.noun[:1] == q.noun[:1])
               for words in around for q in quantities(words))


def _only_asked(amount: Quantity, statement: Statement) -> bool:
    """每年 in “每年做几次” claims nothing."""
    return bool(statement.asks and amount.frequency and amount.frequency.times is None and _QUESTION.search(statement.text))


def _masks(amount: Quantity, statement: Statement) -> Iterator[tuple[str, Ground]]:
    """The masks that the amount could have been filled in for, as the source writes them."""
    if amount.date and not amount.arabic:
        return
    for ground in (*statement.cited, *statement.rest):
        for theirs in quantities(ground.text):
            if theirs.masked and _fills(amount, theirs, ground, statement):
                yield words_around(ground.text, theirs, exact=True), ground


def _fills(amount: Quantity, theirs: Quantity, ground: Ground, statement: Statement) -> bool:
    if amount.date:
        return bool(theirs.frequency and amount.text[-1] == theirs.text[-1] and ground in statement.cited)
    if amount.frequency or theirs.frequency:
        return bool(amount.frequency and theirs.frequency and amount.frequency.times is not None
                    and amount.frequency.months == theirs.frequency.months and theirs.noun[:2] == amount.noun[:2])
    if amount.kind != theirs.kind and "any" not in (amount.kind, theirs.kind) and amount.kind != "bare":
        return False
    if "share" in (amount.kind, theirs.kind):
        return amount.kind == theirs.kind and ground in statement.cited
    if same := _same_noun(amount, theirs):
        # Of the last word alone (支部 for 临时党支部) nobody knows that it is the same, where our words list what they count.
        return same > 1 or amount.low not in listed(statement.text)
    before = ground.text[max(0, theirs.start - 2):theirs.start]
    return len(before) == 2 and statement.text[max(0, amount.start - 2):amount.start] == before and ground in statement.cited


def _same_noun(ours: Quantity, theirs: Quantity) -> int:
    """Whether the same is counted: 2 for the same beginning (界别组 and 界别组合; 委员会 is no 委员活动组), 1 for the last
    word alone (载体 and 活动载体), else 0."""
    one, other = (re.split("[，。；、：！？“”（）,;:\0\n]", q.noun.lstrip("的"))[0] for q in (ours, theirs))
    if min(len(one), len(other)) < 2:
        return 0
    if one[:3] == other[:3] or (len(one) == 2 and other.startswith(one)):
        return 2
    return int(ours.kind == theirs.kind and len(other) < NOUN and one.startswith(other[-2:]))


def _counted(amount: Quantity, statement: Statement) -> bool:
    """Whether an editor can have counted it: items, what is listed, members, bodies that tell of it."""
    if amount.low != amount.high or amount.low is None or amount.low > _COUNT_LIMIT or amount.slack or amount.kind not in COUNTED | {"person"}:
        return False
    number = int(amount.low)
    if number in listed(statement.text):
        return True
    if amount.kind == "person" or amount.head:
        return False
    return number in statement.counts or _in_name(number, statement) or any(number in (*listed(ground.text), ground.items) for ground in statement.cited)


def _in_name(number: int, statement: Statement) -> bool:
    """Whether a name in quotes has the number: “四联系” are four."""
    signs = {2: "二两双"}.get(number, "零一二三四五六七八九十"[number] if number <= 10 else "")
    return any(sign in name for ground in statement.cited for name in _NAMES.findall(ground.text) for sign in signs)


@lru_cache(maxsize=4096)
def listed(text: str) -> frozenset[int]:
    """How many things the enumerations of a text list: 、 and 和 between them, or each in quotes of its own."""
    found: set[int] = set()
    if not _ENUMERATED.search(text):
        return frozenset()
    for clause in _CLAUSE.split(text):
        marks = clause.count("、")
        more = 1 if _AND.search(clause.rpartition("、")[2]) else 0
        found.update({marks + 1, marks + 1 + more} if marks else {1 + len(_AND.findall(clause))})
    found.update(len(run) for run in _quoted_runs(text))
    # 一要…；二要…： the clauses that a semicolon parts are counted as well.
    found.add(text.count("；") + 1)
    return frozenset(found - {0, 1})


def _quoted_runs(text: str) -> Iterator[list[str]]:
    for m in re.finditer("(?:“[^”]*”、?){2,}", text):
        yield re.findall("“[^”]*”", m.group())


def words_around(text: str, amount: Quantity, *, exact: bool = False) -> str:
    """A few words of a text with the amount in them, for a message: no further than the clause."""
    before = re.split("[，。；：、！？“”（）,;:!?\"\n]", text[:amount.start])[-1][-(4 if exact else 6):]
    after = re.split("[，。；：、！？“”（）,;:!?\"\n]", text[amount.end:])[0][:6]
    return f"{before}{text[amount.start:amount.end]}{after}"


def _nearest(amount: Quantity, statement: Statement) -> tuple[str, Ground] | None:
    """The amount of the cited paragraphs that ours is most likely a slip of: what is counted is the same."""
    alike = [(q, ground) for ground in statement.cited for q in quantities(ground.text)
             if q.kind == amount.kind and not q.masked]
    if not alike:
        return None
    best, ground = max(alike, key=lambda each: _shared(amount, statement.text, each[0], each[1].text))
    return words_around(ground.text, best), ground


def _shared(ours: Quantity, text: str, theirs: Quantity, source: str) -> int:
    near = set(text[max(0, ours.start - 6):ours.start] + text[ours.end:ours.end + 6])
    return len(near & set(source[max(0, theirs.start - 6):theirs.start] + source[theirs.end:theirs.end + 6]))
