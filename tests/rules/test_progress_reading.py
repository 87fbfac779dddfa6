import pytest

from tests.small_tree import Tree

BIAN_ZU = "practices/wei-yuan-bian-zu.yml"
KE_TANG = "practices/wei-yuan-ke-tang.yml"


def test_a_plan_called_done(tree: Tree) -> None:
    tree.replace(BIAN_ZU, "cue: 已经编成", "cue: 拟编成")
    assert tree.told() == [
        "data/practices/wei-yuan-bian-zu.yml:10:24 错误[progress-reading] 依据“拟编成”里的“拟”说明是“计划”，进展却写了“已实施” | 改成 status: planned（计划）；几个词都有，取走得最近的那个",
    ]


def test_work_in_progress_called_done(tree: Tree) -> None:
    tree.replace(KE_TANG, "status: under-way", "status: done")
    assert tree.told() == [
        "data/practices/wei-yuan-ke-tang.yml:8:24 错误[progress-reading] 依据“正在”里的“正在”说明是“推进中”，进展却写了“已实施” | 改成 status: under-way（推进中）；几个词都有，取走得最近的那个",
    ]


def test_of_several_words_the_least_advanced_counts(tree: Tree) -> None:
    tree.replace(KE_TANG, "status: under-way, cue: 正在", "status: under-way, cue: 将探索完善")
    assert tree.told() == [
        "data/practices/wei-yuan-ke-tang.yml:8:24 错误[progress-reading] 依据“将探索完善”里的“将”说明是“计划”，进展却写了“推进中” | 改成 status: planned（计划）；几个词都有，取走得最近的那个",
    ]
    tree.replace(KE_TANG, "status: under-way", "status: planned")
    assert tree.told() == []


def test_a_bare_verb_says_nothing_by_itself(tree: Tree) -> None:
    tree.replace(KE_TANG, "cue: 正在", "cue: 健全制度")
    assert tree.told() == [
        "data/practices/wei-yuan-ke-tang.yml:8:40 错误[progress-reading] 依据“健全制度”里的“健全”单独不说明进展"
        " | 看这一篇开头和标题的话，用那里的词作依据，写 scope: speech（全篇）；也没有，就写 status: unclear（不明）",
    ]


def test_a_cue_without_a_word_of_the_table(tree: Tree) -> None:
    tree.replace(KE_TANG, "cue: 正在", "cue: 委员轮流")
    assert tree.told() == [
        "data/practices/wei-yuan-ke-tang.yml:8:40 错误[progress-reading] 依据“委员轮流”里没有说明进展的词"
        " | 照抄原文里“已、正在、进一步健全、首批、探索、拟、将、要”一类的词，做成了的也可以照抄过去的时间加数目或做的事（“去年……7件”“近两年……召开”）、办成的结果（“42件……得到解决”）、设了什么又多久一次（“设立……，每年评”）、在几处建了（“在10个村建”）（见编写指南“进展”）；没有就写 status: unclear（不明）",
    ]


@pytest.mark.parametrize("cue", ["健全制度", "谈几点思考和认识", "委员轮流"])
def test_unclear_may_quote_what_says_nothing(tree: Tree, cue: str) -> None:
    tree.replace(KE_TANG, "status: under-way, cue: 正在", f"status: unclear, cue: {cue}")
    assert tree.told() == []


def test_unclear_is_wrong_where_a_word_decides(tree: Tree) -> None:
    tree.replace(KE_TANG, "status: under-way", "status: unclear")
    assert [line.split(" ", 2)[2].split(" | ")[0] for line in tree.told()] == ["依据“正在”里的“正在”说明是“推进中”，进展却写了“不明”"]


@pytest.mark.parametrize("cue", ["去年约谈4人", "近三年选了90个题", "2022年“夜校”开课31次", "在6个村设点", "近两年，县政协围绕", "得到及时回应", "帮助9件烦心事得到化解", "设立“银扁担奖”，每年评", "开办“渡口课堂”，每月坐堂"])
def test_a_past_time_or_so_many_places_say_that_it_was_done(tree: Tree, cue: str) -> None:
    tree.replace(KE_TANG, "status: under-way, cue: 正在", f"status: done, cue: {cue}")
    assert tree.told() == []
    # It says nothing more; that nobody knows remains to be said.
    tree.replace(KE_TANG, "status: done", "status: unclear")
    assert tree.told() == []


@pytest.mark.parametrize("cue", ["每年约谈4人", "到2030年选90个题", "在3个村建议开课"])
def test_what_is_no_past_and_no_place_says_nothing(tree: Tree, cue: str) -> None:
    tree.replace(KE_TANG, "status: under-way, cue: 正在", f"status: done, cue: {cue}")
    assert [line.split(" | ")[0].split("] ")[1] for line in tree.told()] == [f"依据“{cue}”里没有说明进展的词"]


def test_a_cue_that_says_nothing_is_told_with_those_of_its_paragraph_that_do(tree: Tree) -> None:
    tree.replace(KE_TANG, "status: under-way, cue: 正在", "status: done, cue: 委员轮流")
    tree.with_originals()
    tree.write("originals/hui-bian.txt", tree.read("originals/hui-bian.txt").replace("二是正在开办委员课堂,每月至少两次,由委员轮流登台。", "二是开办“渡口课堂”，每月坐堂，由委员轮流登台，9件烦心事得到化解。"))
    assert [line.partition(" | ")[2].partition("；")[0] for line in tree.told() if "progress-reading" in line] == ["所引的段里可以作依据的有“9件烦心事得到化解”、“开办‘渡口课堂’，每月坐”"]
    # Of a plan nothing is offered.
    tree.write("originals/hui-bian.txt", tree.read("originals/hui-bian.txt").replace("二是开办“渡口课堂”", "二是拟开办“渡口课堂”"))
    assert [line.partition(" | ")[2].partition("；")[0] for line in tree.told() if "progress-reading" in line] == [
        "照抄原文里“已、正在、进一步健全、首批、探索、拟、将、要”一类的词，做成了的也可以照抄过去的时间加数目或做的事（“去年……7件”“近两年……召开”）、办成的结果（“42件……得到解决”）、设了什么又多久一次（“设立……，每年评”）、在几处建了（“在10个村建”）（见编写指南“进展”）"]
