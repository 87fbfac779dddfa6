"""What the paragraphs of a speech tell, all on one screen: the original at the left, the gists at the right."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Protocol

from macros.desk.drafts import Draft
from macros.desk.form import Control, controls, form
from macros.desk.paragraphs import Piece, text_of
from macros.desk.state import Desk
from macros.model.kinds import KINDS

PATH = re.compile(r"outline\.(\d+)\.paragraphs\.(\d+)\.(?:gist|tail|items\.\d+(?:\.gist)?)")


class Decided(Protocol):
    """A field that a person has to decide."""

    @property
    def path(self) -> str: ...


@dataclass(frozen=True)
class Row:
    """A paragraph: its heading where it is the first below one, its number, its words, its gists; `open` where one waits for a person."""

    heading: str
    number: int
    pieces: tuple[Piece, ...]
    rows: tuple[str, ...]
    gists: tuple[Control, ...]
    open: bool


def rows(desk: Desk, draft: Draft, waiting: Collection[Decided]) -> Iterator[Row]:
    """Every paragraph of a speech, in order."""
    text = text_of(desk.library, draft.entry_id)
    shown = {paragraph.number: paragraph for part in text.parts for paragraph in part.paragraphs} if text and text.whole else {}
    data = desk.data(draft)
    by_paragraph: dict[tuple[int, int], list[Control]] = {}
    for control in controls(form(KINDS["speeches"].model, data)):
        if (found := PATH.fullmatch(control.path)) and (control.filled or control.name == "gist"):
            by_paragraph.setdefault((int(found[1]), int(found[2])), []).append(control)
    number = 0
    for i, section in enumerate(data.get("outline") or ()):
        for j in range(len(section.get("paragraphs") or ())):
            number += 1
            mine = [c for c in by_paragraph.get((i, j), ()) if c.filled or ".items." not in c.path]
            paragraph = shown.get(number)
            yield Row(str(section.get("heading") or "") if j == 0 else "", number, paragraph.pieces if paragraph else (), paragraph.rows if paragraph else (), tuple(mine),
                      any(each.path.startswith(f"outline.{i}.paragraphs.{j}.") for each in waiting))
