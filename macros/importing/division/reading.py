"""A text divided: what each line is, which beginnings there are and why, which lines are left out and why."""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from macros.fulltext import cut
from macros.fulltext.blocks import Block, blocks
from macros.fulltext.lines import ends_sentence
from macros.fulltext.segments import Collection, from_cut
from macros.importing.division import body, credited, front, named, signs, units
from macros.importing.division.doubtful import Missing, gaps, swallowed
from macros.importing.division.front import Beginning
from macros.importing.division.joined import joined
from macros.importing.division.listed import WHY, listed
from macros.importing.division.runs import ENOUGH, Run, runs, weigh_levels, weigh_restarts
from macros.importing.document import LeftOut
from macros.importing.refused import Refused

# What an editor may type into a text where a speech begins.
MARK = "【分篇】"
# So many lines at most tell who sent a letter, the stroke above them among them.
_SENDER = 7
_BARE = "题目下面没有正文"


@dataclass(frozen=True)
class Wish:
    """What the editor says of the division: lines that speeches begin at, or one speech only; titles and bodies by
    the number of the speech (0: the only one); lines that are text and lines that are none."""

    split: tuple[int, ...] = ()
    one: bool = False
    titles: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    keep: tuple[int, ...] = ()
    # Lines that are no text, whatever they look like.
    leave: tuple[int, ...] = ()
    # Where and when all of them were spoken; it changes nothing of the division.
    occasion: str = ""
    date: str = ""

    def __bool__(self) -> bool:
        return bool(self.split or self.one or self.keep or self.leave or self.titles)


@dataclass(frozen=True)
class Reading:
    """A text as it is cut: the record of the cut, its speeches with their beginnings, and every line that is left out."""

    cut: str
    collection: Collection
    beginnings: tuple[Beginning, ...]
    doubtful: tuple[Beginning, ...]
    left_out: tuple[LeftOut, ...]

    @property
    def split(self) -> tuple[int, ...]:
        """The lines after `--split` that take the doubtful beginnings beside those that there are."""
        return tuple(sorted({one.line for one in (*self.beginnings, *self.doubtful)}))


def divided(text: str, wish: Wish = Wish()) -> Reading:  # noqa: B008 (frozen)
    """The division of a stored text; a text without prose is one speech without paragraphs.

    Raises `Refused` where the wish names a line that the text does not have.
    """
    written = blocks(text)
    _within(wish, text.count("\n") + (not text.endswith("\n")))
    every = tuple(replace(b, text=closed) if (closed := signs.closed(b.text)) != b.text else b for b in written)
    why: dict[int, str] = {}
    roles: dict[int, str] = {}
    kept, contents, missing = _without_furniture(every, why, wish)
    paragraphs = joined(kept)
    own = [block for _, block in paragraphs]
    found = _weighed(own, contents, missing)
    marked = tuple(_after(every, b.number) for b in every if b.text == MARK)
    if marked and own and own[0].number < marked[0] and all(b.number > marked[0] or b.text != MARK for b in every[:1]):
        # What stands above the first mark is a speech too, if it says anything.
        opening = next((run for run in found if run.first), None)
        at = own[opening.start].number if opening else own[0].number
        if any(not signs.short(b) and at < b.number < marked[0] for b in own):
            marked = (at, *marked)
    chosen = _above(_chosen(found, own, wish), own, found) if wish.split else _chosen(found, own, replace(wish, split=marked))
    head, beginnings = front.beginnings(chosen, own, found)
    bare = [] if wish.split or marked else _without_text(beginnings, own, wish)
    if bare:
        chosen = [run for run in chosen if not any(run.start <= start < run.end for start, _ in bare)]
        head, beginnings = front.beginnings(chosen, own, found)
    beginnings = front.with_furniture(beginnings, own, [b for b in every if why.get(b.number) == "网页文字"])
    ends = [b.start for b in beginnings[1:]] + [len(own)]
    for block in own[:head]:
        why[block.number] = "汇编的名称、前言"
    for beginning, end in zip(beginnings, ends, strict=True):
        front.roles(beginning, own, roles, why)
        body.roles(own, beginning.end, end, roles, why)
    for block in (b for start, stop in bare for b in own[start:stop] if b.number in roles):
        del roles[block.number]
        why[block.number] = _BARE
    beginnings = [front.signed(one, [b for b in own[one.end:end] if why.get(b.number) == "落款"])
                  for one, end in zip(beginnings, ends, strict=True)]
    lasts = [b.line for b in beginnings[1:]] + [math.inf]
    beginnings = [front.noted(one, [b for b in every if one.line <= b.number < last and why.get(b.number) == signs.NOTE])
                  for one, last in zip(beginnings, lasts, strict=True)]
    for lines, block in paragraphs:
        for line in lines[1:]:
            roles[line.number] = "c" if roles.get(block.number) in ("p", "c") else "t" if roles.get(block.number) in ("T", "t") else "o"
            if block.number in why:
                why[line.number] = why[block.number]
    for number in wish.keep:
        if number in why:
            del why[number]
            roles[number] = "p"
    beginnings = _with_kept(beginnings, own, roles, wish)
    untitled = {own[b.start].number for b in beginnings if not b.title_lines and b.start < len(own)}
    record = cut.written(_signs(every, roles, untitled))
    page = [b for b in every if why.get(b.number) == WHY]
    told = credited.entries(page)
    lost, spelled = gaps(page, contents, missing, beginnings)
    lost = credited.without_bodies(lost, told)
    beginnings = list(credited.credited(beginnings, told))
    collection = named.collection(from_cut(text, record), own[:head], beginnings, lost, spelled, wish.titles)
    left = tuple(LeftOut(b.number, b.text, why.get(b.number, "不是正文")) for b in written if roles.get(b.number, "o") == "o")
    wished = [replace(b, title=collection.speeches[i].title if i < len(collection.speeches) else b.title,
                      unit=units.said(wish.units[i], b.unit) if i < len(wish.units) and wish.units[i] else b.unit)
              for i, b in enumerate(beginnings)]
    # Who says himself where they begin has looked.
    doubtful = () if wish.split or wish.one else _doubtful(found, own, beginnings, roles, lost)
    return Reading(record, collection, tuple(wished), doubtful, left)


