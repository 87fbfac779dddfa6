"""The files of a folder of entries, and what is wrong with their names: a name is an id and an address."""

import errno
import os
import re
from pathlib import Path

from macros.model.fields import ID_PATTERN

# Names that a page of the library or Windows already uses.
RESERVED = frozenset({"index", "con", "prn", "aux", "nul", *(f"{d}{n}" for d in ("com", "lpt") for n in range(1, 10))})
_ID = re.compile(ID_PATTERN)


def listed(folder: Path) -> list[os.DirEntry[str]]:
    """What lies in a folder of entries, in the order of ids; of two names that differ in case the lower one first.

    A folder that is not there is empty.

    Raises:
        OSError: when it is no folder, or can't be read.
    """
    if not os.path.lexists(folder):
        return []
    with os.scandir(folder) as listing:
        if not os.access(folder, os.X_OK):  # names without files: one message, not one for each
            raise PermissionError(errno.EACCES, "Permission denied", str(folder))
        files = [file for file in listing if not file.name.startswith(".")]
    return sorted(files, key=lambda f: (f.name.rsplit(".", 1)[0].lower(), f.name != f.name.lower(), f.name))


def bad_file(entry: os.DirEntry[str], folder: str, label: str, twin: str | None) -> tuple[str, str] | None:
    """What is wrong with the name of a file in `folder`, whose entries are called `label`, and what to do about it.

    `twin` is an earlier name that differs in case alone.
    """
    if not twin and entry.name.endswith(".yml") and not bad_id(entry.name[:-4]) and entry.is_file(follow_symlinks=False):
        return None
    file = Path(entry)
    if file.is_dir():
        return f"{label}的文件夹里不能再有文件夹", f"把文件直接放在 {folder}/ 下"
    if twin:
        return f"“{file.name}”与“{twin}”只差大小写，在 Windows 上是同一个文件", "留一个；确是两条就换一个编号"
    if file.suffix != ".yml":
        return f"{label}的文件名要以 .yml 结尾", f"改名为 {file.stem}.yml，或移走这个文件"
    problem = bad_id(file.stem)
    if problem:
        return f"文件名“{file.name}”不能用：{problem}", "文件名用小写拼音、数字和连字符，例如：quan-yuan-ru-wei.yml"
    return None


def bad_id(entry_id: str) -> str | None:
    """Why this can be no id, or None."""
    if entry_id.lower() in RESERVED:
        return "这个名字另有用处"
    if not _ID.fullmatch(entry_id):
        return "只许小写字母、数字和连字符，最多 64 个字符"
    return None
