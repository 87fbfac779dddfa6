from macros.library.catalog import load
from macros.library.known_names import KnownNames
from tests.small_tree import Tree


def names(tree: Tree) -> KnownNames:
    tree.replace("practices/wei-yuan-ke-tang.yml", "summary:", "keywords: [三讲课堂]\nsummary:")
    return KnownNames(load(tree.root)[0])


def test_a_number_is_covered_by_a_longer_name_that_stands_there(tree: Tree) -> None:
    known, text = names(tree), "三讲课堂办了三讲"
    assert (known.covers(text, 0, 2), known.covers(text, 6, 8)) == (True, False)


def test_not_by_a_name_that_only_the_practice_itself_has(tree: Tree) -> None:
    known = names(tree)
    assert known.covers("三讲课堂", 0, 2, "wei-yuan-bian-zu")
    assert not known.covers("三讲课堂", 0, 2, "wei-yuan-ke-tang")


def test_what_is_a_name_or_part_of_one(tree: Tree) -> None:
    known = names(tree)
    assert [known.has(words) for words in ("三联", "委员小组", "建强队伍", "“委员·编组”", "板凳", "")] == [True, True, True, True, False, False]
