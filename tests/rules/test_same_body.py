from tests.small_tree import Tree

BODIES = "organizations.yml"


def _register(tree: Tree, name: str, more: str = "") -> None:
    tree.write(BODIES, tree.read(BODIES).rstrip() + f"\nlai-de-wan:\n  name: {name}\n  name_state: named\n  level: city\n{more}")


def test_another_way_to_write_a_name(tree: Tree) -> None:
    _register(tree, "政协甲子市委员会")
    tree.replace(BODIES, "name: 甲市政协", "name: 甲子市政协")
    assert tree.told() == [
        "data/organizations.yml:12:9 提醒[same-body] “政协甲子市委员会”与 jia-shi-zheng-xie（甲子市政协）像是同一家"
        " | 是同一家：发言里都写 organization: jia-shi-zheng-xie，删去这一段；不是，就在说明（note）里写明不同在哪里，并写 exempt: [{rule: same-body, why: 理由}]（不检查）"]


def test_an_exemption_says_that_they_are_two(tree: Tree) -> None:
    tree.replace(BODIES, "name: 甲市政协", "name: 甲子市政协")
    _register(tree, "甲子政协", "  exempt:\n    - {rule: same-body, why: 甲子是另一处的地名}\n")
    assert tree.told() == []


def test_other_names_pass(tree: Tree) -> None:
    _register(tree, "丙丁市政协")
    assert tree.told() == []
