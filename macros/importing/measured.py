"""The figures that a draft of a practice proposes: those of its own words, given and masked; vague amounts and spans stand apart."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum
from functools import lru_cache
from typing import Any

from macros.fulltext.passages import Passage, vague
from macros.importing import ahead, bounds, labels, led, since
from macros.importing.quotes import unquoted
from macros.importing.words import ending, words
from macros.model.vocabulary import Bound
from macros.text.quantities import BASE, Quantity, quantities

_SENTENCE = re.compile(r"[^。！？!?\n]*[。！？!?]?")
_QUOTED = re.compile("“[^“”]{1,20}”|‘[^‘’]{1,20}’|《[^《》]{1,40}》")
# A count of what one may take home; dates, ordinals and bare numerals are no figures.
_KINDS = frozenset({"visits", "person", "event", "share", "money", "area", "any", "thing", "times"})
_LASTING = frozenset({"minutes", "workdays", "days", "months"})
# 三方坐在一起, 三个一: a count of sides, or of what a name counts.
_NAMED = re.compile("[两双三四五六七八九多](?:方|级|地)$")
_MOST = 8
# 一式两份, 排在末三位: how something lies, not how much of it; 一碗粥、两个馒头: told as one tells a scene.
_HOW_IT_LIES = re.compile("(?:一式|[前末后])$")
_SCENE = re.compile("一[碗张把杯只块条副碟盘壶][\u3400-\u9fff]{1,4}、$")
# 百栋, 三篇文章: said, not counted.
_SAID = re.compile("^[百千万]+[^百千万]$|^[一二三四五六七八九十]篇$|^[一二三四五六七八九十]件$")
# 分成红黄蓝三类: into what something is sorted.
_SORTED = re.compile("分[成为][^，,。；;：:]{0,8}?[一二两三四五六七八九十\\d]{1,2}[类档级色种]$|(?<![万千百\\d])[一二两三四五六七八九十]步$")
_SPAN = re.compile(r"\s*(?:至|到|[-—–～~]+)\s*")
_BEFORE = 14
# So far back the words before an amount are looked at: a text without a stop is no longer read again for each of its amounts.
_SENTENCE_MOST = 120
# What is reached or missed, and what follows from it: a rule, and no count of what was done.
_LIMIT = re.compile("(?:低于|高于|少于|多于|大于|小于|超过|超出|达到|达不到|未达|不到|不足|不满|未满|满|逾|不少于|不低于)[\u3400-\u9fff]{0,3}$")
_JUDGED = "评(?:为|定|选)|[确认判]定|定为|视[为作]|记(?:为|入)|为(?:优|良|合格|不合格|[红黄绿蓝][色灯牌码]|[一二三四五]星|[一二三甲乙丙A-D][等级档])|取消|约谈|扣|加分|亮[红黄绿]|退回"
_FOLLOWS = rf"{_JUDGED}|列(?:为|入)|通报|奖|表彰|授予|给予|予以|重[新办]|不予|不得|方[可能]|才[可能]|免|责令|限期|纳入|优先|淘汰|劝退|提醒|督办|转(?:为|入|交)|启动|可以?(?:参|申|评|获)"
_SO = "(?:就|即|则|应|要|一律|直接|将)?"
_THEN = re.compile(rf"(?:及?以[上下]|以[内外]|之内)?(?:{_SO}(?:{_JUDGED})|[^，,。；;：:]{{0,8}}?的(?:[，,]|[^，,。；;]{{0,8}}[，,]?{_SO}(?:{_FOLLOWS})))")
_GIVEN = re.compile("(?:^|[，,。；;：:])(?:凡是?|如果?|若|一旦|只要)[^，,。；;：:]*$")
# 两次以上的纠纷, 三次以上投诉的商户: what kind they are; 收到了三次以上的表扬 was counted.
_SUCH = re.compile("(?:及?以[上下]|以[内外])[^，,。；;：:、的]{0,8}?的(?=[\u3400-\u9fff])")
_REACHED = re.compile("(?:[了有达得共]|[收达得接]到|收集|收到|获得?|投入|筹集|建成|接待|召开|举办|开展|完成)[约近]?$")
_SCORE = re.compile(r"(?<![\u3400-\u9fff])(?:[\u3400-\u9fff]{0,6}?)(?P<label>(?:人均|平均|最高|户均|社区|委员)?(?:基础|综合|履职|测评|评议|考核|总)*(?:积分|得分|评分|均分|平均分|基础分|总分|分值))(?:为|达到?|是)?(?P<n>\d{1,4}(?:\.\d{1,2})?)分(?![钟之类成批期级])")


class Why(Enum):
    """Why an amount is proposed as no figure, in an editor's words."""

    VAGUE = "说得含糊，不是一个数"
    SPAN = "写的是从几到几，一格写不下"
    SAID = "像是一种说法，不是数出来的"
    BEFORE = "是变化以前的数"
    LASTS = "说的是时间长短"
    RULE = "是评定、处理的条件，不是做到的数"
    AHEAD = "说的是打算，不是做到的数"


