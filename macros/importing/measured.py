"""The figures that a draft of a practice proposes: those of its own words, given and masked; vague amounts and spans stand apart."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from macros.fulltext.passages import Passage, vague
from macros.importing import bounds
from macros.importing.quotes import unquoted
from macros.importing.words import ending, words
from macros.model.vocabulary import Bound
from macros.text.quantities import BASE, Quantity, quantities

_SENTENCE = re.compile(r"[^。！？!?\n]*[。！？!?]?")
_CLAUSE = re.compile(r"[，,。；;：:、（）()“”\"《》！？!?]")
_QUOTED = re.compile("“[^“”]{1,20}”|‘[^‘’]{1,20}’|《[^《》]{1,40}》")
# A count of what one may take home; dates, ordinals and bare numerals are no figures.
_KINDS = frozenset({"visits", "person", "event", "share", "money", "area", "any", "thing", "times"})
# 三方坐在一起, 三个一: a count of sides, or of what a name counts.
_NAMED = re.compile("[两双三四五六七八九多](?:方|级|地)$")
_MOST = 8
# 一式两份, 排在末三位: how something lies, not how much of it; 一碗粥、两个馒头: told as one tells a scene.
_HOW_IT_LIES = re.compile("(?:一式|[前末后])$")
_SCENE = re.compile("一[碗张把杯只块条副碟盘壶][\u3400-\u9fff]{1,4}、$")
# 由71%提高到93%, 由19件减到2件: the later one is the figure, its label stands before both.
_TURNED = re.compile("(?:(?<![\u3400-\u9fff])|(?<=[使让把将了的]))(?P<label>(?:(?![使让把将了的])[\u3400-\u9fff]){2,10}?)(?:由|从)(?:[\u3400-\u9fff]{1,6}的)?$")
_TURN = re.compile("(?:提高|提升|上升|增加|增长|扩大|下降|降低|降|减少|减|缩短|压缩)(?:到|至|为)")
# Behind a number of persons what they are may stand at the end of a clause of its own: 十二名跑运输的委员.
_WHOSE = re.compile("(?:具?有|来自|从事|经营|懂|擅长|熟悉|热心|精通|在|跑|做|搞|会)[\u3400-\u9fff]{1,12}?的(?P<noun>[\u3400-\u9fff]{0,4}(?:委员|专家|骨干|干部|代表|人士|顾问|[者员师手家人]))(?=[，,。；;：:、（）()“”]|$|轮流|组成|负责|担任|参加|参与)")
# 从…和退休编辑中选了21人: of several kinds, who they are is told before.
_CHOSEN = re.compile("[中里](?:选|挑选|选出|遴选)了?$")
# A deed of one sign says no more than that it is counted by its times: 开了七次, 谈了320余场.
_RECORDED = re.compile("(?P<noun>影像|录音|录像|视频|音频|志愿服务|授课|培训)(?:共|累计|达|约|近)*$")
_SHORT_DEED = re.compile("[开谈办讲议评查巡走跑去听]$")
_TIME = re.compile(r"^.*(?:已经|先后|累计|目前|去年|今年|全年|以来|以后|年来|下旬|底前|共(?![识同建享商]))")
_NUMBER_WORDS = re.compile(r"(?:共|达到|达|约|近|已|先后|累计|超过|全年|每年|至少|不少于|不超过|只|有|了|的|为|是|由|等|其中|只|各|分为|分|设)+$")
# What stands right behind an amount and is what it counts: nothing else of the clause follows.
# What ends a noun behind an amount: 6个重点商圈|设立, 32个事项|完成.
_VERBS = "设立|创办|开办|开设|搬进|搬到|搬入|迁入|中试行|中试点|中推行|完成|包联|联系|参加|参与|试点|全部|转化|得到|获得|采用|采纳|落实|解决|办结|领办|督办|开展|建立|建成|承办|进行|均|都|已"
_COUNTED = re.compile(rf"(?P<noun>[\u3400-\u9fff]{{1,4}}（[\u3400-\u9fff]{{1,6}}）|[\u3400-\u9fff]{{2,6}}?)(?=[，,。；;：:、（）()“”！？!?]|$|和|与|及|等|的|{_VERBS})")
# Behind an amount that counts what stands before it the sentence ends or goes on anew.
_ENDS = re.compile(r"[^\u3400-\u9fff]|$|并|和|与|及|等|以[上下内]|左右|上下|之内")
# What was done to whom is counted: 选聘协商议事员200名; a deed alone is counted by its times: 举办12期.
_DONE_TO = re.compile("^.*(?:选聘|聘请|聘任|招募|遴选|选派|配备|吸纳|召开|举办|举行|开展|组织|建成|设立|成立|建立)(?=[\u3400-\u9fff]{2})")
_DEED = re.compile("^(?:已)?(?P<deed>召开|举办|举行|开展|组织)$")
_TIMES = {"次": "次数", "期": "期数", "场": "场次"}
_RANKS = re.compile("^[省市州盟县区旗乡镇]*[两三四五]级|^.*(?:人士|的|和)(?=[\u3400-\u9fff]{2})")
# 百栋, 三篇文章: said, not counted.
_SAID = re.compile("^[百千万]+[^百千万]$|^[一二三四五六七八九十]篇$|^[一二三四五六七八九十]件$")
_QUOTED_NOUN = re.compile("“(?P<noun>[^“”]{2,12})”")
_QUOTED_BEFORE = re.compile("“(?P<noun>[^“”]{2,12})”(?:[，,]共|共|已|有)*$")
# A label that acts, counts or leads on is the rest of a sentence.
_NO_LABEL = re.compile(r"[\d\s#\[\]{}xX×＊*○□●_]|[一二三四五六七八九十百千万两]+[个户名次家条件项]|[就把要被让将于在与到向从给对]|低|高|进行|左右|以上|以下|及其|负责|担任|开会|组成|[前中后先低]$|^以[上下内]|^之内|^每[一个处名件次家位人户]*$|^的|(?P<again>[\u3400-\u9fff])一(?P=again)$|[中里](?:选|挑选|选出|遴选)$")
_SPAN = re.compile(r"\s*(?:至|到|[-—–～~]+)\s*")
_LIMIT_AFTER = re.compile("及?以[上下内]|之内|左右|上下")
_LIMIT_BEFORE = re.compile("(?:至少|至多|最多|最少|不少于|不超过|不低于)[\u3400-\u9fff]{0,4}$")
_LISTED = re.compile("、[\u3400-\u9fff]{2,7}[委局办室会站]$")
_LEAD, _BEFORE = 8, 14


@dataclass(frozen=True)
class Amount:
    """An amount of the text as written, its number where it is given (None for a span; `masked`, `vague` otherwise), what it counts, its bound."""

    raw: str
    number: str | None
    state: str
    label: str
    bound: Bound | None = None
    # Where it stands.
    start: int = 0

    def plain(self) -> dict[str, Any]:
        """As plain data."""
        return {"raw": self.raw, "value": self.number, "state": self.state, "label": self.label}


def amounts(passage: Passage) -> list[Amount]:
    """All amounts of a paragraph, vague ones too."""
    return list(_of(passage.text))


def given(text: str) -> list[Amount]:
    """The figures that a text gives and of which it says what they count, each once, at most eight."""
    found = {(a.label, a.number): a for a in reversed(list(_of(text))) if a.number is not None and a.label}
    return sorted(found.values(), key=lambda a: a.start)[:_MOST]


def spans(text: str) -> list[str]:
    """The amounts that go from one number to another (3至5名, 50%至80%): no figure holds two numbers."""
    found = [q for q in _joined(text) if q.kind in _KINDS and q.unit and q.low != q.high and not q.masked and not _inside(text, q.start, q.end)]
    return list(dict.fromkeys(q.text + ("" if q.kind == "share" else _noun(text, q)) for q in found))


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


def about(text: str, name: str) -> str:
    """The sentences of a text that have the name, whatever its quotation marks, with those that go on from them without a
    name of their own; all of it where the name stands nowhere."""
    parts = [part for part in _SENTENCE.findall(text) if part]
    there = [i for i, part in enumerate(parts) if name and any(c in unquoted(part) for c in called(name))]
    return "".join(parts[i] for i in there) or text


def _of(text: str) -> Iterator[Amount]:
    unclear = [v for v in vague(text) if not _inside(text, v.start, v.end)]
    found = [q for q in _joined(text) if (q.kind in _KINDS or _recorded(text, q)) and q.unit and not any(v.start < q.end and q.start < v.end for v in unclear)]
    for amount in found:
        # 每周五把…: a day of the week.
        if _only_said(text, amount):
            continue
        if text[:amount.start].endswith(("周", "星期")) or _NAMED.search(amount.text) or re.match("[一二三四五六七八九]", text[amount.end:amount.end + 1]) or _inside(text, amount.start, amount.end):
            continue
        if _HOW_IT_LIES.search(text[:amount.start]) or _SCENE.search(text[:amount.start]) or _turned_from(text, amount):
            continue
        bound = bounds.bound(text[max(0, amount.start - _BEFORE):amount.start], text[amount.end:amount.end + _BEFORE], amount.slack)
        yield Amount(_raw(text, amount), _number(amount), "masked" if amount.masked else "given", _label(text, amount), bound, amount.start)
    for span in unclear:
        yield Amount(text[span.start:span.end], None, "vague", "", None, span.start)


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


def _turned_from(text: str, amount: Quantity) -> bool:
    """Whether an amount is where something began that another tells the end of: 71% in 由71%提高到93%."""
    turn = _TURN.match(text, amount.end)
    return bool(turn and _TURNED.search(text[:amount.start]) and any(q.start == turn.end() for q in quantities(text)))


def _turn(text: str, amount: Quantity) -> re.Match[str] | None:
    """What an amount is the end of: 立案率由 where 71%提高到 stands before it."""
    first = next((q for q in quantities(text) if q.kind == amount.kind and (turn := _TURN.match(text, q.end)) and turn.end() == amount.start), None)
    return _TURNED.search(text, 0, first.start) if first else None


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


def _noun(text: str, amount: Quantity) -> str:
    """What stands right behind an amount and ends there: 行政村 in 136个行政村，; "" where the sentence goes on."""
    behind = text[amount.end:amount.end + 14]
    if quoted := _QUOTED_NOUN.match(behind):
        return quoted["noun"]
    found = _COUNTED.match(behind)
    return found["noun"] if found and not _NO_LABEL.search(found["noun"]) else ""


def _recorded(text: str, amount: Quantity) -> re.Match[str] | None:
    """What hours are of that were recorded or given: 影像260小时; how long a thing takes is no figure."""
    return _RECORDED.search(text[:amount.start]) if amount.unit in ("小时", "个小时") else None


def _whose(text: str, amount: Quantity) -> re.Match[str] | None:
    """What a number of persons is of, where words about them stand between: 委员 in 十二名跑运输的委员."""
    return _WHOSE.match(text, amount.end) if amount.unit in ("名", "位") else None


def _raw(text: str, amount: Quantity) -> str:
    """The amount with what it counts; with the words before it where nothing stands behind."""
    if turned := _turn(text, amount):
        return text[turned.start():amount.end]
    if whose := _whose(text, amount):
        return text[amount.start:whose.end()]
    noun = "" if amount.kind == "share" else _noun(text, amount)
    if noun and text[amount.end:amount.end + len(noun)] == noun and len(noun) <= 6:
        # 至少 is of the figure as well, wherever in its clause it stands.
        limit = _LIMIT_BEFORE.search(text, max(0, amount.start - _LEAD), amount.start)
        return text[limit.start() if limit else amount.start:amount.end] + noun
    after = _LIMIT_AFTER.match(text, amount.end)
    before = _CLAUSE.split(text[max(0, amount.start - 14):amount.start])[-1]
    bound = bounds.WORDS.search(before)
    return (before if len(before) <= _LEAD else bound.group() if bound else "") + text[amount.start:after.end() if after else amount.end]


def before(text: str, start: int) -> str:
    """What the clause says before an amount that hides its number, where that may name what is counted: 征集线索 of 今年征集线索4**条."""
    said = _said(text[max(0, start - 20):start])
    return said if 2 <= len(said) <= 12 and not _NO_LABEL.search(said) else ""


def _said(ahead: str) -> str:
    """The last clause without the words of time and number in it."""
    said = _TIME.sub("", _NUMBER_WORDS.sub("", _CLAUSE.split(ahead[-14:])[-1]))
    said = _NUMBER_WORDS.sub("", said.replace("了", "")).removeprefix("其中").removeprefix("例如")
    # 被区级部门采纳41条, 转化为提案12件: what stands behind the last word that leads on.
    return re.split("[就把要被让将于在与到向从给为]", said)[-1]


def _label(text: str, amount: Quantity) -> str:
    """What is counted: the noun behind the amount, or what the clause says before it (办结 in 办结187件)."""
    ahead = text[max(0, amount.start - 20):amount.start]
    if quoted := _QUOTED_BEFORE.search(ahead):
        return quoted["noun"]
    if turned := _turn(text, amount):
        return _TIME.sub("", turned["label"])
    if whose := _whose(text, amount):
        return whose["noun"]
    if amount.unit in ("人", "名", "位") and _CHOSEN.search(ahead) and not _noun(text, amount):
        return "选出人数"
    if recorded := _recorded(text, amount):
        return recorded["noun"] + "时长"
    before = re.sub("^(?:现已|目前已|已)|(?<=会)已(?=举办|召开)", "", _said(ahead))
    if _SHORT_DEED.fullmatch(before) and amount.unit in _TIMES:
        return _TIMES[amount.unit]
    if _LISTED.search(ahead):
        # 农业委、经济委、教科委3个专委会: the last of a list counts nothing.
        before = ""
    noun = "" if amount.kind == "share" else _noun(text, amount)
    if not noun and not _ENDS.match(text, amount.end):
        # 连续两次低于…, 法治4个组: what is counted stands behind, whatever stands before.
        before = ""
    deed = _DEED.match(before)
    before = deed["deed"] + _TIMES.get(amount.unit, "次数") if deed else _RANKS.sub("", _DONE_TO.sub("", before))
    return next((label for label in (noun, before) if 2 <= len(label) <= 12 and not _NO_LABEL.search(label)), "")
