"""The rows of characters on a page of a PDF, as they stand there: a PDF knows no lines, only where each character is.

Lengths are points (1/72 inch), counted from the left and from the foot of the page.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from statistics import median

# In shares of a character's width: where a new column begins, where Latin words part, how far rows overlap sideways.
_COLUMN, _BLANK, _OVER = 1.8, 0.2, 0.5
# What is so much smaller than its row is the mark of a note, or a reading above a character.
_SMALL = 0.75
_WIDE = re.compile("[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60\U00020000-\U0003ffff]")
_MARK = re.compile(r"[0-9ivx①-⑳*＊]{1,4}")


@dataclass(frozen=True)
class Glyph:
    """A character and its box."""

    char: str
    left: float
    bottom: float
    right: float
    top: float

    @property
    def middle(self) -> float:
        return (self.bottom + self.top) / 2


@dataclass(frozen=True)
class Row:
    """What stands side by side: its `cells` (one, but for rows of a table), its box, `em` the width of a Chinese
    character in it, and the `marks` of notes that were taken out of it."""

    cells: tuple[str, ...]
    left: float
    bottom: float
    right: float
    top: float
    em: float
    edges: tuple[tuple[float, float], ...] = ()
    marks: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        return "　".join(self.cells)

    @property
    def middle(self) -> float:
        return (self.bottom + self.top) / 2


def rows(glyphs: Iterable[Glyph]) -> tuple[tuple[Row, ...], tuple[str, ...]]:
    """The rows of a page in the order in which the file has them, and the readings (ruby) that stand over them."""
    groups = list(_groups(glyphs))
    sizes = sorted(_em(group) for group in groups for _ in group)
    usual = sizes[len(sizes) // 2] if sizes else 0
    readings = [group for i, group in enumerate(groups) if not any(map(_is_wide, group)) and _above(group, groups)
                and (_em(group) < usual * _SMALL or _between(groups, i))]
    kept = _one_row([group for group in groups if group not in readings])
    return tuple(_row(group) for group in kept if any(g.char.strip() for g in group)), tuple(_words(group) for group in readings)


def _groups(glyphs: Iterable[Glyph]) -> Iterator[list[Glyph]]:
    """Characters that follow one another at one height."""
    group: list[Glyph] = []
    bottom = top = 0.0
    for glyph in glyphs:
        if group and not bottom <= glyph.middle <= top:
            yield group
            group = []
        if not group or glyph.top - glyph.bottom > top - bottom:
            bottom, top = glyph.bottom, glyph.top
        group.append(glyph)
    if group:
        yield group


def _one_row(groups: list[list[Glyph]]) -> list[list[Glyph]]:
    """Groups with those put together that go on to the right at the same height."""
    joined: list[list[Glyph]] = []
    for group in groups:
        before = joined[-1] if joined else None
        if before and before[0].bottom <= group[0].middle <= before[0].top and min(g.left for g in group) >= max(g.right for g in before) - _em(before) * _OVER:
            before.extend(group)
        else:
            joined.append(list(group))
    return joined


def _between(groups: list[list[Glyph]], index: int) -> bool:
    """Whether the row below breaks off before the group and goes on after it."""
    if not 0 < index < len(groups) - 1:
        return False
    before, after = groups[index - 1], groups[index + 1]
    return before[0].bottom <= after[0].middle <= before[0].top and before[-1].right <= after[0].right


def _above(group: list[Glyph], groups: list[list[Glyph]]) -> bool:
    """Whether the group sits right upon a wider row."""
    left, right, bottom, height = min(g.left for g in group), max(g.right for g in group), group[0].bottom, group[0].top - group[0].bottom
    return any(other is not group and any(map(_is_wide, other)) and abs(max(g.top for g in other) - bottom) < height
               and min(g.left for g in other) - 2 * height <= left and right <= max(g.right for g in other) + 2 * height for other in groups)


def _row(group: list[Glyph]) -> Row:
    em = _em(group)
    # Quotes of another font come after the rest of their row: where a character stands counts.
    ordered = sorted(group, key=lambda g: (g.left + g.right) / 2)
    height = max(g.top - g.bottom for g in group)
    small = [g for g in ordered if g.top - g.bottom < height * _SMALL and g.middle > min(o.bottom for o in group) + height * 0.5]
    marks = tuple(re.findall(_MARK, "".join(g.char for g in small)))
    kept = [g for g in ordered if g not in small or not marks]
    cells = _cells(kept or ordered, em)
    return Row(tuple(_words(cell) for cell in cells), min(g.left for g in kept or ordered), min(g.bottom for g in group),
               max(g.right for g in kept or ordered), max(g.top for g in group), em,
               tuple((cell[0].left, cell[-1].right) for cell in cells), marks)


def _cells(ordered: list[Glyph], em: float) -> list[list[Glyph]]:
    """The characters of a row, parted where a column begins; blanks belong to no column."""
    cells: list[list[Glyph]] = []
    blank = None
    for glyph in ordered:
        if not glyph.char.strip():
            blank = glyph
            continue
        if not cells or (glyph.left - cells[-1][-1].right > em * _COLUMN and not (blank and blank.left < glyph.left - em)):
            cells.append([])
        elif blank:
            cells[-1].append(blank)
        cells[-1].append(glyph)
        blank = None
    return cells or [ordered]


def _words(glyphs: list[Glyph]) -> str:
    """The characters of a cell, with a blank where Latin words part."""
    text = ""
    last: Glyph | None = None
    for glyph in glyphs:
        if last and not (_is_wide(last) or _is_wide(glyph)) and glyph.char.isalnum() and last.char.isalnum() \
                and glyph.left - last.right > (glyph.top - glyph.bottom) * _BLANK:
            text += " "
        text += glyph.char
        last = glyph
    return text.strip()


def _em(group: list[Glyph]) -> float:
    wide = [g.right - g.left for g in group if _is_wide(g)]
    return median(wide) if wide else median(g.top - g.bottom for g in group)


def _is_wide(glyph: Glyph) -> bool:
    return bool(_WIDE.match(glyph.char))
