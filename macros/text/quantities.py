"""Amounts, dates, times of day, percentages and frequencies in a Chinese text, in whatever writing, so that two texts can be
compared (`likeness`). Words in which a numeral is no amount (一起, 统一, 一个接一个) are none; an amount of one in Chinese
(一个, 一次) is an article and given apart. Knows no entry.
"""

import re
from collections.abc import Iterable
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from macros.text import kept, shares
from macros.text.frequencies import Frequency, day_behind, frequencies
from macros.text.numerals import ARABIC, BANK, CHINESE, MASK, MASK_SIGNS, SIGNS, beside, value

_CLASSES = {
    "visits": "人次",
    "person": "名|位|人",
    "event": "次|回|场|期|讲|堂|课|轮|批|趟|遍|节",
    "share": "%|％|个百分点",
    "money": "元|块钱",
    "minutes": "分钟|小时|个小时|个钟头|刻钟",
    "workdays": "个工作日|工作日",
    "days": "天|日|周|个星期|星期|个周",
    "months": "个月|年|个季度",
    "times": "倍",
    "area": "平方米|公里|亩|米|公斤|吨",
    "any": "个",
    "thing": "条|件|项|大类|大项|大块|大方面|大部分|大步|小类|小项|篇|份|家|户|处|所|支|种|类|方面|部分|步|张|套|间|座|栋|本|册|门|样|站|点|队|组|对|部|例|起|字|票|句|则|幅|把|台|辆|道|笔|款|层|方|盏|棵|株|艘|枚|颗|封",
}
UNIT_CLASS = {unit: name for name, units in _CLASSES.items() for unit in units.split("|")}
_UNITS = "|".join(sorted(map(re.escape, UNIT_CLASS), key=len, reverse=True))
# How many of the base unit (minutes, days, months) these are.
BASE = {"小时": 60, "个小时": 60, "个钟头": 60, "刻钟": 15, "周": 7, "个星期": 7, "星期": 7, "个周": 7, "年": 12, "个季度": 3}
# What an editor may count in a paragraph; persons, events, time and money nobody counts there.
COUNTED = frozenset({"any", "thing"})

# So many characters behind an amount are looked at for what is counted.
NOUN = 10
_ONE = f"(?:{ARABIC}|{CHINESE})"
_NUMBER = f"(?:(?P<half>半)|(?P<low>(?:(?:{ARABIC})[百千]?|(?:{CHINESE})(?:[万亿](?:{CHINESE}))?|几[十百千]|[十百千]几|[{SIGNS}]|{MASK})(?:几)?[万亿]*)" \
          f"(?P<more>[多余来](?=[^0-9]))?(?P<scale>[万亿]+)?(?:\\s*[-—–~～至到]+\\s*(?P<high>(?:{ARABIC}|{CHINESE}|{MASK})[万亿]*))?)"
# What an amount or a date begins with: asked first at every character, since few have it.
_SIGN = f"0-9０-９零〇一二两三四五六七八九十百千几半廿卅卌{BANK}"
_OTHER = f"第过翻俩仨{SIGNS}{MASK_SIGNS}"
# 8点半, 8:30, 八点三十分; 8点 alone only beside 上午 and the like, since it may be eight points.
_CLOCK = (f"(?P<hour>[0-2]?[0-9]|[零一二两三四五六七八九十]{{1,3}})(?:[:：](?P<minute>[0-5][0-9])(?![0-9:：])|[点时](?:(?P<past>半)(?!数)|(?P<quarter>[一三])刻|钟|整|"
          f"(?P<minutes>[0-5][0-9]|(?:{CHINESE})(?=分))分?))")
# 5G is a name, 5km an amount.
_CODE = "[0-9]+(?:[.][0-9]+)?(?!(?:[kcm]?m|kg|h|min)(?![A-Za-z]))[A-WYZa-wyz][A-Za-z]{0,2}(?![A-Za-z0-9])"
_AMOUNT = re.compile(
    f"(?=[{_SIGN}{_OTHER}超近])(?:"
    f"{shares.PATTERN}"
    f"|翻了?(?:(?P<fold>[一两二三四1-4])?(?P<fan>番)|一?(?P<twice>倍))"
    f"|(?P<both>[俩仨])"
    f"|(?P<clock>{_CLOCK})"
    f"|(?P<code>{_CODE})"
    f"|(?P<ordinal>第(?P<nth>{_ONE}|{MASK}))(?P<nthunit>[一-鿿]?)"
    f"|{_NUMBER}(?P<unit>(?:个?半)?(?:{_UNITS})?)(?:(?<=[天年月周倍])(?P<tail>半)(?![数价年天月小个]))?(?P<over>多|余)?)")
