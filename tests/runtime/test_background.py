"""Work beside other work: both are done, and a failure of either ends both."""

import os
import re
import subprocess
import sys
import textwrap
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from macros.runtime.background import Beside, Failed, Following, possible
from tests.conftest import PROJECT


@pytest.fixture
def alone(monkeypatch):
    """The threads of the test runner hold nothing that the work needs."""
    monkeypatch.setattr(threading, "active_count", lambda: 1)


@pytest.fixture(params=["", "off"], ids=["two-processes", "one-process"])
def processes(request, monkeypatch, alone):
    monkeypatch.setenv("KB_BESIDE", request.param)
    if not request.param and not possible():
        pytest.skip("one core only")
    return request.param


def test_both_are_done_and_the_value_comes_back(tmp_path: Path, processes):
    def work(told) -> list[str]:
        (tmp_path / "work").write_text("x", encoding="utf-8")
        return ["made", *told()]

    begun = Beside(work)
    begun.tell(["x" * 100_000])
    (tmp_path / "meanwhile").write_text("x", encoding="utf-8")
    assert begun.result() == ["made", "x" * 100_000]
    assert sorted(file.name for file in tmp_path.iterdir()) == ["meanwhile", "work"]


def test_what_fails_in_the_work_is_told(processes):
    begun = Beside(lambda _: 1 // 0)
    with pytest.raises((Failed, ZeroDivisionError), match="by zero"):
        begun.result()


def test_what_the_disk_refuses_there_is_raised_here(processes):
    def work(_) -> None:
        raise OSError(28, "No space left on device", "x")

    with pytest.raises(OSError, match="No space left") as raised:
        Beside(work).result()
    assert (raised.value.errno, raised.value.filename) == (28, "x")


def test_a_process_that_dies_is_told(monkeypatch, alone):
    monkeypatch.delenv("KB_BESIDE", raising=False)
    if not possible():
        pytest.skip("one core only")
    begun = Beside(lambda _: os._exit(9))
    with pytest.raises(Failed, match="没有说明原因就结束了"):
        begun.result()


def test_work_that_is_given_up_goes_no_further(tmp_path: Path, processes):
    def work(_) -> None:
        time.sleep(1)
        (tmp_path / "work").touch()

    Beside(work).give_up()
    time.sleep(1.2)
    assert not (tmp_path / "work").exists()


def test_work_that_never_takes_what_it_is_told_keeps_nobody_from_ending():
    code = """
        from macros.runtime.background import Beside
        begun = Beside(lambda told: 1 // 0)
        begun.tell("x" * 1_000_000)
        begun.result()
    """
    done = subprocess.run([sys.executable, "-c", textwrap.dedent(code)], cwd=PROJECT, capture_output=True, text=True,
                          check=False, timeout=30)
    assert done.returncode == 1
    assert "by zero" in done.stderr


def test_what_failed_there_is_the_cause_of_the_failure_here(monkeypatch, alone):
    monkeypatch.delenv("KB_BESIDE", raising=False)
    if not possible():
        pytest.skip("one core only")

    def work(_) -> None:
        raise LookupError("page.html")

    with pytest.raises(Failed) as failed:
        Beside(work).result()
    assert isinstance(failed.value.__cause__, LookupError)


def test_a_process_with_threads_is_not_copied(tmp_path: Path):
    """A copy has none of the threads and all of the locks; Python 3.12 and later warn of it."""
    done = threading.Event()
    thread = threading.Thread(target=done.wait)
    thread.start()
    try:
        assert not possible()
        assert Beside(lambda _: os.getpid()).result() == os.getpid()
    finally:
        done.set()
        thread.join()


def test_a_check_on_a_terminal_copies_itself_before_it_shows_what_it_does(tmp_path: Path):
    """The line that shows it has a thread. The library is large enough for two processes."""
    if sys.platform != "linux" or len(os.sched_getaffinity(0)) < 2:
        pytest.skip("one core only")
    try:
        for handle in os.openpty():
            os.close(handle)
    except OSError as error:  # a container without /dev/pts
        pytest.skip(f"no terminal can be had here: {error}")
    subprocess.run([sys.executable, PROJECT / "bench/library.py", "310", tmp_path], check=True)
    code = f"""
        import os, sys
        from pathlib import Path
        sys.addaudithook(lambda event, _: event == "os.fork" and print("threads", len(os.listdir("/proc/self/task"))))
        from macros.pipeline import examine
        examine(Path({str(tmp_path)!r}), Path({str(tmp_path / "docs")!r}))
    """
    show = "import pty, sys; sys.exit(pty.spawn(sys.argv[1:]))"
    done = subprocess.run([sys.executable, "-c", show, sys.executable, "-c", textwrap.dedent(code)], cwd=PROJECT,
                          capture_output=True, text=True, check=False, env={**os.environ, "TERM": "xterm", "KB_BESIDE": ""})
    assert "读取" in done.stdout, done.stdout + done.stderr
    assert re.findall(r"threads \d+", done.stdout) == ["threads 1"], done.stdout


def test_work_that_follows_is_done_and_its_failure_is_said(tmp_path: Path, processes, capfd):
    def fails() -> None:
        (tmp_path / "begun").touch()
        raise IndexError("no such row")

    done, failed = Following(lambda: (tmp_path / "done").touch()), Following(fails)
    _until((tmp_path / "done").exists)
    _until((tmp_path / "begun").exists)
    told: list[str] = []
    _until(lambda: told.append(capfd.readouterr().err) or "".join(told).endswith("\n"))
    for each in (done, failed):
        each.stop()
    assert "".join(told) == "网页已经更新，检索和下载没有：IndexError: no such row。再存一次会重做。\n"


def test_work_that_follows_is_over_once_it_is_stopped(tmp_path: Path, processes):
    """A process goes no further; a thread can't be ended, so it is waited for."""
    def work() -> None:
        (tmp_path / "begun").touch()
        _until((tmp_path / "go").exists)
        (tmp_path / "over").touch()

    following = Following(work)
    _until((tmp_path / "begun").exists)
    if processes == "off":
        threading.Timer(0.2, (tmp_path / "go").touch).start()
    following.stop()
    assert (tmp_path / "over").exists() is (processes == "off")
    (tmp_path / "go").touch()
    time.sleep(0.2)
    assert (tmp_path / "over").exists() is (processes == "off")


def _until(seen: Callable[[], object]) -> None:
    end = time.monotonic() + 30
    while not seen():
        assert time.monotonic() < end
        time.sleep(0.01)
