"""Longer and shorter ways to write a body's name."""

import pytest

from macros.text.bodies import alike, short


@pytest.mark.parametrize(("one", "other"), [
    ("滦州市政协", "滦州政协"), ("政协滦州市委员会", "滦州市政协"), ("中国人民政治协商会议滦州市委员会", "滦州市政协"), ("邯郸市复兴区政协", "复兴区政协"),
])
def test_one_body(one: str, other: str) -> None:
    assert alike(one, other) and alike(other, one)


@pytest.mark.parametrize(("one", "other"), [("滦州市政协", "涿州市政协"), ("河东区政协", "河西区政协"), ("县政协", "甲县政协"), ("丰溪县政协", "丰溪区政协"), ("省政协财经委", "省政协")])
def test_two_bodies(one: str, other: str) -> None:
    assert not alike(one, other)


def test_the_first_character_stays() -> None:
    assert short("市中区政协") == "市中政协"
