"""The rows of 数字: by interval, the shortest first; what the source gives, hides, or only lists."""

from pathlib import Path

import pytest

from macros.library.amounts import Amounts, amounts
from macros.library.catalog import load
from macros.library.graph import Graph
from tests.conftest import SMALL
from tests.small_tree import Tree


@pytest.fixture(scope="module")
def found() -> Amounts:
    return amounts(Graph(load(SMALL)[0]))


def test_rhythms_stand_under_their_interval(found: Amounts) -> None:
    assert {heading: [(row.key, row.per, row.raw, row.state) for row in rows] for heading, rows in found.rhythms.items()} == {
        "每月": [("wei-yuan-bian-zu:lian-luo", "month", "每月活动一次", "given")]}


def test_amounts_stand_by_what_the_source_does_with_them(found: Amounts) -> None:
    assert [[(row.text, row.raw, row.per) for row in rows] for rows in (found.given, found.redacted)] == [
        [("每人每年参加活动", "至少参加一次", "")], [("临时支部", "x个临时支部", "")]]
    (listed,) = found.listed
    assert (listed.text, listed.raw, listed.members) == ("站点", "", ("东站", "西站"))
    assert len(found.all) == 4


def test_one_sentence_that_two_practices_tell_is_one_row(tmp_path: Path) -> None:
    """And a word for word equal one of another place is another."""
    tree = Tree(tmp_path)
    before = amounts(Graph(load(tree.root)[0])).often
    for name, text in (("jia", "碰头"), ("yi", "每个月碰一次头")):
        tree.write(f"practices/{name}.yml", f"title: {name}\nsummary: 碰头。\nform: mechanism\ntopics: [member-duty]\nadded: 2026-11-24\naccounts:\n"
                   "  - speech: jia-shi\n    at: [\"1\"]\n    progress: {status: unclear}\n"
                   f"    points:\n      - {{aspect: rhythm, text: {text}, every: week, raw: 每周碰头}}\n")
    found = amounts(Graph(load(tree.root)[0]))
    assert found.often == before + 1
    (row,) = found.rhythms["每周"]
    assert ([t.practice_id for t in row.tellings], row.text) == (["jia", "yi"], "每个月碰一次头")
