"""A password in an address of an entry is an error that does not repeat it."""

from tests.small_tree import Tree

KE_TANG = "practices/wei-yuan-ke-tang.yml"


def test_a_password_in_an_address_is_told_once_and_not_repeated(tree: Tree) -> None:
    tree.replace(KE_TANG, "请委员轮流讲课。", "见https://wang:p!q@163.com。")
    assert tree.told() == [f"data/{KE_TANG}:2:16 错误[secret-address] 地址 https://****@163.com 里带着用户名和密码，会公开 | "
                           "删去 // 和 @ 之间的部分，连 @ 一起；再换一个新密码"]
