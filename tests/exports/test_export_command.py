"""kb export."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from macros.cli.export import command


def export(library: Path, out: Path, *options: str) -> Result:
    return CliRunner().invoke(command, ["--data", str(library), "--out", str(out), *options])


def written(out: Path) -> list[str]:
    return sorted(p.relative_to(out).as_posix() for p in out.rglob("*") if p.is_file())


def test_everything_but_bulk_by_default(library: Path, tmp_path: Path) -> None:
    result = export(library, tmp_path)
    assert result.exit_code == 0
    assert written(tmp_path) == [
        "api/organizations.json", "api/practices.json", "api/problems.json", "api/speeches.json", "api/terms.json",
        "api/topics.json", "practices.csv", "practices.xlsx"]
    assert f"写好 {tmp_path / 'practices.csv'}（" in result.output
    assert (tmp_path / "practices.csv").read_bytes().startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize("options", [["--bulk"], ["--format", "bulk"], ["--bulk", "--format", "bulk"]])
def test_bulk(library: Path, tmp_path: Path, options: list[str]) -> None:
    assert export(library, tmp_path, *options).exit_code == 0
    assert written(tmp_path) == ["bulk/bulk-001.ndjson", "bulk/mapping.json"]


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
    assert result.exit_code == 1
    assert "没有这个数据文件夹" in result.output


def test_a_folder_that_cannot_be_written(library: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    result = export(library, tmp_path / "file/out")
    assert result.exit_code == 1
    assert "换一个 --out 文件夹再试" in result.output
    assert "Traceback" not in result.output
