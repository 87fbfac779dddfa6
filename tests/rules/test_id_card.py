from tests.small_tree import Tree

KE_TANG = "practices/wei-yuan-ke-tang.yml"


def test_the_number_of_an_identity_card_is_an_error_and_is_not_repeated(tree: Tree) -> None:
    tree.replace(KE_TANG, "请委员轮流讲课。", "请张某讲课，身份证11010519491231002X。")
    assert tree.told() == [f"data/{KE_TANG}:2:24 错误[id-card] 这里有身份证号 110****2X | 删去"]


def test_other_long_numbers_pass(tree: Tree) -> None:
    tree.replace(KE_TANG, "请委员轮流讲课。", "编号110105194912310021，身份证110105********002X。")
    assert tree.told() == []
