"""How far a practice got, as a draft proposes it: by the one table of words, in the places that speak of it, then in the frame.

Where a practice is told of as well as planned on, the plans say nothing: 打算增加到30处 is of what there is already.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from types import MappingProxyType

from macros.fulltext.passages import Passage, masks
from macros.importing import ahead, labels, unfinished
from macros.importing.measured import amounts, called, of
from macros.importing.quotes import unquoted
from macros.importing.words import ending, words
from macros.model.progress import read
from macros.model.vocabulary import Scope, Status
from macros.text.completion import STATEMENT
from macros.text.counted import ahead_of, planned, told
from macros.text.quantities import quantities

_AHEAD = frozenset((Status.PLANNED, Status.CALLED_FOR))
# What is done wins over these where both are said of one practice.
_LESS = _AHEAD | {Status.EXPLORING}
# 探索出一些做法, 做了一些探索: what was found, not what is being looked for.
_FOUND = re.compile("探索(?=[出了形])|(?<=[的些了])探索")
_SPAN = r"[一二两三四五六七八九\d][多余]?年[多余]?来|以来|去年|今年|[上下]半年|(?<!\d)[12]\d{3}年|截至"
# What only a person may take for a sign of what is done: beside something that is counted it is one.
# A cue ends with a word: 已收到留言, of 已编入乡土教材 only 已编入.
_COUNTED_CUE = re.compile(f"(?:已经|已)(?:[\u3400-\u9fff]{{0,4}}(?![\u3400-\u9fff])|[\u3400-\u9fff]{{2}})|(?:{_SPAN})[^，。；]{{0,8}}?(?:，[^，。；]{{0,8}}?)?共[\u3400-\u9fff]{{0,2}}")
# 今年以来…召开协商会41次: a deed that has been counted, in a sentence that has its span or another count of what came of it.
_DEEDS = re.compile(r"(?:召开|举办|开展)(?![^，。；]{0,8}(?:每|不少于|至少|不超过))[\u3400-\u9fff“”]{0,10}?[\dxX〇零一二三四五六七八九十百千万两]+[余多]?(?:次|场|期)|截至目前")
_OF_THINGS = re.compile(r"[\dxX×〇零一二三四五六七八九十百千万两]+[余多]?[个件条项起处宗件份][\u3400-\u9fff]{1,6}$")
_PAST = re.compile(f"(?:{_SPAN})|已|目前|先后|累计|共")
# 坚持“不调研不协商”: a principle is nothing that goes on.
_PRINCIPLE = re.compile("坚持(?=[“\"‘]|以|把|党|[^，。；]{0,14}(?:原则|理念|导向|方针|领导|中心|第一|为先|至上))")
# Whom a leader calls on: what they are to do is no plan of the speaker's.
_CALLED = re.compile("(?:各[县市区州地级乡镇街部门单位界专]|大家|同志们|全[省市县区州])[\u3400-\u9fff]{0,12}$")
# 建成委员联络站, 建成1个工作室: what has been built.
_BUILT = re.compile(r"建成[了]?(?:[约近]?[\d一二三四五六七八九十百千xX×两]+[余多]?[个处家])?(?P<what>[\u3400-\u9fff]{2,12})")
# A word of plans that begins a clause is one there, whatever it may mean within.
_TURNS = re.compile("(?:^|[，、：])(?:我们|还|也|并|并且|同时|下一步)?(?P<word>计划|拟|准备|打算|将)(?=[\u3400-\u9fff\\d])(?!定|全|其|各|偶|奇|军|士|生育|单|书|表)")
# 针对“办事要跑三趟”的问题: what is complained of is no plan.
_TROUBLE = re.compile("(?:针对|围绕|为(?:了)?解决|破解|着眼|聚焦|面对)[^。；]{2,40}?(?:问题|难题|现象|困境|困扰|怪圈|短板|痛点|堵点|难点|情况)")
# 今年3月，选取…试点: what has a day behind it is no plan.
_BEGUN = re.compile(r"(?:去年|前年|今年|(?<!\d)[12]\d{3}年)[^，。；]{0,8}[月日初底季春夏秋冬年][，,]?(?:我们|县政协|市政协|区政协)?(?:选取|选择)[^。；]{0,20}试点")
_EXTENDS = re.compile("(?:增加|扩大|扩展|扩面|推广|推开|延伸|搬|覆盖|拓展|升级|提升|增设|增补|铺开|复制)(?:到|至|为|向|成|全)?")
# What an opening says of the body rather than of what it tells of.
_GENERAL = re.compile("坚持|现有")
_CUE, _IMPLIED, _BESIDES = 12, 16, 8
_CUT = re.compile("(?<=[个名家处所项])[\u3400-\u9fff]{2}")
# 9个村: of one sign, and the end of its clause.
_ONE_SIGN = re.compile("[村镇乡县区](?![\u3400-\u9fff])")
_CJK = re.compile("[\u3400-\u9fff]")
_CLAUSE = re.compile("[，。；：、]")
_PLANS = ("下一步", "打算", "将", "拟", "计划", "准备")
# What is only wished for or got ready: 还想办“灯下书房”，已选好3处房子.
_WANTED = re.compile("(?:还|正|也|都|很|一直)?(?<![理思设感联猜构])想(?=[办建设开搞做把在再推搭请](?!法))|筹备|筹建|酝酿|等[^，。；]{1,8}好(?:了)?就")
# 第一年试点8个，第二年铺开到40个: how it began.
_TRIED = re.compile("试点(?=[^。；！？]{0,20}[，,][^。；！？]{0,30}?(?:铺开|推开|推广|扩大|扩展|增加|覆盖)(?:到|至|了|全))")
# By when something is to be done: 三年内, 到年底.
_BY_THEN = re.compile("[一二两三四五六七八九十\\d]年内|年内|(?:到|至|在|于)?(?:今年|明年|本年)?年?底(?:以?前)?|月底前|(?<!截)[到至](?:20\\d\\d|明|后)年")
# What of an opening speaks of the speech itself, and so frames what it tells: 现将我们的几点打算汇报如下.
_FRAMES = re.compile("汇报|交流|发言|做法|打算|设想|体会|经验|谋划")


@dataclass(frozen=True)
class Stage:
    """A status with the word it rests on, the cue to quote, whether that stands in the place or frames the speech, and where, in an editor's words."""

    status: Status
    word: str
    cue: str
    scope: Scope
    where: str


