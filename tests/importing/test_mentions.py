"""Where a text names what the library has."""

from macros.fulltext.segments import segment
from macros.importing.mentions import Mentions


def mentioned(text, titles, keywords):
    speech, = segment(f"议事的办法\n\n{text}\n").speeches
    return [(c.name, c.place, c.known, c.strong) for c in Mentions(titles, keywords).of(speech, {})]


def test_titles_aliases_and_keywords_wherever_they_stand():
    titles = {"tang": ("委员讲堂", "“周末”讲堂"), "cha": ("茶馆",)}
    assert mentioned("一是委员讲堂开了三年。二是“周末”讲堂和读书活动都在办。", titles, {"du": ("读书活动", "读书")}) == [
        ("委员讲堂", "1.1", "tang", True), ("周末讲堂", "1.2", "tang", True)]


def test_a_word_that_readers_look_by_is_short_for_a_title_that_has_it_and_else_a_part_of_what_many_say():
    speech, = segment("议事的办法\n\n写进坐船档案，加强民情监督。\n").speeches
    keywords = {"dang": ("坐船档案",), "lian": ("民情监督",)}
    assert [(c.name, c.strong) for c in Mentions({}, keywords).of(speech, {"dang": "委员坐船档案", "lian": "联合调研、联动议事"})] == [("坐船档案", False)]


def test_a_longer_name_is_told_before_one_within_it_and_a_short_one_not_at_all():
    assert mentioned("政协委员讲堂、茶馆都热闹。", {"a": ("委员讲堂",), "b": ("政协委员讲堂",), "c": ("茶馆",)}, {}) == [("政协委员讲堂", "1", "b", True)]


def test_a_title_beside_others_or_at_the_end_of_a_longer_name_is_only_mentioned():
    titles = {"hui": ("板凳会",)}
    assert [sure for *_, sure in mentioned("在广场和板凳会上公布。“河岸板凳会”每月开。我们开办板凳会。", titles, {})] == [False]
    assert [sure for *_, sure in mentioned("我们开办板凳会。", titles, {})] == [True]


def test_a_word_that_readers_look_by_counts_where_it_is_set_up():
    assert [sure for *_, sure in mentioned("我们建立坐船档案，一户一页。", {}, {"dang": ("坐船档案",)})] == [True]
    assert [sure for *_, sure in mentioned("记一本账，即坐船档案。", {}, {"dang": ("坐船档案",)})] == [True]
    assert [sure for *_, sure in mentioned("翻看坐船档案的人不多。", {}, {"dang": ("坐船档案",)})] == []


def test_a_phrase_of_every_day_is_no_name_unless_it_stands_like_one():
    titles = {"shou": ("收集意见建议",)}
    assert [sure for *_, sure in mentioned("两年来，共收集意见建议1260条。", titles, {})] == [False]
    assert [sure for *_, sure in mentioned("我们推行“收集意见建议”的办法。", titles, {})] == [True]


def test_persons_that_are_engaged_are_no_practice():
    assert [sure for *_, sure in mentioned("聘请民主党派、专家68名。", {}, {"xi": ("民主党派",)})] == []


def test_a_word_of_every_day_that_says_nothing_of_the_practice_is_no_mention_of_it():
    speech, = segment("议事的办法\n\n建立责任单位，由责任单位答复；办好委员小站。\n").speeches
    found = Mentions({}, {"zhan": ("责任单位", "委员小站")}).of(speech, {"zhan": "“双联双服”委员工作站"})
    assert [c.name for c in found] == ["委员小站"]
