import pytest

from tests.small_tree import Tree

KE_TANG = "practices/wei-yuan-ke-tang.yml"


def told(tree: Tree, text: str, aspect: str = "lead") -> list[str]:
    tree.with_originals()
    tree.write("originals/hui-bian.txt", tree.read("originals/hui-bian.txt").replace("由委员轮流登台", "由委员轮流登台,界别小组组长向政协党组汇报"))
    before = next(line for line in tree.read(KE_TANG).split("\n") if "text: 委员轮流讲课" in line)
    tree.replace(KE_TANG, before, f"      - {{aspect: {aspect}, text: {text}}}")
    return [line.partition("] ")[2].partition(" | ")[0] for line in tree.told() if "doer-in-source" in line]


@pytest.mark.parametrize(("text", "expected"), [
    ("专委会主任负责汇报", "谁来做写了“专委会主任”，原文第2段里没有"),
    ("由秘书长汇报", "谁来做写了“秘书长”，原文第2段里没有"),
])
def test_somebody_else(tree: Tree, text: str, expected: str) -> None:
    assert told(tree, text) == [expected]


@pytest.mark.parametrize("text", ["界别小组组长", "小组的组长来汇报", "组长向党组汇报", "各界别的委员", "有关部门和群众", "小组组长，不是专委会主任", "住区委员"])
def test_who_is_named(tree: Tree, text: str) -> None:
    assert told(tree, text) == []


def test_only_who_does_it(tree: Tree) -> None:
    assert told(tree, "请专委会主任来听", aspect="how") == []
