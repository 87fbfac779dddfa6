"""Every write of a user's file is a new file renamed over the old one."""

import os
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
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


def test_a_second_name_of_a_file_keeps_the_old_content(tmp_path: Path) -> None:
    file = tmp_path / "a.yml"
    file.write_bytes(b"old")
    os.link(file, tmp_path / "copy.yml")
    writing.replace(file, b"new")
    assert (file.read_bytes(), (tmp_path / "copy.yml").read_bytes()) == (b"new", b"old")


def test_a_link_that_leads_to_nothing_gets_its_file_and_one_in_a_circle_none(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to("sub/b")
    (tmp_path / "c").symlink_to("c")
    writing.replace(tmp_path / "a", b"1")
    with pytest.raises(OSError, match="symbolic links"):
        writing.replace(tmp_path / "c", b"2")
    assert (tmp_path / "sub" / "b").read_bytes() == b"1"
    assert (tmp_path / "c").is_symlink()


def test_what_is_no_plain_file_stays(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "folder").mkdir()
    (tmp_path / "null").symlink_to("/dev/null")
    for name in ("pipe", "folder", "null"):
        with pytest.raises(OSError, match="Not a regular file") as told:
            writing.replace(tmp_path / name, b"new")
        assert told.value.filename == str((tmp_path / name).resolve())
    assert stat.S_ISFIFO((tmp_path / "pipe").stat().st_mode)
    assert stat.S_ISCHR(Path("/dev/null").stat().st_mode)
    assert not list(tmp_path.glob(".kb-*"))


def test_a_name_as_long_as_names_can_be(tmp_path: Path) -> None:
    file = tmp_path / ("长" * 84 + ".md")
    writing.create(file, b"1")
    writing.replace(file, b"2")
    assert file.read_bytes() == b"2"
    longer = tmp_path / ("长" * 86)
    with pytest.raises(OSError, match="too long") as told:
        writing.create(longer, b"1")
    assert told.value.filename == str(longer)
    assert list(tmp_path.iterdir()) == [file]


def test_a_folder_that_is_a_file_is_named_for_what_it_is(tmp_path: Path) -> None:
    (tmp_path / "practices").write_bytes(b"")
    for write in (writing.create, writing.replace):
        with pytest.raises(NotADirectoryError) as told:
            write(tmp_path / "practices" / "a.yml", b"a")
        assert told.value.filename == str(tmp_path / "practices")


def test_nothing_is_written_over_what_changed_since_it_was_read(tmp_path: Path) -> None:
    file = tmp_path / "a.yml"
    file.write_bytes(b"theirs")
    with pytest.raises(writing.Changed):
        writing.replace(file, b"new", was=b"old")
    assert file.read_bytes() == b"theirs"
    writing.replace(file, b"new", was=b"theirs")
    file.unlink()
    with pytest.raises(writing.Changed):
        writing.replace(file, b"newer", was=b"new")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("mask", [0o022, 0o077, 0o000, 0o002])
def test_the_mode_of_a_file_is_nobodys_umask(tmp_path: Path, mask: int) -> None:
    file = tmp_path / "a.yml"
    file.write_bytes(b"old")
    file.chmod(0o664)
    before = os.umask(mask)
    try:
        writing.replace(file, b"new")
        writing.create(tmp_path / "b.yml", b"b")
    finally:
        os.umask(before)
    assert stat.S_IMODE(file.stat().st_mode) == 0o664
    assert stat.S_IMODE((tmp_path / "b.yml").stat().st_mode) == 0o664 & ~mask


@pytest.mark.parametrize(("mask", "mode"), [(0o022, 0o640), (0o002, 0o660), (0o077, 0o600), (0o000, 0o660)])
def test_what_is_private_is_read_by_its_owner_and_group_only(tmp_path: Path, mask: int, mode: int) -> None:
    before = os.umask(mask)
    try:
        writing.create(tmp_path / "a.txt", b"a", private=True)
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "a.txt").stat().st_mode) == mode


