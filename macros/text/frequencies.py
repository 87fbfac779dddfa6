"""How often something comes back, as Chinese texts say it: 每两个月一次 = 双月 = 偶数月 = 隔月, 每季度 = 一年四次, 月月.

Knows no entry.
"""

import re
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property, lru_cache

from macros.text import kept
from macros.text.numerals import ARABIC, CHINESE, MASK, beside, value

_NUMBER = f"(?:{ARABIC}|{CHINESE})"
TIMES = "次|回|场|期|讲|趟|遍|堂|轮|天|日"
# The part of a year that a unit is, in months; a week and a day count by themselves.
_MONTHS = {"年": Fraction(12), "季": Fraction(3), "季度": Fraction(3), "月": Fraction(1),
           "周": Fraction(7, 30), "星期": Fraction(7, 30), "礼拜": Fraction(7, 30), "天": Fraction(1, 30), "日": Fraction(1, 30)}
_UNIT = "季度|季|年|月|星期|礼拜|周|天|日"
# 一年一换, 一月一主题: what is done once in it is no count (一年一百件, 一年一次), and 一 begins no word (一起).
_DEED = (f"(?![{TIMES.replace('|', '')}0-9零〇一二两三四五六七八九十百千万亿半几个名位人件条项篇份家户种类号张支册本部年月季周届夜级般定直起律共些样旦致切方边面下线时同向体并味再旁块道把点多贯票套站款]"
         "|[大小][批部时半]|以)[一-鿿](?:[一-鿿](?![一-鿿]))?")
_PERIOD = re.compile(
    f"(?=[每按逐隔年月季周天双单偶奇半0-9０-９零〇一二两三四五六七八九十百千])(?:"
    f"(?P<halves>每年的?上、?下半年(?:各|分别))"
    f"|(?:每隔|每逢|每到|每|按|逐|隔)(?P<n>{_NUMBER}|半|双|单)?(?:个)?(?P<unit>{_UNIT})(?:度(?!假))?(?P<half>里|内|中|份)?"
    f"|(?P<twice>(?<![今明去前本当来全同每近0-9０-９〇零一二三四五六七八九十])年年(?![底初末中度均内])|月月|季季|周周|天天)"
    f"|(?P<odd>双数?月|单数?月|偶数月|奇数月|隔月|隔周|双周)"
    f"|(?P<bare>(?P<bn>{_NUMBER}|(?<![上下])半)个?(?P<bunit>季度|年|月|星期|周|季|天)(?:里|内|中)?(?![多余]?来|以来)(?!(?<=月){_NUMBER}[日号])(?=[^，。；、？！多内以之]{{0,9}}?(?:{_NUMBER}|{MASK})(?:{TIMES})))"
    f"|(?<![第今去明前后本当上下这那头年月0-9０-９〇零一二三四五六七八九十])(?P<once>(?:一届|(?P<on>[一两二三四五半]|[1-5](?!\\d))个?(?P<ounit>季度|年|星期|周|季|天|日)|(?P<om>[一两])个?月)一{_DEED})"
    f"|(?P<term>每届|每一届)"
    f"|(?P<adverb>(?<![一本当次上下今明去前后跨该])(?:季度|年度))(?=例会|通报|会商|考核|督查|汇报|评选))")
# Every period has one of these.
_HAS = re.compile("[年季月周天日届]|星期|礼拜")
_COUNT = re.compile(f"(?P<gap>[^，。；、？！：“”0-9０-９]{{0,10}}?)(?P<n>{_NUMBER}|{MASK})(?:[-—–~～至到]{{1,2}}(?P<most>{_NUMBER}))?个?(?P<unit>{TIMES})(?!目)")
_DAYS = re.compile(f"[^，。；？！]{{0,3}}?(?P<days>{_NUMBER}[日号](?:上午|下午)?(?:[、和与及]{{1,2}}{_NUMBER}[日号])+)")
_DAY = re.compile(f"[一二三四五六日天](?!{TIMES}|[个名位人件条项篇份家户])")
# 十二月 is no twelve months.
_FEW_MONTHS = 6
# Before and behind a month of the year.
_YEAR_BEFORE, _OF_YEAR = re.compile("(?:[年到至从自前]|截止)$"), re.compile("[份底初末共已就曾]|[上中下]旬|一共|总共")
# What was counted in a stretch of time that is over, by the words before it: 今年一季度, 前半年, 过去一年, 头三个月.
_THAT_ONE = re.compile("(?:[今去前当上明后本]年|[0-9０-９〇○零一二三四五六七八九]{4}年|过去|最近|[近前后头这])的?$")
_UP_TO = ("到", "至", "从", "自", "截止")
_NO_COUNT = re.compile("(?:第|哪|同|另|有|某)$")


@dataclass(frozen=True)
class Frequency:
    """What comes back every `months` months, `times` times in them where that is said, up to `most` times where it is a range.

    `days` where days are counted, `term` is once a term of office, `parity` which months are meant: "odd", "even", or "" where nothing says it. Characters `start` to `end` of the text.
    """

    start: int
    end: int
    text: str
    months: Fraction
    times: Fraction | None = None
    term: bool = False
    masked: bool = False
    parity: str = ""
    days: bool = False
    most: Fraction | None = None

    def agrees(self, other: "Frequency") -> bool:
        """Whether this may be said where `other` is: equal periods and numbers, or the same number of times a year."""
        # 双月 is often no more than every two months; 单月 says which months are meant.
        if self.parity != other.parity and "odd" in (self.parity, other.parity) and self.parity:
            return False
        # 每月一天 may be told as once a month, 每月一次 not as a day a month.
        if self.days and not other.days and self.times and other.times:
            return False
        if self.term or other.term:
            return self.term and other.term and self._times_agree(other)
        if self._period == other._period:
            return self._times_agree(other)
        return self._a_year == other._a_year and self.most is None is other.most

    def _times_agree(self, other: "Frequency") -> bool:
        return self.times is None or (self.times, self.most) == (other.times, other.most) or (self.times == 1 and self.most is None is other.times)

    # As plain numbers: fractions are slow to compare, and each is compared with all of its paragraph.
    @cached_property
    def _period(self) -> tuple[int, int]:
        return self.months.as_integer_ratio()

    @cached_property
    def _a_year(self) -> tuple[int, int]:
        return ((self.times or Fraction(1)) * 12 / self.months).as_integer_ratio()


