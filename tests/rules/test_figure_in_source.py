from tests.small_tree import Tree

KE_TANG = "practices/wei-yuan-ke-tang.yml"


def test_a_figure_quoted_wrong(tree: Tree) -> None:
    tree.with_originals()
    tree.replace(KE_TANG, "raw: 每月至少两次", "raw: 每月两次")
    assert tree.told() == [
        "data/practices/wei-yuan-ke-tang.yml:12:69 错误[figure-in-source] “每月两次”在原文所引的第2段里没有（原文写的是“每月至少两次”） | 照抄原文带数字或 x 的几个字；写错了段号就改出处（at）",
    ]
