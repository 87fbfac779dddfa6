import pytest

from macros.fulltext.amounts import misses
from macros.fulltext.miss import Fault
from macros.fulltext.statements import Ground, Statement

SOURCE = "以此为基础成立x个流动课堂。组长联系机关学堂，副组长分别包抓三个流动课堂，把单数月的xx日定为听课日。"


def held(text: str) -> list[tuple[str, Fault, str]]:
    here = Statement("practices", "p", ("summary",), text, (Ground("s", 1, SOURCE, 0, "第1段"),), (), ())
    return [(miss.amount.text, miss.fault, miss.theirs) for miss in misses(here)]


@pytest.mark.parametrize(("text", "fault", "theirs"), [
    ("副组长各包抓五个流动课堂", Fault.NOWHERE, "副组长分别包抓三个流动课堂"), ("成立五个流动课堂", Fault.MASKED, "以此为基础成立x个流动课堂"),
    ("副组长各包抓x个流动课堂", Fault.GIVEN, "副组长分别包抓三个流动课堂"), ("x月里定一天听课", Fault.GIVEN, "把单数月的xx日定为听课日"),
    ("流动课堂成立了，共有六个", Fault.MASKED, "以此为基础成立x个流动课堂"), ("偶数月的一天听课", Fault.NOWHERE, "把单数月的xx日定为听课日"), ("拟办5个，在村、镇、校、企和社区里", Fault.MASKED, "以此为基础成立x个流动课堂"),
])
def test_which_of_a_mask_and_a_number_is_meant(text: str, fault: Fault, theirs: str) -> None:
    assert [(fault, theirs)] == [each[1:] for each in held(text)]


@pytest.mark.parametrize("text", ["成立x个流动课堂", "副组长各包抓三个流动课堂", "流动课堂有三个，即甲、乙、丙", "甲、乙、丙共三个", "单数月的xx日听课", "流动课堂的个数隐去", "先办这三个", "前两个先办", "开两个会"])
def test_what_the_source_says(text: str) -> None:
    assert held(text) == []
