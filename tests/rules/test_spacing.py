import pytest

from macros.rules import spacing
from tests.small_tree import Tree

KE_TANG = "practices/wei-yuan-ke-tang.yml"


def test_a_space_between_characters(tree: Tree) -> None:
    tree.replace(KE_TANG, "text: 委员轮流讲课", "text: 委员 轮流讲课")
    assert tree.told() == [
        "data/practices/wei-yuan-ke-tang.yml:10:30 提醒[spacing] 文字里有多余的空格 | 删去；一句话写在一行里，不折行（kb check --fix 会改）",
    ]


def test_a_sentence_over_two_lines(tree: Tree) -> None:
    tree.replace(KE_TANG, "summary: 开办课堂，", "summary: 开办课堂，\n  ")
    assert tree.told() == [
        "data/practices/wei-yuan-ke-tang.yml:2:10 提醒[spacing] 文字里有多余的空格 | 删去；一句话写在一行里，不折行（kb check --fix 会改）",
    ]


@pytest.mark.parametrize(("field", "text", "better"), [
    ("text", "全体 委员", "全体委员"), ("text", " 甲  乙 ", "甲乙"), ("text", "用 QQ 群", "用 QQ 群"), ("text", "a  b", "a b"),
    ("heading", "一、 全体 委员", "一、 全体 委员"), ("cue", "已 建", "已 建"),
])
def test_the_fix_takes_away_what_is_too_much_and_leaves_quotations(field: str, text: str, better: str) -> None:
    assert spacing.fix(field, text) == better
