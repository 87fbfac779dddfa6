"""A file with a Chinese name: what it is to be called, and when it is renamed."""

import pytest

from macros.editing import renaming
from macros.editing.mending import mend
from macros.library.catalog import load
from tests.repository import git
from tests.small_tree import Tree

KE_TANG = "practices/wei-yuan-ke-tang.yml"
NEW = "practices/界别夜谈.yml"
RIGHT = "practices/jie-bie-ye-tan.yml"


def add(tree: Tree, path: str = NEW) -> None:
    tree.copy(KE_TANG, path, ("title: 委员课堂", "title: 界别夜谈"))


def told(tree: Tree) -> list[str]:
    catalog, findings = load(tree.root)
    return [f"{f.path} {f.message} | {f.cure}" for f in renaming.told(findings, catalog)]


def test_the_name_to_use_is_told(tree: Tree) -> None:
    add(tree)
    assert told(tree) == [f"data/{NEW} 文件名“界别夜谈.yml”不能用：只许小写字母、数字和连字符，最多 64 个字符 | 改名为 jie-bie-ye-tan.yml"]


def test_a_name_that_is_taken_is_told_with_its_entry(tree: Tree) -> None:
    add(tree, "practices/委员课堂.yml")
    assert told(tree)[0].endswith("| 已经有 wei-yuan-ke-tang（委员课堂）：是同一条，就把内容并过去，删去这个文件；"
                                  "不是，就改成另一个小写拼音的名字，例如：wei-yuan-ke-tang-2.yml")


def test_a_file_that_nothing_speaks_for_otherwise_is_renamed_once(tree: Tree) -> None:
    add(tree)
    text = tree.read(NEW)
    [done] = mend(tree.root, "data")
    assert done.diff() == f"data/{NEW}：文件名改成 jie-bie-ye-tan.yml"
    assert tree.read(RIGHT) == text
    assert not (tree.root / NEW).exists()
    assert mend(tree.root, "data") == []


def test_a_taken_name_is_left(tree: Tree) -> None:
    add(tree, "practices/委员课堂.yml")
    assert mend(tree.root, "data") == []
    assert (tree.root / "practices/委员课堂.yml").is_file()


def test_where_an_id_is_named_that_no_file_has_it_may_be_the_one_meant(tree: Tree) -> None:
    add(tree)
    tree.replace("practices/wei-yuan-bian-zu.yml", "to: wei-yuan-ke-tang", "to: ye-tan")
    assert mend(tree.root, "data") == []


@pytest.mark.parametrize("change", ["handed over", "another is gone"])
def test_what_git_knows_is_left(tree: Tree, change: str) -> None:
    add(tree)
    git(tree.root, "init", "-q")
    git(tree.root, "add", *(["."] if change == "handed over" else ["practices/wei-yuan-ke-tang.yml"]))
    if change == "another is gone":
        (tree.root / KE_TANG).unlink()
    mend(tree.root, "data")
    assert (tree.root / NEW).is_file()
    assert not (tree.root / RIGHT).exists()


@pytest.mark.parametrize("name", ["practices/新建 文本文档.yml", "practices/界别夜谈 - 副本.yml", "practices/界别夜谈.yml.txt", "practices/？！.yml"])
def test_what_is_no_name_of_an_entry_is_left(tree: Tree, name: str) -> None:
    add(tree, name)
    assert mend(tree.root, "data") == []
    assert (tree.root / name).is_file()


def test_two_files_that_would_get_one_name_are_left(tree: Tree) -> None:
    add(tree, "practices/界别夜谈.yml")
    add(tree, "practices/界别 夜谈.yml")
    assert mend(tree.root, "data") == []


def test_a_link_is_left(tree: Tree) -> None:
    (tree.root / NEW).symlink_to(tree.root / KE_TANG)
    assert mend(tree.root, "data") == []
    assert (tree.root / NEW).is_symlink()
