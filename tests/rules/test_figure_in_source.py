from tests.small_tree import Tree

KE_TANG = "practices/wei-yuan-ke-tang.yml"


def test_a_figure_quoted_wrong(tree: Tree) -> None:
    tree.with_originals()
    tree.replace(KE_TANG, "raw: 每月至少两次", "raw: 每月两次")
    assert tree.told() == [
        "data/practices/wei-yuan-ke-tang.yml:12:69 错误[figure-in-source] “每月两次”在原文所引的第2段里没有（原文写的是“每月至少两次”） | 照抄原文带数字或 x 的几个字；写错了段号就改出处（at）",
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
