import pytest

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
        "data/practices/wei-yuan-bian-zu.yml:20:37 错误[text-link] 文字里的链接 [[mei-you]] 没有对应的条目 | 把它连双方括号一起换成要说的名称（编号不能留在文字里），或改成已有的编号",
    ]


def test_links_in_brackets_of_several_shapes_are_each_told_once(tree: Tree) -> None:
    tree.replace(BIAN_ZU, "[[t-san-lian]]", "【【t-san-lian】】和［［wei-yuan-ke-tang］］")
    assert [line.split(" ", 1)[1] for line in tree.told() if "text-link" in line] == [
        "错误[text-link] 【【t-san-lian】】 用了全角括号，不会成为链接 | 换成半角括号，括号里写编号：[[t-san-lian]]",
        "错误[text-link] ［［wei-yuan-ke-tang］］ 用了全角括号，不会成为链接 | 换成半角括号，括号里写编号：[[wei-yuan-ke-tang]]",
    ]


@pytest.mark.parametrize(("written", "shown", "said"), [
    ("[[t-san-lian]", "[[t-san-lian]", "少了一个方括号，不会成为链接 | 两边各写两个，写成 [[t-san-lian]]"),
    ("[t-san-lian]]", "[t-san-lian]]", "少了一个方括号，不会成为链接 | 两边各写两个，写成 [[t-san-lian]]"),
    ("[[三联]", "[[三联]", "少了一个方括号，不会成为链接 | 两边各写两个，写成 [[t-san-lian]]"),
    ("[[mei-you]", "[[mei-you]", "少了一个方括号，不会成为链接 | 是链接，就写成 [[编号]]；不是，就删去方括号"),
    ("[[t-san-lian", "[[t-san-lian", "缺了方括号，不会成为链接 | 两边各写两个，写成 [[t-san-lian]]"),
    ("三联]]", "]]", "缺了方括号，不会成为链接 | 是链接，就写成 [[编号]]；不是，就删去方括号"),
    ("[[t-san-lian]]]", "[[t-san-lian]]]", "多了一个方括号，不会成为链接 | 两边各写两个，写成 [[t-san-lian]]"),
])
def test_a_link_with_a_bracket_too_few_or_too_many(tree: Tree, written: str, shown: str, said: str) -> None:
    tree.replace(BIAN_ZU, "[[t-san-lian]]", written)
    assert [line.partition("] ")[2] for line in tree.told() if "方括号" in line] == [f"链接 {shown} {said}"]


def test_a_link_in_brackets_of_a_sentence_is_none_too_many(tree: Tree) -> None:
    tree.replace(BIAN_ZU, "“[[t-san-lian]]”", "[见[[t-san-lian]]]、[[[t-san-lian]]]")
    assert not any("方括号" in line for line in tree.told())
