import pytest

from tests.small_tree import Tree

KE_TANG = "practices/wei-yuan-ke-tang.yml"


def told(tree: Tree, text: str) -> list[str]:
    tree.with_originals()
    tree.write("originals/hui-bian.txt", tree.read("originals/hui-bian.txt").replace(
        "由委员轮流登台", '由委员轮流登台,增加相应的课时,开展线下交流,同时开展"云课堂"线上直播,作为固定场所,联系党外委员'))
    tree.replace(KE_TANG, "text: 委员轮流讲课", f"text: {text}")
    return [line.partition("] ")[2].partition(" | ")[0] for line in tree.told() if "opposite-in-source" in line]


@pytest.mark.parametrize(("text", "expected"), [
    ("精简课时", "“精简”与原文相反：第2段写的是“增加相应的课时”"),
    ("线上交流，线下直播", "“线上”与原文相反：第2段写的是“开展线下交流”"),
    ("流动场所", "“流动”与原文相反：第2段写的是“作为固定场所”"),
    ("联系党内委员", "“党内”与原文相反：第2段写的是“联系党外委员”"),
    ("线上交流，也看直播，线下直播", "“线上”与原文相反：第2段写的是“开展线下交流”"),
])
def test_the_opposite(tree: Tree, text: str, expected: str) -> None:
    assert told(tree, text) == [expected]


@pytest.mark.parametrize("text", [
    "课时有所增加", "扩充课时", "线下交流，线上直播", "场所是固定的", "不减少课时", "减少填表", "党内党外的委员都来", "流动的讲师", "线上和线下一起办", "有固定的场所",
    "增加委员的课时", "线上看直播", "为党外的委员讲课", "集中讲课", "是否流动场所没有写", "党内外委员都联系", "线上和线下的交流", "固定、流动场所", "线上线下交流",
])
def test_what_is_no_opposite(tree: Tree, text: str) -> None:
    assert told(tree, text) == []


@pytest.mark.parametrize(("text", "found"), [("会后提问", []), ("课后提问", ["“课后”与原文相反：第2段写的是“课前提问”"])])
def test_a_source_that_names_both_sides_in_a_word(tree: Tree, text: str, found: list[str]) -> None:
    tree.with_originals()
    tree.write("originals/hui-bian.txt", tree.read("originals/hui-bian.txt").replace("由委员轮流登台", "由委员轮流登台,会前后提问,课前提问"))
    tree.replace(KE_TANG, "text: 委员轮流讲课", f"text: {text}")
    assert [line.partition("] ")[2].partition(" | ")[0] for line in tree.told() if "opposite-in-source" in line] == found