def read_of(about: Sequence[tuple[str, str]], own: Mapping[str, str], name: str, frame: Sequence[str],
            plans: AbstractSet[str] = frozenset(), leads: Mapping[str, str] = MappingProxyType({})) -> Stage | None:
    """The status that the words about a practice stand for; None where none of them says anything.

    `plans` are the locators of what is ahead: where the practice stands elsewhere too, only what is said there counts. First
    the words before its name, then its sentences, the counts and other sentences of its own paragraphs,
    last the headings, the title and the opening. What is done wins over a plan.
    """
    there = [(at, _until_turn(text)) for at, text in about if at not in plans]
    there = [(at, text) for at, text in there if text and (at in own or any(_statements(text, name)))]
    if there and len(there) < len(about):
        frame = [*(h for h in frame[:-2] if not ahead.heading(h)), *frame[-2:]]
    about = there or about
    local = [*_before(about, name, leads), *_plain(about, name), *_counts(about, name), *_results(about, own, name, leads), *_rest(about, own, name)]
    first = next(iter([*local, *_framed(frame)]), None)
    if first is None or (first.scope is Scope.SPEECH and first.status not in _AHEAD):
        first = next(_implied(about, own, name, leads), first)
    done = next((one for one in local if one.status is Status.DONE), None)
    if done is None and first and first.status in _AHEAD and first.scope is Scope.LOCAL:
        # 打算扩到楼宇 beside 上线以来收到留言5260条 in another sentence.
        done = next(_implied(about, own, name, leads), None)
    found = done if done and first and first.status in _LESS else first
    return found if found and found.status not in (Status.DONE, Status.UNDER_WAY) else _unless_unfinished(found, about, own, name)


def _unless_unfinished(found: Stage | None, about: Sequence[tuple[str, str]], own: Mapping[str, str], name: str) -> Stage | None:
    """What is done, or what a statement about it says where it is still tried out or yet to be launched: 收到信息83条 beside 正在三个乡镇试用."""
    for at, text in about:
        said = of(text, name)
        mine = [s for s in STATEMENT.findall(text) if (at in own or any(s in part for part in said)) and not _of_another(s, name)]
        if less := unfinished.status(mine):
            status, word = less
            return Stage(status, word, word, Scope.LOCAL, f"{where(at)}有") if word else found if found and found.status is not Status.DONE else None
    return found


