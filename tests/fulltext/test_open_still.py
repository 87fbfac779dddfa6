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


AHEAD = Ground("san", 3, "去年在6个街道试点读书角,明年推开到全市21个街道。借阅规则目前正在拟定。志愿者名册正在加紧整理中。"
               "正在筹建网上书房,投用后借书、还书都在网页上办。下一步,为老年读者送书上门,把书单印成大字。说明年度借阅量,将要求写进守则。招待读者后,书架搬进活动室", 0, "第3段")


@pytest.mark.parametrize(("text", "expected"), [
    ("后来推到了全市21个街道", [("推到了", "明年推开到全市21个街道")]),
    ("志愿者名册整理好了", [("整理好了", "志愿者名册正在加紧整理中")]),
    ("借书、还书都已在网页上办", [("已在", "投用后借书、还书都在网页上办")]), ("已为老年读者送书上门", [("已为", "为老年读者送书上门")]), ("书单已印成大字", [("已印成", "把书单印成大字")]),
])
def test_what_is_to_come_or_has_not_ended(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text, AHEAD) == expected


@pytest.mark.parametrize("text", [
    "去年在6个街道试点了读书角", "已在6个街道试点", "读书角已在街道试点", "明年铺设到21个街道", "书架已搬进活动室", "已有借阅规则的初稿", "网上书房正在筹建", "读书角办起来了", "有了志愿者名册",
    "借阅规则有了，还在拟定", "已说明年度借阅量", "已将要求写进守则",
])
def test_what_was_done_before(text: str) -> None:
    assert found(text, AHEAD) == []


def test_what_is_done_behind_what_was_once_to_come() -> None:
    there = Ground("si", 4, "书房原来打算只借书,开通后读者越来越多,目前已在各校设点。系统正在升级,升级前读者都在窗口还书", 0, "第4段")
    assert found("已在各校设点", there) == found("读者已在窗口还书", there) == []
