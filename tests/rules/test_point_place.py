from tests.small_tree import Tree

BIAN_ZU = "practices/wei-yuan-bian-zu.yml"
KE_TANG = "practices/wei-yuan-ke-tang.yml"


def test_a_point_without_place_among_several(tree: Tree) -> None:
    tree.replace(BIAN_ZU, '谋划按行业编组, at: ["1"]', "谋划按行业编组")
    assert tree.told() == [
        'data/practices/wei-yuan-bian-zu.yml:19:9 错误[point-place] 这家做法有 2 个出处，这条要点没有写是哪一个 | 补上出处，例如 at: ["1"]（可写：1、2）',
    ]


def test_a_point_outside_its_account(tree: Tree) -> None:
    tree.replace(KE_TANG, "委员轮流讲课}", '委员轮流讲课, at: ["1"]}')
    assert tree.told() == [
        "data/practices/wei-yuan-ke-tang.yml:10:42 错误[point-place] 出处“1”不在这家做法的出处（2.2）之内 | 改成其中之一，或在这家做法的出处（at）里加上 1",
    ]
