import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from macros.cli import main
from macros.editing.json_schema import files


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "data").mkdir()
    return tmp_path


def kb(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["schema", "--out", str(root), *arguments])


def test_schemas_are_written_and_found_fresh(root: Path) -> None:
    assert kb(root, "--check").exit_code == 1
    assert kb(root).output.splitlines() == [f"写好了 {name}" for name in files()]
    fresh = kb(root, "--check")
    assert (fresh.exit_code, fresh.output) == (0, "都是最新的。\n")
    (root / "schema" / "practices.json").write_text("{}", encoding="utf-8")
    stale = kb(root, "--check")
    assert (stale.exit_code, stale.output) == (1, "schema/practices.json 不是最新的，运行 kb schema\n")
    assert kb(root).output == "写好了 schema/practices.json\n"


def test_line_ends_of_windows_are_not_stale(root: Path) -> None:
    kb(root)
    for name in files():
        (root / name).write_bytes((root / name).read_bytes().replace(b"\n", b"\r\n"))
    for arguments in (["--check"], []):
        result = kb(root, *arguments)
        assert (result.exit_code, result.output) == (0, "都是最新的。\n")


def test_the_users_own_settings_stay(root: Path) -> None:
    (root / ".vscode").mkdir()
    own = {"editor.tabSize": 4, "yaml.schemas": {"./mine.json": "x.yml"}, "我的": [1]}
    (root / ".vscode/settings.json").write_text(json.dumps(own), encoding="utf-8")
    (root / ".vscode/extensions.json").write_text('{"recommendations": ["mine.mine"]}', encoding="utf-8")
    assert kb(root).exit_code == 0
    settings = json.loads((root / ".vscode/settings.json").read_text(encoding="utf-8"))
    assert (settings["editor.tabSize"], settings["我的"], settings["yaml.schemas"]["./mine.json"]) == (4, [1], "x.yml")
    assert settings["yaml.schemas"]["./schema/practices.json"] == "data/practices/*.yml"
    extensions = json.loads((root / ".vscode/extensions.json").read_text(encoding="utf-8"))
    assert extensions["recommendations"] == ["mine.mine", "redhat.vscode-yaml"]
    before = (root / ".vscode/settings.json").read_bytes()
    assert kb(root).output == "都是最新的。\n"
    assert (root / ".vscode/settings.json").read_bytes() == before


@pytest.mark.parametrize("text", ['{\n  // 我的\n  "editor.tabSize": 4\n}\n', "[1]", '{"yaml.schemas": 1}'])
def test_settings_that_only_a_person_can_change_are_left_and_said(root: Path, text: str) -> None:
    (root / ".vscode").mkdir()
    (root / ".vscode/settings.json").write_text(text, encoding="utf-8")
    result = kb(root)
    assert result.exit_code == 0
    assert "提醒：.vscode/settings.json 里有注释，或者写得不合 JSON，没有动它；要用库的设置，照这样自己添上：\n{" in result.output
    assert (root / ".vscode/settings.json").read_text(encoding="utf-8") == text


def test_a_folder_that_is_no_library_gets_nothing(tmp_path: Path) -> None:
    result = kb(tmp_path)
    assert result.exit_code == 1
    assert result.output == f"出错了：“{tmp_path}”不是库的根文件夹，里面没有 data，没有写。\n  改法：在库的根文件夹里运行，或用 --out 指明。\n"
    assert not list(tmp_path.iterdir())
