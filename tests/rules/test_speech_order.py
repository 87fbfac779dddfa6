from tests.small_tree import Tree

YI = "speeches/yi-xian.yml"


def test_two_speeches_at_one_place(tree: Tree) -> None:
    tree.replace(YI, "order: 2", "order: 1")
    assert tree.told() == [
        "data/speeches/yi-xian.yml:3:8 错误[speech-order] 篇次 1 已经用于发言“jia-shi” | 核对来源的目录，改成正确的篇次",
    ]
