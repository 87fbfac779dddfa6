"""The one place in a target folder where unfinished work lies, held by one publish at a time.

The lock belongs to the process, so it goes when the process goes, however it ends; what such a
process left is removed by the next one. POSIX only: on Windows there is the hand-over file.
"""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from macros.publishing.failure import PublishFailed

WORK = ".kb-work"
LOCK = ".kb-lock"


@contextmanager
def workspace(target: Path) -> Iterator[Path]:
    """An empty folder in `target` (made when missing) that nobody else works in; gone afterwards.

    Raises:
        PublishFailed: another publish holds the target, or the system has no such locks.
    """
    target.mkdir(parents=True, exist_ok=True)
    with _locked(target / LOCK):
        work = target / WORK
        _remove(work)
        work.mkdir()
        try:
            yield work
        finally:
            _remove(work)


def _remove(folder: Path) -> None:
    if folder.is_dir() and not folder.is_symlink():
        shutil.rmtree(folder)
    else:
        folder.unlink(missing_ok=True)


@contextmanager
def _locked(file: Path) -> Iterator[None]:
    handle = _acquire(file)
    try:
        os.ftruncate(handle, 0)
        os.write(handle, f"进程 {os.getpid()}，{datetime.now():%Y-%m-%d %H:%M:%S} 开始".encode())
        yield
    finally:
        # Removed while held: who waits for this very file notices below that it is gone.
        file.unlink(missing_ok=True)
        os.close(handle)


def _acquire(file: Path) -> int:
    try:
        import fcntl
    except ImportError:
        raise PublishFailed("Windows 上不能发布到服务器文件夹", "在 Linux 上运行；要把网站带走，用 --zip") from None
    while True:
        handle = os.open(file, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW, 0o644)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            if os.path.samestat(os.fstat(handle), file.stat()):
                return handle
        except FileNotFoundError:
            pass
        except BlockingIOError:
            holder = os.read(handle, 200).decode("utf-8", errors="replace") or "刚刚开始"
            os.close(handle)
            raise PublishFailed(f"另一个发布正在进行（{holder}）", "等它结束再试；它不在了锁会自动松开，不用删文件") from None
        os.close(handle)
