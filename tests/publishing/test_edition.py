"""Of which commit a hand-over is."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from macros.publishing import edition
from macros.publishing.edition import Edition

VERSION = edition.version()


@pytest.fixture
def git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., str]:
    """A project with one commit."""
    for name, value in {"GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null", "GIT_AUTHOR_NAME": "a", "GIT_AUTHOR_EMAIL": "a@b",
                        "GIT_COMMITTER_NAME": "a", "GIT_COMMITTER_EMAIL": "a@b"}.items():
        monkeypatch.setenv(name, value)

    def run(*words: str) -> str:
        return subprocess.run(["git", "-C", str(tmp_path), *words], check=True, capture_output=True, text=True).stdout.strip()

    for file in ("mkdocs.yml", "data/terms.yml", "notes.txt", ".gitignore"):
        (tmp_path / file).parent.mkdir(exist_ok=True)
        (tmp_path / file).write_text("/data/originals/\n/private/\n", encoding="utf-8")
    run("init", "-q")
    run("add", "-A")
    run("commit", "-qm", "erster")
    return run


def test_the_commit(git: Callable[..., str], tmp_path: Path) -> None:
    head = git("rev-parse", "HEAD")[:7]
    (tmp_path / "data/originals").mkdir()
    (tmp_path / "data/originals/a.txt").touch()
    (tmp_path / "notes.txt").write_text("anders", encoding="utf-8")
    found = edition.of(tmp_path, [tmp_path / "data", tmp_path / "mkdocs.yml"])
    assert found == Edition(VERSION, head)
    assert (found.label, found.words) == (f"{VERSION}-{head}", f"版本 {VERSION}，提交 {head}")


@pytest.mark.parametrize("change", [
    lambda folder: (folder / "data/terms.yml").write_text("anders", encoding="utf-8"),
    lambda folder: (folder / "data/terms.yml").unlink(),
    lambda folder: (folder / "data/新的 一条.yml").touch(),
])
def test_inputs_that_are_not_as_in_the_commit(git: Callable[..., str], tmp_path: Path, change: Callable[[Path], object]) -> None:
    change(tmp_path)
    found = edition.of(tmp_path, [tmp_path / "mkdocs.yml", tmp_path / "data"])
    assert found.label == f"{VERSION}-{git('rev-parse', 'HEAD')[:7]}-modified"
    assert found.words.endswith("，另有没提交的修改")


@pytest.mark.parametrize("mark", ["--assume-unchanged", "--skip-worktree"])
def test_what_git_was_told_to_overlook_is_no_part_of_the_commit(git: Callable[..., str], tmp_path: Path, mark: str) -> None:
    inputs = [tmp_path / "mkdocs.yml", tmp_path / "data"]
    git("update-index", mark, "data/terms.yml")
    assert not edition.of(tmp_path, inputs).modified  # it is as it was
    (tmp_path / "data/terms.yml").write_text("anders", encoding="utf-8")
    assert git("status", "--porcelain") == ""
    assert edition.of(tmp_path, inputs).label.endswith("-modified")


@pytest.mark.parametrize("by", [".gitignore", ".git/info/exclude"])
def test_an_entry_that_git_ignores_is_no_part_of_the_commit(git: Callable[..., str], tmp_path: Path, by: str) -> None:
    (tmp_path / by).write_text("/data/originals/\n/data/practices/\n*.swp\n__pycache__/\n", encoding="utf-8")
    git("commit", "-qam", "zweiter", "--allow-empty")
    for left in ("data/originals/a.txt", "data/.a.yml.swp", "data/__pycache__/a.pyc"):
        (tmp_path / left).parent.mkdir(exist_ok=True)
        (tmp_path / left).touch()
    assert not edition.of(tmp_path, [tmp_path / "data"]).modified
    (tmp_path / "data/practices").mkdir()
    (tmp_path / "data/practices/a.yml").touch()
    assert git("status", "--porcelain") == ""
    assert edition.of(tmp_path, [tmp_path / "data"]).label.endswith("-modified")


def test_untracked_files_count_though_git_is_told_not_to_show_them(git: Callable[..., str], tmp_path: Path) -> None:
    git("config", "status.showUntrackedFiles", "no")
    (tmp_path / "data/neu.yml").touch()
    assert edition.of(tmp_path, [tmp_path / "data"]).modified


def test_inputs_that_no_commit_holds(git: Callable[..., str], tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    (tmp_path / "private").mkdir()
    (tmp_path / "private/terms.yml").touch()
    assert edition.of(tmp_path, [tmp_path / "private"]).modified
    assert edition.of(tmp_path, [tmp_path_factory.mktemp("elsewhere")]).modified


def test_without_git_only_the_version(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert edition.of(tmp_path, [tmp_path]) == Edition(VERSION)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert edition.of(tmp_path, [tmp_path]).label == VERSION


def test_a_project_within_the_repository_of_something_else(git: Callable[..., str], tmp_path: Path) -> None:
    (tmp_path / "private/kb").mkdir(parents=True)
    (tmp_path / "private/kb/mkdocs.yml").touch()
    assert edition.of(tmp_path / "private/kb", []) == Edition(VERSION)


def test_a_hook_of_another_repository_leads_nowhere(git: Callable[..., str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    head = git("rev-parse", "HEAD")[:7]
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "nirgends"))
    assert edition.of(tmp_path, []) == Edition(VERSION, head)


def test_a_repository_without_a_commit(tmp_path: Path) -> None:
    subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)
    assert edition.of(tmp_path, []) == Edition(VERSION)
