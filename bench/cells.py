"""The table's workbook as XlsxWriter makes it when it is asked for every cell: what `macros/exports/rows_xml.py`
saves, and what it is held to (tests/exports/test_tables.py)."""

import datetime
import io

import xlsxwriter

from macros.exports import table, xlsx


class Sheet:
    """In the place of `macros.exports.xlsx.Sheet`."""

    def __init__(self, site: str) -> None:
        self._site = site
        self._rows: list[table.Row] = []

    def add(self, row: table.Row) -> None:
        self._rows.append(row)

    def done(self) -> bytes:
        out = io.BytesIO()
        book = xlsxwriter.Workbook(out, {
            "in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False})
        book.set_properties({"title": "市县政协实践库", "created": datetime.datetime(2022, 1, 1)})
        sheet = book.add_worksheet("各家做法")
        plain = book.add_format({"text_wrap": True, "valign": "top"})
        xlsx._header(book, sheet)
        for number, row in enumerate(self._rows, 1):
            linked = self._site and number * len(table.LINKED) <= xlsx.LINK_LIMIT
            links = dict(zip(table.LINKED, row.links, strict=True)) if linked else {}
            for i, text in enumerate(map(xlsx.fitting, row.texts)):
                if i in links:
                    sheet.write_url(number, i, table.address(self._site, links[i]), None, text)
                elif text:
                    sheet.write_string(number, i, text, plain)
        sheet.autofilter(0, 0, len(self._rows), len(table.COLUMNS) - 1)
        book.close()
        return out.getvalue()
