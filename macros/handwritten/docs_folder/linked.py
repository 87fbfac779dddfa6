"""Links that lead out of a folder: what lies behind them is not the library's, and changes without a trace."""

import os
from collections.abc import Iterator
from pathlib import Path

from macros.findings import Finding
from macros.handwritten.docs_folder.tree import PROJECT, Sort, walk
from macros.model.kinds import KINDS
from macros.text.printable import printable

CURE = "把文件或文件夹本身放进来，删去这个链接"


def check(data: Path, shown: str) -> Iterator[Finding]:
    """What is no plain file and no open folder: in the data folder, where reading does not refuse it by itself, and
    among the templates."""
    for address, sort in walk(data, files=False):
        # What else lies there is told of where it is read.
        if (sort is Sort.LINK and not _told(address)) or (sort is Sort.OTHER and address.lower() == "readme.md"):
            yield from _found(f"{shown}/{address}", sort)
    for address, sort in walk(PROJECT / "overrides"):
        yield from _found(f"overrides/{address}".rstrip("/"), sort)
        if sort is Sort.FILE and not os.access(PROJECT / "overrides" / address, os.R_OK):
            yield Finding(printable(f"overrides/{address}"), 1, 1, "unreadable", "文件打不开：没有权限", "检查它的读取权限")


def _found(path: str, sort: Sort) -> Iterator[Finding]:
    if sort is Sort.LINK:
        yield finding(path)
    elif sort is Sort.CLOSED:
        yield Finding(printable(path), 1, 1, "unreadable", "文件夹打不开：没有权限", "检查它的读取权限")
    elif sort is Sort.OTHER:
        yield Finding(printable(path), 1, 1, "unreadable", "这不是普通的文件", "移走它：管道、设备读不到头")


def finding(path: str) -> Finding:
    """The finding about a link at `path`."""
    return Finding(printable(path), 1, 1, "linked-file", "这是链接（快捷方式），指到了别处", CURE)


def _told(address: str) -> bool:
    """Whether the catalogue opens this file or lists its name, and so tells of the link."""
    folder, _, name = address.rpartition("/")
    one_each = {kind.name for kind in KINDS.values() if kind.one_file_each}
    if folder:
        return folder in one_each and not name.startswith(".")
    known = {f"{kind.name}.yml" for kind in KINDS.values() if not kind.one_file_each}
    return name in known or (name not in one_each | {"originals", "README.md"} and not name.startswith("."))
