"""Work that is done beside other work, in a process of its own where the machine has a second core.

The process starts as a copy of this one, so it has the whole library without reading it again; what
it makes it writes to files, and only a small value comes back.

A trick of speed: it costs a little CPU and gives time, where a second core is idle. `KB_BESIDE=off` does without.
Never while there are threads (`copyable`). Held by tests/runtime/test_background.py and
tests/bench/test_without.py; measured with bench/without.py fork: without it 0.94 to 0.99 times the CPU (2026-11-28); the time
could not be measured then on a machine whose cores were busy, on an idle one it was a third more with 10,000 entries.
"""

import multiprocessing
import os
import pickle
import signal
import sys
import threading
import traceback
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Connection
from typing import Any, Generic, TypeVar

from macros.runtime import reasons

T = TypeVar("T")


class Failed(Exception):
    """Work beside failed; the message is its traceback, the cause what it raised, where that can be handed over."""


class Beside(Generic[T]):
    """Work that has begun; `result` waits for what it gives.

    The work gets a function that waits for what it is told later by `tell`, once. With a single core,
    or where a process cannot copy itself, it is done when its result is asked for.
    """

    def __init__(self, work: Callable[[Callable[[], Any]], T]) -> None:
        self._work = work
        self._process: Any = None
        self._told: Any = None
        if possible():
            context = multiprocessing.get_context("fork")
            self._link, theirs = context.Pipe()
            self._process = context.Process(target=_do, args=(work, theirs, self._link), daemon=True)
            self._process.start()
            theirs.close()

    def tell(self, value: Any) -> None:
        """Give the work what it waits for, without waiting for it to be taken."""
        if self._process:
            # The other side may be busy, or gone: nobody waits for it here.
            threading.Thread(target=self._send, args=(value,), daemon=True).start()
        else:
            self._told = value

    def _send(self, value: Any) -> None:
        with suppress(OSError):
            self._link.send(value)

    def result(self) -> T:
        """What the work gives, once it is done.

        Raises:
            OSError: what the disk or the system refused there.
            Failed: when the work failed otherwise in its own process; here, it raises what it raises.
        """
        if not self._process:
            return self._work(lambda: self._told)
        try:
            made: T = came(self._link)
        finally:
            self._process.join()
        return made

    def give_up(self) -> None:
        """End the work, wherever it is; nothing happens to work that is done."""
        if self._process:
            self._process.terminate()
            self._process.join()


class Following:
    """Work that follows what somebody waits for; it has begun. Nobody asks how it went, so a failure is said here.

    It goes on in a process of its own where there can be one, else in a thread.
    """

    def __init__(self, work: Callable[[], object]) -> None:
        self._process: Beside[None] | None = None
        self._thread: threading.Thread | None = None
        if possible():
            self._process = Beside(lambda _: _told(work))
        else:
            self._thread = threading.Thread(target=_told, args=(work,), name="kb-following", daemon=True)
            self._thread.start()

    def stop(self) -> None:
        """Return when nothing is under way: a process is ended, a thread waited for."""
        if self._process:
            self._process.give_up()
        if self._thread:
            self._thread.join()


def _told(work: Callable[[], object]) -> None:
    try:
        work()
    except Exception as error:
        why = reasons.of(error).why if isinstance(error, OSError) else f"{type(error).__name__}: {error}"
        print(f"网页已经更新，检索和下载没有：{why}。再存一次会重做。", file=sys.stderr)


def came(link: Connection) -> Any:
    """What comes over the link from another process: a value, or why there is none.

    Raises:
        OSError: what the disk or the system refused there.
        Failed: when the work failed otherwise there.
    """
    try:
        done, value = link.recv()
    except (EOFError, OSError):
        done, value = False, (None, "另一个进程没有说明原因就结束了，多半是内存不够")
    if not done:
        cause, told = value
        # What the disk refuses is told the same wherever it happens.
        raise cause if isinstance(cause, OSError) else Failed(told) from cause
    return value


def possible() -> bool:
    """Whether there is a second core, and a safe way to copy the process."""
    return copyable() and len(os.sched_getaffinity(0)) > 1


def copyable() -> bool:
    """Whether this process can be copied safely: a copy has no threads, but every lock that one held."""
    return sys.platform == "linux" and threading.active_count() == 1 and os.environ.get("KB_BESIDE") != "off"


def _do(work: Callable[[Callable[[], Any]], T], link: Connection, theirs: Connection) -> None:
    # Ctrl-C is for the process that waits, which then ends this one; when it is gone, nothing comes any more.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    theirs.close()
    try:
        link.send((True, work(link.recv)))
    except BaseException as error:
        with suppress(OSError):
            link.send((False, (portable(error), traceback.format_exc())))


def portable(error: BaseException) -> BaseException | None:
    """The error, if it survives being sent to another process."""
    try:
        pickle.loads(pickle.dumps(error))  # noqa: S301 - our own
    except Exception:
        return None
    return error
