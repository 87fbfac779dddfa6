"""An empty file that git has is taken back out of it; of another it is said who names it. git also knows the id that an entry had."""

from dataclasses import replace

import pytest

from macros.editing.restoring import told
from macros.library.before import Before
from macros.library.catalog import Catalog
from macros.pipeline import examine
from tests.repository import git
from tests.small_tree import Tree

KE_TANG = "practices/wei-yuan-ke-tang.yml"
BIAN_ZU = "practices/wei-yuan-bian-zu.yml"


@pytest.fixture
def published(tree: Tree) -> Tree:
    git(tree.root.parent, "init", "-q", "-b", "main")
    git(tree.root.parent, "add", ".")
    git(tree.root.parent, "commit", "-q", "-m", "before")
    return tree


def of_git(tree: Tree) -> list[str]:
    return [f"{f.path}:{f.line} {f.severity.value} {f.code} {f.message} | {f.cure}" for f in examine(tree.root, tree.docs)[2]]


def test_an_empty_file_says_who_names_it(tree: Tree) -> None:
    tree.replace(BIAN_ZU, "谋划按行业编组", '"谋划[[wei-yuan-ke-tang]]"')
    tree.write(KE_TANG, "")
    assert tree.told() == [
        f"data/{KE_TANG}:1:1 错误[empty-file] 文件是空的 | 照编写指南里的样例填写；原来有内容的，从备份里取回来；"
        f"不要这一条了，先删去 data/{BIAN_ZU} 1 个文件里提到它的地方，再删去这个文件"]


def test_one_that_nothing_names_may_go(tree: Tree) -> None:
    tree.write(BIAN_ZU, "\n")
    assert [line.rpartition("；")[2] for line in tree.told() if "empty-file" in line] == ["不要这一条了，就删去这个文件"]


def test_one_that_git_has_is_taken_back(tree: Tree) -> None:
    tree.write(KE_TANG, "")
    before = Before(frozenset({("practices", "wei-yuan-ke-tang")}), Catalog(), "0a1b2c3d4e5f", Catalog())
    found = tree.findings()
    assert [f.cure for f in told(found, before)] == [
        f"取回原来的内容：git checkout 0a1b2c3d4e5f -- data/{KE_TANG}；要重写，就照编写指南里的样例填写，不删这个文件"]
    assert list(told(found, replace(before, published=frozenset()))) == found
    assert list(told(found, None)) == found


@pytest.mark.parametrize(("path", "old", "new", "line", "first"), [
    ("topics.yml", "party-building", "member-duty", 6, 1), ("topics.yml", "member-duty", "party-building", 1, 1),
    ("organizations.yml", "xx-xian-zheng-xie", "jia-shi-zheng-xie", 6, 1), ("organizations.yml", "jia-shi-zheng-xie", "xx-xian-zheng-xie", 1, 1),
])
def test_an_id_over_two_entries_says_which_one_had_another(published: Tree, path: str, old: str, new: str, line: int, first: int) -> None:
    published.replace(path, f"{old}:", f"{new}:")
    second = 6
    (found,) = of_git(published)
    assert found.startswith(f"data/{path}:{second} error duplicate-key 编号 {new} 写了两次：第 {first} 行和第 {second} 行，两段内容不同；第 {line} 行的原来是 {old} | "
                            f"把第 {line} 行改回 {old}，内容都留着")


def test_one_that_was_added_under_an_id_in_use_had_none(published: Tree) -> None:
    published.write("topics.yml", published.read("topics.yml") + "member-duty:\n  title: 上下联动\n  question: 怎样一起做？\n  scope: 收联动的做法。\n  order: 3\n")
    assert [line.split(" | ")[0].partition("；")[0] for line in of_git(published)] == ["data/topics.yml:11 error duplicate-key 编号 member-duty 写了两次：第 1 行和第 11 行，两段内容不同"]
