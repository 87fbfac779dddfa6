"""Files that were read before: a file that has not changed since is not read again."""

import os
from collections.abc import Callable
from typing import Any, TypeVar

T = TypeVar("T")
Stamp = tuple[int, int, int]


class Memory:
    """What was made of each file, as long as its time, size and inode stay the same."""

    def __init__(self) -> None:
        self._made: dict[str, tuple[Stamp, Any]] = {}
        # What checks keep for the next one, each under a name of its own.
        self.kept: dict[str, dict[str, Any]] = {}

    def of(self, file: str, make: Callable[[], T]) -> T:
        """What `make` gives for the file, or gave when the file was the same."""
        try:
            stat = os.stat(file)  # noqa: PTH116 - a Path for each file takes longer
        except OSError:
            return make()
        stamp = stat.st_mtime_ns, stat.st_size, stat.st_ino
        known = self._made.get(file)
        if known and known[0] == stamp:
            made: T = known[1]
            return made
        made = make()
        self._made[file] = stamp, made
        return made
