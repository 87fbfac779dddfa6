"""Paragraphs that were broken into lines of one width, put together again: mail, old text files, terminals."""

import re
from dataclasses import replace

from macros.fulltext.blocks import Block
from macros.fulltext.lines import cjk_length, ends_sentence
from macros.importing.division import signs

# So many of the long lines must break off before a paragraph's end; shorter lines are no text that was wrapped.
_SHARE, _NARROW, _WIDE = 0.3, 16, 90
_FULL = 0.9
_ENOUGH = 4
# What takes the room of two letters.
_DOUBLE = re.compile("[\u2e80-\U0010ffff“”‘’—…]")


def widths(blocks: tuple[Block, ...]) -> float:
    """The width at which the text was wrapped; 0 where it was not."""
    long = sorted(_width(b.text) for b in blocks if not b.row and not b.level and cjk_length(b.text) >= _NARROW)
    if len(long) < _ENOUGH * 2:
        return 0
    width = long[len(long) * 9 // 10]
    full = [i for i, b in enumerate(blocks[:-1]) if _width(b.text) >= width * _FULL and not b.row]
    broken = [i for i in full if not ends_sentence(blocks[i].text) and not blocks[i + 1].gap and not blocks[i + 1].row]
    most = width * 1.15 >= long[-1] and width <= _WIDE
    return width if most and len(broken) >= _ENOUGH and len(broken) > _SHARE * len(long) else 0


def joined(blocks: tuple[Block, ...]) -> list[tuple[tuple[Block, ...], Block]]:
    """The blocks as paragraphs: the lines that each takes, and one block with the words of all."""
    width = widths(blocks)
    indents = any(b.indent for b in blocks)
    groups: list[list[Block]] = []
    for block in blocks:
        if width and groups and _goes_on(groups[-1][-1], block, width, indents):
            groups[-1].append(block)
        else:
            groups.append([block])
    return [(tuple(group), replace(group[0], text="".join(b.text for b in group)) if len(group) > 1 else group[0]) for group in groups]


def _goes_on(before: Block, block: Block, width: float, indents: bool) -> bool:
    if block.gap or block.row or block.level or block.indent or before.row or before.level:
        return False
    if _width(before.text) < width * _FULL - 2:
        return False
    if signs.numbered(block.text) and ends_sentence(before.text):
        return False
    return not ends_sentence(before.text) or indents or _width(before.text) >= width - 1


def _width(text: str) -> float:
    return (len(text) + len(_DOUBLE.findall(text))) / 2