@dataclass(frozen=True)
class Amount:
    """An amount of the text as written, its number where it is given (None for a span; `masked`, `vague` otherwise), what it counts, its
    bound; `why` it is no figure, where it is none."""

    raw: str
    number: str | None
    state: str
    label: str
    bound: Bound | None = None
    # From where to where it stands.
    start: int = 0
    end: int = 0
    why: Why | None = None

    def plain(self) -> dict[str, Any]:
        """As plain data."""
        return {"raw": self.raw, "value": self.number, "state": self.state, "label": self.label}


def amounts(passage: Passage) -> list[Amount]:
    """All amounts of a paragraph, vague ones too."""
    return list(_of(passage.text))


def given(text: str, *, planned: bool = False) -> list[Amount]:
    """The figures that a text gives and of which it says what they count, each once, at most eight; what is only planned where the
    practice itself is."""
    told = (None, Why.AHEAD) if planned else (None,)
    found = {(a.label, a.number): a for a in reversed([*_of(text), *scores(text)]) if a.number is not None and a.label and a.why in told}
    return list(_apart(text, sorted(found.values(), key=lambda a: a.start)[:_MOST]))


def _apart(text: str, found: list[Amount]) -> Iterator[Amount]:
    """The figures, those of one label each with what was done: 选取委员 and 委员完成述职 for 30名委员 and 17名委员完成述职."""
    for one in found:
        alike = any(other is not one and other.label == one.label for other in found)
        yield replace(one, label=labels.with_deed(text, one.start, one.end, one.label)) if alike else one


def scores(text: str) -> Iterator[Amount]:
    """What marks were given: 人均积分86.4分. A least mark is a rule (低于60分的)."""
    for m in _SCORE.finditer(text):
        yield Amount(m.group(), m["n"], "given", since.span(text, m.start()) + m["label"], None, m.start(), m.end())


def spans(text: str) -> list[str]:
    """The amounts that go from one number to another (3至5名, 50%至80%): no figure holds two numbers."""
    found = [q for q in _joined(text) if q.kind in _KINDS and q.unit and q.low != q.high and not q.masked and not _inside(text, q.start, q.end)]
    return list(dict.fromkeys(q.text + ("" if q.kind == "share" else labels.noun_behind(text, q)) for q in found))


@lru_cache(maxsize=1024)
def called(name: str) -> tuple[str, ...]:
    """What a text may call a practice by: its name and, of a long one, the last signs where they say something (观察哨 of 委员观察哨)."""
    short = name[-3:]
    told = words()
    plain = told.usual | told.bare | told.plain | frozenset((*told.concrete, *told.abstract))
    kind = ending(name)
    stem = name[:-len(kind)] if kind and kind in told.abstract else ""
    if len(stem) > 2:
        return (name, stem)
    generic = len(name) < 5 or not re.fullmatch("[\u3400-\u9fff]{3}", short) or short in plain or any(short.endswith(w) for w in plain if len(w) == 2)
    return (name,) if generic else (name, short)


