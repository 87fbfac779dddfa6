"""Releases, the flip, the way back and the clearing up, as a person at the server sees them."""

import gzip
import os
import shutil
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from macros.publishing import Published, PublishFailed, SiteRefused, checksums, files, publish, releases, roll_back
from macros.publishing.checks import Expected
from macros.publishing.workspace import LOCK, WORK, workspace

Publish = Callable[..., Published]


@pytest.fixture
def dest(tmp_path: Path) -> Path:
    return tmp_path / "srv"


@pytest.fixture
def put(sample: Path, dest: Path, expected: Expected) -> Publish:
    """Publishes the sample site with a home page that says `words`."""

    def run(words: str, keep: int = 5) -> Published:
        page = (sample / "index.html").read_text(encoding="utf-8")
        shutil.copy(sample / "index.html", sample.parent / "index.kept")
        (sample / "index.html").write_text(page.replace("共 2 条做法", words), encoding="utf-8")
        try:
            return publish(dest, lambda target: files.copy(sample, target), expected, keep=keep)
        finally:
            shutil.copy(sample.parent / "index.kept", sample / "index.html")

    return run


def shown(dest: Path) -> str:
    """The words that a reader of `current` sees, the folder being whole."""
    assert checksums.verify(dest / "current") == []
    page = (dest / "current/index.html").read_text(encoding="utf-8")
    return page.split("<p>", 1)[1].split("。", 1)[0]


def test_the_first_publish(put: Publish, dest: Path) -> None:
    done = put("第一版")
    assert shown(dest) == "第一版"
    assert done.new and done.files == 25 and done.removed == ()
    assert (dest / "current").readlink() == Path("releases") / done.release
    assert sorted(p.name for p in dest.iterdir()) == ["current", "releases"]
    assert sorted(p.name for p in (dest / "releases").iterdir()) == [f".from-{done.release}", done.release]


def test_files_are_readable_by_the_server_whatever_the_builder_had(sample: Path, put: Publish, dest: Path) -> None:
    (sample / "index.html").chmod(0o600)
    (sample / "practices").chmod(0o700)
    put("甲")
    assert {oct(p.stat().st_mode & 0o777) for p in (dest / "current").resolve().rglob("*") if p.is_file()} == {"0o644"}
    assert {oct(p.stat().st_mode & 0o777) for p in (dest / "current").resolve().rglob("*") if p.is_dir()} == {"0o755"}


def test_compressed_copies_hold_the_same_and_come_out_the_same(put: Publish, dest: Path, sample: Path) -> None:
    (sample / "sitemap.xml").write_text("<x/>", encoding="utf-8")
    (sample / "sitemap.xml.gz").write_bytes(b"old")
    first = dest / "releases" / put("甲").release
    packed = {p.name: p for p in first.rglob("*.gz")}
    assert sorted(packed) == ["index.html.gz", "kb.0123abcd.js.gz"]
    for name, file in packed.items():
        assert gzip.decompress(file.read_bytes()) == file.with_name(name.removesuffix(".gz")).read_bytes()
    put("乙")
    second = dest / "releases" / put("甲").release
    assert second != first
    assert {p.name: p.read_bytes() for p in second.rglob("*.gz")} == {n: p.read_bytes() for n, p in packed.items()}


def test_the_same_content_makes_no_new_release(put: Publish, dest: Path) -> None:
    first = put("甲")
    again = put("甲")
    assert (again.release, again.new) == (first.release, False)
    assert releases.names(dest) == [first.release]


def test_a_damaged_current_is_replaced(put: Publish, dest: Path) -> None:
    first = put("甲")
    (dest / "current/glossary.html").write_text("坏了", encoding="utf-8")
    again = put("甲")
    assert again.new and again.release != first.release
    assert shown(dest) == "甲"