def _within(wish: Wish, lines: int) -> None:
    beyond = [number for number in (*wish.split, *wish.keep, *wish.leave) if number > lines]
    if beyond:
        raise Refused(f"全文没有第 {beyond[0]} 行，只有 {lines} 行", "行号照报告里的写；先用 --dry-run 看一遍")


def _with_kept(beginnings: list[Beginning], own: list[Block], roles: dict[int, str], wish: Wish) -> list[Beginning]:
    """The beginnings with one for what the editor keeps of the lines before the first: a text of its own."""
    first = min((number for number, role in roles.items() if role == "T"), default=beginnings[0].line)
    early = [i for i, block in enumerate(own) if block.number < first and block.number in wish.keep and roles.get(block.number) == "p"]
    if not early or (early[0] == beginnings[0].start and not beginnings[0].title_lines):
        return beginnings
    return [Beginning(early[0], early[0], own[early[0]].number, "", reasons=("由编者留下",)), *beginnings]


def _doubtful(found: list[Run], own: list[Block], beginnings: list[Beginning], roles: dict[int, str], missing: list[Missing]) -> tuple[Beginning, ...]:
    """The beginnings that are not sure enough to be one, in their order, each line once."""
    weak = [front.proposed(run, own) for run in found if run.titles and 0 < run.weight < ENOUGH]
    inside = {one.line: one for one in (*weak, *swallowed(own, beginnings, roles, missing))}
    return tuple(inside[line] for line in sorted(inside))


def _signs(every: Sequence[Block], roles: dict[int, str], untitled: set[int]) -> list[str]:
    made: list[str] = []
    begun = False
    for block in every:
        if block.number in untitled:
            made.append("S")
        role = roles.get(block.number, "o")
        begun = begun or role == "T" or block.number in untitled
        # Nothing is part of a speech before the first one begins.
        made.append(role if begun else "o")
    return made if begun else ["S", *made]


def _without_furniture(every: tuple[Block, ...], why: dict[int, str], wish: Wish) -> tuple[tuple[Block, ...], list[tuple[str, int]], list[str]]:
    """The blocks that may be text; the titles of the contents with the line of each in the text; those that are not there."""
    kept = []
    ended = _sender(every)
    sent = False
    running = _running(every)
    for block in every:
        sent = signs.attached(block.text) or (sent and bool(signs.numbered(block.text)) and signs.short(block))
        reason = ("由编者略去" if block.number in wish.leave else "分篇记号" if block.text == MARK else signs.NOTE if block.note else "落款" if block.number > ended else "附件" if sent
                  else "页眉、页脚" if block.text in running else signs.furniture(block))
        if reason is None and set(block.text) <= set("-—_=*＊·.…─━ "):
            reason = "分隔线"
        if reason and block.number not in wish.keep:
            why[block.number] = reason
        else:
            kept.append(block)
    # Below a site's words at the end of a page nothing but a sentence is text.
    last = max((n for n, reason in why.items() if reason == "网页文字"), default=0)
    if last and all(signs.short(b) and not b.level for b in kept if b.number > last):
        for block in (b for b in kept if b.number > last and b.number not in wish.keep):
            why[block.number] = "网页文字"
        kept = [b for b in kept if b.number not in why]
    contents, titles, missing = listed(kept, frozenset(wish.keep))
    why.update((block.number, WHY) for block in contents)
    return tuple(block for block in kept if block.number not in why), titles, missing


