"""What a text says of who speaks and when."""

import pytest

from macros.importing.division.reading import divided
from macros.importing.proposals import day, partial, short


@pytest.mark.parametrize(("text", "date"), [
    ("2025年3月2日", "2025-03-02"), ("二〇二五年十二月三十一日", "2025-12-31"), ("2025-09-10", "2025-09-10"), ("2025年3月", None), ("2025年x月2日", None), ("2025年13月2日", None),
])
def test_a_whole_day_is_a_date(text, date):
    assert day(text) == date


def test_a_title_or_its_first_half_is_short_enough():
    assert short("守住一条河，凝聚一条心") == "守住一条河，凝聚一条心"
    # A short name has no blank in it.
    assert short("守住一条河 凝聚一条心") == "守住一条河"
    assert short("共议　一条河的事") == "一条河的事"
    assert short("把基层协商的会场搬到各个群众的身边去，让意见传上来") == "让意见传上来"
    assert short("一个没有断开又很长很长很长的题目叫什么呢") is None


def test_a_note_behind_a_speech_says_where_it_was_spoken():
    text = "院坝里议事\n\n青渡县政协\n\n我们在院坝里议事，请大家都来说一说自己的看法。\n\n（注：本文系在2025年全市政协系统工作会议上的交流发言，数据截至2025年9月底。）\n"
    reading = divided(text)
    assert [one.occasion for one in reading.beginnings] == ["2025年全市政协系统工作会议"]
    assert len(reading.collection.speeches[0].passages) == 1


@pytest.mark.parametrize(("text", "date"), [
    ("（2025年9月）", "2025-09"), ("二〇二五年九月", "2025-09"), ("2025年9月16日", "2025-09-16"), ("2025-9", "2025-09"), ("2025年", None), ("2025年x月", None),
    ("2025年9月xx日", None), ("2025年13月", None),
])
def test_a_date_is_told_as_far_as_the_text_tells_it(text, date):
    assert partial(text) == date
