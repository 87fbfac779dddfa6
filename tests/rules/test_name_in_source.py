import pytest

from tests.small_tree import Tree

BIAN_ZU = "practices/wei-yuan-bian-zu.yml"
KE_TANG = "practices/wei-yuan-ke-tang.yml"


def test_a_body_that_the_speech_does_not_name(tree: Tree) -> None:
    tree.with_originals()
    tree.replace(KE_TANG, "text: 委员轮流讲课", "text: 委员和市司法局轮流讲课")
    assert tree.told() == [
        "data/practices/wei-yuan-ke-tang.yml:10:33 提醒[name-in-source] “司法局”原文里没有 | 照原文写名称，原文隐去的写 x；原文没有提到的，删去"]


def test_a_place_for_one_that_is_masked(tree: Tree) -> None:
    tree.with_originals()
    tree.replace(BIAN_ZU, "text: 谋划按行业编组", "text: 青田县谋划按行业编组")
    [line] = tree.told()
    assert "“青田县”原文里没有（单位的名称原文隐去了，写作“xx县政协”）" in line


@pytest.mark.parametrize("text", ["委员走进社区讲课", "全市委员轮流讲课", "有关部门和委员轮流讲课", "甲市政协的委员轮流讲课", "委员在镇街全部讲到", "小组提议的，则组织市里的委员讲课", "县里提议，再邀请市政协来讲"])
def test_what_the_speech_names_and_what_is_no_name(tree: Tree, text: str) -> None:
    tree.with_originals()
    tree.replace(KE_TANG, "text: 委员轮流讲课", f"text: {text}")
    assert tree.told() == []


@pytest.mark.parametrize(("text", "expected"), [
    ("在邯郸市政协党组领导下", ["“邯郸市政协”原文里没有"]), ("青田县政协党组领导", ["“青田县政协”原文里没有"]),
    ("在邯郸市复兴区政协党组领导下", []), ("复兴区政协领导", []), ("丛台区政协领导", []),
])
def test_the_council_of_another_place(tree: Tree, text: str, expected: list[str]) -> None:
    tree.with_originals()
    tree.write("originals/hui-bian.txt", tree.read("originals/hui-bian.txt").replace("由委员轮流登台", "由委员轮流登台,邯郸市复兴区政协与政协丛台区委员会、青田县领导"))
    tree.replace(KE_TANG, "text: 委员轮流讲课", f"text: {text}")
    assert [line.split("] ")[1].split(" | ")[0].split("（")[0] for line in tree.told() if "name-in-source" in line] == expected