def where(at: str) -> str:
    """A place as an editor reads it: 第3段, 第3段第2项."""
    number, _, item = at.partition(".")
    return f"第{number}段第{item}项" if item else f"第{number}段"


def _until_turn(text: str) -> str:
    turned = ahead.turn(text)
    return text if turned is None else text[:turned]


def _statements(text: str, name: str) -> Iterator[str]:
    return (s for s in STATEMENT.findall(text) if name and any(c in unquoted(s) for c in called(name)))


def _plan(lead: str, before: str) -> str | None:
    """The word by which a demand (一要推行…) is a plan of the speaker's own: 下一步，…将重点做好三件事：一要…"""
    said = lead + before
    demand = said.rfind("要")
    if _CALLED.search(_CLAUSE.split(said[:demand])[-1]):
        return None
    return next((word for sentence in reversed(STATEMENT.findall(said[:demand])[-1:]) for word in _PLANS if word in sentence), None)


def _before(about: Sequence[tuple[str, str]], name: str, leads: Mapping[str, str]) -> Iterator[Stage]:
    """拟推广“流动议事车”: what is said to be ahead, before the name or, at an item, before that item (`leads`)."""
    every = [(at, statement) for at, text in about for statement in _statements(text, name)]
    for at, statement in every:
        bare = unquoted(statement)
        before, _, after = bare.partition(next(c for c in called(name) if c in bare))
        found = read(_TROUBLE.sub("", before))
        if _BEGUN.search(statement) and not _TURNS.search(statement):
            continue
        if len(every) > 1 and _EXTENDS.search(after[:8] if before.endswith(("把", "将")) else before[-6:]):
            continue
        if found.status is Status.CALLED_FOR and (plan := _plan(leads.get(at, ""), before)):
            yield Stage(Status.PLANNED, plan, plan, Scope.LOCAL, f"{where(at)}前面有" if plan not in before else f"{where(at)}有")
        elif found.status in _AHEAD and found.word and found.word in statement and len(found.word) <= _CUE:
            yield Stage(found.status, found.word, found.word, Scope.LOCAL, f"{where(at)}有")


def _plain(about: Sequence[tuple[str, str]], name: str) -> Iterator[Stage]:
    for at, text in about:
        for statement in _statements(text, name):
            yield from _of(statement, at)
            # 开展“回头看”，计划每年逐件回访
            behind = statement[max(statement.rfind(name[-1:]), 0):]
            if turned := _TURNS.search(behind):
                yield Stage(Status.PLANNED, turned["word"], turned["word"], Scope.LOCAL, f"{where(at)}有")


def _rest(about: Sequence[tuple[str, str]], own: Mapping[str, str], name: str) -> Iterator[Stage]:
    for at, text in about:
        for statement in STATEMENT.findall(text) if at in own else ():
            if not _of_another(statement, name):
                yield from _of(statement, at)


def _of_another(statement: str, name: str) -> bool:
    """Whether what a sentence says to be built is something else that has a name of its own: 已建成委员联络站."""
    if any(c in unquoted(statement) for c in called(name)):
        return False
    built = _BUILT.search(unquoted(statement))
    return built is not None and any(ending(built["what"][:n]) in words().concrete for n in range(3, len(built["what"]) + 1))


def _of(statement: str, at: str) -> Iterator[Stage]:
    if _BEGUN.search(statement) and not _TURNS.search(statement):
        yield Stage(Status.PILOT, "试点", "试点", Scope.LOCAL, f"{where(at)}有")
        return
    found = read(_TRIED.sub("", _FOUND.sub("", _PRINCIPLE.sub("", statement))), cue=False)
    if found.status is Status.DONE and found.word and unfinished.step(statement, at_ := statement.find(found.word), at_ + len(found.word)):
        return
    if found.status and found.word and found.word in statement:
        # A cue hides nothing: of 去年以来，已建成×××个 the words before the mask say it.
        word = found.word[:next((m.start for m in masks(found.word)), len(found.word))]
        if read(word).status is found.status and not (found.status is Status.DONE and (_to_be(statement, word) or _WANTED.search(statement))):
            yield Stage(found.status, word, word, Scope.LOCAL, f"{where(at)}有")


def _to_be(statement: str, word: str) -> bool:
    """Whether what a word says to be done is to be so: 三年内建成20个, 到年底建成; 按计划已建成 is there."""
    before = statement[:statement.find(word)]
    return bool(_BY_THEN.search(before)) and not _PAST.search(_BY_THEN.sub("", statement))


