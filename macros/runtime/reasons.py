"""Why the system would not read or write, and what to do before trying again: in the words that people get."""

import errno
import shutil
from typing import NamedTuple


class Reason(NamedTuple):
    """`why` goes behind the name of a file or stands alone, `cure` before “再来一次” or its like."""

    why: str
    cure: str


_ALLOWED = "换一个有权限的用户，或改文件夹的权限"
_TOO_MANY = Reason("同时打开的文件太多", "关掉一些程序")
_REASONS = {
    errno.ENOSPC: Reason("磁盘满了", "腾出空间"),
    errno.EDQUOT: Reason("磁盘配额用完了", "腾出空间，或请管理员加大配额"),
    errno.EFBIG: Reason("文件超过了允许的大小", "请管理员放宽文件大小的限制（ulimit -f）"),
    errno.EACCES: Reason("没有权限", _ALLOWED),
    errno.EPERM: Reason("没有权限", _ALLOWED),
    errno.EROFS: Reason("磁盘是只读的", "换一个能写的文件夹"),
    errno.EIO: Reason("磁盘读写出错", "检查磁盘，或换一块"),
    errno.ENOENT: Reason("没有这个文件或文件夹", "看看是不是别的程序正在动它"),
    errno.EEXIST: Reason("这里已经有同名的东西", "改正路径，或把它移开"),
    errno.ENOTDIR: Reason("路径里有一段是文件，不是文件夹", "改正路径，或把它移开"),
    errno.EISDIR: Reason("这里该是文件，却是文件夹", "改正路径，或把它移开"),
    errno.ELOOP: Reason("链接绕成了圈", "删去这个链接，或让它指向一个文件夹"),
    errno.ENAMETOOLONG: Reason("名字太长", "换一个短的名字，或放到浅一些的文件夹里"),
    errno.EBUSY: Reason("正在被别的程序使用", "关掉打开它的程序"),
    errno.EXDEV: Reason("文件夹里接着另一个磁盘，换版本做不到一步完成", "换一个整个在同一块磁盘上的文件夹"),
    errno.ENXIO: Reason("这不是普通的文件", "把它移开"),
    errno.EINVAL: Reason("这不是普通的文件", "把它移开"),
    errno.EMFILE: _TOO_MANY,
    errno.ENFILE: _TOO_MANY,
    errno.ENOMEM: Reason("内存不够", "关掉一些程序"),
}
# ERROR_ACCESS_DENIED and ERROR_SHARING_VIOLATION of Windows.
_IN_USE = {number: Reason("别的程序正开着它，或者没有权限", "关掉打开它的程序") for number in (5, 32)}
# Not a matter of the one file where it showed.
_EVERYWHERE = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EMFILE, errno.ENFILE, errno.ENOMEM)
FULL = (errno.ENOSPC, errno.EDQUOT)


def of(error: OSError | ValueError) -> Reason:
    """The reason for an error of reading or writing. A ValueError is a name that no file can have."""
    if isinstance(error, ValueError):
        return Reason("名字里有不能用的字符", "换一个名字")
    if isinstance(error, shutil.SpecialFileError):
        return Reason(f"“{str(error).split('`')[1]}”不是普通的文件（是管道、设备一类）", "把它移开")
    known = _IN_USE.get(getattr(error, "winerror", None) or 0) or _REASONS.get(error.errno or 0)
    return known or Reason(f"系统不让读写（原文：{error.strerror or error}）", "按这个原因处理")


def told(error: OSError) -> tuple[str, str]:
    """Why it failed, with the file where there is one and it matters, and what to do, both whole sentences' worth."""
    why, cure = of(error)
    named = error.filename2 or error.filename
    return (why if named is None or error.errno in _EVERYWHERE else f"“{named}”{why}"), f"{cure}，再来一次"
