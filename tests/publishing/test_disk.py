"""A disk or a quota that ends at any step: what is said, what readers see, what is left."""

import errno
import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from macros.publishing import PublishFailed, files, hand_over, publish, releases, roll_back
from macros.publishing.checks import Expected

# What each step does last, and what is written there.
STEPS = {
    "the folder for the work": ("pathlib.Path.mkdir", ".kb-work"),
    "copying": ("shutil.copyfile", "glossary.html"),
    "compressing": ("pathlib.Path.write_bytes", ".gz"),
    "the checksums": ("pathlib.Path.write_bytes", "SHA256SUMS.txt"),
    "times": ("os.utime", "site"),
    "the note": ("pathlib.Path.write_text", ".from-"),
    "the release": ("pathlib.Path.rename", "/site"),
    "the link": ("pathlib.Path.symlink_to", ".current-new"),
    "the switch": ("pathlib.Path.replace", ".current-new"),
}
Put = Callable[..., str]


@pytest.fixture
def dest(tmp_path: Path) -> Path:
    return tmp_path / "srv"


@pytest.fixture
def put(sample: Path, dest: Path, expected: Expected) -> Put:
    def run(words: str, keep: int = 5) -> str:
        (sample / "assets/words.txt").write_text(words, encoding="utf-8")
        return publish(dest, lambda target: files.copy(sample, target), expected, keep=keep).release

    return run


def refuse(monkeypatch: pytest.MonkeyPatch, name: str, part: str, code: int) -> None:
    """Lets the call `name` fail like this for every path that holds `part`."""
    whole, _, attribute = name.rpartition(".")
    owner = {"pathlib.Path": Path, "os": os, "shutil": files.shutil}[whole]
    real = getattr(owner, attribute)

    def call(path: object, *more: object, **named: object) -> object:
        if any(part in str(each) for each in (path, *more) if isinstance(each, str | os.PathLike)):
            raise OSError(code, os.strerror(code), str(path))
        return real(path, *more, **named)

    monkeypatch.setattr(owner, attribute, call)


@pytest.mark.parametrize(("code", "reason"), [(errno.ENOSPC, "磁盘满了"), (errno.EDQUOT, "磁盘配额用完了")])
@pytest.mark.parametrize("step", STEPS)
def test_space_that_ends_at_a_step(put: Put, dest: Path, monkeypatch: pytest.MonkeyPatch, step: str, code: int, reason: str) -> None:
    before = put("甲")
    with monkeypatch.context() as patched:
        refuse(patched, *STEPS[step], code)
        with pytest.raises(PublishFailed) as failed:
            put("乙")
    assert re.fullmatch(f"{reason}（“{re.escape(str(dest))}”所在的磁盘只剩 [\\d.]+ MB 可用，这一次不够），没有发布，读者看到的还是原来那一版",
                        failed.value.message)
    assert failed.value.cure.startswith("腾出空间")
    assert failed.value.cure.endswith("，再试一次；要少留旧的版本，用 --keep 2")
    assert releases.current(dest) == before
    assert (dest / "current/assets/words.txt").read_text(encoding="utf-8") == "甲"
    after = put("乙")
    assert releases.names(dest) == [before, after]
    assert sorted(p.name for p in dest.iterdir()) == ["current", "releases"]
    assert sorted(p.name for p in (dest / "releases").iterdir()) == sorted([before, after, f".from-{before}", f".from-{after}"])


