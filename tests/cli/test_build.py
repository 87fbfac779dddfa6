"""`kb build` says what the publisher forgot that no check can hold against the library."""

from pathlib import Path
from types import SimpleNamespace

import pytest
from click.testing import CliRunner

from macros.cli import build as command


@pytest.mark.parametrize(("contact", "reminded"), [("", True), ("研究室 bangong@kb.gov.cn", False)])
def test_that_readers_have_nobody_to_ask_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, contact: str, reminded: bool) -> None:
    monkeypatch.setattr(command, "build", lambda *given, **named: SimpleNamespace(pages=1, files=1, size=10, changed=0))
    monkeypatch.setattr(command.settings, "contact", lambda project: contact)
    result = CliRunner().invoke(command.command, ["--data", str(tmp_path), "--docs", str(tmp_path), "--site", str(tmp_path / "site")])
    assert result.exit_code == 0
    assert ("提示：还没有写读者有疑问、发现错了找谁。写在 mkdocs.yml 的 extra.contact" in result.output) is reminded
