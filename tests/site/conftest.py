"""Builds whose pages are made by the test, so that hundreds of them take no time."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from macros.cli import build as command
from macros.site import atomic_build
from macros.site.workshop import Workshop

Pages = dict[str, str]


class Library:
    """A project of its own with data/ and docs/; `pages` is what the next build makes of them."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.pages: Pages = {"index.html": "首页", "practices/a.html": "甲"}
        self.meanwhile: Callable[[], object] = lambda: None
        for folder in ("data/practices", "docs/topics", "macros", "overrides"):
            (root / folder).mkdir(parents=True)
        (root / "overrides/fragments").mkdir()
        for file in ("data/practices/a.yml", "docs/index.md", "mkdocs.yml",
                     *(f"overrides/{name}" for name in atomic_build.TEMPLATES if name != "fragments")):
            (root / file).parent.mkdir(parents=True, exist_ok=True)
            (root / file).write_text("x", encoding="utf-8")

    def make(self, project: Path, work: Workshop, settings: object) -> None:
        for address, text in self.pages.items():
            file = work.fresh / address
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        self.meanwhile()

    def build(self, site: Path) -> atomic_build.BuildResult:
        return atomic_build.build(self.root, data=self.root / "data", docs=self.root / "docs", site=site)

    def kb(self, *words: str) -> Result:
        """`kb build` in the library's folder."""
        return CliRunner().invoke(command.command, list(words), catch_exceptions=False, env={"DATA": "data", "DOCS": "docs", "SITE": "site"})

    def change(self, **pages: str) -> None:
        """Another text of the home page, and an input that was touched."""
        self.pages = {"index.html": "新的首页", "b.html": "乙"}
        (self.root / "data/practices/a.yml").write_text("y" * (1 + (self.root / "data/practices/a.yml").stat().st_size), encoding="utf-8")


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Library:
    made = Library(tmp_path / "项目/库")
    monkeypatch.setattr(atomic_build, "_run", made.make)
    monkeypatch.setattr(command, "PROJECT", made.root)
    monkeypatch.setenv("HOME", str(tmp_path / "家"))
    (tmp_path / "家").mkdir()
    monkeypatch.chdir(made.root)
    return made


def everything(root: Path) -> dict[str, str]:
    """All that lies under a folder: texts of files, where links lead, folders."""
    found = {}
    for folder, folders, files in os.walk(root):
        for name in (*folders, *files):
            path = Path(folder, name)
            shown = f"-> {path.readlink()}" if path.is_symlink() else "" if path.is_dir() else path.read_text(encoding="utf-8")
            found[path.relative_to(root).as_posix()] = shown
    return found
