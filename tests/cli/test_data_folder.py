"""Every command that takes a data folder refuses what is none, and says which one is meant."""

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from macros.cli import main
from tests.small_tree import Tree

COMMANDS = [["check"], ["import", "a.txt"], ["new", "practice", "--title", "甲", "--no-input"],
            ["new", "speech", "--title", "甲", "--no-input"], ["diff", "HEAD"], ["export"], ["build", "--site", "out"],
            ["publish", "--zip", "out.zip"]]
HOLDS = "数据文件夹里是 practices、speeches、sources 三个文件夹和 topics.yml、organizations.yml 等文件"


def files(folder: Path) -> list[str]:
    return sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*"))


@pytest.fixture(autouse=True)
def _here(tree: Tree, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tree.root.parent)
    for name in ("DATA", "DOCS", "SITE"):
        monkeypatch.delenv(name, raising=False)
    for name in ("practices", "organizations"):  # as docs/ has them
        (tree.docs / name).mkdir()
        (tree.docs / name / "index.md").write_text("# 总表\n", encoding="utf-8")
    (tree.root.parent / "a.txt").write_text("在会议上的发言\n\n我们建立了周末课堂制度，请委员讲课。\n", encoding="utf-8")


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
@pytest.mark.parametrize(("given", "meant"), [("docs", "data"), ("data/practices", "data"), (".", "data")])
def test_what_is_no_data_folder(tree: Tree, command: list[str], given: str, meant: str) -> None:
    before = files(tree.root.parent)
    result = CliRunner().invoke(main, [*command, "--data", given])
    assert result.exit_code in (1, 2)
    assert f"“{given}”不是数据文件夹：{HOLDS}" in result.output
    assert f"改法：写 --data {meant}" in result.output
    assert files(tree.root.parent) == before


def test_a_library_that_is_not_begun_may_be_one(tree: Tree) -> None:
    shutil.rmtree(tree.root)
    (tree.root / "originals").mkdir(parents=True)
    (tree.root / "README.md").write_text("# 说明\n", encoding="utf-8")
    result = CliRunner().invoke(main, ["import", "a.txt"])
    assert result.exit_code == 0, result.output
    assert (tree.root / "sources").is_dir()


@pytest.mark.parametrize("command", COMMANDS[1:4], ids=" ".join)
def test_nothing_is_added_where_nobody_sees_what_is_there(tree: Tree, command: list[str]) -> None:
    shutil.rmtree(tree.root / "practices")
    (tree.root / "practices").symlink_to("practices")
    before = files(tree.root.parent)
    result = CliRunner().invoke(main, command)
    assert result.exit_code == 1
    assert "看不到库里已有什么，没有写：\ndata/practices:1:1: 错误[unreadable] 文件夹打不开：链接绕成了圈" in result.output
    assert files(tree.root.parent) == before
