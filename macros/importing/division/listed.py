"""The contents of a collection: which lines they take, the titles that they name, and where these stand in the text."""

from collections.abc import Sequence
from dataclasses import replace

from macros.fulltext import contents as toc
from macros.fulltext.blocks import Block
from macros.fulltext.lines import Line, key
from macros.importing.division import signs

WHY = "目录"
_HEADINGS = ("目录", "目次")


def listed(kept: Sequence[Block], text: frozenset[int]) -> tuple[list[Block], list[tuple[str, int]], list[str]]:
    """The lines of the contents (but those that the editor keeps as `text`); its titles with the line of each in the text;
    those that are not there. A table under 目录 is one too: its rows are read as lines with columns."""
    table = _table(kept)
    lines = tuple(_as_line(block) if i in table else block.line for i, block in enumerate(kept))
    head = [i for i in table if not any(cell.isdigit() for cell in signs.cells(kept[i].text))]
    shown = tuple(line for i, line in enumerate(lines) if i not in head)
    found = toc.find(shown)
    if not found:
        return [kept[i] for i in table if kept[i].number not in text], [], []
    taken = {line.number for line in shown[found.start:found.end]} | {kept[i].number for i in table}
    starts, missing = toc.starts(shown, found)
    if table and len(missing) > len(starts):
        # The columns were not told: the table is the contents all the same, and says nothing of where a speech begins.
        starts, missing = [], []
    return ([b for b in kept if b.number in taken and b.number not in text],
            [(start.title, shown[start.start].number) for start in starts], missing)


def _table(kept: Sequence[Block]) -> range:
    """The rows right under a line that says 目录, with blanks in it or without; an empty range where there are none."""
    at = next((i for i, b in enumerate(kept) if not b.row and key(b.text) in _HEADINGS), None)
    end = start = at + 1 if at is not None else 0
    while at is not None and end < len(kept) and kept[end].row:
        end += 1
    return range(start, end)


def _as_line(block: Block) -> Line:
    return replace(block.line, text="\t".join(signs.cells(block.text)), row=False)
