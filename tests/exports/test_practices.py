"""One pass over the practices gives what each export gives by itself."""

import json

from macros.exports import csv_, json_api, practices, xlsx
from macros.library.graph import Graph

SITE = "https://example.org/kb"
TABLES = {"downloads/practices.csv", "downloads/practices.xlsx"}


def test_the_files_are_those_of_each_export(graph: Graph) -> None:
    files = dict(practices.files(graph, SITE))
    assert files["downloads/practices.csv"].decode() == csv_.text(graph, SITE)
    assert files["downloads/practices.xlsx"] == xlsx.content(graph, SITE)
    assert files["api/practices.json"].decode() == json_api.files(graph)["api/practices.json"]
    (script,) = (content.decode() for address, content in files.items() if address.startswith("assets/data/entries-"))
    for record in json.loads(files["api/practices.json"]):
        assert f'"{record["id"]}":{json.dumps(record, ensure_ascii=False, separators=(",", ":"))}' in script


def test_the_tables_can_be_left_out(graph: Graph) -> None:
    files = dict(practices.files(graph, SITE))
    assert dict(practices.files(graph, SITE, tables=False)) == {a: c for a, c in files.items() if a not in TABLES}
