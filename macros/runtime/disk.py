"""What the disk or the system refuses, said to a person."""

import errno

_ELSE = "按这个原因处理后再来一次"
_REASONS = {
    errno.ENOSPC: ("磁盘满了", "腾出空间，再来一次"),
    errno.EDQUOT: ("磁盘配额用完了", "腾出空间，或请管理员加大配额，再来一次"),
    errno.EACCES: ("没有权限", "换一个有权限的用户，或改这个文件夹的权限"),
    errno.EPERM: ("没有权限", "换一个有权限的用户，或改这个文件夹的权限"),
    errno.EROFS: ("磁盘是只读的", "换一个能写的文件夹"),
    errno.EIO: ("磁盘读写出错", "检查磁盘，换一块再来一次"),
    errno.EFBIG: ("有一个文件太大，超过了系统允许的大小", "请管理员放宽文件大小的限制（ulimit -f），再来一次"),
    errno.ENAMETOOLONG: ("名字太长", "换一个短些的名字"),
    errno.ELOOP: ("链接绕成了圈，指不到任何地方", "删去这个链接，或让它指向一个文件夹"),
    errno.ENOTDIR: ("路径中间有一段是文件，不是文件夹", "换一个路径"),
    errno.EMFILE: ("同时打开的文件太多", "关掉一些程序，再来一次"),
    errno.ENFILE: ("同时打开的文件太多", "关掉一些程序，再来一次"),
    errno.ENOMEM: ("内存不够", "关掉一些程序，再来一次"),
    errno.ENOENT: ("读写时文件不见了", "看看是不是别的程序正在动这个文件夹，再来一次"),
    errno.EBUSY: ("正被占用", "看看是不是别的程序正在用它，再来一次"),
}
# A full disk or a lack of memory is not a matter of the one file where it showed.
_NO_PLACE = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EMFILE, errno.ENFILE, errno.ENOMEM)


def told(error: OSError) -> tuple[str, str]:
    """Why it failed and what to do, both in Chinese; the reason names the file where there is one."""
    reason, cure = _REASONS.get(error.errno or 0, (f"读写文件出错（{error.strerror or error}）", _ELSE))
    named = error.filename2 or error.filename
    if named is None or error.errno in _NO_PLACE:
        return reason, cure
    return f"“{named}”{reason}", cure
