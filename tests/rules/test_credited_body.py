import os
import subprocess
import sys

import pytest

from macros.pipeline import examine
from tests.small_tree import Tree

KE_TANG = "practices/wei-yuan-ke-tang.yml"
CURE = "核对是哪一家讲的，写那一家的名称；两家都讲到的，各照各的原文写"
OTHER = "  - speech: yi-xian\n    at: [\"2\"]\n    progress: {status: planned, cue: 拟, scope: local}\n    points:\n      - {aspect: how, text: 在各乡镇设立联络点}\nadded: 2026-11-24"


def told(tree: Tree, summary: str) -> list[str]:
    tree.with_originals()
    tree.replace(KE_TANG, "added: 2026-11-24", OTHER)
    tree.replace(KE_TANG, "summary: 开办课堂，请委员轮流讲课。", f"summary: {summary}")
    return [line.partition("] ")[2] for line in tree.told() if "credited-body" in line]


def test_two_bodies_exchanged_are_one_mistake(tree: Tree) -> None:
    assert told(tree, "xx县政协正在开办委员课堂；甲市政协拟在各乡镇设立联络点。") == [
        "“xx县政协”后面说的，是甲市政协讲的：《编组与课堂》第2段写的是“二是正在开办委员课堂”；"
        f"“甲市政协”后面说的，是xx县政协讲的：《县里的编组》第2段写的是“下一步拟在各乡镇设立联络点” | {CURE}"]


def test_of_several_places_the_first_is_quoted_whatever_the_order_of_characters(tree: Tree) -> None:
    """Sets come in another order in each process: the message must not."""
    tree.with_originals()
    tree.replace(KE_TANG, "added: 2026-11-24", OTHER)
    tree.replace(KE_TANG, "summary: 开办课堂，请委员轮流讲课。", "summary: xx县政协正在开办委员课堂；甲市政协拟在各乡镇设立联络点。")
    check = [sys.executable, "-c", "import sys; from pathlib import Path; from macros.pipeline import examine; "
             "print([f.message for f in examine(Path(sys.argv[1]), Path(sys.argv[2]), ask_git=False)[2] if f.code == 'credited-body'])", str(tree.root), str(tree.docs)]
    told = {subprocess.run(check, env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, text=True, check=True).stdout for seed in "0123"}
    assert len(told) == 1
    assert "写的是“下一步拟在各乡镇设立联络点”" in told.pop()


@pytest.mark.parametrize("summary", [
    "甲市政协正在开办委员课堂；xx县政协拟在各乡镇设立联络点。",
    "甲市政协办课堂，xx县政协设点。",
    "甲市政协和xx县政协讲到委员课堂和乡镇的联络点。",
    "甲市政协请委员讲课；xx县政协把点设到乡镇去。",
    "xx县政协与甲市政协不同，没有讲委员课堂。",
    "委员课堂正在开办，各乡镇拟设立联络点。",
])
def test_each_with_its_own(tree: Tree, summary: str) -> None:
    assert told(tree, summary) == []


def test_a_body_that_does_not_tell_of_the_practice(tree: Tree) -> None:
    tree.with_originals()
    tree.replace(KE_TANG, "summary: 开办课堂", "summary: xx县政协开办课堂")
    assert [line.partition("] ")[2] for line in tree.told() if "credited-body" in line] == [
        f"“xx县政协”没有讲到这条做法：讲到的是甲市政协 | {CURE}"]


@pytest.mark.parametrize(("body", "expected"), [
    ("xx-xian-zheng-xie", ["xx县政协没有讲到做法“委员课堂”，讲到的是甲市政协"]), ("jia-shi-zheng-xie", [])])
def test_a_page_that_links_a_practice_behind_another_body(tree: Tree, body: str, expected: list[str]) -> None:
    home = tree.docs / "index.md"
    home.write_text(home.read_text("utf-8") + f'\n{{{{ organization("{body}") }}}}的{{{{ practice("wei-yuan-ke-tang") }}}}。\n', "utf-8")
    assert [f.message for f in examine(tree.root, tree.docs, ask_git=False)[2] if f.code == "credited-body"] == expected


def test_pages_are_silent_about_a_body_whose_speech_was_given_to_another(tree: Tree) -> None:
    """That is one mistake, and it lies in the speech."""
    home = tree.docs / "index.md"
    home.write_text(home.read_text("utf-8") + '\n{{ organization("xx-xian-zheng-xie") }}的{{ practice("wei-yuan-ke-tang") }}。\n', "utf-8")
    tree.replace("speeches/yi-xian.yml", "organization: xx-xian-zheng-xie", "organization: jia-shi-zheng-xie")
    assert [f.message for f in examine(tree.root, tree.docs, ask_git=False)[2] if f.code == "credited-body"] == []


@pytest.mark.parametrize(("note", "expected"), [
    ("甲市政协把它列为一种办法", [f"“甲市政协”的发言里没有这条术语的出处：出处里有的是xx县政协 | {CURE}"]),
    ("xx县政协把它列为一种办法", []),
    ("甲市政协的编组不用它", []),
    ("甲市政协说的与它不同", []),
])
def test_a_term_that_another_body_uses(tree: Tree, note: str, expected: list[str]) -> None:
    tree.with_originals()
    tree.replace("terms.yml", 'at: ["2"]}', f'at: ["2"]}}\n  note: {note}')
    assert [line.partition("] ")[2] for line in tree.told() if "credited-body" in line] == expected


