"""The table of contents of a collection, and the titles in the text that it names."""

import re
from dataclasses import dataclass

from macros.importing.lines import Line, key, rank, title_like, unnumbered

_LEADER = re.compile(r"(?:[\s\t]+|[.．。·…]{2,}\s*|—{2,})\d{1,4}$")
_WRAPPED = 3
_RUN = 3


@dataclass(frozen=True)
class Contents:
    """A table of contents: the lines that it takes, and its titles as written (no numbers)."""

    start: int
    end: int
    titles: tuple[str, ...]


@dataclass(frozen=True)
class Start:
    """Where a speech begins: its title takes the lines from `start` up to `end`."""

    start: int
    end: int
    title: str


def find(lines: tuple[Line, ...]) -> Contents | None:
    """The table of contents, known by its heading 目录 or by three lines in a row with page numbers."""
    for i, line in enumerate(lines):
        if key(line.text) in ("目录", "目次", "contents"):
            return _from(lines, i, i + 1)
    for i in range(len(lines) - _RUN + 1):
        if all(_LEADER.search(line.text) and title_like(_title(line.text)) for line in lines[i:i + _RUN]):
            return _from(lines, i, i)
    return None


def _title(text: str) -> str:
    return unnumbered(_LEADER.sub("", text).strip()).strip() or text


def _from(lines: tuple[Line, ...], start: int, first: int) -> Contents | None:
    titles: list[str] = []
    end = first
    for line in lines[first:]:
        title = _title(line.text)
        # The text begins where the first title comes again (whole or broken), or with the first sentence.
        again = titles and len(key(title)) >= 4 and key(titles[0]).startswith(key(title))
        if line.row or not title_like(title) or again:
            break
        titles.append(title)
        end += 1
    return Contents(start, end, tuple(titles)) if titles else None


def starts(lines: tuple[Line, ...], contents: Contents) -> tuple[list[Start], list[str]]:
    """The titles of the contents found in the text after it, in order, and those that are not there.

    A line that itself bears 一、 or （一） is a section of a speech, not the title of one. A title may
    be broken over up to three lines.
    """
    found: list[Start] = []
    missing: list[str] = []
    position = contents.end
    for title in contents.titles:
        hit = _locate(lines, position, title)
        if hit is None:
            missing.append(title)
        elif 0 < rank(lines[hit.start].text) < 5:
            position = hit.end
        else:
            found.append(hit)
            position = hit.end
    return found, missing


def _locate(lines: tuple[Line, ...], position: int, title: str) -> Start | None:
    wanted = key(title)
    for i in range(position, len(lines)):
        text = ""
        for j in range(i, min(i + _WRAPPED, len(lines))):
            text += lines[j].text
            if key(unnumbered(text)) == wanted or key(text) == wanted:
                return Start(i, j + 1, unnumbered(text) if key(unnumbered(text)) == wanted else text)
            if not wanted.startswith(key(unnumbered(text))):
                break
    return None
