"""The table as .csv, so that Excel, WPS and programs open it alike."""

import csv
import io

from macros.exports import table
from macros.library.graph import Graph

ADDRESS = "downloads/practices.csv"
# Excel takes a cell that begins with one of these for a formula, or would after trimming.
_FORMULA = frozenset("=+-@＝＋－＠\t\r\n")


def text(graph: Graph, site: str = "") -> str:
    """The file's text, to be written as UTF-8: it begins with the BOM that Excel asks for.

    `site` is the address of the site, which makes the addresses whole.
    """
    sheet = Sheet()
    for row in table.rows(graph, site):
        sheet.add(row)
    return sheet.done().decode()


class Sheet:
    """The file while it is being written, row by row."""

    def __init__(self) -> None:
        self._file = io.BytesIO()
        self._out = io.TextIOWrapper(self._file, encoding="utf-8", newline="")
        self._out.write("\ufeff")
        self._writer = csv.writer(self._out, lineterminator="\r\n")
        self._writer.writerow([column.label for column in table.COLUMNS])

    def add(self, row: table.Row) -> None:
        self._writer.writerow(map(literal, row.texts))

    def done(self) -> bytes:
        self._out.flush()
        return self._file.getvalue()


def literal(value: str) -> str:
    """`value` so that a spreadsheet shows it and does not work it out."""
    return f"'{value}" if value[:1] in _FORMULA else value
