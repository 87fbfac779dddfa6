"""The lines that a speech begins with: its title, over one line or several, its body, date and occasion."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from macros.fulltext.blocks import Block
from macros.fulltext.lines import cjk_length, unnumbered
from macros.importing.division import signs, units
from macros.importing.division.runs import ENOUGH, Run
from macros.importing.division.units import Unit

_YEAR = re.compile(r"(?<!\d)((?:19|20)\d{2})\s*(?:年|[-./]\d)")
# What stands in quotes is whole, and 线上 ends no meeting's name: 在全市“线上协商”现场会上.
_IN = "(?:“[^“”]{1,20}”|‘[^‘’]{1,20}’|[^，。；“”‘’]){4,40}?"
_OCCASION = re.compile(rf"在(?P<name>{_IN}(?:会议|大会|交流会|座谈会|研讨会|推进会|现场会|培训班|论坛|全会|会|仪式))(?:上|期间)的?")
_GATHERING = re.compile(rf"在(?P<name>{_IN})(?:上|期间)的?")
_MEETS = re.compile("(?:会|会议|班|论坛)$")
_DAY = re.compile(r"(?:19|20)\d{2}年\d{1,2}月\d{1,2}日")
_SPOKEN = re.compile("的?(?:交流|典型|书面|大会|经验)*(?:发言|汇报|介绍)$")
_INCOMPLETE = re.compile(r"(?:[年的和与及暨、—-]|会议|委员会)$")
_GATHERED = re.compile("(?:汇编|选编|摘编|摘登|选登|汇总|专辑|集锦)$")
# A title of more lines is none.
_LINES, _LENGTH = 4, 90
# So many characters a title has below the name of a meeting, at least.
_TITLED = 5
# As long as a title may be in an entry.
_NAME = 80


@dataclass(frozen=True)
class Beginning:
    """Where a speech begins, in the blocks of the text: its front up to `end`, the title's lines, what the front
    says; `line` in the stored text, the reasons, and how sure (0–1)."""

    start: int
    end: int
    line: int
    title: str
    title_lines: tuple[int, ...] = ()
    unit: Unit | None = None
    day: str | None = None
    year: int | None = None
    occasion: str | None = None
    reasons: tuple[str, ...] = ()
    sure: float = 1.0
    # Where the occasion stands if not in the front: the line of a note.
    occasion_line: int = 0
    # The words of its line where they are no title: a greeting, a paragraph.
    words: str = ""


def beginnings(chosen: Sequence[Run], own: Sequence[Block], found: Sequence[Run]) -> tuple[int, list[Beginning]]:
    """How many blocks stand before the first speech, and the beginnings. A text without any sign is one speech."""
    if not chosen:
        line = own[0].number if own else 1
        return 0, [Beginning(0, 0, line, "")]
    runs = list(chosen)
    head = 0
    if len(runs) > 1:
        runs, head = _without_head(runs, own)
    else:
        runs[0] = replace_start(runs[0], 0) if not any(reason == "由编者指定" for reason, _ in runs[0].reasons) else runs[0]
    headed = any(not run.first and run.labels == "T" for run in found)
    made = [_beginning(run, own, headed, len(runs)) for run in runs]
    if made[0].start > head:
        head = made[0].start
    return head, made


def with_furniture(found: list[Beginning], own: Sequence[Block], furniture: Sequence[Block]) -> list[Beginning]:
    """The beginnings with the day and body that a site's own line between title and text tells (来源：…　2025-09-10)."""
    made = []
    for i, one in enumerate(found):
        since = one.line if i else 0
        until = own[one.end].number if one.end < len(own) else one.line
        near = [b for b in furniture if since <= b.number < until]
        named = next(((name, b.number) for b in near if (name := units.alone(b.text) or units.labelled(b.text))), None)
        dated = next((m for b in near if (m := _YEAR.search(b.text))), None)
        unit = one.unit or (Unit(named[0], named[1], sure=False) if named else None)
        made.append(replace(one, unit=unit, year=one.year or (int(dated.group(1)) if dated else None)))
    return made


def signed(one: Beginning, signature: Sequence[Block]) -> Beginning:
    """The beginning with the body, day and year of the signature at the speech's end, where its front names none."""
    named = next(((name, b.number) for b in signature if (name := units.alone(b.text))), None)
    dated = next((m for b in signature if (m := _YEAR.search(b.text))), None)
    day = next((b.text.strip("（）()【】[] ") for b in signature if signs.date(b.text)), None)
    return replace(one, day=one.day or day, unit=one.unit or (Unit(*named) if named else None), year=one.year or (int(dated.group(1)) if dated else None))


