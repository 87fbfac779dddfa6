"""Speeches, their fronts and what is left out, by texts of a shape each; every line is in the cut or in the list."""

import re

import pytest

from macros.fulltext.blocks import blocks
from macros.fulltext.segments import from_cut
from macros.importing.division.reading import MARK, Wish, divided
from macros.importing.refused import Refused

SAID = "我们把办公桌搬到了渡口，来的人可以当面问，问了就有回音。"
SHAPES = {
    "unit below": "渡口有了议事棚\n青渡县政协\n{0}\n{0}\n一把尺子量到底\n白榆市政协\n{0}\n{0}\n",
    "unit above": "青渡县总工会\n渡口有了议事棚\n{0}\n{0}\n白榆市妇联\n一把尺子量到底\n{0}\n{0}\n",
    "speaker": "渡口有了议事棚\n青渡县政协主席　周某\n{0}\n{0}\n一把尺子量到底\n白榆市政协副主席　吴　某\n{0}\n{0}\n",
    "one line": "青渡县政协：渡口有了议事棚\n{0}\n{0}\n白榆市政协：一把尺子量到底\n{0}\n{0}\n",
    "cases": "案例一：渡口有了议事棚\n{0}\n{0}\n案例二：一把尺子量到底\n{0}\n{0}\n",
    "greetings": "渡口有了议事棚\n各位领导：\n{0}\n{0}\n谢谢大家！\n一把尺子量到底\n各位领导：\n{0}\n{0}\n谢谢大家！\n",
    "signature": "渡口有了议事棚\n{0}\n{0}\n青渡县政协\n2024年5月1日\n一把尺子量到底\n{0}\n{0}\n",
    "typed mark": "渡口有了议事棚\n{0}\n{0}\n" + MARK + "\n一把尺子量到底\n{0}\n{0}\n",
}


@pytest.mark.parametrize("shape", SHAPES)
def test_speeches_are_told_apart(shape):
    speeches = divided(SHAPES[shape].format(SAID)).collection.speeches
    assert [(s.title, len(s.passages)) for s in speeches] == [("渡口有了议事棚", 2), ("一把尺子量到底", 2)]


@pytest.mark.parametrize("shape", SHAPES)
def test_every_line_is_in_the_cut_or_in_the_list(shape):
    text = SHAPES[shape].format(SAID)
    read = divided(text)
    left = {line.number for line in read.left_out}
    inside = {p.line for s in read.collection.speeches for p in s.passages}
    titles = "".join(s.title for s in read.collection.speeches)
    assert [b.text for b in blocks(text) if b.number not in left | inside and re.sub("^.*：", "", b.text) not in titles] == []


def test_a_record_cuts_the_same_for_ever():
    text = SHAPES["unit above"].format(SAID)
    read = divided(text)
    assert read.cut == "o T px2 o T px2"
    assert [s.passages for s in from_cut(text, read.cut).speeches] == [s.passages for s in read.collection.speeches]


def test_the_editor_says_otherwise():
    text = SHAPES["unit below"].format(SAID)
    assert len(divided(text, Wish(one=True)).collection.speeches) == 1
    assert [s.line for s in divided(text, Wish(split=(1, 4))).collection.speeches] == [1, 4]
    assert [b.unit.name for b in divided(text, Wish(units=("甲县政协",))).beginnings] == ["甲县政协", "白榆市政协"]


def test_a_line_left_out_can_be_kept():
    text = f"渡口有了议事棚\n{SAID}\n扫码关注我们的公众号\n{SAID}\n"
    assert [(line.number, line.why) for line in divided(text).left_out] == [(3, "网页文字")]
    kept = divided(text, Wish(keep=(3,)))
    assert kept.left_out == ()


@pytest.mark.parametrize("wish", [Wish(split=(1, 99)), Wish(keep=(99,))])
def test_a_line_that_the_text_does_not_have_is_refused(wish):
    with pytest.raises(Refused) as refused:
        divided(SHAPES["unit below"].format(SAID), wish)
    assert (refused.value.message, refused.value.cure) == ("全文没有第 99 行，只有 8 行", "行号照报告里的写；先用 --dry-run 看一遍")


