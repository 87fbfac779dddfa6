import pytest

from tests.small_tree import Tree

KE_TANG = "practices/wei-yuan-ke-tang.yml"


def told(tree: Tree, text: str) -> list[str]:
    tree.with_originals()
    tree.write("originals/hui-bian.txt", tree.read("originals/hui-bian.txt").replace("由委员轮流登台", "每周一上午由委员轮流登台"))
    tree.replace(KE_TANG, "text: 委员轮流讲课", f"text: {text}")
    return [line for line in tree.told() if "series-in-source" in line]


def test_another_day_of_the_week(tree: Tree) -> None:
    assert told(tree, "委员周五轮流讲课") == [
        "data/practices/wei-yuan-ke-tang.yml:10:31 提醒[series-in-source] “周五”与原文不同：第2段写的是“每周一上午由委员轮流登台” | 照原文改；原文没有说的，删去"]


def test_what_no_paragraph_says(tree: Tree) -> None:
    assert told(tree, "委员下旬轮流讲课") == [
        "data/practices/wei-yuan-ke-tang.yml:10:31 提醒[series-in-source] “下旬”，原文第2段里没有说 | 照原文改；原文没有说的，删去"]


def test_the_same_day_in_another_writing(tree: Tree) -> None:
    assert told(tree, "委员星期一早上轮流讲课") == []


def test_an_office_that_nothing_names_is_told_once_where_a_person_holds_it(tree: Tree) -> None:
    assert told(tree, "会长主持，委员轮流讲课") == []
    assert tree.told() == ["data/practices/wei-yuan-ke-tang.yml:10:29 提醒[doer-in-source] “会长”，原文第2段里没有 | 照原文写是谁；原文没有说的，删去"]
    tree.replace(KE_TANG, "text: 会长主持", "text: 会长王大同主持")
    assert [line for line in tree.told() if "series-in-source" in line or "doer-in-source" in line] == []


@pytest.mark.parametrize(("theirs", "text", "found"), [
    ("正副秘书长", "秘书长和副秘书长轮流讲课", 0), ("秘书长、副秘书长", "正副秘书长轮流讲课", 0), ("副秘书长", "正副秘书长轮流讲课", 1), ("秘书长", "副秘书长轮流讲课", 1),
])
def test_both_of_an_office_in_one_word(tree: Tree, theirs: str, text: str, found: int) -> None:
    tree.with_originals()
    tree.write("originals/hui-bian.txt", tree.read("originals/hui-bian.txt").replace("由委员轮流登台", f"由{theirs}轮流登台"))
    tree.replace(KE_TANG, "text: 委员轮流讲课", f"text: {text}")
    assert len([line for line in tree.told() if "series-in-source" in line]) == found
