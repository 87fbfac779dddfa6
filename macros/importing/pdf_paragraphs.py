"""Rows of the pages of a PDF, put together again to paragraphs; page numbers and running heads are no part of the text."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from macros.fulltext.lines import ends_sentence
from macros.importing.document import PAGE, Lines, table_row
from macros.importing.pdf_rows import Row

_NUMBER = re.compile(r"[-—–─·•\s]*(?:第\s*)?(?:\d{1,4}|[ivxIVX]{1,6}|[一二三四五六七八九十百]{1,5}(?=\s*页))\s*页?"
                     r"(?:\s*[/／,，]?\s*共?\s*\d{1,4}\s*页?)?[-—–─·•\s]*")
# Shares: of the height, how far from an edge a head or foot stands; of the pages, on how many it is the same.
_EDGE, _REPEATED, _HEAD_ROWS, _APART = 0.15, 0.4, 2, 1.3
# In characters: how much a full row may lack (no line begins with a comma), and what an indent has at least.
_LACKS, _INDENT = 2.1, 1.2
_SIZE, _PITCH = 0.08, 1.5
_WIDE_ROW, _ENOUGH, _FILLED = 0.6, 5, 0.75


@dataclass(frozen=True)
class Page:
    """A page: its rows in the order of the file, its height in points, and what else stands on it with the reason why it is no text."""

    rows: tuple[Row, ...]
    height: float
    asides: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class _Margins:
    left: float
    right: float
    pitch: float


@dataclass(frozen=True)
class _Placed:
    """A row with the margins of the column or frame it stands in; `first` there."""

    row: Row
    margins: _Margins
    first: bool


def add_text(pages: Sequence[Page], lines: Lines) -> None:
    """Adds the paragraphs, tables (`| a | b |`) and notes (`[^1]: `) of the pages to `lines`, and what is left out of them."""
    heads = _heads(pages)
    kept = [tuple(row for row in page.rows if row not in at_edge) for page, at_edge in zip(pages, heads, strict=True)]
    whole = _margins([row for rows in kept for row in rows], None)
    noted, notes = _notes(kept, whole)
    paragraph: list[_Placed] = []
    broken = False
    for page, at_edge, rows in zip(pages, heads, noted, strict=True):
        for text, why in (*page.asides, *((row.text, _why(row)) for row in page.rows if row in at_edge)):
            lines.aside(text, why)
        for block in _tables(_placed(rows, whole)):
            if len(block) > 1 or not paragraph or _begins(paragraph[-1], block[0]):
                _add(paragraph, lines, broken)
                broken = broken and not paragraph
                paragraph = []
            if len(block) > 1:
                _add_table(block, lines)
            else:
                paragraph.append(block[0])
        if rows and min(row.bottom for row in rows) > page.height * (1 - _FILLED):
            # Nobody leaves a page half empty but to begin the next one with something new.
            _add(paragraph, lines, broken)
            paragraph, broken = [], True
    _add(paragraph, lines, broken)
    for note in notes:
        lines.add(note)


def _heads(pages: Sequence[Page]) -> list[set[Row]]:
    """Of each page the rows apart at its edges that are page numbers, or stand there on other pages too, but for their number."""
    pitch = _margins([row for page in pages for row in page.rows], None).pitch
    at_edge = [[*_edge(page, pitch, 1), *_edge(page, pitch, -1)] for page in pages]
    seen = Counter(key for rows in at_edge for key in {_alike(row) for row in rows})
    least = max(2, len(pages) * _REPEATED)
    return [{row for row in rows if seen[_alike(row)] >= least or _NUMBER.fullmatch(row.text)} for rows in at_edge]


def _edge(page: Page, pitch: float, sign: int) -> list[Row]:
    """The one or two rows at the head (1) or foot (-1) of a page that stand apart from its text."""
    ordered = sorted(page.rows, key=lambda row: -sign * row.middle)
    for i, (row, inner) in enumerate(pairwise(ordered)):
        if page.height * _EDGE < row.middle < page.height * (1 - _EDGE) or i == _HEAD_ROWS:
            break
        if sign * (row.middle - inner.middle) > max(pitch, row.em) * _APART:
            return ordered[:i + 1]
    return []


def _alike(row: Row) -> tuple[str, int]:
    return re.sub(r"\d+", "#", row.text), round(row.middle / 4)


def _why(head: Row) -> str:
    return "页码" if _NUMBER.fullmatch(head.text) else "页眉页脚"


def _margins(rows: Sequence[Row], otherwise: _Margins | None) -> _Margins:
    """Where full rows begin and end, and how far one is from the next; of a page with few rows, those of the whole."""
    widest = max((row.right - row.left for row in rows), default=0)
    wide = [row for row in rows if row.right - row.left >= widest * _WIDE_ROW and len(row.cells) == 1]
    if (otherwise and len(wide) < _ENOUGH) or not wide:
        return otherwise or _Margins(0, 0, 0)
    lefts, rights = Counter(round(row.left / 2) * 2 for row in wide), sorted(row.right for row in wide)
    pitches = [a.middle - b.middle for a, b in pairwise(wide) if 0 < a.middle - b.middle < a.em * 4]
    return _Margins(lefts.most_common(1)[0][0], rights[len(rights) * 9 // 10], median(pitches) if len(pitches) > 1 else 0)


def _placed(rows: Sequence[Row], whole: _Margins) -> Iterator[_Placed]:
    """The rows of a page, each with its margins: those of its column or frame, of the page, or of the whole document."""
    page = _margins(rows, whole)
    start = 0
    for end in range(1, len(rows) + 1):
        if end < len(rows) and _below(rows[end - 1], rows[end]):
            continue
        frame = rows[start:end]
        margins = _margins(frame, page)
        left, right = min(row.left for row in frame), max(row.right for row in frame)
        if margins is page and len(frame) > 1 and right - left < (page.right - page.left) * _WIDE_ROW and start:
            margins = _Margins(left, right, page.pitch)
        yield from (_Placed(row, margins, i == 0) for i, row in enumerate(frame))
        start = end


def _below(before: Row, row: Row) -> bool:
    """Whether a row goes on below the one before it, and not in another column."""
    return row.middle < before.middle + row.em / 2 and row.left < before.right and before.left < row.right


def _begins(before: _Placed, placed: _Placed) -> bool:
    """Whether a row begins a paragraph."""
    last, row, em = before.row, placed.row, before.row.em
    if abs(row.em - em) > em * _SIZE or before.margins.right - last.right > em * _LACKS:
        return True
    indented = row.left > placed.margins.left + em * _INDENT
    if not placed.first and last.middle - row.middle > (placed.margins.pitch or em * 2) * _PITCH:
        # A picture or a frame may part a sentence.
        return indented or ends_sentence(last.text)
    return indented and (last.left - before.margins.left < row.left - placed.margins.left - em * _INDENT or ends_sentence(last.text))


def _tables(rows: Iterable[_Placed]) -> Iterator[list[_Placed]]:
    """The rows one by one, those of a table together."""
    block: list[_Placed] = []
    for placed in rows:
        if block and not (len(placed.row.cells) > 1 and _in_columns(block[-1].row, placed.row)):
            yield block
            block = []
        block.append(placed)
    if block:
        yield block


def _in_columns(one: Row, other: Row) -> bool:
    """Whether the cells of two rows stand under one another: by their left, right or middle."""
    if len(one.cells) != len(other.cells):
        return False
    return all(min(abs(a - c), abs(b - d), abs(a + b - c - d) / 2) < one.em for (a, b), (c, d) in zip(one.edges, other.edges, strict=True))


def _notes(pages: Sequence[tuple[Row, ...]], whole: _Margins) -> tuple[list[tuple[Row, ...]], list[str]]:
    """The rows of the pages without the notes at their foot (or, of notes at the end, at a top), and the notes as lines."""
    marks: set[str] = set()
    kept: list[tuple[Row, ...]] = []
    notes: list[str] = []
    for rows in pages:
        marks |= {mark for row in rows for mark in row.marks}
        start = next((i for i, row in enumerate(rows) if _noted(row, marks) and _apart(rows, i, whole)), len(rows))
        for row in rows[start:]:
            if mark := _noted(row, marks):
                notes.append(f"[^{mark}]: {row.text.removeprefix(mark).strip()}")
            else:
                notes[-1] += row.text
        kept.append(rows[:start])
    return kept, notes


def _noted(row: Row, marks: set[str]) -> str:
    """The mark that a row begins with, when it is one of `marks`; 1. and 12 are none."""
    found = re.match(r"[0-9]{1,3}(?![0-9.．、，％%])|[ivx]{1,4}(?![a-z])|[①-⑳*＊]", row.text)
    return found.group() if found and found.group() in marks else ""


def _apart(rows: Sequence[Row], index: int, whole: _Margins) -> bool:
    """Whether the rows from here on are the last on their page, and not one text with those above them."""
    above = min((row.bottom for row in rows[:index]), default=None)
    return above is None or (rows[index].top < above and rows[index - 1].middle - rows[index].middle > whole.pitch * _PITCH)


def _add(paragraph: Sequence[_Placed], lines: Lines, page: bool) -> None:
    text = ""
    for row in (placed.row for placed in paragraph):
        text += " " + row.text if text and text[-1].isascii() and row.text[:1].isascii() and text[-1].isalpha() and row.text[:1].isalpha() else row.text
    if text:
        lines.add((PAGE if page else "") + text)


def _add_table(rows: Sequence[_Placed], lines: Lines) -> None:
    for placed in rows:
        lines.add(table_row(placed.row.cells))
