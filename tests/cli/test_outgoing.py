"""The hooks beside that before a commit, as git runs them: before a push, of a message, of a patch."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests import repository
from tests.conftest import PROJECT
from tests.repository import COPIED, git, run, told
from tests.small_tree import Tree

HOOKS = PROJECT / ".githooks"


@pytest.fixture(autouse=True)
def _no_other_folders(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DATA", "DOCS", *(name for name in os.environ if name.startswith("GIT_"))):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The repository with its hooks and full text, and a remote that has the first commit."""
    tree: Tree = repository.begun(repository.hooked(tmp_path / "库 一"))
    folder = tree.root.parent
    git(tmp_path, "init", "-q", "--bare", "remote.git")
    git(folder, "remote", "add", "origin", str(tmp_path / "remote.git"))
    git(folder, "push", "-q", "--no-verify", "-u", "origin", "main")
    return folder


def put(root: Path, name: str, text: str, *words: str) -> None:
    (root / name).write_text(text, encoding="utf-8")
    git(root, "add", name)
    git(root, "commit", "-q", "-m", "x", *words)


def test_a_push_takes_no_full_text_along(root: Path) -> None:
    put(root, "a.md", f"x\n{COPIED}\n", "--no-verify")
    bad = git(root, "rev-parse", "--short=7", "HEAD")
    git(root, "rm", "-q", "a.md")
    git(root, "commit", "-q", "--no-verify", "-m", "gone")
    done = run(root, "push", "origin", "main")
    assert done.returncode == 1
    assert told(done) == [f"a.md:2:1: 错误[full-text] 提交 {bad}：从这里起有原文的 60 个字以上：“一是全市委员已经编成个活动小组按小组走进……”"]
    assert f"没有推送：上面的提交里有不该出去的，后来删去也还在历史里，要改那一次提交。\n  改法：就是最近一次提交的，拿走文件（git rm --cached）或改好、git add，再 git commit --amend；更早的，先 git rebase -i {bad}^" in done.stderr
    assert git(root, "ls-remote", "origin", "main").split()[0] != git(root, "rev-parse", "HEAD")
    # As the cure says: the commits are made anew without it.
    git(root, "reset", "-q", "--hard", "HEAD~2")
    put(root, "docs/index.md", "# 新的首页\n", "--no-verify")
    assert run(root, "push", "origin", "main").returncode == 0
    assert git(root, "ls-remote", "origin", "main").split()[0] == git(root, "rev-parse", "HEAD")


def test_asked_by_hand(root: Path) -> None:
    put(root, "a.md", COPIED, "--no-verify")
    done = subprocess.run([root / ".venv/bin/kb", "outgoing"], cwd=root / "docs", capture_output=True, text=True, check=False)
    assert (done.returncode, [line.partition(" 提交")[0] for line in told(done)]) == (1, ["a.md:1:1: 错误[full-text]"])
    assert done.stderr.startswith("现在还不能推送：上面的提交里有不该出去的")
    git(root, "reset", "-q", "--hard", "HEAD~1")
    done = subprocess.run([root / ".venv/bin/kb", "outgoing"], cwd=root, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_a_branch_that_is_deleted_takes_nothing_along(root: Path) -> None:
    put(root, "a.md", COPIED, "--no-verify")
    git(root, "push", "-q", "--no-verify", "origin", "main:other")
    assert run(root, "push", "origin", "--delete", "other").returncode == 0


def test_a_message_with_a_full_text_commits_nothing(root: Path) -> None:
    (root / "docs/index.md").write_text("# 新的首页\n", encoding="utf-8")
    done = run(root, "commit", "-q", "-a", "-m", "改首页", "-m", COPIED)
    assert (done.returncode, told(done)) == (1, ["提交说明:3:1: 错误[full-text] 从这里起有原文的 60 个字以上：“一是全市委员已经编成个活动小组按小组走进……”"])
    assert done.stderr.endswith("没有提交：先改好上面的错误，再提交；写好的说明还在“.git/COMMIT_EDITMSG”里。\n")
    assert run(root, "commit", "-q", "-a", "-m", "改首页").returncode == 0


def test_a_patch_is_judged_before_it_is_committed(root: Path, tmp_path: Path) -> None:
    put(root, "a.md", COPIED, "--no-verify")
    git(root, "format-patch", "-q", "-1", "-o", str(tmp_path))
    git(root, "reset", "-q", "--hard", "HEAD~1")
    (patch,) = tmp_path.glob("*.patch")
    done = run(root, "am", str(patch))
    assert done.returncode != 0
    assert [line.partition(" 从")[0] for line in told(done)] == ["a.md:1:1: 错误[full-text]"]
    assert git(root, "rev-parse", "HEAD") == git(root, "rev-parse", "origin/main")


def test_without_an_environment_a_push_is_told(root: Path) -> None:
    put(root, "docs/index.md", "# 新的首页\n", "--no-verify")
    shutil.rmtree(root / ".venv")
    alone = f"{Path(shutil.which('git') or '').parent}:/bin"
    done = subprocess.run(["git", "push", "origin", "main"], cwd=root, capture_output=True, text=True, check=False, env={**os.environ, "PATH": alone})
    assert done.returncode == 1
    assert done.stderr.startswith("没有推送：还没有建环境，查不了。先照编写指南建好环境（make check），再推送。\n")


@pytest.mark.parametrize("command", ["staged", "outgoing"])
def test_a_folder_that_is_none_is_refused_by_name(root: Path, command: str) -> None:
    def asked(*words: str) -> tuple[int, str]:
        done = subprocess.run([root / ".venv/bin/kb", command, *words], cwd=root, capture_output=True, text=True, check=False)
        return done.returncode, done.stderr

    (root / "docs" / "topics").mkdir(exist_ok=True)
    code, said = asked("--data", "docs")
    assert code == 2
    assert "“docs”不是数据文件夹" in said
    assert "写 --data data" in said
    code, said = asked("--data", "dta")
    assert (code, "没有“dta”这个数据文件夹" in said) == (2, True)
    code, said = asked("--docs", "dcos")
    assert (code, "没有“dcos”这个手写页面的文件夹" in said) == (2, True)
    assert asked("--data", "data", "--docs", "docs") == (0, "")


def test_every_hook_runs_where_git_runs_it() -> None:
    """On Windows git has its own sh; a hook needs its mode elsewhere, and no line may end with CR."""
    modes = {row.partition("\t")[2]: row.partition(" ")[0] for row in git(PROJECT, "ls-files", "-s", ".githooks").splitlines()}
    assert modes == {".githooks/run-kb": "100644", **{f".githooks/{name}": "100755" for name in (
        "applypatch-msg", "commit-msg", "pre-applypatch", "pre-commit", "pre-merge-commit", "pre-push")}}
    for file in HOOKS.iterdir():
        assert b"\r" not in file.read_bytes()
        subprocess.run(["sh", "-n", str(file)], check=True)
        assert file.name == "run-kb" or file.read_text(encoding="utf-8").startswith("#!/bin/sh\n")
