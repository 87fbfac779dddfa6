"""Work that may follow a rebuild: the page that an editor waits for comes first.

It goes on in a process of its own where there can be one, and is given up when the next rebuild
begins: that one makes the same files anew.
"""

import sys
import threading
from collections.abc import Callable
from functools import partial

from macros.runtime import background, reasons

_process: background.Beside[object] | None = None
_thread: threading.Thread | None = None


def run(work: Callable[[], object]) -> None:
    """Do `work` beside what goes on; only one piece of work is under way at a time."""
    global _process, _thread
    clear()
    if background.possible():
        _process = background.Beside(lambda _: _told(work))
    else:
        _thread = threading.Thread(target=partial(_told, work), name="kb-later", daemon=True)
        _thread.start()


def _told(work: Callable[[], object]) -> None:
    """Do it; nobody asks how it went, so a failure is said here."""
    try:
        work()
    except Exception as error:
        print(f"网页已经更新，检索和下载没有：{reasons.words(error)}。再存一次会重做。", file=sys.stderr)


def clear() -> None:
    """Return when nothing is under way: a process is ended, a thread waited for."""
    global _process
    if _process:
        _process.give_up()
        _process = None
    if _thread and _thread.is_alive():
        _thread.join()
