"""What a reader of any format hands on: the text, one paragraph a line, and what of the file is no part of it.

A reader knows nothing of speeches, and what divides the text nothing of formats: this is all that passes between them.
Of the lines `macros/fulltext/blocks.py` says what the marks mean: `## ` a heading, `| a | b |` a row,
`[^1]: ` a note, a form feed in the empty line before one that begins a page.
"""

from collections.abc import Iterable
from dataclasses import dataclass

PAGE = "\f"


def table_row(cells: Iterable[str]) -> str:
    """A row of a table as a line; a bar in a cell is no border of it."""
    return "| " + " | ".join(cell.replace("|", "／") for cell in cells) + " |"


@dataclass(frozen=True)
class LeftOut:
    """Words that are left out, whole, and why; `number` is their line in the stored text, or the line that they stand at."""

    number: int
    text: str
    why: str


@dataclass(frozen=True)
class Document:
    """A file as it was read. `unseen`: what is in the file but not in its text (hidden, deleted, a comment, a page's head)."""

    text: str
    unseen: tuple[LeftOut, ...] = ()


class Lines:
    """Puts a document together, in the order in which its lines and what stands at them are found."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._unseen: list[LeftOut] = []
        self._waiting: list[tuple[str, str]] = []

    def add(self, line: str) -> None:
        """A line; one that begins a page begins with a form feed. An empty one is none."""
        words = line.removeprefix(PAGE)
        if not words:
            return
        if self._parts:
            self._parts.append(f"\n{PAGE}\n" if line != words else "\n\n")
        self._parts.append(words)
        self._place()

    def aside(self, text: str, why: str) -> None:
        """Words that stand at the line added next (after the last line: at that one)."""
        if words := " ".join(text.split()):
            self._waiting.append((words, why))

    def document(self) -> Document:
        """All of it."""
        self._place()
        return Document("".join(self._parts) + "\n" if self._parts else "", tuple(self._unseen))

    def _place(self) -> None:
        # Lines and the empty ones between them take turns.
        number = max(len(self._parts), 1)
        self._unseen += [LeftOut(number, text, why) for text, why in self._waiting]
        self._waiting = []
