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
    import xlsxwriter

    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {
        "in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False,
    })
    # A fixed date: a rebuild of the same library must not look like a change.
    book.set_properties({"title": "市县政协实践库", "created": datetime.datetime(2022, 1, 1)})
    sheet = book.add_worksheet("各家做法")
    plain = book.add_format({"text_wrap": True, "valign": "top"})
    _header(book, sheet)
    links, last = 0, 0
    for last, cells in enumerate(table.rows(graph), 1):
        for i, cell in enumerate(cells):
            text = cell.text if i < len(cells) - 1 else table.address(site, cell.url)
            if cell.url and site and links < LINK_LIMIT:
                links += 1
                sheet.write_url(last, i, table.address(site, cell.url), None, fitting(text))
            elif text:
                sheet.write_string(last, i, fitting(text), plain)
    sheet.autofilter(0, 0, last, len(table.COLUMNS) - 1)
    book.close()
    return out.getvalue()


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
