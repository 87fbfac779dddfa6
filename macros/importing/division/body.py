"""What the lines of one speech are: headings with their rank, paragraphs, tables, greetings, the signature at its end."""

import re
from collections.abc import Sequence

from macros.fulltext.blocks import Block
from macros.fulltext.lines import cjk_length, ends_sentence, heading_like, rank
from macros.importing.division import signs, units
from macros.importing.division.runs import label

CAPTION = "表题"
_SIGNED = 5
# As long as a heading over two lines may be.
_HEADING = 60
# Right above a table, what it shows: by its last word, or since the paragraph above speaks of the table below.
_CAPTION = re.compile("(?:统计|一览|情况|明细|汇总|数据|对照|对比|登记|名录|清单)?(?:表|图)[一二三四五六七八九十\\d]*(?:[（(][^（）()]*[）)])?$")
_UNIT_OF_TABLE = re.compile("^[（(]?(?:计量)?单位[:：][ 　]*[^，。；]{1,12}[）)]?$")
_SHOWN_BELOW = re.compile("(?:见|如)(?:下|附)?表|下表|(?:如下|数据)[：:]$")


def roles(own: Sequence[Block], start: int, end: int, roles: dict[int, str], why: dict[int, str]) -> None:
    """Says of every line from `start` up to `end` what it is; of those left out, why."""
    end = _unsigned(own, start, end, roles, why)
    i = start
    while i < end:
        block = own[i]
        if block.note:
            why[block.number] = "注释"
        elif block.row:
            roles[block.number] = "r"
        elif signs.greeting(block.text) or (i == start and signs.addressee(block.text)):
            why[block.number] = "称呼、结束语"
        elif block.level and _second_half(own, start, i, roles):
            roles[block.number] = "g"
        elif block.level:
            roles[block.number] = f"h{min(rank(block.text) or block.level, 9)}"
        elif signs.numbered(block.text):
            roles[block.number] = f"h{signs.numbered(block.text)}" if _numbered_heading(own, i, end) else "p"
        else:
            i = _unmarked(own, i, end, roles, why)
            continue
        i += 1
    _tables(own, start, end, roles)


def _second_half(own: Sequence[Block], start: int, i: int, roles: dict[int, str]) -> bool:
    """Whether a marked heading goes on from the one right above it, of the same level: a heading over two lines."""
    above, block = own[i - 1] if i > start else None, own[i]
    return (above is not None and above.level == block.level and roles.get(above.number, "o")[0] == "h" and not signs.numbered(block.text)
            and not ends_sentence(above.text) and len(above.text) + len(block.text) <= _HEADING)


def _unsigned(own: Sequence[Block], start: int, end: int, roles: dict[int, str], why: dict[int, str]) -> int:
    """Where the signature at the end of a speech begins: bodies, names, dates, ways to reach them."""
    last = end
    for i in range(end - 1, max(start, end - _SIGNED) - 1, -1):
        block = own[i]
        if (label(block) in ("U", "P", "D", "M") and not block.level) or signs.contact(block.text):
            last = i
        elif not signs.greeting(block.text) or i + 1 == end:
            break
    for block in own[last:end]:
        why[block.number] = "落款"
    return last


def _numbered_heading(own: Sequence[Block], i: int, end: int) -> bool:
    """A numbered line of one clause that has text, a table or a deeper heading below it; 1. …； 2. …； are paragraphs."""
    block = own[i]
    if not (heading_like(block.text) if rank(block.text) else signs.heading_form(block.text)) or i + 1 >= end:
        return False
    if rank(block.text) > 4 and ends_sentence(block.text):
        return False
    below = own[i + 1]
    other = signs.numbered(below.text)
    return below.row or below.level > 0 or not other or other > signs.numbered(block.text) or _counts_anew(below, block)


def _counts_anew(below: Block, block: Block) -> bool:
    """Whether a numbered line is a sentence below a heading rather than the next of its row: 1. 先找地方 / 第一，我们……。"""
    prose = ends_sentence(below.text) and not signs.heading_form(below.text)
    return prose and (signs.numbered(below.text) != signs.numbered(block.text) or re.match(r"[（(]?[1一①](?!\d)", below.text) is not None)


def _unmarked(own: Sequence[Block], i: int, end: int, roles: dict[int, str], why: dict[int, str]) -> int:
    """A line without number or mark, with those like it below: one or two above a paragraph are a heading. Where it goes on."""
    stop = i
    while stop < end and _short(own[stop]):
        stop += 1
    # A title that begins no speech any more: who spoke below it is no heading, and no paragraph.
    signed = [j for j in range(i + 1, stop) if signs.byline(own[j].text) or units.alone(own[j].text) is not None]
    if signed and signed == list(range(signed[0], stop)):
        for j in signed:
            why[own[j].number] = "署名、日期、场合"
        _headed(own, i, signed[0], stop, end, roles)
        return stop
    if stop == i:
        roles[own[i].number] = "p"
        return i + 1
    last = _captions(own, i, stop, end, why)
    if last > i:
        _headed(own, i, last, last if last < stop else stop, end, roles)
    return stop


def _captions(own: Sequence[Block], i: int, stop: int, end: int, why: dict[int, str]) -> int:
    """Says of the captions right above a table, among the short lines from `i` up to `stop`, that they are; where these begin."""
    if stop >= end or not own[stop].row:
        return stop
    told = bool(i) and not own[i - 1].row and _SHOWN_BELOW.search(own[i - 1].text) is not None
    last = stop
    while last > i and (_UNIT_OF_TABLE.match(own[last - 1].text) or (last - 1 == i and told) or (_CAPTION.search(own[last - 1].text) and stop - last < 2)):
        last -= 1
        why[own[last].number] = CAPTION
    return last


def _headed(own: Sequence[Block], i: int, last: int, stop: int, end: int, roles: dict[int, str]) -> None:
    """What the lines from `i` up to `last` are, where the text goes on at `stop`."""
    lines = [own[j].number for j in range(i, last)]
    follows = stop < end and not own[stop].level and not signs.greeting(own[stop].text) and not own[stop].note \
        and (own[stop].row or not signs.numbered(own[stop].text) or not _numbered_heading(own, stop, end))
    if follows and len(lines) <= 2 and (last - i == 1 or label(own[last - 1]) != "P"):
        # Right below a heading with a number it goes on with that, which would head nothing otherwise.
        above = own[i - 1] if i else None
        goes_on = above is not None and signs.numbered(above.text) and not above.level and roles.get(above.number, "o")[0] == "h"
        roles[lines[0]] = "g" if goes_on else "h1"
        if len(lines) == 2:
            roles[lines[1]] = "g"
    else:
        for number in lines:
            roles[number] = "p"


def _short(block: Block) -> bool:
    return (not block.level and not block.row and not block.note and not signs.numbered(block.text)
            and signs.short(block) and not ends_sentence(block.text) and cjk_length(block.text) >= 2
            and not re.match(r"[-*•●·◆■►]\s*\S", block.text))


def _tables(own: Sequence[Block], start: int, end: int, roles: dict[int, str]) -> None:
    """A section of nothing but a table: its first row is told as its paragraph, so that the section is one."""
    section: list[Block] = []
    for block in (*own[start:end], None):
        role = roles.get(block.number, "o") if block else "h1"
        if role[0] not in "hg":
            if block and role != "o":
                section.append(block)
            continue
        if section and all(b.row for b in section):
            roles[section[0].number] = "p"
        section = []
