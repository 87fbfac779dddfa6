"""The record of a cut: what it says of each line, and that one which does not fit counts for nothing."""

from macros.fulltext import cut
from macros.fulltext.segments import from_cut, segment

TEXT = "题目\n署名\n一、头一节\n一句话说\n到底。\n| 甲 | 乙 |\n另一篇没有题目。\n"


def test_a_record_is_read_as_it_was_written():
    roles = ("o", "o", "T", "t", "h3", "p", "c", "r", "r", "g")
    assert cut.written(roles) == "ox2 T t h3 p c rx2 g"
    assert cut.read(cut.written(roles)) == roles
    assert [cut.read(bad) for bad in ("q", "h0", "px0", "px999999 px9")] == [None] * 4


def test_lines_become_what_the_record_says():
    first, second = from_cut(TEXT, "T o h3 p c r S p").speeches
    assert (first.title, first.headings, [p.text for p in first.passages]) == ("题目", ("一、头一节",), ["一句话说到底。"])
    assert first.passages[0].rows == ("| 甲 | 乙 |",)
    assert (second.title, second.line, [p.line for p in second.passages]) == ("", 7, [7])


def test_a_record_that_does_not_fit_counts_for_nothing():
    assert from_cut(TEXT, "T p") == segment(TEXT)


def test_a_footnote_is_left_out_and_may_be_quoted_with_the_paragraph_above_it():
    (speech,) = from_cut("题目\n[^1]: 头上的话。\n甲段。\n[^2]: 去年办了12件。\n乙段。\n署名\n", "T o p o p o").speeches
    assert [(p.text, p.texts) for p in speech.passages] == [("甲段。", ("甲段。", "[^2]: 去年办了12件。")), ("乙段。", ("乙段。",))]
