import pytest

from tests.small_tree import Tree

BIAN_ZU = "practices/wei-yuan-bian-zu.yml"


def told(tree: Tree, question: str, *, explained: bool = True) -> list[str]:
    if explained:
        tree.replace("terms.yml", "unexplained: true", "expansion: 联委员、联群众、联专家")
    tree.replace(BIAN_ZU, "unsaid: [各组有多少人]", f'unsaid: ["{question}"]')
    return [line for line in tree.told() if "term-asked" in line]


def test_what_the_glossary_explains(tree: Tree) -> None:
    assert told(tree, "“三联”指什么") == [
        "data/practices/wei-yuan-bian-zu.yml:23:11 提醒[term-asked] “三联”所指，术语表里写着：联委员、联群众、联专家 | 删去这一问；术语表写错了（原文没有解释），先改 terms.yml"]


@pytest.mark.parametrize("question", ["“三联”联系哪些人", "“三联”各是什么", "“三联”是什么意思", "[[t-san-lian]]的含义"])
def test_other_ways_to_ask(tree: Tree, question: str) -> None:
    assert len(told(tree, question)) == 1


@pytest.mark.parametrize("question", ["“三联”怎样做", "“三联”由谁去联", "“三联”的效果", "“三带”指什么", "“三联”多久一次"])
def test_what_it_does_not_explain(tree: Tree, question: str) -> None:
    assert told(tree, question) == []


def test_what_the_source_does_not_explain(tree: Tree) -> None:
    assert told(tree, "“三联”指什么", explained=False) == []
