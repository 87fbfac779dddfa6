"""Applied by two processes, the rules find the same."""

import threading

import pytest

from macros import rules
from macros.fulltext import originals
from macros.library.catalog import load
from macros.runtime import halves
from macros.runtime.background import possible
from tests.small_tree import Tree


@pytest.mark.parametrize("full_texts", [True, False])
def test_rules_that_are_applied_by_two_processes_find_what_one_finds(tree: Tree, monkeypatch, full_texts: bool) -> None:
    # The threads of the test runner hold nothing that the work needs.
    monkeypatch.setattr(threading, "active_count", lambda: 1)
    if not possible():
        pytest.skip("one core only")
    tree.with_originals()
    for file in sorted((tree.root / "practices").glob("*.yml")):
        # Of one whose place is not there, nothing is held to the text.
        if file.name != "wei-yuan-ke-tang.yml":
            tree.replace(f"practices/{file.name}", 'at: ["', 'at: ["7", "')
        tree.replace(f"practices/{file.name}", "summary: ", "summary: 已建成98个县水利局，电话13812345678，")
    # What depends on what another rule finds: words of an account that stand nowhere.
    tree.replace("practices/wei-yuan-ke-tang.yml", "cue: 正在", "cue: 早就")
    tree.replace("practices/wei-yuan-ke-tang.yml", "    points:", "    name: 讲习所\n    points:")
    catalog, _ = load(tree.root)
    texts = originals.load(tree.root, catalog) if full_texts else None
    alone = list(rules.check(catalog, texts))
    assert {"locator-range", "private-data", *(["number-in-source", "name-in-source", "cue-in-source", "name-as-written"] if full_texts else [])} <= {finding.code for finding in alone}
    texts = originals.load(tree.root, catalog) if full_texts else None
    assert list(rules.check(catalog, texts, apart=True)) == alone


@pytest.mark.parametrize("theirs", [0, halves._OF], ids=["found here", "found there"])
@pytest.mark.parametrize(("old", "new", "code"), [
    ("summary: 开办", "summary: 已有98个县开办", "number-in-source"), ("cue: 正在", "cue: 早就", "cue-in-source"), ("委员轮流讲课}", "请“银杏讲堂”讲课}", "quote-in-source"),
    ("委员轮流讲课}", "水利局讲课}", "name-in-source"), ("raw: 每月至少两次", "raw: 每月最少两次", "figure-in-source")])
def test_what_only_one_process_finds_brings_them_not_apart(tree: Tree, monkeypatch, theirs: int, old: str, new: str, code: str) -> None:
    monkeypatch.setattr(threading, "active_count", lambda: 1)
    monkeypatch.setattr(halves, "_THEIRS_OF_GROUPS", theirs)
    tree.with_originals()
    tree.replace("practices/wei-yuan-ke-tang.yml", old, new)
    catalog, _ = load(tree.root)
    alone = list(rules.check(catalog, originals.load(tree.root, catalog)))
    assert code in {finding.code for finding in alone}
    assert list(rules.check(catalog, originals.load(tree.root, catalog), apart=True)) == alone
