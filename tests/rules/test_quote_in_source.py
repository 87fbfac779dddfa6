import pytest

from tests.small_tree import Tree

KE_TANG = "practices/wei-yuan-ke-tang.yml"


def test_words_that_nobody_said(tree: Tree) -> None:
    tree.with_originals()
    tree.replace(KE_TANG, "text: 委员轮流讲课", "text: 委员轮流讲课，称为“板凳讲堂”")
    assert tree.told() == [
        "data/practices/wei-yuan-ke-tang.yml:10:39 提醒[quote-in-source] 引号里的“板凳讲堂”，原文里没有，也不是库里的名称 | 引号里照抄原文的话；不是原文的话，去掉引号，用自己的话写"]


@pytest.mark.parametrize("words", ["“委员轮流登台”", "不同于“三联”", "“委员小组”", "“养老，停车”的反面“停车和养老”", "“建强队伍”"])
def test_words_of_the_speech_and_names(tree: Tree, words: str) -> None:
    tree.with_originals()
    tree.replace(KE_TANG, "text: 委员轮流讲课", f"text: 委员轮流讲课，{words}")
    assert [line for line in tree.told() if "养老，停车" not in line] == []
