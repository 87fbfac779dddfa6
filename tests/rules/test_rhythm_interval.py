from tests.small_tree import Tree

KE_TANG = "practices/wei-yuan-ke-tang.yml"


def test_a_rhythm_without_interval_is_told_and_the_entry_is_read_all_the_same(tree: Tree) -> None:
    tree.replace(KE_TANG, "{aspect: how, text: 委员轮流讲课}", "{aspect: rhythm, text: 每月讲课, every: month}")
    tree.replace(KE_TANG, "value: 2", "value: 3")
    assert [line.split(" | ")[0] for line in tree.told()] == [
        "data/practices/wei-yuan-ke-tang.yml:10:9 错误[rhythm-interval] 这一点讲多久一次，没有写原文写法（raw）",
        "data/practices/wei-yuan-ke-tang.yml:12:44 错误[value-against-raw] 数值（value）写了 3，原文写法（raw）“每月至少两次”里是 每月至少两次，两处不一致"]


def test_one_of_before_there_were_these_fields_stays(tree: Tree) -> None:
    tree.replace(KE_TANG, "{aspect: how, text: 委员轮流讲课}", "{aspect: rhythm, text: 每月讲课}")
    assert tree.told() == []


def test_one_that_has_both(tree: Tree) -> None:
    tree.replace(KE_TANG, "{aspect: how, text: 委员轮流讲课}", "{aspect: rhythm, text: 每月讲课, every: month, raw: 每月至少两次}")
    assert tree.told() == []
