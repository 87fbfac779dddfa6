import pytest

from tests.small_tree import Tree

KE_TANG = "practices/wei-yuan-ke-tang.yml"
WHOLE = "坚持中国共产党领导这一最根本的政治共识"


@pytest.fixture
def listed(tree: Tree) -> Tree:
    tree.write("formulations.yml", f"tf-gong-shi:\n  text: {WHOLE}\n")
    return tree


@pytest.mark.parametrize("text", [f"凝聚“{WHOLE}”", "委员轮流讲课", "凝聚政治共识"])
def test_whole_or_not_at_all_is_right(listed: Tree, text: str) -> None:
    listed.replace(KE_TANG, "text: 委员轮流讲课", f"text: {text}")
    assert [line for line in listed.told() if "formulation" in line] == []


def test_half_of_one(listed: Tree) -> None:
    listed.replace(KE_TANG, "text: 委员轮流讲课", "text: 凝聚坚持中国共产党领导这一最根本的共识")
    assert [line.split(" ", 1)[1] for line in listed.told()] == [
        f"错误[formulation-whole] 提法“{WHOLE}”只写了一半（“坚持中国共产党领导这一”） | 原样写全，放在“”里；或者换一种说法，不用这个提法",
    ]
