"""The table as .csv, so that Excel, WPS and programs open it alike."""

import csv
import io
from collections.abc import Mapping

from macros.exports import table
from macros.relations import Graph

# Excel takes a cell that begins with one of these for a formula, or would after trimming.
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n")


ADDRESS = "downloads/practices.csv"


def files(graph: Graph, site: str = "") -> Mapping[str, str]:
    """The one file by its address."""
    return {ADDRESS: text(graph, site)}


def text(graph: Graph, site: str = "") -> str:
    """The file's text, to be written as UTF-8: it begins with the BOM that Excel asks for.

    `site` is the address of the site, which makes the addresses whole.
    """
    (written,) = table.written(graph, Sheet(site))
    return str(written)


class Sheet:
    """The file while it is being written, row by row."""

    def __init__(self, site: str) -> None:
        self._site = site
        self._out = io.StringIO()
        self._out.write("\ufeff")
        self._writer = csv.writer(self._out, lineterminator="\r\n")
        self._writer.writerow([column.label for column in table.COLUMNS])

    def add(self, cells: list[table.Cell]) -> None:
        row = [literal(cell.text) for cell in cells]
        row[-1] = literal(table.address(self._site, cells[-1].url))
        self._writer.writerow(row)

    def done(self) -> str:
        return self._out.getvalue()


def literal(value: str) -> str:
    """`value` so that a spreadsheet shows it and does not work it out."""
    return f"'{value}" if value.startswith(_FORMULA) else value
