"""No file tells where on whose machine it was built."""

import zipfile
from collections.abc import Iterator
from pathlib import Path

from macros.findings import Finding
from macros.publishing.checks.expected import Expected
from macros.publishing.site import Site, finding
from macros.text import machine_paths
from macros.text.places import line_and_column

_OFFICE = frozenset({".docx", ".xlsx"})


def check(site: Site, expected: Expected) -> Iterator[Finding]:
    for file, text in site.texts:
        yield from _found(file, text, expected.private)
    for file in site.files:
        if Path(file).suffix.lower() in _OFFICE and site.is_plain(file):
            for text in office_texts(site.root / file):
                yield from _found(file, text, expected.private)


def office_texts(file: Path) -> Iterator[str]:
    """The XML inside a Word or Excel file, part by part; nothing when it is no such file."""
    try:
        with zipfile.ZipFile(file) as parts:
            for name in sorted(parts.namelist()):
                if name.endswith((".xml", ".rels")):
                    yield parts.read(name).decode("utf-8", errors="replace")
    except zipfile.BadZipFile:
        return


def _found(file: str, text: str, known: tuple[str, ...]) -> Iterator[Finding]:
    for offset, path in machine_paths.paths(text, known):
        yield finding(file, "leaked-path", f"文件里有本机的路径 {path}", "找到写出它的设置或页面，改成相对路径", *line_and_column(text, offset))
