"""The folder of hand-written pages as a value: its files and folders by address, each with what it is.

Only plain files are ever opened: a pipe would wait for ever, a link leads elsewhere.
"""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from pathlib import Path, PurePosixPath

PROJECT = Path(__file__).resolve().parents[3]
_JUNCTION = 0xA0000003


class Sort(Enum):
    FILE = 1
    FOLDER = 2
    LINK = 3
    CLOSED = 4
    OTHER = 5


@dataclass(frozen=True)
class Tree:
    """The folder `root`, called `shown` in messages; addresses are relative to it, with forward slashes."""

    root: Path
    shown: str
    items: dict[str, Sort]

    @classmethod
    def of(cls, root: Path, shown: str) -> "Tree":
        """What lies under `root`, sorted by address."""
        return cls(root, shown, dict(sorted(dict(walk(root)).items())))

    @cached_property
    def files(self) -> frozenset[str]:
        return frozenset(address for address, sort in self.items.items() if sort is Sort.FILE)

    @cached_property
    def pages(self) -> tuple[str, ...]:
        return tuple(address for address in self.items if address.endswith(".md") and address in self.files)

    @cached_property
    def is_the_projects(self) -> bool:
        return self.root.resolve() == PROJECT / "docs"

    @cached_property
    def closed(self) -> frozenset[str]:
        """The folders that can't be listed; the root is ""."""
        return frozenset(address for address, sort in self.items.items() if sort is Sort.CLOSED)

    def may_hold(self, address: str) -> bool:
        """Whether something is, or may be, where a page or a file has its address: what is told of already is not missing too."""
        sort = self.items.get(address)
        if sort is not None:
            return sort is not Sort.FOLDER or address.endswith(".md")
        parents = (self.items.get(parent.as_posix()) for parent in PurePosixPath(address).parents)
        return any(parent not in (None, Sort.FOLDER) for parent in parents)

    def path(self, address: str) -> str:
        """How messages name a file."""
        return f"{self.shown}/{address}"

    def content(self, address: str) -> bytes:
        """What a file holds; nothing where it can't be read, which is told where its place is judged."""
        try:
            return (self.root / address).read_bytes()
        except OSError:
            return b""

    def text(self, address: str) -> str:
        """The same as text, as far as it is any."""
        return self.content(address).decode("utf-8", "replace")


def walk(root: Path, folder: str = "", *, files: bool = True) -> Iterator[tuple[str, Sort]]:
    """Everything under `root` by address, links not followed, plain `files` or not; a folder that can't be listed is `CLOSED`, which
    comes last."""
    try:
        with os.scandir(root / folder) as listing:
            found = [entry for entry in listing if files or not entry.is_file(follow_symlinks=False)]
        if not os.access(root / folder, os.X_OK):
            raise PermissionError
    except OSError:
        yield folder.rstrip("/"), Sort.CLOSED
        return
    for entry in found:
        address = f"{folder}{entry.name}"
        sort = _sort(entry)
        yield address, sort
        if sort is Sort.FOLDER:
            yield from walk(root, f"{address}/", files=files)


def _sort(entry: os.DirEntry[str]) -> Sort:
    # Most are files; no link and no junction is one.
    if entry.is_file(follow_symlinks=False):
        return Sort.FILE
    if entry.is_symlink() or (os.name == "nt" and _is_junction(entry)):
        return Sort.LINK
    if entry.is_dir(follow_symlinks=False):
        return Sort.FOLDER
    return Sort.OTHER


def _is_junction(entry: os.DirEntry[str]) -> bool:
    # `Path.is_junction` came with Python 3.12.
    return getattr(entry.stat(follow_symlinks=False), "st_reparse_tag", 0) == _JUNCTION
