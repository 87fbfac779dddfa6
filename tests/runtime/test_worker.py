"""A process that works for another: what its work raises is handed over, and it goes on."""

import errno
import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from macros.runtime.worker import Gone, Worker


class Unsendable(Exception):
    def __init__(self, one: str, two: str) -> None:
        super().__init__(one + two)


def _work(value: str) -> str:
    if value == "link":
        raise BrokenPipeError(errno.EPIPE, "of another link")
    if value == "file":
        raise FileNotFoundError(errno.ENOENT, "nothing there", "a/b")
    if value == "end":
        raise EOFError("of a file")
    if value == "unsendable":
        raise Unsendable("甲", "乙")
    if value == "leave":
        raise SystemExit(3)
    if value == "exit":
        os.kill(os.getpid(), signal.SIGKILL)
    return f"{value} {os.getpid()}"


@pytest.fixture
def left(tmp_path: Path) -> Path:
    return tmp_path / "left"


@pytest.fixture
def worker(left: Path) -> Iterator[Worker]:
    def idle() -> None:
        raise OSError("tidying")

    made = Worker(_work, idle=idle, seconds=0.01, left=left.touch)
    yield made
    made.end()


@pytest.mark.parametrize(("value", "error"), [("link", BrokenPipeError), ("file", FileNotFoundError), ("end", EOFError)])
def test_what_the_work_raises_is_raised_here_and_the_process_goes_on(worker: Worker, left: Path, value: str, error: type[Exception]) -> None:
    before = worker.ask("a")
    with pytest.raises(error) as raised:
        worker.ask(value)
    assert getattr(raised.value, "filename", None) == ("a/b" if value == "file" else None)
    assert worker.ask("a") == before
    assert not left.exists()


@pytest.mark.parametrize(("value", "words"), [("unsendable", "Unsendable: 甲乙"), ("leave", "SystemExit: 3")])
def test_an_error_that_can_not_be_sent_or_would_end_us_is_told_in_words(worker: Worker, value: str, words: str) -> None:
    before = worker.ask("a")
    with pytest.raises(RuntimeError, match=words):
        worker.ask(value)
    assert worker.ask("a") == before


def test_a_process_that_ended_is_gone(worker: Worker) -> None:
    with pytest.raises(Gone):
        worker.ask("exit")
