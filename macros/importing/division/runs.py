"""Lines in a row that are no sentences: what each is, and what they say for a speech that begins there."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from macros.fulltext.blocks import Block
from macros.fulltext.lines import FIRST_RANK, cjk_length, is_first, rank
from macros.importing.division import signs, units

# From here on a beginning is one.
ENOUGH = 3.0
# So many beginnings of one kind are no chance.
_ALIKE = 2


@dataclass
class Run:
    """Lines `start` up to `end`. `labels`, a letter for each: T title-like, C 单位：题目, U body, P speaker, D date,
    B ——在…上的发言, S 案例一 alone, M masthead. `reasons` speak for a beginning, with their weight."""

    start: int
    end: int
    labels: str
    first: bool = False
    reasons: list[tuple[str, float]] = field(default_factory=list)
    # The line at which a title of the contents begins; -1 where there is none.
    listed: int = -1

    @property
    def weight(self) -> float:
        return sum(weight for _, weight in self.reasons)

    @property
    def titles(self) -> list[int]:
        return [self.start + i for i, label in enumerate(self.labels) if label in "TC"]


def label(block: Block) -> str:
    """The letter of a line; "" for one that is no part of a run."""
    text = block.text
    if block.row or block.note or signs.greeting(text):
        return ""
    if signs.date(text):
        return "D"
    if signs.below_title(text) and units.alone(text) is None:
        return "B"
    if signs.series(text) and not signs.unserial(text):
        return "S"
    if units.alone(text) is not None:
        return "U"
    if signs.masthead(text) or signs.site(text):
        return "M"
    if re.fullmatch(r"[（(][^（）()。；;！!？?]{2,30}[）)]", text):
        return "P"
    if not block.level and signs.person(text):
        return "P"
    if units.leading(text) is not None:
        return "C"
    return "T" if signs.short(block) and cjk_length(text) >= 2 else ""


def runs(blocks: Sequence[Block]) -> list[Run]:
    """All runs of a text, in order, with the reasons that each has by itself."""
    labels = [_in_run(blocks, i) for i in range(len(blocks))]
    found: list[Run] = []
    i = 0
    while i < len(blocks):
        end = i
        while end < len(blocks) and labels[end] and not (end > i and blocks[end].broken):
            end += 1
        if end > i:
            found.append(Run(i, end, "".join(labels[i:end]), not found and not any(_says(b) for b in blocks[:i])))
        i = max(end, i + 1)
    for run in found:
        _trim(run, blocks, found[0])
        if not run.titles:
            run.labels = "".join("T" if letter == "B" and signs.spoken_at(blocks[run.start + i].text) else letter
                                 for i, letter in enumerate(run.labels))
    kinds = Counter(kind for b in blocks if (kind := signs.series(b.text)) and label(b))
    colons = sum(run.labels.count("C") for run in found)
    for run in found:
        _weigh(run, blocks, kinds, colons)
    _weigh_likeness(found)
    return found


def _weigh_likeness(found: Sequence[Run]) -> None:
    """A title with its speaker, date or occasion, as the text's first one and others have it too."""
    likes = Counter(run.labels for run in found if len(run.labels) > 1)
    if not found or not found[0].first or likes[found[0].labels] < _ALIKE:
        return
    for run in found[1:]:
        if run.labels == found[0].labels and run.titles and 0 < run.weight < ENOUGH:
            run.reasons.append(("与全文的开头同样", 1.5))


def _says(block: Block) -> bool:
    return not label(block) and not signs.greeting(block.text) and not block.row


def _in_run(blocks: Sequence[Block], i: int) -> str:
    """The letter of a line, but none for a numbered heading: it is a title only where a body is named below it."""
    found = label(blocks[i])
    if found in ("T", "P") and signs.numbered(blocks[i].text) and not blocks[i].text.startswith("（"):
        below = label(blocks[i + 1]) if i + 1 < len(blocks) else ""
        named = below == "U" or (below == "P" and not rank(blocks[i + 1].text))
        return "T" if named else ""
    if rank(blocks[i].text) == 4 and found == "P":
        return ""
    return found


