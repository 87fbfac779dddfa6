from tests.small_tree import Tree

KE_TANG = "practices/wei-yuan-ke-tang.yml"


def test_straight_marks_around_chinese(tree: Tree) -> None:
    tree.replace(KE_TANG, "text: 委员轮流讲课", 'text: 委员"轮流"讲课')
    assert tree.told() == [
        'data/practices/wei-yuan-ke-tang.yml:10:31 提醒[straight-quotes] 引号用了 " | 换成“ ”（kb check --fix 会改）',
    ]
