import pytest

from macros.fulltext.unheard import Unheard, unheard

SAID = ("每周晾晒战报,评出流动红旗", "打造练兵场")


@pytest.mark.parametrize(("text", "words"), [
    ("每周晾晒战报，通报垫底单位", ["通报垫底单位"]),
    ("每周晾晒战报、抄送纪检组、评出流动红旗", ["抄送纪检组"]),
    ("晾晒战报用电子屏幕", ["电子屏幕"]),  # the part has words of theirs as well
    ("通报垫底单位，再抄送纪检组。", ["通报垫底单位", "抄送纪检组"]),
    ("每周晒战报，红旗流动评", []),
    ("每周晾晒战报，评锦旗", []),  # two characters may be another word for it
    ("战报晾晒下来，评出旗手", []),
    ("晾晒战报，最后还要从头到尾一个一个地说", []),
    ("约谈哪些单位，抄送纪检组没有，没有写", []),
    ("通报垫底单位，原文没有说", []),
    ("三样东西都晾晒，再则组织举行评比", []),  # anybody's words for anything
    ("红旗流动率近百分之百", []),  # how much it comes to
    ("绝大多数晾晒战报，差不多九成有余", []),
    ("晾晒战报近况简讯", ["近况简讯"]),
    ("", []),
])
def test_what_has_nothing_of_what_was_said(text: str, words: list[str]) -> None:
    assert list(unheard(text, SAID)) == [Unheard(each, text.index(each)) for each in words]


@pytest.mark.parametrize(("text", "strange"), [("场坪养护员", True), ("坪养护广", True), ("场坪养广", False), ("场坪广养场", False), ("护坪员", True), ("场坪员", False)])
def test_a_quarter_of_the_characters_may_be_theirs_but_none_of_three(text: str, strange: bool) -> None:
    assert list(unheard(text, ("广场、地面",))) == [Unheard(text, 0)] * strange


def test_no_two_characters_of_two_texts_are_in_a_row() -> None:
    assert list(unheard("甲乙丙丁", ("甲", "乙", "丙", "丁"))) == []  # all of them were said
    assert list(unheard("纪检抄告", ("纪", "检绩"))) == []
    assert list(unheard("纪抄告督", ("纪", "检"))) == [Unheard("纪抄告督", 0)]