def noted(one: Beginning, notes: Sequence[Block]) -> Beginning:
    """The beginning with the occasion and its year that a note says: 注：本文系在2025年……会议上的交流发言，数据截至…… says those
    of the meeting, not of the count."""
    for note in notes:
        found = _occasion(note.text) if one.occasion is None and signs.remark(note.text) else None
        if found and _MEETS.search(found["name"]):
            clause = re.split("[，。；]", note.text[:found.end()])[-1]
            dated = _YEAR.search(clause)
            day = next((m.group() for m in [_DAY.search(clause)] if m), None)
            one = replace(one, occasion=found["name"], occasion_line=note.number, year=one.year or (int(dated.group(1)) if dated else None), day=one.day or day)
    return one


def _occasion(text: str) -> re.Match[str] | None:
    return _OCCASION.search(text) or _GATHERING.search(text)


def replace_start(run: Run, start: int) -> Run:
    """The run from `start` on, where nothing but left-out lines stands before it."""
    return run if run.start == start or not run.first else replace(run, start=start, labels="M" * (run.start - start) + run.labels)


def proposed(run: Run, own: Sequence[Block]) -> Beginning:
    """A beginning that is not sure enough to be one: for the editor to see."""
    return _beginning(run, own, True, 2)


def _without_head(runs: list[Run], own: Sequence[Block]) -> tuple[list[Run], int]:
    """The name of a collection stands in the first run, above the first speech's own lines: the others show how many these are."""
    first, others = runs[0], runs[1:]
    if not first.first:
        return runs, first.start
    shapes = Counter(_shape(run.labels) for run in others)
    shape = shapes.most_common(1)[0][0]
    bare = first.weight - ENOUGH
    shared = {reason for run in others for reason, _ in run.reasons if reason not in ("前面分页", "前面是上一篇的落款", "后面的“一、”又从头数起", "目录里有这个题目")}
    mine = {reason for reason, _ in first.reasons}
    listed = all(any(r == "目录里有这个题目" for r, _ in run.reasons) for run in others)
    if (shared and not shared & mine and bare < ENOUGH) or (listed and "目录里有这个题目" not in mine):
        return others, others[0].start
    labels = first.labels
    named = len(labels) - len(re.sub("^T?[DM]*", "", labels))
    if labels[:1] == "T" and len(first.titles) == 1 and _GATHERED.search(own[first.start].text) and set(labels[named:]) & set("UP"):
        # ……发言摘登: names all of them, and the first has no title of its own.
        return [_cut(first, named), *others], first.start + named
    if first.listed > first.start:
        # The title begins where the contents say, with the body right above it.
        skip = first.listed - first.start
        while skip and labels[skip - 1] in "US" and (shape[:1] in "US" or own[first.start + skip - 1].broken):
            skip -= 1
        return [_cut(first, skip), *others], first.start + skip
    # The longest end of the first run that has the others' shape.
    for skip in range(len(labels)):
        if _shape(labels[skip:]) in shapes:
            while skip and labels[skip] in "DM" and not any(run.labels[:1] == labels[skip] for run in others):
                # The day below the collection's name is not that of the first speech.
                skip += 1
            return [_cut(first, skip), *others], first.start + skip
    wanted = shape.count("T") or 1
    titles = first.titles
    if len(titles) > wanted:
        skip = titles[len(titles) - wanted] - first.start
        while skip and shape[:1] in "US" and labels[skip - 1] in "US":
            skip -= 1
        return [_cut(first, skip), *others], first.start + skip
    return runs, first.start


def _shape(labels: str) -> str:
    return re.sub(r"[DBM]", "", labels)


def _cut(run: Run, skip: int) -> Run:
    return replace(run, start=run.start + skip, labels=run.labels[skip:])


def _beginning(run: Run, own: Sequence[Block], headed: bool, several: int) -> Beginning:
    lines = _title_lines(run, own, headed, several)
    if lines and lines[-1] + 1 < run.end and signs.subtitle(own[lines[-1] + 1].text) and units.alone(own[lines[-1] + 1].text) is None \
            and sum(len(own[i].text) for i in (*lines, lines[-1] + 1)) <= _NAME:
        lines.append(lines[-1] + 1)
    end = run.end
    # What stands below the title, body and date and is title-like once more is the first heading of the speech.
    later = [i for i in run.titles if lines and i > lines[-1]]
    if later:
        end = later[0]
    words = [own[i].text for i in lines]
    # The two halves of a title that are of one length stand apart: 搭好连心桥 当好贴心人.
    halves = len(words) == 2 and min(map(cjk_length, words)) >= 5 and abs(cjk_length(words[0]) - cjk_length(words[1])) <= 1 \
        and not signs.subtitle(words[1]) and not _INCOMPLETE.search(words[0])
    title = signs.unserial((" " if halves else "").join(words)) if words else ""
    unit = None
    if len(lines) == 1 and (split := units.leading(title)):
        unit, title = Unit(split[0], own[lines[0]].number), split[1]
    elif len(lines) == 1:
        title = unnumbered(title).strip() or title
    front = own[run.start:end]
    # After the title before above it: a signature of the text before may stand there.
    for block in sorted(front, key=lambda b: (bool(lines) and b.number < own[lines[0]].number, b.number)):
        named = units.alone(block.text)
        if unit is None and named and block.number not in {own[i].number for i in lines}:
            unit = Unit(named, block.number)
    if unit is None and (named := units.titled(title)):
        unit = Unit(named, own[lines[0]].number)
    for block in front:
        # ——云溪县政协开展……的做法
        bare = block.text.lstrip("—－- ")
        if unit is None and signs.below_title(block.text) and (named := units.alone(_SPOKEN.sub("", bare)) or units.titled(bare)):
            unit = Unit(named, block.number)
    below = "".join(b.text + "\n" for b in front if b.number not in {own[i].number for i in lines})
    occasion = _occasion(below)
    met = next((b.text for b in front if lines and b.number < own[lines[0]].number and signs.meeting(b.text)), None) if occasion is None else None
    day = next((b.text.strip("（）()【】[] ") for b in front if signs.date(b.text)), None)
    # （在全市经验交流会上的发言，2025年10月29日）
    day = day or next((m.group() for b in front if _occasion(b.text) and (m := _DAY.search(b.text))), None)
    year = _YEAR.search(below) or _YEAR.search(title)
    return Beginning(run.start, end, own[lines[0]].number if lines else own[run.start].number if run.start < len(own) else 1, title, tuple(lines), unit, day,
                     int(year.group(1)) if year else None, occasion.group("name") if occasion else met,
                     tuple(reason for reason, _ in run.reasons), min(1.0, run.weight / 6))


