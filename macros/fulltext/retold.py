"""What a paragraph has in another form than ours, and says the same: a bound of its range (3至5名: 少则3名), its 一个 (1个), its 双 and 三色
(两个, 三种颜色), its 次年 (第二年)."""

import re
from collections.abc import Iterable, Iterator
from fractions import Fraction
from itertools import pairwise

from macros.fulltext.likewise import clause_at, clause_before, clauses, pairs
from macros.fulltext.nearness import REACHES, noun, same_noun
from macros.fulltext.statements import Ground
from macros.fulltext.verbatim import found_at
from macros.text.likeness import Likeness, likeness
from macros.text.numerals import ARABIC, CHINESE
from macros.text.quantities import COUNTED, UNIT_CLASS, Quantity, articles

# What says of a number that it is the least or the most, before it and behind it.
_LEAST_BEFORE = re.compile("(?:少则|最快|最短|最早|最小|至少|最少|最低|起码|不少于|不低于|不下于?|下限|少的|低的|短则|低则)[一-鿿]{0,3}?$")
_LEAST_BEHIND = re.compile("[一-鿿]{0,4}?(?:以上|起(?=[，。；、,;）)]|$)|起步|打底)")
_MOST_BEFORE = re.compile("(?:多则|最慢|最长|最迟|最晚|最大|至多|最多|顶多|最高|不超过|不得超过|不多于|不高于|上限|封顶|多的|高的|长则|高则)[一-鿿]{0,3}?$")
_MOST_BEHIND = re.compile("[一-鿿]{0,4}?(?:以内|之内|以下|封顶|为限|为止)")
# 3名到5名, 3名和5名之间.
_NUMBER = f"(?:{ARABIC}|{CHINESE})"
_UP_TO = re.compile(f"[到至～~—–-]+{_NUMBER}|[和与]{_NUMBER}[一-鿿]{{1,3}}之间")
_FROM = re.compile(f"{_NUMBER}[一-鿿]{{0,2}}(?:[到至～~—–-]+|[和与])$")
_JOINED = re.compile("[到至～~—–-]|之间|[少低]|以上|多")
_TIMES = re.compile("(?:[0-9０-９]+|[零一二两三四五六七八九十]+)个?[一-鿿]$")
# In which time something is counted.
_IN_A = re.compile("(?<![0-9第零〇一二三四五六七八九十月])(?:[每按逐全](?P<n>[半两双二三四五六2-6])?|(?P<own>[一1半两]|[二三四五六2-6](?=个)))个?(?P<unit>年|季|月|周|星期|天|届)")
_PLAIN = str.maketrans("123456两双", "一二三四五六二二")
# What is counted may be one character, where that is a place.
_PLACES = frozenset("省市县区乡镇村站组")
# Signs before a numeral that make another one of it, or say which: 十三级, 第三级.
_NUMERALS = "零〇一二三四五六七八九十百千万"
_WRITTEN = {2: "二两双2"}
# What may stand for a noun that begins with it: 三级 for 三个级别; any noun may be told by its second character (三色, 五型).
_BEGINNINGS = frozenset("级色")
_ANOTHER = frozenset(f"{_NUMERALS}0123456789第")
_NOUN, _NOUN_BEFORE = re.compile("(?P<noun>[一-鿿]{2})"), re.compile("(?P<noun>[一-鿿]{2})(?:共?[分设有为是用配]{1,2}[了成为]?)?$")
# The one behind this one, by its number and otherwise.
_NEXT = {"y": "[次翌来明]年|下一?(?:个)?年度?", "m": "[次翌]月|下一?个?月", "d": "[次翌隔]日|[次隔]天|下一天|第二[天日]", "w": "次周|下一?个?(?:周|星期)"}
_SECOND = re.compile("第[二2](?:个)?(?:(?P<y>年度?(?!级))|(?P<m>月)|(?P<d>[天日])|(?P<w>周|星期))")


def otherwise(amount: Quantity, text: str, grounds: tuple[Ground, ...]) -> bool:
    """Whether one of the paragraphs says an amount of a text in another form."""
    return _one_of(amount, text, grounds) or bound_of_range(amount, text, grounds) or _range_of_two(amount, grounds) or _two_or_more(amount, text, grounds) or _second(amount, text, grounds)


def bound_of_range(amount: Quantity, text: str, grounds: Iterable[Ground]) -> bool:
    """Whether the least or the most that ours tells is that of a range: 少则3名、多则5名 of 3至5名, 一年最多3次 of 每年2至3次."""
    one = amount.frequency.times if amount.frequency and not amount.frequency.most else amount.low if amount.low == amount.high else None
    if one is None:
        return False
    # The words for it stand behind the period of a frequency: 一年最多3次.
    times = _TIMES.search(amount.text) if amount.frequency else None
    at = amount.start + times.start() if times else amount.start
    before, behind = text[max(0, at - 8):at], text[amount.end:amount.end + 8]
    least = bool(_LEAST_BEFORE.search(before) or _LEAST_BEHIND.match(behind) or _UP_TO.match(behind))
    most = bool(_MOST_BEFORE.search(before) or _MOST_BEHIND.match(behind) or _FROM.search(before))
    return least is not most and any(_is_bound(amount, q, least) for ground in grounds for q in ground.amounts)


