"""Every write of a user's file: the new content is complete on disk before it takes the old one's place.

A kill, a power cut or a full disk at any point leaves the old file or the new one, never a part. What a
killed write left behind (`.kb-….new`) is swept away by the next write into the same folder.
"""

import os
import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_LEFT = re.compile(r"\.kb-(\d+)-.*\.new")


def replace(file: Path, content: bytes) -> None:
    """Make `content` what `file` holds, with the mode and owner that it had; a link's target is written.

    Raises:
        OSError: the folder can't be written or the disk is full; `file` is as it was.
    """
    target = file.resolve()
    with _prepared(target, content) as made:
        made.replace(target)
    _settle(target.parent)


def create(file: Path, content: bytes) -> None:
    """Make the new file `file`, and the folders it lies in.

    Raises:
        FileExistsError: there is something of that name; it is left as it is.
        OSError: the folder can't be written or the disk is full; nothing of that name is there.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    if file.is_symlink() or file.exists():
        raise FileExistsError(17, "File exists", str(file))
    with _prepared(file, content) as made:
        try:
            # Unlike a rename, a link never takes the place of a file that came meanwhile.
            os.link(made, file)
        except FileExistsError:
            raise FileExistsError(17, "File exists", str(file)) from None
        except OSError:  # a file system without links
            made.rename(file)
    _settle(file.parent)


@contextmanager
def _prepared(target: Path, content: bytes) -> Iterator[Path]:
    """A file beside `target` that holds `content` on disk; gone afterwards unless it was renamed."""
    _sweep(target.parent)
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".kb-{os.getpid()}-", suffix=".new")
    made = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        _dress(made, target)
        yield made
    except OSError as error:
        # The message names the user's file, not the one beside it.
        if error.filename == name:
            error.filename = str(target)
        raise
    finally:
        made.unlink(missing_ok=True)


def _dress(made: Path, target: Path) -> None:
    """Mode and owner of `target`, or those of any new file."""
    try:
        old = target.stat()
    except FileNotFoundError:
        made.chmod(0o666 & ~_umask())
        return
    if hasattr(os, "chown"):
        with suppress(PermissionError):
            os.chown(made, old.st_uid, old.st_gid)
    made.chmod(old.st_mode & 0o7777)


def _umask() -> int:
    # There is no way to read it but to set it.
    mask = os.umask(0o077)
    os.umask(mask)
    return mask


def _settle(folder: Path) -> None:
    """The name itself is on disk too, where the system lets a folder be synchronised."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            with suppress(OSError):
                os.fsync(handle)
        finally:
            os.close(handle)


def _sweep(folder: Path) -> None:
    """Remove what writes that were killed have left in `folder`."""
    with os.scandir(folder) as entries:
        left = [Path(entry.path) for entry in entries if _dead(entry.name)]
    for path in left:
        with suppress(OSError):
            path.unlink()


def _dead(name: str) -> bool:
    found = _LEFT.fullmatch(name)
    return found is not None and not alive(int(found.group(1)))


def alive(process: int) -> bool:
    """Whether another process of this number runs; on Windows it is never known, so nothing is swept there."""
    if os.name != "posix":
        return True
    if process == os.getpid():
        return False
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        pass
    return True
