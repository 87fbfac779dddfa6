"""Why the system would not read or write, in the words an editor gets."""

import errno

_REASONS = {
    errno.EACCES: "没有权限",
    errno.EPERM: "没有权限",
    errno.ENOENT: "没有这个文件或文件夹",
    errno.EEXIST: "已经有了同名的文件",
    errno.ENOTDIR: "它或它所在的地方不是文件夹",
    errno.EISDIR: "它是文件夹，不是文件",
    errno.ELOOP: "链接绕成了一圈",
    errno.ENAMETOOLONG: "名字太长",
    errno.ENOSPC: "磁盘满了",
    errno.EDQUOT: "磁盘配额用完了",
    errno.EROFS: "磁盘是只读的",
    errno.EBUSY: "正在被别的程序使用",
    errno.EIO: "磁盘读写出错",
    errno.ENXIO: "它不是普通的文件",
    errno.EINVAL: "名字里有不能用的字符",
}


def reason(error: OSError | ValueError) -> str:
    """The reason in Chinese; the system's own words for what is rarer. A ValueError is a name that no file can have."""
    if isinstance(error, OSError):
        return _REASONS.get(error.errno or 0) or error.strerror or str(error)
    return _REASONS[errno.EINVAL]
