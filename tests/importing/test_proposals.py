"""What a text says of who speaks and when."""

import pytest

from macros.importing.division.units import Unit
from macros.importing.proposals import day, short
from macros.library.catalog import load
from macros.model.vocabulary import Level


@pytest.mark.parametrize(("text", "date"), [
    ("2025年3月2日", "2025-03-02"), ("二〇二五年十二月三十一日", "2025-12-31"), ("2025-09-10", "2025-09-10"), ("2025年3月", None), ("2025年x月2日", None), ("2025年13月2日", None),
])
def test_a_whole_day_is_a_date(text, date):
    assert day(text) == date


def test_a_title_or_its_first_half_is_short_enough():
    assert short("守住一条河 凝聚一条心") == "守住一条河 凝聚一条心"
    assert short("把基层协商的会场搬到各个群众的身边去，让意见传上来") == "让意见传上来"
    assert short("一个没有断开又很长很长很长的题目叫什么呢") is None


def test_an_unknown_body_gets_one_record_whose_level_is_asked_where_it_may_be_two(tmp_path):
    bodies = Bodies(load(tmp_path)[0])
    assert bodies.id_of(Unit("柳河市政协", 3)) == bodies.id_of(Unit("柳河市政协", 9)) == "liu-he-shi-zheng-xie"
    bodies.id_of(Unit("云溪县总工会", 4))
    assert list(bodies.records()) == [
        ("liu-he-shi-zheng-xie", {"name": "柳河市政协", "name_state": "named", "level": "city", "raw": "柳河市政协"}, True),
        ("yun-xi-xian-zong-gong-hui", {"name": "云溪县总工会", "name_state": "named", "level": "county", "raw": "云溪县总工会"}, False)]


def test_a_masked_body_needs_words_that_tell_it_from_others(tmp_path):
    bodies = Bodies(load(tmp_path)[0])
    bodies.id_of(Unit("xx县政协", 3))
    (_, fields, _), = bodies.records()
    assert fields == {"name": "xx县政协", "name_state": "masked", "distinguisher": "", "level": Level.COUNTY.value, "raw": "xx县政协"}
