from tests.small_tree import Tree

KE_TANG = "practices/wei-yuan-ke-tang.yml"


def test_a_summary_without_a_stop(tree: Tree) -> None:
    tree.replace(KE_TANG, "轮流讲课。", "轮流讲课")
    assert tree.told() == [
        "data/practices/wei-yuan-ke-tang.yml:2:10 提醒[summary-stop] 摘要不是以句号结尾 | 写成完整的一句话，加上句号",
    ]
