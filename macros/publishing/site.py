"""A built folder as a value: its files by address, its pages taken apart once."""

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from stat import S_ISREG

from macros.findings import Finding
from macros.html.page import Page, parse

# What can be read as text; everything else is taken as bytes.
TEXTS = frozenset({".html", ".js", ".css", ".json", ".xml", ".txt", ".csv", ".svg", ".map", ".webmanifest"})
NOT_FOUND = "404.html"


@dataclass(frozen=True)
class Site:
    """The folder `root`; addresses are relative to it, with forward slashes."""

    root: Path

    @cached_property
    def files(self) -> tuple[str, ...]:
        """Every file and symbolic link, sorted."""
        return tuple(sorted(_walk(self.root, "")))

    @cached_property
    def present(self) -> frozenset[str]:
        return frozenset(self.files)

    @cached_property
    def pages(self) -> Mapping[str, Page]:
        """The HTML pages by address."""
        return {file: parse(self.text(file)) for file in self.files if file.endswith(".html") and self.is_plain(file)}

    @property
    def texts(self) -> Iterator[tuple[str, str]]:
        """Address and content of every text file."""
        for file in self.files:
            if Path(file).suffix.lower() in TEXTS and self.is_plain(file):
                yield file, self.text(file)

    def text(self, file: str) -> str:
        return (self.root / file).read_text(encoding="utf-8", errors="replace")

    def is_plain(self, file: str) -> bool:
        """Whether it can be read for what it is: no link, no pipe, no device."""
        return S_ISREG((self.root / file).lstat().st_mode)


def finding(file: str, code: str, message: str, cure: str, line: int = 1, column: int = 1) -> Finding:
    """A finding about a built file."""
    return Finding(file, line, column, code, message, cure)


def _walk(root: Path, folder: str) -> Iterator[str]:
    with os.scandir(root / folder) as entries:
        for entry in entries:
            path = f"{folder}{entry.name}"
            if entry.is_dir(follow_symlinks=False):
                yield from _walk(root, f"{path}/")
            else:
                yield path
