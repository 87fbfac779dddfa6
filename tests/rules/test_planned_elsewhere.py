import pytest

from tests.small_tree import Tree

BIAN_ZU = "practices/wei-yuan-bian-zu.yml"
KE_TANG = "practices/wei-yuan-ke-tang.yml"
JIA = "speeches/jia-shi.yml"


def planned(tree: Tree) -> None:
    tree.replace(KE_TANG, "status: under-way, cue: 正在", "status: planned, cue: 拟")


def test_a_distinction_that_tells_the_other_side_as_done(tree: Tree) -> None:
    planned(tree)
    tree.replace(BIAN_ZU, "unsaid:", "distinct_from:\n  - {to: wei-yuan-ke-tang, why: 委员编组是编小组，委员课堂已经开到乡镇}\nunsaid:")
    assert tree.told() == [
        "data/practices/wei-yuan-bian-zu.yml:24:46 错误[planned-elsewhere] 说的做法进展是“计划”，这里却写成“已经开”，像是已经做到 | "
        "改成“拟、要、计划”一类的说法；原文确实说已经做到，就改进展（status）和依据（cue）"]


def test_the_side_that_is_done_may_be_told_so(tree: Tree) -> None:
    planned(tree)
    tree.replace(BIAN_ZU, "unsaid:", "distinct_from:\n  - {to: wei-yuan-ke-tang, why: 委员课堂还是打算，委员编组已经开始}\nunsaid:")
    assert tree.told() == []


def test_an_outline(tree: Tree) -> None:
    planned(tree)
    tree.replace(JIA, "gist: 开办课堂", "gist: 已经开办课堂")
    assert [line.split(" | ")[0] for line in tree.told()] == [
        "data/speeches/jia-shi.yml:15:32 错误[planned-elsewhere] 这一段讲的做法进展是“计划”，这里却写成“已经开”，像是已经做到"]


@pytest.mark.parametrize(("summary", "count"), [("xx县政协已经编组；甲市打算编组。", 1), ("甲市已经编成小组；xx县政协打算编组。", 0)])
def test_a_summary_that_names_who_only_plans_it(tree: Tree, summary: str, count: int) -> None:
    tree.replace(BIAN_ZU, "summary: 把委员编进小组，按小组开展活动。", f"summary: {summary}")
    assert len(tree.told()) == count


def test_an_outline_of_what_is_only_explored(tree: Tree) -> None:
    tree.replace(KE_TANG, "status: under-way, cue: 正在", "status: exploring, cue: 探索")
    tree.replace(JIA, "gist: 开办课堂", "gist: 课堂办起来了")
    assert tree.told() == [
        "data/speeches/jia-shi.yml:15:34 错误[planned-elsewhere] 这一段讲的做法进展是“探索”，这里却写成“办起来了”，像是已经做到 | "
        "改成“探索、尝试”一类的说法；原文确实说已经做到，就改进展（status）和依据（cue）"]


def test_an_outline_of_what_no_account_tells(tree: Tree) -> None:
    tree.replace(KE_TANG, "status: under-way, cue: 正在", "status: exploring, cue: 探索")
    tree.replace(BIAN_ZU, "status: done, cue: 已经编成", "status: exploring, cue: 探索")
    tree.replace(JIA, "gist: 交代背景。", "gist: 说到换届已经结束。")
    assert tree.told() == []


@pytest.mark.parametrize(("summary", "expected"), [
    ("甲市按小组活动；xx县政协已经编组。", ["改成只说做什么的话，不说做到没有；原文确实说已经做到，就改进展（status）和依据（cue）"]), ("甲市政协已经编组；xx县政协讲到编组。", []),
])
def test_a_summary_that_names_of_whom_nobody_knows(tree: Tree, summary: str, expected: list[str]) -> None:
    tree.replace(BIAN_ZU, "status: planned, cue: 谋划, scope: speech", "status: unclear")
    tree.replace(BIAN_ZU, "summary: 把委员编进小组，按小组开展活动。", f"summary: {summary}")
    assert [line.split(" | ")[1] for line in tree.told()] == expected