def _title_lines(run: Run, own: Sequence[Block], headed: bool, several: int) -> list[int]:
    """The lines of the title: all that look like one, the file's own headings before others, no collection's name."""
    titles = run.titles
    broken = _broken_name(run, own)
    if broken:
        return broken
    if not titles:
        # A body alone that is greeted below may be all the title there is.
        return []
    marked = [i for i in titles if own[i].level]
    if marked:
        titles = [i for i in marked if own[i].level == own[marked[0]].level]
        return _adjacent(titles)
    if len(titles) > 1 and _meets_above(titles, run, own):
        titles = titles[1:]
    if len(titles) > 1:
        titles = [i for i in titles if not signs.collection(own[i].text) or not _followed(titles, i)] or titles
    titles = [i for i in titles if not signs.part(own[i].text) or i == titles[-1]]
    joined = _adjacent(titles)
    if len(joined) > 1 and headed and several == 1 and joined[-1] + 1 == run.end and not _INCOMPLETE.search(own[joined[0]].text) \
            and not signs.kind_only(own[joined[-1]].text):
        joined = joined[:-1]
    return joined[:1] if len(joined) > _LINES or sum(len(own[i].text) for i in joined) > _LENGTH else joined


def _meets_above(titles: list[int], run: Run, own: Sequence[Block]) -> bool:
    """Whether the first of several title-like lines is only the name of the meeting, above the title of what was said there."""
    first, second = own[titles[0]].text, own[titles[1]].text
    apart = any(letter in "SDUP" for letter in run.labels[titles[0] + 1 - run.start:titles[1] - run.start])
    below = (apart or titles[1] == titles[0] + 1) and cjk_length(second) >= _TITLED
    return below and signs.meeting(first) and not (signs.meeting(second) or signs.collection(second) or signs.kind_only(second) or signs.spoken_at(second)
                                                   or signs.below_title(second) or re.search("(?:发言|讲话|汇报|交流|致辞|报告)$", second))


def _followed(titles: list[int], i: int) -> bool:
    return any(j > i for j in titles)


def _adjacent(titles: list[int]) -> list[int]:
    found = titles[:1]
    for i in titles[1:]:
        if i == found[-1] + 1:
            found.append(i)
        else:
            break
    return found


def _broken_name(run: Run, own: Sequence[Block]) -> list[int]:
    """中国人民政治协商会议 / 云溪县第八届委员会常务委员会 / 工作报告: a body's full name over lines is part of the title."""
    for i in range(run.start, run.end - 1):
        if re.fullmatch(r"(?:中国人民政治协商会议|中国共产党|中共|政协)[\u3400-\u9fffxX×]{0,12}", own[i].text) and run.labels[i - run.start] in "TUP":
            for j in range(i + 1, min(i + _LINES, run.end)):
                if signs.kind_only(own[j].text) and (j > i + 1 or units.alone(own[i].text) is None):
                    return list(range(i, j + 1))
    return []


def roles(beginning: Beginning, own: Sequence[Block], roles: dict[int, str], why: dict[int, str]) -> None:
    """What the lines of a front are: the title's, and those left out."""
    for i in range(beginning.start, beginning.end):
        number = own[i].number
        if i in beginning.title_lines:
            roles[number] = "T" if i == beginning.title_lines[0] else "t"
        else:
            why[number] = "篇的序号" if signs.series(own[i].text) else "各部分的名称" if signs.part(own[i].text) else "署名、日期、场合"
