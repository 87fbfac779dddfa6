"""The tables to download, both written from one pass over the library."""

from collections.abc import Mapping

from macros.exports import csv_, table, xlsx
from macros.relations import Graph


def files(graph: Graph, site: str = "") -> Mapping[str, str | bytes]:
    """The .csv and the .xlsx by their addresses; `site` is where the site will be reached."""
    text, book = table.written(graph, csv_.Sheet(site), xlsx.Sheet(site))
    return {csv_.ADDRESS: text, xlsx.ADDRESS: book}
