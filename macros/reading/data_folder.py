"""Whether a folder is the data folder of a library, said before a command works on it."""

import os
from pathlib import Path

from macros.model.kinds import KINDS
from macros.reading.entries import file_of
from macros.text.printable import printable

_HOLDS = "数据文件夹里是 practices、speeches、sources 三个文件夹和 topics.yml、organizations.yml 等文件"


def wrong(data: Path) -> tuple[str, str] | None:
    """What is wrong with a folder that is given as the data folder, and what to do; None for one that may be it.

    A folder that is empty, or can't be looked into, may be: reading tells of that.
    """
    shown = printable(str(data))
    if not data.is_dir():
        return f"没有“{shown}”这个数据文件夹", "在库的根文件夹里运行，或用 --data 指明"
    if _may_be(data):
        return None
    meant = next((folder for folder in (data.parent, data / "data", data.parent / "data") if _holds_entries(folder)), None)
    cure = f"写 --data {printable(str(meant))}" if meant else "在库的根文件夹里运行，或用 --data 指明"
    return f"“{shown}”不是数据文件夹：{_HOLDS}", cure


def _may_be(folder: Path) -> bool:
    try:
        names = [name for name in _names(folder) if not name.startswith(".")]
        return _holds_entries(folder) or all(_is_ours(folder, name) for name in names)
    except OSError:
        return True


def _names(folder: Path) -> list[str]:
    with os.scandir(folder) as entries:
        return [entry.name for entry in entries]


def _holds_entries(folder: Path) -> bool:
    """Whether there is a file of many, or a folder with a file for an entry in it."""
    for kind in KINDS.values():
        path = folder / file_of(kind)
        try:
            if os.path.lexists(path) and (not kind.one_file_each or any(name.endswith(".yml") for name in _names(path))):
                return True
        except OSError:
            continue
    return False


def _is_ours(folder: Path, name: str) -> bool:
    """Whether a library that is not begun yet may hold it; `docs` has folders of the same names, with pages in them."""
    if name in ("originals", "README.md"):
        return True
    kinds = [kind for kind in KINDS.values() if file_of(kind) == name]
    path = folder / name
    return bool(kinds) and not (path.is_dir() and any(inside.endswith(".md") for inside in _names(path)))
