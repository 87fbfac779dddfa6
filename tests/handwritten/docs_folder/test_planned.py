"""Pages do not tell as done what all accounts only plan."""

import pytest

from tests.handwritten.docs_folder.prose import BIAN_ZU, JIA, KE_TANG, told
from tests.small_tree import Tree

YI = '{{ organization("xx-xian-zheng-xie") }}'
CURE = "改成“拟、要、计划”一类的说法；原文确实说已经做到，就先改那一条的 progress 和依据"
EXPLORED = "改成“探索、尝试”一类的说法；原文确实说已经做到，就先改那一条的 progress 和依据"


@pytest.fixture
def planned(tree: Tree) -> Tree:
    """The small library, where the class is only planned."""
    tree.replace("practices/wei-yuan-ke-tang.yml", "status: under-way, cue: 正在", "status: planned, cue: 打算")
    return tree


def line(column: int, words: str, status: str = "计划") -> str:
    return f"9:{column} error planned-elsewhere 说的做法进展是“{status}”，这里却写成“{words}”，像是已经做到 | {EXPLORED if status == '探索' else CURE}"


@pytest.mark.parametrize(("prose", "expected"), [
    (f"{KE_TANG}已经开办。", [line(35, "已经开")]),
    (f"课堂办起了，看{KE_TANG}。", [line(3, "办起了")]),
    (f"{BIAN_ZU}有两家：{YI}早就编好，{JIA}编成了。", [line(78, "早就")]),
    (f"看{KE_TANG}。委员们常年去听。", [line(40, "常年")]),
    ("委员课堂去年开课。", [line(5, "去年")]),
    (f"{YI}已经做起来。", [line(40, "已经做")]),
])
def test_planned_is_not_told_as_done(planned: Tree, prose: str, expected: list[str]) -> None:
    assert told(planned, prose) == expected


@pytest.mark.parametrize(("prose", "expected"), [
    (f"{JIA}和{YI}都讲{BIAN_ZU}：前者编成了，后者建起来了。", [line(125, "建起来了")]), (f"{YI}和{JIA}都讲{BIAN_ZU}：前者打算做，后者编成了。", []),
    (f"{JIA}、{YI}和{JIA}都讲{BIAN_ZU}：前者打算做，前者已经编成。", []),
])
def test_who_the_former_and_the_latter_are(planned: Tree, prose: str, expected: list[str]) -> None:
    assert told(planned, prose) == expected


@pytest.mark.parametrize(("prose", "expected"), [
    (f"{KE_TANG}的讲义已经编写。", ["9:38 warning plan-in-source “已经编写”像是已经做到，原文没有这样说：《编组与课堂》第2段写的是“正在编写讲义”"]),
    (f"看{KE_TANG}，已经开办。", ["9:37 warning plan-in-source “已经开办”像是已经做到，原文没有这样说：《编组与课堂》第2段写的是“二是正在开办委员课堂”"]),
    ("课堂讲义已经编写。", ["9:5 warning plan-in-source “已经编写”像是已经做到，原文没有这样说：《编组与课堂》第2段写的是“正在编写讲义”"]),
    (f"{KE_TANG}的讲义还在编写，委员已经来听。", []), ("委员已经编成活动小组。", []), (f"{KE_TANG}的讲义没有说已经编写。", []),
])
def test_what_the_paragraphs_leave_open(tree: Tree, prose: str, expected: list[str]) -> None:
    tree.with_originals()
    tree.write("originals/hui-bian.txt", tree.read("originals/hui-bian.txt").replace("由委员轮流登台", "由委员轮流登台,正在编写讲义"))
    assert [each.partition(" | ")[0] for each in told(tree, prose)] == expected


def test_the_end_of_a_title_names_it(planned: Tree) -> None:
    planned.replace("practices/wei-yuan-ke-tang.yml", "title: 委员课堂", "title: 政协委员课堂")
    assert told(planned, "委员课堂已经开课。") == [line(5, "已经开")]


@pytest.mark.parametrize("prose", [
    f"{KE_TANG}打算开办，没有说已经开课。",
    f"{BIAN_ZU}已经编成。",
    f"{YI}打算做，{JIA}的{BIAN_ZU}已经编成。",
    f"{KE_TANG}打算开办，{BIAN_ZU}编成了。",
    "这里已经写明出处。",
])
def test_what_is_done_or_not_claimed_is_left_in_peace(planned: Tree, prose: str) -> None:
    assert told(planned, prose) == []


def test_what_is_only_explored_is_not_told_plainly_as_done(tree: Tree) -> None:
    tree.replace("practices/wei-yuan-ke-tang.yml", "status: under-way, cue: 正在", "status: exploring, cue: 探索")
    assert told(tree, f"{KE_TANG}近年来有人讲。") == []
    assert told(tree, f"{KE_TANG}已经开办。") == [line(35, "已经开", "探索")]


@pytest.mark.parametrize(("prose", "column", "words"), [
    (f"{YI}常讲编组；{JIA}每月办一次委员课堂。", 84, "每月办一次"),
    (f"{KE_TANG}讲得细：每两周开一讲。", 39, "每两周开一讲"),
])
def test_how_often_what_is_planned_is_done_is_no_standing_fact(planned: Tree, prose: str, column: int, words: str) -> None:
    assert [line for line in told(planned, prose) if "planned-elsewhere" in line] == [
        f"9:{column} warning planned-elsewhere 说的做法进展是“计划”，这里只写“{words}”，像是已经这样做 | {CURE}"]


@pytest.mark.parametrize("prose", [f"{JIA}计划每月办一次委员课堂。", f"每月办一次{BIAN_ZU}。", "每月办一次读书会。", f"{KE_TANG}是不是每月办一次，没有写。"])
def test_how_often_told_as_meant_or_of_what_is_there(planned: Tree, prose: str) -> None:
    assert [line for line in told(planned, prose) if "planned-elsewhere" in line] == []
