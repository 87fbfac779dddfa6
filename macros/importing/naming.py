"""Names in a stretch of text: in quotes, after the verbs of doing, after words that give a name. With the reason and how sure."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from macros.importing import calls, introduced, parts, quoted_whole
from macros.importing.quoted_whole import BREAK, NAME_LIMIT, STOP
from macros.importing.quotes import Quoted, quotes
from macros.importing.verbs import longest, verb
from macros.importing.words import either, ending, weight, words

# What a name must say at least to be one by itself (see `weight`).
SAYS = 0.6
_INSIDE = re.compile(r"[，,。；;：:！!？?（）()]")
_AMOUNT = r"[约近共]?(?:[\d０-９〇零一二三四五六七八九十百千万两几数xX×○*]+(?:[-+～~—][\dxX×N]+)*)(?:余|多)?(?:个|次|名|家|项|支|条|场|期|处|所|人|件|套|座|间|轮|堂|部|份|批|张|组|支队伍|余名|片|块|类|位|对|站|户)"
_BEFORE = re.compile(r"^(?:了|好|起|出|并|着|至少|不少于|若干次?|各项|各类|各种|一些|一批|一系列|系列|本|各|首个|首批|全[省市县区镇乡])+")
_COUNTED = re.compile(rf"^{_AMOUNT}")
# What is counted by these is no part of a name; 三张清单, 四方联席 may be.
_ONLY_COUNTED = re.compile("[个次名家项支期场所人件套座间轮批份][^次个]?$")
_AFTER = re.compile(rf"(?<=..)(?:{_AMOUNT}|[\d０-９〇零一二三四五六七八九十百千万两几]+(?:余|多)?(?=$)).{{0,6}}$")
_CLAUSE_WORD = re.compile(r"[的了]|等$|担任|作为")
# What something is about is nothing that is done: 围绕农村饮水、校园食堂开展监督.
_ABOUT = frozenset(("围绕",))
_FIXED = re.compile(r"^(?:关于|中共|中国|中华|全国|国务院|党章)|(?:意见|通知|决定|宪法|条例|章程|法|纲要|讲话|报告|日报|规划纲要)$")
_TITLED = re.compile(r"《(?P<name>[^《》\n]{3,18})》")
_ACTS = re.compile("[让把将被]|[录列纳计写装填送]入|取消|延后|延长|缩短|减少|降低|(?<!一)对(?!口|接|话|面)")
_NO_VERB = re.compile("开发区|组织部|建设局|设计院|创新园")  # 开发区成立……: a verb in a body's name is none
_CLAUSE_LIMIT = 120
_CLAUSE = re.compile(r"[^，,。；;：:！!？?（）()\n\t]+|[，,。；;：:！!？?（）()\n\t]+")
_MOVING = frozenset(("推动", "推进", "组织", "坚持", "参加"))
# Between two names of a list: “甲”、“乙”; 青石镇的“甲”、白塘镇的“乙”.
_BESIDE = re.compile("[、和与及]?|[、，][^，。；、]{1,8}的")
# One sign that makes, right before a quote: 在10个街镇建“委员协商站”. Behind another sign it is half of a word (重建, 筹备设).
_MAKES = re.compile("(?<![重共筹新改扩预开铺假摆创])[建设搭摆创立办]$")
# 二是组织“老把式”带路。 and the like: the words before the quotes (no more than so many), and the one word behind them that ends the sentence.
_LEAD_LENGTH = 40
_LEADS = re.compile(f"(?:^|(?<=[。；;\\n]))[ 　]*(?:[一二三四五六七八九十]是|第[一二三四五六七八九十]{{1,2}}[，,、]|(?:首先|其次|再次|最后)[，,]|[（(]?(?:[一二三四五六七八九十]{{1,3}}|\\d{{1,2}})[）)、.．]+[ 　]*|[①-⑳])(?P<verb>{either(words().done | words().made)})$")
_ONE_WORD = re.compile("(?P<word>[\u3400-\u9fff]{2,4})。(?=[^\\s])")
_ONLY_PUSHES = frozenset(("推动", "推进", "坚持", "参加", "做好"))
_JOINTS = frozenset(("", "了", "并", "和", "、", "好", "起"))
_QUOTE = re.compile("[“”\"‘’「『《]")
_PIECES = re.compile(r"(?:(?!以及)[^、和及与])+")
_SHARED = re.compile("等(?P<kind>制度|机制|办法|规则|规定|体系)$")
_EXAMPLE = re.compile("例如|比如|譬如|诸如")
_QUOTED_RUN = re.compile("“[^”]*”、?")
_MARKS = re.compile("[“”\"‘’＂「」『』]")
_ET_CETERA = re.compile("等[\u3400-\u9fff]{0,6}$")
_LOOSE_END = re.compile("(?:系列活动|活动|行动|品牌|节目|工作|项目)$")
_WITH_VERB = re.compile("(?:[出起上下][来去]了?)?")
# The same sayings, everywhere told in four signs: 一刀切, 等靠要, 走过场.
_FOUR = re.compile(r"^(?:[一两三四五六七八九十]个?[\u3400-\u9fff]{1,3})$")


@dataclass(frozen=True)
class Hit:
    """A name at a character of the text, the reason in an editor's words, how sure (0–1)."""

    offset: int
    name: str
    reason: str
    sure: float


