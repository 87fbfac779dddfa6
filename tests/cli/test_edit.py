"""`kb edit`: the address is printed, on the loopback and with a token; what speaks against it is told."""

import re
import socket
from pathlib import Path

import pytest
from click.testing import CliRunner

from macros.cli import main
from macros.desk.server import Server
from tests.small_tree import Tree


@pytest.fixture(autouse=True)
def _at_once(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def interrupted(server: Server) -> None:
        server.close()
        raise KeyboardInterrupt
    monkeypatch.setattr(Server, "run", interrupted)
    monkeypatch.setattr("webbrowser.open_new_tab", lambda address: pytest.fail("a browser was opened"))
    monkeypatch.setenv("KB_DESK", str(tmp_path / "kept"))


def test_the_address_is_printed_and_no_browser_is_opened(tree: Tree) -> None:
    result = CliRunner().invoke(main, ["edit", "--no-browser", "--data", str(tree.root), "--docs", str(tree.docs)])
    assert result.exit_code == 0, result.output
    assert re.fullmatch(r"编写台：http://127\.0\.0\.1:\d+/\?token=[\w-]{32}\n只有这台电脑能打开，地址里有口令，不要给别人。按 Ctrl C 结束。\n"
                        r"编写台关了。没有存的都在草稿里。\n", result.output)


def test_the_browser_is_opened_at_the_address(tree: Tree, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr("webbrowser.open_new_tab", opened.append)
    result = CliRunner().invoke(main, ["edit", "--data", str(tree.root)])
    assert len(opened) == 1 and opened[0] in result.output


def test_a_port_that_is_taken_is_told(tree: Tree) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        result = CliRunner().invoke(main, ["edit", "--no-browser", "--port", str(taken.getsockname()[1]), "--data", str(tree.root)])
    assert result.exit_code == 1
    assert "编写台打不开：" in result.output and "改法：换一个端口（--port），或者不写。" in result.output


def test_another_folder_is_no_library(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["edit", "--no-browser", "--data", str(tmp_path / "none")])
    assert result.exit_code == 2 and "没有“" in result.output