# Each part of a draft asks for the same paragraphs.
@lru_cache(maxsize=256)
def about(text: str, name: str) -> str:
    """The sentences of a text that have the name, whatever its quotation marks, with those that go on from them without a
    name of their own; all of it where the name stands nowhere."""
    return "".join(of(text, name)) or text


def of(text: str, name: str) -> list[str]:
    """The sentences of a text that have the name, and those behind that call what has it by a shorter one; those of a paragraph whose
    first sentence says that it is about it."""
    short = _shortened(name)
    told: list[str] = []
    lead = led.length(text, name)
    for i, part in enumerate(sentences(text)):
        # 近三年选题库发布题目120个 behind 建“提案选题库”: called by what the name says without its first word.
        if i < lead:
            told.append(part)
        elif has(part, name) or (told and short and short.search(unquoted(part))):
            told.append(_half(part, name))
    return told


def _half(sentence: str, name: str) -> str:
    """What a sentence says of a name where its halves tell of several: of 建“协商站”，配两人；设“议事亭”，每周一次 one half."""
    halves = re.split("(?<=[；;])", sentence)
    own = next((i for i, half in enumerate(halves) if has(half, name)), None)
    if own is None or not any(_QUOTED.search(half) for i, half in enumerate(halves) if i != own):
        return sentence
    kept = [halves[own]]
    for half in halves[own + 1:]:
        if _QUOTED.search(half) and not has(half, name):
            break
        kept.append(half)
    return "".join(kept)


def _shortened(name: str) -> re.Pattern[str] | None:
    """How a text goes on to call what has a name of two words: 选题库 of 提案选题库, where no other word stands before it."""
    if len(name) < 5 or name[:2] not in words().usual | words().bare or not re.fullmatch("[\u3400-\u9fff]+", name):
        return None
    return re.compile(f"(?:(?<![\u3400-\u9fff])|(?<=[年月来以由在从把将对该本各此让使经到用靠的]))(?:{re.escape(name[2:])})")


def sentences(text: str) -> list[str]:
    """The sentences of a text, which together are all of it."""
    return [part for part in _SENTENCE.findall(text) if part]


def has(text: str, name: str) -> bool:
    """Whether a text calls a practice by its name, whatever its quotation marks."""
    bare = unquoted(text) if name else ""
    return bool(name) and any(called_so in bare for called_so in called(name))


def _of(text: str) -> Iterator[Amount]:
    """The amounts that say how much of something, and the vague ones and spans beside them."""
    return (a for a in every(text) if a.why not in (Why.SAID, Why.BEFORE, Why.LASTS))


def every(text: str) -> list[Amount]:
    """All amounts of a text, those too that are no figures, the vague ones behind the others; what belongs to a name and which day is none."""
    unclear = [v for v in vague(text) if not _inside(text, v.start, v.end)]
    turned = ahead.turn(text)
    found = [_amount(text, q, turned) for q in _joined(text) if (q.kind in _KINDS | _LASTING) and q.unit and not any(v.start < q.end and q.start < v.end for v in unclear) and not _named(text, q)]
    return [*found, *(Amount(text[span.start:span.end], None, "vague", "", None, span.start, span.end, Why.VAGUE) for span in unclear)]


def _amount(text: str, q: Quantity, turned: int | None) -> Amount:
    bound = bounds.bound(text[max(0, q.start - _BEFORE):q.start], text[q.end:q.end + _BEFORE], q.slack)
    why = _why(text, q, turned)
    raw, label = (q.text, "") if why is Why.LASTS else (labels.raw(text, q), labels.label(text, q))
    return Amount(raw, _number(q), "masked" if q.masked else "given", label, bound, q.start, q.end, why)


def _why(text: str, q: Quantity, turned: int | None) -> Why | None:
    if q.kind in _LASTING and not labels.recorded(text, q):
        return Why.LASTS
    if _only_said(text, q) or _SORTED.search(text[max(0, q.start - _BEFORE):q.start] + q.text) or _HOW_IT_LIES.search(text[:q.start]) or _SCENE.search(text[:q.start]):
        return Why.SAID
    if labels.turned_from(text, q):
        return Why.BEFORE
    if _condition(text, q) or _sort_of(text, q):
        return Why.RULE
    return Why.SPAN if q.low != q.high and not q.masked else Why.AHEAD if (turned is not None and turned <= q.start) or _ahead(text, q) else None


