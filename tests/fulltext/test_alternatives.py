import pytest

from macros.fulltext.alternatives import swaps
from macros.fulltext.statements import Ground, Statement

SOURCE = "每周一上午接待，双月下旬反馈。上半年以春耕为主题；下半年以秋收为主题。拟在10月评比，由副主席主持。"


def told(text: str, place: str = "summary") -> list[tuple[str, str]]:
    statement = Statement("practices", "p", (place,), text, (Ground("s", 1, SOURCE, 0, "第1段"),), (), ())
    return [(swap.member.text, swap.theirs) for swap in swaps(statement)]


@pytest.mark.parametrize(("text", "found"), [
    ("双月上旬反馈", [("上旬", "双月下旬反馈")]), ("每周五接待", [("周五", "每周一上午接待")]), ("下午接待", [("下午", "每周一上午接待")]),
    ("上半年议秋收", [("上半年", "下半年以秋收为主题")]), ("主席主持", [("主席", "由副主席主持")]), ("年底评比", [("年底", "")]), ("冬季评比", [("冬", "上半年以春耕为主题")]),
])
def test_another_member_of_the_series(text: str, found: list[tuple[str, str]]) -> None:
    assert told(text) == found


@pytest.mark.parametrize("text", [
    "星期一早上接待", "双月月底前后反馈", "上半年议春耕，下半年议秋收", "评比在下半年", "秋季评比", "上半年、下半年各评一次", "上午还是下午没有说", "一周一次",
])
def test_the_same_in_other_words(text: str) -> None:
    assert told(text) == []


def test_a_question_claims_nothing() -> None:
    assert told("周五接待不接待", "unsaid") == []
