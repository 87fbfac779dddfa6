"""Nothing that a build reads changes without the stamp telling: links, loops, other folders of pages."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from macros.site import fingerprint


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for folder in ("project/macros", "project/overrides/partials", "project/docs/assets", "data/practices", "docs/topics", "elsewhere/sub"):
        (tmp_path / folder).mkdir(parents=True)
    for file in ("project/mkdocs.yml", "project/docs/compare.md", "project/docs/assets/a.js", "project/overrides/main.html",
                 "data/practices/a.yml", "docs/index.md", "elsewhere/x.yml", "elsewhere/sub/y.yml"):
        (tmp_path / file).write_text("x", encoding="utf-8")
    return tmp_path


def read(root: Path, **settings: str) -> fingerprint.Inputs:
    return fingerprint.of_inputs(root / "project", root / "data", root / "docs", settings)


def edit(file: Path) -> None:
    file.write_text(file.read_text(encoding="utf-8") + "y", encoding="utf-8")


@pytest.mark.parametrize("file", ["project/docs/compare.md", "project/docs/assets/a.js", "project/overrides/main.html", "project/mkdocs.yml",
                                  "data/practices/a.yml", "docs/index.md"])
def test_each_input_counts(project: Path, file: str) -> None:
    before = read(project)
    assert read(project) == before
    edit(project / file)
    assert read(project).digest != before.digest


@pytest.mark.parametrize("link", ["data/practices/more", "data/speeches", "docs/topics/more", "project/overrides/more", "project/docs/more"])
def test_what_lies_behind_a_link(project: Path, link: str) -> None:
    (project / link).symlink_to(project / "elsewhere")
    before = read(project)
    assert before.digest and before.linked == (project / "elsewhere",)
    for change in (lambda: edit(project / "elsewhere/sub/y.yml"), lambda: (project / "elsewhere/new.yml").touch(),
                   lambda: (project / "elsewhere/x.yml").unlink()):
        change()
        after = read(project)
        assert after.digest != before.digest
        before = after


@pytest.mark.parametrize("folder", ["data", "docs", "project/overrides", "data/practices", "docs/topics"])
def test_a_folder_that_is_a_link_itself(project: Path, folder: str) -> None:
    shutil.move(project / folder, project / "moved")
    (project / folder).symlink_to(project / "moved")
    before = read(project)
    assert before.digest
    (project / "moved/new.md").touch()
    changed = read(project)
    assert changed.digest != before.digest
    # Another folder behind the same name, with the same files.
    shutil.copytree(project / "moved", project / "copied", copy_function=shutil.copy2)
    (project / folder).unlink()
    (project / folder).symlink_to(project / "copied")
    assert read(project).digest != changed.digest


def test_a_file_that_is_a_link(project: Path) -> None:
    (project / "data/practices/b.yml").symlink_to(project / "elsewhere/x.yml")
    before = read(project)
    edit(project / "elsewhere/x.yml")
    assert read(project).digest != before.digest


@pytest.mark.parametrize("make", [
    lambda root: (root / "data/practices/loop").symlink_to(root / "data"),
    lambda root: (root / "data/loop").symlink_to("loop"),
    lambda root: (root / "data/nowhere").symlink_to(root / "nowhere"),
    lambda root: os.mkfifo(root / "data/practices/pipe.yml"),
    lambda root: [(root / "elsewhere" / f"to{number}").symlink_to(root / "elsewhere/sub") for number in range(9)]
    + [(root / "elsewhere/sub" / f"back{number}").symlink_to(root / "elsewhere") for number in range(9)]
    + [(root / "docs/in").symlink_to(root / "elsewhere")],
], ids=["loop", "link-to-itself", "link-to-nothing", "pipe", "maze"])
def test_what_could_go_on_for_ever(project: Path, make: Callable[[Path], object]) -> None:
    before = read(project)
    make(project)
    after = read(project)
    assert after.digest not in ("", before.digest)
    edit(project / "data/practices/a.yml")
    assert read(project).digest != after.digest


def test_too_much_behind_a_link_is_never_unchanged(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fingerprint, "_FOLLOWED", 2)
    (project / "docs/disk").symlink_to(project / "elsewhere")
    (project / "docs/sub").symlink_to(project / "elsewhere/sub")
    found = read(project)
    assert found.digest == ""
    assert not fingerprint.Stamp("").holds(found, {})


def test_a_folder_without_permission_is_no_traceback(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before, scandir = read(project), os.scandir

    def closed(path: str) -> object:
        if str(path).endswith("practices"):
            raise PermissionError(13, "Permission denied", path)
        return scandir(path)

    monkeypatch.setattr(os, "scandir", closed)
    assert read(project).digest != before.digest


def test_compiled_code_is_no_input(project: Path) -> None:
    before = read(project)
    (project / "project/macros/__pycache__").mkdir()
    (project / "project/macros/__pycache__/a.pyc").touch()
    # The folder's own time is not looked at either.
    assert read(project) == before
    (project / "docs/__pycache__").mkdir()
    (project / "docs/__pycache__/a.md").touch()
    assert read(project) != before
