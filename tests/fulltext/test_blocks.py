"""Blocks are the lines of a text, with what the file says of each."""

from macros.fulltext.blocks import blocks
from macros.fulltext.lines import split

TEXT = "# 题目\r\n\r\n　　一段话。\n| 甲 | 乙 |\n[^1]: 注释\n\x0c下一页\n"


def test_they_are_the_lines_with_their_numbers():
    assert tuple(b.line for b in blocks(TEXT)) == split(TEXT)


def test_each_says_what_it_is():
    title, said, row, note, page = blocks(TEXT)
    assert (title.level, said.indent, said.gap, row.row, note.note, page.broken, page.gap) == (1, True, True, True, True, True, False)