def test_nobody_else_reads_the_new_content_before_it_has_its_mode(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "a.yml"
    file.write_bytes(b"old")
    file.chmod(0o600)
    seen = []
    monkeypatch.setattr(os, "chown", lambda made, *_: seen.append(stat.S_IMODE(made.stat().st_mode)))
    writing.replace(file, b"new")
    assert seen == [0o600]


def as_nobody(work: str, folder: Path) -> list[str]:
    """What `work` prints, run as a user who owns nothing but a folder."""
    if os.name != "posix" or os.getuid() != 0:
        pytest.skip("only root can become somebody else")
    program = f"import os\nos.setgroups([])\nos.setgid(65534)\nos.setuid(65534)\nos.chdir({str(folder)!r})\n{work}"
    done = subprocess.run([sys.executable, "-c", PREPARED + program], capture_output=True, text=True, check=True)
    return done.stdout.splitlines()


# Imported while still root: another user may not reach the folder of the package.
PREPARED = "import os, stat\nfrom pathlib import Path\nfrom macros.runtime import writing\n"


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that any user reaches and may write into."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o777)
        yield folder


def test_a_file_of_somebody_else_keeps_what_it_allows(open_folder: Path) -> None:
    file = open_folder / "a.yml"
    file.write_bytes(b"old")
    os.chown(file, 0, 4321)
    file.chmod(0o4676)
    assert as_nobody("writing.replace(Path('a.yml'), b'new')", open_folder) == []
    now = file.stat()
    assert file.read_bytes() == b"new"
    # The other group gets no more than everybody, and the file is not run as another user.
    assert (now.st_uid, now.st_gid, stat.S_IMODE(now.st_mode)) == (65534, 65534, 0o666)


def test_root_leaves_a_file_with_its_owner(tmp_path: Path) -> None:
    if os.name != "posix" or os.getuid() != 0:
        pytest.skip("only root can give files away")
    file = tmp_path / "a.yml"
    file.write_bytes(b"old")
    os.chown(file, 1234, 4321)
    file.chmod(0o2750)
    writing.replace(file, b"new")
    now = file.stat()
    assert (now.st_uid, now.st_gid, stat.S_IMODE(now.st_mode)) == (1234, 4321, 0o2750)


@pytest.mark.parametrize(("folder_mode", "file_mode", "message"), [
    (0o755, 0o666, "Permission denied"),   # the folder takes no new file
    (0o777, 0o444, "Permission denied"),   # the file is write-protected: a rename would not have asked
])
def test_what_is_not_to_be_written_is_not(open_folder: Path, folder_mode: int, file_mode: int, message: str) -> None:
    file = open_folder / "a.yml"
    file.write_bytes(b"old")
    file.chmod(file_mode)
    open_folder.chmod(folder_mode)
    told = as_nobody("try: writing.replace(Path('a.yml'), b'new')\nexcept OSError as e: print(e.strerror, e.filename)", open_folder)
    assert told == [f"{message} {file.resolve()}"]
    assert file.read_bytes() == b"old"
    assert list(open_folder.iterdir()) == [file]


def test_a_folder_that_can_be_written_but_not_listed(open_folder: Path) -> None:
    (open_folder / "a.yml").write_bytes(b"old")
    os.chown(open_folder / "a.yml", 65534, 65534)
    open_folder.chmod(0o733)
    assert as_nobody("writing.replace(Path('a.yml'), b'new')\nwriting.create(Path('b.yml'), b'b')", open_folder) == []
    assert (open_folder / "a.yml").read_bytes() == b"new"


def test_several_files_stop_at_the_first_that_cannot_be_written(tmp_path: Path) -> None:
    files = {tmp_path / name: name.encode() for name in ("a", "b", "c")}
    (tmp_path / "b").write_bytes(b"there")
    with pytest.raises(writing.Stopped) as told:
        writing.every(files, writing.create)
    assert (told.value.done, told.value.left) == ((tmp_path / "a",), (tmp_path / "b", tmp_path / "c"))
    assert isinstance(told.value.error, FileExistsError)


def test_writers_at_the_same_time_leave_the_whole_file_of_one(tmp_path: Path) -> None:
    file = tmp_path / "a.yml"
    contents = [bytes([65 + n]) * 200_000 for n in range(8)]
    with ThreadPoolExecutor(8) as pool:
        created = list(pool.map(lambda content: _created(file, content), contents))
        assert sum(created) == 1
        list(pool.map(lambda content: writing.replace(file, content), contents * 3))
    assert file.read_bytes() in contents
    assert list(tmp_path.iterdir()) == [file]


def _created(file: Path, content: bytes) -> bool:
    try:
        writing.create(file, content)
    except FileExistsError:
        return False
    return True


def test_a_leftover_with_an_impossible_number_is_swept(tmp_path: Path) -> None:
    (tmp_path / f".kb-{10 ** 30}-abc.new").write_bytes(b"half")
    writing.create(tmp_path / "a.yml", b"a")
    assert [p.name for p in tmp_path.iterdir()] == ["a.yml"]


def test_where_files_have_no_second_names_a_new_file_is_renamed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def unsupported(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", unsupported)
    writing.create(tmp_path / "a.yml", b"a")
    assert (tmp_path / "a.yml").read_bytes() == b"a"
    with pytest.raises(FileExistsError):
        writing.create(tmp_path / "a.yml", b"b")


def test_a_file_gets_another_name_only_where_that_is_free(tmp_path: Path) -> None:
    old, new, other = tmp_path / "旧.yml", tmp_path / "xin.yml", tmp_path / "bie.yml"
    old.write_bytes(b"a")
    other.write_bytes(b"b")
    with pytest.raises(FileExistsError):
        writing.rename(old, other)
    writing.rename(old, new)
    assert sorted((path.name, path.read_bytes()) for path in tmp_path.iterdir()) == [("bie.yml", b"b"), ("xin.yml", b"a")]


def test_a_rename_that_was_killed_is_completed(tmp_path: Path) -> None:
    old, new = tmp_path / "旧.yml", tmp_path / "xin.yml"
    old.write_bytes(b"a")
    new.hardlink_to(old)
    writing.rename(old, new)
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("xin.yml", b"a")]
