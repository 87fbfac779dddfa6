"""Why a publish stopped, told to the person who runs it."""

import errno
import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from macros.findings import Finding, printable

_FULL = "腾出空间再试一次；要少留旧的版本，用 --keep 2"
_ALLOWED = "换一个有权限的用户，或改文件夹的权限"
_REASONS = {
    errno.ENOSPC: ("磁盘满了", _FULL),
    errno.EDQUOT: ("磁盘配额用完了", f"{_FULL}；或请管理员加大配额"),
    errno.EFBIG: ("文件超过了这个磁盘或用户允许的大小", "请管理员放宽限制，再试一次"),
    errno.EACCES: ("没有权限", _ALLOWED),
    errno.EPERM: ("没有权限", _ALLOWED),
    errno.EROFS: ("磁盘是只读的", "换一个能写的文件夹"),
    errno.EIO: ("磁盘读写出错", "检查磁盘，换一块再试"),
    errno.EXDEV: ("文件夹里接着另一个磁盘，换版本做不到一步完成", "发布到一个整个在同一块磁盘上的文件夹"),
    errno.ENOTDIR: ("路径中间有一个文件，不是文件夹", "改正路径"),
    errno.EEXIST: ("这个位置上已经有别的东西", "改正路径，或把它移走"),
    errno.EISDIR: ("这个位置上是文件夹，不是文件", "改正路径，或把它移走"),
    errno.ENOENT: ("文件或文件夹不见了", "看看是不是有人在移动它，再试一次"),
    errno.ENAMETOOLONG: ("名字太长", "把文件或文件夹的名字改短"),
    errno.ELOOP: ("链接绕成了圈", "改正链接"),
}
_NOT_PUBLISHED = "没有发布，读者看到的还是原来那一版"


class PublishFailed(Exception):
    """Nothing was changed for readers; `message` says why, `cure` what to do, both in Chinese."""

    def __init__(self, message: str, cure: str) -> None:
        self.message, self.cure = printable(message), printable(cure)
        super().__init__(f"{self.message}\n  改法：{self.cure}")


class SiteRefused(Exception):
    """The built folder did not pass the check; `findings` holds all of them, sorted by place."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = sorted(findings)
        super().__init__(shown(self.findings))


def shown(findings: Iterable[Finding]) -> str:
    """Findings about built files for a terminal, two lines each."""
    rows = ((f"{f.path}:{f.line}:{f.column}: {f.severity.label}[{f.code}] {f.message}", f"  改法：{f.cure}") for f in findings)
    return "\n".join(printable(row) for pair in rows for row in pair)


@contextmanager
def told(place: Path, outcome: str = _NOT_PUBLISHED) -> Iterator[None]:
    """Turns what the disk refuses into `PublishFailed`; `place` is where was written, `outcome` says what stands now."""
    try:
        yield
    except OSError as error:
        reason, cure = _REASONS.get(error.errno or 0, (f"读写文件出错：{error.strerror or error}", "按这个原因处理后再试一次"))
        full = error.errno in (errno.ENOSPC, errno.EDQUOT)
        where = _room(place) if full else f"（{error.filename}）" if error.filename else ""
        raise PublishFailed(f"{reason}{where}，{outcome}", cure) from error


def _room(place: Path) -> str:
    """How much the disk of `place` still takes, what was half written being gone again."""
    there = next((folder for folder in (place, *place.parents) if folder.is_dir()), None)
    if there is None:
        return ""
    if hasattr(os, "statvfs") and (disk := os.statvfs(there)).f_files and not disk.f_favail:
        return f"（“{there}”所在的磁盘再放不下一个文件，不论大小）"
    return f"（“{there}”所在的磁盘只剩 {shutil.disk_usage(there).free / 1e6:.1f} MB 可用，这一次不够）"