def _sender(every: tuple[Block, ...]) -> float:
    """The line of strokes that ends a letter, where nothing but its sender follows."""
    last = every[-_SENDER:]
    for i, block in enumerate(last):
        if set(block.text) <= {"-", "—", "_", "="} and not any(ends_sentence(b.text) for b in last[i:]):
            return block.number - 1
    return math.inf


def _running(every: tuple[Block, ...]) -> set[str]:
    """The lines that stand beside a page's number again and again and are no body's name."""
    numbers = [i for i, b in enumerate(every) if not b.row and signs.page_number(b.text)]
    beside = Counter(every[j].text for i in numbers for j in (i - 1, i + 1) if 0 <= j < len(every) and signs.short(every[j]))
    return {text for text, times in beside.items() if times > 1 and not units.alone(text) and signs.numbered(text) == 0}


def _weighed(own: list[Block], listed: list[tuple[str, int]], missing: list[str]) -> list[Run]:
    found = runs(own)
    weigh_levels(found, own)
    weigh_restarts(found, own)
    numbers = {number for _, number in listed}
    covered = set()
    for run in found:
        here = numbers & {b.number for b in own[run.start:run.end]}
        if here:
            run.reasons.append(("目录里有这个题目", 6.0))
            run.listed = next((i for i in run.titles if own[i].number in here), -1)
            covered |= here
    for i, block in enumerate(own):
        if block.number in numbers - covered:
            found.append(Run(i, i + 1, "T", False, [("目录里有这个题目", 6.0)]))
    found.sort(key=lambda run: run.start)
    if len(listed) > 1:
        # A contents page that was found again in the text says all; weaker signs then mean headings.
        for run in found:
            if not any(reason == "目录里有这个题目" for reason, _ in run.reasons) and run.weight < 6:
                run.reasons = [("目录里没有", 0.5)] if missing and run.weight >= ENOUGH / 2 and not run.first else []
    return found


def _after(every: tuple[Block, ...], number: int) -> int:
    return next((b.number for b in every if b.number > number and b.text != MARK), number)


def _chosen(found: list[Run], own: list[Block], wish: Wish) -> list[Run]:
    """The runs that begin a speech."""
    if wish.split:
        made = []
        for number in wish.split:
            at = next((i for i, b in enumerate(own) if b.number >= number), None)
            if at is None:
                continue
            run = next((r for r in found if r.start <= at < r.end), None)
            labels = run.labels[at - run.start:] if run else ""
            made.append(Run(at, run.end if run else at, labels, False, [("由编者指定", 9.0)]))
        return made
    strong = [run for run in found if run.weight >= ENOUGH and (run.titles or run.first or "S" in run.labels or _greeted(run, own))]
    return strong[:1] if wish.one else strong


def _above(chosen: list[Run], own: list[Block], found: list[Run]) -> list[Run]:
    """The runs that an editor names by a line, with the body and the speaker right above that line: the report names the title's."""
    made = []
    for i, run in enumerate(chosen):
        whole = next((r for r in found if r.start < run.start < r.end), None)
        start, least = run.start, max(whole.start, chosen[i - 1].start + 1 if i else 0) if whole else run.start
        while whole and start > least and whole.labels[start - 1 - whole.start] in "UPBSM" and not own[start].broken:
            start -= 1
        made.append(replace(run, start=start, labels=whole.labels[start - whole.start:]) if whole else run)
    return made


def _without_text(beginnings: list[Beginning], own: list[Block], wish: Wish) -> list[tuple[int, int]]:
    """Where those of several beginnings stand that have no paragraph below them: a cover, the names of parts."""
    found = []
    for one, end in zip(beginnings, [*(b.start for b in beginnings[1:]), len(own)], strict=True):
        roles: dict[int, str] = {}
        body.roles(own, one.end, end, roles, {})
        if "p" not in roles.values() and not any(b.number in wish.keep for b in own[one.start:end]):
            found.append((one.start, end))
    return found if len(found) < len(beginnings) else []


def _greeted(run: Run, own: list[Block]) -> bool:
    return run.end < len(own) and signs.greeting(own[run.end].text)
