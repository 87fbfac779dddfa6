"""What the lines before the first speech say of the whole source."""

import pytest

from macros.importing.cover import COVER, read
from macros.importing.document import LeftOut


def cover(*lines, title, speeches=3):
    return read([LeftOut(n, text, COVER) for n, text in enumerate(lines, 1)], title, speeches)


def test_a_cover_says_name_kind_publisher_day_and_meeting():
    found = cover("内部资料　注意保存", "全市政协工作会议", "交流发言材料汇编", "云溪市政协办公室 编印", "二〇二五年九月三日", title="交流发言材料汇编")
    assert found.title == "全市政协工作会议交流发言材料汇编"
    assert found.kind == ("会议交流发言材料汇编", 0)
    assert found.publisher == ("云溪市政协办公室", 4)
    assert found.date == ("2025-09-03", 5)
    assert found.meeting == ("全市政协工作会议", 0)


@pytest.mark.parametrize(("title", "meeting"), [
    ("市政协八届三次全会大会发言材料选编", "市政协八届三次全会"), ("全县委员履职交流会发言选编", "全县委员履职交流会"),
    ("政协工作经验材料汇编", None), ("云溪县政协案例集", None)])
def test_the_meeting_is_that_of_the_name(title, meeting):
    found = cover("封面", title, title=title).meeting
    assert (found and found[0]) == meeting


def test_a_line_above_that_is_no_part_of_the_name_stays_out_of_it():
    assert cover("云溪市政协", "经验材料汇编", title="经验材料汇编").title == "经验材料汇编"
    assert cover("深入学习贯彻", "交流材料汇编", title="交流材料汇编").title == "交流材料汇编"


def test_a_single_text_is_a_speech_where_somebody_is_greeted_and_what_its_name_ends_in():
    greeted = [LeftOut(3, "各位领导、同志们：", "称呼、结束语")]
    assert read(greeted, "把会场搬到村口", 1).kind == ("发言稿", 3)
    assert read((), "2025年工作总结", 1).kind == ("工作总结", 0)
    assert read((), "把会场搬到村口", 1).kind is None


def test_where_a_site_has_it_from_is_where_it_can_be_had():
    assert read([LeftOut(2, "来源：云溪日报　2025-09-10", "网页文字")], "把会场搬到村口", 1).publisher == ("云溪日报", 2)


def test_a_meeting_that_is_only_a_kind_is_named_in_the_line_above():
    found = cover("全县基层协商工作", "现场推进会", "典型发言材料", "2025年6月12日", title="典型发言材料")
    assert (found.title, found.meeting) == ("全县基层协商工作现场推进会典型发言材料", ("全县基层协商工作现场推进会", 0))


def test_a_cover_that_is_a_table_is_read_cell_by_cell():
    found = cover("| 内部资料 注意保存 |", "| 全市渡口协商现场会 经验材料汇编 |", "| 会议名称 | 全市渡口协商现场会 |", "| 编印单位 | 云溪市政协办公室 |",
                  "| 编印时间 | 二〇二三年四月 |", title="全市渡口协商现场会 经验材料汇编")
    assert found.kind == ("经验材料汇编", 0)
    assert found.publisher == ("云溪市政协办公室", 4)
    assert found.meeting == ("全市渡口协商现场会", 0)
    assert (found.date, found.year) == (None, 2023)
    assert "|" not in repr(found)


def test_the_day_is_that_of_the_imprint_where_the_cover_has_none():
    lines = [LeftOut(1, "经验材料汇编", COVER), LeftOut(90, "云溪市政协办公室　2023年4月9日印", "印发、版记")]
    assert read(lines, "经验材料汇编", 3).date == ("2023-04-09", 90)


@pytest.mark.parametrize(("title", "meeting"), [
    ("全州“渡口协商”观摩会发言材料选编", "全州“渡口协商”观摩会"),
    ("‘船上说事’工作座谈会发言汇编", "‘船上说事’工作座谈会"),
    ("“船上说事”经验材料汇编", None),
])
def test_quotation_marks_do_not_cut_the_name_of_a_meeting(title, meeting):
    found = cover("封面", title, title=title).meeting
    assert (found and found[0]) == meeting


def test_a_month_is_read_and_so_is_what_one_of_several_says_that_it_is():
    found = cover("发言材料汇编", "2023年4月于云溪", title="发言材料汇编")
    assert (found.kind, found.date, found.year, found.month) == (("发言材料汇编", 0), None, 2023, "2023-04")
    assert read([LeftOut(2, "交流材料之五", "篇的序号")], "把会场搬到船上", 1).kind == ("交流材料", 2)
    assert read([LeftOut(2, "会议发言（五）", "篇的序号")], "把会场搬到船上", 1).kind == ("会议发言", 2)
    assert read([LeftOut(2, "之五", "篇的序号")], "把会场搬到船上", 1).kind is None


@pytest.mark.parametrize(("above", "name", "title"), [
    ("云溪市政协系统渡口议事与船工调解", "座谈会交流材料", "云溪市政协系统渡口议事与船工调解座谈会交流材料"),
    ("云溪县政协渡口协商", "典型经验推进会发言材料汇编", "云溪县政协渡口协商典型经验推进会发言材料汇编"),
    ("渡口议事论文集", "座谈会交流材料", "座谈会交流材料"), ("云溪县政协办公室", "座谈会交流材料", "座谈会交流材料")])
def test_papers_of_a_meeting_are_called_by_the_line_above_too(above, name, title):
    assert cover(above, name, "二〇二三年四月", title=name).title == title
