"""A name that stands in quotes is told whole: its kind, and what is done so where the quotes hold only half of it."""

import pytest

from macros.fulltext.passages import Passage
from macros.importing.candidates import of_passage


def names(text):
    return [c.name for c in of_passage(Passage(1, 1, text))]


@pytest.mark.parametrize(("text", "name"), [
    ("推行“点单式”走访，每月一次。", "点单式走访"),
    ("推行“会诊式”协商、“回访式”监督。", "会诊式协商"),
    ("开展“点单式”服务活动。", "点单式服务活动"),
    ("推行“四必到”督查，一季一查。", "四必到督查"),
    ("建立“黑白榜”公示台账。", "黑白榜"),
    ("组织开展“走下去”述职活动。", "走下去述职活动"),
    ("推行“五色花”归类台账。", "五色花归类台账"),
])
def test_half_a_name_is_told_with_what_stands_behind_the_quotes(text, name):
    assert names(text)[0] == name


@pytest.mark.parametrize(("text", "name"), [
    ("开展“田间对话”座谈，每月一次。", "田间对话"), ("搭建“连心桥”服务群众。", "连心桥"), ("推出“早茶会”听民声。", "早茶会"), ("举办“三问三答”活动。", "三问三答"),
])
def test_a_whole_name_stays_as_it_is(text, name):
    assert names(text)[0] == name


@pytest.mark.parametrize(("text", "name"), [
    ("推出来料共议制度，大家看。", "来料共议制度"), ("建立起来议事日制度。", "议事日制度"), ("实行点单式和会诊式调研制度。", "点单式和会诊式调研制度"), ("开展走进来亮牌、坐下来评议活动。", "走进来亮牌、坐下来评议活动"),
])
def test_a_name_without_quotes_begins_where_a_word_does(text, name):
    assert names(text)[0] == name
