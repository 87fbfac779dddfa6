from fractions import Fraction

import pytest

from macros.text.quantities import quantities


@pytest.mark.parametrize(("text", "share", "slack"), [
    ("百分之九十五", 95, ""), ("九成五", 95, ""), ("九成半", 95, ""), ("三成多", 30, "more"), ("三分之一", Fraction(100, 3), ""), ("1/4的委员", 25, ""),
    ("半数以上", 50, "above"), ("过半的小组", 50, "above"), ("一半委员", 50, ""), ("九成以上", 90, "above"), ("近四成", 40, "about"),
])
def test_shares_in_any_writing(text: str, share: Fraction, slack: str) -> None:
    [found] = quantities(text)
    assert (found.kind, found.low, found.slack) == ("share", share, slack)


@pytest.mark.parametrize("text", ["成立小组", "另一半", "三成立"])
def test_words_that_are_no_share(text: str) -> None:
    assert not [q for q in quantities(text) if q.kind == "share"]


def test_past_half_a_year_is_no_half() -> None:
    assert [q.kind for q in quantities("时间过半年")] == ["months"]
