"""The one place in a target folder where unfinished work lies, held by one publish at a time.

The lock belongs to the process, so it goes when the process goes, however it ends; what such a
process left is removed by the next one. That it is ours is proven by the lock's file, which bears
our words and outlives the work. POSIX only: on Windows there is the hand-over file, without a lock.
"""

import importlib.util
import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from macros.publishing.failure import PublishFailed

WORK = ".kb-work"
LOCK = ".kb-lock"
_WORDS = re.compile(r"进程 \d+.*", re.S)


@contextmanager
def workspace(target: Path, *, alone: bool = True) -> Iterator[Path]:
    """An empty folder in `target` (made when missing) that nobody else works in; gone afterwards.

    Without `alone` it is given also where the system has no locks.

    Raises:
        PublishFailed: another publish holds the target, the system has no such locks, or something
            that is not ours bears the name of the folder or of the lock.
    """
    target.mkdir(parents=True, exist_ok=True)
    if importlib.util.find_spec("fcntl"):
        with _held(target / LOCK, target / WORK) as work:
            yield work
    elif alone:
        raise PublishFailed("Windows 上不能发布到服务器文件夹", "在 Linux 上运行；要把网站带走，用 --zip")
    else:
        with tempfile.TemporaryDirectory(dir=target, prefix=f"{WORK}-") as folder:
            yield Path(folder)


@contextmanager
def _held(lock: Path, work: Path) -> Iterator[Path]:
    handle, owned = _acquire(lock), False
    try:
        _clear(work, lock, os.pread(handle, 200, 0))
        _sign(handle)
        owned = True
        # What has not passed the check is nobody else's to read.
        work.mkdir(mode=0o700)
        yield work
    finally:
        if owned:
            shutil.rmtree(work, ignore_errors=True)
        # The lock's file is the proof for what could not be removed; the next one takes both away. It goes
        # while it is held: who waits for this very file notices below that it is gone.
        if (not owned or not work.exists()) and _is_ours(os.pread(handle, 200, 0)):
            lock.unlink(missing_ok=True)
        os.close(handle)


def _is_ours(words: bytes) -> bool:
    """Whether a lock's file with these words is of a publish, which may have been killed before it wrote any."""
    return not words or _WORDS.fullmatch(words.decode("utf-8", errors="replace")) is not None


def _clear(work: Path, lock: Path, words: bytes) -> None:
    """Removes what a killed publish left."""
    if not _is_ours(words):
        raise _foreign(lock)
    if not os.path.lexists(work):
        return
    if work.is_symlink() or not work.is_dir() or (not words and any(work.iterdir())):
        raise _foreign(work)
    shutil.rmtree(work)


def _foreign(path: Path) -> PublishFailed:
    return PublishFailed(f"“{path}”不是发布程序建的，没有动它", "把它移走或改名，再试一次")


def _sign(handle: int) -> None:
    """Puts our words into the lock's file; at no moment is it without any."""
    words = f"进程 {os.getpid()}，{datetime.now():%Y-%m-%d %H:%M:%S} 开始".encode()
    os.lseek(handle, 0, os.SEEK_SET)
    os.write(handle, words)
    os.ftruncate(handle, len(words))
    os.fsync(handle)


def _acquire(file: Path) -> int:
    import fcntl

    while True:
        if file.is_symlink() or (file.exists() and not file.is_file()):
            raise _foreign(file)
        handle = os.open(file, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW, 0o644)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            if os.path.samestat(os.fstat(handle), file.stat()):
                return handle
        except FileNotFoundError:
            pass
        except BlockingIOError:
            holder = os.pread(handle, 200, 0).decode("utf-8", errors="replace") or "刚刚开始"
            os.close(handle)
            raise PublishFailed(f"另一个发布正在进行（{holder}）", "等它结束再试；它不在了锁会自动松开，不用删文件") from None
        os.close(handle)