def _counts(about: Sequence[tuple[str, str]], name: str) -> Iterator[Stage]:
    """两年来共收到2148张, 今年以来召开协商会41次: done is what has been counted."""
    for at, text in about:
        for statement in STATEMENT.findall(text):
            cue = _COUNTED_CUE.search(statement) if not _WANTED.search(statement) else None
            if cue is None or read(cue.group()).status is not Status.DONE:
                cue = _DEEDS.search(statement) if _PAST.search(statement) and not _WANTED.search(statement) else None
            if cue and unfinished.step(statement, *cue.span()):
                continue
            if cue and _OF_THINGS.search(statement[:cue.start()]) and not any(c in unquoted(statement) for c in called(name)):
                # 97个问题已整改89个 is said of the problems.
                continue
            if cue is None or masks(cue.group()) or _of_another(statement, name) or read(cue.group()).status is not Status.DONE or read(statement, cue=False).status not in (None, Status.DONE):
                continue
            if not _TURNS.search(statement) and any(a.state in ("given", "masked") for a in amounts(Passage(1, 1, statement))):
                yield Stage(Status.DONE, cue.group(), cue.group(), Scope.LOCAL, f"{where(at)}有")


def _results(about: Sequence[tuple[str, str]], own: Mapping[str, str], name: str, leads: Mapping[str, str]) -> Iterator[Stage]:
    """探索建立…，推动42件难事得到解决: what was looked for has been found, where the same sentence tells behind what came of it."""
    for at, text in about:
        for statement in STATEMENT.findall(text):
            looked = read(statement, cue=False)
            if looked.status is not Status.EXPLORING or not looked.word or not (at in own or any(statement in part for part in of(text, name))):
                continue
            for start, end in told(statement):
                cue = statement[start:end]
                if start > statement.find(looked.word) and not masks(cue) and _short(cue) and not ahead_of(text, text.find(statement) + start) and not planned(leads.get(at, "")):
                    yield Stage(Status.DONE, cue, cue, Scope.LOCAL, f"{where(at)}有")


def _implied(about: Sequence[tuple[str, str]], own: Mapping[str, str], name: str, leads: Mapping[str, str]) -> Iterator[Stage]:
    """去年亮黄卡7张, 在10个街镇建: done is what no word says to be done, and no word to be ahead."""
    for at, text in about:
        said = of(text, name)
        for found in STATEMENT.finditer(text):
            statement = found.group()
            about_it = (at in own or any(statement in part for part in said)) and not _of_another(statement, name) and not _WANTED.search(statement)
            cues = [(end, cue) for start, end in (told(statement) if about_it and not planned(leads.get(at, "")) else ())
                    if not masks(cue := _whole(statement, start, end)) and _short(cue) and not unfinished.step(statement, start, end) and not ahead_of(text, found.start() + start)]
            # One that ends within what is counted is the last that anybody would quote: 在12个|工业园区.
            for _, cue in sorted(cues, key=lambda each: bool(_CUT.match(statement, each[0])) and statement.find(each[1]) + len(each[1]) == each[0]):
                yield Stage(Status.DONE, cue, cue, Scope.LOCAL, f"{where(at)}有")


def _whole(statement: str, start: int, end: int) -> str:
    """A cue that ends in an amount, with what is counted where that is short: 上半年走进9个村, 接待3200人次."""
    amount = next((q for q in quantities(statement) if q.start < end <= q.end + 1), None)
    noun = labels.noun_behind(statement, amount) or (m.group() if (m := _ONE_SIGN.match(statement, amount.end)) else "") if amount else ""
    longer = statement[start:amount.end + len(noun)] if amount and statement.startswith(noun, amount.end) else ""
    return longer if _short(longer) and len(longer) > end - start else statement[start:end]


def _short(cue: str) -> bool:
    """Whether a cue is short enough to be quoted: so many characters of the source, besides numbers and signs."""
    return len(_CJK.findall(cue)) <= _IMPLIED and len(cue) <= _IMPLIED + _BESIDES


def _framed(frame: Sequence[str]) -> Iterator[Stage]:
    opening = [s for s in STATEMENT.findall(frame[-1]) if _FRAMES.search(s)] if frame else []
    for text in (*frame[:-1], *(_GENERAL.sub("", s) for s in opening)):
        found = read(_FOUND.sub("", text), cue=False)
        if found.status and found.word and found.word in text:
            yield Stage(found.status, found.word, found.word, Scope.SPEECH, "篇名、小标题或开头有")
