"""Whether a stranger can read what was published, whatever the umask of the one who publishes."""

import os
import pwd
import subprocess
import sys
from pathlib import Path

import pytest

from macros.publishing import access, files, publish
from macros.publishing.checks import Expected
from tests import loading

HERE = Path(__file__).parent
PROGRAM = "tests.publishing.program"
READ = """
import os, sys
os.setgroups([]); os.setgid(65534); os.setuid(65534)
for place, folders, names in os.walk(sys.argv[1], onerror=lambda error: sys.exit(str(error))):
    for name in names:
        open(os.path.join(place, name), "rb").read()
print(len(names))
"""
as_root = pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="只有 root 能换成别的账户来读")


def run(folder: Path, umask: int, *words: str) -> "subprocess.CompletedProcess[str]":
    """`kb publish` in `folder` under this umask, its sample site at hand."""
    return loading.run(PROGRAM, "publish", *words, "--site", HERE / "site", "--data", HERE / "library", folder=folder, umask=umask)


def verify(folder: Path, *words: str) -> "subprocess.CompletedProcess[str]":
    return loading.run(PROGRAM, "publish", "--verify", *words, folder=folder)


def stranger(folder: Path, path: str) -> "subprocess.CompletedProcess[str]":
    """Another account reads all of `path` in `folder`, where it is by itself allowed to be."""
    folder.chmod(0o755)
    return subprocess.run([sys.executable, "-c", READ, path], cwd=folder, capture_output=True, text=True, timeout=100)


@as_root
@pytest.mark.parametrize("umask", [0o077, 0o027, 0o022, 0o000])
def test_a_stranger_reads_every_file(tmp_path: Path, umask: int) -> None:
    # Two parents of the target are missing as well.
    done = run(tmp_path, umask, "neu/tief/srv")
    assert (done.returncode, done.stderr) == (0, "")
    assert stranger(tmp_path, "neu/tief/srv/current/").returncode == 0
    assert {oct((tmp_path / part).stat().st_mode & 0o7777) for part in ("neu", "neu/tief", "neu/tief/srv", "neu/tief/srv/releases")} == {"0o755"}
    assert verify(tmp_path, "neu/tief/srv/current").stdout == "核对通过：每个文件都和清单一致。\n"


def test_nobody_else_writes_what_a_publish_makes(tmp_path: Path) -> None:
    (tmp_path / "dist").mkdir()
    for words in (("srv",), ("srv",), ("--zip", "dist")):
        assert run(tmp_path, 0o000, *words).returncode == 0
    notes = list((tmp_path / "srv/releases").glob(".from-*"))
    assert [oct(note.stat().st_mode & 0o777) for note in notes] == ["0o644"]
    made = [path for place in ("srv", "dist") for path in (tmp_path / place).rglob("*") if not path.is_symlink()]
    assert len(made) > 20
    assert [str(path) for path in made if path.stat().st_mode & 0o002] == []


@as_root
def test_an_empty_target_and_an_older_one_are_opened(tmp_path: Path) -> None:
    (tmp_path / "srv").mkdir(mode=0o700)
    assert run(tmp_path, 0o077, "srv").returncode == 0
    assert stranger(tmp_path, "srv/current/").returncode == 0
    # As older programs left it, and a file that somebody has closed.
    for path in ("srv", "srv/releases", "srv/current/index.html", "srv/current/practices"):
        (tmp_path / path).chmod(0o700)
    again = run(tmp_path, 0o077, "srv")
    assert (again.returncode, again.stderr) == (0, "")
    assert "没有新建版本" in again.stdout
    assert stranger(tmp_path, "srv/current/").returncode == 0


