"""The points that a draft of a practice proposes: who does it, how often, and what the items and headings call themselves.

A point says a fact in a few words, none of the source's sentences: what is longer is left to the editor.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from macros.fulltext.lines import unnumbered
from macros.fulltext.passages import Passage, masks
from macros.importing import bounds, calls
from macros.model.vocabulary import Aspect, Bound, Every, TimesState
from macros.text.frequencies import Frequency, frequencies
from macros.text.quantities import quantities

# As many Chinese characters in a row would be copied.
LIMIT = 16
_CLAUSES = re.compile(r"[^，,。；;：:！!？?（）()\n]+")
_CJK = re.compile(r"[\u3400-\u9fff]")
_EVERY = {1: Every.MONTH, 2: Every.TWO_MONTHS, 3: Every.QUARTER, 6: Every.HALF_YEAR, 12: Every.YEAR}
_LEADS = "牵头|领办|召集|负责|主持|带队|组织|承办|主办|汇总|审定|评定|指派|督办|联系|带教|轮值|轮流当|兼任|担任|出任"
_LEAD = re.compile(rf"(?:^|[，,、；;。])(?:[\u3400-\u9fff]{{0,6}}|“[^“”]{{1,12}}”[\u3400-\u9fff]{{0,4}})由(?P<who>(?:\d{{1,2}}(?=[名位个]))?[\u3400-\u9fff]{{2,14}}?(?:{_LEADS})[\u3400-\u9fff]{{0,4}}?)(?=[，,。；;、：:]|$)")
# A body that leads, with nobody before it: 农业界别牵头开办; one that sets up what has the practice's name; members that stand by.
_BODY = "[\u3400-\u9fff]{0,12}?(?:界别|专委会|政协(?![\u3400-\u9fff]{1,6}(?:委|界别|办))|委员会|[文提经农教科法社人资民][\u3400-\u9fff]{0,5}委|办公室|工作组|联络组|联络站|党组)"
_HEADS = re.compile(rf"(?:^|[，,；;。：:])(?P<who>{_BODY}(?:牵头|召集))(?!人|单位|部门|的)")
_SETS_UP = r"(?:^|[，,；;。])(?P<body>{body})(?P<between>[\u3400-\u9fff、]{{0,14}}?)(?P<deed>开设|开办|设立|创办|举办|推出)“{name}”"
_BY = re.compile(rf"(?:^|[，,；;。])[\u3400-\u9fff]{{0,6}}由(?P<who>(?:{_BODY}|[\u3400-\u9fff]{{0,8}}委员)(?:中的[\u3400-\u9fff、]{{2,10}})?(?:接听|接待|接单|出车|轮流出车|坐诊|逐项把关|把关|统稿|看管|值守|记在“[\u3400-\u9fff]{{2,8}}”上))(?=[，,。；;]|$)")
_ON_DUTY = re.compile("(?P<who>(?:值班|轮值|驻点|驻站)委员[当现][天场日]?[\u3400-\u9fff]{2,9})(?=[，,。；;]|$)")
# 十二名跑运输的委员轮流出车: too long to be told whole, the words between say no more than what they are else.
_LONG = re.compile("(?:^|[，,；;。])[\u3400-\u9fff]{0,6}由(?P<count>[一二两三四五六七八九十百\\d]{1,4}[名位])[\u3400-\u9fff]{2,12}的(?P<who>委员(?:轮流)?[\u3400-\u9fff]{2,4})(?=[，,。；;]|$)")
# What is not yet set up has no one who did.
_AHEAD = re.compile("正在|拟|将|商量|计划|打算|谋划|探索|准备|酝酿|想|要|应|建议|希望|没有|尚未|曾")
# 回话不满意的，由…: what is done then only.
_IF = re.compile("(?:的|的单位|的部门|的事项|的问题)[，,]$")
_SERVES = re.compile(r"(?P<who>[一1]名[\u3400-\u9fff]{2,10}(?:担任|兼任|任)[\u3400-\u9fff]{2,6})(?=[，,。；;、]|$)")
# What no interval of ours holds is told in the source's words: 逢农历初五、十五, 每学期, 隔一年再查一遍.
_MARKET = "(?:初?[一二三四五六七八九十廿]{1,3}|初?\\d{1,2}[日号]?)"
_OWN_WORDS = re.compile(f"(?:每逢|(?<![适恰正欣巧喜今])逢)(?:农历(?:每月)?{_MARKET}|每月{_MARKET}|(?:初?[一二三四五六七八九十]|\\d)(?=、))(?:、{_MARKET})*|每逢?个?(?:学期|学年|赶集日|集日|圩日|节气)|(?<![适恰正])逢(?:集|圩)[日天]?")
# The deed that ends a long clause: 每个月 … 公布一次.
_DEED = re.compile("(?<![并且后再和与及])(?:举行|举办|召开|开展|进行|公布|通报|更新|回访|碰头|会商|研判|调度|评选|评议|巡查|核查)(?:[一两二三四]次)?$")
_REGULAR = re.compile("定期[\u3400-\u9fff]{2,8}?(?=[，,。；;、]|$)")
# 双月 in 双月会商 is part of a name: what is said of it is another interval.
_NAMED = re.compile("^(?:双|单)(?:月|周)$")
# 一是由联络组召集: what counts the item says nobody.
_ITEM = re.compile("^[一二三四五六七八九十]是由?")
NUMBER = re.compile(r"^(?:第[一二三四五六七八九十]{1,2}[，,、：:]|[一二三四五六七八九十]是|(?:首先|其次|再次|最后)[，,]|[（(]?(?:[一二三四五六七八九十]{1,3}|\d{1,2})[）)、.．]+[ 　]*|[①-⑳])")
_STRAY = re.compile(r"^(?:并|也|都|还|再|就|则|且|和|与|及|使|让|其中)|[的和与及、起前后时]$|以来$")
# 清单怎么管: a question says nothing of how.
_ASKS = re.compile("怎么|怎样|如何|为什么|干什么|谁来|谁管|[吗呢？?]$")
_HEAD = re.compile(r"[。，,；;：:（(]")
# On which day, in which month, at what time of the day something comes back: what stands behind its interval belongs to it.
_NUMERAL = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})"
_WEEKDAY = "[一二三四五六日天](?![次回场期讲趟遍堂轮天日个名位人件条项篇份家户])"
_WHEN = re.compile(rf"(?:[、和与及]?(?:(?<=[周期拜]){_WEEKDAY}|第{_NUMERAL}个?(?=[、和与及]第{_NUMERAL})|的?(?:第{_NUMERAL}|最后一?|首)个?(?:周|星期|礼拜|工作日)[一二三四五六日天末]?|(?:周|星期|礼拜){_WEEKDAY}"
                   rf"|{_NUMERAL}(?:[至到—~～-]{_NUMERAL})?(?:月份?|[日号])|的?(?:首月|末月|[月年季]?[底末]|[月年季]初|初(?!步|次|衷|中|心|级|审))|[上中下]旬"
                   rf"|上午|下午|晚上|早上|中午|傍晚|夜间|晚(?!会|报)|(?:{_NUMERAL}|两)[点时](?:半|钟|整|{_NUMERAL}分)?))+")
# 每月逢五（5日、15日、25日）晚上7点半: on which days, with what explains them in brackets.
_FAIR = re.compile(rf"逢(?:农历)?(?:{_NUMERAL}[日号]?)(?:[、和]{_NUMERAL}[日号]?)*(?P<days>（[^（）]{{1,20}}）)?")
_MONTH = re.compile(r"^(?:每年|年年)的?(?:\d{1,2}|[一二三四五六七八九十]{1,3})月")
_DONE_THEN = re.compile("[\u3400-\u9fff]{0,6}?[，,](?:[^，,。；;：:]{0,16}?)(?P<deed>(?:公开|集中|统一|定期)?(?:征集|评选|评议|评定|开展|召开|举行|举办|组织|发布|公布|通报|确定|制定|推荐|表彰|考核|走访|协商|汇报)[\u3400-\u9fff]{2,8})(?=[，,。；;]|$)")
_MOST = 3
# Clauses that say what somebody does in it, short enough to be no sentence of the source's: 由参会群众现场打分, 委员边听边记.
_DOES = re.compile("^(?:(?:由|经(?![常过济费营验历]))[\u3400-\u9fff“”、]{4}|会[上前后中]|当场|现场|邀请|请(?!批评|来的)|组织(?!集中|学习|实施|开展|领导)"
                   "|(?:[\u3400-\u9fff]{0,4}(?:群众|居民|村民|网格员|商户|企业|社区|村里|街道|乡镇|部门))(?:通过|能|可|先|现场|当场|提|自|直接|轮流|每)"
                   "|委员(?:边|通过|现场|当场|先|轮流|到场|逐)|[\u3400-\u9fff]{2,3}的(?:意见|建议|诉求|议题|问题|线索|事项)(?:当场|当天|由|现场|逐))")
# What is counted, past, ahead, praised or said of how things were is told elsewhere, or not at all.
_SAYS_ELSE = re.compile("\\d|截至|目前|今年|去年|以来|年来|已|累计|先后|效果|成效|好评|提升|提高|增强|推动|促进|实现|坚持|[将拟]|要(?!求)|打算|计划|准备|原来|过去|起初|没有|不知|有的|比|[的着](?:事情?|人|话)$")


@dataclass(frozen=True)
class Proposed:
    """A point: its aspect and words, for a rhythm its interval, number of times and the source's words; where it stands."""

    aspect: Aspect
    text: str
    at: str
    every: Every | None = None
    times: int | None = None
    masked: bool = False
    bound: Bound | None = None
    raw: str = ""
    # It is what its paragraph calls itself.
    heading: bool = False

    def fields(self) -> str:
        """What a rhythm has besides, as YAML; "" for any other point."""
        if self.every is None:
            return ""
        times = f"state: {TimesState.REDACTED.value}" if self.masked else f"state: {TimesState.GIVEN.value}, value: {self.times}" if self.times is not None else ""
        times += f", bound: {self.bound.value}" if times and self.bound else ""
        return f", every: {self.every.value}" + (f", times: {{{times}}}" if times else "")