def test_a_reader_never_finds_current_missing(put: Publish, dest: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    both, misses, stop = [put("甲").release, put("乙").release], [], threading.Event()
    # What it waits for is the disk, which is not what readers see.
    monkeypatch.setattr(releases.os, "sync", lambda: None)

    def read() -> None:
        while not stop.is_set():
            try:
                (dest / "current").readlink()
            except OSError as error:
                misses.append(error)

    reader = threading.Thread(target=read)
    reader.start()
    for n in range(2000):
        releases.switch(dest, both[n % 2])
    stop.set()
    reader.join()
    assert misses == []


def test_a_disk_that_loses_bytes_is_noticed(put: Publish, dest: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put("甲")
    monkeypatch.setattr(files, "settle", lambda folder, seconds: (folder / "glossary.html").write_text("", encoding="utf-8"))
    with pytest.raises(PublishFailed, match="写到磁盘上的内容和生成的不一样"):
        put("乙")
    assert shown(dest) == "甲"


def test_a_finding_leaves_current_as_it_was(put: Publish, dest: Path, sample: Path) -> None:
    put("甲")
    (sample / "glossary.html").unlink()
    with pytest.raises(SiteRefused, match=r"glossary\.html 不存在"):
        put("乙")
    assert shown(dest) == "甲"
    assert sorted(p.name for p in dest.iterdir()) == ["current", "releases"]


def test_the_last_n_are_kept(put: Publish, dest: Path) -> None:
    made = [put(f"第{n}版", keep=3).release for n in range(5)]
    assert releases.names(dest) == made[-3:]
    assert sorted(p.name for p in (dest / "releases").glob(".*")) == [f".from-{name}" for name in made[-3:]]


def test_keep_one_keeps_the_current_one(put: Publish, dest: Path) -> None:
    put("甲", keep=1)
    last = put("乙", keep=1)
    assert releases.names(dest) == [last.release]
    with pytest.raises(PublishFailed, match="没有更早的版本可退"):
        roll_back(dest)


def test_rollback_goes_to_what_was_current_before(put: Publish, dest: Path) -> None:
    first, bad = put("甲").release, put("坏").release
    assert roll_back(dest) == (bad, first)
    assert shown(dest) == "甲"
    put("丙")
    roll_back(dest)
    # Not to the bad one, though it is the newest before.
    assert shown(dest) == "甲"
    with pytest.raises(PublishFailed, match="没有更早的版本可退"):
        roll_back(dest)


def test_the_rolled_back_one_outlives_pruning(put: Publish, dest: Path) -> None:
    put("甲")
    put("坏")
    roll_back(dest)
    put("丙", keep=2)
    roll_back(dest)
    assert shown(dest) == "甲"


def test_rollback_refuses_a_damaged_release(put: Publish, dest: Path) -> None:
    first = put("甲").release
    put("乙")
    (dest / "releases" / first / "glossary.html").unlink()
    with pytest.raises(PublishFailed, match=f"更早的版本 {first} 有 1 个文件不对，没有退回去"):
        roll_back(dest)
    assert shown(dest) == "乙"


def test_rollback_where_nothing_was_published(dest: Path) -> None:
    with pytest.raises(PublishFailed, match="里还没有发布过"):
        roll_back(dest)
    assert not dest.exists()


def test_the_order_survives_a_clock_set_back(put: Publish, dest: Path) -> None:
    made = put("甲").release
    (dest / "releases" / made).rename(dest / "releases" / "20990101T000000Z-0123456789ab")
    releases.switch(dest, "20990101T000000Z-0123456789ab")
    second = put("乙").release
    assert releases.names(dest) == ["20990101T000000Z-0123456789ab", second]
    assert roll_back(dest) == (second, "20990101T000000Z-0123456789ab")


def test_a_current_that_is_no_link_is_left_alone(put: Publish, dest: Path) -> None:
    (dest / "current").mkdir(parents=True)
    with pytest.raises(PublishFailed, match="已经存在，而且不是发布用的链接"):
        put("甲")
    assert list((dest / "current").iterdir()) == []


def test_a_publish_killed_before_the_flip_is_undone(put: Publish, dest: Path) -> None:
    first = put("甲").release
    orphan = "20990101T000000Z-0123456789ab"
    shutil.copytree(dest / "releases" / first, dest / "releases" / orphan)
    (dest / "releases" / f".from-{orphan}.new").write_text(first, encoding="utf-8")
    (dest / ".current-new").symlink_to(f"releases/{orphan}")
    (dest / WORK / "site").mkdir(parents=True)
    (dest / LOCK).write_text("进程 1，2026-11-24 08:30:12 开始", encoding="utf-8")
    second = put("乙").release
    assert releases.names(dest) == [first, second]
    assert sorted(p.name for p in dest.iterdir()) == ["current", "releases"]


def test_a_publish_killed_after_the_flip_counts(put: Publish, dest: Path) -> None:
    first, second = put("甲").release, put("乙").release
    note = dest / "releases" / f".from-{second}"
    note.rename(note.with_name(f"{note.name}.new"))
    assert roll_back(dest) == (second, first)
    assert note.read_text(encoding="utf-8") == f"{first}\n2\n"


def test_two_at_once(put: Publish, dest: Path) -> None:
    put("甲")
    with workspace(dest), pytest.raises(PublishFailed, match=rf"另一个发布正在进行（进程 {os.getpid()}，20..-..-.. ..:..:.. 开始）"):
        put("乙")
    with workspace(dest), pytest.raises(PublishFailed, match="另一个发布正在进行"):
        roll_back(dest)
    assert shown(dest) == "甲"
    put("乙")
    assert shown(dest) == "乙"


def test_a_lock_file_left_by_the_dead_holds_nobody_up(put: Publish, dest: Path) -> None:
    dest.mkdir()
    (dest / LOCK).write_text("进程 1", encoding="utf-8")
    put("甲")
    assert shown(dest) == "甲"


def test_a_folder_that_can_not_be_written(put: Publish, dest: Path, sample: Path) -> None:
    dest.write_text("x", encoding="utf-8")
    with pytest.raises(PublishFailed, match="是一个文件，不是文件夹"):
        put("甲")


@pytest.mark.parametrize("gone", ["link", "release"])
def test_rolling_back_where_the_current_one_is_gone_puts_the_newest_there(put: Publish, dest: Path, gone: str) -> None:
    for words in ("甲版", "乙版", "丙版"):
        put(words)
    if gone == "link":
        (dest / "current").unlink()
    else:
        shutil.rmtree((dest / "current").resolve())
    assert roll_back(dest)[0] == ""
    assert shown(dest) == ("丙版" if gone == "link" else "乙版")


def test_a_release_is_withdrawn_as_deploy_tells(put: Publish, dest: Path) -> None:
    first, bad = put("好的").release, put("不该公开的").release
    assert roll_back(dest) == (bad, first)
    # It lies there still, and neither rolling back nor publishing takes it away.
    third = put("改好的").release
    assert (dest / "releases" / bad / "index.html").read_text(encoding="utf-8").count("不该公开的") == 1
    shutil.rmtree(dest / "releases" / bad)
    fourth = put("又一版").release
    assert {entry.name for entry in (dest / "releases").iterdir()} == {f"{mark}{name}" for name in (first, third, fourth) for mark in ("", ".from-")}
    assert roll_back(dest) == (fourth, third)
    assert roll_back(dest) == (third, first)


def test_a_site_that_was_taken_off_comes_back_with_the_next_publish(put: Publish, dest: Path) -> None:
    bad = put("不该公开的").release
    (dest / "current").unlink()
    done = put("改好的")
    assert shown(dest) == "改好的"
    shutil.rmtree(dest / "releases" / bad)
    assert [path.name for path in (dest / "releases").iterdir() if not path.name.startswith(".")] == [done.release]
    with pytest.raises(PublishFailed, match="没有更早的版本可退"):
        roll_back(dest)
