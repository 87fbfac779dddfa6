"""A copy of this process that does one piece of work after another, for as long as this one lives.

It is begun before this process has threads, so it may copy itself again (`macros/runtime/background.py`); and
whatever ends it, an `exit` deep in a library or the system itself, does not end this process.
"""

import multiprocessing
import os
import signal
import time
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Connection
from typing import Any

# Seconds that a process gets to end by itself.
_PATIENCE = 5.0


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
        """
        try:
            self._link.send(value)
            return self._link.recv()
        except (EOFError, OSError):
            raise Gone from None

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
        while True:
            if not link.poll(seconds):
                idle()
            link.send(do(link.recv()))
    except (EOFError, OSError):
        with suppress(OSError):
            left()
        os.killpg(0, signal.SIGTERM)
