"""Where a text names what the library has."""

from macros.fulltext.segments import segment
from macros.importing.mentions import Mentions


def mentioned(text, titles, keywords):
    speech, = segment(f"议事的办法\n\n{text}\n").speeches
    return [(c.name, c.place, c.known, c.strong) for c in Mentions(titles, keywords).of(speech, {})]


def test_titles_aliases_and_keywords_wherever_they_stand():
    titles = {"tang": ("委员讲堂", "“周末”讲堂"), "cha": ("茶馆",)}
    assert mentioned("一是委员讲堂开了三年。二是“周末”讲堂和读书活动都在办。", titles, {"du": ("读书活动", "读书")}) == [
        ("委员讲堂", "1.1", "tang", True), ("周末讲堂", "1.2", "tang", True), ("读书活动", "1.2", "du", False)]


def test_a_longer_name_is_told_before_one_within_it_and_a_short_one_not_at_all():
    assert mentioned("政协委员讲堂、茶馆都热闹。", {"a": ("委员讲堂",), "b": ("政协委员讲堂",), "c": ("茶馆",)}, {}) == [("政协委员讲堂", "1", "b", True)]
