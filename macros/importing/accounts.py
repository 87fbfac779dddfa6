"""The YAML of a practice's draft: what its places say of it is proposed, what a person must decide says 待填."""

import datetime
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from macros.editing.yaml_text import choices, comment, meaning, scalar
from macros.fulltext import cues
from macros.fulltext.passages import Passage, masks, vague
from macros.importing import clauses, elsewhere, explained, labels, measured, nameless, points, stages, worded
from macros.importing.drafts import HEAD, confirmed, shown
from macros.importing.measured import Amount, Why
from macros.importing.place import Place, cited, lead
from macros.importing.topical import Likely, Topics
from macros.importing.words import ending, form
from macros.library.catalog import Catalog
from macros.model.accounts import Account, Figure, Point, Progress
from macros.model.entries import Practice
from macros.model.fields import TO_CONFIRM, TO_FILL
from macros.model.vocabulary import Aspect, Form, Scope, Status
from macros.text.printable import printable

# A masked figure with what it counts: x个临时党支部, x-x名党外委员, xxxx+N.
_SIGN = "[xX×ｘＸ*＊]"
_UNITS = "个次名家支项条场期人户件份篇处种张套间座栋本册幅台辆道笔款层棵株盏亩批轮趟元吨"
# Its number: 4**, 98.x, xx.x.
_HIDDEN = rf"(?:[\dxX×ｘＸ*＊]{{1,4}}[.．](?=[\dxX×ｘＸ*＊]))?\d{{0,3}}{_SIGN}+"
_FIGURE = re.compile(rf"(?:至少|不少于|不超过)?(?<![\d.．])(?:百分之)?{_HIDDEN}(?:[-+—~][xX×ｘＸN]+)*(?:[万亿]?[{_UNITS}]|[万%％])?(?:[\u3400-\u9fff]{{0,12}}(?![\u3400-\u9fff])|[\u3400-\u9fff]{{6}})")
_COUNTS = re.compile(rf"百分之|(?:{_SIGN}|N)[万亿]?[{_UNITS}]|{_SIGN}[-+%％万]")
# What counts nothing behind it, and so says what it counts before.
_BARE = re.compile(rf"(?:至少|不少于|不超过)?(?:百分之)?{_HIDDEN}(?:[万亿]?[{_UNITS}次]+|[%％])")
_BEFORE = re.compile("(?:^|(?<=[，,。；;：:、（）()“”《》！？!? 　]))[\u3400-\u9fff]{1,8}$")
# 发病率由x%降到x%: one figure, with what it is of.
_TURNED = re.compile(rf"(?:(?<![\u3400-\u9fff])|(?<=[使让把将了的]))(?:(?![使让把将了的])[\u3400-\u9fff]){{2,10}}?(?:由|从){_HIDDEN}(?:[{_UNITS}]|[%％])[\u3400-\u9fff]{{1,3}}[到至为]{_HIDDEN}(?:[{_UNITS}]|[%％])")
_FIGURES, _POINTS = 10, 8
_INNER = str.maketrans("“”", "‘’")
# 辖21个行政村: what the place is like, beside what is done there.
_LIKE = re.compile("(?:辖|下设|共有)(?:区|有|着)?[^，,。；;：:]{0,4}$")
# So many points say something of a practice.
_ENOUGH = 3


def practice(name: str, places: Sequence[Place], others: Sequence[str], alike: Sequence[str], catalog: Catalog,
             topics: Topics, today: datetime.date, title: str = "") -> str:
    """The draft of a practice: `name` is a name of the source, `others` further names at its places, `alike` what to
    say of entries that resemble it, `topics` propose where it belongs, `title` is what it is to be called where that is not its name."""
    lines = [comment(HEAD)]
    lines += [comment(f"先看：{hint}") for hint in alike]
    if others:
        lines.append(comment(f"同一处还有“{'”、“'.join(others)}”：不是一回事就另建一个文件"))
    lines.append(comment("名称取自原文；不是一个可以学的做法，就删去本文件"))
    lines.append(f"title: {scalar(title or name)}\n")
    lines.append(comment(meaning(Practice, "summary")) + _summary(places[0], name))
    titled = title if form(title) else name
    kind = form(titled)
    # What is proposed says itself what it is; the list is for whoever has to choose.
    lines.append(confirmed("form", kind.value, f"{kind.label}，由末字“{ending(titled)}”读出") if kind else comment(f"类型：{choices(Form)}") + f"form: {TO_FILL}\n")
    every = "；".join(f"{tid} {topic.title}" for tid, topic in catalog.topics.items())
    likely = topics.proposed(name, [h for place in places for h in place.frame[:-2]], [text for place in places for _, text in place.about(name)])
    about = f"{meaning(Practice, 'topics')}；{every}"
    if likely and likely.sure:
        lines.append(comment(about) + confirmed("topics", f"[{likely.topic}]", _likely(likely, catalog)))
    else:
        lines.append(comment(about + (f"。{_likely(likely, catalog)}，拿不准" if likely else "")) + f"topics: [{TO_FILL}]\n")
    lines.append(comment(f"可选的还有 problems、related、distinct_from、unsaid，见编写指南；{meaning(Practice, 'unsaid')}"))
    lines.append("accounts:\n")
    for place in places:
        lines.append(account(place, name))
    lines.append(f"added: {today.isoformat()}\n")
    return "".join(lines)


