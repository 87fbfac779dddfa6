from tests.small_tree import Tree

BIAN_ZU = "practices/wei-yuan-bian-zu.yml"
KE_TANG = "practices/wei-yuan-ke-tang.yml"


def test_a_misspelt_topic(tree: Tree) -> None:
    tree.replace(KE_TANG, "topics: [member-duty]", "topics: [member-dutty]")
    assert tree.told() == [
        "data/practices/wei-yuan-ke-tang.yml:4:10 错误[unknown-reference] 没有编号为“member-dutty”的专题 | 是不是 member-duty（委员履职）？没有就先新建这个专题",
    ]


def test_an_id_of_another_kind(tree: Tree) -> None:
    tree.replace(KE_TANG, "topics: [member-duty]", "topics: [weak-participation]")
    assert tree.told() == [
        "data/practices/wei-yuan-ke-tang.yml:4:10 错误[unknown-reference] “weak-participation”是问题的编号，这里要写专题的编号 | 先新建这个专题，或改成已有的编号",
    ]


def test_a_link_to_nothing(tree: Tree) -> None:
    tree.replace(BIAN_ZU, "to: wei-yuan-ke-tang", "to: mei-you")
    assert tree.told() == [
        "data/practices/wei-yuan-bian-zu.yml:22:10 错误[unknown-reference] 没有编号为“mei-you”的做法 | 先新建这个做法，或改成已有的编号",
    ]


def test_a_former_id(tree: Tree) -> None:
    tree.replace(KE_TANG, "added: 2026-11-24", "added: 2026-11-24\nformerly: [jiu-ke-tang]")
    tree.replace(BIAN_ZU, "to: wei-yuan-ke-tang", "to: jiu-ke-tang")
    assert tree.told() == [
        "data/practices/wei-yuan-bian-zu.yml:22:10 错误[unknown-reference] 没有编号为“jiu-ke-tang”的做法 | 这个做法改了编号，写 wei-yuan-ke-tang（委员课堂）",
    ]
