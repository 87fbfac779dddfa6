from tests.small_tree import Tree

BIAN_ZU = "practices/wei-yuan-bian-zu.yml"


def test_a_point_with_the_masked_number(tree: Tree) -> None:
    tree.replace(BIAN_ZU, "全体委员都编入小组", "全体委员编入6个活动小组")
    assert tree.told() == [
        "data/practices/wei-yuan-bian-zu.yml:12:35 错误[masked-number] “6个活动”里的数，原文隐去了（x个活动小组） | 照原文写成“x个活动小组”，或不写数",
    ]


def test_a_summary_with_the_masked_number(tree: Tree) -> None:
    tree.replace(BIAN_ZU, "把委员编进小组", "把委员编进八个活动小组")
    assert tree.told() == [
        "data/practices/wei-yuan-bian-zu.yml:3:15 错误[masked-number] “八个活动”里的数，原文隐去了（x个活动小组） | 照原文写成“x个活动小组”，或不写数",
    ]