def _likely(likely: Likely, catalog: Catalog) -> str:
    near = f"用词最像其中的“{likely.nearest.translate(_INNER)}”" if likely.nearest else "用词像它的说明"
    return f"{catalog.topics[likely.topic].title}，{near}"


def account(place: Place, name: str = "") -> str:
    """One account of a practice, ready to stand under `accounts:` of a draft or of an entry; `name` is what the place calls it."""
    several = len(place.at) > 1
    stage = _stage(place, name)
    lines = [f"  - speech: {place.speech_id}\n", f"    at: [{', '.join(map(scalar, place.at))}]\n",
             comment(f"{meaning(Account, 'progress')}；看不出就写 status: unclear，删去 cue 和 scope", 4),
             "    progress:\n",
             *_progress(stage, place, name),
             comment(f"{meaning(Account, 'points')}；aspect 可不写：{choices(Aspect)}", 4), "    points:\n",
             comment(meaning(Point, "text") + ("；at 写说这一点的那一处" if several else ""), 6), *_points(place, name, several)]
    planned = stage is not None and stage.status in (Status.PLANNED, Status.CALLED_FOR)
    figures = list(_figures(place, name, several, planned))
    if figures:
        lines.append(comment(f"{meaning(Account, 'figures')}；与这个做法无关的删去。{meaning(Figure, 'label')}", 4))
        lines.append("    figures:\n")
        lines += figures
    return "".join((*lines, *_apart(place, name, planned)))


def _points(place: Place, name: str, several: bool) -> Iterator[str]:
    """What the places say of who, how often and, by the names of items and headings, how; where they say little, what is to be
    worded from the sentences that nothing tells yet, which stand beside it."""
    found = _found(place, name)
    for one in found:
        raw = f", raw: {scalar(shown(one.raw))}" if one.raw else ""
        at = f", at: [{scalar(one.at)}]" if several or one.at not in place.at else ""
        why = "是这一段的小标题，最好写得更具体" if one.heading else "是不是说这个做法，话通不通"
        yield f"      - {{aspect: {one.aspect.value}, text: {scalar(shown(one.text))}{one.fields()}{raw}{at}}}  # {TO_CONFIRM}：{why}\n"
    # Whoever confirms a few facts has a draft that says something; more is his to add.
    few = len(found) < 2 or (len(found) < _ENOUGH and all(one.aspect is not Aspect.HOW for one in found))
    rest = [one for one in worded.untold(place.about(name), found, name) if few or one.aspect is not Aspect.HOW][:max(_ENOUGH - len(found), 2 if few else 1)]
    for sentence in rest:
        at = f", at: [{scalar(sentence.at)}]" if several else ""
        yield f"      - {{aspect: {sentence.aspect.value}, text: {TO_FILL}{at}}}  # {TO_CONFIRM}：换成自己的话，不要就删去这一行；原文“{printable(shown(worded.shown(sentence.text)))}”\n"
    if few and not rest:
        # 待填 alone would leave open of what: the sentence that has the name stands beside it.
        told = next((text for _, text in place.about(name) if text.strip()), "")
        said = worded.shown(next((part for part in measured.sentences(told) if measured.has(part, name)), told).strip())
        yield (f"      - {{aspect: {Aspect.HOW.value}, text: {TO_FILL}{f', at: [{scalar(place.at[0])}]' if several else ''}}}"
               + (f"  # {TO_CONFIRM}：换成自己的话，不要就删去这一行；原文“{printable(shown(said))}”" if said else "") + "\n")


