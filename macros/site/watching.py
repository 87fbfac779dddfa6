"""Whether something was saved: a folder may go and come back, or another take its place."""

import os
import stat
from collections.abc import Collection, Iterator
from pathlib import Path

from watchdog.observers.polling import PollingObserverVFS

# Seconds between two looks.
_OFTEN = 0.5


def observer(roots: Collection[str]) -> PollingObserverVFS:
    """Looks at what it is told to watch, under `roots`, which need not exist.

    MkDocs' own stops for good when the folder itself is gone for a moment. Links to folders are not
    followed: they may lead in a circle.
    """
    nothing = Path(os.devnull).stat()

    def look(path: str) -> os.stat_result:
        if path in roots:
            try:
                return os.stat(path)  # noqa: PTH116 - thousands of times
            except OSError:
                return nothing
        found = os.lstat(path)
        if stat.S_ISLNK(found.st_mode) and not stat.S_ISDIR((target := os.stat(path)).st_mode):  # noqa: PTH116
            return target
        return found

    return PollingObserverVFS(look, _listed, polling_interval=_OFTEN)


def _listed(path: str | None) -> Iterator[os.DirEntry[str]]:
    """What lies there but what Python writes by itself when it loads what was saved: that is no second save."""
    with os.scandir(path or ".") as entries:
        yield from (entry for entry in entries if entry.name != "__pycache__")
