"""Footnotes, endnotes and comments of a Word file, and which of them the text refers to."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from docx.oxml.ns import qn

from macros.importing.word_package import Package

_PAGE_NUMBER = re.compile(r"[\s\d—－–\-·~/第共页,，ⅠⅡⅢⅣⅤIVXivx]*")
_WHY = {"footnote": "没有引用的脚注", "endnote": "没有引用的尾注", "comment": "批注"}


class Notes:
    """The notes of one document, each by its kind (footnote, endnote, comment) and id."""

    def __init__(self, package: Package) -> None:
        self._roots: dict[tuple[str, str], Any] = {}
        for kind, part in (("footnote", package.footnotes), ("endnote", package.endnotes), ("comment", package.comments)):
            for note in part.iter(qn(f"w:{kind}")) if part is not None else ():
                # The lines above the notes of a page are of a type of their own.
                if note.get(qn("w:type"), "normal") == "normal":
                    self._roots.setdefault((kind, note.get(qn("w:id"), "")), note)
        self._referred: list[tuple[str, str]] = []
        self._seen: set[tuple[str, str]] = set()
        self._counts = {"footnote": 0, "endnote": 0}

    def refer(self, kind: str, name: str | None) -> Any:
        """The note that the text refers to for the first time; None where it has come already or is not there."""
        key = (kind, name or "")
        if key in self._seen or key not in self._roots:
            return None
        self._seen.add(key)
        if kind != "comment":
            self._referred.append(key)
        return self._roots[key]

    def referred(self) -> list[tuple[str, str]]:
        """The notes that were referred to since this was asked last, in order."""
        found, self._referred = self._referred, []
        return found

    def root(self, kind: str, name: str) -> Any:
        return self._roots[kind, name]

    def label(self, kind: str) -> str:
        """What the next note of a kind is called: 1, 2 … at the foot, 尾1, 尾2 … at the end."""
        self._counts[kind] += 1
        return f"{'尾' if kind == 'endnote' else ''}{self._counts[kind]}"

    def left(self) -> Iterator[tuple[str, str]]:
        """The words of the notes that nothing refers to, and what they are."""
        for key, root in self._roots.items():
            if key not in self._seen:
                yield "".join(child.text or "" for child in root.iter(qn("w:t"))), _WHY[key[0]]


def margins(lines: Iterable[str]) -> Iterator[str]:
    """The lines at the head or foot of a page that are no page number."""
    return (line for line in lines if not _PAGE_NUMBER.fullmatch(line))
