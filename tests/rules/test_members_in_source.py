import pytest

from tests.small_tree import Tree

KE_TANG = "practices/wei-yuan-ke-tang.yml"
FIGURE = "      - {label: 每月讲课"


def told(tree: Tree, members: str, label: str = "讲的题目") -> list[str]:
    tree.with_originals()
    tree.write("originals/hui-bian.txt", tree.read("originals/hui-bian.txt").replace(
        "由委员轮流登台", "由委员轮流登台,题目有教育、“田间经济”、文化、农业等方面"))
    tree.replace(KE_TANG, FIGURE, f"      - {{label: {label}, state: listed, members: [{members}]}}\n{FIGURE}")
    return [line for line in tree.told() if "original-text" not in line]


@pytest.mark.parametrize(("members", "expected"), [
    ("教育, 田间经济, 文化, 工业", "12:62 错误[members-in-source] 所列名称“工业”，原文第2段里没有：第2段写的是“教育、“田间经济”、文化” | 照抄原文列出的名称；原文没有的，删去"),
    ("教育, 文化, 农业", "12:48 错误[members-in-source] 所列名称里少了“田间经济”：第2段写的是“教育、“田间经济”、文化、农业” | 照原文列全；只列一部分的，在名目（label）里写明“部分”"),
    ("田间经济, 文化, 农业", "12:48 错误[members-in-source] 所列名称里少了“题目有教育”：第2段写的是“题目有教育、“田间经济”、文化、农业” | 照原文列全；只列一部分的，在名目（label）里写明“部分”"),
])
def test_another_member_or_one_too_few(tree: Tree, members: str, expected: str) -> None:
    assert told(tree, members) == [f"data/practices/wei-yuan-ke-tang.yml:{expected}"]


def test_the_one_that_is_missing_is_shown_without_the_number_behind_it(tree: Tree) -> None:
    tree.with_originals()
    tree.write("originals/hui-bian.txt", tree.read("originals/hui-bian.txt").replace("由委员轮流登台", "由委员轮流登台,讲的有教育、文化、农业、卫生4个方面"))
    tree.replace(KE_TANG, FIGURE, f"      - {{label: 讲的方面, state: listed, members: [教育, 文化, 农业]}}\n{FIGURE}")
    [line] = tree.told()
    assert "[members-in-source] 所列名称里少了“卫生”：第2段写的是“教育、文化、农业、卫生” | " in line


@pytest.mark.parametrize("members", ["教育, 田间经济, 文化, 农业", "农业, 文化, “田间经济”, 教育"])
def test_all_of_them_in_any_order(tree: Tree, members: str) -> None:
    assert told(tree, members) == []


def test_a_list_that_says_it_is_a_part(tree: Tree) -> None:
    assert told(tree, "教育, 文化, 农业", "讲的题目（部分）") == []