def test_a_line_of_strokes_below_a_title_goes_on_with_it_unless_it_says_where_it_was_spoken():
    said = divided(f"渡口有了议事棚\n——青渡县“渡口”协商实践\n青渡县政协\n{SAID}\n{SAID}\n")
    assert said.collection.speeches[0].title == "渡口有了议事棚——青渡县“渡口”协商实践"
    assert said.beginnings[0].unit.name == "青渡县政协"
    assert divided(f"渡口有了议事棚\n——在全市交流会上的发言\n{SAID}\n{SAID}\n").collection.speeches[0].title == "渡口有了议事棚"


def test_the_name_of_a_part_and_a_star_are_no_title():
    text = f"党建引领篇\n★ 渡口有了议事棚\n青渡县政协\n{SAID}\n{SAID}\n基层协商篇\n★ 一把尺子量到底\n白榆市政协\n{SAID}\n{SAID}\n"
    assert [s.title for s in divided(text).collection.speeches] == ["渡口有了议事棚", "一把尺子量到底"]


def test_where_the_contents_name_all_or_the_editor_has_looked_nothing_is_doubtful():
    text = f"目录\n渡口有了议事棚\t青渡县政协\t1\n一把尺子量到底\t白榆市政协\t4\n渡口有了议事棚\n青渡县政协\n{SAID}\n先找地方\n2025年3月2日\n{SAID}\n一把尺子量到底\n白榆市政协\n{SAID}\n"
    reading = divided(text)
    assert [b.title for b in reading.beginnings] == ["渡口有了议事棚", "一把尺子量到底"]
    assert (reading.doubtful, reading.collection.notes) == ((), ())
    assert divided(text, Wish(split=(4, 9))).doubtful == ()


def headings(text, **wish):
    return [[s.heading for s in speech.outline] for speech in divided(text, Wish(**wish)).collection.speeches]


def test_decimal_headings_stand_below_whole_ones():
    text = f"渡口有了议事棚\n青渡县政协\n1. 搭棚子\n1.1 选地方\n{SAID}\n1.2 请木匠\n{SAID}\n2. 立规矩\n2.1定时间\n{SAID}\n3. 下一步考虑\n{SAID}\n1.5万名船工住在两岸，来往都从渡口过。\n"
    assert headings(text) == [["1. 搭棚子　1.1 选地方", "1.2 请木匠", "2. 立规矩　2.1定时间", "3. 下一步考虑"]]
    assert len(divided(text).collection.speeches[0].passages) == 5


def test_deeper_decimals_and_bracketed_numbers_keep_their_ranks():
    text = f"渡口有了议事棚\n青渡县政协\n1. 搭棚子\n1.1 选地方\n1.1.1 看水位\n{SAID}\n1.1.2 看路\n{SAID}\n（1）石板路\n{SAID}\n1.2 请木匠\n{SAID}\n"
    assert headings(text) == [["1. 搭棚子　1.1 选地方　1.1.1 看水位", "1.1.2 看路", "（1）石板路", "1.2 请木匠"]]


@pytest.mark.parametrize("line", ["印发：市政协主席、副主席。", "抄送：各县（市、区）政协", "青渡县政协办公室　　　2024年5月6日印发", "（共印80份）"])
def test_an_imprint_is_no_paragraph_and_is_told(line):
    read = divided(f"渡口有了议事棚\n青渡县政协\n{SAID}\n{SAID}\n{line}\n")
    assert [p.text for p in read.collection.speeches[0].passages] == [SAID, SAID]
    assert (line, "印发、版记") in [(left.text, left.why) for left in read.left_out]


@pytest.mark.parametrize("line", ["我的介绍就到这里，谢谢大家。", "我就汇报到这里。", "我的交流完毕，谢谢！"])
def test_the_last_words_are_no_paragraph(line):
    assert len(divided(f"渡口有了议事棚\n青渡县政协\n{SAID}\n{line}\n").collection.speeches[0].passages) == 1


def test_a_line_that_the_editor_leaves_out_is_told_and_makes_no_paragraph():
    text = f"渡口有了议事棚\n青渡县政协\n{SAID}\n棚前流程：收签、抽签、开棚。\n{SAID}\n"
    read = divided(text, Wish(leave=(4,)))
    assert [p.line for p in read.collection.speeches[0].passages] == [3, 5]
    assert (4, "棚前流程：收签、抽签、开棚。", "由编者略去") in [(o.number, o.text, o.why) for o in read.left_out]
    with pytest.raises(Refused, match="全文没有第 9 行"):
        divided(text, Wish(leave=(9,)))


