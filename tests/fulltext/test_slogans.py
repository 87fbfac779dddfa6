import pytest

from macros.fulltext.slogans import otherwise
from macros.fulltext.statements import Ground, Statement

SOURCE = "健全“四联动”制度，设“一室三站”，评“五个之星”，用好三位一体平台和\"双岗双责\"。"


def held(text: str, place: str = "summary") -> list[tuple[str, str]]:
    here = Statement("practices", "p", (place,), text, (Ground("s", 1, SOURCE, 0, "第1段"),), (Ground("s", 2, "另有“六联动”", 0, "第2段"),), ())
    return [(miss.amount.text, miss.theirs) for miss in otherwise(here)]


@pytest.mark.parametrize(("text", "expected"), [
    ("健全“五联动”制度", ("五联动", "四联动")), ("健全五联动制度", ("五联动", "四联动")), ("设一室四站", ("一室四站", "一室三站")), ("评“四个之星”", ("四个之星", "五个之星")),
    ("四位一体的平台", ("四位一体", "三位一体")), ("三岗三责", ("三岗三责", "双岗双责")),
])
def test_another_number_in_quotes_or_without(text: str, expected: tuple[str, str]) -> None:
    assert held(text) == [expected]


@pytest.mark.parametrize("text", ["健全“四联动”制度", "4联动", "与另一段的六联动不同", "联动起来", "两岗两责", "十五联动", "一个室三个站", "三位专家", "统一联动", "再三联动", "评出一个之星"])
def test_the_same_and_what_is_no_such_name(text: str) -> None:
    assert held(text) == []


def test_a_question_names_nothing() -> None:
    assert held("是不是五联动", "unsaid") == []
