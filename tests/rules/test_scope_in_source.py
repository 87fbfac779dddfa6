import pytest

from tests.small_tree import Tree

KE_TANG = "practices/wei-yuan-ke-tang.yml"
SOURCE = "由委员轮流登台,重点课题上门讲,先在条件成熟的村试讲,再逐步推开,所有街道都要设点,优秀讲稿印发各组,所有教师都来听"


def told(tree: Tree, text: str) -> list[str]:
    tree.with_originals()
    tree.write("originals/hui-bian.txt", tree.read("originals/hui-bian.txt").replace("由委员轮流登台", SOURCE))
    tree.replace(KE_TANG, "text: 委员轮流讲课", f"text: {text}")
    return [line for line in tree.told() if ":10:" in line]


@pytest.mark.parametrize(("text", "words", "theirs"), [
    ("所有课题上门讲", "所有", "重点课题上门讲"), ("各课题上门讲", "各", "重点课题上门讲"), ("重点街道设点", "重点", "所有街道都要设点"), ("在各村（社区）试讲", "各", "先在条件成熟的村试讲"),
    ("讲课全面推开", "全面推开", None), ("先在条件成熟的镇试讲", "条件成熟的镇", "先在条件成熟的村试讲"), ("退休教师都来听", "退休", "所有教师都来听"),
])
def test_other_ones_than_the_source_means(tree: Tree, text: str, words: str, theirs: str | None) -> None:
    told_ = told(tree, text)
    assert told_ == ([f"data/practices/wei-yuan-ke-tang.yml:10:{29 + text.index(words)} 提醒[scope-in-source] “{words}”与原文不同：第2段写的是“{theirs}” | 照原文写是哪些"] if theirs else [])


def test_everywhere_for_a_few(tree: Tree) -> None:
    tree.with_originals()
    tree.write("originals/hui-bian.txt", tree.read("originals/hui-bian.txt").replace("由委员轮流登台", "由委员轮流登台,选几个片区试点,再逐步推开"))
    tree.replace(KE_TANG, "text: 委员轮流讲课", "text: 讲课全面推开")
    [line] = [line for line in tree.told() if ":10:" in line]
    assert line.endswith("提醒[scope-in-source] “全面推开”与原文不同：第2段写的是“选几个片区试点” | 照原文写是哪些")


@pytest.mark.parametrize("text", ["重点课题上门讲", "课题上门讲", "先在有条件的村试讲", "街道全都设点", "各街道设点", "优秀讲稿印发", "先在条件成熟的社区试讲", "没有说是不是所有课题", "试讲后逐步推开"])
def test_the_same_ones(tree: Tree, text: str) -> None:
    assert told(tree, text) == []


def test_where_how_far_it_reaches_is_told_it_is_not_told_again(tree: Tree) -> None:
    [line] = told(tree, "部分街道设点")
    assert "-in-source] “部分”与原文不同" in line
