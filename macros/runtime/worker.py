"""A copy of this process that does one piece of work after another, for as long as this one lives.

It is begun before this process has threads, so it may copy itself again (`macros/runtime/background.py`); and
whatever ends it, an `exit` deep in a library or the system itself, does not end this process.
"""

import multiprocessing
import os
import pickle
import signal
import time
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Connection
from typing import Any

# Seconds that a process gets to end by itself.
_PATIENCE = 5.0
_OVER = object()


class Gone(Exception):
    """The process ended before it answered."""


class Worker:
    """The process has begun; `ask` gives it work and waits for what comes of it.

    `do` is called there with each value asked, `idle` when nothing was asked for `seconds` after
    work, `left` when the process that asks is gone without having ended it.
    """

    def __init__(self, do: Callable[[Any], Any], *, idle: Callable[[], object], seconds: float,
                 left: Callable[[], object]) -> None:
        context = multiprocessing.get_context("fork")
        self._link, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(theirs, self._link, do, idle, seconds, left))
        self._process.start()
        with suppress(OSError):  # whichever of the two comes first
            os.setpgid(self._process.pid or 0, self._process.pid or 0)
        theirs.close()

    def ask(self, value: Any) -> Any:
        """What the work gives.

        Raises:
            Gone: when the process ended under it.
            Exception: what the work raised; the process goes on.
        """
        try:
            self._link.send(value)
            given, error = self._link.recv()
        except (EOFError, OSError):
            raise Gone from None
        if error:
            raise error
        return given

    def end(self) -> None:
        """End the process and all that it began; returns when none of them is left."""
        for number in (signal.SIGTERM, signal.SIGKILL):
            self._signal(number)
            self._process.join(_PATIENCE)
        # Killed is not yet gone. What nobody buries (the first process of a container) is not waited for.
        end = time.monotonic() + 1.0
        while self._signal(signal.SIGKILL) and time.monotonic() < end:
            time.sleep(0.01)
        self._link.close()

    def _signal(self, number: int) -> bool:
        """Whether the process, or one that it began, is still there to get the signal."""
        try:
            os.killpg(self._process.pid or 0, number)
        except (ProcessLookupError, PermissionError):
            return False
        return True


def _serve(link: Connection, theirs: Connection, do: Callable[[Any], Any], idle: Callable[[], object], seconds: float,
           left: Callable[[], object]) -> None:
    # A group of its own: an interrupt is for the process that asks, which ends this one and all that it began.
    os.setpgid(0, 0)
    for name in ("SIGTERM", "SIGHUP"):
        signal.signal(getattr(signal, name), signal.SIG_DFL)
    for name in ("SIGINT", "SIGTTOU"):
        signal.signal(getattr(signal, name), signal.SIG_IGN)
    theirs.close()
    try:
        while (value := _asked(link, idle, seconds)) is not _OVER and _answered(link, _done(do, value)):
            pass
    finally:
        with suppress(OSError):
            left()
        os.killpg(0, signal.SIGTERM)


def _asked(link: Connection, idle: Callable[[], object], seconds: float) -> Any:
    """What is asked next, or that nobody asks any more."""
    try:
        waiting = link.poll(seconds)
    except (EOFError, OSError):
        return _OVER
    if not waiting:
        with suppress(Exception):  # it can wait; what is asked next can't
            idle()
    try:
        return link.recv()
    except (EOFError, OSError):
        return _OVER


def _done(do: Callable[[Any], Any], value: Any) -> tuple[Any, BaseException | None]:
    """What the work gives, or what it raises: an OSError of the work is not the end of the link."""
    try:
        return do(value), None
    except BaseException as error:
        return None, error


def _answered(link: Connection, answer: tuple[Any, BaseException | None]) -> bool:
    """Whether the answer was taken."""
    try:
        link.send((answer[0], _handed_over(answer[1])))
    except (EOFError, OSError):
        return False
    return True


def _handed_over(error: BaseException | None) -> BaseException | None:
    """The error, or its words where it can't be sent to another process, or would end it."""
    try:
        if error and not isinstance(error, Exception):
            raise TypeError
        pickle.loads(pickle.dumps(error))  # noqa: S301 - our own
    except Exception:
        return RuntimeError(f"{type(error).__name__}: {error}")
    return error
