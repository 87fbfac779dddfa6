"""What is made of every practice's record, in one pass: a record is made, written to each of these
files and forgotten."""

from collections.abc import Iterator

from macros.exports import csv_, entries, json_api, table, xlsx
from macros.exports.records import Records, dumps
from macros.relations import Graph


def files(graph: Graph, site: str = "", *, tables: bool = True) -> Iterator[tuple[str, bytes]]:
    """Address and content of the tables to download, of the API's practices and of the scripts of records.

    `site` is where the site will be reached. Without `tables` the .csv and the .xlsx are left out.
    """
    sheets: list[tuple[str, csv_.Sheet | xlsx.Sheet]] = (
        [(csv_.ADDRESS, csv_.Sheet()), (xlsx.ADDRESS, xlsx.Sheet(site))] if tables else [])
    lines: dict[str, bytes] = {}
    for practice in Records(graph).practices():
        lines[practice["id"]] = dumps(practice)
        for row in table.of(practice, site) if sheets else ():
            for _, sheet in sheets:
                sheet.add(row)
    while sheets:
        address, sheet = sheets.pop()
        yield address, sheet.done()
    yield json_api.practices(lines.values())
    yield from entries.files(lines)
