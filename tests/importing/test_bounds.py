"""Words of limit: the most, the least, about."""

import pytest

from macros.importing import measured
from macros.importing.bounds import bound, inside
from macros.model.vocabulary import Bound


@pytest.mark.parametrize(("before", "after", "wanted"), [
    ("每间花费不超过", "元", Bound.AT_MOST), ("不得超过", "场", Bound.AT_MOST), ("最多", "人", Bound.AT_MOST), ("控制在", "字", Bound.AT_MOST),
    ("", "字以内", Bound.AT_MOST), ("未超过", "天", Bound.AT_MOST), ("优秀的不超过总数的", "", Bound.AT_MOST),
    ("参加者超过", "人", Bound.AT_LEAST), ("至少", "次", Bound.AT_LEAST), ("不得少于", "次", Bound.AT_LEAST), ("每人不低于", "小时", Bound.AT_LEAST),
    ("", "次以上", Bound.AT_LEAST), ("约", "人", Bound.ABOUT), ("", "人左右", Bound.ABOUT), ("共", "人", None),
])
def test_what_is_the_most_is_no_least(before, after, wanted):
    assert bound(before, after) is wanted


def test_a_rhythm_and_a_figure_have_the_same_words():
    assert inside("每年不超过3次") is Bound.AT_MOST
    assert inside("每季度至少两次") is Bound.AT_LEAST
    figures = {a.number: (a.bound, a.raw) for a in measured.given("修一间茶亭花费不超过800元，茶客坐满两次以上。")}
    assert figures["800"][0] is Bound.AT_MOST
    assert figures["2"] == (Bound.AT_LEAST, "茶客坐满两次以上")
