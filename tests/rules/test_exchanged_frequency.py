import pytest

from tests.small_tree import Tree

KE_TANG = "practices/wei-yuan-ke-tang.yml"


def told(tree: Tree, text: str) -> list[str]:
    tree.with_originals()
    tree.write("originals/hui-bian.txt", tree.read("originals/hui-bian.txt").replace(
        "由委员轮流登台", "由委员轮流登台,每月听取学员的意见、每季开展一次督查"))
    tree.replace(KE_TANG, "text: 委员轮流讲课", f"text: {text}")
    return [line.partition("] ")[2].partition(" | ")[0] for line in tree.told() if "exchanged-frequency" in line]


def test_two_exchanged(tree: Tree) -> None:
    assert told(tree, "每季听学员意见、每月督查一次") == ["“每月督查一次”与原文不同：第2段写的是“每季开展一次督查”"]


@pytest.mark.parametrize("text", ["每月听学员意见、每季督查一次", "一季度一督查，意见月月听", "每月听意见，每季一回督查", "每季督查一次", "每个月有意见就听、每季度去查"])
def test_each_as_it_is(tree: Tree, text: str) -> None:
    assert told(tree, text) == []
