from tests.small_tree import Tree

KE_TANG = "practices/wei-yuan-ke-tang.yml"


def test_a_sentence_of_the_source(tree: Tree) -> None:
    tree.with_originals()
    tree.replace(KE_TANG, "委员轮流讲课}", "按小组走进社区听取街坊邻居关于停车和养老的意见}")
    assert tree.told() == [
        "data/practices/wei-yuan-ke-tang.yml:10:29 错误[copied-text] 连续 23 个字与原文相同：按小组走进社区听取街坊邻居关于停车和养老的意见 | 用自己的话写；事实照搬，句子不照搬",
    ]
