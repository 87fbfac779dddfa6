"""An empty file that git has is taken back out of it; of another it is said who names it."""

from dataclasses import replace

from macros.editing.restoring import told
from macros.library.before import Before
from macros.library.catalog import Catalog
from tests.small_tree import Tree

KE_TANG = "practices/wei-yuan-ke-tang.yml"
BIAN_ZU = "practices/wei-yuan-bian-zu.yml"


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
