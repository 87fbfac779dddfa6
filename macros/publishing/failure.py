"""Why a publish stopped, told to the person who runs it."""

import errno
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from macros.diagnostics import Finding, printable

_REASONS = {
    errno.ENOSPC: ("磁盘满了", "腾出空间，或用 --keep 少留几版，再发布一次"),
    errno.EDQUOT: ("磁盘配额用完了", "腾出空间，或请管理员加大配额，再发布一次"),
    errno.EACCES: ("没有写入的权限", "换一个有权限的用户，或改文件夹的权限"),
    errno.EPERM: ("没有写入的权限", "换一个有权限的用户，或改文件夹的权限"),
    errno.EROFS: ("磁盘是只读的", "换一个能写的文件夹"),
    errno.EIO: ("磁盘读写出错", "检查磁盘，换一块再发布"),
}


class PublishFailed(Exception):
    """Nothing was changed for readers; `message` says why, `cure` what to do, both in Chinese."""

    def __init__(self, message: str, cure: str) -> None:
        self.message, self.cure = message, cure
        super().__init__(f"{message}\n  改法：{cure}")


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
def told() -> Iterator[None]:
    """Turns what the disk refuses into `PublishFailed`."""
    try:
        yield
    except OSError as error:
        reason, cure = _REASONS.get(error.errno or 0, (f"读写文件出错：{error.strerror or error}", "按这个原因处理后再发布一次"))
        where = f"（{error.filename}）" if error.filename and error.errno != errno.ENOSPC else ""
        raise PublishFailed(f"{reason}{where}，没有发布，读者看到的还是原来那一版", cure) from error
