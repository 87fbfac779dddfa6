from tests.small_tree import Tree

BODIES = "organizations.yml"
CURE = "原文隐去的字照样隐去：name: xx县政协，name_state: masked"


def test_a_hidden_name_is_filled_in(tree: Tree) -> None:
    tree.replace(BODIES, "name: xx县政协\n  name_state: masked", "name: 乙县政协\n  name_state: named")
    assert tree.told() == [f"data/organizations.yml:7:9 错误[filled-name] 原文写作“xx县政协”，名称却写成了“乙县政协” | {CURE}"]


def test_a_part_of_it_is_filled_in(tree: Tree) -> None:
    tree.replace(BODIES, "raw: xx县政协", "raw: xx市xx县政协")
    tree.replace(BODIES, "name: xx县政协", "name: 丁市xx县政协")
    assert [line.partition(" | ")[0] for line in tree.told()] == ["data/organizations.yml:7:9 错误[filled-name] 原文写作“xx市xx县政协”，名称却写成了“丁市xx县政协”"]


def test_hidden_but_written_out(tree: Tree) -> None:
    tree.replace(BODIES, "name: xx县政协\n", "name: 乙县政协\n")
    tree.replace(BODIES, "  raw: xx县政协\n", "")
    assert [line.partition(" | ")[0] for line in tree.told()] == ["data/organizations.yml:7:9 错误[filled-name] 名称标为隐去，却写成了“乙县政协”，没有遮盖的字"]


def test_a_shorter_name_that_hides_the_same(tree: Tree) -> None:
    tree.replace(BODIES, "raw: xx县政协", "raw: 丙省xx县政协党组")
    assert tree.told() == []