def proposed(text: str, at: str) -> list[Proposed]:
    """Who leads and how often, as a text says it in so many words."""
    named = (*_who(text, _HEADS), *_who(text, _SERVES), *_who(text, _LEAD), *_who(text, _BY), *(m["count"] + m["who"] for m in _LONG.finditer(text)), *_who(text, _ON_DUTY))
    leads = [Proposed(Aspect.LEAD, who, at) for who in dict.fromkeys(named)][:_MOST]
    rhythms = list(_rhythms(text, at))[:_MOST]
    # 每季度由一个党派牵头: who does it is said once; 由住区委员每两周轮值一次 says it together with how often.
    leads = [lead for lead in leads if not any(one.raw and one.raw in lead.text and lead.text in one.text for one in rhythms)]
    return [*leads, *(replace(one, text=one.raw) if any(one.text == f"{one.raw}由{lead.text}" for lead in leads) else one for one in rhythms)]


def done(text: str, name: str, at: str) -> list[Proposed]:
    """What is done in a practice, by clauses that say it in a few words without its name."""
    # …不满意的，由乡镇重新办理: by itself it would be said of all.
    found = (m.group().strip(" 　、") for m in _CLAUSES.finditer(text) if not text[:m.start()].endswith("的，"))
    told = [words for words in found if 6 <= len(_CJK.findall(words)) <= LIMIT and _DOES.match(words) and not _SAYS_ELSE.search(words) and not _STRAY.search(words)
            and not masks(words) and not frequencies(words) and name not in words and words.count("“") == words.count("”")]
    return [of_item(words, at) for words in dict.fromkeys(told)][:_MOST - 1]


