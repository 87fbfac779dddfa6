"""No file tells where on whose machine it was built."""

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

from macros.findings import Finding
from macros.publishing.checks.expected import Expected
from macros.publishing.site import Site, finding, place

_HOMES = re.compile(r"""(?<![\w./-])(?:/home/|/Users/)[\w.-]+/[\w.-]+|(?<![\w./-])/root/[\w.-]+|\b[A-Za-z]:\\{1,2}Users\\{1,2}[\w.-]+""")
_WORDS = ("/home/", "/Users/", "/root/", "Users\\")
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


def private(*places: Path) -> tuple[str, ...]:
    """Paths that tell of this machine; a very short one (`/`, `/srv`) says nothing and stands in many texts."""
    return tuple(sorted({str(path) for path in (*places, Path.home()) if len(path.parts) > 2}))


def paths(text: str, known: tuple[str, ...]) -> Iterator[tuple[int, str]]:
    """Where a path of a machine stands in a text, and the path: one of the `known`, or somebody's home."""
    places = [(text.find(path), path) for path in known]
    # Looking for the words first is many times faster than the pattern alone.
    home = _HOMES.search(text) if any(word in text for word in _WORDS) else None
    if home:
        places.append((home.start(), home.group()))
    # A path inside another starts at the same place: tell it once.
    told: set[int] = set()
    for offset, path in places:
        if offset >= 0 and offset not in told:
            told.add(offset)
            yield offset, path


def _found(file: str, text: str, known: tuple[str, ...]) -> Iterator[Finding]:
    for offset, path in paths(text, known):
        yield finding(file, "leaked-path", f"文件里有本机的路径 {path}", "找到写出它的设置或页面，改成相对路径", *place(text, offset))
