"""Work beside other work: both are done, and a failure of either ends both."""

import os
import time
from pathlib import Path

import pytest

from macros.beside import Failed, beside, possible


@pytest.fixture(params=["", "off"], ids=["two-processes", "one-process"])
def processes(request, monkeypatch):
    monkeypatch.setenv("KB_BESIDE", request.param)
    if not request.param and not possible():
        pytest.skip("one core only")
    return request.param


def test_both_are_done_and_the_value_comes_back(tmp_path: Path, processes):
    def work() -> list[str]:
        (tmp_path / "work").write_text("x", encoding="utf-8")
        return ["made"]

    with beside(work) as result:
        (tmp_path / "block").write_text("x", encoding="utf-8")
    assert result.value == ["made"]
    assert sorted(file.name for file in tmp_path.iterdir()) == ["block", "work"]


def test_what_fails_in_the_work_is_told(processes):
    with pytest.raises((Failed, ZeroDivisionError), match="by zero"), beside(lambda: 1 // 0):
        pass


def test_a_process_that_dies_is_told(monkeypatch):
    monkeypatch.delenv("KB_BESIDE", raising=False)
    if not possible():
        pytest.skip("one core only")
    with pytest.raises(Failed, match="ended without a word"), beside(lambda: os._exit(9)):
        pass


def test_when_the_block_fails_the_work_is_given_up(tmp_path: Path, processes):
    def work() -> None:
        time.sleep(1)
        (tmp_path / "work").touch()

    with pytest.raises(KeyError), beside(work):
        raise KeyError
    time.sleep(1.2)
    assert not (tmp_path / "work").exists()
