"""The desk is killed and started again: what was typed is there, the file is whole, and the window that was open writes on."""

import http.client
import json
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from macros.desk import lasting
from macros.desk.lasting import Run
from tests import frozen
from tests.conftest import PROJECT

ENTRY = "practices/quan-yuan-ru-wei"
RUN = Run("t" * 32, "s" * 32, 8642)


class Window:
    """A desk in a process of its own, and a window of it that keeps its cookie."""

    def __init__(self, root: Path) -> None:
        self.root, self.cookie, self.address = root, "", ""
        self.process: subprocess.Popen[str] | None = None

    def start(self) -> str:
        """Starts the desk; its address."""
        self.process = subprocess.Popen([str(Path(sys.executable).with_name("kb")), "edit", "--no-browser", "--data", str(self.root / "data"), "--docs", str(self.root / "docs")],
                                        cwd=PROJECT, env={**os.environ, "HOME": str(self.root), "XDG_STATE_HOME": str(self.root / "state"), "PYTHONUNBUFFERED": "1"},
                                        stdout=subprocess.PIPE, text=True)
        assert self.process.stdout
        return self.process.stdout.readline().strip().removeprefix("编写台：")

    def kill(self) -> None:
        assert self.process and self.process.stdout
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()
        self.process.stdout.close()

    def ask(self, method: str, path: str, given: object = None) -> tuple[int, str]:
        parts = urlsplit(self.address)
        connection = http.client.HTTPConnection("127.0.0.1", parts.port, timeout=60)
        headers = {"Cookie": self.cookie, "Content-Type": "application/json", "Origin": f"http://127.0.0.1:{parts.port}"} if given is not None else {"Cookie": self.cookie}
        connection.request(method, path, json.dumps(given) if given is not None else None, headers)
        answer = connection.getresponse()
        self.cookie = (answer.getheader("Set-Cookie") or self.cookie).partition(";")[0]
        text = answer.read().decode()
        connection.close()
        return answer.status, text

    def say(self, version: int, fields: dict[str, str]) -> tuple[int, int]:
        status, text = self.ask("POST", f"/{ENTRY}/fields", {"version": version, "fields": fields, "redraw": False})
        return status, json.loads(text)["version"] if status == 200 else version


@pytest.mark.skipif(os.name == "nt", reason="kills as Unix does")
def test_after_a_kill_the_window_writes_on_and_nothing_is_lost(tmp_path: Path) -> None:
    shutil.copytree(frozen.DATA, tmp_path / "data")
    (tmp_path / "docs").mkdir()
    before = (tmp_path / "data" / f"{ENTRY}.yml").read_bytes()
    window = Window(tmp_path)
    window.address = window.start()
    try:
        window.ask("GET", "/?" + urlsplit(window.address).query)
        version = json.loads(window.ask("POST", f"/{ENTRY}/state", {})[1])["version"]
        status, version = window.say(version, {"summary": "被杀以前写的。"})
        assert status == 200
        window.kill()
        assert (tmp_path / "data" / f"{ENTRY}.yml").read_bytes() == before
        assert window.start() == window.address
        status, version = window.say(version, {"title": "被杀以后写的"})
        assert status == 200
        page = window.ask("GET", f"/{ENTRY}")[1]
        assert "被杀以前写的。" in page and "被杀以后写的" in page
    finally:
        window.kill()


def test_a_run_is_kept_where_only_its_owner_reads(tmp_path: Path) -> None:
    lasting.keep(tmp_path, RUN)
    assert lasting.read(tmp_path) == RUN
    assert os.name == "nt" or (tmp_path / "run.json").stat().st_mode & 0o777 == 0o600
    lasting.keep(tmp_path, Run("n" * 32, "m" * 32, 1))
    assert lasting.read(tmp_path) == Run("n" * 32, "m" * 32, 1)


@pytest.mark.parametrize("text", ["", "{", "[]", '{"token": "a"}', '{"token": "", "secret": "", "port": 1}', '{"token": 1, "secret": 2, "port": 3}',
                                  json.dumps({"token": "t" * 32, "secret": "s" * 32, "port": "1"})])
def test_what_is_no_run_is_none(tmp_path: Path, text: str) -> None:
    (tmp_path / "run.json").write_text(text)
    (tmp_path / "run.json").chmod(0o600)
    assert lasting.read(tmp_path) is None


@pytest.mark.skipif(os.name == "nt", reason="modes of Unix")
def test_a_key_that_others_can_read_is_no_key(tmp_path: Path) -> None:
    lasting.keep(tmp_path, RUN)
    (tmp_path / "run.json").chmod(0o644)
    assert lasting.read(tmp_path) is None
    lasting.keep(tmp_path, RUN)
    assert lasting.read(tmp_path) == RUN