def test_a_contents_line_with_another_form_of_the_body_is_found():
    text = ("目录\n一、渡口有了议事棚（青渡县）\t1\n二、一把尺子量到底（白榆市政协机关）\t4\n"
            f"渡口有了议事棚\n青渡县政协主席　周某\n{SAID}\n{SAID}\n一把尺子量到底\n白榆市政协\n{SAID}\n")
    read = divided(text)
    assert [s.title for s in read.collection.speeches] == ["渡口有了议事棚", "一把尺子量到底"]
    assert read.collection.notes == ()


def test_the_name_of_a_collection_stands_in_a_table():
    text = ("| 内部资料 |\n| 全市渡口协商现场会 经验材料汇编 |\n| 编印单位 | 云溪市政协办公室 |\n\f\n"
            f"渡口有了议事棚\n青渡县政协\n各位领导：\n{SAID}\n谢谢大家！\n一把尺子量到底\n白榆市政协\n各位领导：\n{SAID}\n谢谢大家！\n")
    assert divided(text).collection.title == "全市渡口协商现场会 经验材料汇编"


def test_two_lines_of_one_length_are_two_halves_of_a_title():
    titles = [divided(f"{first}\n{second}\n青渡县政协\n各位领导：\n{SAID}\n").collection.speeches[0].title
              for first, second in (("搭起渡口议事棚", "问出两岸烦心事"), ("青渡县政协关于渡口协商的", "几点体会"))]
    assert titles == ["搭起渡口议事棚 问出两岸烦心事", "青渡县政协关于渡口协商的几点体会"]


REMARKED = """把板凳搬到村口

云溪县政协

我们县有三百个村，群众有话没处说，这两年我们把板凳搬到了村口。

（根据群众的要求，我们还建了台账。）办得好不好，由群众说了算。

{note}
"""


@pytest.mark.parametrize(("note", "occasion", "year", "day"), [
    ("（注：本文系在2025年全市政协工作会议上的交流发言，数据截至2024年12月底）", "2025年全市政协工作会议", 2025, None),
    ("注：2025年3月12日在全县政协工作座谈会上的发言，数字由办公室统计。", "全县政协工作座谈会", 2025, "2025年3月12日"),
    ("【本文根据录音整理】", None, None, None),
    ("（文中数据截至2024年12月底。）", None, None, None),
])
def test_a_note_on_the_text_is_no_paragraph_and_says_where_it_was_spoken(note, occasion, year, day):
    found = divided(REMARKED.format(note=note))
    assert [p.line for p in found.collection.speeches[0].passages] == [5, 7]
    assert [(line.number, line.text) for line in found.left_out if line.why == "注释"] == [(9, note)]
    (one,) = found.beginnings
    assert (one.occasion, one.year, one.day) == (occasion, year, day)
    assert one.occasion_line == (9 if occasion else 0)
    kept = divided(REMARKED.format(note=note), Wish(keep=(9,)))
    assert kept.collection.speeches[0].passages[-1].line == 9


@pytest.mark.parametrize("line", ["（注重实效，一件一件办。）", "注意要提前一天通知，不来的要说明理由。", "（本县有三百个村，都建了点。）"])
def test_brackets_alone_make_no_note(line):
    found = divided(REMARKED.format(note=line))
    assert found.collection.speeches[0].passages[-1].line == 9


def test_a_cover_line_and_a_contents_in_a_table_are_no_speeches():
    cover = "全州推进会\n经验交流材料汇编\n云岭州政协办公室编\n2025年9月\n"
    contents = "目  录\n| 序号 | 单位 | 题目 | 页码 |\n| 1 | 青渡县政协 | 渡口有了议事棚 | 1 |\n| 2 | 白榆市政协 | 一把尺子量到底 | 4 |\n"
    for between in (contents, "\f\n" + contents):
        read = divided(cover + between + SHAPES["unit below"].format(SAID))
        assert [(s.title, len(s.passages)) for s in read.collection.speeches] == [("渡口有了议事棚", 2), ("一把尺子量到底", 2)]
        assert {line.why for line in read.left_out if line.text.startswith("|")} == {"目录"}
        assert read.collection.notes == ()


def test_a_title_without_a_paragraph_below_it_is_no_speech_and_is_listed():
    text = SHAPES["cases"].format(SAID) + "案例三：明年再说\n"
    read = divided(text)
    assert [s.title for s in read.collection.speeches] == ["渡口有了议事棚", "一把尺子量到底"]
    assert [(line.number, line.why) for line in read.left_out] == [(7, "题目下面没有正文")]


