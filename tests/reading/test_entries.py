"""Entries whose file or id has a wrong name, and what lies beside them; what is told of names: tests/library/test_catalog.py."""

import threading
from pathlib import Path

from macros.findings import Finding
from macros.library.catalog import load
from macros.reading import entries
from macros.reading.document import Document
from macros.runtime.file_cache import Memory
from tests.small_tree import Tree

KE_TANG = "practices/wei-yuan-ke-tang.yml"


def test_links_to_an_entry_whose_file_has_a_wrong_name_are_not_wrong_as_well(tree: Tree) -> None:
    (tree.root / KE_TANG).rename(tree.root / "practices" / "Wei_yuan_ke_tang.yml")
    assert [(found.path, found.code) for found in tree.findings()] == [("data/practices/Wei_yuan_ke_tang.yml", "bad-file-name")]


def test_an_id_that_is_wrong_and_one_without_fields_are_told_where_they_stand(tree: Tree) -> None:
    tree.write("topics.yml", tree.read("topics.yml") + "党建: 甲\nempty: 乙\n")
    assert [(found.line, found.column, found.code) for found in tree.findings()] == [(11, 1, "bad-id"), (12, 1, "wrong-shape")]


def test_notes_beside_the_entries_are_a_file(tree: Tree) -> None:
    tree.write("README.md", "说明")
    assert tree.told() == []
    (tree.root / "README.md").unlink()
    (tree.root / "README.md").mkdir()
    assert [line.split(" ", 1)[1] for line in tree.told()] == ["错误[unknown-file] “README.md”该是文件，却是文件夹 | 移走它；要写说明，就写一个同名的文件"]


def test_a_file_with_a_wrong_name_hides_no_other(tree: Tree) -> None:
    tree.copy(KE_TANG, "practices/A_b.yml")
    assert [(found.path, found.line, found.column, found.code) for found in tree.findings()] == [("data/practices/A_b.yml", 1, 1, "bad-file-name")]
    assert list(load(tree.root)[0].practices) == ["wei-yuan-bian-zu", "wei-yuan-ke-tang"]


def test_a_file_in_the_place_of_a_folder_is_told_and_so_is_a_folder_in_that_of_notes(tree: Tree) -> None:
    (tree.root / "README.md").mkdir()
    (tree.root / "formulations").mkdir()
    for file in (tree.root / "sources").iterdir():
        file.unlink()
    (tree.root / "sources").rmdir()
    tree.write("sources", "甲")
    assert [(found.path, found.line, found.column, found.code) for found in tree.findings()] == [
        ("data/README.md", 1, 1, "unknown-file"), ("data/formulations", 1, 1, "unknown-file"), ("data/sources", 1, 1, "unreadable")]


def test_of_a_text_without_fields_the_full_width_colon_is_shown(tree: Tree) -> None:
    tree.write(KE_TANG, "# 说明\ntitle：甲\n")
    [found] = tree.findings()
    assert (found.line, found.column, found.excerpt) == (2, 6, "title：甲")


def test_of_a_long_id_that_is_wrong_the_beginning_is_shown(tree: Tree) -> None:
    tree.write("topics.yml", tree.read("topics.yml") + "党" * 100 + ":\n  title: 甲\n")
    assert f"编号“{'党' * 80}”不能用" in tree.told()[0]


def test_what_nobody_reads_is_told_wherever_it_stands_in_the_order(tree: Tree) -> None:
    tree.write(".hidden", "甲")
    tree.write("beside.txt", "甲")
    tree.write("zuo-fa.txt", "甲")
    assert [(found.path, found.code) for found in tree.findings()] == [("data/beside.txt", "unknown-file"), ("data/zuo-fa.txt", "unknown-file")]


def test_a_file_that_was_read_and_is_then_a_link_to_the_same_is_told(tree: Tree, tmp_path: Path) -> None:
    memory = Memory()
    assert load(tree.root, memory=memory)[1] == []
    (tree.root / KE_TANG).rename(tmp_path / "elsewhere.yml")
    (tree.root / KE_TANG).symlink_to(tmp_path / "elsewhere.yml")
    assert [(found.code, found.message) for found in load(tree.root, memory=memory)[1]] == [("unreadable", "这不是普通的文件")]


def test_what_two_processes_read_ahead_is_what_is_read_one_by_one(tree: Tree, monkeypatch) -> None:
    # The threads of the test runner hold nothing that the work needs.
    monkeypatch.setattr(threading, "active_count", lambda: 1)
    for number in range(9):
        tree.copy(KE_TANG, f"practices/p{number}.yml")
    tree.write("practices/p4.yml", "title: [\n")
    tree.write("practices/P_9.yml", "title: 甲\n")
    assert entries.ahead(tree.root, "data", 100).same(str(tree.root / KE_TANG)) is None
    memory = entries.ahead(tree.root, "data", 2)
    assert [isinstance(memory.same(str(tree.root / f"practices/{name}.yml")), kind)
            for name, kind in (("p3", Document), ("p4", Finding), ("P_9", type(None)))] == [True] * 3
    catalog, findings = load(tree.root)
    assert load(tree.root, memory=memory) == (catalog, findings)
    assert [finding.code for finding in findings] == ["yaml-syntax", "bad-file-name"]
