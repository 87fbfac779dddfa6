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


@pytest.mark.parametrize(("text", "expected"), [
    ("请专委会主任来听", "“专委会主任”，原文第2段里没有"), ("讲完的情况报主席会议", "“主席会议”，原文第2段里没有"), ("与党组书记商量", "“党组书记”，原文第2段里没有"),
])
def test_a_body_or_office_wherever_it_is_named(tree: Tree, text: str, expected: str) -> None:
    assert told(tree, text, aspect="how") == [expected]


@pytest.mark.parametrize("text", ["请志愿者来听", "听的人有学者和企业家", "向党组说情况", "由各小组来听", "不由专委会主任来讲"])
def test_words_of_ones_own_for_who_it_is(tree: Tree, text: str) -> None:
    assert told(tree, text, aspect="how") == []


@pytest.mark.parametrize(("text", "expected"), [
    ("也请港澳委员来听", ["“港澳委员”，原文第2段里没有"]), ("宗教界的人士轮流讲", ["“宗教界的人士”，原文第2段里没有"]), ("不是港澳委员来讲", []), ("青年委员会", []), ("请听课的委员", []),
])
def test_people_of_a_kind_that_the_source_does_not_speak_of(tree: Tree, text: str, expected: list[str]) -> None:
    assert told(tree, text, aspect="how") == expected