_YEAR = r"[12][0-9]{3}|[１２][０-９]{3}|[一二][〇零一二三四五六七八九]{3}"
_DATE = re.compile(
    rf"(?=[{_SIGN}])(?:(?P<y>{_YEAR})年(?P<part>年?(?:底|初|末|中)|上半年|下半年|第?[一二三四1-4]季度)?)?"
    rf"(?:(?P<m>{_ONE})月(?:份|(?!次|一[一-鿿](?<![日号])))(?P<mpart>底|初|末|中旬|上旬|下旬)?)?(?:(?P<d>{_ONE})[日号](?!内|以内|之内|以上|左右|的时间|报|常|子|用))?")
# A numeral in these is no amount.
_NO_AMOUNT = re.compile(
    f"(?=[{_SIGN}三五四千七接八双万星周])(?:"
    "一个接一个|一家一家|一件一件|一条一条|一步一步|一个一个|一对一|一体|一百分|十分(?!之|钟)|四面八方|千方百计|三三两两|五湖四海|百姓|千家万户|七嘴八舌|"
    "接二连三|两头|两边|两级|三级|四级|五级|两者|三者|两手|双方|千万(?=不|要|别)|百花|万一|三农|一线|第一时间|第一手|一方面|另一方面|"
    "一部分|一小部分|一大部分|十全|百年|千秋|万众|三言两语|一五一十|四季|八方|百忙|星期[一二三四五六日]|周[一二三四五六日](?![次个天]))")
_HAS = re.compile(f"[{_SIGN}{_OTHER}每双单偶奇隔按逐年月季周天]")
# Every amount has one of these.
_BEGUN = re.compile(f"[{_SIGN}{_OTHER}]")
_HEAD = re.compile("乡镇街道|乡镇|镇街|街道|社区|行政村|村|镇|乡|县区|县|区|市|省")
# These are counted without a unit: 四部门.
_COUNTED_PLAIN = re.compile("部门|单位|乡镇|街道|界别|社区")
_ABOUT = re.compile("(?:大约|约|将近|接近|近|大概|差不多)$")
_ABOVE = re.compile("(?:(?<!不)(?<!不[得能可应])(?<!未)(?:超过|超|多于|突破)|逾|不止|至少|不少于|不下)$")  # 不超过 is the most, not more
_ABOUT_BEHIND, _ABOVE_BEHIND = re.compile("左右(?!手|邻)|上下(?![级游联半])"), re.compile("以上|有余|开外|出头|还多|往上|挂零")
_OVER = re.compile("[多强](?![个名位条件次数年月种样大者])")  # 三分之二多
# Behind these a number of days is how long, not which: 期限30日.
_LASTS = re.compile("(?:期限|限期|时限|为期|历时|提前|连续|每满|期满|届满|不超过|不少于|至少|至多|最多|超过|不足)(?:为|是|了|在|定为)?$")
_GROWN = re.compile("(?:增加|增长|提高|上升|扩大|多)(?:了|近|约)*$")
_BY_DAY = re.compile("(?:上午|下午|早上|早晨|清晨|凌晨|中午|晚上|傍晚|[早晚])$")
_AFTERNOON = re.compile("(?:下午|晚上|傍晚|晚)$")
_NOT_WORDS = re.compile("[A-Za-z0-9０-９]$")
_NO_DATE = re.compile("[每几第多A-Za-z0-9０-９]")
_ARABIC, _SIGNED, _MASKED = re.compile("[0-9０-９]"), re.compile(f"[{SIGNS}]"), re.compile(f"(?:{MASK})[万亿]*")


class Quantity(NamedTuple):
    """An amount in a text, from character `start` to `end`.

    `kind` says what is counted (`person`, `minutes`, `share`, …; `date`, `clock` in minutes of the day, `frequency`, `ordinal`,
    `code` for 5G, `bare` where no unit stands), `low` and `high` the number in the kind's base unit (minutes, days, months, hundredths), None where it is
    masked. `slack` says how near is near enough: "" exactly, "more" 260多, "about" 约260, "above" 超过260. `noun` is what follows. An `article` is one in Chinese: 一个.
    """

    start: int
    end: int
    text: str
    kind: str
    low: Fraction | None = None
    high: Fraction | None = None
    slack: str = ""
    unit: str = ""
    noun: str = ""
    arabic: bool = False
    date: tuple[str, ...] = ()
    frequency: Frequency | None = None
    article: bool = False

    @property
    def masked(self) -> bool:
        return self.frequency.masked if self.frequency else self.low is None and not self.date

    @property
    def head(self) -> str:
        """What kind of place is counted, where one is: 乡镇 in 6个沿湖乡镇."""
        if self.kind not in COUNTED:
            return ""
        found = _HEAD.search(re.split("[，。；、：！？“”（）和与到在去向由说讲]", self.noun[:6])[0])
        return found.group() if found else ""


