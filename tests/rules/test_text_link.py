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


def test_links_in_brackets_of_several_shapes_are_each_told_once(tree: Tree) -> None:
    tree.replace(BIAN_ZU, "[[t-san-lian]]", "【【t-san-lian】】和［［wei-yuan-ke-tang］］")
    assert [line.split(" ", 1)[1] for line in tree.told() if "text-link" in line] == [
        "错误[text-link] 【【t-san-lian】】 用了全角括号，不会成为链接 | 换成半角括号，括号里写编号：[[t-san-lian]]",
        "错误[text-link] ［［wei-yuan-ke-tang］］ 用了全角括号，不会成为链接 | 换成半角括号，括号里写编号：[[wei-yuan-ke-tang]]",
    ]
