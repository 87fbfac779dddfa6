"""A password or key in an entry is a reminder that does not repeat it."""

from tests.small_tree import Tree

KE_TANG = "practices/wei-yuan-ke-tang.yml"


def test_a_password_is_a_reminder(tree: Tree) -> None:
    tree.replace(KE_TANG, "请委员轮流讲课。", "口令是abc1234。")
    assert tree.told() == [f"data/{KE_TANG}:2:18 提醒[secret] 这里像是写了密码或口令 a****，会公开 | 删去，再到发给你的地方作废它，换一个新的；举例的，写成 ******"]


def test_a_masked_one_passes(tree: Tree) -> None:
    tree.replace(KE_TANG, "请委员轮流讲课。", "口令是******。")
    assert tree.told() == []