@lru_cache(maxsize=kept.STATEMENTS)
def quantities(text: str) -> tuple[Quantity, ...]:
    """All amounts of a text in their order; masked ones included, articles not."""
    return tuple(q for q in every(text) if not q.article)


def articles(text: str) -> tuple[Quantity, ...]:
    """Where a text has one of something in Chinese: 一个, 一名; mostly no more than an article."""
    return tuple(q for q in every(text) if q.article)


@lru_cache(maxsize=kept.STATEMENTS)
def every(text: str) -> tuple[Quantity, ...]:
    """All amounts and articles of a text in their order."""
    if not _HAS.search(text):
        return ()
    found = [Quantity(f.start, f.end, f.text, "frequency", frequency=f, arabic=bool(_ARABIC.search(f.text)))
             for f in frequencies(text)]
    rest = _blanked(text, ((f.start, f.end + day_behind(text, f.end)) for f in found))
    rest = _blanked(rest, (m.span() for m in _NO_AMOUNT.finditer(rest)))
    dates = list(_dates(rest))
    rest = _blanked(rest, ((d.start, d.end) for d in dates))
    found += dates
    found += _amounts(text, rest) if _BEGUN.search(rest) else ()
    return tuple(sorted(found, key=lambda q: q.start))


def _blanked(text: str, spans: Iterable[tuple[int, int]]) -> str:
    for start, end in spans:
        # Character by character, so that places stay.
        text = text[:start] + "\0" * (end - start) + text[end:]
    return text


def _dates(text: str) -> list[Quantity]:
    found = []
    for m in _DATE.finditer(text):
        if not m.group() or not (m["y"] or m["m"] or m["d"]):
            continue
        if not (m["y"] or m["m"]) and m.group().endswith("号") and not _ARABIC.search(m.group()):
            continue  # “一号工程”
        if _NO_DATE.match(text[m.start() - 1:m.start()]):
            continue
        if not (m["y"] or m["m"]) and _LASTS.search(text[max(0, m.start() - 6):m.start()]):
            continue
        parts = {"y": m["y"], "m": m["m"], "d": m["d"]}
        said = tuple(f"{key}{value(written)}" for key, written in parts.items() if written)
        extra = [re.sub("^年|第", "", e).replace("末", "底") for e in (m["part"], m["mpart"]) if e]
        end = m.end()
        found.append(Quantity(m.start(), end, m.group(), "date", arabic=bool(_ARABIC.search(m.group())),
                              date=(*said, *(f"p{e}" for e in extra)), noun=text[end:end + 8]))
    return found


def _amounts(text: str, rest: str) -> list[Quantity]:
    return [made for m in _AMOUNT.finditer(rest) if (made := _amount(m, text))]


def _amount(m: re.Match[str], text: str) -> Quantity | None:
    written = m.group()
    arabic = bool(_ARABIC.search(written))
    noun = text[m.end():m.end() + NOUN]
    base = {"start": m.start(), "end": m.end(), "text": written, "arabic": arabic, "noun": noun}
    before = text[max(0, m.start() - 6):m.start()]
    if (share := shares.read(m)) is not None:
        low, high, slack = share
        slack = slack or _slack(before, noun) or ("above" if _OVER.match(noun) else "")
        return Quantity(**base, kind="share", low=low, high=high, unit="%", slack=slack)  # type: ignore[arg-type]
    if m["fan"] or m["twice"]:
        low = Fraction(2 ** int(value(m["fold"] or "一") or 1))
        return Quantity(**base, kind="times", low=low, high=low, unit="倍")  # type: ignore[arg-type]
    if m["both"]:
        low = Fraction(2 if m["both"] == "俩" else 3)
        return Quantity(**base, kind="any", low=low, high=low, unit="个")  # type: ignore[arg-type]
    if m["clock"]:
        return _clock(m, before, base)
    if m["code"]:
        return None if _NOT_WORDS.search(before) else Quantity(**base, kind="code", low=Fraction(0), high=Fraction(0))  # type: ignore[arg-type]
    if m["ordinal"]:
        return _ordinal(m, base)
    return _counted(m, text, base)


def _slack(before: str, behind: str) -> str:
    """How near is near enough, by the words before and behind an amount."""
    if _ABOUT.search(before) or _ABOUT_BEHIND.match(behind):
        return "about"
    return "above" if _ABOVE.search(before) or _ABOVE_BEHIND.match(behind) else ""


