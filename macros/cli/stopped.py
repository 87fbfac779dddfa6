"""What a person is told when a file could not be written: why, what is done, what is left, and how to go on."""

import errno
from collections.abc import Iterable

import click

from macros.findings import printable
from macros.runtime.writing import Changed, Stopped

_FULL = "腾出空间"
_ALLOWED = "换一个有权限的用户，或改文件夹的权限"
_ELSEWHERE = "换一个能写的文件夹"
_REASONS = {
    errno.ENOSPC: ("磁盘满了", _FULL),
    errno.EDQUOT: ("磁盘配额用完了", f"{_FULL}，或请管理员加大配额"),
    errno.EFBIG: ("文件超过了允许的大小", "请管理员放宽文件大小的限制"),
    errno.EACCES: ("没有写入的权限", _ALLOWED),
    errno.EPERM: ("没有写入的权限", _ALLOWED),
    errno.EROFS: ("磁盘是只读的", _ELSEWHERE),
    errno.EIO: ("磁盘读写出错", "检查磁盘"),
    errno.ENAMETOOLONG: ("名字或路径太长", "换一个短的名字，或放到浅一些的文件夹里"),
    errno.ENOTDIR: ("这里该是文件夹，却是别的东西", "把它移开"),
    errno.EISDIR: ("这里该是文件，却是文件夹", "把它移开"),
    errno.ELOOP: ("这是一个绕成圈的链接", "把它移开"),
    errno.EINVAL: ("这不是普通的文件", "把它移开"),
}
_IN_USE = ("别的程序正开着它，或者没有写入的权限", "关掉打开它的程序")
_SHARING = 32  # ERROR_SHARING_VIOLATION of Windows


def reason(error: OSError) -> tuple[str, str]:
    """Why the disk refused, and what to do before trying again."""
    if isinstance(error, Changed):
        return "读了以后又有人改过它，没有动它", "看一下是谁在改"
    if isinstance(error, FileExistsError):
        return "刚刚被别人建好了，没有动它", "看一下是谁在写"
    if getattr(error, "winerror", None) in (5, _SHARING):
        return _IN_USE
    return _REASONS.get(error.errno or 0, (f"系统不让写（{error.strerror or error}）", "按这个原因处理"))


def failure(error: OSError, file: object) -> click.ClickException:
    """One file was not written; what was there is as it was."""
    why, cure = reason(error)
    return click.ClickException(printable(f"“{file}”写不进去：{why}。") + f"\n  改法：{cure}，再运行一次。")


def failures(stopped: Stopped, shown: str, done: str = "写好") -> click.ClickException:
    """Some of several files were not written. `shown` is what their common folder is called."""
    why, cure = reason(stopped.error)
    first = stopped.left[0].as_posix()
    text = [f"“{first}”写不进去：{why}。", *_listed(f"已经{done}，都是完整的", stopped.done),
            *_listed(f"还没有{done}", stopped.left),
            f"  改法：{cure}，再运行一次同样的命令，会接着{done}其余的；{shown} 里已有的文件没有损坏。"]
    return click.ClickException("\n".join(map(printable, text)))


def _listed(title: str, files: Iterable[object]) -> list[str]:
    names = [str(file) for file in files]
    return [f"{title}（{len(names)} 个）：", *(f"  {name}" for name in names)] if names else []