def _trim(run: Run, blocks: Sequence[Block], opening: Run) -> None:
    """A signature of the speech before is no part of the run that the next one begins with, be that with a title or a greeting."""
    if run.first:
        return
    cut = re.match(r"(?:[UP]{1,3}D|D)(?=.*[TC])|[UP](?=T{1,3}[BDS]?[UP])", run.labels)
    if cut and re.match("UT{1,3}[BDS]?P", run.labels) and "U" in opening.labels and not _signs_last(blocks):
        # Where the first speech names its body too, that above a title with a speaker below is the title's.
        cut = None
    if not cut and not blocks[run.start].broken and run.end < len(blocks) and greeting_line(blocks[run.end]):
        cut = re.fullmatch("[UP]{0,3}D", run.labels)
    if cut:
        run.start += cut.end()
        run.labels = run.labels[cut.end():]
        if cut.group() != "D":
            run.reasons.append(("前面是上一篇的落款", 3.0))


def _signs_last(blocks: Sequence[Block]) -> bool:
    """Whether the text ends with a body's name: its speeches are signed."""
    return re.search("U[PD]{0,2}$", "".join(label(block) or "-" for block in blocks[-3:])) is not None


def greeting_line(block: Block) -> bool:
    """Whether a line greets those who listen, and is no thanks at the end."""
    return signs.greeting(block.text) and not signs.closing(block.text)


def _weigh(run: Run, blocks: Sequence[Block], kinds: Counter[str], colons: int) -> None:
    add = run.reasons.append
    own = blocks[run.start:run.end]
    if run.first:
        add(("全文的开头", ENOUGH))
    serial = [kind for b in own if (kind := signs.series(b.text))]
    if (serial and run.titles) or "S" in run.labels:
        add(("题目带序号（案例一、之二、篇三）", 4.0 if serial and kinds[serial[0]] > 1 else 1.0))
    if run.titles and "U" in run.labels:
        add(("题目旁边是单位", 3.0))
    if "C" in run.labels:
        add(("一行里有单位和题目", 4.0 if colons > 1 else 1.0))
    if run.titles and "P" in run.labels:
        add(("题目旁边是署名", 2.0 if not any(b.text.startswith("（") for b in own) else 2.5))
    if "B" in run.labels and run.titles:
        add(("题目下面是场合", 3.0))
    if "D" in run.labels and run.titles:
        add(("题目旁边是日期", 1.5))
    if own and own[0].broken:
        add(("前面分页", 3.0 if run.titles else 2.0))
    if run.end < len(blocks) and greeting_line(blocks[run.end]):
        add(("下面是称呼", 3.0))
    if run.start and signs.closing(blocks[run.start - 1].text):
        add(("前一篇已经结束（致谢）", 2.0))


def weigh_levels(found: list[Run], blocks: Sequence[Block]) -> None:
    """Headings that the file marks: the outermost level that has sections below it more than once."""
    marked = [i for i, b in enumerate(blocks) if b.level and not 0 < rank(b.text) < 5]
    for level in sorted({blocks[i].level for i in marked}):
        these = [i for i in marked if blocks[i].level == level]
        if len(these) < 2:
            continue
        ends = [*these[1:], len(blocks)]
        deep = sum(any(b.level > level or rank(b.text) == FIRST_RANK for b in blocks[i + 1:end]) for i, end in zip(these, ends, strict=True))
        untitled = not any(run.first and run.start < these[0] and run.titles for run in found)
        if deep > 1 or untitled:
            for run in found:
                if any(run.start <= i < run.end for i in these):
                    run.reasons.append(("文件里标作大标题", 3.0))
        return


def weigh_restarts(found: list[Run], blocks: Sequence[Block]) -> None:
    """一、 that comes again: the title stands before it, after the section before."""
    since, seen = 0, False
    for i, block in enumerate(blocks):
        if rank(block.text) != FIRST_RANK or not signs.heading_form(block.text):
            continue
        between = [run for run in found if since <= run.start and run.end <= i]
        if is_first(block.text) and seen:
            titled = [run for run in between if run.titles]
            if titled and not any(run.weight >= ENOUGH for run in titled):
                titled[0].reasons.append(("后面的“一、”又从头数起", 3.0))
        seen = True
        since = i + 1
