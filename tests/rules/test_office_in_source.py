import pytest

from tests.small_tree import Tree

KE_TANG = "practices/wei-yuan-ke-tang.yml"
SOURCE = "由委员轮流登台。讲课计划报县委审定,讲课情况及时向县政府、县委通报,讲稿送主席会议和党组会议传阅。每个专委会承办一场,党支部负责召集听众,办公室印发讲稿"


def told(tree: Tree, text: str, aspect: str = "how") -> list[str]:
    tree.with_originals()
    tree.write("originals/hui-bian.txt", tree.read("originals/hui-bian.txt").replace("由委员轮流登台", SOURCE))
    before = next(line for line in tree.read(KE_TANG).split("\n") if "text: 委员轮流讲课" in line)
    tree.replace(KE_TANG, before, f"      - {{aspect: {aspect}, text: {text}}}")
    return tree.told()


@pytest.mark.parametrize(("text", "expected"), [
    ("讲课计划报县政府审定", "“县政府”与原文不同：第2段写的是“讲课计划报县委审定”"),
    ("每个党支部承办一场", "“党支部”与原文不同：第2段写的是“每个专委会承办一场”"),
    ("由办公室召集听众", "“办公室”与原文不同：第2段写的是“党支部负责召集听众”"),
    ("讲稿送专委会传阅", "“专委会”与原文不同：第2段写的是“讲稿送主席会议和党组会议传阅”"),
])
def test_a_body_in_the_place_of_another(tree: Tree, text: str, expected: str) -> None:
    [line] = told(tree, text)
    assert line.startswith("data/practices/wei-yuan-ke-tang.yml:10:")
    assert line.endswith(f" 提醒[office-in-source] {expected} | 照原文写是谁")


@pytest.mark.parametrize("text", [
    "讲课计划报县委审定", "讲课情况向县委和县政府通报", "讲课情况通报给县委", "讲稿送党组会议、主席会议传阅", "专委会轮着承办", "党支部召集，专委会承办", "不是党支部承办一场", "召集听众的是党支部，印发讲稿的是办公室",
])
def test_the_same_in_other_words(tree: Tree, text: str) -> None:
    assert told(tree, text) == []


def test_who_does_it_as_well(tree: Tree) -> None:
    [line] = told(tree, "办公室负责召集听众", aspect="lead")
    assert "[office-in-source] “办公室”与原文不同：第2段写的是“党支部负责召集听众”" in line


def test_where_the_direction_is_told_it_is_not_told_again(tree: Tree) -> None:
    [line] = told(tree, "县委向专委会通报讲课情况")
    assert "[direction-in-source]" in line


def test_people_beside_others_are_not_held_to_the_body_that_these_contact(tree: Tree) -> None:
    tree.with_originals()
    tree.write("originals/hui-bian.txt", tree.read("originals/hui-bian.txt").replace(
        "由委员轮流登台", "党组会议研究,由委员轮流登台。主任联系机关,副主任和秘书长分别联系一个临时党支部"))
    tree.replace(KE_TANG, "text: 委员轮流讲课", "text: 由主任、副主任和秘书长分别联系课堂一个")
    assert [line for line in tree.told() if "office-in-source" in line] == []
