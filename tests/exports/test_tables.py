"""The table as .csv and .xlsx: one row an account, and no cell that a spreadsheet works out."""

import csv
import io
import zipfile

import pytest
from lxml import etree

from bench import cells
from macros.exports import csv_, table, xlsx
from macros.library.graph import Graph

S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


@pytest.fixture(scope="module")
def rows(graph: Graph) -> list[dict[str, str]]:
    text = csv_.text(graph, "https://example.org/kb")
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))


def sheet(content: bytes) -> tuple[etree._Element, list[list[str]], str]:
    """The sheet, its cells as text, and the addresses of its links."""
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        shared = ["".join(si.itertext()) for si in etree.fromstring(book.read("xl/sharedStrings.xml"))]
        root = etree.fromstring(book.read("xl/worksheets/sheet1.xml"))
        names = book.namelist()
        links = book.read("xl/worksheets/_rels/sheet1.xml.rels").decode() if any("_rels/sheet1" in n for n in names) else ""
    cells = [[shared[int(v.text)] for v in row.iter(f"{S}v")] for row in root.iter(f"{S}row")]
    return root, cells, links


def test_csv_begins_with_the_mark_that_excel_asks_for(graph: Graph) -> None:
    text = csv_.text(graph)
    assert text.encode().startswith(b"\xef\xbb\xbf\xe5\x81\x9a")
    assert "\r\n" in text


def test_one_row_an_account(rows: list[dict[str, str]]) -> None:
    assert [(row["做法"], row["单位"], row["进展"]) for row in rows] == [
        ("委员编组", "xx市政协〔编组〕", "计划"),
        ("委员编组", "xx市政协〔联络〕", "已实施"),
        ("工作站", "甲县政协", "不明"),
        ("'@全员培训", "甲县政协", "试点"),
    ]


def test_points_stand_by_aspect_with_their_place(rows: list[dict[str, str]]) -> None:
    assert rows[0]["怎么做"] == "每名委员进一个小组（第2段·一是）"
    assert rows[1]["多久一次"] == "每月活动一次〔每月，1次；原文“每月活动一次”〕（第1段）"
    assert rows[1]["怎么做"] == ""


def test_figures_say_their_state(rows: list[dict[str, str]]) -> None:
    assert rows[0]["数字"] == ("每人每年参加活动：“至少参加一次”（原文写明；不少于1；第2段·一是）\n"
                             "临时支部：“x个临时支部”（原文隐去；所列：教育、经济；第2段·二是）")
    # A cell of ours without a value says nothing about the source.
    assert rows[1]["数字"] == ""
    assert rows[2]["数字"] == "站点：东站、西站（只列名称；第1段）"


def test_what_a_speech_does_not_say_stands_in_its_own_row_and_aspect_only(rows: list[dict[str, str]]) -> None:
    assert [row["成效"] for row in rows[:3]] == ["", "原文没有说：实行后的效果", ""]
    assert [row["原文没有说"] for row in rows[:3]] == ["小组的数目", "小组的数目、实行后的效果", ""]


def test_a_place_in_a_source_stands_beside_its_source(rows: list[dict[str, str]]) -> None:
    names = list(rows[0])
    assert names.index("篇次") == names.index("来源") + 1
    assert (rows[1]["来源"], rows[1]["篇次"]) == ("三篇发言汇编（网页汇编，2022年）", "2")


def test_words_to_find_a_practice_by_are_in_no_cell(rows: list[dict[str, str]]) -> None:
    assert not any("分组办法" in cell for row in rows for cell in row.values())


def test_quotation_marks_of_the_source_become_the_inner_ones() -> None:
    record = {"label": "活动", "raw": "“四个主题”活动", "state_label": "原文写明", "value": 4, "bound_label": None, "members": [],
              "at_labels": ["第1段"]}
    assert table.figure(record) == "活动：“‘四个主题’活动”（原文写明；4；第1段）"


