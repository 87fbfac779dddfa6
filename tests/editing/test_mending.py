"""`--fix` on files that can't be read: other encodings, names for ids, and what it shows."""


import pytest

from macros.editing.mending import mend
from tests.small_tree import Tree

KE_TANG = "practices/wei-yuan-ke-tang.yml"


@pytest.mark.parametrize("encoding", ["gbk", "utf-16", "utf-8-sig"])
@pytest.mark.parametrize("path", [KE_TANG, "topics.yml"])
def test_another_encoding_becomes_utf8_to_the_byte(tree: Tree, encoding: str, path: str) -> None:
    before = tree.read(path)
    tree.write(path, before.encode(encoding))
    changed = mend(tree.root, "data")
    assert [one.diff() for one in changed] == [f"data/{path}：内容没有变，只改了编码（存成 UTF-8，没有 BOM）"]
    assert (tree.root / path).read_bytes() == before.encode()


def test_a_name_is_found_once_its_table_can_be_read_again(tree: Tree) -> None:
    before = tree.read("topics.yml"), tree.read(KE_TANG)
    topic, title = next((line[:-1], before[0].split("title: ")[1].split("\n")[0]) for line in before[0].splitlines() if line.endswith(":"))
    tree.replace(KE_TANG, f"[{topic}", f"[{title}")
    tree.write("topics.yml", before[0].encode("gbk"))
    assert len(mend(tree.root, "data")) == 2
    assert (tree.read("topics.yml"), tree.read(KE_TANG)) == before


def test_what_was_done_is_shown_as_a_diff(tree: Tree) -> None:
    tree.replace(KE_TANG, "form: platform", "form: 平台载体")
    [changed] = mend(tree.root, "data")
    assert "-form: 平台载体\n+form: platform" in changed.diff()


def test_only_the_wanted_files_are_touched(tree: Tree) -> None:
    tree.replace(KE_TANG, "form: platform", "form: 平台载体")
    assert mend(tree.root, "data", {"data/topics.yml"}) == []


def test_a_mapping_with_an_unknown_field_is_never_put_in_order(tree: Tree) -> None:
    tree.replace(KE_TANG, "form: platform", "别的: 甲\nform: platform")
    text = tree.read(KE_TANG)
    assert mend(tree.root, "data") == []
    assert tree.read(KE_TANG) == text


def test_bytes_that_are_no_text_stay(tree: Tree) -> None:
    tree.write(KE_TANG, b"\xff\x00\x81\x82")
    assert mend(tree.root, "data") == []
