"""Paragraphs that were broken into lines of one width."""

from macros.fulltext.blocks import blocks
from macros.importing.division.joined import joined

WRAPPED = """　　我们把办公桌搬到了渡口，来的人可以当面问，问了就有回音，没
有答复的记在本子上，过三天再来问一次，一直问到有人答复为止，群众
说这样的事从前没有见过，如今天天见得到。
　　每到赶场天，委员就在老茶馆坐下来听大家说事，记下来逐件交办，
办没办有人盯着，办完了要回到茶馆说一声，没有办的说明缘由，再定一
个日子，到时候还是在这里说，当着大家的面说清楚。
"""


def test_wrapped_lines_are_put_together_and_every_line_is_kept():
    found = joined(blocks(WRAPPED * 2))
    assert [len(lines) for lines, _ in found] == [3, 3, 3, 3]
    assert "".join(block.text for _, block in found) == "".join(WRAPPED.split()) * 2


def test_lines_of_different_lengths_stay():
    text = "渡口有了议事棚\n青渡县政协\n我们把办公桌搬到了渡口，来的人可以当面问。\n每到赶场天就来。\n"
    assert [len(lines) for lines, _ in joined(blocks(text))] == [1, 1, 1, 1]
