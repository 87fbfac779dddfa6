import pytest

from tests.small_tree import Tree

KE_TANG = "practices/wei-yuan-ke-tang.yml"


def told(tree: Tree, text: str) -> list[str]:
    tree.with_originals()
    tree.write("originals/hui-bian.txt", tree.read("originals/hui-bian.txt").replace(
        "由委员轮流登台", "由委员轮流登台,做到登台集体备课、下课上门回访,让新委员多听课、老委员多讲课"))
    tree.replace(KE_TANG, "text: 委员轮流讲课", f"text: {text}")
    return tree.told()


@pytest.mark.parametrize(("text", "ours", "theirs"), [
    ("登台上门回访、下课集体备课", "登台上门回访、下课集体备课", "登台集体备课、下课上门回访"),
    ("委员轮流讲课，新委员多讲课，老委员多听课", "新委员多讲课，老委员多听课", "新委员多听课、老委员多讲课"),
])
def test_the_ends_of_two_clauses(tree: Tree, text: str, ours: str, theirs: str) -> None:
    assert told(tree, text) == [
        f"data/practices/wei-yuan-ke-tang.yml:10:{29 + text.index(ours[:4])} 提醒[exchanged-halves] “{ours}”与原文对调了：第2段写的是“{theirs}” | 照原文写哪个配哪个"]


@pytest.mark.parametrize("text", ["下课上门回访、登台集体备课", "课前一起备课，课后去家里回访", "新委员多听课，老委员多讲课", "新委员听课、老委员讲课"])
def test_the_same_in_another_order_or_other_words(tree: Tree, text: str) -> None:
    assert told(tree, text) == []
