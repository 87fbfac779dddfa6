"""How a stored text is cut, written down: what each of its lines is, so that it is cut the same way for ever.

The record is a field of the source (`cut`): one sign for each line that is not empty, a run of the same
written once with its length. It holds no word of the text.

    T  the title of a speech begins   t  the title goes on
    S  a speech without a title begins before the next line
    h3 a heading and its rank         g  its second line
    p  a paragraph                    c  the line belongs to the paragraph above
    r  the row of a table             o  left out (a byline, a greeting, furniture of a site)
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from macros.fulltext.lines import Line, split
from macros.fulltext.passages import Passage

_TOKEN = re.compile(r"([TtSgpcro]|h[1-9])(?:x([1-9]\d{0,5}))?")
_LINES = 400_000
_NOTE = re.compile(r"\[\^[^\]\s]{1,20}\]:")


def written(roles: Iterable[str]) -> str:
    """The record of these signs."""
    runs: list[tuple[str, int]] = []
    for role in roles:
        if runs and runs[-1][0] == role:
            runs[-1] = (role, runs[-1][1] + 1)
        else:
            runs.append((role, 1))
    return " ".join(role if times == 1 else f"{role}x{times}" for role, times in runs)


def read(cut: str) -> tuple[str, ...] | None:
    """The signs of a record; None where it is none."""
    roles: list[str] = []
    for token in cut.split():
        found = _TOKEN.fullmatch(token)
        times = int(found.group(2) or 1) if found else 0
        if not found or len(roles) + times > _LINES:
            return None
        roles += [found.group(1)] * times
    return tuple(roles)


@dataclass
class Draft:
    """A paragraph while it is put together."""

    number: int
    line: int
    words: list[str]
    rows: list[str]
    notes: list[str] = field(default_factory=list)

    @property
    def passage(self) -> Passage:
        return Passage(self.number, self.line, "".join(self.words), tuple(self.rows), tuple(self.notes))


@dataclass
class Part:
    """A speech while it is put together: its title's lines, the line it begins at, its sections as (heading, rank, paragraphs)."""

    line: int
    titles: list[str] = field(default_factory=list)
    sections: list[tuple[str | None, int, list[Draft]]] = field(default_factory=list)


def parts(text: str, roles: tuple[str, ...]) -> tuple[list[Part], list[Line], list[Line]] | None:
    """The speeches, the lines before the first one and all lines that are left out; None where the signs don't fit the text."""
    lines = split(text)
    if len(lines) != sum(role != "S" for role in roles):
        return None
    found: list[Part] = []
    head: list[Line] = []
    out: list[Line] = []
    place = 0
    number, rows = 0, list[str]()
    for role in roles:
        if role == "S":
            found.append(Part(lines[min(place, len(lines) - 1)].number if lines else 1))
            number, rows = 0, []
            continue
        line = lines[place]
        place += 1
        if role == "o":
            out.append(line)
            if not found:
                head.append(line)
            elif _NOTE.match(line.text) and found[-1].sections and found[-1].sections[-1][2]:
                # Left out of the text, a note may be quoted with the paragraph above it.
                found[-1].sections[-1][2][-1].notes.append(line.text)
            continue
        if role == "T":
            found.append(Part(line.number))
            number, rows = 0, []
        if not found:
            return None
        part = found[-1]
        if role in "Tt":
            part.titles.append(line.text)
        elif role[0] == "h":
            part.sections.append((line.text, int(role[1]), []))
            rows = []
        elif role == "g" and part.sections and not part.sections[-1][2]:
            heading, rank, passages = part.sections[-1]
            part.sections[-1] = (f"{heading}　{line.text}", rank, passages)
        else:
            if not part.sections:
                part.sections.append((None, 0, []))
            passages = part.sections[-1][2]
            if role == "c" and passages:
                passages[-1].words.append(line.text)
            elif role == "r" and passages:
                passages[-1].rows.append(line.text)
            elif role == "r":
                rows.append(line.text)
            else:
                number += 1
                cells = "　".join(filter(None, (c.strip() for c in line.text.strip("|").split("|")))) if line.row else line.text
                passages.append(Draft(number, line.number, [cells], rows))
                rows = []
    return found, head, out
