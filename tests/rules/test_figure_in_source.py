import pytest

from tests.small_tree import Tree

BIAN_ZU = "practices/wei-yuan-bian-zu.yml"
KE_TANG = "practices/wei-yuan-ke-tang.yml"


def test_a_figure_quoted_wrong(tree: Tree) -> None:
    tree.with_originals()
    tree.replace(KE_TANG, "raw: 每月至少两次", "raw: 每月两次")
    assert tree.told() == [
        "data/practices/wei-yuan-ke-tang.yml:12:69 错误[figure-in-source] “每月两次”在原文所引的第2段里没有（原文写的是“每月至少两次”） | 照抄原文带数字或 x 的几个字（隐去的，不填数值）；写错了段号就改出处（at）",
    ]


def test_a_table_below_a_paragraph_is_cited_with_it(tree: Tree) -> None:
    tree.with_originals()
    text = tree.read("originals/hui-bian.txt")
    line = next(line for line in text.splitlines() if "由委员轮流登台" in line)
    tree.write("originals/hui-bian.txt", text.replace(line, f"{line}\n| 讲堂 | 已讲23场 |\n| 书屋 | 均已开放 |"))
    tree.replace(KE_TANG, "value: 2, bound: at-least, raw: 每月至少两次", "value: 23, raw: 已讲23场")
    tree.replace(KE_TANG, "status: under-way, cue: 正在", "status: done, cue: 均已开放")
    assert [line for line in tree.told() if "figure-in-source" in line or "cue-in-source" in line] == []
    tree.replace(KE_TANG, "raw: 已讲23场", "raw: 已讲24场")
    assert len([line for line in tree.told() if "figure-in-source" in line or "value-against-raw" in line]) == 1


@pytest.mark.parametrize("words", ["活动小组", "已经编成"])
def test_a_number_beside_words_that_were_cut_before_the_mask(tree: Tree, words: str) -> None:
    tree.with_originals()
    tree.replace(BIAN_ZU, "state: redacted, raw: x个活动小组", f"state: given, value: 5, raw: {words}")
    assert tree.told() == [
        f"data/practices/wei-yuan-bian-zu.yml:14:53 错误[figure-in-source] “{words}”里没有数，却填了 5：第2段写的是“已经编成x个活动小组”，数是隐去的 | "
        "原文写法（raw）照抄“已经编成x个活动小组”；改成 state: redacted（原文隐去），删去数值（value）；数出来的、按间隔推算的也不补",
    ]


def test_nor_where_it_is_how_often(tree: Tree) -> None:
    tree.with_originals()
    text = tree.read("originals/hui-bian.txt")
    tree.write("originals/hui-bian.txt", text.replace("每月至少两次,由委员", "每月至少x次座谈,由委员"))
    tree.replace("speeches/jia-shi.yml", "masks: 1", "masks: 2")
    tree.replace(KE_TANG, "{aspect: how, text: 委员轮流讲课}", "{aspect: rhythm, text: 每月座谈, every: month, times: {state: given, value: 3}, raw: 座谈}")
    tree.replace(KE_TANG, "    figures:\n      - {label: 每月讲课, state: given, value: 2, bound: at-least, raw: 每月至少两次}\n", "")
    assert tree.told() == [
        "data/practices/wei-yuan-ke-tang.yml:10:90 错误[figure-in-source] “座谈”里没有数，却填了 3：第2段写的是“每月至少x次座谈”，数是隐去的 | "
        "原文写法（raw）照抄“每月至少x次座谈”；改成 state: redacted（原文隐去），删去数值（value）；数出来的、按间隔推算的也不补",
    ]


def test_one_beside_words_with_no_mask_by_them(tree: Tree) -> None:
    tree.with_originals()
    tree.replace(BIAN_ZU, "state: redacted, raw: x个活动小组", "state: given, value: 1, raw: 街坊邻居")
    assert tree.told() == []
