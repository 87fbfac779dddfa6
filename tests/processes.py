"""Processes that a test starts: each with all that it starts in turn, and none of them outlives the test.

An interrupt is not the way to end one: a process that was started in the background ignores it.
"""

import os
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

# Seconds that a process gets before it is killed; nothing is asserted of how long it takes.
PATIENCE = 30.0


@contextmanager
def running(command: list[Any], **options: Any) -> "Iterator[subprocess.Popen[Any]]":
    """The process, begun in a session of its own; at the end nothing of that session is left."""
    process = subprocess.Popen(command, start_new_session=True, **options)
    try:
        yield process
    finally:
        end(process)


def end(process: "subprocess.Popen[Any]") -> None:
    """Ask the process to end; kill it, and all that is left of what it began, when it does not."""
    for number in (signal.SIGTERM, signal.SIGKILL):
        if process.poll() is None:
            process.send_signal(number)
            with suppress(subprocess.TimeoutExpired):
                process.wait(PATIENCE)
    while left := of_session(process.pid):
        for pid in left:
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        time.sleep(0.02)
    for stream in (process.stdin, process.stdout, process.stderr):
        if stream:
            stream.close()


def of_session(session: int) -> list[int]:
    """The processes of this session that still run; those that only wait to be buried do not count."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            state, _, _, its_session = stat.read_text(errors="replace").rpartition(")")[2].split()[:4]
            if int(its_session) == session and state not in "ZX":
                found.append(int(stat.parent.name))
    return found


def all_gone(session: int) -> bool:
    """Whether the session has no process left, or soon has none."""
    end = time.monotonic() + PATIENCE
    while of_session(session) and time.monotonic() < end:
        time.sleep(0.05)
    return not of_session(session)
