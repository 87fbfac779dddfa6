"""The desk is killed and started again: what was typed is there, the file is whole, and the window that was open writes on."""

import http.client
import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from macros.desk import lasting
from macros.desk.lasting import Run
from tests import frozen
from tests.conftest import PROJECT

ENTRY = "practices/quan-yuan-ru-wei"
# A desk that is killed in the middle of a write: the new content lies beside the file, or has just taken its place.
DYING = """
import os, signal, sys
from macros.runtime import writing
when, _, part = sys.argv.pop(1).partition(":")
rename = writing._rename
def killed(made, target):
    if part not in str(target):
        return rename(made, target)
    if when == "after":
        rename(made, target)
    os.kill(os.getpid(), signal.SIGKILL)
writing._rename = killed
sys.argv[0] = "kb"
from macros.cli import main
main()
"""
RUN = Run("t" * 32, "s" * 32, 8642)


class Window:
    """A desk in a process of its own, and a window of it that keeps its cookie."""

    def __init__(self, root: Path) -> None:
        self.root, self.cookie, self.address = root, "", ""
        self.process: subprocess.Popen[str] | None = None

    def start(self, dying: str = "") -> str:
        """Starts the desk; its address. It kills itself at the rename that `dying` says: "before:PART" or "after:PART" of a file's name."""
        command = [sys.executable, "-c", DYING, dying] if dying else [str(Path(sys.executable).with_name("kb"))]
        self.process = subprocess.Popen([*command, "edit", "--no-browser", "--data", str(self.root / "data"), "--docs", str(self.root / "docs")],
                                        cwd=PROJECT, env={**os.environ, "HOME": str(self.root), "XDG_STATE_HOME": str(self.root / "state"), "PYTHONUNBUFFERED": "1"},
                                        stdout=subprocess.PIPE, text=True)
        assert self.process.stdout
        return self.process.stdout.readline().strip().removeprefix("编写台：")

    def died(self) -> None:
        """Waits until it has killed itself."""
        assert self.process and self.process.stdout
        assert self.process.wait(60) == -signal.SIGKILL
        self.process.stdout.close()

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
        status, text = self.ask("POST", f"/{ENTRY}/fields", {"version": version, "fields": fields, "redraw": False, "window": "one"})
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


@pytest.fixture
def window(tmp_path: Path) -> Iterator[Window]:
    """A window of a desk on a copy of the library, not started yet."""
    shutil.copytree(frozen.DATA, tmp_path / "data")
    (tmp_path / "docs").mkdir()
    made = Window(tmp_path)
    yield made
    if made.process and made.process.poll() is None:
        made.kill()


def opened(window: Window, dying: str = "") -> int:
    """Starts the desk and opens the entry; the version that the window knows."""
    window.address = window.start(dying)
    window.ask("GET", "/?" + urlsplit(window.address).query)
    return int(json.loads(window.ask("POST", f"/{ENTRY}/state", {})[1])["version"])


@pytest.mark.skipif(os.name == "nt", reason="kills as Unix does")
@pytest.mark.parametrize("when", ["before", "after"])
def test_killed_while_a_draft_is_kept_the_one_window_goes_on_by_itself(window: Window, when: str) -> None:
    version = opened(window)
    status, version = window.say(version, {"title": "先写的"})
    assert status == 200
    window.kill()
    assert window.start(f"{when}:drafts/practices--") == window.address
    with pytest.raises((http.client.HTTPException, OSError)):
        window.say(version, {"summary": "写到一半被杀。"})
    window.died()
    window.start()
    status, _ = window.say(version, {"summary": "写到一半被杀。"})
    assert status == 200, "it wrote last itself: there is no other window"
    page = window.ask("GET", f"/{ENTRY}")[1]
    assert "写到一半被杀。" in page and "先写的" in page
    assert list((window.root / "state").rglob(".kb-*.new")) == []


@pytest.mark.skipif(os.name == "nt", reason="kills as Unix does")
@pytest.mark.parametrize("when", ["before", "after"])
def test_killed_while_a_file_is_written_it_is_the_old_one_or_the_new_one(window: Window, when: str) -> None:
    file = window.root / "data" / f"{ENTRY}.yml"
    before = file.read_bytes()
    version = opened(window, f"{when}:data/practices/")
    status, version = window.say(version, {"summary": "要存的一句。"})
    assert status == 200
    with pytest.raises((http.client.HTTPException, OSError)):
        window.ask("POST", f"/{ENTRY}/save", {"version": version, "window": "one"})
    window.died()
    wanted = "\n".join("summary: 要存的一句。" if line.startswith("summary:") else line for line in before.decode().split("\n")).encode()
    assert file.read_bytes() == (before if when == "before" else wanted)
    window.start()
    page = window.ask("GET", f"/{ENTRY}")[1]
    assert "要存的一句。" in page and ("草稿里有改动，还没有写进库里" in page) == (when == "before")
    status, text = window.ask("POST", f"/{ENTRY}/save", {"version": version, "window": "one"})
    assert (status, json.loads(text)["saved"]) == (200, True)
    assert file.read_bytes() == wanted
    assert when == "after" or list((window.root / "data").rglob(".kb-*.new")) == []


@pytest.mark.skipif(os.name == "nt", reason="kills as Unix does")
def test_a_window_whose_words_were_saved_goes_on_after_a_kill(window: Window) -> None:
    version = opened(window)
    _, version = window.say(version, {"summary": "存好的一句。"})
    version = json.loads(window.ask("POST", f"/{ENTRY}/save", {"version": version, "window": "one"})[1])["version"]
    window.kill()
    window.start()
    assert window.say(version, {"title": "接着写的"})[0] == 200
    status, text = window.ask("POST", f"/{ENTRY}/fields", {"version": version, "fields": {"title": "另一个窗口写的"}, "window": "two"})
    assert (status, text) == (409, "这一条在另一个窗口里改过了。这里写的还在这一页。")


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