def test_a_reported_line_divides_the_text_in_the_same_way_with_the_body_above_the_title():
    text = SHAPES["unit above"].format(SAID)
    read = divided(text)
    again = divided(text, Wish(split=tuple(b.line for b in read.beginnings)))
    assert [b.line for b in again.beginnings] == [b.line for b in read.beginnings] == [2, 6]
    assert [b.unit.name for b in again.beginnings] == ["青渡县总工会", "白榆市妇联"]
    assert again.cut == read.cut


@pytest.mark.parametrize(("line", "why"), [
    ("表1  青渡县协商情况", "表题"), ("附表2-1：青渡县协商情况", "表题"), ("编后：本期收录六家的材料，如有差错请告诉我们。", "编者的话"),
    ("【编者按】这几家各有特色，请各地参考。", "编者的话"), ("编者按：这几家各有特色，请各地参考。", "编者的话")])
def test_captions_and_what_an_editor_says_are_left_out(line, why):
    read = divided(f"渡口有了议事棚\n青渡县政协\n{SAID}\n{SAID}\n{line}\n")
    assert [left.why for left in read.left_out if left.number == 5] == [why]


def test_a_signature_in_the_middle_of_the_line_above_what_the_editor_says_is_one():
    read = divided(f"渡口有了议事棚\n{SAID}\n{SAID}\n青渡县政协提案委员会\n编后：各有特色，供各地学习借鉴。\n")
    assert len(read.collection.speeches[0].passages) == 2
    assert [(line.number, line.why) for line in read.left_out] == [(4, "落款"), (5, "编者的话")]
    assert read.beginnings[0].unit.name == "青渡县政协提案委员会"


def test_the_name_of_a_collection_is_no_title_of_a_first_speech_that_has_none():
    text = f"全县政协经验摘编\n（2025年6月18日）\n青渡县政协\n各位委员：\n{SAID}\n一把尺子量到底\n白榆市政协\n{SAID}\n{SAID}\n"
    said = divided(text)
    assert (said.collection.title, [s.title for s in said.collection.speeches]) == ("全县政协经验摘编", ["", "一把尺子量到底"])
    assert [b.unit.name for b in said.beginnings] == ["青渡县政协", "白榆市政协"]
    own = text.replace("（2025年6月18日）", "渡口有了议事棚")
    assert [s.title for s in divided(own).collection.speeches] == ["渡口有了议事棚", "一把尺子量到底"]


_BODY = "\n云溪县政协\n\n近年来，云溪县政协在船上说事，当场登记，当场答复。\n说出来的事由水利站办理，办完上门回访。\n"


@pytest.mark.parametrize(("front", "occasion", "day"), [
    ("全州“船上说事”经验交流会\n\n交流材料之五\n\n把会场搬到船上", "全州“船上说事”经验交流会", None),
    ("全州“线上问水”工作座谈会\n会议发言（五）\n把会场搬到船上\n（2023年4月于云溪）", "全州“线上问水”工作座谈会", "2023年4月于云溪"),
    ("全州船上说事现场会\n把会场搬到船上", "全州船上说事现场会", None),
    ("把会场搬到船上\n——在全州“线上问水”工作座谈会上的发言", "全州“线上问水”工作座谈会", None),
    ("把会场搬到船上\n2023年4月·云溪", None, "2023年4月·云溪"),
])
def test_the_name_of_a_meeting_above_a_title_is_the_occasion(front, occasion, day):
    [one] = divided(front + _BODY).beginnings
    assert (one.title, one.occasion, one.day) == ("把会场搬到船上", occasion, day)
    assert one.unit and one.unit.name == "云溪县政协"


@pytest.mark.parametrize("title", ["云溪县政协提案工作会议\n主持词和讲话", "全县船上说事现场会\n经验交流发言"])
def test_a_title_over_two_lines_keeps_the_meeting(title):
    [one] = divided(title + _BODY).beginnings
    assert one.title.startswith(title.partition("\n")[0])


def test_the_day_below_the_name_of_a_collection_is_not_that_of_the_first_speech():
    text = "发言材料汇编\n\n2023年4月\n\n把会场搬到船上" + _BODY + "\n把渡口修成书屋\n东坪县政协\n\n东坪县政协在渡口设书屋，请船工管书。\n借书还书都登记。\n"
    first, second = divided(text).beginnings
    assert (first.title, first.day, second.title) == ("把会场搬到船上", None, "把渡口修成书屋")
