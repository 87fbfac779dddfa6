from dataclasses import replace

import pytest

from macros.library.catalog import load
from macros.rules import near_duplicate
from tests.rules.conftest import told
from tests.small_tree import Tree

KE_TANG = "practices/wei-yuan-ke-tang.yml"
OTHER = "practices/wei-yuan-xin-ke-tang.yml"
SENTENCE = "由委员按照报名的先后次序轮流登台讲课并回答听众的提问"


def test_a_name_with_one_character_more(tree: Tree) -> None:
    tree.copy(KE_TANG, OTHER, ("title: 委员课堂", "title: 委员新课堂"))
    assert tree.told() == [
        "data/practices/wei-yuan-xin-ke-tang.yml:1:8 提醒[near-duplicate] 与做法“委员课堂”（wei-yuan-ke-tang）很像：名称几乎一样 | "
        "是同一个做法，就在 practices/wei-yuan-ke-tang.yml 的各家做法（accounts）里加一项；不是，就写不要混淆（distinct_from）或相关做法（related）说清关系",
    ]


def test_a_name_with_mechanism_behind_it(tree: Tree) -> None:
    tree.copy(KE_TANG, OTHER, ("title: 委员课堂", "title: 政协委员课堂工作机制"))
    assert [line.partition(" | ")[0] for line in tree.told()] == [
        "data/practices/wei-yuan-xin-ke-tang.yml:1:8 提醒[near-duplicate] 与做法“委员课堂”（wei-yuan-ke-tang）很像：名称几乎一样",
    ]


def test_points_that_say_mostly_the_same(tree: Tree) -> None:
    tree.replace(KE_TANG, "text: 委员轮流讲课", f"text: {SENTENCE}")
    tree.copy(KE_TANG, OTHER, ("title: 委员课堂", "title: 开讲"), (SENTENCE, f"{SENTENCE}，每月一讲"))
    assert [line.partition(" | ")[0] for line in tree.told()] == [
        "data/practices/wei-yuan-xin-ke-tang.yml:1:8 提醒[near-duplicate] 与做法“委员课堂”（wei-yuan-ke-tang）很像：要点大半相同",
    ]


@pytest.mark.parametrize("changed", ["wei-yuan-ke-tang", "wei-yuan-xin-ke-tang"])
def test_a_word_that_was_changed_makes_no_likeness(tree: Tree, changed: str) -> None:
    """The longer one says all of the shorter and as much again: no likeness before, and none after one of the two was saved."""
    tree.replace(KE_TANG, "text: 委员轮流讲课", f"text: {SENTENCE}")
    tree.copy(KE_TANG, OTHER, ("title: 委员课堂", "title: 开讲"), (SENTENCE, f"{SENTENCE}，讲稿先送专委会看过再编进年度的册子发到各乡镇各单位"))
    catalog, _ = load(tree.root)
    assert list(near_duplicate.check_library(catalog)) == []
    assert list(near_duplicate.check_library(replace(catalog, touched=frozenset([("practices", changed)]), kept={}))) == []


def test_names_that_differ_in_a_number_are_different_things(tree: Tree) -> None:
    tree.replace(KE_TANG, "title: 委员课堂", "title: 四联系课堂")
    tree.copy(KE_TANG, OTHER, ("title: 四联系课堂", "title: 三联系课堂"), ("text: 委员轮流讲课", "text: 请委员登台"))
    assert tree.told() == []


def test_the_same_points_under_another_name(tree: Tree) -> None:
    tree.copy(KE_TANG, OTHER, ("title: 委员课堂", "title: 银杏树下"), ("summary: 开办课堂，请委员轮流讲课", "summary: 委员讲课"))
    assert [line.partition(" | ")[0] for line in tree.told()] == [
        "data/practices/wei-yuan-xin-ke-tang.yml:1:8 提醒[near-duplicate] 与做法“委员课堂”（wei-yuan-ke-tang）很像：要点全都相同",
    ]


def test_the_same_points_beside_a_name_that_is_explained(tree: Tree) -> None:
    """Of two that say the same, the later has nearly the name of a third, which it says how it relates to."""
    tree.copy(KE_TANG, "practices/wei-yuan-da-ke-tang.yml", ("title: 委员课堂", "title: 委员大课堂"), ("text: 委员轮流讲课", "text: 请委员登台"),
              ("added:", "related:\n  - {to: wei-yuan-ke-tang, as: alternative}\nadded:"))
    tree.copy("practices/wei-yuan-da-ke-tang.yml", "practices/an-yin-xing.yml", ("title: 委员大课堂", "title: 银杏树下"))
    assert [line.partition(" | ")[0] for line in tree.told()] == [
        "data/practices/wei-yuan-da-ke-tang.yml:1:8 提醒[near-duplicate] 与做法“银杏树下”（an-yin-xing）很像：要点全都相同",
    ]


def test_the_same_points_of_other_speeches(tree: Tree) -> None:
    tree.copy(KE_TANG, OTHER, ("title: 委员课堂", "title: 银杏树下"), ("speech: jia-shi", "speech: yi-xian"))
    assert "near-duplicate" not in "".join(tree.told())


def test_one_that_says_how_it_differs_may_be_near(tree: Tree) -> None:
    tree.copy(KE_TANG, OTHER, ("title: 委员课堂", "title: 委员新课堂"),
              ("added:", "distinct_from:\n  - {to: wei-yuan-ke-tang, why: 委员课堂与委员新课堂是两回事}\nadded:"))
    assert tree.told() == []


@pytest.mark.parametrize(("one", "other"), [("双月协商会", "双月协商座谈会"), ("界别活动月", "界别主题活动月"), ("流动讲堂", "流动大讲堂")])
def test_names_of_one_stem(tree: Tree, one: str, other: str) -> None:
    tree.replace(KE_TANG, "title: 委员课堂", f"title: {one}")
    tree.copy(KE_TANG, OTHER, (f"title: {one}", f"title: {other}"))
    assert [line.partition(" | ")[0].partition("] ")[2] for line in tree.told()] == [f"与做法“{one}”（wei-yuan-ke-tang）很像：名称几乎一样"]


def test_the_one_that_is_not_published_yet_is_told(published: Tree) -> None:
    published.copy(KE_TANG, "practices/a-ke-tang.yml", ("title: 委员课堂", "title: 委员新课堂"))
    assert [line.partition(" | ")[0] for line in told(published)] == [
        "data/practices/a-ke-tang.yml:1 warning near-duplicate 与做法“委员课堂”（wei-yuan-ke-tang）很像：名称几乎一样"]


def test_without_git_the_one_that_was_added_later_is_told(tree: Tree) -> None:
    tree.copy(KE_TANG, "practices/a-ke-tang.yml", ("title: 委员课堂", "title: 委员新课堂"), ("added: 2026-11-24", "added: 2026-11-25"))
    assert [line.partition(":")[0] for line in tree.told()] == ["data/practices/a-ke-tang.yml"]