def spans(text: str, found: Iterable[str], at: str) -> list[Proposed]:
    """Who takes part, where that is told from one number to another, which no figure holds: 7至9名委员参加. `found` are such amounts."""
    told = []
    for raw in found:
        clause = re.search(rf"{re.escape(raw)}(?:参加|参与|组成|担任|参会|协助|配合)?(?=[，,、。；;]|$)", text)
        if clause and re.search("[名人位]", raw) and len(_CJK.findall(clause.group())) <= LIMIT:
            told.append(Proposed(Aspect.LEAD, clause.group(), at))
    return told[:1]


def opener(text: str, name: str, at: str) -> list[Proposed]:
    """Who set up what has the name: 县政协提案委…开设“提案门诊”."""
    found = re.search(_SETS_UP.format(body=_BODY, name=re.escape(name)), text)
    return [Proposed(Aspect.LEAD, found["body"] + found["deed"], at)] if found and not _AHEAD.search(found["between"]) else []


def head(text: str) -> str | None:
    """What an item or a heading calls itself: its first clause, if it is short enough to be a name (统一标识牌和议事规则)."""
    words = _HEAD.split(text.lstrip("，,、：: 　"), maxsplit=1)[0].strip()
    plain = not _ASKS.search(words) and 2 <= len(_CJK.findall(words)) <= LIMIT and not masks(words) and not _STRAY.search(words)
    return words if plain and words.count("“") == words.count("”") else None


def item(passage: Passage, number: int) -> str | None:
    """What an item of a paragraph calls itself; after 第一， and the like only what ends there is a name."""
    span = passage.items[number - 1]
    words = passage.text[span.start + len(span.text):span.end]
    named = head(words)
    sentence = re.match(r"[第首其再最]", span.text) and named and not re.match(r"[。；;]", words.lstrip("，,、：: 　")[len(named):])
    return None if sentence else named


