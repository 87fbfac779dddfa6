"""Compiled fragments are kept, and used again until their source changes."""

import os
from pathlib import Path

from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader

from macros.pages.compiling import Remembered, kept_in


def test_a_compiled_fragment_is_kept_until_its_source_changes(tmp_path: Path):
    (tmp_path / "a.html").write_text("eins", encoding="utf-8")

    def shown() -> str:
        environment = Environment(loader=FileSystemLoader(tmp_path), bytecode_cache=kept_in(tmp_path / "kept"), autoescape=True)
        return environment.get_template("a.html").render()

    assert shown() == "eins"
    (kept,) = (tmp_path / "kept").iterdir()
    before = kept.stat().st_mtime_ns
    assert shown() == "eins"
    assert kept.stat().st_mtime_ns == before
    (tmp_path / "a.html").write_text("zwei", encoding="utf-8")
    assert shown() == "zwei"


def test_without_a_place_to_keep_them_fragments_are_compiled_each_time(tmp_path: Path):
    (tmp_path / "file").touch()
    assert isinstance(kept_in(tmp_path / "file" / "kept"), Remembered)
    assert isinstance(kept_in(tmp_path / "kept"), FileSystemBytecodeCache)
    if os.getuid():
        (tmp_path / "kept").chmod(0o500)
        assert isinstance(kept_in(tmp_path / "kept"), Remembered)
