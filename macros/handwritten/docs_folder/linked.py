"""Links that lead out of a folder: what lies behind them is not the library's, and changes without a trace."""

from collections.abc import Iterator
from pathlib import Path

from macros.findings import Finding, printable
from macros.handwritten.docs_folder.tree import PROJECT, Sort, walk
from macros.library.catalog import KINDS

CURE = "把文件或文件夹本身放进来，删去这个链接"


def check(data: Path, shown: str) -> Iterator[Finding]:
    """Links in the data folder that reading does not refuse by itself, and those among the templates."""
    for address, sort in walk(data):
        if sort is Sort.LINK and not _told(address):
            yield finding(f"{shown}/{address}")
    for folder in ("overrides",):
        for address, sort in walk(PROJECT / folder):
            if sort is Sort.LINK:
                yield finding(f"{folder}/{address}")


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
