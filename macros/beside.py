"""Work that is done beside other work, in a process of its own where the machine has a second core.

The process starts as a copy of this one, so it has the whole library without reading it again; what
it makes it writes to files, and only a small value comes back.
"""

import multiprocessing
import os
import sys
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection
from typing import Generic, TypeVar

T = TypeVar("T")


class Failed(Exception):
    """Work beside failed; the message is its traceback."""


class Result(Generic[T]):
    """What the work gives, once it is done."""

    value: T


@contextmanager
def beside(work: Callable[[], T]) -> Iterator[Result[T]]:
    """Do `work` while the block runs; after the block the result has its value.

    With a single core, or where a process cannot copy itself, `work` is done after the block. When
    the block fails, the work is given up.

    Raises:
        Failed: when `work` does.
    """
    result: Result[T] = Result()
    if not possible():
        yield result
        result.value = work()
        return
    context = multiprocessing.get_context("fork")
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=_do, args=(work, sender))
    process.start()
    sender.close()
    try:
        yield result
    except BaseException:
        process.terminate()
        process.join()
        raise
    try:
        done, value = receiver.recv()
    except EOFError:
        done, value = False, "the process ended without a word"
    process.join()
    if not done:
        raise Failed(value)
    result.value = value


def possible() -> bool:
    """Whether there is a second core, and a safe way to copy the process."""
    return sys.platform == "linux" and len(os.sched_getaffinity(0)) > 1 and os.environ.get("KB_BESIDE") != "off"


def _do(work: Callable[[], T], sender: Connection) -> None:
    try:
        sender.send((True, work()))
    except BaseException:
        sender.send((False, traceback.format_exc()))
