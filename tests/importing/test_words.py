"""The table of words by which names are told."""

import pytest

from macros.importing.words import ending, form, weight, words
from macros.model.vocabulary import Form


@pytest.mark.parametrize(("name", "kind"), [
    ("委员履职积分办法", Form.MECHANISM), ("茶馆民情点", Form.PLATFORM), ("乡音读书会", Form.ACTIVITY), ("门前三问工作法", Form.METHOD),
    ("山乡宣讲小分队", Form.ORGANIZATION), ("“履职之星”评选", Form.INCENTIVE), ("绿橙红计分卡", Form.INCENTIVE), ("民情联系卡", Form.MECHANISM), ("山歌话桑麻", None), ("工作重点", None),
])
def test_the_form_is_read_from_the_end_of_a_name(name, kind):
    assert form(name) is kind


@pytest.mark.parametrize("name", ["领导小组", "工作台账", "长效机制", "规章制度", "新发展格局", "协商民主广泛多层制度", "工作专班", "座谈会", "实施办法"])
def test_bare_kinds_and_formulations_say_nothing(name):
    assert weight(name) < 0.6


@pytest.mark.parametrize("name", ["专委会对口联系制度", "界别会客厅", "厂门口委员工作室", "民生监督员", "诉求直通车机制"])
def test_a_kind_with_words_of_its_own_is_a_name(name):
    assert weight(name) >= 0.6


def test_an_ending_of_every_day_is_none():
    assert ending("本地特点") is None
    assert ending("院坝听音点") == "听音点"


def test_no_word_is_both_a_verb_of_making_and_one_of_carrying_out():
    assert not words().made & words().done
    assert words().new <= words().made