def _found(place: Place, name: str) -> list[points.Proposed]:
    every = [*_named_parts(place), *(one for at, text in place.about(name) for one in points.proposed(text, at))]
    if name and all(one.aspect is not Aspect.LEAD for one in every):
        every += [one for at, text in place.about(name) for one in points.opener(text, name, at)][:1]
    if name:
        every += [one for at, text in place.about(name) for one in points.spans(text, measured.spans(text), at) if not any(one.text in other.text for other in every)]
        every += [points.Proposed(Aspect.HOW, words, at) for at, text in place.about(name) for words in explained.steps(text, name)]
        # 由参会群众现场打分 as one of the items stands there already.
        every += [one for at, text in place.about(name) for one in points.done(text, name, at) if not any(one.text in other.text or other.text in one.text for other in every)]
    if name:
        # A sentence of several clauses tells several steps: 委员记下问题，当场交给水利站.
        every += [points.of_item(words, at) for at, text in place.about(name) for words in clauses.steps(text, name)
                  if not any(words in one.text or one.text in words for one in every)]
    every += [one for one in _steps(place, name) if not any(one.at == other.at and other.aspect in (Aspect.HOW, Aspect.LEAD) for other in every)]
    return [one for one in {one.text: one for one in reversed(every)}.values() if not nameless.named(one.text)][::-1][:_POINTS]


def _steps(place: Place, name: str) -> list[points.Proposed]:
    """What the numbered paragraphs in which one practice is told call themselves: 1. 定时定点。每月…"""
    found = [points.Proposed(Aspect.HOW, words, at, heading=True) for at, passage in zip(place.at, place.passages, strict=True)
             if (at in place.others or at in dict(place.own)) and "." not in at and (words := points.step(passage.text)) and name not in words]
    return found if len(found) > 1 else []


def _summary(place: Place, name: str) -> str:
    """The summary of the first place, put together of its points, or to be filled in."""
    stage = _stage(place, name)
    made = worded.summary(_found(place, name), stage.status if stage else None, [p.text for p in place.passages])
    return confirmed("summary", scalar(shown(made)), "由下面的要点连成，换成自己的一句话") if made else f"summary: {TO_FILL}\n"


def _named_parts(place: Place) -> Iterator[points.Proposed]:
    """What the items of the practice's own paragraphs call themselves, and the headings below its own."""
    for at, heading in place.own:
        passage = next((p for one, p in zip(place.at, place.passages, strict=True) if one == at), None)
        if passage is None:
            continue
        if heading and (words := points.of_heading(heading)):
            yield points.Proposed(Aspect.HOW, words, at)
        for number in range(1, len(passage.items) + 1):
            if words := points.item(passage, number):
                yield points.of_item(words, f"{at}.{number}")


def _figures(place: Place, name: str, several: bool, planned: bool) -> Iterator[str]:
    """The figures of the places, those that the source masks and those that it gives in the sentences about the practice; what is
    counted ahead only where the practice is `planned` itself."""
    about = dict(place.about(name)) if name else {}
    # 由1名副主席牵头 is told by who leads, 97个问题 by 发现问题97个.
    leads = [one.text for one in _found(place, name) if one.aspect is Aspect.LEAD]
    taken: list[Amount] = []
    for at, passage in zip(place.at, place.passages, strict=True):
        own = f", at: [{scalar(at)}]" if several else ""
        text = cited(passage, at)
        found = [a for a in measured.amounts(Passage(1, 1, text)) if a.state == "masked"]
        starts = [a.start for a in found]
        for raw, start, end in masked_figures(passage, at) if at not in place.others else ():
            within = found[bisect_left(starts, start):bisect_left(starts, end)]
            if any(_aside(a, planned) for a in within) or place.others_clause(at, text, start, name):
                continue
            # xx名法律、审计方面的专业人士: the whole phrase, where more than its first clause is what is counted.
            raw = next((a.raw for a in within if a.raw.startswith(raw)), raw)
            label = next((a.label for a in within if a.label), None) or (re.search(f"{_SIGN}[个次名家支项条场期人户件篇份]$", raw) and labels.before(text, start))
            said = f"{{label: {scalar(shown(label)) if label else TO_FILL}, state: redacted, raw: {scalar(shown(raw))}{own}}}"
            yield f"      - {said}{f'  # {TO_CONFIRM}：是不是说这个做法，名目通不通' if label else ''}\n"
        if several and at == "1" and at not in dict(place.own):
            # The opening counts what the place is like, not what the practice did.
            continue
        for amount in measured.given(about.get(at, ""), planned=planned)[:_FIGURES - len(taken)]:
            if (several and _LIKE.search(about[at][:amount.start])) or place.others_clause(at, about[at], amount.start, name) or any(amount.raw in lead for lead in leads) or any(_again(amount, other) for other in taken):
                continue
            taken.append(amount)
            bound = f", bound: {amount.bound.value}" if amount.bound else ""
            yield (f"      - {{label: {scalar(shown(amount.label))}, state: given, value: {amount.number}{bound}, raw: {scalar(shown(amount.raw))}{own}}}"
                   f"  # {TO_CONFIRM}：是不是说这个做法，名目通不通\n")


