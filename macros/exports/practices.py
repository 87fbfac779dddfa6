"""What is made of every practice's record, in one pass: a record is made, written to each of these
files and forgotten."""

from collections.abc import Iterator, Mapping

from macros.exports import csv_, entries, json_api, table, xlsx
from macros.exports.records import Records, dumps
from macros.library.graph import Graph

Sheets = dict[str, csv_.Sheet | xlsx.Sheet]


def files(graph: Graph, site: str = "", *, tables: bool = True) -> Iterator[tuple[str, bytes]]:
    """Address and content of the tables to download, of the API's practices and of the scripts of records.

    `site` is where the site will be reached. Without `tables` the .csv and the .xlsx are left out.
    """
    sheets: Sheets = {xlsx.ADDRESS: xlsx.Sheet(site), csv_.ADDRESS: csv_.Sheet()} if tables else {}
    lines = _lines(graph, site, sheets)
    yield from _finished(sheets)
    yield json_api.practices(lines.values())
    yield from entries.files(lines, graph)


def _lines(graph: Graph, site: str, sheets: Sheets) -> Mapping[str, bytes]:
    """Each record as JSON, by id; its rows go to the sheets."""
    lines: dict[str, bytes] = {}
    for practice in Records(graph).practices():
        lines[practice["id"]] = dumps(practice)
        for row in table.of(practice, site) if sheets else ():
            for sheet in sheets.values():
                sheet.add(row)
    return lines


def _finished(sheets: Sheets) -> Iterator[tuple[str, bytes]]:
    """The sheets' files; each sheet is dropped before the next file is made."""
    while sheets:
        address, sheet = sheets.popitem()
        yield address, sheet.done()
