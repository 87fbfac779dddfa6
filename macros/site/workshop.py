"""The folder beside a site in which one build works: `.<site>-new-<process>`.

A mark in it says that it is ours, and a lock on the mark that somebody still works there: the build, or
a process that a killed build left behind. A folder of that name without the mark is the user's.
"""

import errno
import os
import re
import shutil
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from macros.runtime import writing
from macros.site import fingerprint, target
from macros.site.fingerprint import Files, Stamp

_MARK, _WORDS = ".kb-build", "生成网站时的工作文件夹，可以删去\n".encode()
# Seconds for which another build's exchange is waited for.
_PATIENCE = 10.0


@dataclass(frozen=True)
class Workshop:
    """The site that is being made goes to `fresh`; a process that works there has to inherit `held`."""

    folder: Path
    held: tuple[int, ...]

    @property
    def fresh(self) -> Path:
        return self.folder / "site"

    @property
    def old(self) -> Path:
        return self.folder / "old"

    def exchange(self, site: Path, before: Files, made: Files) -> None:
        """Put `fresh`, which holds `made`, in the place of `site`, which holds `before` and nothing else.

        Raises:
            TargetRefused: something else has come into `site`, or it is a mount point.
            OSError: the system refused; in any case `site` is as it was.
        """
        try:
            site.rename(self.old)
        except FileNotFoundError:
            pass
        except OSError as error:
            if error.errno not in (errno.EBUSY, errno.EXDEV):
                raise
            raise target.TargetRefused(target.mounted(f"“{site}”"), target.INSIDE) from None
        try:
            target.prove(site, fingerprint.scan(self.old), Stamp("", fingerprint.known(before), fingerprint.known(made)))
            self.fresh.rename(site)
        except BaseException:
            _give_back(self.old, site)
            raise
        _forsake(self.old)


@contextmanager
def opened(site: Path) -> Iterator[Workshop]:
    """A new folder to work in, gone afterwards.

    Raises:
        OSError: the folder that `site` lies in can't be written.
    """
    site.parent.mkdir(parents=True, exist_ok=True)
    folder = _made(site)
    try:
        held = os.open(folder / _MARK, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o644)
        try:
            _lock(held)
            os.write(held, _WORDS)
            yield Workshop(folder, (held,) if os.name == "posix" else ())
        finally:
            os.close(held)
    finally:
        _clear(folder)


def holds(folder: Path) -> bool:
    """Whether this is a folder in which a build works."""
    try:
        return (folder / _MARK).is_file() and (folder / _MARK).read_bytes() in (_WORDS, b"")
    except OSError:
        return False


def note(site: Path) -> None:
    """Note beside a site that MkDocs has filled in its place that it is ours; a build in a workshop notes more."""
    folder = Path(os.path.realpath(site))
    if not holds(folder.parent):
        fingerprint.write(folder, "", fingerprint.scan(folder), {})


def sweep(site: Path, mark: Stamp | None) -> None:
    """Put right what a build left that was cut off: the old site back, half-done folders away."""
    for folder in _left(site):
        old = folder / "old"
        _give_back(old, site)
        if mark and not target.own(mark.strangers(fingerprint.scan(old))):
            _forsake(old)
        _clear(folder)
    # So older versions called the site that was about to be replaced.
    old = site.parent / f".{site.name}-old"
    if mark and old.is_dir() and not old.is_symlink() and not os.path.lexists(site):
        files = fingerprint.scan(old)
        if files and not mark.strangers(files):
            old.rename(site)


@contextmanager
def alone(site: Path) -> Iterator[None]:
    """While another build exchanges its site in the same folder, this one waits, though not for ever."""
    if sys.platform == "win32":
        yield
        return
    try:
        handle = os.open(site.parent, os.O_RDONLY)
    except PermissionError:  # a folder may be written and not read
        yield
        return
    try:
        end = time.monotonic() + _PATIENCE
        while not _lock(handle) and time.monotonic() < end:
            time.sleep(0.05)
        yield
    finally:
        os.close(handle)


def _made(site: Path) -> Path:
    name = f".{site.name}-new-{os.getpid()}"
    for number in range(1000):
        folder = site.parent / (f"{name}-{number}" if number else name)
        with suppress(FileExistsError):
            folder.mkdir()
            return folder
    raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(site.parent / name))


def _left(site: Path) -> list[Path]:
    """The working folders beside `site` in which nobody works any more."""
    pattern = re.compile(re.escape(f".{site.name}-new-") + r"(\d+)(?:-\d+)?")
    left = []
    with suppress(FileNotFoundError, NotADirectoryError), os.scandir(site.parent) as entries:
        for entry in entries:
            found = pattern.fullmatch(entry.name)
            if found and entry.is_dir(follow_symlinks=False) and not _at_work(Path(entry.path), int(found.group(1))):
                left.append(Path(entry.path))
    # A build is cut off before it has made its mark as well: what is empty is nobody's.
    return sorted(folder for folder in left if holds(folder) or not any(folder.iterdir()))


def _at_work(folder: Path, process: int) -> bool:
    if os.name != "posix":
        return False
    if writing.alive(process):
        return True
    try:
        handle = os.open(folder / _MARK, os.O_RDWR | os.O_NOFOLLOW | os.O_NONBLOCK)
    except OSError:
        return False
    try:
        return not _lock(handle)
    finally:
        os.close(handle)


def _lock(handle: int) -> bool:
    """Whether nobody else holds the lock; also where the system or the disk has none."""
    if sys.platform == "win32":
        return True
    import fcntl

    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        pass
    return True


def _give_back(old: Path, site: Path) -> None:
    if old.is_dir() and not os.path.lexists(site):
        old.rename(site)


def _forsake(folder: Path) -> None:
    """Give up what was proved to be ours: it bears a name under which it is never taken for a whole site."""
    try:
        folder.rename(folder.with_name(f"{folder.name}-gone"))
    except OSError:
        shutil.rmtree(folder, ignore_errors=True)


def _clear(folder: Path) -> None:
    """Take a working folder away, its mark last: of what is left, the next build knows that it is ours.

    An old site that was neither put back nor given up stays where it is.
    """
    for name in ("old-gone", "site"):
        shutil.rmtree(folder / name, ignore_errors=True)
    with suppress(OSError):
        if {found.name for found in folder.iterdir()} <= {_MARK}:
            (folder / _MARK).unlink(missing_ok=True)
            folder.rmdir()
