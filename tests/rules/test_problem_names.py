import pytest

from tests.small_tree import Tree

PROBLEMS = "problems.yml"


def told(tree: Tree, summary: str) -> list[str]:
    tree.replace(PROBLEMS, "  synonyms:", f"  summary: {summary}\n  synonyms:")
    return [line for line in tree.told() if "problem-names" in line]


def test_a_practice_that_does_not_answer_it(tree: Tree) -> None:
    assert told(tree, "讲到用“委员课堂”和委员编组来应对。") == [
        "data/problems.yml:3:16 提醒[problem-names] 说明里点到“委员课堂”，那条做法（wei-yuan-ke-tang）却没有写这个问题 | "
        "原文说它应对这个问题，就在那条做法加上 problems: [weak-participation]；没有这样说，就从说明里删去"]


def test_a_short_name_of_what_answers_it(tree: Tree) -> None:
    tree.replace("practices/wei-yuan-ke-tang.yml", "title: 委员课堂", "title: 委员课堂\naliases: [行业小组]")
    tree.replace("practices/wei-yuan-bian-zu.yml", "aliases: [委员小组]", "aliases: [按行业小组活动]")
    assert told(tree, "讲到行业小组。") == []


@pytest.mark.parametrize("summary", [
    "讲到用委员编组来应对。", "用委员小组来应对。", "没有讲到委员课堂。", "甲市政协〔委员课堂〕讲到编组。", "课堂上讲过。",
])
def test_what_answers_it_or_is_not_said_to(tree: Tree, summary: str) -> None:
    assert told(tree, summary) == []
