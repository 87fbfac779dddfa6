import pytest

from tests.small_tree import Tree

KE_TANG = "practices/wei-yuan-ke-tang.yml"
CURE = "两边的页面都显示这句话，写出两边的名称：甲是……，乙是……"


def distinct(tree: Tree, why: str) -> list[str]:
    tree.replace(KE_TANG, "added: 2026-11-24", f'distinct_from:\n  - {{to: wei-yuan-bian-zu, why: "{why}"}}\nadded: 2026-11-24')
    return [line.split("[distinction-names] ")[1] for line in tree.told() if "distinction-names" in line]


@pytest.mark.parametrize("why", ["委员课堂是讲课，委员编组是分组", "课堂[[wei-yuan-ke-tang]]是讲课，“委员小组”是分组"])
def test_a_reason_that_names_both_is_right(tree: Tree, why: str) -> None:
    assert distinct(tree, why) == []


@pytest.mark.parametrize(("why", "message"), [
    ("委员课堂是讲课", "区别里没有写出“委员编组”"), ("委员编组是分组", "区别里没有写出“委员课堂”"),
    ("一个讲课，一个分组", "区别里没有写出“委员课堂”和“委员编组”"),
])
def test_a_reason_that_names_one_or_none(tree: Tree, why: str, message: str) -> None:
    assert distinct(tree, why) == [f"{message} | {CURE}"]


@pytest.mark.parametrize("word", ["这里", "那里", "本条", "此处"])
def test_a_word_that_means_another_thing_on_the_other_page(tree: Tree, word: str) -> None:
    assert distinct(tree, f"{word}是讲课，委员编组是分组") == [f"“{word}”在对方的页面上指的就是另一个做法了 | 写出两边的名称：甲是……，乙是……"]
