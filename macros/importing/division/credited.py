"""What the contents of a collection say of each title beside it: which body speaks there, and where its halves part."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from macros.fulltext.blocks import Block
from macros.fulltext.lines import key, unnumbered
from macros.importing.division import signs, units
from macros.importing.division.doubtful import Missing
from macros.importing.division.front import Beginning
from macros.importing.division.units import Unit

_PAGE = re.compile("[ 　.．。·…—\t]*(?<![\\d])\\d{1,4}$")
_HEAD = ("目录", "目次")
_GAP = re.compile("[ 　]+")


@dataclass(frozen=True)
class Entry:
    """A title of the contents with the body in the line beside it."""

    title: str
    unit: Unit


def entries(contents: Sequence[Block]) -> list[Entry]:
    """The titles of the contents that stand between lines which only name a body, each with its own: the one above where the first
    line is a body, else the one below. None where the lines are laid out otherwise."""
    lines = [(bare, block.number) for block in contents if not block.row and key(block.text) not in _HEAD and (bare := _bare(block.text))]
    bodies = [i for i, (text, _) in enumerate(lines) if units.alone(text)]
    if not bodies or (bodies[0] != 0 and bodies[-1] != len(lines) - 1):
        return []
    above = bodies[0] == 0
    ends = [*bodies[1:], len(lines)] if above else [*bodies]
    starts = [i + 1 for i in bodies] if above else [0, *(i + 1 for i in bodies[:-1])]
    if any(start >= end for start, end in zip(starts, ends, strict=True)):
        return []
    return [Entry("".join(text for text, _ in lines[start:end]), Unit(str(units.alone(lines[body][0])), lines[body][1]))
            for body, start, end in zip(bodies, starts, ends, strict=True)]


def credited(found: Sequence[Beginning], told: Sequence[Entry]) -> Iterator[Beginning]:
    """The beginnings, each with the body that the contents name for its title where its own front has none, and with the gap of a title
    over two lines."""
    by_title = {key(unnumbered(entry.title)): entry for entry in told}
    for one in found:
        entry = by_title.get(key(unnumbered(one.title))) if one.title else None
        if entry and (one.unit is None or not one.unit.sure):
            one = replace(one, unit=entry.unit)
        if entry and len(one.title_lines) > 1 and _GAP.search(entry.title) and not _GAP.search(one.title):
            one = replace(one, title=_GAP.sub(" ", entry.title.strip()))
        yield one


def without_bodies(missing: Sequence[Missing], told: Sequence[Entry]) -> list[Missing]:
    """The missing titles that are none of the bodies which the contents name beside their titles."""
    bodies = {key(entry.unit.name) for entry in told}
    return [one for one in missing if key(units.alone(one.title) or one.title) not in bodies]


def _bare(text: str) -> str:
    # A page stands behind a title, and no year.
    text = _PAGE.sub("", text.strip())
    return signs.unserial(unnumbered(text)).strip()