@pytest.mark.parametrize(("body", "expected"), [
    ("甲市政协谋划按行业重新编组", [f"“甲市政协”没有讲到这个问题，也没有讲到回答它的做法：讲到的是xx县政协 | {CURE}"]), ("xx县政协谋划按行业重新编组", []), ("与甲市政协的课堂不同，xx县政协谋划按行业重新编组", []),
    ("甲市政协各讲到一种", [f"“甲市政协”没有讲到这个问题，也没有讲到回答它的做法：讲到的是xx县政协 | {CURE}"]), ("甲市政协就参与不够来谈", [f"“甲市政协”没有讲到这个问题，也没有讲到回答它的做法：讲到的是xx县政协 | {CURE}"]),
    ("甲市政协就在邻县", []),
])
def test_a_problem_that_another_body_answers(tree: Tree, body: str, expected: list[str]) -> None:
    tree.with_originals()
    tree.replace("practices/wei-yuan-bian-zu.yml", "problems: [weak-participation]\n", "")
    tree.replace("problems.yml", "  synonyms:", f"  summary: {body}。\n  synonyms:")
    assert [line.partition("] ")[2] for line in tree.told() if "credited-body" in line] == expected


def of_two_practices(tree: Tree) -> None:
    tree.with_originals()
    tree.copy(KE_TANG, "practices/wei-yuan-ri.yml", ("title: 委员课堂", "title: 委员日"), ("summary: 开办课堂", "summary: 甲市政协开办课堂"))
    tree.replace(KE_TANG, "summary: 开办课堂", "summary: 甲市政协开办课堂")


def test_a_speech_that_is_given_another_body_is_told_there_and_once(tree: Tree) -> None:
    of_two_practices(tree)
    assert not any("credited-body" in line for line in tree.told())
    tree.replace("speeches/jia-shi.yml", "organization: jia-shi-zheng-xie", "organization: xx-xian-zheng-xie")
    assert [line for line in tree.told() if "credited-body" in line] == [
        "data/speeches/jia-shi.yml:5:15 提醒[credited-body] 这篇发言的单位写的是xx县政协，wei-yuan-ke-tang、wei-yuan-ri 2 条的摘要都写成甲市政协讲的 | "
        "核对原文是哪一家的发言：是甲市政协，这里写 organization: jia-shi-zheng-xie；确是xx县政协，就改那几条的摘要"]


def test_where_one_has_the_body_as_the_speech_has_the_others_are_wrong(tree: Tree) -> None:
    of_two_practices(tree)
    tree.copy(KE_TANG, "practices/wei-yuan-hui.yml", ("title: 委员课堂", "title: 委员会客"), ("summary: 甲市政协", "summary: xx县政协"))
    tree.replace("speeches/jia-shi.yml", "organization: jia-shi-zheng-xie", "organization: xx-xian-zheng-xie")
    assert [line.split(":")[0] for line in tree.told() if "credited-body" in line] == ["data/practices/wei-yuan-ke-tang.yml", "data/practices/wei-yuan-ri.yml"]


@pytest.mark.parametrize(("summary", "expected"), [
    ("xx县政协正在开办委员课堂，别的发言讲到在乡镇设立联络点、开展活动。", ["“xx县政协”后面说的，是甲市政协讲的：《编组与课堂》第2段写的是“二是正在开办委员课堂”"]),
    ("甲市政协正在开办委员课堂，其他几家讲到在乡镇设立联络点。", []),
])
def test_what_others_are_said_to_tell_is_not_held_to_the_body_before(tree: Tree, summary: str, expected: list[str]) -> None:
    assert [line.partition(" | ")[0] for line in told(tree, summary)] == expected


@pytest.mark.parametrize(("sentence", "expected"), [
    ('{{ practice("wei-yuan-bian-zu") }}有四家讲到，进展不同。', ["“四家”与库里不同：讲到做法“委员编组”的有 2 家，是甲市政协、xx县政协"]),
    ('“{{ practice("wei-yuan-ke-tang") }}”共有2家单位讲到。', ["“2家”与库里不同：讲到做法“委员课堂”的有 1 家，是甲市政协"]),
    ('{{ practice("wei-yuan-bian-zu") }}有两家讲到，另外三家讲到别的。', []), ('{{ practice("wei-yuan-ke-tang") }}讲课，有三家讲到。', []),
    ('{{ practice("wei-yuan-bian-zu") }}有一家讲到人数。', []), ('{{ practice("wei-yuan-bian-zu") }}有一家讲到，还有一家计划。', []),
])
def test_how_many_tell_a_practice_that_a_page_links(tree: Tree, sentence: str, expected: list[str]) -> None:
    home = tree.docs / "index.md"
    home.write_text(home.read_text("utf-8") + f"\n{sentence}\n", "utf-8")
    assert [f.message for f in examine(tree.root, tree.docs, ask_git=False)[2] if f.code == "credited-body"] == expected


@pytest.mark.parametrize(("path", "old", "new", "expected"), [
    ("practices/wei-yuan-bian-zu.yml", "form: ", "from: ", 0), ("practices/wei-yuan-bian-zu.yml", "added: ", "added: 昨天 # ", 0), ("practices/wei-yuan-bian-zu.yml", "accounts:", "accounts: [", 0),
    # One that answers another problem, or none, tells nothing of this one.
    (KE_TANG, "form: ", "from: ", 1), (KE_TANG, "accounts:", "accounts: [", 0)])
def test_of_a_problem_whose_answer_could_not_be_read_nothing_is_known(tree: Tree, path: str, old: str, new: str, expected: int) -> None:
    tree.with_originals()
    tree.replace("problems.yml", "  synonyms:", "  summary: 甲市政协谋划按行业重新编组。\n  synonyms:")
    tree.replace(path, old, new)
    assert sum("credited-body" in line for line in tree.told()) == expected
