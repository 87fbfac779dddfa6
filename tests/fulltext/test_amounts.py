import pytest

from macros.fulltext.amounts import misses
from macros.fulltext.miss import Fault
from macros.fulltext.statements import Ground, Statement

TWO = "2023年4月起,在6个沿湖乡镇办“议事”,每两个月一次。收到意见318条,办结率为xx%,成立x个小组。县水利局、县渔业站派人,15个工作日内答复。"


def statement(text: str, place: str = "summary") -> Statement:
    return Statement("practices", "p", (place,), text, (Ground("s", 2, TWO, 0, "第2段"),), (Ground("s", 3, "每讲90分钟,已讲七讲。", 0, "第3段"),),
                     ("“168”模式", "2024年的会"), frozenset([3]))


@pytest.mark.parametrize(("text", "fault", "theirs"), [
    ("381条", Fault.NOWHERE, "收到意见318条"), ("办结率95%", Fault.MASKED, "办结率为xx%"), ("8个小组", Fault.MASKED, "成立x个小组"), ("讲了九十分钟", Fault.ELSEWHERE, "每讲90分钟"),
    ("15小时内答复", Fault.UNIT, "15个工作日内答复"), ("每月一次", Fault.NOWHERE, "每两个月一次"), ("2021年", Fault.NOWHERE, "2023年4月起"), ("在6个村办", Fault.UNIT, "在6个沿湖乡镇办"),
])
def test_what_is_wrong_with_an_amount(text: str, fault: Fault, theirs: str) -> None:
    [miss] = misses(statement(text))
    assert (miss.fault, miss.theirs) == (fault, theirs)


@pytest.mark.parametrize("text", [
    "6个乡镇", "双月办", "三百一十八条", "两个部门都派人", "2023年", "办结率为xx%", "三家都讲到", "甲、乙、丙、丁四项", "2024年", "十五个工作日", "“甲”“乙”“丙”“丁”“戊”五种",
])
def test_what_the_paragraph_says_or_an_editor_can_count(text: str) -> None:
    assert list(misses(statement(text))) == []


def test_a_question_claims_no_frequency() -> None:
    assert list(misses(statement("每年开几次", "unsaid"))) == []
    assert len(list(misses(statement("每年开会", "unsaid")))) == 1


def held(text: str, source: str, places: tuple[str, ...] = ()) -> list[tuple[str, Fault]]:
    here = Statement("practices", "p", ("summary",), text, (Ground("s", 1, source, 0, "第1段"),), (), (), places=tuple(("s", at) for at in places))
    return [(miss.amount.text, miss.fault) for miss in misses(here)]


@pytest.mark.parametrize("text", ["建成一个议事点", "议事员有一名", "请一名专家"])
def test_one_for_a_mask(text: str) -> None:
    [(_, fault)] = held(text, "建成议事点xx个，聘请议事员x名，x名专家评审")
    assert fault is Fault.MASKED


@pytest.mark.parametrize("text", ["一个乡镇一个议事点", "每个村有一个议事点", "是其中的一个议事点", "一个地方一名议事员"])
def test_one_of_each_is_no_number(text: str) -> None:
    assert held(text, "建成议事点xx个，聘请议事员x名") == []


def test_all_of_them_are_a_hundred_of_a_hundred() -> None:
    source = "全体委员都编入小组，半数以上的小组由女委员任组长，满意率97%"
    assert held("委员100%编入小组", source) == []
    assert held("满意率百分之百", source) == [("百分之百", Fault.NOWHERE)]


def test_an_item_that_is_not_cited_is_elsewhere() -> None:
    source = "一是协商会，每半年开一次。二是述职会，每年开一次。"
    assert held("协商会一年开两次", source, ("1.2",)) == [("一年开两次", Fault.ELSEWHERE)]
    assert held("一年开两次", source, ("1.2",)) == [("一年开两次", Fault.NOWHERE)]  # the cited item says 每年, nothing says that another is meant
    assert held("一年开两次", source, ("1.1",)) == held("一年开两次", source, ("1",)) == []


def test_a_frequency_in_the_words_of_another() -> None:
    source = "每季度召开例会，每年开展两次调研"
    assert held("每两个季度召开例会", source) == [("每两个季度", Fault.NOWHERE)]
    assert held("每两个季度调研", source) == []


def test_odd_months_are_no_even_ones() -> None:
    assert held("单数月反馈", "双月反馈") == [("单数月", Fault.NOWHERE)]
    assert held("双数月反馈", "偶数月反馈") == held("双月反馈", "每两个月反馈") == []


def test_what_stands_elsewhere_must_be_of_the_same() -> None:
    [miss] = misses(Statement("practices", "p", ("summary",), "共三场", (Ground("s", 1, "办议事会", 0, "第1段"),), (Ground("s", 2, "全县三个乡", 0, "第2段"),), ()))
    assert (miss.fault, miss.theirs) == (Fault.NOWHERE, "")


@pytest.mark.parametrize("text", ["每个街道1个以上工作站", "工作站1个以上", "1个以上", "调研1次以上", "至少1个工作站"])
def test_one_and_more_is_at_least_one(text: str) -> None:
    assert held(text, "每个街道至少建一个工作站，至少开展一次调研") == []


@pytest.mark.parametrize("text", ["2个以上工作站", "1个以上议事点", "走访1次以上"])
def test_one_and_more_of_something_else(text: str) -> None:
    assert [fault for _, fault in held(text, "每个街道至少建一个工作站，至少开展一次调研")] == [Fault.NOWHERE]


def test_twelve_months_one_by_one_are_every_month() -> None:
    months = "、".join(f"{n}月" for n in range(1, 13))
    assert held(f"{months}各开一次", "每月开一次协商会") == []
    assert [words for words, _ in held("3月、9月各开一次", "每月开一次协商会")] == ["3月", "9月"]
