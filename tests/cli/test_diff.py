"""`kb diff`: the library now against what git remembers."""

import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from macros.cli import main
from tests.small_tree import Tree

KE_TANG = "practices/wei-yuan-ke-tang.yml"


def git(folder: Path, *arguments: str) -> None:
    subprocess.run(["git", "-C", str(folder), "-c", "user.name=甲", "-c", "user.email=a@example.org", *arguments],
                   check=True, capture_output=True)


@pytest.fixture
def repository(tree: Tree, monkeypatch: pytest.MonkeyPatch) -> Tree:
    monkeypatch.chdir(tree.root.parent)
    monkeypatch.delenv("DATA", raising=False)
    git(tree.root.parent, "init", "-q")
    git(tree.root.parent, "commit", "-q", "--allow-empty", "-m", "empty")
    git(tree.root.parent, "tag", "empty")
    git(tree.root.parent, "add", "data")
    git(tree.root.parent, "commit", "-q", "-m", "first")
    return tree


def kb(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["diff", *arguments], prog_name="kb")


def test_what_changed_since_a_revision(repository: Tree) -> None:
    repository.replace(KE_TANG, "status: under-way, cue: 正在", "status: done, cue: 已")
    assert kb("HEAD").output == """\
## 做法
- 修改：委员课堂（wei-yuan-ke-tang）
  - 甲市政协（编组与课堂），进展：推进中 → 已实施（依据：已）
"""


def test_everything_is_new_where_there_was_nothing(repository: Tree) -> None:
    output = kb("empty").output
    assert output.count("- 新增：") == 11
    assert "- 新增：让委员动起来（yi-xian）" in output


def test_nothing_changed(repository: Tree) -> None:
    assert kb("HEAD").output == "没有变化。\n"


def test_what_can_not_be_read_is_named(repository: Tree) -> None:
    repository.write(KE_TANG, "title: [")
    result = kb("HEAD")
    assert (result.stdout, result.stderr) == ("没有变化。\n", f"读不了的没有比较：data/{KE_TANG}\n")


@pytest.mark.parametrize("revision", ["v9", "--output=x", "HEAD:data"])
def test_an_unknown_revision_is_told(repository: Tree, revision: str) -> None:
    result = kb("--", revision)
    assert result.exit_code == 2
    assert f"出错了：git 里没有“{revision}”这个版本。" in result.output


def test_outside_of_git_it_is_told(tree: Tree, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tree.root.parent)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tree.root.parent.parent))
    result = kb("HEAD")
    assert result.exit_code == 2
    assert "出错了：这个数据文件夹不在 git 仓库里，没有以前的版本可比。" in result.output