def _again(amount: Amount, other: Amount) -> bool:
    """Whether an amount only takes up one told before: 97个问题 behind 发现问题97个."""
    return amount.number == other.number and amount.label != other.label and other.label.endswith(amount.label)


def _aside(amount: Amount, planned: bool) -> bool:
    """Whether an amount is what something is judged by, or is ahead of a practice that is there."""
    return amount.why is Why.RULE or (amount.why is Why.AHEAD and not planned)


def _apart(place: Place, name: str, planned: bool) -> Iterator[str]:
    """What of the amounts is no figure, as comments: the vague ones, those from one number to another, those of rules and plans."""
    unclear = [span.text for passage in dict.fromkeys(place.passages) for span in vague(passage.text)]
    if unclear:
        yield comment(f"原文说得含糊的（{'、'.join(dict.fromkeys(unclear))}），不写进 figures", 4)
    wide = [raw for _, text in place.about(name) for raw in measured.spans(text)] if name else []
    if wide:
        yield comment(f"原文写的是从几到几（{'、'.join(dict.fromkeys(wide))}），figures 里写不下，要写就写进要点的话里", 4)
    if name and place.level and (raws := [a.raw for part in elsewhere.theirs([text for _, text in place.texts()], place.level) for a in measured.every(part) if measured.has(part, name) and a.why is None and a.label]):
        yield comment(f"更大范围推广的数（{'、'.join(dict.fromkeys(map(shown, raws)))}），不是这家自己的，没有写进 figures", 4)
    aside = [a.raw for _, text in place.about(name) for a in measured.every(text) if _aside(a, planned)] if name else []
    if aside:
        yield comment(f"评定的条件、打算做到的数（{'、'.join(dict.fromkeys(map(shown, aside)))}），没有写进 figures", 4)


def _stage(place: Place, name: str) -> stages.Stage | None:
    """How far the practice got there, as the table of words reads it."""
    leads = {at: lead(passage, at) for at, passage in zip(place.at, place.passages, strict=True)}
    found = stages.read_of(place.about(name), dict(place.own), name, place.frame, place.plans, leads)
    return None if found is None or masks(found.cue) else found


def _progress(found: stages.Stage | None, place: Place | None = None, name: str = "") -> Iterator[str]:
    """Status, cue and scope; to be chosen where nothing there says anything: 不明 is a judgement too. What of the place may be a cue
    all the same is told."""
    if found is None:
        if place and name and (would := cues.offered(text for at, text in place.about(name) if at not in place.plans)):
            yield comment(f"看来已经做了的，写 done；依据可以用“{'”、“'.join(cue.translate(_INNER) for cue in would)}”", 6)
        yield comment(f"进展：{choices(Status)}", 6)
        yield comment("没有读到说明进展的词；你看到了，写成那一步，再加 cue 和 scope；看不出，写 unclear", 6)
        yield f"      status: {TO_FILL}\n"
        yield comment(f"{meaning(Progress, 'cue')}；依据范围（scope）：{choices(Scope)}", 6)
        return
    yield confirmed("status", found.status.value, f"{found.where}“{found.word}”，读作{found.status.label}；先看是不是说这个做法", 6)
    yield f"      cue: {scalar(shown(found.cue))}\n      scope: {found.scope.value}\n"


def masked_figures(passage: Passage, at: str) -> Iterator[tuple[str, int, int]]:
    """The figures that the source masks at a place, as written, each once, with the words before it where none behind say what is
    counted; from where to where. Masked names (xx市) are none."""
    said = set()
    text = cited(passage, at)
    turned = list(_TURNED.finditer(text))
    yield from ((m.group(), m.start(), m.end()) for m in turned)
    for m in _FIGURE.finditer(text):
        if any(t.start() <= m.start() < t.end() for t in turned) or not _COUNTS.search(m.group()):
            continue
        # 提出建议××条，采纳××条: two, each with the words that say of what.
        before = _BEFORE.search(text[:m.start()]) if _BARE.fullmatch(m.group()) else None
        start = before.start() if before else m.start()
        if (raw := text[start:m.end()]) not in said:
            said.add(raw)
            yield raw, start, m.end()
