import pytest

from macros.fulltext.enumerated import absent, found, left_out
from macros.fulltext.verbatim import Part, Texts

TEXTS = Texts((Part("第1段", "拟成立教育、经济、“田间文化”、农业和卫生界别小组,由专委会联系;学习、调研另行安排。"),))


@pytest.mark.parametrize(("members", "strange", "missing"), [
    (["教育", "经济", "田间文化", "农业", "卫生"], [], []), (["教育", "田间文化", "农业", "卫生"], [], ["经济"]), (["教育", "经济", "工业"], ["工业"], ["田间文化"]),
    (["农业", "卫生", "经济", "教育"], [], ["田间文化"]), (["教育", "学习"], [], []),
])
def test_what_a_list_has_and_has_not(members: list[str], strange: list[str], missing: list[str]) -> None:
    assert absent(members, TEXTS) == strange
    there = found(members, TEXTS)
    assert there
    assert list(left_out(there)) == missing


def test_two_make_a_list() -> None:
    assert found(["教育", "渔业"], TEXTS) is None


@pytest.mark.parametrize("nothing", ["“”", "\0", "、"])
def test_a_member_without_words_stands_nowhere(nothing: str) -> None:
    there = found([nothing, "教育", "经济"], TEXTS)
    assert there
    assert there.words == "教育、经济"
    assert found([nothing, "教育"], TEXTS) is None