@lru_cache(maxsize=1)
def _saying() -> re.Pattern[str]:
    return re.compile(rf"(?:的)?(?:[\u3400-\u9fff]{{0,4}}?)(?:{either(words().saying)})")


@lru_cache(maxsize=1)
def _any_saying() -> re.Pattern[str]:
    return re.compile(either(words().saying))


def hits(text: str, starts: frozenset[int] = frozenset()) -> list[Hit]:
    """The names of a text, in order, each stretch once. `starts` are the characters at which an item of a list begins."""
    found = quotes(text)
    every = [*_quoted(text, found, starts), *_done(text), *_documents(text)]
    every.sort(key=lambda h: (h.offset, -h.sure))
    kept: list[Hit] = []
    for hit in every:
        # “双融合”工作机制 is one name, not also 双融合.
        other = next((k for k in kept[-6:] if k.offset - 2 <= hit.offset < k.offset + len(k.name) + 2 and (hit.name in k.name or k.name in hit.name)), None)
        if other is None:
            kept.append(hit)
        elif hit.sure > other.sure:
            kept[kept.index(other)] = hit
    return kept


def _clause(text: str, end: int, most: int = 26) -> str:
    """The words of the clause that ends before a character."""
    return BREAK.split(text[max(0, end - most):end])[-1]


def _last_verb(clause: str) -> str | None:
    return next((match.group() for match in reversed(list(longest().finditer(clause)))), None)


def _quoted(text: str, found: tuple[Quoted, ...], starts: frozenset[int]) -> Iterator[Hit]:
    wholes = parts.wholes(text, found)
    yield from (Hit(w.offset, w.name, f"前面引号里的{w.count}样合起来的名称", 0.9) for w in dict.fromkeys(wholes.values()))
    sure: dict[int, tuple[float, str]] = {}
    ends = [q.start for q in found]
    for i, quoted in enumerate(found):
        inner = _MARKS.sub("", quoted.text).strip()
        # The outer pair of “‘山歌话桑麻’联谊品牌” is told by the inner one.
        nested = any(q.start > quoted.start and q.end < quoted.end for q in found[i + 1:bisect_right(ends, quoted.end)])
        outer = next((q for q in found[max(0, i - 3):i] if q.start < quoted.start and q.end > quoted.end), None)
        if nested or not 2 <= len(inner) <= 18 or _INSIDE.search(inner) or inner in words().national:
            continue
        beside = next((q for q in found[max(0, i - 1):i] if q.end <= quoted.start and _BESIDE.fullmatch(text[q.end:quoted.start])), None)
        value, reason = _judged(text, quoted, outer, quoted.start in starts)
        if value < SAYS and (word := _lead(text, outer or quoted)):
            value, reason = 0.65, f"段首一句里“{word}”后面引号里的名称"
        if quoted.start in wholes:
            value, reason = min(value, 0.4), f"“{wholes[quoted.start].name}”的一部分"
        if beside and beside.start in sure and sure[beside.start][0] > value and value > 0:
            value, reason = sure[beside.start][0] - 0.05, "与前一个名称并列"
        sure[quoted.start] = (value, reason)
        if value > 0:
            name = quoted_whole.whole(text, quoted, inner)
            of = quoted_whole.subject(clause := _clause(text, quoted.start, 40), _last_verb(clause), inner, name) if value >= SAYS and outer is None else ""
            yield Hit(quoted.start - len(of) if of else quoted.start + 1, of + name, reason, value)


def _lead(text: str, span: Quoted) -> str | None:
    """The verb of a sentence that opens a paragraph or an item and says no more than what is done there: 二是开展“三下乡”送书。每年…."""
    before = _LEADS.search(text, max(0, span.start - _LEAD_LENGTH), span.start)
    behind = _ONE_WORD.match(text, span.end)
    if before is None or behind is None or before["verb"] in _ONLY_PUSHES or verb(before["verb"]) not in ("made", "done") or _any_saying().search(behind["word"]):
        return None
    # 开展“一刀切”整治: what is done away with.
    return None if behind["word"] in words().against else before["verb"]


