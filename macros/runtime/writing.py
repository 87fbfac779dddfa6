"""Every write of a user's file: the new content is complete on disk before it takes the old one's place.

A kill, a power cut or a full disk at any point leaves the old file or the new one, never a part. What a
killed write left behind (`.kb-….new`) is swept away by the next write into the same folder.
"""

import errno
import os
import re
import secrets
import stat
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

_LEFT = re.compile(r"\.kb-(\d+)-.*\.new")
# Windows can't say which processes run; a write takes no hour.
_HOUR = 3600
# New files as far as the umask lets them: others never write; what is private they don't read either.
_OPEN, _PRIVATE = 0o664, 0o660
# The files that this process is making, for its threads.
_making: set[str] = set()


class Changed(OSError):
    """Somebody else has changed or removed the file since it was read; it was not written."""


class Stopped(Exception):
    """Writing several files came to an end at the first of `left`; those of `done` are complete."""

    def __init__(self, error: OSError, done: tuple[Path, ...], left: tuple[Path, ...]) -> None:
        super().__init__(str(error))
        self.error, self.done, self.left = error, done, left


def keep_others_out() -> None:
    """From here on nothing that this process makes can be written by everybody, whatever the umask it was started with."""
    os.umask(os.umask(0o077) | 0o002)


def every(files: Mapping[Path, bytes], write: Callable[[Path, bytes], None]) -> None:
    """Write all files in their order, each with `write`.

    Raises:
        Stopped: one could not be written; the later ones were not tried.
    """
    done: list[Path] = []
    for file, content in files.items():
        try:
            write(file, content)
        except OSError as error:
            raise Stopped(error, tuple(done), tuple(files)[len(done):]) from error
        done.append(file)


def replace(file: Path, content: bytes, was: bytes | None = None) -> None:
    """Make `content` what `file` holds, with the mode and owner that it had; a link's target is written.

    `was` is what the file must hold still. Where the file has a second name (a hard link), that one keeps the
    old content.

    Raises:
        Changed: the file no longer holds `was`.
        OSError: the folder or the file is not to be written, the disk is full, or this is no plain file; it is
            as it was.
    """
    target = Path(os.path.realpath(file))
    if was is None:
        _folder(target.parent)
    with _prepared(target, content) as made:
        if was is not None and not _holds(target, was):
            raise Changed(errno.ESTALE, "File changed", str(file))
        _rename(made, target)
    _settle(target.parent)


def rename(file: Path, new: Path) -> None:
    """Give `file` the name `new` in the same folder.

    Raises:
        FileExistsError: there is something of that name; both are left as they are.
        OSError: the folder is not to be written; the file is as it was.
    """
    if os.path.lexists(new):
        if not is_same(file, new):
            raise FileExistsError(errno.EEXIST, "File exists", str(new))
        file.unlink()
        return
    try:
        # Unlike a rename, a link never takes the place of a file that came meanwhile; a kill leaves both names, and the
        # next call takes the old one away.
        os.link(file, new, follow_symlinks=False)
    except FileExistsError:
        raise FileExistsError(errno.EEXIST, "File exists", str(new)) from None
    except OSError:  # a file system without links
        file.rename(new)
    else:
        file.unlink()
    _settle(file.parent)


def is_same(file: Path, other: Path) -> bool:
    """Whether two names, neither of them a link, are names of one file."""
    try:
        return not other.is_symlink() and file.samefile(other)
    except OSError:
        return False


def create(file: Path, content: bytes, *, private: bool = False) -> None:
    """Make the new file `file`, and the folders it lies in; what is `private` only its owner and group may read.

    Raises:
        FileExistsError: there is something of that name; it is left as it is.
        OSError: the folder can't be written or the disk is full; nothing of that name is there.
    """
    _folder(file.parent)
    with _prepared(file, content, _PRIVATE if private else _OPEN) as made:
        if os.path.lexists(file):
            raise FileExistsError(errno.EEXIST, "File exists", str(file))
        try:
            # Unlike a rename, a link never takes the place of a file that came meanwhile.
            os.link(made, file)
        except FileExistsError:
            raise FileExistsError(errno.EEXIST, "File exists", str(file)) from None
        except OSError:  # a file system without links
            made.rename(file)
    _settle(file.parent)


def take_away(file: Path, was: bytes) -> None:
    """Take away `file`, which must hold `was` still.

    Raises:
        Changed: it no longer does, or is gone; it is left as it is.
        OSError: the folder is not to be written.
    """
    if file.is_symlink() or not _holds(file, was):
        raise Changed(errno.ESTALE, "File changed", str(file))
    file.unlink()
    _settle(file.parent)


