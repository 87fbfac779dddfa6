"""Work beside other work: both are done, and a failure of either ends both."""

import os
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest

from macros.beside import Beside, Failed, possible
from tests.conftest import PROJECT


@pytest.fixture(params=["", "off"], ids=["two-processes", "one-process"])
def processes(request, monkeypatch):
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


def test_a_process_that_dies_is_told(monkeypatch):
    monkeypatch.delenv("KB_BESIDE", raising=False)
    if not possible():
        pytest.skip("one core only")
    begun = Beside(lambda _: os._exit(9))
    with pytest.raises(Failed, match="ended without a word"):
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
        from macros.beside import Beside
        begun = Beside(lambda told: 1 // 0)
        begun.tell("x" * 1_000_000)
        begun.result()
    """
    done = subprocess.run([sys.executable, "-c", textwrap.dedent(code)], cwd=PROJECT, capture_output=True, text=True,
                          check=False, timeout=30)
    assert done.returncode == 1
    assert "by zero" in done.stderr