def _judged(text: str, quoted: Quoted, outer: Quoted | None, item: bool) -> tuple[float, str]:
    """How sure a quoted name is one, by the words before and after it."""
    span = outer or quoted
    # 摊主当晚填写“夜议清单”: when it was done is no verb.
    clause = re.sub("当[晚天日月年场时地即]", "", _QUOTED_RUN.sub("", _clause(text, span.start, 40)))[-20:]
    after = BREAK.split(text[quoted.end:quoted.end + 16])[0]
    last = _last_verb(clause)
    kind = verb(last) if last else None
    if (kind == "made" and last and clause.endswith((last + "成", last + "为"))) or (last and clause.endswith(("不" + last, "未" + last))) or (last and re.search(f"[不未没]{last}[^的]{{0,6}}的$", clause)):
        # 对长期不开展活动的“僵尸站”: what is not done.
        kind = "against"
    tail = quoted_whole.kind_after(after)
    saying = _saying().match(after)
    inner = quoted.text
    if introduced.of_others(clause, after, bool(ending(inner)) or kind in ("made", "naming")):
        return 0.0, ""
    if saying and not (tail and tail.end() > saying.end()):
        return 0.0, ""
    if tail and not _any_saying().search(tail.group()):
        if tail.group("kind") == "格局" and kind not in ("made", "naming"):
            return 0.3, "引号里的词"
        return (0.9 if kind in ("made", "naming") else 0.85 if kind != "against" else 0.6), f"引号里的名称，后面说明是“{tail.group('kind')}”"
    if "、" in inner:
        return (0.7, f"“{last}”后面引号里的名称") if kind in ("made", "naming") and not after else (0.0, "")
    if kind == "naming":
        return 0.85, f"“{last}”后面引号里的名称"
    named = ending(inner)
    if kind == "made":
        return 0.93 if named and weight(inner) >= SAYS else 0.85, f"“{last}”后面引号里的名称"
    if item:
        return 0.75, "并列项以引号里的名称开头"
    if named and kind != "against" and introduced.this_is(text[max(0, span.start - 60):span.start]):
        return 0.8, f"“{clause[-1]}”后面引号里的名称，末字“{named}”说明是什么"
    if kind == "against" or (kind is None and clause.endswith(("是", "了", "成", "为"))):
        return 0.0, ""
    if last in _MOVING and after and not item:
        # 推动“两代表一委员”联系群众: who does it, or what is done to it.
        return 0.45, f"“{last}”后面引号里的词"
    if kind is None and _MAKES.search(clause) and (named or len(inner) > 4):
        return 0.75, f"“{clause[-1]}”后面引号里的名称"
    if kind == "done" and after[:2] in words().against:
        # 开展“走过场”整治: what is done away with.
        return 0.4, "引号里的词"
    if kind == "done":
        return (0.75 if ending(inner) or (len(inner) > 2 and not _FOUR.match(inner)) else 0.4), f"“{last}”后面引号里的名称"
    if named and (weight(inner) >= SAYS or (len(named) > 1 and named in words().concrete)):
        return 0.75, f"引号里的名称，末字“{named}”说明是什么"
    return (0.5 if kind == "using" else 0.3), "引号里的词，前后没有说明是做法"


def _documents(text: str) -> Iterator[Hit]:
    for match in _TITLED.finditer(text):
        name = re.sub("[“”\"]", "", match.group("name"))
        last = _last_verb(_clause(text, match.start()))
        if _FIXED.search(name) or last is None or verb(last) not in ("made", "done"):
            continue
        usual = re.search("(?:办法|规则|制度|方案|规程|细则|规定)$", name)
        yield Hit(match.start("name"), name, f"“{last}”后面的书名", 0.55 if usual else 0.7)


def _done(text: str) -> Iterator[Hit]:
    """What is set up or carried out: the object of a verb of the table, each of several."""
    clauses = [m.span() for m in _CLAUSE.finditer(text)]
    at = 0
    chain: list[re.Match[str]] = []
    for match in longest().finditer(text):
        while match.start() >= clauses[at][1]:
            yield from _of_clause(text, clauses[at], chain)
            chain = []
            at += 1
        if not _NO_VERB.match(text, match.start()) and match.end() <= min(clauses[at][1], clauses[at][0] + _CLAUSE_LIMIT):
            chain.append(match)
    if chain:
        yield from _of_clause(text, clauses[at], chain)