def _condition(text: str, q: Quantity) -> bool:
    """Whether an amount is what something is judged by: 达到90%以上的，评为…, 连续两次低于60分的，取消…; of what was reached it tells nothing."""
    said, behind = re.split("[，,。；;：:]", text[max(0, q.start - _SENTENCE_MOST):q.start])[-1], text[q.end:q.end + 40]
    limit = _LIMIT.search(said) or re.match("(?:及?以[上下]|以[内外]|之内)", behind)
    return bool(limit and (_THEN.match(behind) or (_GIVEN.search(text[max(0, q.start - 30):q.start]) and not re.search("[。；]", said))))


def _sort_of(text: str, q: Quantity) -> bool:
    """Whether an amount says of which things something is done: 反映两次以上的纠纷, 投资五百万元以上的项目; 吸引了300人以上的队伍 was reached."""
    return q.kind in ("event", "money", "area", *_LASTING) and _SUCH.match(text, q.end) is not None and _REACHED.search(text[max(0, q.start - 6):q.start]) is None


def _ahead(text: str, q: Quantity) -> bool:
    """Whether an amount is of what is planned: 计划到明年底再建8个."""
    said = re.split("[。；;！？]|(?<=[，,])(?=目前|现已|现有|已有|截至)", text[max(0, q.start - _SENTENCE_MOST):q.start])[-1]
    return bool(ahead.PLANNED.search(said))


def _named(text: str, q: Quantity) -> bool:
    """Whether an amount is part of a name, or a day of the week: “三张条子”, 三方, 每周五把…."""
    return text[:q.start].endswith(("周", "星期", "红")) or _NAMED.search(q.text) is not None or re.match("[一二三四五六七八九]", text[q.end:q.end + 1]) is not None or _inside(text, q.start, q.end)


def _only_said(text: str, amount: Quantity) -> bool:
    """Whether a number is a manner of speaking: 做好三篇文章, 百栋楼宇, 不少于一半."""
    if amount.kind == "share":
        return not amount.masked and not re.search("[%％百个成]", amount.text)
    said = _SAID.match(amount.text)
    return said is not None and (amount.text[0] in "百千万" or re.match("文章|事(?![项务])|大事|实事", text[amount.end:]) is not None)


def _joined(text: str) -> list[Quantity]:
    """The amounts, 50%至80% as one: of a span no end is a figure by itself."""
    found: list[Quantity] = []
    for amount in quantities(text):
        if amount.unit in ("场", "批", "轮") and re.match("次(?!日)", text[amount.end:]):
            # 126场次: its unit has two signs.
            amount = amount._replace(end=amount.end + 1, text=amount.text + "次", noun=amount.noun[1:])
        last = found[-1] if found else None
        if last and last.kind == amount.kind and last.unit == amount.unit and last.low is not None and _SPAN.fullmatch(text[last.end:amount.start]):
            found[-1] = last._replace(end=amount.end, text=text[last.start:amount.end], high=amount.high, noun=amount.noun)
        else:
            found.append(amount)
    return found


def _inside(text: str, start: int, end: int) -> bool:
    """Whether the words are part of a name in quotes or of a book's title: “三张条子” counts nothing."""
    return any(m.start() < start and end < m.end() for m in _QUOTED.finditer(text, max(0, start - 40), end + 40))


def _number(amount: Quantity) -> str | None:
    """The number in the unit that the source writes; a span is left to the editor."""
    if amount.masked or amount.low is None or amount.low != amount.high:
        return None
    whole, rest = divmod(amount.low / BASE.get(amount.unit, 1), 1)
    decimals = f"{float(rest):.6f}".rstrip("0").rstrip(".")[1:] if rest else ""
    return f"{int(whole)}{decimals}" if len(decimals) <= 4 else None