def test_a_closed_folder_above_is_told_and_not_opened(tmp_path: Path) -> None:
    home = tmp_path / "老 王"
    home.mkdir(mode=0o700)
    done = run(tmp_path, 0o022, "老 王/srv")
    assert done.returncode == 1
    assert "已发布" not in done.stdout
    release = (home / "srv/current").resolve().name
    assert done.stderr == (
        f"出错了：{release} 已经换上，但是网页服务器读不到，读者会得到 403：“{home}”的权限是 700，别的账户打不开\n"
        f"  改法：换到别的账户进得去的文件夹（例如 /srv/kb），或者放开：chmod o+x '{home}'\n")
    assert home.stat().st_mode & 0o777 == 0o700
    assert verify(tmp_path, "老 王/srv/current").returncode == 1
    assert f"每个文件都和清单一致，但是网页服务器读不到，读者会得到 403：“{home}”的权限是 700" in verify(tmp_path, "老 王/srv/current").stderr
    again = run(tmp_path, 0o022, "老 王/srv")
    assert (again.returncode, again.stderr.startswith(f"出错了：内容和当前版本 {release} 一样，但是网页服务器读不到")) == (1, True)
    home.chmod(0o711)
    assert run(tmp_path, 0o022, "老 王/srv").returncode == 0


def test_what_verifying_finds_closed(tmp_path: Path) -> None:
    run(tmp_path, 0o022, "srv")
    (tmp_path / "srv/current/practices").chmod(0o700)
    (tmp_path / "srv/current/index.html").chmod(0o600)
    told = verify(tmp_path, "srv/current").stderr
    folder = (tmp_path / "srv/current").resolve()
    assert f"“{folder}/practices”的权限是 700，别的账户打不开，另有 1 处也是\n" in told
    assert told.endswith(f"放开：chmod o+x {folder}/practices；chmod o+r {folder}/index.html\n")


def test_a_target_by_way_of_a_link_passes_both_ways(tmp_path: Path, sample: Path, expected: Expected, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(access, "TOP", tmp_path)
    for name in ("disk", "etc"):
        (tmp_path / name).mkdir(mode=0o755)
    (tmp_path / "etc/kb").symlink_to(tmp_path / "disk/kb")
    (tmp_path / "disk/kb").mkdir()
    done = publish(tmp_path / "etc/kb", lambda target: files.copy(sample, target), expected, keep=1)
    assert done.access.barred == ()
    for closed in ("disk", "etc"):
        (tmp_path / closed).chmod(0o700)
        assert access.of(tmp_path / "etc/kb/current").barred == (tmp_path / closed,)
        (tmp_path / closed).chmod(0o755)


@as_root
def test_a_folder_left_to_the_servers_group_stays_so(tmp_path: Path, sample: Path, expected: Expected, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(access, "TOP", tmp_path)
    group = next(account.pw_gid for account in pwd.getpwall() if account.pw_uid and account.pw_gid)
    (tmp_path / "srv").mkdir()
    os.chown(tmp_path / "srv", 0, group)
    (tmp_path / "srv").chmod(0o2750)
    done = publish(tmp_path / "srv", lambda target: files.copy(sample, target), expected, keep=1)
    assert (tmp_path / "srv").stat().st_mode & 0o7777 == 0o2750
    assert done.access.barred == ()
    assert done.access.note.startswith("只有组 ") and done.access.note.endswith(" 的成员能读，网页服务器的账户要在里面。")
    # The group of a single account, its own, lets nobody in.
    os.chown(tmp_path / "srv", 0, 0)
    (tmp_path / "srv").chmod(0o750)
    assert access.of(tmp_path / "srv/current").barred == (tmp_path / "srv",)


def test_what_is_unpacked_is_nobody_elses_to_read(tmp_path: Path) -> None:
    run(tmp_path, 0o022, "--zip", "out.zip")
    subprocess.run([sys.executable, "-m", "zipfile", "-e", "out.zip", "copy"], cwd=tmp_path, check=True)
    (folder,) = (tmp_path / "copy").iterdir()
    folder.chmod(0o700)
    assert verify(tmp_path, str(folder)).returncode == 0
