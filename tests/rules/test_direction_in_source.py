import pytest

from tests.small_tree import Tree

KE_TANG = "practices/wei-yuan-ke-tang.yml"
THEIRS = "由委员轮流登台,由小组组长向政协党组汇报,主席会议每季听取专委会关于课堂的汇报,党员委员联系党外委员,专委会联系联络员,选派业务骨干到市政协学习"


def told(tree: Tree, text: str) -> list[str]:
    tree.with_originals()
    tree.write("originals/hui-bian.txt", tree.read("originals/hui-bian.txt").replace("由委员轮流登台", THEIRS))
    tree.replace(KE_TANG, "text: 委员轮流讲课", f"text: {text}")
    return [line.partition("] ")[2].partition(" | ")[0] for line in tree.told() if "direction-in-source" in line]


@pytest.mark.parametrize(("text", "theirs"), [
    ("由政协党组向小组组长汇报", "由小组组长向政协党组汇报"),
    ("政协党组把情况汇报给小组组长", "由小组组长向政协党组汇报"),
    ("听政协党组的汇报", "由小组组长向政协党组汇报"),
    ("主席会议每季向专委会汇报课堂", "主席会议每季听取专委会关于课堂的汇报"),
    ("党外委员联系党员委员", "党员委员联系党外委员"),
    ("市政协选派业务骨干来学习", "选派业务骨干到市政协学习"),
    ("党员委员联系联络员", "专委会联系联络员"),
])
def test_the_other_way_round(tree: Tree, text: str, theirs: str) -> None:
    assert told(tree, text) == [f"“{text}”的方向与原文不同：第2段写的是“{theirs}”"]


@pytest.mark.parametrize("text", [
    "小组组长来汇报，听的是政协党组", "向政协党组汇报", "组长把情况汇报给党组", "课堂情况由专委会向主席会议汇报", "主席会议听专委会汇报",
    "党外委员有党员委员来联系", "每位党员委员都联系党外委员", "党员联系党外的委员", "派骨干去市政协学习", "业务骨干到市政协学习", "专委会与联络员联系", "联络员负责联系群众",
    "委员轮流讲课，联系群众", "请委员来讲课", "小组组长要汇报", "骨干由县里选派，到市政协去学习",
    "小组组长大事请示政协党组，要事汇报政协党组", "组长在专委会的会议室旁听成套的讲座和报告",
])
def test_the_same_in_other_words(tree: Tree, text: str) -> None:
    assert told(tree, text) == []


@pytest.mark.parametrize(("text", "found"), [
    ("党组组长除了一个机关支部之外还联系科技支部", []),
    ("由主任、副主任分别联系功能型支部", []),
    ("由委员小组联系功能型支部", ["“由委员小组联系功能型支部”的方向与原文不同：第2段写的是“专委会联系功能型支部”"]),
])
def test_besides_and_the_people_of_a_body(tree: Tree, text: str, found: list[str]) -> None:
    tree.with_originals()
    tree.write("originals/hui-bian.txt", tree.read("originals/hui-bian.txt").replace(
        "由委员轮流登台", "由委员轮流登台,专委会联系功能型支部,主任联系机关支部和科技支部,副主任联系科技支部,组长联系科技支部和机关支部,委员小组联系专家"))
    tree.replace(KE_TANG, "text: 委员轮流讲课", f"text: {text}")
    assert [line.partition("] ")[2].partition(" | ")[0] for line in tree.told() if "direction-in-source" in line] == found
