"""A small library in a git repository of its own, with the project's hooks and a `kb` for them."""

import shutil
import subprocess
import sys
from pathlib import Path

from tests import loaded, loading
from tests.conftest import PROJECT
from tests.small_tree import Tree

# A paragraph of the small library's full text.
COPIED = "一是全市委员已经编成x个活动小组,按小组走进社区听取街坊邻居关于停车和养老的意见。二是正在开办委员课堂,每月至少两次,由委员轮流登台。"


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(["git", "-c", "user.name=x", "-c", "user.email=x@localhost", *arguments],
                          cwd=folder, capture_output=True, text=True, check=False)


def git(folder: Path, *arguments: str) -> str:
    done = run(folder, *arguments)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout.strip()


def told(done: subprocess.CompletedProcess[str]) -> list[str]:
    """The first line of each finding."""
    return [line for line in (done.stdout + done.stderr).splitlines() if "[" in line and line.partition("[")[0].endswith(("错误", "提醒"))]


def place_kb(folder: Path) -> None:
    kb = folder / ".venv" / "bin" / "kb"
    kb.parent.mkdir(parents=True)
    kb.write_text(f'#!/bin/sh\nexec "{sys.executable}" -c "from macros.cli import main; main()" "$@"\n', encoding="utf-8")
    kb.chmod(0o755)


def place_loaded_kb(folder: Path) -> None:
    """The same command, by a process that has loaded it."""
    place_kb(folder)
    kb = folder / ".venv" / "bin" / "kb"
    kb.write_text(f'#!/bin/sh\nexec "{sys.executable}" -I -S "{loaded.__file__}" "{loading.address()}" "$@"\n', encoding="utf-8")


def hooked(folder: Path) -> Tree:
    """The library in a new repository that has the hooks and an environment; all is staged, nothing is committed."""
    folder.mkdir()
    tree = Tree(folder)
    shutil.copytree(PROJECT / ".githooks", folder / ".githooks")
    for name in (".gitignore", ".gitattributes"):
        shutil.copy(PROJECT / name, folder / name)
    place_loaded_kb(folder)
    (folder / "docs" / "index.md").write_text("# 首页\n", encoding="utf-8")
    git(folder, "init", "-q", "-b", "main")
    git(folder, "config", "core.hooksPath", ".githooks")
    git(folder, "add", ".")
    return tree


def begun(tree: Tree) -> Tree:
    """The same with a first commit, and the full text beside it."""
    git(tree.root.parent, "commit", "-q", "--no-verify", "-m", "a library that passes")
    tree.with_originals()
    return tree
