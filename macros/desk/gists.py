"""What the paragraphs of a speech tell, all on one screen, and why some tell of no practice on another: the original at the left."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from typing import Protocol

from macros.desk import cited
from macros.desk.drafts import Draft
from macros.desk.form import Control, controls, form
from macros.desk.paragraphs import Piece, text_of
from macros.desk.state import Desk
from macros.model.kinds import KINDS

_PLACE = re.compile(r"outline\.(\d+)\.paragraphs\.(\d+)\.")
PATH = re.compile(_PLACE.pattern + r"(?:gist|tail|items\.\d+(?:\.gist)?)")


class Decided(Protocol):
    """A field that a person has to decide."""

    @property
    def path(self) -> str: ...


@dataclass(frozen=True)
class Field:
    """A field of a paragraph; `place` (`3`, `3.2`) and `free` where no practice tells of what stands there."""

    control: Control
    label: str
    place: str
    free: bool = False


@dataclass(frozen=True)
class Row:
    """A paragraph: its heading where it is the first below one, its number, its words, its fields, the notes below it."""

    heading: str
    number: int
    pieces: tuple[Piece, ...]
    rows: tuple[str, ...]
    fields: tuple[Field, ...]
    notes: tuple[str, ...] = ()


def rows(desk: Desk, draft: Draft) -> Iterator[Row]:
    """Every paragraph of a speech, in order, with its gists; behind its items there is room for what stands there."""
    told = cited.places(desk).get(draft.entry_id, set())
    numbers = {at.partition(".")[0] for at in told}
    for row in _rows(desk, draft):
        yield replace(row, fields=tuple(_gists(row, told, some=str(row.number) in numbers)))


def reasons(desk: Desk, draft: Draft, waiting: Collection[Decided]) -> Iterator[Row]:
    """The paragraphs that no practice tells of, each with the field for the reason."""
    paths = {each.path for each in waiting}
    for row in _rows(desk, draft):
        mine = tuple(Field(each.control, each.control.label, str(row.number), free=True) for each in row.fields if each.control.path in paths)
        if mine:
            yield replace(row, fields=mine)


def _gists(row: Row, told: Collection[str], *, some: bool) -> Iterator[Field]:
    many = any(".items." in each.control.path and each.control.filled for each in row.fields)
    for each in row.fields:
        c = each.control
        item = re.search(r"\.items\.(\d+)\.gist$", c.path)
        if item and c.filled:
            number = int(item[1]) + 1
            place = f"{row.number}.{number}"
            yield Field(c, f"第{number}项", place, some and place not in told and str(row.number) not in told)
        elif not item and (c.name == "gist" or (c.name == "tail" and (many or c.filled))):
            yield Field(c, c.label, str(row.number))


def _rows(desk: Desk, draft: Draft) -> Iterator[Row]:
    """Every paragraph with all its fields."""
    text = text_of(desk.library, draft.entry_id)
    shown = {paragraph.number: paragraph for part in text.parts for paragraph in part.paragraphs} if text and text.whole else {}
    data = desk.data(draft)
    by_paragraph: dict[tuple[int, int], list[Field]] = {}
    for control in controls(form(KINDS["speeches"].model, data)):
        if found := _PLACE.match(control.path):
            by_paragraph.setdefault((int(found[1]), int(found[2])), []).append(Field(control, control.label, ""))
    number = 0
    for i, section in enumerate(data.get("outline") or ()):
        for j in range(len(section.get("paragraphs") or ())):
            number += 1
            paragraph = shown.get(number)
            heading = str(section.get("heading") or "") if j == 0 else ""
            yield Row(heading, number, paragraph.pieces if paragraph else (), paragraph.rows if paragraph else (), tuple(by_paragraph.get((i, j), ())), paragraph.notes if paragraph else ())
