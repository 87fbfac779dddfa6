"""Files that were read before: a file that has not changed since is not read again."""

import os
from collections.abc import Callable
from stat import S_ISLNK
from typing import Any, TypeVar

T = TypeVar("T")
Stamp = tuple[int, int, int]


class Memory:
    """What was made of each file, as long as its time, size and inode stay the same; of a link nothing is kept."""

    def __init__(self) -> None:
        self._made: dict[str, tuple[Stamp, Any]] = {}
        # What checks keep for the next one, each under a name of its own.
        self.kept: dict[str, dict[str, Any]] = {}

    def of(self, file: str, make: Callable[[], T]) -> T:
        """What `make` gives for the file, or gave when the file was the same."""
        stamp = _stamp(file)
        if stamp is None:
            return make()
        known = self._made.get(file)
        made: T = known[1] if known and known[0] == stamp else make()
        self._made[file] = stamp, made
        return made

    def put(self, file: str, made: Any) -> None:
        """Take what was made of the file elsewhere, as the file is now."""
        if (stamp := _stamp(file)) is not None:
            self._made[file] = stamp, made

    def same(self, file: str) -> Any:
        """What was made of the file, while it is the same; None where nothing was, or it has changed."""
        known = self._made.get(file)
        return known[1] if known and known[0] == _stamp(file) else None


def _stamp(file: str) -> Stamp | None:
    try:
        stat = os.lstat(file)
    except OSError:
        return None
    if S_ISLNK(stat.st_mode):  # what it leads to may be another file at any time
        return None
    return stat.st_mtime_ns, stat.st_size, stat.st_ino
