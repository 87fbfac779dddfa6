import pytest

from tests.small_tree import Tree

TERM = "t-san-lian:\n  term: 四步\n  expansion: {}\n  at:\n    - {{speech: yi-xian, at: [\"2\"]}}\n"


def told(tree: Tree, expansion: str) -> list[str]:
    tree.with_originals()
    tree.write("originals/hui-bian.txt", tree.read("originals/hui-bian.txt").replace(
        '发挥"三联"机制作用', '发挥"三联"机制作用,分"四步"走:提出议题、入户走访、开会商量、答复群众'))
    tree.write("terms.yml", TERM.format(expansion))
    return [line for line in tree.told() if "undefined-term" not in line]


LIST = "第2段写的是“提出议题、入户走访、开会商量、答复群众”"


@pytest.mark.parametrize(("expansion", "expected"), [
    ("提出议题、入户走访、网上商量、答复群众", f"“四步”所指里的“网上商量”，原文没有：{LIST}"),
    ("提出议题、入户走访、开会商量、答复委员", "“四步”所指里的“答复委员”，原文没有：第2段写的是“提出议题、入户走访、开会商量”"),
])
def test_an_item_that_is_another_one(tree: Tree, expansion: str, expected: str) -> None:
    assert told(tree, expansion) == [f"data/terms.yml:3:{14 + expansion.index(expected.split('“')[2].split('”')[0])} 错误[expansion-in-source] {expected}"
                                     " | 照原文列；原文没有解释的，写 unexplained: true"]


@pytest.mark.parametrize(("expansion", "ours", "theirs"), [
    ("提出走访、入户议题、开会商量、答复群众", "提出走访、入户议题", "提出议题、入户走访"), ("提出议题、入户走查、开会商量、答复群众", "入户走查", "入户走访"),
])
def test_halves_that_were_exchanged_and_a_word_altered(tree: Tree, expansion: str, ours: str, theirs: str) -> None:
    [line] = told(tree, expansion)
    assert line.endswith(f"错误[expansion-in-source] “四步”所指里的“{ours}”，与原文不同：第2段写的是“{theirs}” | 照原文列；原文没有解释的，写 unexplained: true")


@pytest.mark.parametrize("expansion", ["提出议题、入户走访、开会商量、答复群众", "提出议题、入户走访、开会商量和答复群众", "先提议题，再去走访，然后商量、答复", "从提出议题到答复群众的四个步骤"])
def test_the_same_items_and_words_of_ones_own(tree: Tree, expansion: str) -> None:
    assert told(tree, expansion) == []


@pytest.mark.parametrize(("expansion", "expected"), [
    ("提出议题、召开听证会", ["“四步”所指里的“召开听证会”，原文第2段里没有"]), ("四步指提出议题，走进咨询室", ["“四步”所指里的“走进咨询室”，原文第2段里没有"]),
    ("提出议题、开会", []), ("在各乡镇的联络点提出议题", []),
])
def test_a_meeting_or_place_of_which_the_source_has_nothing(tree: Tree, expansion: str, expected: list[str]) -> None:
    assert [line.partition("] ")[2].partition(" | ")[0] for line in told(tree, expansion) if "expansion-in-source" in line] == expected
