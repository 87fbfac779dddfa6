import pytest

from tests.small_tree import Tree

KE_TANG = "practices/wei-yuan-ke-tang.yml"


def test_a_summary_without_a_stop(tree: Tree) -> None:
    tree.replace(KE_TANG, "轮流讲课。", "轮流讲课")
    assert tree.told() == [
        "data/practices/wei-yuan-ke-tang.yml:2:10 提醒[summary-stop] 摘要不是以句号结尾 | 写成完整的一句话，加上句号",
    ]


@pytest.mark.parametrize(("behind", "code"), [
    (" #试行。", "cut-by-hash"), (" # 试行。", "cut-by-hash"), ("\t#试行。", "cut-by-hash"), (" #1 讲堂。", "cut-by-hash"),
    ("  # 看第 3 段", "summary-stop"), ("#试行", "summary-stop"),
])
def test_a_summary_that_a_hash_cuts_is_told_once(tree: Tree, behind: str, code: str) -> None:
    tree.replace(KE_TANG, "轮流讲课。", f"轮流讲课{behind}")
    assert [line.partition("[")[2].partition("]")[0] for line in tree.told()] == [code]