def step(text: str) -> str | None:
    """What a numbered paragraph calls itself in a sentence of its own: 定时定点 of 1. 定时定点。每月…; None where it goes on at once."""
    words = NUMBER.sub("", text, count=1)
    named = head(words) if words != text else None
    return named if named and re.match("[。：:](?=.)", words.lstrip("，,、：: 　")[len(named):]) else None


def of_item(words: str, at: str) -> Proposed:
    """What an item says: how it is done, or who does it (由联络组召集)."""
    lead = re.fullmatch(rf"由(?P<who>.+(?:{_LEADS}).{{0,4}})", words)
    return Proposed(Aspect.LEAD, lead["who"], at) if lead else Proposed(Aspect.HOW, words, at)


def of_heading(heading: str) -> str | None:
    """What a heading says without its number."""
    return head(unnumbered(heading.rpartition("　")[2] if re.search("　[（(一二三四五六七八九十\\d]", heading) else heading))


def _who(text: str, pattern: re.Pattern[str]) -> Iterator[str]:
    return (_ITEM.sub("", m["who"]) for m in pattern.finditer(text) if not _IF.search(text[:m.start() + 1]) and len(_CJK.findall(m["who"])) <= LIMIT)


def _rhythms(text: str, at: str) -> Iterator[Proposed]:
    said: set[str] = set()
    until = 0
    for found in frequencies(text):
        if found.start < until:
            # 3月评一次 in 每年3月评一次
            continue
        every = Every.TERM if found.term else _EVERY.get(int(found.months)) if found.months == int(found.months) else None
        if found.months * 30 == 7:
            every = Every.WEEK
        if every is None and found.text.startswith(("每", "隔", "逢")) and not found.text.startswith("每次"):
            every = Every.OTHER
        if calls.rhythm(text, found.start, found.end):
            continue
        if every is None or _NAMED.match(found.text) or found.text in said or found.months * 30 == 1:
            continue
        fair = _FAIR.match(text, found.end)
        end = fair.end() if fair else found.end
        when = _WHEN.match(text, end) if found.times is None or fair else None
        raw = text[found.start:when.end() if when else end]
        words = _clause(text, found.start, found.end, raw)
        if words == raw and when and _MONTH.search(raw):
            # 每年10月 by itself is a day of the year: what is done then makes it a rhythm.
            deed = _DONE_THEN.match(text, found.start + len(raw))
            words = raw + deed["deed"] if deed and len(_CJK.findall(raw + deed["deed"])) <= LIMIT else None
        if fair and fair["days"] and len(_CJK.findall(plain := raw.replace(fair["days"], ""))) <= LIMIT:
            words = plain
        if words is None or found.text == "年度" or (found.times is None and _money(text, found)):
            continue
        said.add(found.text)
        until = found.start + len(raw)
        whole = found.times is not None and found.times.denominator == 1 and found.most is None
        bound = bounds.inside(found.text) if found.times is not None or found.masked else None
        yield Proposed(Aspect.RHYTHM, words, at, every, int(found.times) if found.times is not None and whole else None, found.masked, bound, raw)
    for own in _OWN_WORDS.finditer(text):
        if own.start() >= until and not calls.rhythm(text, own.start(), own.end()) and own.group() not in said and (words := _clause(text, own.start(), own.end(), own.group())):
            said.add(own.group())
            yield Proposed(Aspect.RHYTHM, words, at, Every.OTHER, raw=own.group())
    if not said:
        yield from (Proposed(Aspect.RHYTHM, m.group(), at, Every.REGULAR, raw=m.group()) for m in list(_REGULAR.finditer(text))[:1])


def _money(text: str, found: Frequency) -> bool:
    """Whether the clause says how much a year, and not how often: 每年安排经费3万元."""
    clause = _CLAUSES.match(text, found.end)
    return clause is not None and any(q.kind == "money" for q in quantities(clause.group()))


def _clause(text: str, start: int, end: int, raw: str) -> str | None:
    """The clause of a frequency, or as much of it as is no sentence of the source's: its words and the deed that ends it, or they alone."""
    clause = next((m for m in _CLAUSES.finditer(text) if m.start() <= start < m.end()), None)
    if clause is None:
        return None
    stop = max(clause.end(), end)
    deed = _DEED.search(text[start + len(raw):stop])
    tries = (text[clause.start():stop], text[start:stop], *([raw + deed.group()] if deed else []), raw)
    for words in tries:
        words = words.strip(" 　“”、")
        if 3 <= len(_CJK.findall(words)) <= LIMIT and not _STRAY.search(words) and words.count("“") == words.count("”"):
            return words
    return None