@lru_cache(maxsize=kept.STATEMENTS)
def frequencies(text: str) -> tuple[Frequency, ...]:
    """All frequencies of a text in their order."""
    if not _HAS.search(text):
        return ()
    found = []
    end = 0
    for m in _PERIOD.finditer(text):
        if m.start() < end or m.end() == m.start():
            continue
        months = _months(m)
        if months is None:
            continue
        counted = None if m["once"] else _COUNT.match(text, m.end())
        if counted and (_NO_COUNT.search(counted["gap"]) or _another(text, m.end(), counted.end("gap"))):
            counted = None
        if m["bare"] and (not counted or _of_year(m, text, counted["gap"])):
            continue
        end, times, most, masked = m.end(), Fraction(1) if m["once"] else None, None, False
        if counted:
            times, most = _times(counted)
            masked = times is None
            end = counted.end()
        if counted and counted["unit"] == "日" and not masked:  # 每月5日 is a day, not five of them
            times, most, end = None, None, m.end()
        days = None if counted and counted["unit"] not in "日天" else _DAYS.match(text, m.end())
        if days:
            times, most, end = Fraction(len(re.findall("[日号]", days["days"]))), None, m.end()
        found.append(Frequency(m.start(), end, text[m.start():end], months, times, not months, masked, _parity(m["odd"] or ""),
                               bool(days or (counted and counted["unit"] in "天日")), most))
    return tuple(found)


def _times(counted: re.Match[str]) -> tuple[Fraction | None, Fraction | None]:
    """How many times, and up to how many where a range is told: 2至3次, 两三次."""
    if counted["most"]:
        return value(counted["n"]), value(counted["most"])
    return beside(counted["n"]) or (value(counted["n"]), None)


def day_behind(text: str, end: int) -> int:
    """How many characters behind `end` name the day of the week in which a frequency ends: in 每周五街道上门 no streets are counted."""
    return int(text[end - 1:end] in ("周", "期", "拜") and bool(_DAY.match(text, end)))


def _of_year(m: re.Match[str], text: str, gap: str) -> bool:
    """Whether a bare period is one of the year, or one that is over: to 到3月底一共出车17次, 今年一季度发出9期 and 过去一年开会12次 a count
    belongs that is done with; 三月一次 and 一季度一次 say how often."""
    before, number = text[:m.start()], m["bn"]
    if _THAT_ONE.search(before):
        return True
    if "个" in m.group() or number in ("半", "两", "双", "单"):
        return False
    if m["bunit"] in ("季度", "季"):
        # 二季度 is the second of a year; every two are 两个季度.
        second = value(number) != 1 and m.group() != "四季"
        return second or number.isdigit() or before.endswith(("第", "年")) or bool(_OF_YEAR.match(gap) or (gap and before.endswith(_UP_TO)))
    return m["bunit"] == "月" and bool(_YEAR_BEFORE.search(before) or _OF_YEAR.match(gap) or (gap and number.isdigit()))


def _another(text: str, start: int, end: int) -> bool:
    """Whether another period begins between: in 双月的反馈和一年两次评比 the two are of the year."""
    found = _PERIOD.search(text, start)
    return bool(found and found.start() < end)


def _parity(words: str) -> str:
    return "odd" if words.startswith(("单", "奇")) else "even" if words.startswith(("双", "偶")) and "月" in words else ""


def _months(m: re.Match[str]) -> Fraction | None:
    if m["term"] or (m["once"] or "").startswith("一届"):
        return Fraction(0)
    if m["halves"]:
        return Fraction(6)
    if m["adverb"]:
        return _MONTHS[m["adverb"][:-1]]
    if m["twice"]:
        return _MONTHS[m["twice"][0]]
    if m["odd"]:
        return Fraction(14, 30) if "周" in m["odd"] else Fraction(2)
    if m["once"]:
        unit, number = (m["ounit"], m["on"]) if m["ounit"] else ("月", m["om"])
    else:
        unit, number = (m["bunit"], m["bn"]) if m["bare"] else (m["unit"], m["n"])
    length = _MONTHS[unit]
    if number in ("双", "单"):
        return length * 2
    if number == "半":
        return length / 2
    if m["bare"] and number == "四" and m.group() == "四季":
        return length  # each of the four
    if not number:
        return length * 2 if m.group().startswith(("隔", "每隔")) else length
    count = value(number)
    # 2024年 is a date.
    if count is None or count == 0 or count > 24:
        return None
    # 十二月 is December, 两月一次 every two months.
    if m["bare"] and unit == "月" and count > _FEW_MONTHS and "个" not in m.group():
        return None
    # 隔月 is every other month, 每隔一个月 as well.
    every_other = m.group().startswith(("隔", "每隔")) and count == 1
    return length * (2 if every_other else count)
