import pytest

from tests.small_tree import Tree

BIAN_ZU = "practices/wei-yuan-bian-zu.yml"
CURE = "是两个名称，换成半角逗号加一个空格（, ）；本来就是一个名称，给它加半角双引号"


@pytest.mark.parametrize("with_text", [False, True])
def test_two_names_that_became_one(tree: Tree, with_text: bool) -> None:
    if with_text:
        tree.with_originals()
    tree.replace(BIAN_ZU, "aliases: [委员小组]", "aliases: [委员小组，活动小组]")
    assert tree.told() == [
        f"data/practices/wei-yuan-bian-zu.yml:2:11 提醒[comma-in-list] “委员小组，活动小组”成了一个名称：中间是“，”，不是半角逗号 | {CURE}"]


def test_a_name_in_quotation_marks_is_one(tree: Tree) -> None:
    tree.replace(BIAN_ZU, "aliases: [委员小组]", 'aliases: ["委员小组，活动小组"]')
    assert tree.told() == []
