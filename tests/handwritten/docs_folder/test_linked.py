"""Links out of the library are refused by name, wherever they lie."""

from collections.abc import Callable
from pathlib import Path

import pytest

from macros.handwritten import docs_folder
from macros.handwritten.docs_folder import linked
from tests.small_tree import Tree

Told = Callable[[], list[str]]
WORDS = "linked-file 这是链接（快捷方式），指到了别处 | 把文件或文件夹本身放进来，删去这个链接"


@pytest.mark.parametrize("place", [
    "docs/shuo-ming.md", "docs/topics/lv-zhi.md", "docs/images/b.png", "docs/images/b", "docs/assets", "data/originals/hui-bian.txt",
    "data/originals/b", "data/README.md",
])
@pytest.mark.parametrize("goal", ["a file", "a folder", "nothing"])
def test_a_link_is_told_once(tree: Tree, told: Told, tmp_path: Path, place: str, goal: str) -> None:
    outside = tmp_path / "outside"
    if goal == "a folder":
        outside.mkdir()
        (outside / "x.md").write_text("机密", encoding="utf-8")
    elif goal == "a file":
        outside.write_text("# 机密\n", encoding="utf-8")
    (tmp_path / place).parent.mkdir(exist_ok=True)
    (tmp_path / place).symlink_to(outside)
    assert [line for line in told() if "original-text" not in line] == [f"{place}:1:1 {WORDS}"]


@pytest.mark.parametrize("place", ["data/practices", "data/speeches", "docs/topics", "docs/images"])
def test_a_folder_that_was_replaced_by_a_link_is_told(tree: Tree, told: Told, tmp_path: Path, place: str) -> None:
    (tmp_path / place).rename(tmp_path / "elsewhere")
    (tmp_path / place).symlink_to(tmp_path / "elsewhere")
    assert f"{place}:1:1 {WORDS}" in told()


@pytest.mark.parametrize("place", ["data/topics.yml", "data/practices/wei-yuan-ke-tang.yml"])
def test_a_link_that_reading_refuses_is_told_once(tree: Tree, told: Told, tmp_path: Path, place: str) -> None:
    (tmp_path / place).rename(tmp_path / "elsewhere.yml")
    (tmp_path / place).symlink_to(tmp_path / "elsewhere.yml")
    linked = {"data/topics.yml": 3, "data/practices/wei-yuan-ke-tang.yml": 1}[place]
    assert [line for line in told() if line.startswith(f"{place}:")] == [
        f"{place}:1:1 unreadable 这不是普通的文件 | 换成文件本身，不用链接。先改好它：引用它的 {linked} 处暂不检查"]


def test_the_folders_themselves_may_be_links(tree: Tree, told: Told, tmp_path: Path) -> None:
    for folder in (tree.root, tree.docs):
        folder.rename(tmp_path / f"real-{folder.name}")
        folder.symlink_to(tmp_path / f"real-{folder.name}")
    assert told() == []


def test_links_among_the_templates_are_told(tree: Tree, told: Told, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "project/overrides/fragments").mkdir(parents=True)
    (tmp_path / "project/overrides/fragments/link.html").symlink_to(docs_folder.PROJECT / "overrides/fragments/link.html")
    monkeypatch.setattr(linked, "PROJECT", tmp_path / "project")
    assert told() == [f"overrides/fragments/link.html:1:1 {WORDS}"]