def _is_bound(ours: Quantity, theirs: Quantity, least: bool) -> bool:
    if theirs.frequency:
        range_, one = theirs.frequency, ours.frequency
        bound = range_.times if least else range_.most
        if range_.most is None:
            return False
        return bool(one and one.months == range_.months and one.times == bound) or (ours.kind == "event" and ours.low == bound)
    if theirs.low is None or theirs.low == theirs.high:
        return False
    bound = theirs.low if least else theirs.high
    return likeness(ours._replace(slack=""), theirs._replace(low=bound, high=bound, slack="")) is Likeness.SAME


def _range_of_two(amount: Quantity, grounds: Iterable[Ground]) -> bool:
    """Whether a range of ours is told by its two bounds: 3至5名 of 最少3名、最多5名."""
    if amount.frequency or amount.low is None or amount.low == amount.high:
        return False
    return any(_at(amount, amount.low, one) and _at(amount, amount.high, other) and _JOINED.search(ground.text[max(0, one.start - 6):other.end + 4])
               for ground in grounds for one, other in pairwise(ground.amounts))


def _at(range_: Quantity, bound: Fraction | None, theirs: Quantity) -> bool:
    return likeness(range_._replace(low=bound, high=bound), theirs) is Likeness.SAME


def _one_of(amount: Quantity, text: str, grounds: Iterable[Ground]) -> bool:
    """Whether 1个 is the 一个 of a paragraph, of the same thing or without saying of what; 1次 the 一次 of the same words."""
    if not amount.arabic or not amount.low == 1 == amount.high:
        return False
    clause = clause_at(text, amount.start).text
    if amount.kind == "event":
        said = pairs(clause)
        return any(f"一{amount.unit}" in each.text and said & pairs(each.text) for ground in grounds for each in clauses(ground.text))
    alone = REACHES.fullmatch(clause.replace(amount.text, "", 1))
    return any(q.kind == amount.kind and (alone or _same_thing(amount, text, clause, q, ground)) for ground in grounds for q in articles(ground.text))


def _same_thing(amount: Quantity, text: str, clause: str, theirs: Quantity, ground: Ground) -> bool:
    """Whether both count the same. Where the paragraph hides no number of it, its last word will do (题目 of 调研题目), and what is
    counted may stand anywhere before a number that nothing follows: 调研题目每年不少于1个."""
    same, counted = same_noun(amount, text, theirs, ground.text), noun(theirs)
    if _another_time(clause, clause_at(ground.text, theirs.start).text):
        return False
    if same > 1:
        return True
    loosely = same or (not noun(amount) and (len(counted) > 1 or counted in _PLACES) and any(words in clause for words in (counted[:2], counted[-2:])))
    return bool(loosely) and not any(q.masked and q.kind in COUNTED | {"person"} and (noun(q)[:2] == counted[:2] or same_noun(amount, text, q, ground.text))
                                     for q in ground.amounts)


def _another_time(ours: str, theirs: str) -> bool:
    """Whether the two count in another time: 一个月完成1个 of what is 每年完成一个."""
    here, there = ({((m["n"] or m["own"] or "一").translate(_PLAIN), m["unit"]) for m in _IN_A.finditer(clause)} for clause in (ours, theirs))
    return bool(here and there) and here.isdisjoint(there)


def rounded_down(amount: Quantity, grounds: Iterable[Ground]) -> bool:
    """Whether a number with 以上 is one of a paragraph rounded down (八成以上 of 86.8%, 300条以上 of 318条), or told there as the least (过半数)."""
    return any(q.low is not None and amount.low is not None and q.low == q.high and likeness(amount, q) is Likeness.SAME
               and (q.low >= amount.low if q.slack in ("above", "more") else q.low > amount.low and not q.slack)
               for ground in grounds for q in ground.amounts)


def _two_or_more(amount: Quantity, text: str, grounds: Iterable[Ground]) -> bool:
    """Whether so many of something are told without a word between: 双组长 for 两个组长, 三色 for 三种颜色."""
    if amount.low is None or amount.low != amount.high or amount.slack or amount.kind not in COUNTED | {"person"} or amount.low not in range(2, 11):
        return False
    counted = _NOUN.match(noun(amount)) or _NOUN_BEFORE.search(clause_before(text, amount.start))
    if not counted:
        return False
    if amount.low == 2 and any(f"双{counted['noun']}" in ground.text for ground in grounds):
        return True
    signs = _WRITTEN.get(int(amount.low)) or f"{_NUMERALS[int(amount.low) + 1]}{amount.low}"
    short = [f"{sign}{size}{word}" for sign in signs for size in ("", "大", "小") for word in _short(counted["noun"])]
    # Few paragraphs have any of them.
    return any(not at or ground.text[at - 1] not in _ANOTHER for ground in grounds for words in short for at in found_at(words, ground.text))


def _short(words: str) -> Iterator[str]:
    """The characters of a noun that stand for it behind a numeral."""
    if words[0] in _BEGINNINGS:
        yield words[0]
    if words[1] not in UNIT_CLASS:
        yield words[1]


def _second(amount: Quantity, text: str, grounds: Iterable[Ground]) -> bool:
    """Whether 第二年 is the 次年 of a paragraph, 第二天 its 次日."""
    found = _SECOND.match(text, amount.start) if amount.kind == "ordinal" else None
    return found is not None and any(re.search(_NEXT[found.lastgroup or ""], ground.text) for ground in grounds)
