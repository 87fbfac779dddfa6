"""Imports go down only (tools/rooms.py has the floors), and the picture in the guide is the one that the code gives."""

import shutil
import sys
from pathlib import Path

import pytest

from tests.conftest import PROJECT

sys.path.insert(0, str(PROJECT / "tools"))
import rooms

MACROS = PROJECT / "macros"


def test_layers() -> None:
    assert list(rooms.upward(rooms.imports(MACROS))) == []


def test_a_module_that_imports_upward_is_named(tmp_path: Path) -> None:
    copy = tmp_path / "macros"
    shutil.copytree(MACROS, copy, ignore=shutil.ignore_patterns("__pycache__"))
    (copy / "text" / "folding.py").write_text("def f():\n    from macros.cli import main\n", encoding="utf-8")
    (copy / "search" / "odd.py").write_text("from macros.pages import page\nimport click\n", encoding="utf-8")
    (copy / "loose.py").write_text("from macros import rules\nfrom mkdocs.config import base\n", encoding="utf-8")
    before = set(rooms.upward(rooms.imports(MACROS)))
    assert sorted(set(rooms.upward(rooms.imports(copy))) - before) == [
        "macros/loose.py:1: loose is in no layer",
        "macros/loose.py:2: macros.loose imports mkdocs, which only site may",
        "macros/search/odd.py:1: macros.search.odd imports macros.pages, which is no lower",
        "macros/search/odd.py:2: macros.search.odd imports click, which only cli/site may",
        "macros/text/folding.py:2: macros.text.folding imports macros.cli, which is no lower",
    ]


def test_nothing_lies_loose() -> None:
    assert sorted(file.name for file in MACROS.glob("*.py")) == ["__init__.py", "findings.py", "pipeline.py"]


def test_the_floors_are_few_and_the_guide_shows_them() -> None:
    if list(rooms.upward(rooms.imports(MACROS))):
        pytest.skip("an import goes up: test_layers names it")
    to = rooms.arrows(rooms.imports(MACROS))
    assert max(rooms.floors(to).values()) <= 10
    text = rooms.GUIDE.read_text(encoding="utf-8")
    start, end = rooms.in_guide(text)
    assert text[start:end] == rooms.picture(to), "run: python tools/rooms.py --write"


def test_rooms_that_import_one_another_are_named() -> None:
    with pytest.raises(ValueError, match=r"^no floors: model → text → model$"):
        rooms.floors({"cli": {"model"}, "model": {"text"}, "text": {"model"}})


def test_no_module_is_longer_than_300_lines() -> None:
    files = [file for folder in ("macros", "bench", "tools", "deploy", "docs/assets/javascripts", "overrides")
             for ending in ("py", "js", "ts", "mjs") for file in (PROJECT / folder).rglob(f"*.{ending}")
             if "node_modules" not in file.parts]
    assert {"folding.py", "rooms.py", "match.js", "search-index.js"} <= {file.name for file in files}
    assert {str(file.relative_to(PROJECT)): lines for file in files
            if (lines := len(file.read_text(encoding="utf-8").splitlines())) > 300} == {}, "at most 300 lines: split it"
