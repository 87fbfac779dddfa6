from tests.small_tree import Tree

KE_TANG = "practices/wei-yuan-ke-tang.yml"


def told(tree: Tree, text: str) -> list[str]:
    tree.with_originals()
    tree.write("originals/hui-bian.txt", tree.read("originals/hui-bian.txt").replace("由委员轮流登台", "讲稿送市政协提案委员会,由委员轮流登台"))
    tree.replace(KE_TANG, "text: 委员轮流讲课", f"text: {text}")
    return [line for line in tree.told() if "level-in-source" in line]


def test_a_body_of_another_level(tree: Tree) -> None:
    assert told(tree, "讲完把稿子送省政协提案委员会") == [
        "data/practices/wei-yuan-ke-tang.yml:10:35 提醒[level-in-source] “省政协提案委员会”的级别与原文不同：第2段写的是“讲稿送市政协提案委员会” | 照原文写是哪一级的"]


def test_its_level_or_none_is_right(tree: Tree) -> None:
    assert told(tree, "讲完把稿子送市政协提案委员会") == []


def test_what_is_short_for_it_is_right(tree: Tree) -> None:
    assert told(tree, "讲完把稿子交给提案委") == []
