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
    out = io.StringIO()
    out.write("\ufeff")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([column.label for column in table.COLUMNS])
    for cells in table.rows(graph):
        row = [literal(cell.text) for cell in cells]
        row[-1] = literal(table.address(site, cells[-1].url))
        writer.writerow(row)
    return out.getvalue()


def literal(value: str) -> str:
    """`value` so that a spreadsheet shows it and does not work it out."""
    return f"'{value}" if value.startswith(_FORMULA) else value
