import pytest

from tests.small_tree import Tree

KE_TANG = "practices/wei-yuan-ke-tang.yml"


def test_all_quoted_words_stand_in_another_paragraph(tree: Tree) -> None:
    tree.with_originals()
    tree.replace(KE_TANG, 'at: ["2.2"]', 'at: ["1"]')
    tree.replace("speeches/jia-shi.yml", ", no_practice: 只讲形势，没有讲做法", "")
    assert tree.told() == [
        "data/practices/wei-yuan-ke-tang.yml:7:5 错误[wrong-place] “正在”“每月至少两次”都不在所引的第1段，都在第2段 | 是不是出处写错了？核对后写成 at: [\"2\"]"]


def test_one_quotation_that_stands_nowhere_is_its_own_mistake(tree: Tree) -> None:
    tree.with_originals()
    tree.replace(KE_TANG, "cue: 正在", "cue: 正在筹划")
    assert [line.split("[")[1].split("]")[0] for line in tree.told()] == ["cue-in-source"]


SOURCE = "三是在各片区试行讲评员制度,由退休老委员旁听课堂、当场点评。"


def moved(tree: Tree, at: str, text: str) -> list[str]:
    tree.with_originals()
    tree.write("originals/hui-bian.txt", tree.read("originals/hui-bian.txt").replace("由委员轮流登台。", f"由委员轮流登台。{SOURCE}"))
    tree.replace("speeches/jia-shi.yml", "{marker: 二是, gist: 开办课堂}", "{marker: 二是, gist: 开办课堂}\n          - {marker: 三是, gist: 试行讲评员制度}")
    tree.replace(KE_TANG, 'at: ["2.2"]', f'at: ["{at}"]')
    tree.replace(KE_TANG, "status: under-way, cue: 正在", "status: pilot, cue: 试行")
    tree.replace(KE_TANG, "text: 委员轮流讲课", f"text: {text}")
    tree.replace(KE_TANG, "    figures:\n      - {label: 每月讲课, state: given, value: 2, bound: at-least, raw: 每月至少两次}\n", "")
    return tree.told()


def test_another_item_of_the_same_paragraph(tree: Tree) -> None:
    assert moved(tree, "2.1", "退休老委员旁听课堂，当场点评，“怎么讲”也点评") == [
        "data/practices/wei-yuan-ke-tang.yml:7:5 错误[wrong-place] 所引的 2.1 没有讲这些，2.3 才讲：“由退休老委员旁听课堂、当场点评” | 是不是出处写错了？核对后写成 at: [\"2.3\"]"]


@pytest.mark.parametrize(("at", "text"), [
    ("2.3", "退休老委员旁听课堂，当场点评"), ("2", "退休老委员旁听课堂，当场点评"), ("2.2", "委员轮流讲课，老委员旁听"), ("2.1", "讲评员"), ("2.2", "委员轮流登台，每月两次，退休老委员旁听课堂"),
])
def test_the_right_item_the_whole_paragraph_and_few_words(tree: Tree, at: str, text: str) -> None:
    assert [line for line in moved(tree, at, text) if "wrong-place" in line] == []


def test_a_point_with_a_place_of_its_own(tree: Tree) -> None:
    tree.with_originals()
    tree.replace("practices/wei-yuan-bian-zu.yml", "text: 谋划按行业编组, at: [\"1\"]", "text: 让每个人都有委员小组可去, at: [\"2\"]")
    [line] = tree.told()
    assert "[wrong-place] 所引的 2 没有讲这些，1 才讲：“让每个人都有委员小组可去”" in line


@pytest.mark.parametrize(("at", "expected"), [
    ("2.1", "所引的 2.1 没有“委员课堂”，2.2 才有 | 是不是出处写错了？核对后写成 at: [\"2.2\"]"), ("1", "所引的 1 没有“委员课堂”，2.2 才有 | 是不是出处写错了？核对后写成 at: [\"2.2\"]"),
    ("2.2", ""), ("2", ""),
])
def test_the_place_of_a_term(tree: Tree, at: str, expected: str) -> None:
    tree.with_originals()
    tree.write("terms.yml", tree.read("terms.yml") + f't-ke-tang:\n  term: 委员课堂\n  unexplained: true\n  at:\n    - {{speech: jia-shi, at: ["{at}"]}}\n')
    assert [line.partition("] ")[2] for line in tree.told() if "terms.yml" in line] == ([expected] if expected else [])


def test_a_term_that_stands_in_the_heading_or_as_what_it_stands_for(tree: Tree) -> None:
    tree.with_originals()
    tree.write("originals/hui-bian.txt", tree.read("originals/hui-bian.txt").replace("近年来,", "近年来大家都说要建强队伍,"))
    tree.write("terms.yml", tree.read("terms.yml") + 't-jian-qiang:\n  term: 建强队伍\n  unexplained: true\n  at:\n    - {speech: jia-shi, at: ["2.1"]}\n')
    tree.write("terms.yml", tree.read("terms.yml") + 't-ke-tang:\n  term: 委员课堂\n  expansion: 按小组走进社区\n  at:\n    - {speech: jia-shi, at: ["2.1"]}\n')
    assert [line for line in tree.told() if "wrong-place" in line] == []
