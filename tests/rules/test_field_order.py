from tests.small_tree import Tree

KE_TANG = "practices/wei-yuan-ke-tang.yml"


def test_fields_out_of_order(tree: Tree) -> None:
    tree.replace(KE_TANG, "{aspect: how, text: 委员轮流讲课}", "{text: 委员轮流讲课, aspect: how}")
    assert tree.told() == [
        "data/practices/wei-yuan-ke-tang.yml:10:9 提醒[field-order] 字段没有按固定的次序写 | 改成：aspect、text（kb check --fix 会改）",
    ]
