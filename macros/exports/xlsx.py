"""The table as .xlsx: links, frozen header, filters. The same library gives the same bytes.

XlsxWriter makes the workbook with its looks, the header and one row; `rows_xml` fills in all others
like that one. Asked for every cell, XlsxWriter takes five times as long; a test holds both ways to
the same bytes, so that an upgrade can't drift apart.
"""

import datetime
import io
import zipfile
from collections.abc import Mapping
from typing import Any

from macros.exports import rows_xml, table
from macros.library.graph import Graph

ADDRESS = "downloads/practices.xlsx"

# Excel's own limits.
CELL_LIMIT = 32_767
LINK_LIMIT = 65_530
_CUT = "……（过长，全文见网页）"

# One less than usual: two thirds of the time for a file larger by a sixtieth.
_COMPRESSION = 5


def content(graph: Graph, site: str = "") -> bytes:
    """The workbook; `site` is the address of the site, without which the cells carry no links.

    Needs XlsxWriter (the extra `office`).
    """
    sheet = Sheet(site)
    for row in table.rows(graph, site):
        sheet.add(row)
    return sheet.done()


class Sheet:
    """The workbook while it is being written, row by row."""

    def __init__(self, site: str) -> None:
        self._site = site
        # A text stands in the workbook once; cells have its number, or None where they are empty.
        self._texts = {column.label: i for i, column in enumerate(table.COLUMNS)}
        self._rows: list[list[int | None]] = []
        self._links: list[tuple[str, ...]] = []

    def add(self, row: table.Row) -> None:
        texts = self._texts
        self._rows.append([texts.setdefault(text, len(texts)) if text else None for text in row.texts])
        if self._site and (len(self._links) + 1) * len(table.LINKED) <= LINK_LIMIT:
            self._links.append(row.links)

    def done(self) -> bytes:
        parts = _pattern(len(self._rows), self._site)
        filled = rows_xml.filled(parts, map(fitting, self._texts), self._rows, self._links) if self._rows else {}
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=_COMPRESSION) as book:
            for name, text in parts.items():
                # Given as a name, a part gets the same date in every build.
                with io.TextIOWrapper(book.open(name, "w"), "utf-8", newline="") as part:
                    part.writelines(filled.get(name, (text,)))
        return out.getvalue()


def fitting(text: str) -> str:
    """`text`, cut where a cell of Excel ends."""
    return text if len(text) <= CELL_LIMIT else text[:CELL_LIMIT - len(_CUT)] + _CUT


def _pattern(last: int, site: str) -> Mapping[str, str]:
    """The parts, by name, of a workbook that has of its `last` rows only the last, with one linked
    cell, where there are links, and one plain cell in it."""
    import xlsxwriter

    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    # A fixed date: a rebuild of the same library must not look like a change.
    book.set_properties({"title": "市县政协实践库", "created": datetime.datetime(2022, 1, 1)})
    sheet = book.add_worksheet("各家做法")
    plain = book.add_format({"text_wrap": True, "valign": "top"})
    _header(book, sheet)
    if last:
        # The texts are those of the header, so that the workbook has no other.
        if site:
            sheet.write_url(last, 0, table.address(site, rows_xml.EXAMPLE), None, table.COLUMNS[0].label)
        sheet.write_string(last, 1, table.COLUMNS[1].label, plain)
    sheet.autofilter(0, 0, last, len(table.COLUMNS) - 1)
    book.close()
    with zipfile.ZipFile(out) as package:
        return {name: package.read(name).decode() for name in package.namelist()}


def _header(book: Any, sheet: Any) -> None:
    bold = book.add_format({"bold": True, "bottom": 1, "valign": "top"})
    for i, column in enumerate(table.COLUMNS):
        sheet.set_column(i, i, column.width)
        sheet.write_string(0, i, column.label, bold)
    # The header and the practice's name stay in view.
    sheet.freeze_panes(1, 1)
    sheet.repeat_rows(0)
    sheet.set_landscape()
    sheet.set_paper(9)
