"""A full text as speeches, sections and numbered paragraphs."""

import os
from pathlib import Path

import pytest

from macros.fulltext.segments import segment

FIXTURES = Path(__file__).parents[1] / "importing" / "fixtures"
COLLECTION = (FIXTURES / "collection.txt").read_text(encoding="utf-8")
SPEECH = (FIXTURES / "speech.txt").read_text(encoding="utf-8")
SHARED = Path(os.environ.get("SHARED", Path(__file__).parents[3] / "shared")) / "source"


def shape(text):
    """Per speech: paragraphs, headings, masks."""
    return [(len(s.passages), len(s.headings), s.mask_count) for s in segment(text).speeches]


def test_a_collection_is_split_by_its_contents():
    found = segment(COLLECTION)
    assert found.title == "青石县政协经验交流会发言汇编（共3篇）"
    assert [s.title for s in found.speeches] == ["把茶馆变成议事的地方", "让新委员半年上手", '用好"夜间议事"这张牌']
    assert shape(COLLECTION) == [(3, 2, 4), (4, 3, 0), (3, 2, 2)]
    assert found.notes == ()


def test_what_a_web_page_adds_is_left_out_and_told():
    left_out = [line.text for line in segment(COLLECTION).left_out]
    assert left_out == [
        "FANWEN-LI.COM —— 例文大全", "小编 分享 | 添加收藏 | 全文约1200字,预计阅读4分钟。",
        "目录", "1.把茶馆变成议事的地方 1", "2.让新委员半年上手 3", '3.用好"夜间议事"这张牌 5',
        "精选图文", "20231", "微信扫码领取福利",
    ]


def test_without_contents_a_speech_begins_at_the_title_before_each_first_section():
    without = COLLECTION[:COLLECTION.index("目录")] + COLLECTION[COLLECTION.index("把茶馆变成议事的地方\n\n青石县"):]
    assert [s.title for s in segment(without).speeches] == [s.title for s in segment(COLLECTION).speeches]
    assert shape(without) == shape(COLLECTION)


def test_a_title_that_the_text_breaks_over_two_lines_is_found():
    broken = COLLECTION.replace("把茶馆变成议事的地方\n\n青石县", "把茶馆变成\n议事的地方\n\n青石县")
    assert segment(broken).speeches[0].title == "把茶馆变成议事的地方"
    assert shape(broken) == shape(COLLECTION)


def test_a_title_of_the_contents_that_the_text_lacks_is_told():
    lacking = COLLECTION.replace("\n让新委员半年上手\n", "\n")
    assert segment(lacking).notes == ("目录里的“让新委员半年上手”在正文里没有找到，这一篇没有分出来",)


def test_sections_that_the_contents_list_are_no_speeches():
    listed = COLLECTION.replace("2.让新委员半年上手 3\n", "一、地方要近，门槛要低 1\n\n二、有人管，有人记 2\n\n2.让新委员半年上手 3\n")
    assert [s.title for s in segment(listed).speeches] == [s.title for s in segment(COLLECTION).speeches]
    assert shape(listed) == shape(COLLECTION)


def test_a_line_that_says_where_somebody_spoke_is_not_the_title():
    text = "".join(f"{title}\n东河镇议事小组的故事\n先说缘起。\n为什么议\n事情多。\n一、做法\n坐下来谈。\n" for title in ("茶馆议事记", "田头议事记"))
    assert [s.title for s in segment(text).speeches][1] == "田头议事记"


def test_speeches_that_count_themselves():
    text = "第一篇 清渠引水\n渠要清。\n一、人\n人要勤。\n第二篇\n封山护林\n林要护。\n"
    assert [s.title for s in segment(text).speeches] == ["清渠引水", "封山护林"]