def _clock(m: re.Match[str], before: str, base: dict[str, object]) -> Quantity | None:
    hour = value(m["hour"])
    minutes = Fraction(30) if m["past"] else Fraction(15) * (value(m["quarter"]) or 0) if m["quarter"] else value(m["minute"] or m["minutes"] or "零")
    if hour is None or minutes is None or hour > 24:
        return None
    low = (hour + (12 if hour < 12 and _AFTERNOON.search(before) else 0)) * 60 + minutes
    return Quantity(**base, kind="clock", low=low, high=low)  # type: ignore[arg-type]


def _ordinal(m: re.Match[str], base: dict[str, object]) -> Quantity | None:
    nth = value(m["nth"])
    part = m["nthunit"] == "部" and str(base["noun"]).startswith("分")
    if m["nthunit"] in ("段", "篇", "节", "页", "行") or part or (nth == 1 and not base["arabic"]):
        return None
    return Quantity(**base, kind="ordinal", low=nth, high=nth)  # type: ignore[arg-type]


def _counted(m: re.Match[str], text: str, base: dict[str, object]) -> Quantity | None:
    if _SIGNED.match(m.group()) and (len(_SIGNED.findall(text)) > 1 or not re.match(r"[\w”]", text[m.start() - 1:m.start()])):
        return None  # ① begins an item
    unit, before = m["unit"] or "", text[max(0, m.start() - 6):m.start()]
    halves = unit.startswith(("个半", "半"))
    unit = unit.removeprefix("个半").removeprefix("半") if halves else unit
    unit = unit if not halves or unit in UNIT_CLASS else ""
    kind = UNIT_CLASS.get(unit, "any" if not unit and _COUNTED_PLAIN.match(str(base["noun"])) else "bare")
    slack = "more" if m["more"] or m["over"] else "above" if before.endswith("上") and m.group()[0] in "百千万" else _slack(before, str(base["noun"]))
    low: Fraction | None
    high: Fraction | None
    if m["half"]:
        if kind not in ("minutes", "days", "months") or before.endswith(("上", "下")):
            return None  # 上半年 is which, not how long
        low = high = Fraction(1, 2)
    else:
        low, high, vague = _bounds(m)
        slack = slack or vague
        if low is None and not _MASKED.fullmatch(m["low"]):
            return None
    if low is not None and (halves or m["tail"]):
        low, high = low + Fraction(1, 2), (high or low) + Fraction(1, 2)
    if kind == "times" and low is not None and _GROWN.search(before):
        low, high = low + 1, (high or low) + 1
    article = low == 1 and not base["arabic"] and not (m["high"] or m["more"]) and kind in COUNTED | {"person"}
    if not article and _is_no_amount(m, kind, low, before, bool(base["arabic"]), str(base["noun"])):
        return None
    if unit == "点" and low is not None and _BY_DAY.search(before):
        low = (low + (12 if low < 12 and _AFTERNOON.search(before) else 0)) * 60
        return Quantity(**base, kind="clock", low=low, high=low)  # type: ignore[arg-type]
    times = BASE.get(unit, 1)
    return Quantity(**base, kind=kind, unit=unit, slack=slack, low=None if low is None else low * times,  # type: ignore[arg-type]
                    high=None if high is None else high * times, article=article)


def _bounds(m: re.Match[str]) -> tuple[Fraction | None, Fraction | None, str]:
    """Lower and upper number and how exact they are: 十几 is more than 10, 几十 from 20 on."""
    written, scale = m["low"], m["scale"] or ""
    if "几" in written:
        digits = written.replace("几", "")
        number = value((digits if not written.startswith("几") else "二" + digits) + scale)
        return number, number, "more"
    if not m["high"] and not scale and (pair := beside(written)):
        return *pair, ""
    low = value(written + scale)
    high = value(m["high"] + scale) if m["high"] else low
    if m["high"] and low is not None and m["high"][-1] in "万亿" and written[-1] not in "万亿":
        low = value(written + m["high"][-1])
    return low, high, ""


def _is_no_amount(m: re.Match[str], kind: str, low: Fraction | None, before: str, arabic: bool, noun: str) -> bool:
    if arabic:
        return bool(re.search("[A-Za-z_./-]$", before)) and kind == "bare"
    if low is None:
        return kind == "bare" and not re.search("[“+＋]$", before) and not noun.startswith(("+", "＋"))
    if low == 1 and kind not in ("times", "minutes") and not m["high"] and not m["more"]:
        return not (kind in ("days", "months", "minutes") and re.match("以?之?内", noun))
    if kind == "bare":
        return len(m["low"]) < 3 or not re.search("[十百千万]", m["low"])
    # 双 and the like are read elsewhere; 三不, 四有 have no unit.
    return False
