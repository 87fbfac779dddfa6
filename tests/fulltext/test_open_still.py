import pytest

from macros.fulltext.open_still import wrongs
from macros.fulltext.statements import Ground

HERE = Ground("yi", 1, "目前,协会已经挂牌,正在招募会员、筹集经费。探索把分会设到各片区,努力让会费逐步降低", 0, "第1段")
THERE = Ground("er", 2, "会员招募工作结束,会员招募名册编成", 0, "第2段")


def found(text: str, *grounds: Ground, name: str = "") -> list[tuple[str, str]]:
    return [(wrong.words, wrong.theirs) for wrong in wrongs(text, lambda _: (grounds, name))]


@pytest.mark.parametrize(("text", "expected"), [
    ("经费已筹集", [("已筹集", "正在招募会员、筹集经费")]), ("分会已经设到各片区", [("已经设到", "探索把分会设到各片区")]),
    ("协会已经挂牌", []), ("正在招募会员", []), ("已经在探索把分会设到各片区", []), ("已经开会", []), ("没有说经费已筹集", []),
])
def test_what_is_told_as_done_and_is_not(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text, HERE) == expected


def test_what_another_paragraph_says_as_much_of_is_done_there() -> None:
    assert (found("已招募会员", HERE), found("已招募会员", HERE, THERE)) == ([("已招募", "正在招募会员、筹集经费")], [])


def test_a_name_that_the_clause_leaves_out() -> None:
    assert (found("前者已经筹集", HERE), found("前者已经筹集", HERE, name="筹集经费"), found("前者已经说明", HERE, name="筹集经费")) == (
        [], [("已经筹集", "正在招募会员、筹集经费")], [])
