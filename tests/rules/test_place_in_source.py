import pytest

from tests.small_tree import Tree

KE_TANG = "practices/wei-yuan-ke-tang.yml"


def told(tree: Tree, text: str) -> list[str]:
    tree.with_originals()
    tree.write("originals/hui-bian.txt", tree.read("originals/hui-bian.txt").replace("由委员轮流登台", "由委员轮流到镇(街)、乡村和校园登台"))
    tree.replace(KE_TANG, "text: 委员轮流讲课", f"text: {text}")
    return [line for line in tree.told() if ":10:" in line]


@pytest.mark.parametrize(("text", "words"), [("到镇和产业园区讲课", "产业园区"), ("到镇街、网格讲课", "网格"), ("到乡镇、小区讲课", "小区"), ("到景区里讲课", "景区")])
def test_a_kind_of_place_that_nobody_spoke_of(tree: Tree, text: str, words: str) -> None:
    assert told(tree, text) == [
        f"data/practices/wei-yuan-ke-tang.yml:10:{29 + text.index(words)} 提醒[place-in-source] “{words}”，原文第2段里没有说到 | 照原文写在哪里；原文没有说的，删去"]


@pytest.mark.parametrize("text", ["到乡镇、街道讲课", "到村和学校讲课", "到镇、村讲课", "到农村去讲课", "到社区讲课", "没有写到不到园区讲课", "村民一起听课"])
def test_the_same_places_in_other_words(tree: Tree, text: str) -> None:
    assert told(tree, text) == []


def test_a_village_that_was_added(tree: Tree) -> None:
    tree.with_originals()
    tree.replace("practices/wei-yuan-bian-zu.yml", "发挥“[[t-san-lian]]”的作用", "在乡镇、村设联络点")
    [line] = tree.told()
    assert "[place-in-source] “村”，原文第2段里没有说到" in line
