"""What may be a publish target: nothing of anybody else's is changed, deleted or opened."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from macros.publishing import PublishFailed, SiteRefused, files, hand_over, publish, releases, roll_back, target
from macros.publishing.checks import Expected
from macros.publishing.workspace import LOCK, WORK
from macros.site import fingerprint

Put = Callable[[Path], object]


@pytest.fixture
def put(sample: Path, expected: Expected) -> Put:
    return lambda dest: publish(dest, lambda folder: files.copy(sample, folder), expected, keep=1)


def state(folder: Path) -> list[tuple[str, int, object]]:
    """Everything in a folder: names, modes, contents or targets."""
    return sorted((str(p.relative_to(folder)), p.lstat().st_mode,
                   p.readlink() if p.is_symlink() else p.read_bytes() if p.is_file() else None)
                  for p in [folder, *folder.rglob("*")])


def refused(put: Put, dest: Path, words: str, root: Path | None = None) -> None:
    before = state(root or dest)
    with pytest.raises(PublishFailed, match=words):
        put(dest)
    assert state(root or dest) == before


def letter(file: Path) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("给老王的信", encoding="utf-8")


def test_a_folder_with_somebodys_files(put: Put, tmp_path: Path) -> None:
    letter(tmp_path / "srv/letter.txt")
    (tmp_path / "srv").chmod(0o700)
    refused(put, tmp_path / "srv", r"里有别的文件（letter\.txt），不是发布用的文件夹，没有动它")


@pytest.mark.parametrize(("path", "words"), [
    ("releases/报告.docx", "里是别的文件（报告.docx），不是发布的各版"),
    ("releases", "不是文件夹，发布的各版要放在那里"),
    ("current/index.html", "不是发布用的链接"),
    ("current", "不是发布用的链接"),
    (f"{WORK}/letter.txt", rf"{WORK}”不是发布程序建的"),
    (WORK, rf"{WORK}”不是发布程序建的"),
    (LOCK, rf"{LOCK}”不是发布程序建的"),
    (f"{LOCK}/letter.txt", rf"{LOCK}”不是发布程序建的"),
    (f"{releases.FRESH}/letter.txt", rf"{releases.FRESH}”不是发布程序建的"),
    (releases.FRESH, rf"{releases.FRESH}”不是发布程序建的"),
])
def test_a_name_of_ours_that_is_somebodys(put: Put, tmp_path: Path, path: str, words: str) -> None:
    letter(tmp_path / "srv" / path)
    (tmp_path / "srv").chmod(0o755)
    refused(put, tmp_path / "srv", words)


@pytest.mark.parametrize("name", ["current", WORK, LOCK, releases.FRESH])
@pytest.mark.parametrize("to", ["../elsewhere", "/nirgends", "releases/mine", "../elsewhere/20260101T000000Z-0123456789ab"])
def test_a_link_of_somebodys(put: Put, tmp_path: Path, name: str, to: str) -> None:
    letter(tmp_path / "elsewhere/20260101T000000Z-0123456789ab/letter.txt")
    (tmp_path / "srv").mkdir()
    (tmp_path / "srv" / name).symlink_to(to)
    refused(put, tmp_path / "srv", "不是发布", tmp_path)


def test_a_current_whose_release_is_gone_is_replaced(put: Put, tmp_path: Path) -> None:
    (tmp_path / "srv").mkdir()
    (tmp_path / "srv/current").symlink_to("releases/20260101T000000Z-0123456789ab")
    put(tmp_path / "srv")
    assert (tmp_path / "srv/current/index.html").is_file()


def test_files_beside_ours_stay_and_are_not_opened(put: Put, tmp_path: Path) -> None:
    put(tmp_path / "srv")
    letter(tmp_path / "srv/letter.txt")
    letter(tmp_path / "srv/releases/notes/letter.txt")
    letter(tmp_path / "srv/releases/20200101T000000Z-0123456789ab/letter.txt")
    (tmp_path / "srv/releases/20200102T000000Z-0123456789ab").symlink_to("notes")
    (tmp_path / "srv").chmod(0o700)
    put(tmp_path / "srv")
    assert (tmp_path / "srv").stat().st_mode & 0o777 == 0o700
    assert sorted(p.relative_to(tmp_path / "srv").as_posix() for p in (tmp_path / "srv").rglob("letter.txt")) == [
        "letter.txt", "releases/20200101T000000Z-0123456789ab/letter.txt", "releases/notes/letter.txt"]
    assert (tmp_path / "srv/releases/20200102T000000Z-0123456789ab").is_symlink()


def test_a_disks_own_folder_is_nobodys(put: Put, tmp_path: Path) -> None:
    (tmp_path / "srv/lost+found").mkdir(parents=True)
    put(tmp_path / "srv")
    assert (tmp_path / "srv/lost+found").is_dir()


def test_a_link_to_nowhere(put: Put, tmp_path: Path) -> None:
    (tmp_path / "srv").symlink_to("nirgends")
    with pytest.raises(PublishFailed, match="srv”是一个断了的链接，不是文件夹"):
        put(tmp_path / "srv")
    assert not (tmp_path / "nirgends").exists()


def test_releases_on_another_disk(put: Put, tmp_path: Path) -> None:
    disk = tmp_path / "srv/releases"
    disk.mkdir(parents=True)
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", str(disk)], capture_output=True, text=True)
    if mounted.returncode:
        pytest.skip(f"这里不许挂载小磁盘：{mounted.stderr.strip()}")
    try:
        refused(put, tmp_path / "srv", "在另一个磁盘上，换版本做不到一步完成")
        (tmp_path / "other").mkdir()
        (tmp_path / "other/releases").symlink_to(disk)
        refused(put, tmp_path / "other", "在另一个磁盘上，换版本做不到一步完成")
    finally:
        subprocess.run(["umount", str(disk)], check=True)


@pytest.mark.parametrize("inside", ["current", "current/practices/neu", "releases/{}", "releases/{}/neu"])
def test_a_target_in_a_release(put: Put, tmp_path: Path, inside: str) -> None:
    put(tmp_path / "srv")
    name = (tmp_path / "srv/current").resolve().name
    refused(put, tmp_path / "srv" / inside.format(name), "在已经发布的一版里，往里写会弄坏它", tmp_path / "srv")


@pytest.mark.parametrize(("place", "words"), [
    ("data", "在“.*data”里，那里是生成网站要用的内容"), ("data/practices/x", "在“.*data”里"), ("by-link/x", "在“.*data”里"),
    ("site/neu", "在生成的网站“.*site”里"),
])
def test_a_target_in_what_a_build_reads_or_makes(tmp_path: Path, place: str, words: str) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "by-link").symlink_to("data")
    (tmp_path / "site").mkdir()
    (tmp_path / "site/index.html").touch()
    (tmp_path / ".site-stamp").write_text('["' + "0" * 64 + '", "' + "1" * 64 + '"]', encoding="utf-8")
    with pytest.raises(PublishFailed, match=words):
        target.keep_apart(tmp_path / place, [tmp_path / "data"], fingerprint.is_site)


def test_a_target_beside_the_inputs(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    target.keep_apart(tmp_path / "data-published", [tmp_path / "data"], fingerprint.is_site)


def test_a_rollback_touches_no_more(put: Put, tmp_path: Path) -> None:
    letter(tmp_path / "srv/releases/letter.txt")
    with pytest.raises(PublishFailed, match="里是别的文件"):
        roll_back(tmp_path / "srv")
    assert sorted(p.name for p in (tmp_path / "srv").rglob("*")) == ["letter.txt", "releases"]


@pytest.mark.parametrize("content", [b"PK\x03\x04 no archive", b"", "给老王的信".encode()])
def test_a_hand_over_replaces_only_a_hand_over(sample: Path, expected: Expected, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "out.zip").write_bytes(content)
    with pytest.raises(PublishFailed, match=r"out\.zip”已经存在，不是 kb publish 打的包，没有动它"):
        hand_over(tmp_path / "out.zip", lambda folder: files.copy(sample, folder), expected, name="甲县实践库")
    assert (tmp_path / "out.zip").read_bytes() == content


def test_a_hand_over_keeps_mode_and_link(sample: Path, expected: Expected, tmp_path: Path) -> None:
    (tmp_path / "to").mkdir()
    (tmp_path / "out.zip").symlink_to("to/real.zip")
    (tmp_path / "to/real.zip").write_bytes(b"x")
    (tmp_path / "to/real.zip").unlink()
    with pytest.raises(PublishFailed):
        hand_over(tmp_path / "to", lambda folder: files.copy(sample, folder), expected, name="甲县实践库")
    hand_over(tmp_path / "to/real.zip", lambda folder: files.copy(sample, folder), expected, name="甲县实践库")
    (tmp_path / "to/real.zip").chmod(0o640)
    hand_over(tmp_path / "out.zip", lambda folder: files.copy(sample, folder), expected, name="乙县实践库")
    assert (tmp_path / "out.zip").is_symlink()
    assert (tmp_path / "to/real.zip").stat().st_mode & 0o777 == 0o640


def test_what_could_not_be_removed_is_removed_next_time(put: Put, sample: Path, expected: Expected, tmp_path: Path,
                                                       monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(folder: Path) -> None:
        files.copy(sample, folder)
        (folder / "index.html").unlink()
        monkeypatch.setattr("macros.publishing.workspace.shutil.rmtree", lambda *_, **__: None)

    with pytest.raises(SiteRefused):
        publish(tmp_path / "srv", fail, expected, keep=1)
    monkeypatch.undo()
    assert sorted(p.name for p in (tmp_path / "srv").iterdir()) == [LOCK, WORK]
    put(tmp_path / "srv")
    assert sorted(p.name for p in (tmp_path / "srv").iterdir()) == ["current", "releases"]


def test_a_target_in_another_one(tmp_path: Path) -> None:
    release = tmp_path / "srv/releases/20261124T083012Z-76c31ff6f78c"
    release.mkdir(parents=True)
    (tmp_path / "srv/current").symlink_to(Path("releases") / release.name)
    with pytest.raises(PublishFailed, match=r"“.*/srv/sub/kb”在另一个发布用的文件夹“.*/srv”里"):
        target.keep_apart(tmp_path / "srv/sub/kb", [], fingerprint.is_site)
    target.keep_apart(tmp_path / "srv", [], fingerprint.is_site)
    target.keep_apart(tmp_path / "srv-2", [], fingerprint.is_site)
