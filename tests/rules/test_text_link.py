from tests.small_tree import Tree

BIAN_ZU = "practices/wei-yuan-bian-zu.yml"


def test_a_misspelt_link(tree: Tree) -> None:
    tree.replace(BIAN_ZU, "[[t-san-lian]]", "[[t-san-lain]]")
    assert tree.told() == [
        "data/practices/wei-yuan-bian-zu.yml:20:37 错误[text-link] 文字里的链接 [[t-san-lain]] 没有对应的条目 | 是不是 [[t-san-lian]]（术语）？",
    ]


def test_a_link_to_nothing(tree: Tree) -> None:
    tree.replace(BIAN_ZU, "[[t-san-lian]]", "[[mei-you]]")
    assert tree.told() == [
        "data/practices/wei-yuan-bian-zu.yml:20:37 错误[text-link] 文字里的链接 [[mei-you]] 没有对应的条目 | 删去双方括号，或改成已有的编号",
    ]
