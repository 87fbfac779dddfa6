"""kb export."""

import errno
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from macros.cli import export as export_command
from macros.cli.export import command
from macros.runtime import owned
from macros.site import fingerprint


def export(library: Path, out: Path, *options: str) -> Result:
    return CliRunner().invoke(command, ["--data", str(library), "--out", str(out), *options])


def written(out: Path) -> list[str]:
    return sorted(p.relative_to(out).as_posix() for p in out.rglob("*") if p.is_file() and p.name != owned.NOTE)


def test_everything_but_bulk_by_default(library: Path, tmp_path: Path) -> None:
    result = export(library, tmp_path)
    assert result.exit_code == 0
    assert written(tmp_path) == [
        "api/changes.json", "api/formulations.json", "api/index.json", "api/organizations.json", "api/practices.json", "api/problems.json",
        "api/sources.json", "api/speeches.json", "api/terms.json", "api/topics.json", "practices.csv", "practices.xlsx"]
    assert f"写好 {tmp_path / 'practices.csv'}（" in result.output
    assert (tmp_path / "practices.csv").read_bytes().startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize("options", [["--bulk"], ["--format", "bulk"], ["--bulk", "--format", "bulk"]])
def test_bulk(library: Path, tmp_path: Path, options: list[str]) -> None:
    assert export(library, tmp_path, *options).exit_code == 0
    assert written(tmp_path) == ["bulk/bulk-001.ndjson", "bulk/mapping.json"]


def test_a_smaller_export_leaves_no_part_of_a_larger_one(library: Path, tmp_path: Path) -> None:
    assert export(library, tmp_path, "--bulk").exit_code == 0
    note = json.loads((tmp_path / owned.NOTE).read_text(encoding="utf-8"))
    for name in ("bulk/bulk-002.ndjson", "bulk/bulk-003.ndjson"):  # as a larger library would have had
        (tmp_path / name).write_bytes((tmp_path / "bulk/bulk-001.ndjson").read_bytes())
        note[name] = note["bulk/bulk-001.ndjson"]
    (tmp_path / owned.NOTE).write_text(json.dumps(note), encoding="utf-8")
    (tmp_path / "bulk/bulk-003.ndjson").write_text("somebody's", encoding="utf-8")
    assert "bulk-002" not in export(library, tmp_path, "--format", "csv").output
    result = export(library, tmp_path, "--bulk")
    assert f"删去 {tmp_path / 'bulk/bulk-002.ndjson'}（上次导出的，这次没有了）" in result.output
    assert written(tmp_path) == ["bulk/bulk-001.ndjson", "bulk/bulk-003.ndjson", "bulk/mapping.json", "practices.csv"]


def test_the_analyser_can_be_chosen(library: Path, tmp_path: Path) -> None:
    export(library, tmp_path, "--bulk", "--analyser", "ik")
    mapping = json.loads((tmp_path / "bulk/mapping.json").read_text(encoding="utf-8"))
    assert mapping["settings"]["analysis"]["analyzer"]["zh"] == {"type": "ik_max_word"}


def test_one_format(library: Path, tmp_path: Path) -> None:
    export(library, tmp_path, "--format", "csv", "--site", "https://example.org")
    assert written(tmp_path) == ["practices.csv"]
    assert "https://example.org/practices/pei-xun.html" in (tmp_path / "practices.csv").read_text(encoding="utf-8")


def test_a_broken_library_is_not_exported(tmp_path: Path) -> None:
    (tmp_path / "data/practices").mkdir(parents=True)
    (tmp_path / "data/practices/a.yml").write_text("title: 甲\n", encoding="utf-8")
    result = export(tmp_path / "data", tmp_path / "out")
    assert result.exit_code == 1
    assert "practices/a.yml:1:1: 错误[" in result.output
    assert not (tmp_path / "out").exists()


def test_a_missing_library_is_said_to_be_missing(tmp_path: Path) -> None:
    result = export(tmp_path / "none", tmp_path / "out")
    assert result.exit_code == 2
    assert f"没有“{tmp_path / 'none'}”这个数据文件夹" in result.output


