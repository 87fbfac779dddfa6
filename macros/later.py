"""Work that may follow a rebuild: the page that an editor waits for comes first."""

import threading
from collections.abc import Callable

_thread: threading.Thread | None = None


def run(work: Callable[[], None]) -> None:
    """Do `work` beside what goes on; only one piece of work is under way at a time."""
    global _thread
    wait()
    _thread = threading.Thread(target=work, name="kb-later", daemon=True)
    _thread.start()


def wait() -> None:
    """Return when nothing is under way."""
    if _thread and _thread.is_alive():
        _thread.join()
