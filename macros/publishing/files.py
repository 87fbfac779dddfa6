"""Copies and settles folders: what is served has known modes and times, whoever built it."""

import os
import shutil
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from macros.publishing.failure import PublishFailed
from macros.publishing.site import Site


def copy(source: Path, target: Path) -> None:
    """Copies the files of a built folder; links stay links, for the check to find.

    Raises:
        PublishFailed: there is no such folder.
        OSError: the first file that could not be read or written.
    """
    if not source.is_dir():
        raise PublishFailed(f"没有“{source}”这个文件夹", "先运行 make site，再用 --site 指明生成的文件夹")
    for file in Site(source).files:
        place = target / file
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source / file, place, follow_symlinks=False)


@contextmanager
def no_traces(folder: Path) -> Iterator[None]:
    """What is begun in `folder` and fails leaves no empty folder where none was, those above it included."""
    missing = [path for path in (folder, *folder.parents) if not os.path.lexists(path)]
    try:
        yield
    except BaseException:
        for path in missing:
            with suppress(OSError):
                path.rmdir()
        raise


def settle(folder: Path, seconds: int) -> None:
    """Readable by the server, writable by the owner only, changed at `seconds` since 1970.

    Times differ from release to release, so that a browser never takes an old page for a new one.
    """
    open_up(folder)
    for path in [folder, *folder.rglob("*")]:
        os.utime(path, (seconds, seconds))


def open_up(folder: Path) -> None:
    """Readable by everybody, writable by the owner only."""
    for path in [folder, *folder.rglob("*")]:
        mode = 0o755 if path.is_dir() else 0o644
        if stat.S_IMODE(path.stat().st_mode) != mode:
            path.chmod(mode)