def test_addresses_are_whole_when_the_site_has_one(graph: Graph, rows: list[dict[str, str]]) -> None:
    assert rows[0]["网址"] == "https://example.org/kb/practices/wei-yuan-bian-zu.html"
    assert "\npractices/" not in csv_.text(graph)
    assert ",practices/wei-yuan-bian-zu.html\r\n" in csv_.text(graph)


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r"])
def test_a_cell_is_never_a_formula(start: str) -> None:
    assert csv_.literal(f"{start}1+1") == f"'{start}1+1"
    assert csv_.literal(f"1{start}1") == f"1{start}1"


def test_csv_cells_that_look_like_formulas_are_text(rows: list[dict[str, str]]) -> None:
    assert rows[0]["谁来做"].startswith("'=1+1 由专委会牵头")
    assert rows[3]["成效"].startswith("'-10% 的委员先学")


def test_xlsx_holds_the_same_rows(graph: Graph, rows: list[dict[str, str]]) -> None:
    _, cells, _ = sheet(xlsx.content(graph, "https://example.org/kb"))
    assert cells[0] == list(rows[0])
    assert [row[0] for row in cells[1:]] == ["委员编组", "委员编组", "工作站", "@全员培训"]


def test_xlsx_has_no_formula_and_keeps_the_sign(graph: Graph) -> None:
    root, cells, _ = sheet(xlsx.content(graph))
    assert not list(root.iter(f"{S}f"))
    assert any(cell.startswith("=1+1 由专委会牵头") for cell in cells[1])


def test_xlsx_has_links_a_frozen_header_and_filters(graph: Graph) -> None:
    root, _, links = sheet(xlsx.content(graph, "https://example.org/kb/"))
    assert 'Target="https://example.org/kb/practices/wei-yuan-bian-zu.html"' in links
    assert 'Target="https://example.org/kb/speeches/bian-zu.html' in links
    assert root.find(f".//{S}pane").get("state") == "frozen"
    assert root.find(f"{S}autoFilter").get("ref") == "A1:AC5"


def test_xlsx_without_an_address_carries_no_links(graph: Graph) -> None:
    _, cells, links = sheet(xlsx.content(graph))
    assert links == ""
    assert cells[1][-1] == "practices/wei-yuan-bian-zu.html"


def test_the_same_library_gives_the_same_bytes(graph: Graph) -> None:
    assert xlsx.content(graph, "https://example.org") == xlsx.content(Graph(graph.catalog), "https://example.org")


SITE = "https://example.org/a b"
HOSTILE = ["<b>&\"'", "a\tb\x01\x1f", "_x0041_ _x00zz_", " 前后 ", "\ufffe\uffff", "第一行\n第二行", "😀"]


def parts(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        return {name: book.read(name) for name in book.namelist()}


@pytest.mark.parametrize("site", ["", SITE])
@pytest.mark.parametrize("count", [0, 1, 40])
def test_rows_are_filled_in_as_xlsxwriter_writes_them(graph: Graph, site: str, count: int,
                                                      monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx, "LINK_LIMIT", 100)
    known = list(table.rows(graph, site))
    rows = [known[i % len(known)] for i in range(count)]
    rows[1:1] = [known[0]._replace(texts=[*known[0].texts[:20], text, *known[0].texts[21:]]) for text in HOSTILE if count]
    ours, asked = xlsx.Sheet(site), cells.Sheet(site)
    for row in rows:
        ours.add(row)
        asked.add(row)
    assert parts(ours.done()) == parts(asked.done())


def test_xlsx_shows_markup_as_text(graph: Graph) -> None:
    row = next(table.rows(graph))
    ours = xlsx.Sheet("")
    ours.add(row._replace(texts=["<r><t>甲</t></r>", *row.texts[1:]]))
    assert sheet(ours.done())[1][1][0] == "<r><t>甲</t></r>"


def test_a_text_too_long_for_a_cell_says_so() -> None:
    assert xlsx.fitting("字" * 40_000).endswith("……（过长，全文见网页）")
    assert len(xlsx.fitting("字" * 40_000)) == 32_767
