"""What is filled in beside quoted words must be what these words say: value, bound, interval, times."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from macros.findings import Finding
from macros.fulltext import enumerated
from macros.fulltext.verbatim import Part, Texts
from macros.library.catalog import Catalog
from macros.model.accounts import Account, Figure, Point
from macros.model.entries import Practice
from macros.model.inline_links import Place
from macros.model.vocabulary import Bound, Every, FigureState, TimesState
from macros.rules.rule import Rule
from macros.text.frequencies import Frequency, frequencies
from macros.text.numerals import ARABIC, CHINESE, MASK, MASK_SIGNS, value
from macros.text.quantities import Quantity, articles, quantities

_NUMBER = re.compile(f"(?:{ARABIC}|{CHINESE})[万亿]*")
_BOUNDS = (
    (Bound.AT_LEAST, re.compile("至少|不少于|不低于|不得少于|不下|起码|最少|以上|超过|不止|[0-9十百千万][多余]")),
    (Bound.AT_MOST, re.compile("至多|不超过|不多于|最多|以内|之内|以下|不高于|不得超过|[0-9日天月年]内")),
    (Bound.ABOUT, re.compile("大约|约|左右|近|上下|[0-9十百千万][多余]|几")),
)
_MONTHS = {Every.MONTH: 1, Every.TWO_MONTHS: 2, Every.QUARTER: 3, Every.HALF_YEAR: 6, Every.YEAR: 12, Every.WEEK: Fraction(7, 30)}
_REGULAR = re.compile("定期")
# A mask that no name of a place ends: x市 may be so many cities, xx市 is one.
_HIDDEN = re.compile(f"{MASK}(?![{MASK_SIGNS}省市县区州旗乡镇村局委部])|(?<![{MASK_SIGNS}])[{MASK_SIGNS}](?=[市县区])|某(?=[次个名家条件项场])")
HIDDEN_CURE = "改成 state: redacted（原文隐去），删去数值（value）；数出来的、按间隔推算的也不补"


def check_practice(catalog: Catalog, pid: str, practice: Practice) -> Iterator[Finding]:
    for i, account in enumerate(practice.accounts):
        for j, figure in enumerate(account.figures):
            for where, message, cure in _of_figure(figure):
                yield catalog.finding("practices", pid, ("accounts", i, "figures", j, *where), RULE.code, message, cure)
        for j, point in enumerate(account.points):
            for where, message, cure in _of_point(point):
                yield catalog.finding("practices", pid, ("accounts", i, "points", j, *where), RULE.code, message, cure)


def tells(account: Account, place: Place) -> bool:
    """Whether this rule tells of a figure or point (`figures`, 2) already."""
    kind, index = place[0], int(place[1])
    return any(True for _ in (_of_figure(account.figures[index]) if kind == "figures" else _of_point(account.points[index])))


def _of_figure(figure: Figure) -> Iterator[tuple[Place, str, str]]:
    """The field that is wrong, what is wrong with it and what to write."""
    raw = figure.raw or ""
    if figure.state is FigureState.GIVEN and figure.value is not None:
        said = _numbers(raw)
        if wrong := _not_said(figure.value, raw, said):
            yield ("value",), *wrong
        elif said and Fraction(figure.value) not in said:
            yield (("value",), f"数值（value）写了 {figure.value}，原文写法（raw）“{raw}”里是 {_written(raw)}，两处不一致",
                   "对照原文，改写错的那一处")
    elif figure.state is FigureState.LISTED and hides(raw):
        yield ("state",), f"标为只列名称，原文写法（raw）“{raw}”里却有数，是隐去的", "改成 state: redacted（原文隐去）；原文写法抄错了就改原文写法（raw）"
    if wrong := _bound(figure.bound, raw):
        yield ("bound",), *wrong
    if figure.members and (of_members := _members(figure, raw)):
        yield of_members


def _members(figure: Figure, raw: str) -> tuple[Place, str, str] | None:
    """What is wrong with the members beside a number of them, or beside words that list them."""
    count = figure.value if figure.state is FigureState.GIVEN else None
    if count is not None and count < len(figure.members):
        return ("members", int(count)), f"数值（value）是 {count}，所列名称却有 {len(figure.members)} 个", "对照原文，改写错的那一处"
    if twice := next((k for k, member in enumerate(figure.members) if member in figure.members[:k]), None):
        return ("members", twice), f"所列名称里“{figure.members[twice]}”写了两次", "删去一个；原文另有一个的，照原文改"
    listed = Texts((Part("", raw),))
    there, strange = enumerated.found(figure.members, listed), enumerated.absent(figure.members, listed)
    # Words that go on (等) may name fewer.
    if there is None or ("等" in raw and len(figure.members) > raw.count("、") + 1):
        return None
    if strange:
        return ("members", figure.members.index(strange[0])), f"所列名称“{strange[0]}”不在原文写法（raw）“{raw}”里，两处不一致", "对照原文，改写错的那一处"
    if missing := next(enumerated.left_out(there), None):
        return ("members", 0), f"原文写法（raw）“{raw}”里有“{missing}”，所列名称里没有", "照原文列全"
    return None


def _of_point(point: Point) -> Iterator[tuple[Place, str, str]]:
    raw = point.raw or ""
    said = _said(raw)
    if point.every and (wrong := _interval(point.every, said, raw)):
        yield ("every",), *wrong
        return
    if point.times is None:
        return
    if point.times.state is TimesState.GIVEN and point.times.value is not None:
        counts = _times(raw, said)
        if wrong := _not_said(point.times.value, raw, counts or (frozenset() if hides(raw) else _numbers(raw))):
            yield ("times", "value"), *wrong
        elif counts and Fraction(point.times.value) not in counts:
            yield (("times", "value"), f"次数写了 {point.times.value}，原文写法（raw）“{raw}”里是 {_written(raw)}，两处不一致", "对照原文，改写错的那一处")
    if wrong := _bound(point.times.bound, raw):
        yield ("times", "bound"), *wrong


def _not_said(number: Decimal, raw: str, said: frozenset[Fraction]) -> tuple[str, str] | None:
    """What is wrong with a number beside words that hide it."""
    return (f"原文写法（raw）“{raw}”里的数，原文隐去了，却填了 {number}", HIDDEN_CURE) if not said and hides(raw) else None


def unfounded(account: Account, place: Place) -> Decimal | None:
    """What is filled in for a figure or point (`figures`, 2) whose words have no number at all."""
    index = int(place[1])
    if place[0] == "figures":
        figure = account.figures[index]
        return figure.value if figure.state is FigureState.GIVEN and not _numbers(figure.raw or "") else None
    times, raw = account.points[index].times, account.points[index].raw or ""
    return times.value if times and not _times(raw, _said(raw)) and not _numbers(raw) else None


def hides(raw: str) -> bool:
    """Whether these words have a number that the source hides: x个支部, not the name of xx市."""
    return any(q.masked for q in quantities(raw)) or bool(_HIDDEN.search(raw))


def _said(raw: str) -> tuple[Frequency, ...]:
    """How often these words say that something is done."""
    return tuple(f for f in frequencies(raw) if not _in_name(f, raw))


def _in_name(frequency: Frequency, raw: str) -> bool:
    """双月 in 双月协商座谈会 is part of a name: what is said of it is another interval."""
    after = raw[frequency.end:frequency.end + 1]
    return frequency.text in ("双月", "单月", "双周") and after != "" and after not in "的各逢一第开召举办组，；。、"


def _interval(every: Every, said: tuple[Frequency, ...], raw: str) -> tuple[str, str] | None:
    months, term = _MONTHS.get(every), every is Every.TERM
    fits = [f for f in said if (f.term if term else months is not None and f.months == months)]
    if said and not fits and (term or months is not None):
        right = next((e for e, n in _MONTHS.items() if n == said[0].months), Every.TERM if said[0].term else None)
        cure = f"照原文写法改成 every: {right.value}（{right.label}）" if right else "照原文写间隔；不按时间的写 every: other（其他）"
        return f"间隔写了 {every.value}（{every.label}），原文写法（raw）“{raw}”说的是“{said[0].text}”，两处不一致", f"{cure}；原文写法抄错了就改原文写法（raw）"
    if not said and _REGULAR.search(raw) and every not in (Every.REGULAR, Every.OTHER):
        return f"间隔写了 {every.value}（{every.label}），原文写法（raw）“{raw}”只说定期", "写成 every: regular（定期）；原文写法抄错了就改原文写法（raw）"
    return None


def _bound(bound: Bound | None, raw: str) -> tuple[str, str] | None:
    """What is wrong with a bound beside these words, where they have one."""
    said = next(((each, m.group()) for each, words in _BOUNDS if (m := words.search(raw))), None)
    if bound is None or said is None or said[0] is bound or any(each is bound and words.search(raw) for each, words in _BOUNDS):
        return None
    return (f"限度写了 {bound.value}（{bound.label}），原文写法（raw）“{raw}”里的“{said[1]}”是 {said[0].value}（{said[0].label}）",
            f"写成 bound: {said[0].value}；原文写法抄错了就改原文写法（raw）")


@lru_cache(maxsize=4096)
def _numbers(raw: str) -> frozenset[Fraction]:
    """Every number that these words can stand for, with 万 counted or not; of amounts only, where there are any."""
    amounts = [q for q in quantities(raw) if q.low is not None]
    found = {number for q in amounts for number in _readings(q)}
    found |= _counts(frequencies(raw))
    if not found:
        written = [m.group() for m in _NUMBER.finditer(raw)]
        found = {n for each in written for w in (each, *each) if (n := value(w)) is not None}
    return frozenset(found)


def _readings(amount: Quantity) -> Iterator[Fraction]:
    for written in _NUMBER.findall(amount.text):
        for each in (written, written.rstrip("万亿")):
            if (number := value(each)) is not None:
                yield number
                if "半" in amount.text:
                    yield number + Fraction(1, 2)
    yield from (number for number in (amount.low, amount.high) if number is not None)


def _times(raw: str, said: tuple[Frequency, ...]) -> frozenset[Fraction]:
    counts = _counts(said)
    return frozenset(counts or {q.low for q in quantities(raw) if q.kind == "event" and q.low is not None})


def _counts(said: Iterable[Frequency]) -> set[Fraction]:
    return {number for f in said for number in (f.times, f.most) if number is not None}


def _written(raw: str) -> str:
    """The numbers of these words as they are written there."""
    amounts = [q.text for q in quantities(raw) if q.low is not None or (q.frequency and _NUMBER.search(q.text))]
    return "、".join(dict.fromkeys(amounts or [q.text for q in articles(raw)] or _NUMBER.findall(raw)))


RULE = Rule(
    code="value-against-raw",
    title="数值、限度、间隔、所列名称与原文写法一致",
    why="原文写法（raw）照抄原文，数值（value）、限度（bound）、间隔（every）、次数（times）、所列名称（members）是照它填的；两处不同，必有一处抄错了。",
    wrong="value: 130, raw: 共收集意见127条",
    right="value: 127, raw: 共收集意见127条",
    check_practice=check_practice,
    exemptible=True,
)
