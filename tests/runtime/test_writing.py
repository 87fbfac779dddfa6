"""Every write of a user's file is a new file renamed over the old one."""

import os
import stat
from pathlib import Path

import pytest

from macros.runtime import writing


def test_a_file_is_replaced_with_its_mode(tmp_path: Path) -> None:
    file = tmp_path / "a.yml"
    file.write_text("旧", encoding="utf-8")
    file.chmod(0o640)
    writing.replace(file, "新".encode())
    assert file.read_text(encoding="utf-8") == "新"
    assert stat.S_IMODE(file.stat().st_mode) == 0o640
    assert [p.name for p in tmp_path.iterdir()] == ["a.yml"]


def test_a_new_file_has_the_mode_of_any_new_file(tmp_path: Path) -> None:
    old = os.umask(0o022)
    try:
        writing.create(tmp_path / "x" / "a.yml", b"a")
    finally:
        os.umask(old)
    assert stat.S_IMODE((tmp_path / "x" / "a.yml").stat().st_mode) == 0o644


def test_a_link_stays_a_link_and_its_target_is_written(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_text("旧", encoding="utf-8")
    (tmp_path / "b.yml").symlink_to("a.yml")
    writing.replace(tmp_path / "b.yml", b"new")
    assert (tmp_path / "b.yml").is_symlink()
    assert (tmp_path / "a.yml").read_bytes() == b"new"


@pytest.mark.parametrize("step", ["fsync", "replace", "chmod"])
def test_a_failure_at_any_step_leaves_the_old_file_and_nothing_beside_it(
        tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str) -> None:
    file = tmp_path / "a.yml"
    file.write_bytes(b"old")

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, step, full)
    with pytest.raises(OSError, match="No space"):
        writing.replace(file, b"new")
    assert file.read_bytes() == b"old"
    assert [p.name for p in tmp_path.iterdir()] == ["a.yml"]


def test_what_exists_is_never_created_again(tmp_path: Path) -> None:
    file = tmp_path / "a.yml"
    file.write_bytes(b"old")
    with pytest.raises(FileExistsError) as told:
        writing.create(file, b"new")
    assert told.value.filename == str(file)
    assert file.read_bytes() == b"old"
    (tmp_path / "to-nowhere").symlink_to("nowhere")
    with pytest.raises(FileExistsError):
        writing.create(tmp_path / "to-nowhere", b"new")


def test_what_a_killed_write_left_is_swept_by_the_next(tmp_path: Path) -> None:
    (tmp_path / ".kb-999999999-abc.new").write_bytes(b"half")
    (tmp_path / f".kb-{os.getppid()}-abc.new").write_bytes(b"somebody is at work")
    (tmp_path / ".kb-notes.new").write_bytes(b"the user's own")
    writing.create(tmp_path / "a.yml", b"a")
    assert sorted(p.name for p in tmp_path.iterdir()) == [f".kb-{os.getppid()}-abc.new", ".kb-notes.new", "a.yml"]