def test_a_single_speech_in_the_style_of_an_official_document():
    speech, = segment(SPEECH).speeches
    assert speech.title == "关于推动茶馆议事走深走实的汇报"
    assert [(s.heading, [p.text[:6] for p in s.passages]) for s in speech.sections] == [
        (None, ["去年以来，我"]),
        ("一、主要做法", []),
        ("（一）健全议事机制", ["一是定题在前"]),
        ("（二）搭建议事平台", ["建成茶馆议事"]),
        ("二、存在问题", ["1.有的点人", "2.有的点经"]),
        ("三、下一步打算", ["（一）补人手"]),
        ("（二）补经费。", ["争取列入年度"]),
    ]
    assert [p.number for p in speech.passages] == [1, 2, 3, 4, 5, 6, 7]


def test_masthead_byline_greeting_and_signature_are_no_paragraphs():
    assert [line.text for line in segment(SPEECH).left_out] == [
        "青石县政协办公室文件", "青政协办〔2023〕7号", "（2023年6月8日）", "青石县政协主席　李xx", "各位领导，同志们：",
        "谢谢大家！", "青石县政协", "2023年6月8日",
    ]


def test_a_table_belongs_to_the_paragraph_before_it():
    third = segment(SPEECH).speeches[0].passages[2]
    assert third.rows == ("| 乡镇 | 议事点 | 议事次数 |", "| 东河镇 | x个 | 12 |", "| 西山乡 | 3个 | 9 |")
    assert third.mask_count == 3


def test_a_heading_without_text_of_its_own_goes_before_the_deeper_one():
    assert [s.heading for s in segment(SPEECH).speeches[0].outline] == [
        None, "一、主要做法　（一）健全议事机制", "（二）搭建议事平台", "二、存在问题", "三、下一步打算", "（二）补经费。",
    ]


def test_unnumbered_headings_are_told_by_the_text_below_them():
    text = "在村里议事\n\n先说缘起。\n\n找对地方\n\n茶馆最好。\n\n找对时间\n\n夜里最好。\n"
    speech, = segment(text).speeches
    assert (speech.title, speech.headings) == ("在村里议事", ("找对地方", "找对时间"))


def test_marked_headings_without_numbers():
    text = "# 汇编\n\n## 甲的发言\n\n开头。\n\n### 找人\n\n找人去。\n\n## 乙的发言\n\n开头。\n\n### 找钱\n\n找钱去。\n"
    assert [(s.title, s.headings) for s in segment(text).speeches] == [("甲的发言", ("找人",)), ("乙的发言", ("找钱",))]
    assert segment(text).title == "汇编"


def test_marked_sections_of_one_speech_are_no_speeches():
    text = "# 我们怎样议事\n\n开头。\n\n## 找人\n\n找人去。\n\n## 找钱\n\n找钱去。\n"
    speech, = segment(text).speeches
    assert (speech.title, speech.headings) == ("我们怎样议事", ("找人", "找钱"))


def test_a_text_broken_at_every_line_is_told():
    text = "议事的办法\n" + "这一行还没有写完要接到下一行的后面去才\n这一行也没有写完要接到再下一行的后面\n才算写完。\n" * 4
    assert "强制换行" in segment(text).notes[-1]


@pytest.mark.parametrize("text", ["", "\n\n", "目录\n", "。", "一、\n", "| 甲 |", "# \n", "x" * 5000, "目录\n甲乙丙丁\n"])
def test_odd_texts_are_segmented_without_an_error(text):
    assert len(segment(text).speeches) == 1


@pytest.mark.skipif(not SHARED.is_dir(), reason="the source of the library is not on this machine")
def test_the_source_of_the_library():
    text = next(SHARED.glob("*.txt")).read_text(encoding="utf-8")
    speeches = segment(text).speeches
    assert [len(s.passages) for s in speeches] == [4, 4, 6, 4, 6, 4, 4]
    assert sum(len(s.headings) for s in speeches) == 24
    assert sum(s.mask_count for s in speeches) == 41
    assert [[len(p.items) for p in s.passages] for s in speeches] == [
        [0, 2, 3, 3], [0, 3, 3, 3], [0, 0, 3, 4, 4, 4], [0, 3, 3, 3], [0] * 6, [0] * 4, [0, 3, 6, 4],
    ]
