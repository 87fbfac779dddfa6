"""Names in a speech that may be practices."""

from pathlib import Path

import pytest

from macros.fulltext.segments import segment
from macros.importing.candidates import candidates, resembling

COLLECTION = segment((Path(__file__).parent / "fixtures" / "collection.txt").read_text(encoding="utf-8"))


def found(text):
    speech, = segment(f"议事的办法\n\n{text}\n").speeches
    return [(c.name, c.place, c.strong) for c in candidates(speech)]


@pytest.mark.parametrize(("text", "name"), [
    ("我们建立茶馆议事联络员制度。", "茶馆议事联络员制度"),
    ("建立“三日回音”制度。", "三日回音制度"),
    ("推进“周末课堂”，人人上讲台。", "周末课堂"),
    ("成立x个茶馆党支部。", "茶馆党支部"),
    ("编发《茶馆议事手册》。", "茶馆议事手册"),
    ("建立茶馆活动小组工作机制。", "茶馆活动小组工作机制"),
    ("推行“提案一对一辅导”制度。", "提案一对一辅导制度"),
])
def test_what_is_set_up_or_carried_out(text, name):
    assert found(text) == [(name, "1", True)]


@pytest.mark.parametrize("text", ["开展活动，建立制度。", "搭建协商平台。", "把各村的经验推广开。", "大家都说好。"])
def test_words_that_name_nothing(text):
    assert found(text) == []


def test_a_quoted_slogan_is_weak():
    assert found("切实避免“上热下冷”。") == [("上热下冷", "1", False)]


def test_items_are_told_by_their_first_words_and_place():
    assert found("一是健全议事规矩。设立茶馆议事点。二是夜间“板凳会”，人人能来。") == [
        ("茶馆议事点", "1.1", True), ("健全议事规矩", "1.1", False), ("板凳会", "1.2", False), ("夜间板凳会", "1.2", False)]
    assert found("一是“板凳会”，人人能来。二是记下来。") == [("板凳会", "1.1", True), ("记下来", "1.2", False)]


def test_the_candidates_of_a_collection():
    strong = [[(c.name, c.place) for c in candidates(s) if c.strong] for s in COLLECTION.speeches]
    assert strong == [
        [("茶馆议事点", "3.1"), ("三日回音制度", "3.2")],
        [("一老带一新工作机制", "2"), ("周末课堂", "3")],
        [("村民出题平台", "3")],
    ]


def test_existing_practices_that_a_name_resembles_come_likest_first():
    titles = {"zhou-mo": ("周末委员讲堂",), "jiang-tang": ("讲堂", "委员讲堂"), "dang-an": ("履职档案",)}
    assert resembling("委员讲堂", titles) == ("jiang-tang", "zhou-mo")
    assert resembling("茶馆议事", titles) == ()