def _folder(folder: Path) -> None:
    """Make `folder` and those above it, so that their names are on disk too."""
    if folder.is_dir():
        return
    if folder.parent != folder:
        _folder(folder.parent)
    try:
        folder.mkdir(exist_ok=True)
    except FileExistsError:
        raise NotADirectoryError(errno.ENOTDIR, "Not a directory", str(folder)) from None
    _settle(folder.parent)


@contextmanager
def _prepared(target: Path, content: bytes, mode: int = _OPEN) -> Iterator[Path]:
    """A file beside `target` that holds `content` on disk, with `mode` where it is new; gone afterwards unless it was renamed."""
    _sweep(target.parent)
    try:
        old = target.stat()
    except FileNotFoundError:
        old = None
    if old and not stat.S_ISREG(old.st_mode):
        raise OSError(errno.EINVAL, "Not a regular file", str(target))
    # A rename would not ask; who write-protects a file means it.
    if old and not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, "Permission denied", str(target))
    made = target.parent / f".kb-{os.getpid()}-{secrets.token_hex(4)}.new"
    _making.add(made.name)
    try:
        # What replaces a file is nobody else's to read until it has the mode of that file.
        handle = os.open(made, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600 if old else mode)
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            if old:
                _dress(made, target, old)
            _synchronise(stream.fileno())
        yield made
    except OSError as error:
        # The message names the user's file, not the one beside it.
        if error.filename in (None, made, str(made)):
            error.filename, error.filename2 = str(target), None
        raise
    finally:
        with suppress(OSError):
            made.unlink(missing_ok=True)
        _making.discard(made.name)


def _dress(made: Path, target: Path, old: os.stat_result) -> None:
    """Owner, further permissions (ACL) and mode of `target`, as far as the system lets this user give them."""
    if hasattr(os, "chown"):
        try:
            os.chown(made, old.st_uid, old.st_gid)
        except PermissionError:
            with suppress(PermissionError):
                os.chown(made, -1, old.st_gid)
    if hasattr(os, "listxattr"):
        with suppress(OSError):
            for name in os.listxattr(target):
                with suppress(OSError):
                    os.setxattr(made, name, os.getxattr(target, name))
    mode, new = stat.S_IMODE(old.st_mode), made.stat()
    if new.st_uid != old.st_uid:
        mode &= ~stat.S_ISUID
    if new.st_gid != old.st_gid:  # another group may do no more than everybody
        mode = (mode & ~stat.S_ISGID & ~0o070) | (mode & 0o007) << 3
    if stat.S_IMODE(new.st_mode) != mode:
        with suppress(PermissionError):  # a file system without modes
            made.chmod(mode)


def _holds(file: Path, content: bytes) -> bool:
    try:
        return file.read_bytes() == content
    except FileNotFoundError:
        return False


def _rename(made: Path, target: Path) -> None:
    # On Windows a virus scanner holds a new file for a moment; an editor holds one for longer, and that is told.
    for _ in range(20 if os.name == "nt" else 0):
        try:
            made.replace(target)
        except PermissionError:
            time.sleep(0.05)
        else:
            return
    made.replace(target)


def _synchronise(handle: int) -> None:
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in (errno.EINVAL, errno.ENOSYS, errno.ENOTSUP):  # some network folders know no such thing
            raise


def _settle(folder: Path) -> None:
    """The name itself is on disk too, where the system lets a folder be synchronised."""
    if os.name == "posix":
        with suppress(OSError):
            handle = os.open(folder, os.O_RDONLY)
            try:
                os.fsync(handle)
            finally:
                os.close(handle)


def _sweep(folder: Path) -> None:
    """Remove what writes that were killed have left in `folder`."""
    with suppress(OSError):
        with os.scandir(folder) as entries:
            left = [Path(entry.path) for entry in entries if _dead(entry)]
        for path in left:
            with suppress(OSError):
                path.unlink()


def _dead(entry: os.DirEntry[str]) -> bool:
    found = _LEFT.fullmatch(entry.name)
    if found is None or entry.name in _making:
        return False
    if os.name != "posix":
        return time.time() - entry.stat().st_mtime > _HOUR
    return not alive(int(found.group(1)))


def alive(process: int) -> bool:
    """Whether another process of this number runs (not to be asked on Windows)."""
    if process == os.getpid():
        return False
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except OSError:
        pass
    return True
