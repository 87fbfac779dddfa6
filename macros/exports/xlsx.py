"""The table as .xlsx: links, frozen header, filters. The same library gives the same bytes."""

import datetime
import io
from collections.abc import Mapping
from typing import Any

from macros.exports import table
from macros.relations import Graph

# Excel's own limits.
CELL_LIMIT = 32_767
LINK_LIMIT = 65_530
_CUT = "……（过长，全文见网页）"


ADDRESS = "downloads/practices.xlsx"


def files(graph: Graph, site: str = "") -> Mapping[str, bytes]:
    """The one file by its address. Needs XlsxWriter (the extra `office`)."""
    return {ADDRESS: content(graph, site)}


def content(graph: Graph, site: str = "") -> bytes:
    """The workbook; `site` is the address of the site, without which the cells carry no links."""
    (book,) = table.written(graph, Sheet(site))
    return bytes(book)


class Sheet:
    """The workbook while it is being written, row by row."""

    def __init__(self, site: str) -> None:
        import xlsxwriter

        self._site = site
        self._out = io.BytesIO()
        self._book = xlsxwriter.Workbook(self._out, {
            "in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False,
        })
        # A fixed date: a rebuild of the same library must not look like a change.
        self._book.set_properties({"title": "市县政协实践库", "created": datetime.datetime(2022, 1, 1)})
        self._sheet = self._book.add_worksheet("各家做法")
        self._plain = self._book.add_format({"text_wrap": True, "valign": "top"})
        _header(self._book, self._sheet)
        self._links, self._last = 0, 0

    def add(self, cells: list[table.Cell]) -> None:
        self._last += 1
        for i, cell in enumerate(cells):
            text = cell.text if i < len(cells) - 1 else table.address(self._site, cell.url)
            if cell.url and self._site and self._links < LINK_LIMIT:
                self._links += 1
                self._sheet.write_url(self._last, i, table.address(self._site, cell.url), None, fitting(text))
            elif text:
                self._sheet.write_string(self._last, i, fitting(text), self._plain)

    def done(self) -> bytes:
        self._sheet.autofilter(0, 0, self._last, len(table.COLUMNS) - 1)
        self._book.close()
        return self._out.getvalue()


def fitting(text: str) -> str:
    """`text`, cut where a cell of Excel ends."""
    return text if len(text) <= CELL_LIMIT else text[:CELL_LIMIT - len(_CUT)] + _CUT


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
