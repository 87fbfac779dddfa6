"""A small library that passes the check, to be broken in one place by a test."""

import shutil
from pathlib import Path

from macros import rules
from macros.findings import Finding
from macros.fulltext import originals
from macros.library.catalog import load

FIXTURES = Path(__file__).parent / "fixtures"


def write_pages(data: Path, docs: Path, home: str = "# 库\n\n{{ practices() }}\n") -> None:
    """Writes the pages that people would write for the library under `data`: home and topics, what exists stays."""
    pages = {"index.md": f"---\ntitle: 首页\nrender_macros: true\n---\n\n{home}"}
    for topic in load(data)[0].topics:
        pages[f"topics/{topic}.md"] = f'---\nrender_macros: true\n---\n\n# {topic}\n\n{{{{ topic_lead("{topic}") }}}}\n'
    for name, text in pages.items():
        file = docs / name
        file.parent.mkdir(parents=True, exist_ok=True)
        if not file.exists():
            file.write_text(text, encoding="utf-8")


class Tree:
    """The small library in a folder of its own, with the pages beside it."""

    def __init__(self, folder: Path) -> None:
        self.root, self.docs = folder / "data", folder / "docs"
        shutil.copytree(FIXTURES / "small", self.root)
        write_pages(self.root, self.docs)

    def write(self, path: str, text: str | bytes) -> None:
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text if isinstance(text, bytes) else text.encode())

    def read(self, path: str) -> str:
        return (self.root / path).read_text(encoding="utf-8")

    def replace(self, path: str, old: str, new: str) -> None:
        text = self.read(path)
        assert old in text, f"{path} has no {old!r}"
        self.write(path, text.replace(old, new, 1))

    def copy(self, path: str, other: str, *changes: tuple[str, str]) -> None:
        self.write(other, self.read(path))
        for old, new in changes:
            self.replace(other, old, new)

    def with_originals(self) -> None:
        """Puts the full text of the small library beside it."""
        shutil.copytree(FIXTURES / "small-originals", self.root / "originals")

    def findings(self) -> list[Finding]:
        catalog, findings = load(self.root)
        return sorted([*findings, *rules.check(catalog, originals.load(self.root, catalog))])

    def told(self) -> list[str]:
        """Every finding in a line: place, severity, code, message, cure."""
        return [f"{f.path}:{f.line}:{f.column} {f.severity.label}[{f.code}] {f.message} | {f.cure}"
                for f in self.findings()]
