"""Names that are made of parts."""

import pytest

from macros.fulltext.passages import Passage
from macros.fulltext.segments import segment
from macros.importing.candidates import candidates, of_passage


def names(text):
    return {c.name: c.strong for c in of_passage(Passage(1, 1, text))}


def of_speech(text):
    speech, = segment(text).speeches
    return {c.name: c.strong for c in candidates(speech)}


def test_a_mechanism_wins_over_the_steps_that_it_is_made_of():
    found = names("试行群众“点菜”、小组“派菜”、厨师“炒菜”、居民“评菜”的四菜闭环机制，先在两个村试点。")
    assert found["四菜闭环机制"] is True
    assert [found.get(part) for part in ("点菜", "派菜", "炒菜", "评菜")] == [False] * 4
    # Two names beside each other are no steps.
    assert names("推行“田埂会”、“炉边会”，都很热闹。") == {"田埂会": True, "炉边会": True}


def test_a_formula_is_named_with_what_it_is():
    assert names("推行“1+4+N”帮带服务模式，一人联四户。") == {"1+4+N帮带服务模式": True}


@pytest.mark.parametrize(("text", "name"), [
    ("探索构建市、县、乡三级联动协商机制。", "市、县、乡三级联动协商机制"),
    ("建立组织领导、镇、村两级联动协商机制。", "镇、村两级联动协商机制"),
])
def test_the_levels_that_a_mechanism_counts_are_part_of_its_name(text, name):
    assert name in [found for found, strong in names(text).items() if strong]


def test_a_short_name_in_the_heading_is_that_of_the_whole_one_below_it():
    found = of_speech("渡口记\n\n先说缘起。\n\n一、以“三级联动”理顺链条\n\n探索构建县、乡、村三级联动协商机制。能办的当天办。\n")
    assert "三级联动" not in found
    assert found["县、乡、村三级联动协商机制"] is True


def test_what_is_not_done_is_no_practice():
    assert not any(names("对长期不开展活动的“睡眠亭”予以摘牌。").values())
