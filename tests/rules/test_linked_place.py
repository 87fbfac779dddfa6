import pytest

from tests.small_tree import Tree

BIAN_ZU = "practices/wei-yuan-bian-zu.yml"
POINT = "      - {aspect: how, text: 全体委员都编入小组}\n"


def told(tree: Tree, at: str, text: str = "学习靠[[wei-yuan-ke-tang]]") -> list[str]:
    """What is told of a point of the first account, which cites 2.1 and 2.2, while the linked practice cites 2.2."""
    tree.with_originals()
    tree.replace(BIAN_ZU, 'at: ["2.1"]', 'at: ["1", "2.1", "2.2"]')
    tree.replace(BIAN_ZU, POINT, f'      - {{aspect: how, text: 全体委员都编入小组, at: ["2.1"]}}\n      - {{text: "{text}", at: ["{at}"]}}\n')
    tree.replace(BIAN_ZU, "raw: x个活动小组}", 'raw: x个活动小组, at: ["2.1"]}')
    return [line for line in tree.told() if "linked-place" in line]


@pytest.mark.parametrize("at", ["2.1", "1"])
def test_a_place_that_does_not_tell_of_what_is_linked(tree: Tree, at: str) -> None:
    assert told(tree, at) == [f"data/{BIAN_ZU}:13:43 提醒[linked-place] 要点连到“委员课堂”，出处写 {at}，那里没有讲到它，讲在 2.2 | "
                              '是不是出处写错了？核对后写成 at: ["2.2"]']


def test_the_place_that_does(tree: Tree) -> None:
    assert told(tree, "2.2") == []


def test_a_place_that_names_it(tree: Tree) -> None:
    tree.replace("practices/wei-yuan-ke-tang.yml", "title: 委员课堂", "title: 委员课堂\naliases: [停车和养老]")
    assert told(tree, "2.1") == []


def test_a_whole_paragraph_has_its_items(tree: Tree) -> None:
    tree.replace("practices/wei-yuan-ke-tang.yml", 'at: ["2.2"]', 'at: ["2"]')
    assert told(tree, "2.1") == []


def test_a_place_that_is_not_there_is_told_as_such_alone(tree: Tree) -> None:
    assert told(tree, "9") == []
    assert [line.partition("[")[2].partition("]")[0] for line in tree.told()] == ["locator-range", "untold-paragraph"]
