import pytest

from tests.small_tree import Tree

KE_TANG = "practices/wei-yuan-ke-tang.yml"


def told(tree: Tree, text: str) -> list[str]:
    tree.with_originals()
    tree.write("originals/hui-bian.txt", tree.read("originals/hui-bian.txt").replace(
        "由委员轮流登台", "由委员轮流登台,选取条件成熟的社区试讲,再逐步推开,让老讲师从旁听生变为引路人"))
    tree.replace(KE_TANG, "text: 委员轮流讲课", f"text: {text}")
    return [line.partition("] ")[2].partition(" | ")[0] for line in tree.told() if "order-in-source" in line]


@pytest.mark.parametrize(("text", "expected"), [
    ("先逐步推开，再选社区试讲", "“先逐步推开，再选社区试讲”的先后与原文不同：第2段写的是“社区试讲,再逐步推开”"),
    ("老讲师从引路人变成旁听生", "“从引路人变成旁听生”的先后与原文不同：第2段写的是“旁听生变为引路人”"),
])
def test_the_other_way_round(tree: Tree, text: str, expected: str) -> None:
    assert told(tree, text) == [expected]


@pytest.mark.parametrize("text", [
    "先在社区试讲，再逐步推开", "先请条件成熟的社区试讲，然后推开", "社区试讲领先，再逐步推开", "老讲师从旁听生变成引路人", "先备课，再登台",
])
def test_the_same_order(tree: Tree, text: str) -> None:
    assert told(tree, text) == []
