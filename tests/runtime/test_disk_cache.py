"""What one run leaves for the next is there, or nothing is."""

import os
import sys

import pytest

from macros.runtime import disk_cache

KEY = b"k" * 32


@pytest.fixture
def file(tmp_path):
    return tmp_path / "folder" / "left"


def test_the_next_run_has_what_was_left_under_its_key(file) -> None:
    assert disk_cache.read(file, KEY) is None
    disk_cache.write(file, KEY, {"a": (1, "二")})
    disk_cache.write(file, KEY, {"a": (2, "三")})
    assert disk_cache.read(file, KEY) == {"a": (2, "三")}
    assert disk_cache.read(file, b"o" * 32) is None
    assert [each.name for each in file.parent.iterdir()] == ["left"]


@pytest.mark.parametrize("content", [b"", KEY, KEY + b"not pickled", KEY + b"\x80\x05cno_such_module\nThing\n."])
def test_a_file_that_is_spoiled_is_none(file, content) -> None:
    file.parent.mkdir()
    file.write_bytes(content)
    assert disk_cache.read(file, KEY) is None
    disk_cache.write(file, KEY, "new")
    assert disk_cache.read(file, KEY) == "new"


def test_a_value_that_was_spoiled_is_none_though_it_can_be_read(file) -> None:
    disk_cache.write(file, KEY, "摘要不是这样")
    file.write_bytes(file.read_bytes().replace("不是".encode(), "正是".encode()))
    assert disk_cache.read(file, KEY) is None


def test_what_never_ends_is_not_waited_for(file) -> None:
    file.parent.mkdir()
    os.mkfifo(file)
    assert disk_cache.read(file, KEY) is None
    file.unlink()
    file.symlink_to("/dev/zero")
    assert disk_cache.read(file, KEY) is None


def test_where_nothing_can_be_written_nothing_is_left(file, tmp_path) -> None:
    (tmp_path / "folder").write_text("a file where the folder would be")
    disk_cache.write(file, KEY, 1)
    assert disk_cache.read(file, KEY) is None


def test_what_cannot_be_handed_over_is_not_left(file) -> None:
    disk_cache.write(file, KEY, 1)
    disk_cache.write(file, KEY, lambda: 1)
    assert disk_cache.read(file, KEY) == 1


def test_the_key_is_another_one_where_the_program_differs(tmp_path, monkeypatch) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "one.py").write_text("x = 1")
    first = disk_cache.key(tmp_path, "data")
    os.utime(tmp_path / "sub" / "one.py", (1, 1))
    (tmp_path / "sub" / "__pycache__").mkdir()
    (tmp_path / "sub" / "__pycache__" / "one.pyc").write_bytes(b"compiled")
    (tmp_path / "sub" / ".one.py.swp").write_text("an editor's")
    assert disk_cache.key(tmp_path, "data") == first
    keys = {first, disk_cache.key(tmp_path, "other")}
    (tmp_path / "sub" / "one.py").write_text("x = 2")
    keys.add(disk_cache.key(tmp_path, "data"))
    (tmp_path / "sub" / "table.yml").write_text("- a")
    keys.add(disk_cache.key(tmp_path, "data"))
    monkeypatch.setattr(sys, "version", "another Python")
    keys.add(disk_cache.key(tmp_path, "data"))
    assert len(keys) == 5 and all(len(key) == len(KEY) for key in keys)
