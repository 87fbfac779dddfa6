"""The workbook that the browser makes of a list: the cells of the downloaded table, links that lead, nothing that XML can't hold."""

import io
import json
import re
import zipfile
from typing import Any

import pytest
from lxml import etree

from macros.exports import table
from macros.exports.records import Records
from macros.library.graph import Graph
from tests.scripts.in_node import run

S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
SITE = "https://example.org/kb/"
MAKE = """book => Array.from(kb.workbook(Object.assign({}, kb.given.table, book, {date: new Date(0)})))"""


def records(graph: Graph) -> list[Any]:
    return [json.loads(json.dumps(record)) for record in Records(graph).practices()]


def made(rows: list[dict[str, Any]], title: str = "做法") -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(bytes(run(MAKE, {"title": title, "rows": rows}))))


def cells(book: zipfile.ZipFile) -> dict[str, str]:
    sheet = etree.fromstring(book.read("xl/worksheets/sheet1.xml"))
    return {cell.get("r"): "".join(cell.itertext()) for cell in sheet.iter(f"{S}c")}


def row(first: str, *links: str) -> dict[str, Any]:
    return {"texts": [first] + [""] * (len(table.COLUMNS) - 1), "links": list(links)}


def test_cells_and_links_are_those_of_the_downloaded_table(graph: Graph) -> None:
    got = run(f"entries => kb.table(entries, {{site: '{SITE}'}})", records(graph))
    wanted = [{"texts": each.texts, "links": [SITE + link for link in each.links]} for each in table.rows(graph, SITE)]
    assert len(got) == 4
    assert got == wanted


def test_some_accounts_alone(graph: Graph) -> None:
    got = run("entries => kb.table(entries, {keeps: (entry, account) => account.progress.status === 'done'})", records(graph))
    assert [(each["texts"][0], each["texts"][13], each["links"]) for each in got] == [("委员编组", "已实施", [])]


def test_headings_widths_and_what_stays_in_view() -> None:
    book = made([row("编组", *["https://example.org/a.html#p2-1"] * 3)])
    sheet = etree.fromstring(book.read("xl/worksheets/sheet1.xml"))
    assert [text for cell, text in cells(book).items() if re.fullmatch("[A-Z]+1", cell)] == [column.label for column in table.COLUMNS]
    assert [int(column.get("width")) for column in sheet.iter(f"{S}col")] == [column.width for column in table.COLUMNS]
    assert next(sheet.iter(f"{S}pane")).get("state") == "frozen"
    assert "各家做法!$1:$1" in book.read("xl/workbook.xml").decode()


def test_every_link_leads_from_its_cell_to_its_paragraph() -> None:
    book = made([row("甲", "https://x/a.html", "https://x/s.html#p2-1", "https://x/a.html"), row("乙")])
    sheet = etree.fromstring(book.read("xl/worksheets/sheet1.xml"))
    targets = {each.get("Id"): each.get("Target") for each in etree.fromstring(book.read("xl/worksheets/_rels/sheet1.xml.rels"))}
    relation = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
    assert [(link.get("ref"), targets[link.get(relation)], link.get("location")) for link in sheet.iter(f"{S}hyperlink")] == [
        ("A2", "https://x/a.html", None), (f"{chr(65 + table.LINKED[1])}2", "https://x/s.html", "p2-1"), ("AC2", "https://x/a.html", None)]


@pytest.mark.parametrize(("text", "shown"), [
    ("=1+1", "=1+1"), ("<b>&\"'", "<b>&\"'"), ("一\x01二", "一_x0001_二"), ("_x0041_", "_x005F_x0041_"), ("甲\n乙", "甲\n乙"),
    ("长" * 40_000, "长" * (32_767 - 12) + "……（过长，全文见网页）")])
def test_any_text_is_text(text: str, shown: str) -> None:
    book = made([row(text)], title=text[:10])
    assert cells(book)["A2"] == shown
    assert "<f>" not in book.read("xl/worksheets/sheet1.xml").decode()
