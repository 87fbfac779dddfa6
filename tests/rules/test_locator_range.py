import pytest

from tests.small_tree import Tree

BIAN_ZU = "practices/wei-yuan-bian-zu.yml"
KE_TANG = "practices/wei-yuan-ke-tang.yml"


def test_an_item_beyond_the_last(tree: Tree) -> None:
    tree.replace(KE_TANG, '["2.2"]', '["2.3"]')
    assert tree.told() == [
        'data/practices/wei-yuan-ke-tang.yml:7:10 错误[locator-range] 出处“2.3”：第2段只有 2 项 | 写 "2.1" 到 "2.2"，或写 "2" 指整段',
    ]


def test_a_paragraph_beyond_the_last(tree: Tree) -> None:
    tree.replace(KE_TANG, '["2.2"]', '["9"]')
    assert tree.told() == [
        "data/practices/wei-yuan-ke-tang.yml:7:10 错误[locator-range] 出处“9”：这篇发言只有 2 段 | 写 1 到 2 之间的段号",
    ]


def test_an_item_in_a_paragraph_without(tree: Tree) -> None:
    tree.replace(BIAN_ZU, '["2.1"]', '["1.1"]')
    assert tree.told() == [
        'data/practices/wei-yuan-bian-zu.yml:9:10 错误[locator-range] 出处“1.1”：第1段没有分项 | 写 "1"，指整段',
    ]


def test_a_problem_named_nowhere(tree: Tree) -> None:
    tree.replace("problems.yml", '["1"]', '["3"]')
    assert tree.told() == [
        "data/problems.yml:5:30 错误[locator-range] 出处“3”：这篇发言只有 2 段 | 写 1 到 2 之间的段号",
    ]


def test_a_term_found_nowhere(tree: Tree) -> None:
    tree.replace("terms.yml", '["2"]', '["3"]')
    assert tree.told() == [
        "data/terms.yml:5:30 错误[locator-range] 出处“3”：这篇发言只有 2 段 | 写 1 到 2 之间的段号",
    ]


@pytest.mark.parametrize(("path", "old", "new"), [
    ("practices/wei-yuan-ke-tang.yml", 'at: ["2.2"]', 'at: ["9"]'), ("practices/wei-yuan-ke-tang.yml", 'at: ["2.2"]', 'at: ["2.7"]'),
    ("practices/wei-yuan-bian-zu.yml", 'at: ["2.1"]', 'at: ["9.1"]'), ("practices/wei-yuan-bian-zu.yml", 'text: 谋划按行业编组, at: ["1"]', 'text: 谋划按行业编组, at: ["8"]'),
    ("terms.yml", 'at: ["2"]', 'at: ["4"]'), ("problems.yml", 'at: ["1"]', 'at: ["1.2"]')])
def test_where_there_is_no_such_place_nothing_is_said_of_another(tree: Tree, path: str, old: str, new: str) -> None:
    tree.with_originals()
    tree.replace(path, old, new)
    assert [line.partition("[")[2].partition("]")[0] for line in tree.told()] == ["locator-range"]
