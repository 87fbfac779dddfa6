"""The files of a folder of entries, and what is wrong with their names: a name is an id and an address."""

import errno
import os
import re
import unicodedata
from pathlib import Path

from macros.model.fields import ID_PATTERN

# Names that a page of the library or Windows already uses.
RESERVED = frozenset({"index", "con", "prn", "aux", "nul", *(f"{d}{n}" for d in ("com", "lpt") for n in range(1, 10))})
_ID = re.compile(ID_PATTERN)
_RESERVED = "这个名字另有用处"
# What programs make of a name when they copy or keep a file: Windows, macOS, browsers, editors.
_COPY = re.compile(r"[\s_-]*(?:的?副本|复件|拷贝|copy(?:\s+of)?)[\s_-]*(?:[(（]\d+[)）]|\d+)?[\s_-]*|\s*[(（]\d+[)）]$", re.I)
_KEPT = re.compile(r"\.(?:bak|old|orig|tmp|swp|rej|backup|save|\d+)$|~$", re.I)
_NEW = re.compile(r"新建.*(?:文本文档|文档|文件)|未命名|无标题|untitled|new text document", re.I)
_ENDINGS = re.compile(r"(?:\.(?:yml|yaml|txt|text))+$", re.I)


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
    return sorted(files, key=_place)


def _place(file: os.DirEntry[str]) -> tuple[str, bool, str]:
    name = file.name
    lower = name.lower()
    return lower.rpartition(".")[0] or lower, name != lower, name


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
    return _left_over(file) or _ending(file, label) or _stem(file)


def is_left_over(name: str) -> bool:
    """Whether this looks like a copy, a backup, or a file that was only begun."""
    return bool(name.startswith("~$") or _NEW.search(name) or _KEPT.search(name) or _COPY.search(_ENDINGS.sub("", name)))


def _left_over(file: Path) -> tuple[str, str] | None:
    """A copy, a backup or a lock that a program left, or a file that was only begun."""
    name, right = file.name, _right(file)
    if name.startswith("~$"):
        return f"“{name}”是别的程序开着文件时留下的", "关掉那个程序，再删去它"
    if _NEW.search(name):
        return f"“{name}”是新建以后没有改名的文件", "用不着就删去；要留就改名为 编号.yml，编号用小写拼音，例如：quan-yuan-ru-wei.yml"
    if _KEPT.search(name) or (_COPY.search(_ENDINGS.sub("", name)) and right != name):
        there = right and (file.parent / right).exists()
        kept = f"要留的是 {right}，这一份删去" if there else f"没有用就删去；要留就改名为 {right}" if right else "没有用就删去"
        return f"“{name}”像是复制或备份出来的副本", kept
    return None


def _ending(file: Path, label: str) -> tuple[str, str] | None:
    if file.suffix == ".yml" and not _ENDINGS.search(file.stem):
        return None
    right = _right(file)
    if not right:
        return f"{label}的文件名要以 .yml 结尾", "改名为 编号.yml，编号用小写拼音，例如：quan-yuan-ru-wei.yml；不是条目就移走"
    if file.suffix.lower() in (".yml", ".yaml", ".txt", ".text"):
        hidden = "（Windows 藏起了 .txt：在“查看”里勾上“文件扩展名”就看得到）" if file.suffix.lower() == ".txt" else ""
        return f"{label}的文件名要以 .yml 结尾", f"改名为 {right}{hidden}，或移走这个文件"
    return f"{label}的文件名要以 .yml 结尾", f"改名为 {right}，或移走这个文件"


def _stem(file: Path) -> tuple[str, str] | None:
    problem = bad_id(file.stem)
    if not problem:
        return None
    right = _right(file)
    example = f"改名为 {right}" if right and problem != _RESERVED else "文件名用小写拼音、数字和连字符，例如：quan-yuan-ru-wei.yml"
    return f"文件名“{file.name}”不能用：{problem}", example


def _right(file: Path) -> str:
    """The name that was meant, made of the letters that are there; nothing where they make no id."""
    stem = _ENDINGS.sub("", _KEPT.sub("", file.name)) if _ENDINGS.search(_KEPT.sub("", file.name)) else file.stem
    wanted = spelled(_COPY.sub("", unicodedata.normalize("NFKC", stem)))
    return f"{wanted}.yml" if not bad_id(wanted) else ""


def spelled(text: str) -> str:
    """The id that a text is in another spelling: capitals, full-width signs, blanks, lines and points between its parts."""
    return re.sub(r"[\s_.—–－]+", "-", unicodedata.normalize("NFKC", text).strip().lower()).strip("-")


def intended(name: str) -> str:
    """The id that the name of a file was meant to be; nothing where it is none, or a copy of another file."""
    file = Path(name)
    return "" if _COPY.search(_ENDINGS.sub("", name)) or _KEPT.search(name) else _right(file).removesuffix(".yml")


def bad_id(entry_id: str) -> str | None:
    """Why this can be no id, or None."""
    if entry_id.lower() in RESERVED:
        return _RESERVED
    if not _ID.fullmatch(entry_id):
        return "只许小写字母、数字和连字符，最多 64 个字符"
    return None
