import pytest

from macros.fulltext.fixed import altered
from macros.fulltext.statements import Ground, Statement

SOURCE = '"靠得近"的优势,转化为"走得亲"的阵地,用好"请进来、带回去",办"四件实事"(我为企业送政策、我为村里通渠道、我为学生修操场),讲好课'


def held(text: str) -> list[tuple[str, str]]:
    here = Statement("practices", "p", ("summary",), text, (Ground("s", 1, SOURCE, 0, "第1段"),), (Ground("s", 2, "我为村里修渠道", 0, "第2段"),), ())
    return [(each.words, each.theirs) for each in altered(here)]


@pytest.mark.parametrize(("text", "expected"), [
    ("办我为企业送资金、我为村里通渠道两件", ("办我为企业送资金", "")), ("我为企业送资金、我为村里通渠道", ("我为企业送资金", "我为企业送政策")), ("“我为村里通渠道”“我为学生修食堂”", ("我为学生修食堂", "我为学生修操场")),
    ("靠请进来、送回去", ("送回去", "带回去")), ("带进来、带回去", ("带进来", "请进来")),
])
def test_a_member_with_a_few_other_characters(text: str, expected: tuple[str, str]) -> None:
    assert held(text) == ([expected] if expected[1] else [])


@pytest.mark.parametrize("text", [
    "请进来、带回去", "为学生修操场、给村里通渠道", "我为学生办实事", "我为企业送政策、我为村里修渠道", "请进来，也走出去", "请进来、领回家里", "转化为走得亲的一块阵地", "我为学生修食堂，也给村里通渠道",
])
def test_the_same_and_words_of_ones_own(text: str) -> None:
    assert held(text) == []
