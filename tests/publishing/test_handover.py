"""The file to carry away: what is in it, how it opens, how a copy is verified."""

import subprocess
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest

from macros.html.page import parse
from macros.publishing import PublishFailed, SiteRefused, checksums, files, hand_over, handover
from macros.publishing.checks import Expected
from macros.publishing.edition import Edition

PLAIN = Edition(handover.version())
MOMENT = datetime(2026, 11, 24, 8, 30, 12, tzinfo=UTC)


@pytest.fixture
def packed(sample: Path, tmp_path: Path, expected: Expected) -> Path:
    file = tmp_path / "out/kb-1.0.0.zip"
    hand_over(file, lambda target: files.copy(sample, target), expected, name="甲县实践库", moment=MOMENT)
    return file


@pytest.fixture
def unpacked(packed: Path, tmp_path: Path) -> Path:
    with zipfile.ZipFile(packed) as archive:
        archive.extractall(tmp_path / "别的地方")
    return tmp_path / "别的地方" / f"kb-{handover.version()}"


def test_what_is_in_it(packed: Path, sample: Path) -> None:
    with zipfile.ZipFile(packed) as archive:
        names = archive.namelist()
        assert archive.testzip() is None
    top = f"kb-{handover.version()}"
    whole = sorted(p.relative_to(sample).as_posix() for p in sample.rglob("*") if p.is_file())
    assert [n for n in names if n.startswith(f"{top}/site/")] == [f"{top}/site/{n}" for n in whole]
    assert [n for n in names if not n.startswith(f"{top}/site/")] == [f"{top}/SHA256SUMS.txt", f"{top}/start.css", f"{top}/start.html"]
    assert [p.name for p in packed.parent.iterdir()] == ["kb-1.0.0.zip"]


def test_the_start_page_leads_to_the_site_without_asking_anybody(unpacked: Path) -> None:
    text = (unpacked / "start.html").read_text(encoding="utf-8")
    page = parse(text)
    assert [reference.url for reference in page.references] == ["start.css", "site/index.html"]
    assert all((unpacked / reference.url).is_file() for reference in page.references)
    assert page.inline == ()
    assert "打开甲县实践库" in text and "2026年11月24日" in text


def test_the_same_site_gives_the_same_bytes(packed: Path, sample: Path, tmp_path: Path, expected: Expected) -> None:
    again = tmp_path / "again.zip"
    (sample / "index.html").touch()
    hand_over(again, lambda target: files.copy(sample, target), expected, name="甲县实践库", moment=MOMENT)
    assert again.read_bytes() == packed.read_bytes()


def test_an_untouched_copy_verifies(unpacked: Path) -> None:
    assert checksums.verify(unpacked) == []


def test_sha256sum_reads_the_list(unpacked: Path) -> None:
    assert subprocess.run(["sha256sum", "--quiet", "--strict", "-c", "SHA256SUMS.txt"], cwd=unpacked).returncode == 0


def test_what_verifying_finds(unpacked: Path) -> None:
    (unpacked / "site/glossary.html").unlink()
    (unpacked / "site/index.html").write_text("改过", encoding="utf-8")
    (unpacked / "site/extra.html").write_text("多的", encoding="utf-8")
    assert [(f.path, f.message) for f in checksums.verify(unpacked)] == [
        ("site/extra.html", "清单里没有这个文件"),
        ("site/glossary.html", "文件不见了"),
        ("site/index.html", "内容和打包时不一样"),
    ]


def test_a_folder_without_a_list(tmp_path: Path) -> None:
    with pytest.raises(PublishFailed, match=r"里没有校验清单 SHA256SUMS\.txt"):
        checksums.verify(tmp_path)


@pytest.mark.parametrize(("content", "message"), [("", "是空的"), ("abc  x.html\n", "有一行读不懂：abc  x.html")])
def test_a_broken_list(unpacked: Path, content: str, message: str) -> None:
    (unpacked / "SHA256SUMS.txt").write_text(content, encoding="utf-8")
    with pytest.raises(PublishFailed, match=message):
        checksums.verify(unpacked)


def test_a_finding_leaves_the_old_file(packed: Path, sample: Path, expected: Expected) -> None:
    before = packed.read_bytes()
    (sample / "glossary.html").unlink()
    with pytest.raises(SiteRefused):
        hand_over(packed, lambda target: files.copy(sample, target), expected, name="甲县实践库")
    assert packed.read_bytes() == before
    assert [p.name for p in packed.parent.iterdir()] == ["kb-1.0.0.zip"]


def test_every_path_is_short_enough(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    (folder / "site" / ("a" * 90)).mkdir(parents=True)
    (folder / "site" / ("a" * 90) / ("b" * 59)).write_text("x", encoding="utf-8")
    # The longest that a site may hold goes into the longest name that a folder gets.
    handover.pack(folder, tmp_path / "y.zip", MOMENT, Edition("10.10.10", "588eb65", modified=True))
    (folder / "site" / ("a" * 90) / ("b" * 90)).write_text("x", encoding="utf-8")
    with pytest.raises(PublishFailed, match="路径太长，Windows 上解压不开"):
        handover.pack(folder, tmp_path / "x.zip", MOMENT, PLAIN)


def test_where_the_file_goes(tmp_path: Path) -> None:
    usual = f"kb-{handover.version()}.zip"
    assert handover.file_for(tmp_path, PLAIN) == tmp_path / usual
    assert handover.file_for(tmp_path / "a.ZIP", PLAIN) == tmp_path / "a.ZIP"
    assert handover.file_for(tmp_path / "new", PLAIN) == tmp_path / "new" / usual
    (tmp_path / "odd.zip").mkdir()
    assert handover.file_for(tmp_path / "odd.zip", PLAIN) == tmp_path / "odd.zip" / usual
    assert handover.file_for(tmp_path, Edition("1.0.0", "588eb65", modified=True)).name == "kb-1.0.0-588eb65-modified.zip"
