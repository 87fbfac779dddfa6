import pytest

from tests.small_tree import Tree

KE_TANG = "practices/wei-yuan-ke-tang.yml"


def told(tree: Tree, text: str) -> list[str]:
    tree.with_originals()
    tree.write("originals/hui-bian.txt", tree.read("originals/hui-bian.txt").replace(
        "由委员轮流登台", "题目有教育、经济、文化、农业四个方面,党组成员、界别召集人、委员轮流登台"))
    tree.replace(KE_TANG, "text: 委员轮流讲课", f"text: {text}")
    return [line for line in tree.told() if "list-in-source" in line]


def test_another_member(tree: Tree) -> None:
    assert told(tree, "讲教育、经济、文化、工业") == [
        "data/practices/wei-yuan-ke-tang.yml:10:39 提醒[list-in-source] “工业”不在原文列出的几个里：第2段写的是“题目有教育、经济、文化、农业四个方面” | 照原文列；原文没有的，删去"]


def test_another_body_among_few(tree: Tree) -> None:
    [line] = told(tree, "党组成员、界别召集人、机关干部轮流讲课")
    assert "“机关干部”不在原文列出的几个里" in line


@pytest.mark.parametrize("text", ["讲农业、文化、经济、教育", "讲教育、经济、文化等", "讲教育、经济、文化和其他方面", "备课、试讲、轮流讲课", "党组成员、召集人、委员都讲"])
def test_the_same_members_fewer_or_another_list(tree: Tree, text: str) -> None:
    assert told(tree, text) == []


@pytest.mark.parametrize(("text", "expected"), [
    ("讲“学政策、懂规矩、重品行”", "懂规矩"), ("讲学政策、讲规矩、重品行", ""), ("讲规矩、重品行、学政策", ""), ("讲学政策、重品行、懂规矩", ""), ("讲学文件、懂规矩、重品行", ""),
])
def test_a_short_list_with_a_slip_in_its_place(tree: Tree, text: str, expected: str) -> None:
    tree.with_originals()
    tree.write("originals/hui-bian.txt", tree.read("originals/hui-bian.txt").replace("由委员轮流登台", "引导委员学政策、讲规矩、重品行,由委员轮流登台"))
    tree.replace(KE_TANG, "text: 委员轮流讲课", f"text: {text.translate({ord(sign): None for sign in '“”'})}")
    told = [line.partition("] ")[2] for line in tree.told() if "list-in-source" in line]
    assert [line.startswith(f"“{expected}”不在") for line in told] == ([True] if expected else [])


def test_one_that_the_source_does_not_have_is_told_where_all_of_its_list_is_there(tree: Tree) -> None:
    [line] = told(tree, "讲教育、经济、体育、文化、农业")
    assert line.endswith("“体育”不在原文列出的几个里：第2段写的是“题目有教育、经济、文化、农业四个方面” | 照原文列；原文没有的，删去")


def test_one_that_is_left_out_of_the_midst(tree: Tree) -> None:
    tree.with_originals()
    tree.write("originals/hui-bian.txt", tree.read("originals/hui-bian.txt").replace("由委员轮流登台", "讲教育、经济、文化、农业、卫生五个方面,由委员轮流登台"))
    tree.replace(KE_TANG, "text: 委员轮流讲课", "text: 讲教育、经济、农业、卫生")
    [line] = [line for line in tree.told() if "list-in-source" in line]
    assert line.partition("] ")[2] == "“讲教育、经济、农业、卫生”少了“文化”：第2段写的是“讲教育、经济、文化、农业、卫生五个方面” | 照原文列全；只列几个的，后面写“等”"


def test_the_last_member_with_a_word_before_it(tree: Tree) -> None:
    assert told(tree, "讲教育、经济、文化、现代农业") == []
