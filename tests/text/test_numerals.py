from fractions import Fraction

import pytest

from macros.text.numerals import value


@pytest.mark.parametrize(("written", "number"), [
    ("6", 6), ("６", 6), ("六", 6), ("两", 2), ("十", 10), ("十五", 15), ("四十二", 42), ("二百一十九", 219), ("二百零六", 206), ("二百六", 260),
    ("一百", 100), ("三千", 3000), ("二〇二三", 2023), ("1,200", 1200), ("1.5万", 15000), ("三十万", 300000), ("2亿", 200000000), ("3.5", Fraction(7, 2)),
    ("三点五", Fraction(7, 2)), ("一百零五", 105),
])
def test_every_writing_of_a_number(written: str, number: int) -> None:
    assert value(written) == number


@pytest.mark.parametrize("written", ["", "万", "x", "多", "○", "○○", "○万"])
def test_what_is_no_number(written: str) -> None:
    assert value(written) is None


def test_a_ring_among_numerals_is_a_zero() -> None:
    assert value("二○二三") == 2023