def test_fewer_releases_make_room_before_the_new_one(put: Put, dest: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The advice, taken on a full disk: what may go has gone before anything is written."""
    made = [put(words) for words in "甲乙丙丁"]
    refuse(monkeypatch, "shutil.copyfile", "glossary.html", errno.ENOSPC)
    with pytest.raises(PublishFailed):
        put("戊", keep=2)
    assert releases.names(dest) == made[2:]


def test_what_fails_after_the_switch_is_no_failed_publish(sample: Path, dest: Path, expected: Expected, put: Put, monkeypatch: pytest.MonkeyPatch) -> None:
    made = [put("甲", keep=2), put("乙", keep=2)]
    with monkeypatch.context() as patched:
        refuse(patched, "pathlib.Path.rename", f"releases/{made[0]}", errno.EIO)
        (sample / "assets/words.txt").write_text("丙", encoding="utf-8")
        done = publish(dest, lambda target: files.copy(sample, target), expected, keep=2)
    assert (done.new, done.removed, done.left) == (True, (), f"磁盘读写出错（{dest}/releases/{made[0]}），旧版本没有清理完")
    assert releases.current(dest) == done.release
    last = put("丁", keep=2)
    assert releases.names(dest) == [done.release, last]


def test_a_note_that_could_not_be_confirmed(put: Put, dest: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = put("甲")
    with monkeypatch.context() as patched:
        refuse(patched, "pathlib.Path.rename", ".from-", errno.ENOSPC)
        second = put("乙")
    assert releases.names(dest) == [first, second]
    assert roll_back(dest) == (second, first)


def test_a_disk_without_room_for_another_file(put: Put, dest: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put("甲")
    real = os.statvfs(dest)
    refuse(monkeypatch, "shutil.copyfile", "glossary.html", errno.ENOSPC)
    monkeypatch.setattr(os, "statvfs", lambda _: type("Disk", (), {"f_files": 100, "f_favail": 0, "f_frsize": real.f_frsize})())
    with pytest.raises(PublishFailed, match="所在的磁盘再放不下一个文件，不论大小），没有发布"):
        put("乙")


def test_a_rollback_on_a_full_disk(put: Put, dest: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put("甲")
    put("乙")
    refuse(monkeypatch, "pathlib.Path.symlink_to", ".current-new", errno.ENOSPC)
    with pytest.raises(PublishFailed, match="没有退回，读者看到的还是原来那一版"):
        roll_back(dest)


def test_a_hand_over_on_a_full_disk(sample: Path, expected: Expected, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    hand_over(tmp_path / "a.zip", lambda target: files.copy(sample, target), expected, name="甲县实践库")
    before = (tmp_path / "a.zip").read_bytes()
    refuse(monkeypatch, "pathlib.Path.replace", "a.zip", errno.ENOSPC)
    with pytest.raises(PublishFailed, match="没有打包，原来的文件没有动"):
        hand_over(tmp_path / "a.zip", lambda target: files.copy(sample, target), expected, name="乙县实践库")
    assert (tmp_path / "a.zip").read_bytes() == before
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a.zip", "built"]


def test_a_system_without_locks_packs_all_the_same(sample: Path, expected: Expected, tmp_path: Path, put: Put, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("macros.publishing.workspace.importlib.util.find_spec", lambda _: None)
    assert hand_over(tmp_path / "a.zip", lambda target: files.copy(sample, target), expected, name="甲县实践库") == 25
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a.zip", "built"]
    with pytest.raises(PublishFailed, match="Windows 上不能发布到服务器文件夹"):
        put("甲")


def test_what_is_no_file_is_named_before_anything_is_copied(sample: Path, dest: Path, expected: Expected) -> None:
    os.mkfifo(sample / "pipe")
    with pytest.raises(PublishFailed, match=f"“{re.escape(str(sample / 'pipe'))}”不是普通的文件（是管道、设备一类），没有发布"):
        publish(dest, lambda target: files.copy(sample, target), expected, keep=1)


def test_a_first_publish_that_fails_leaves_no_folder(sample: Path, tmp_path: Path, expected: Expected, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    with pytest.raises(PublishFailed, match="磁盘满了"):
        publish(tmp_path / "new/srv", full, expected, keep=1)
    with pytest.raises(PublishFailed, match="磁盘满了"):
        hand_over(tmp_path / "dist/kb.zip", full, expected, name="库")
    assert {p.name for p in tmp_path.iterdir()} & {"new", "dist"} == set()
