import pytest

from macros.fulltext.amounts import Fault, listed, misses
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


def test_what_a_text_lists() -> None:
    assert listed("甲、乙和丙") == {2, 3}
    assert listed("没有列举") == set()