def test_a_folder_that_cannot_be_written(library: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    result = export(library, tmp_path / "file/out")
    assert result.exit_code == 1
    assert "换一个 --out 文件夹再试" in result.output
    assert "Traceback" not in result.output


def test_an_export_replaces_only_what_an_export_wrote(library: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "practices.csv").write_text("我的表", encoding="utf-8")
    result = export(library, out)
    assert result.exit_code == 1
    assert f"没有导出：“{out}”里的 practices.csv 不是导出时写的，或者后来改过，没有动它们\n  改法：把它们移走或改名" in result.output
    assert written(out) == ["practices.csv"]
    assert (out / "practices.csv").read_text(encoding="utf-8") == "我的表"
    (out / "practices.csv").rename(out / "mine.csv")
    assert export(library, out, "--format", "csv").exit_code == 0
    assert export(library, out, "--site", "https://example.org").exit_code == 0
    assert "https://example.org" in (out / "practices.csv").read_text(encoding="utf-8")
    (out / "api/topics.json").write_text("{}", encoding="utf-8")
    assert "里的 api/topics.json 不是导出时写的" in export(library, out).output


@pytest.mark.parametrize("link", ["practices.csv", "api"])
def test_an_export_does_not_write_through_a_link(library: Path, tmp_path: Path, link: str) -> None:
    out, other = tmp_path / "out", tmp_path / "other"
    out.mkdir()
    other.mkdir()
    (other / "mine").write_text("信", encoding="utf-8")
    (out / link).symlink_to(other if link == "api" else other / "mine")
    assert "不是导出时写的" in export(library, out).output
    assert written(other) == ["mine"]
    assert (other / "mine").read_text(encoding="utf-8") == "信"


def test_an_export_that_was_cut_off_goes_on(library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert export(library, tmp_path / "out").exit_code == 0
    real, calls = owned.writing.replace, []

    def cut(file: Path, content: bytes) -> None:
        calls.append(file)
        if len(calls) == 4:
            raise OSError(errno.ENOSPC, "full", str(file))
        real(file, content)

    monkeypatch.setattr(owned.writing, "replace", cut)
    assert "磁盘满了" in export(library, tmp_path / "out", "--site", "https://example.org").output
    monkeypatch.undo()
    assert export(library, tmp_path / "out", "--site", "https://other.example").exit_code == 0


@pytest.mark.parametrize(("out", "reason"), [
    ("data", "就是数据文件夹，或者里面有它：不能放导出的文件"), ("data/x", "在数据文件夹“"), ("macros/x", "在这个库自己要用的文件夹“"),
    (".git", "是一个代码仓库"), (".git/x", "是一个代码仓库"), (".", "就是这个库的文件夹，或者里面有它：不能放导出的文件"), ("built", "在生成的网站“"), ("built/x", "在生成的网站“"),
    ("srv", "是发布用的文件夹"), ("srv/current", "是发布用的文件夹"), ("/", "是整个磁盘的根文件夹，不能放导出的文件"), ("/proc/x", "在系统自己的文件夹“/proc”里"),
])
def test_an_export_goes_nowhere_where_other_things_belong(project: Path, out: str, reason: str) -> None:
    (project / ".git").mkdir()
    (project / ".git/HEAD").write_text("x", encoding="utf-8")
    (project / "built").mkdir()
    (project / "built/index.html").write_text("网站", encoding="utf-8")
    fingerprint.place(project / "built").write_text("{}", encoding="utf-8")
    (project / "srv/releases/20261124T083012Z-76c31ff6f78c").mkdir(parents=True)
    (project / "srv/current").symlink_to("releases/20261124T083012Z-76c31ff6f78c")
    before = sorted(project.rglob("*"))
    result = export(project / "data", Path(out))
    assert result.exit_code == 1
    assert reason in result.output
    assert "\n  改法：用 --out 换一个还不存在的文件夹，例如 --out dist/export\n" in result.output
    assert sorted(project.rglob("*")) == before


@pytest.fixture
def project(library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project of its own around a copy of the library, and the current folder."""
    root = tmp_path / "项目"
    shutil.copytree(library, root / "data")
    for folder in ("docs", "macros"):
        (root / folder).mkdir()
    monkeypatch.setattr(export_command, "PROJECT", root)
    monkeypatch.chdir(root)
    return root


def test_who_stops_reading_stops_no_file_from_being_written(library: Path, tmp_path: Path) -> None:
    reads, writes = os.pipe()
    os.close(reads)
    said = subprocess.run([sys.executable, "-c", "from macros.cli import main; main()", "export", "--data", library, "--out", tmp_path / "out", "--format", "csv", "--format", "json"],
                          stdout=writes, stderr=subprocess.PIPE, timeout=120, check=False)
    os.close(writes)
    assert (said.stderr, "practices.csv" in written(tmp_path / "out"), len(written(tmp_path / "out"))) == (b"", True, 11)
