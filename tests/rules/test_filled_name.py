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


def test_the_level_of_a_hidden_name_is_what_its_last_word_says(tree: Tree) -> None:
    tree.replace(BODIES, "raw: xx县政协", "raw: xx市xx县政协")
    level = next(line for line in tree.read(BODIES).split("xx-xian-zheng-xie:")[1].split("\n") if "level:" in line)
    tree.replace(BODIES, level + "\n  raw: xx市", "  level: city\n  raw: xx市")
    [line] = tree.told()
    assert line.partition("] ")[2] == ("原文写作“xx市xx县政协”，层级却写了 city（市级） | 按字面写 level: county（县级）；发言里看得出是市级的，在说明（note）里写明“按市级列”和依据")
    tree.replace(BODIES, "  raw: xx市xx县政协", "  raw: xx市xx县政协\n  note: 发言说的是全市的工作，按市级列。")
    assert tree.told() == []