def _of_clause(text: str, span: tuple[int, int], chain: list[re.Match[str]]) -> Iterator[Hit]:
    end = min(span[1], span[0] + _CLAUSE_LIMIT)
    for i, match in enumerate(chain):
        kind = verb(match.group())
        if kind == "against":
            continue
        following = chain[i + 1] if i + 1 < len(chain) else None
        # 探索建立, 组织开展: the last of a chain of verbs has the object.
        if following and text[match.end():following.start()] in _JOINTS:
            continue
        # 例如…增设窗口8个: what came of it.
        example = _EXAMPLE.search(text, span[0], match.start()) is not None
        for hit in _objects(text[match.end():end], match.end(), match.group(), text[span[1]:span[1] + 1]):
            yield replace(hit, sure=min(hit.sure, 0.4)) if example else hit


def _objects(clause: str, start: int, word: str, stop: str) -> Iterator[Hit]:
    """The objects of a verb: `clause` is what stands behind it up to the sign `stop`, from the character `start`."""
    if clause[:1] in ("成", "为", "力", "") or word in _ABOUT:
        return
    kind = verb(word)
    # 建立起来: what goes on with the verb begins no name.
    moved = len(_WITH_VERB.match(clause)[0])  # type: ignore[index]
    clause, start = clause[moved:], start + moved
    rest = _QUOTE.split(clause, maxsplit=1)[0]
    pieces = parts.levels(parts.modifiers([(part.start(), part.group()) for part in _PIECES.finditer(rest)], rest), rest)
    shared = _SHARED.search(rest)
    for number, (offset, piece) in enumerate(pieces):
        way = introduced.way(piece) if kind in ("made", "done", "naming") and len(rest) == len(clause) else None
        name, moved = cleaned(piece)
        if way:
            yield Hit(start + offset, way[0], f"“{word}”后面的名称，后面说明是“{way[1]}”", SAYS)
        # What goes on with a name in quotes is told there.
        cut = len(rest) < len(clause) and number == len(pieces) - 1
        if way or not 3 <= len(name) <= NAME_LIMIT or (cut and not ending(name)):
            continue
        value = _value(name, kind, word, stop, clause.endswith(piece) or bool(_AFTER.search(piece)))
        if kind in ("made", "naming") and calls.of_rhythm(name):
            value = max(value, SAYS)
        if shared and number < len(pieces) - 1:
            value = max(value, SAYS if weight(name + shared.group("kind")) >= SAYS and len(name) >= 4 else 0.0)
        if number and value < SAYS:
            value = min(value, 0.4)
        if value >= 0.3:
            named = ending(name)
            yield Hit(start + offset + moved, name, f"“{word}”后面的名称" + (f"，末字“{named}”" if named else ""), value)


def cleaned(piece: str) -> tuple[str, int]:
    """A piece of a clause without amounts and what is only said of the name; and by how many characters its beginning moved."""
    before = len(piece)
    piece = piece.lstrip(" 　")
    piece = _BEFORE.sub("", piece)
    amount = _COUNTED.match(piece)
    if amount and (_ONLY_COUNTED.search(amount.group()) or weight(piece) < SAYS):
        piece = piece[amount.end():]
    if "的" in piece:
        piece = piece.rpartition("的")[2]
    moved = before - len(piece)
    piece = _ET_CETERA.sub("", piece)
    piece = _AFTER.sub("", piece)
    stop = STOP.search(piece, 2)
    if stop and not ending(piece):
        shorter = piece[:stop.start()]
        piece = shorter if ending(shorter) else ""
    short = _LOOSE_END.sub("", piece)
    if short != piece and len(short) >= 4 and ((ending(short) or "") in words().concrete or piece.endswith(("品牌", "节目"))):
        piece = short
    return piece.strip(" 　"), moved


def _value(name: str, kind: str, word: str, stop: str, closes: bool) -> float:
    first = longest().match(name)
    if _CLAUSE_WORD.search(name) or _ACTS.search(name) or (first and verb(first.group()) == "against"):
        return 0.0
    says = weight(name)
    named = ending(name)
    if named is None:
        # 推行车间午间谈，…: explained right after.
        return says if kind in ("made", "naming") and word in words().new and closes and stop in ("，", ",", "；", "。") and 4 <= len(name) <= 9 else 0.0
    if kind == "made":
        # 推出乡村夜校: what is new says less by its words.
        return max(says, SAYS) if word in words().new and says and len(named) > 1 and named in words().concrete else says
    if kind in ("done", "naming"):
        return says - (0.05 if named in words().concrete else 0.25 if named in words().loose else 0.15)
    return min(says, 0.6) - 0.1 if named in words().concrete else 0.0
