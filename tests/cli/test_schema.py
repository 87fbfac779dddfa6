from pathlib import Path

from click.testing import CliRunner

from macros.cli import main
from macros.editing.json_schema import files


def test_schemas_are_written_and_found_fresh(tmp_path: Path) -> None:
    def kb(*arguments: str) -> tuple[int, str]:
        result = CliRunner().invoke(main, ["schema", "--out", str(tmp_path), *arguments])
        return result.exit_code, result.output

    assert kb("--check")[0] == 1
    assert kb()[1].splitlines() == [f"写好了 {name}" for name in files()]
    assert kb("--check") == (0, "")
    (tmp_path / "schema" / "practices.json").write_text("{}", encoding="utf-8")
    assert kb("--check") == (1, "schema/practices.json 不是最新的，运行 kb schema\n")
    assert kb()[1] == "写好了 schema/practices.json\n"


def test_line_ends_of_windows_are_not_stale(tmp_path: Path) -> None:
    CliRunner().invoke(main, ["schema", "--out", str(tmp_path)])
    for name in files():
        (tmp_path / name).write_bytes((tmp_path / name).read_bytes().replace(b"\n", b"\r\n"))
    for arguments, told in ((["--check"], ""), ([], "都是最新的。\n")):
        result = CliRunner().invoke(main, ["schema", "--out", str(tmp_path), *arguments])
        assert (result.exit_code, result.output) == (0, told)
