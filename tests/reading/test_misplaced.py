"""A field at the wrong level is told once: where it stands, and where it belongs."""

import pytest

from tests.small_tree import Tree

KE_TANG = "practices/wei-yuan-ke-tang.yml"
PROGRESS = "    progress: {status: under-way, cue: 正在, scope: local}\n"
POINTS = "    points:\n      - {aspect: how, text: 委员轮流讲课}\n"


def told(tree: Tree) -> list[str]:
    return [line.removeprefix(f"data/{KE_TANG}:") for line in tree.told() if KE_TANG in line]


@pytest.mark.parametrize(("old", "new", "expected"), [
    (PROGRESS + POINTS, "    progress:\n      status: under-way\n      cue: 正在\n      scope: local\n      points:\n        - {aspect: how, text: 委员轮流讲课}\n",
     "12:7 错误[unknown-field] “points”写错了地方 | 它和 progress 是同一级：往左移，与 progress 左边对齐"),
    ("      - {aspect: how, text: 委员轮流讲课}\n    figures:\n      - {label: 每月讲课", "      - aspect: how\n        text: 委员轮流讲课\n        figures:\n          - {label: 每月讲课",
     "12:9 错误[unknown-field] “figures”写错了地方 | 它和 points 是同一级：往左移，与 points 左边对齐"),
    (PROGRESS, "    progress:\n    status: under-way\n    cue: 正在\n    scope: local\n",
     "9:5 错误[unknown-field] “status”“cue”“scope”写错了地方 | 它们写在 progress 里面：往右移两格，放在 progress: 的下面"),
    ("summary: 开办课堂，请委员轮流讲课。\n", "", None),
    ("added: 2026-11-24\n", "    added: 2026-11-24\n", "13:5 错误[unknown-field] “added”写错了地方 | 它和 accounts 是同一级：往左移，与 accounts 左边对齐"),
    # A name of no level is asked about as ever.
    (PROGRESS, "    every: month\n" + PROGRESS,
     "8:5 错误[unknown-field] 没有“every”这个字段 | 换成可用的字段：speech（发言）、at（出处）、name（本篇叫法）、progress（进展）、points（要点）、figures（数字）；都不合适就删去它"),
])
def test_where_it_stands_and_where_it_belongs(tree: Tree, old: str, new: str, expected: str | None) -> None:
    tree.replace(KE_TANG, old, new)
    if expected is None:
        # What is missing is missing: here nothing stands elsewhere.
        assert [line.split(" | ")[0] for line in told(tree)] == ["1:1 错误[missing-field] 缺少摘要（summary）"]
    else:
        assert told(tree) == [expected]


def test_two_fields_of_two_levels_are_two_mistakes(tree: Tree) -> None:
    tree.replace(KE_TANG, "    at: [\"2.2\"]\n", "    at: [\"2.2\"]\n    topics: [member-duty]\n    status: under-way\n")
    assert [line.split(" | ")[0] for line in told(tree)] == ["8:5 错误[unknown-field] “topics”写错了地方", "9:5 错误[unknown-field] “status”写错了地方"]


def test_what_is_empty_elsewhere_is_told_beside_it(tree: Tree) -> None:
    tree.replace(KE_TANG, PROGRESS, "    progress:\n    status: under-way\n    cue: 正在\n    scope: local\n")
    tree.replace(KE_TANG, "title: 委员课堂", "title:")
    assert [line.split(" | ")[0] for line in told(tree)] == ["1:7 错误[empty-field] 标题（title）是空的", "9:5 错误[unknown-field] “status”“cue”“scope”写错了地方"]
