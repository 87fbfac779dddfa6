"""The blocks of a text: what a reader of any format hands on, and all that the division knows of a format.

A block is one line of the stored text with what the file says of it; nothing here knows of speeches.
"""

import re
from dataclasses import dataclass

from macros.fulltext.lines import Line, shown


@dataclass(frozen=True)
class Block:
    """A line that is not empty: its number and words; `level` of a marked heading (0: none); `row` of a table;
    `note` at the foot; `indent` when it begins with blanks; `gap` when an empty line, `broken` when a page break, stands before it."""

    number: int
    text: str
    level: int = 0
    row: bool = False
    note: bool = False
    indent: bool = False
    gap: bool = False
    broken: bool = False

    @property
    def line(self) -> Line:
        return Line(self.number, self.text, self.level, self.row)


_NOTE = re.compile(r"\[\^[^\]\s]{1,20}\]:")


def blocks(text: str) -> tuple[Block, ...]:
    """The blocks of a stored text, in order; the same lines, with the same numbers, as `lines.split`."""
    found = []
    gap = broken = False
    for number, raw in enumerate(re.split(r"\r\n|\r|\n", text), 1):
        broken = broken or "\f" in raw
        line = shown(raw).strip()
        mark = re.match(r"(#{1,6}) +(?=\S)", line)
        words = line[mark.end():] if mark else line
        if not words:
            gap = True
            continue
        found.append(Block(number, words, len(mark.group(1)) if mark else 0,
                           not mark and line.startswith("|") and line.endswith("|") and len(line) > 1,
                           bool(_NOTE.match(line)), raw[:1] in (" ", "\t", "　"), gap, broken))
        gap = broken = False
    return tuple(found)
