import pytest

from macros.rules import planned_as_done
from tests.small_tree import Tree

BIAN_ZU = "practices/wei-yuan-bian-zu.yml"
KE_TANG = "practices/wei-yuan-ke-tang.yml"


def test_a_point_of_a_plan_told_as_done(tree: Tree) -> None:
    tree.replace(BIAN_ZU, "谋划按行业编组", "已经建成行业小组")
    assert tree.told() == [
        "data/practices/wei-yuan-bian-zu.yml:19:29 错误[planned-as-done] 进展是“计划”，这里却写成“已经建成”，像是已经做到 | 改成“拟、要、计划”一类的说法，例如“计划建成行业小组”；原文确实说已经做到，就改进展（status）和依据（cue）",
    ]


def test_a_summary_of_plans_told_as_done(tree: Tree) -> None:
    tree.replace(KE_TANG, "status: under-way, cue: 正在", "status: planned, cue: 拟")
    tree.replace(KE_TANG, "开办课堂，", "开设了课堂，")
    assert tree.told() == [
        "data/practices/wei-yuan-ke-tang.yml:2:10 错误[planned-as-done] 进展是“计划”，这里却写成“开设了”，像是已经做到 | 改成“拟、要、计划”一类的说法，例如“计划开设课堂”；原文确实说已经做到，就改进展（status）和依据（cue）",
    ]


@pytest.mark.parametrize(("text", "status", "written"), [
    ("xx县政协召开了三次夜谈会", "planned", "xx县政协计划召开三次夜谈会"),
    ("已把夜谈会搬到院坝里", "planned", "计划把夜谈会搬到院坝里"),
    ("夜谈会已在院坝里办，没有花钱", "called-for", "夜谈会要在院坝里办"),
    ("把茶摊设在了院坝", "planned", "计划把茶摊设在院坝"),
    ("已经建成茶摊并已开张", "planned", None),  # what is left would be told as done still
    ("夜谈会深受欢迎", "planned", None),
])
def test_what_is_offered_can_be_written_as_it_is(tree: Tree, text: str, status: str, written: str | None) -> None:
    tree.replace(BIAN_ZU, "status: planned", f"status: {status}")
    tree.replace(BIAN_ZU, "谋划按行业编组", text)
    offered = [line.partition("例如“")[2].partition("”；")[0] or None for line in tree.told() if "planned-as-done" in line]
    assert offered == [written]
    if written:
        tree.replace(BIAN_ZU, text.split("，")[0], written)
        assert [line for line in tree.told() if "planned-as-done" in line] == []


@pytest.mark.parametrize("text", [
    "没有说已经建成", "是否已设立，原文没有写", "利用已有的渠道", "拟建立联络点", "尚未建成", "要在年底前建成",
])
def test_what_denies_or_plans_is_not_told_as_done(text: str) -> None:
    assert planned_as_done.told_as_done(text) is None
