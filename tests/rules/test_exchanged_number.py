import pytest

from tests.small_tree import Tree

KE_TANG = "practices/wei-yuan-ke-tang.yml"


def told(tree: Tree, text: str) -> list[str]:
    tree.with_originals()
    tree.write("originals/hui-bian.txt", tree.read("originals/hui-bian.txt").replace(
        "由委员轮流登台", "由委员轮流登台。全区9个街道办起31个书屋,收到建议64条,其中48条得到办理。25个讲师编成6个小组,23个小区各有5名辅导员"))
    tree.replace(KE_TANG, "text: 委员轮流讲课", f"text: {text}")
    return [line.partition("] ")[2] for line in tree.told() if ":10:" in line]


@pytest.mark.parametrize(("text", "ours", "theirs"), [
    ("31个街道办起9个书屋", "31个街道办起9个书屋", "9个街道办起31个书屋"), ("31个街道办起9个", "31个街道办起9个", "9个街道办起31个书屋"), ("48条建议，64条得到办理", "48条建议，64条得到", "建议64条,其中48条得到"),
    ("6个讲师编成25个小组", "6个讲师编成25个小组", "25个讲师编成6个小组"),
])
def test_two_numbers_exchanged(tree: Tree, text: str, ours: str, theirs: str) -> None:
    assert told(tree, text) == [f"“{ours}”与原文对调了：第2段写的是“{theirs}” | 照原文写哪个数是数什么的"]


@pytest.mark.parametrize("text", [
    "9个街道办起31个书屋", "31个书屋办在9个街道", "9个街道里有31个街道书屋", "31个街道书屋，9个街道都有", "64条里有48条建议得到办理", "48条建议得到办理，一共收到64条", "讲师25个，编成6个小组", "6个小组，讲师25个",
    "23个小区，每个小区5名辅导员",
])
def test_the_same_numbers_in_another_order(tree: Tree, text: str) -> None:
    assert told(tree, text) == []
