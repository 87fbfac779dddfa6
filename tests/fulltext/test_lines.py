"""Lines of a text by their looks: numbers, titles, headings, ends of sentences."""

import pytest

from macros.fulltext.lines import Line, heading_like, is_first, key, rank, speech_number, split, title_like, unnumbered


def test_lines_are_numbered_as_in_the_text_and_empty_ones_are_none() -> None:
    assert split("甲\r\n\r\n 　乙\u200b \n## 丙\n| a | b |\n##\n") == (
        Line(1, "甲"), Line(3, "乙"), Line(4, "丙", level=2), Line(5, "| a | b |", row=True), Line(6, "##"))


@pytest.mark.parametrize(("text", "number", "bare"), [
    ("第一部分 总的情况", 1, "总的情况"), ("第二节、做法", 2, "做法"), ("一、强化学习", 3, "强化学习"), ("（十二）搭平台", 4, "搭平台"), ("(三)、建制度", 4, "建制度"),
    ("3.建组织", 5, "建组织"), ("3.5亿元", 0, "3.5亿元"), ("1.1 先行", 6, "先行"), ("2.3再行", 6, "再行"), ("1.1.2 又行", 7, "又行"), ("1.5万人来了", 0, "1.5万人来了"), ("（1）先行", 8, "先行"), ("②再行", 8, "再行"), ("一是学习", 0, "一是学习"), ("第一时间", 0, "第一时间"),
])
def test_the_way_in_which_a_line_is_numbered(text: str, number: int, bare: str) -> None:
    assert (rank(text), unnumbered(text)) == (number, bare)


@pytest.mark.parametrize(("text", "counted"), [("第三篇 议事", True), ("【篇二】议事", True), ("篇1：议事", True), ("一篇发言", False), ("第三章", False)])
def test_a_speech_may_count_itself(text: str, counted: bool) -> None:
    assert speech_number(text) is counted


@pytest.mark.parametrize(("text", "first"), [("一、学习", True), ("一.学习", True), ("二、学习", False), ("十一、学习", False), ("一是", False)])
def test_a_section_that_begins_anew(text: str, first: bool) -> None:
    assert is_first(text) is first


@pytest.mark.parametrize(("text", "title"), [
    ("把茶馆变成议事的地方", True), ("短题", False), ("这是一句话。", False), ("先说一句。再说", False), ("下面有三点：", False), ("长" * 61, False), ("长" * 60, True),
])
def test_a_title_is_short_and_no_sentence(text: str, title: bool) -> None:
    assert title_like(text) is title


@pytest.mark.parametrize(("text", "heading"), [("一、学习。", True), ("一、学习。再学习", False), ("一、学习，", False), ("长" * 81, False), ("一、做什么：", True)])
def test_a_heading_is_one_clause(text: str, heading: bool) -> None:
    assert heading_like(text) is heading


def test_two_spellings_of_a_title_have_one_key() -> None:
    assert key("用好“夜间议事”这张牌 ") == key('用好"夜间议事"这张牌') == "用好夜间议事这张牌"
    assert key("Ａ_b") == "ab"
