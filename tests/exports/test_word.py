"""A folder as a Word memo: the layout of GB/T 9704, one list of sources, and nothing that the entries do not say."""

import io
import json
import re
import shutil
import subprocess
import zipfile
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.table import Table

from macros.exports import word
from macros.exports.records import Records
from macros.library.catalog import load
from macros.library.graph import Graph
from tests.frozen import DATA
from tests.scripts.in_node import run

SIZES = ("brief", "table", "full")
# Each memo as its text, and as its document in characters of one byte each.
MADE = """({ records, memos, template }) => memos.map((memo) => {
  const folder = Object.assign(kb.folders.made(memo.name, memo.keys), memo.folder || {});
  folder.items.forEach((item) => { item.note = (memo.notes || {})[item.id] || ""; });
  const view = kb.folderView(folder, new Map(records.map((record) => [record.id, record])), { library: "测试库", today: "2026年11月24日", notes: folder.notes });
  const blocks = kb.memo(view, memo.size);
  const bytes = kb.word(blocks, template, { title: view.title, date: new Date(2026, 10, 24, 9, 30), broad: memo.size === "table" });
  return [kb.blocksText(blocks), kb.blocksHtml(blocks, "https://kb.example/"), Array.from(bytes).map((byte) => String.fromCharCode(byte)).join("")];
})"""
Memo = tuple[str, str, bytes]


def made(records: list[Any], *memos: dict[str, Any]) -> list[Memo]:
    """Text, HTML and document of each memo: {name, keys, size, folder?, notes?}."""
    answer = run(MADE, {"records": records, "memos": list(memos), "template": word.parts()})
    return [(text, html, content.encode("latin-1")) for text, html, content in answer]


@pytest.fixture(scope="module")
def records(graph: Graph) -> list[Any]:
    return list(Records(graph).practices())


@pytest.fixture(scope="module")
def frozen() -> list[Any]:
    return list(Records(Graph(load(DATA)[0])).practices())


def document(content: bytes) -> Any:
    return Document(io.BytesIO(content))


def east_asian(style: Any) -> str:
    return str(style.element.rPr.rFonts.get(qn("w:eastAsia")))


@pytest.fixture(scope="module")
def template() -> Any:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for name, text in word.parts().items():
            package.writestr(name, text)
    return Document(out)


def test_the_page_is_that_of_the_standard(template: Any) -> None:
    section = template.sections[0]
    millimetres = [round(length / Mm(1)) for length in (
        section.page_width, section.page_height, section.top_margin, section.bottom_margin,
        section.left_margin, section.right_margin)]
    assert millimetres == [210, 297, 37, 35, 28, 26]


@pytest.mark.parametrize(("name", "font", "size", "pitch"), [
    ("Title", "方正小标宋简体", 22, 36), ("Normal", "仿宋_GB2312", 16, 28),
    ("Heading 1", "黑体", 16, 28), ("Heading 2", "楷体_GB2312", 16, 28), ("Heading 3", "仿宋_GB2312", 16, 28)])
def test_fonts_sizes_and_line_pitch(template: Any, name: str, font: str, size: int, pitch: int) -> None:
    style = template.styles[name]
    assert (east_asian(style), style.font.name, style.font.size) == (font, font, Pt(size))
    layout = style.paragraph_format
    assert (layout.line_spacing_rule, layout.line_spacing) == (WD_LINE_SPACING.EXACTLY, Pt(pitch))


def test_the_title_is_centred_and_the_body_indented_by_two_characters(template: Any) -> None:
    assert template.styles["Title"].paragraph_format.alignment == WD_ALIGN_PARAGRAPH.CENTER
    assert template.styles["Normal"].element.pPr.ind.get(qn("w:firstLineChars")) == "200"
    assert template.styles["Title"].element.pPr.ind.get(qn("w:firstLineChars")) == "0"


def test_page_numbers_stand_outside_between_dashes(template: Any) -> None:
    section = template.sections[0]
    odd, even = section.footer.paragraphs[0], section.even_page_footer.paragraphs[0]
    assert (odd.text, odd.alignment) == ("— 1 —", WD_ALIGN_PARAGRAPH.RIGHT)
    assert (even.text, even.alignment) == ("— 1 —", WD_ALIGN_PARAGRAPH.LEFT)
    assert " PAGE " in [e.text for e in odd._p.iter(qn("w:instrText"))]
    assert (east_asian(odd.style), odd.style.font.size) == ("宋体", Pt(14))


def test_a_machine_without_the_fonts_is_told_what_to_show() -> None:
    table = word.parts()["word/fontTable.xml"]
    assert '<w:font w:name="仿宋_GB2312"><w:altName w:val="仿宋,' in table
    assert 'w:name="方正小标宋简体"' in table


def test_the_template_is_the_same_every_time() -> None:
    assert word.parts() == word.parts()



TWO = {"name": "材料", "keys": ["wei-yuan-bian-zu", "gong-zuo-zhan"]}


def test_the_whole_text_has_a_table_paragraphs_and_one_list_of_sources(records: list[Any]) -> None:
    ((text, _, _),) = made(records, {**TWO, "size": "full", "folder": {"line": "给秘书长看。"}, "notes": {"gong-zuo-zhan": "先问\n一问"}})
    assert text.split("\n") == [
        "材料", "（测试库摘编　2026年11月24日）", "给秘书长看。",
        "从“测试库”选了 2 条做法，3 家讲到，共 3 处：已实施 1 处，计划 1 处，不明 1 处。1 处写明已经实施；没有一处归到“成效”。",
        "各条做法一览", "做法\t单位\t进展\t出处", "委员编组\txx市政协〔编组〕\t计划\t[1][2]", "委员编组\txx市政协〔联络〕\t已实施\t[3]", "工作站\t甲县政协\t不明\t[4]",
        "一、委员编组", "把委员编成小组，小组有“组长”——也叫工作站的召集人。",
        "（一）xx市政协〔编组〕（计划，依据全篇“几点打算”）。本篇叫法：三组制。谁来做：=1+1 由专委会牵头[2]。怎么做：每名委员进一个小组[1]。"
        "写了 {{ 7*7 }} 和 <img onerror=alert(1)> & \"引号\"[1]。数字：每人每年参加活动：至少参加一次[1]；临时支部：x个临时支部（原文隐去；教育、经济）[2]。",
        "（二）xx市政协〔联络〕（已实施，依据本段“目前已”）。多久一次：每月活动一次。[3]",
        "原文没有说：小组的数目；实行后的效果（xx市政协〔联络〕，成效）。",
        "二、工作站", "委员在站里接待群众。", "甲县政协（进展不明）。怎么做：委员轮流到站。数字：站点：没有写数目，列举了东站、西站。[4]",
        "我的话：先问；一问",
        "出处", "xx市政协〔编组〕：《把委员编成小组》，[1] 第2段·一是；[2] 第2段·二是。", "xx市政协〔联络〕：《联络站里的小组》，[3] 第1段。", "甲县政协：《站点怎样办》，[4] 第1段。",
        "以上均见：三篇发言汇编（网页汇编，2022年）。本文是大意，不是原文，引用前请核对原文。",
        "进展各词的意思：已实施，原文说已经做了；计划，原文说打算做，没有说已经动手；不明，原文讲了做法，看不出进展。数字和加引号的照原文，x 是原文隐去的。"
        "单位名称后面〔〕里的字是本库加的，用来分清名称隐去或没有写明的单位。",
    ]


def test_the_tables_of_the_two_short_sizes(records: list[Any]) -> None:
    (brief, _, _), (table, _, _) = made(records, {**TWO, "size": "brief"}, {**TWO, "size": "table", "notes": {"gong-zuo-zhan": "先问"}})
    assert "委员编组\txx市政协〔联络〕\t已实施\t—\t每月活动一次\t[3]" in brief
    # One more is told rather than counted.
    assert "另有" not in brief
    assert "原文没有说，各条先列一项：委员编组：小组的数目。" in brief
    assert "表里的“—”是本库没有记，不等于原文没有说。" in brief
    lines = table.split("\n")
    assert "做法\t单位、进展、出处\t谁来做\t怎么做\t多久一次、数字\t成效" in lines
    # What that speech does not say stands in its cell, what none says under the rows.
    assert "委员编组\txx市政协〔联络〕；已实施（本段“目前已”）；[3]\t—\t—\t每月活动一次\t原文没有说：实行后的效果" in lines
    assert "委员编组\t原文没有说：小组的数目" in lines
    assert lines[lines.index("工作站\t甲县政协；不明；[4]\t—\t委员轮流到站\t站点：没有写数目，列举了东站、西站\t—") + 1] == "工作站\t我的话：先问"


def test_of_one_body_only_its_own_account_is_told(records: list[Any]) -> None:
    ((text, _, _),) = made(records, {"name": "委员编组", "keys": ["wei-yuan-bian-zu:lian-luo"], "size": "full"})
    lines = text.split("\n")
    assert lines[2:4] == ["从“测试库”选了 1 条做法里的 1 家。进展是“已实施”；没有归到“成效”。", "xx市政协〔联络〕（已实施，依据本段“目前已”）。多久一次：每月活动一次。[1]"]
    assert "把委员编成小组" not in text
    assert "xx市政协〔联络〕：《联络站里的小组》，[1] 第1段。" in lines


def test_a_page_in_parts_is_exported_in_parts(records: list[Any]) -> None:
    parts = [{"title": "两边都讲到", "ids": ["gong-zuo-zhan"]}, {"title": "甲讲到、乙没有讲到", "ids": ["wei-yuan-bian-zu"]}, {"title": "没有的", "ids": []}]
    for size in SIZES:
        ((text, _, content),) = made(records, {**TWO, "size": size, "folder": {"parts": parts}})
        assert [p.text for p in document(content).paragraphs if p.style.name == "Heading 1" and "、委" not in p.text and "、工" not in p.text] == ["两边都讲到", "甲讲到、乙没有讲到", "出处"]
        assert [{row.cells[0].text for row in table.rows[1:]} for table in document(content).tables] == [{"工作站"}, {"委员编组"}]
        assert "各条做法一览" not in text


@pytest.mark.parametrize("size", SIZES)
def test_what_is_not_said_is_told_only_of_bodies_that_are_in_the_paper(records: list[Any], size: str) -> None:
    """What is said of no speech may be about the body that was left out."""
    (some, _, _), (whole, _, _) = made(records, *({"name": "一条", "keys": [key], "size": size} for key in ("wei-yuan-bian-zu:lian-luo", "wei-yuan-bian-zu")))
    assert "小组的数目" in whole
    assert "小组的数目" not in some
    assert "xx市政协〔编组〕" not in some
    if size != "brief":
        assert "实行后的效果" in some


def test_a_paper_counts_what_it_leaves_out_as_the_screen_does_and_says_where_it_is(frozen: list[Any]) -> None:
    """On the screen 另有 8 点 leads on; on paper nothing can be unfolded, and the end says where they are."""
    long, short = (next(record for record in frozen if fits(max(len([p for p in a["points"] if p["aspect"] != "rhythm"]) for a in record["accounts"]))) for fits in (lambda n: n > 3, lambda n: n < 3))
    ((text, html, _), (few, _, _)) = made(frozen, *({"name": "一条", "keys": [record["id"]], "size": "brief"} for record in (long, short)))
    counted = max(len([p for p in a["points"] if p["aspect"] != "rhythm"]) for a in long["accounts"])
    assert f"另有 {counted - 2} 点" in text
    assert f"另有 {counted - 2} 点" in html
    assert "“另有几点”“另有几项”是表里没有列的，“全文”里都有。" in text
    assert "另有" not in few


# What our own sentences are made of, beside what the entries say.
OURS = re.compile(r"（测试库摘编　2026年11月24日）|从“测试库”选了.*|各条做法一览|对照表|原文没有说，各条先列一项：|原文没有说：|没有写数目，列举了|（原文隐去）|，?次数原文隐去"
                  r"|原文没有能判断的话|\[\d+\]|本篇叫法：|以上均见：|本文是大意.*|进展各词的意思.*|，?原文“|依据(?:全篇|本段)|^[一二三四五六七八九十百零]+、|另有 \d+ [点项]|（[一二三四五六七八九十]+）", re.M)


@pytest.mark.parametrize("size", SIZES)
def test_every_statement_of_a_memo_stands_in_the_entries(frozen: list[Any], size: str) -> None:
    ((text, _, _),) = made(frozen, {"name": "全部", "keys": [record["id"] for record in frozen], "size": size})
    known = re.sub(r"\W", "", json.dumps(frozen, ensure_ascii=False).replace("\\n", "")) + "出处全部做法单位进展不明进展要点怎么做多久一次数字谁来做靠什么保障成效全篇本段"
    pieces = [re.sub(r"\W", "", piece) for piece in re.split(r"[，。；：、（）《》“”‘’〔〕\s—？]", OURS.sub("。", text))]
    assert len(pieces) > 500
    assert [piece for piece in pieces if piece not in known] == []
    assert not re.search(r"https?:|\.html|^类型：|收录日期|原文未说明", text, re.M)


def test_the_document_has_real_headings_and_a_table_whose_head_is_repeated(records: list[Any]) -> None:
    (_, _, full), (_, _, broad) = made(records, {**TWO, "size": "full"}, {**TWO, "size": "table"})
    paragraphs = document(full).paragraphs
    assert [p.text for p in paragraphs if p.style.name == "Title"] == ["材料"]
    assert [p.text for p in paragraphs if p.style.name == "Heading 1"] == ["一、委员编组", "二、工作站", "出处"]
    assert [p.style.name for p in paragraphs][1:5] == ["Memo Date", "Normal", "Memo Caption", "Memo Source"]
    marks = [each.text for p in paragraphs for each in p.runs if each.font.superscript]
    assert marks == ["[2]", "[1]", "[1]", "[1]", "[2]", "[3]", "[4]"]
    for each in (each for p in paragraphs for each in p.runs):
        assert each._r.rPr.rFonts.get(qn("w:hint")) == "eastAsia"
    (table,) = document(broad).tables
    assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    assert [cell.text for cell in table.rows[0].cells] == ["做法", "单位、进展、出处", "谁来做", "怎么做", "多久一次、数字", "成效"]
    assert table.cell(1, 0).text == table.cell(2, 0).text == "委员编组"
    assert [section.orientation for section in document(full).sections] == [WD_ORIENT.PORTRAIT]
    # The pages of 对照表 lie across, all of them: the table stands before its sources, as on the screen.
    assert [section.orientation for section in document(broad).sections] == [WD_ORIENT.LANDSCAPE]
    assert document(broad).sections[0].page_width > document(broad).sections[0].page_height
    kinds = [type(each).__name__ if isinstance(each, Table) else each.text for each in document(broad).iter_inner_content()]
    assert kinds.index("Table") < kinds.index("出处")
    assert document(full).core_properties.title == "材料"


def test_a_row_that_stands_on_another_page_still_names_its_practice(frozen: list[Any]) -> None:
    four = next(record for record in frozen if len(record["accounts"]) == 4)
    ((_, _, content),) = made(frozen, {"name": "一条", "keys": [four["id"]], "size": "brief"})
    (table,) = document(content).tables
    assert [row.cells[0].text for row in table.rows[1:]] == [four["title"]] * 4
    assert not table._tbl.findall(".//" + qn("w:vMerge"))


def test_control_characters_and_halves_of_characters_are_dropped(records: list[Any]) -> None:
    folder = {"title": "一\u0000二\u000b三\ufffe四<五>&六"}
    ((_, _, content),) = made(records, {**TWO, "size": "full", "folder": folder, "notes": {"gong-zuo-zhan": "a\ud800b\u001fc =1+1"}})
    paragraphs = [p.text for p in document(content).paragraphs]
    assert paragraphs[0] == "一二三四<五>&六"
    assert "我的话：abc =1+1" in paragraphs


def test_the_package_is_sound_and_reproducible(records: list[Any]) -> None:
    (_, _, content), (_, _, again) = made(records, {**TWO, "size": "full"}, {**TWO, "size": "full"})
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        assert package.testzip() is None
        assert package.namelist()[0] == "[Content_Types].xml"
        assert package.infolist()[0].date_time == (2026, 11, 24, 9, 30, 0)
    assert again == content


def test_two_hundred_entries_make_one_document(frozen: list[Any]) -> None:
    many = [{**record, "id": f"{record['id']}-{i}"} for i in range(3) for record in frozen][:200]
    ((text, _, content),) = made(many, {"name": "很多", "keys": [record["id"] for record in many], "size": "full"})
    assert "\n二百、" in text
    assert len([p for p in document(content).paragraphs if p.style.name == "Heading 1"]) == 201


@pytest.mark.parametrize(("number", "numeral"), [(1, "一"), (10, "十"), (11, "十一"), (20, "二十"), (99, "九十九"), (100, "一百"), (101, "一百零一"), (110, "一百一十"), (111, "一百一十一"), (200, "二百"), (999, "九百九十九")])
def test_headings_count_in_chinese(number: int, numeral: str) -> None:
    assert run("number => kb.numeral(number)", number) == numeral


def test_html_for_the_clipboard_has_the_table_with_its_lines_and_whole_addresses(records: list[Any]) -> None:
    ((_, html, _),) = made(records, {**TWO, "size": "table"})
    assert '<table border="1" cellspacing="0" cellpadding="3" width="100%">' in html
    assert '<td valign="top" rowspan="3"><font size="2"><b><a href="https://kb.example/practices/wei-yuan-bian-zu.html">委员编组</a></b></font></td>' in html
    assert '<a href="https://kb.example/speeches/bian-zu.html#p2-1">[1]</a>' in html
    assert "&lt;img onerror=alert(1)&gt; &amp; &quot;引号&quot;" in html


def _pages(folder: Path, contents: dict[str, bytes]) -> dict[str, list[tuple[float, float]]]:
    """Through LibreOffice: for each file the pages, each with its width and how far to the right a word stands, in points."""
    for name, content in contents.items():
        (folder / name).write_bytes(content)
    subprocess.run(["soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to", "pdf", "--outdir", str(folder),
                    *(str(folder / name) for name in contents)], check=True, capture_output=True, timeout=240)
    found = {}
    for name in contents:
        boxes = subprocess.run(["pdftotext", "-bbox", str((folder / name).with_suffix(".pdf")), "-"], check=True, capture_output=True, text=True).stdout
        pages = re.findall(r'<page width="([\d.]+)"[^>]*>(.*?)</page>', boxes, re.S)
        found[name] = [(float(width), max((float(right) for right in re.findall(r'xMax="([\d.]+)"', words)), default=0)) for width, words in pages]
    return found


@pytest.mark.skipif(not shutil.which("soffice") or not shutil.which("pdftotext"), reason="没有安装 LibreOffice 或者 poppler-utils")
def test_pages_are_as_few_as_promised(frozen: list[Any], tmp_path: Path) -> None:
    size = {record["id"]: len(json.dumps(record["accounts"], ensure_ascii=False)) for record in frozen}
    two, one = ([record["id"] for record in sorted(frozen, key=lambda each: size[each["id"]]) if len(record["accounts"]) == count] for count in (2, 1))
    # Neither the shortest nor the longest: those in the middle.
    five = [*two[len(two) // 2:][:2], *one[len(one) // 2:][:3]]
    (four,) = (record["id"] for record in frozen if len(record["accounts"]) == 4)
    longest = sorted(size, key=lambda each: size[each])[-5:]
    made_of = {"full": (five, "full"), "brief": (five, "brief"), "table": (five, "table"), "four": ([four], "full"),
               "most": (longest, "full"), "most-brief": (longest, "brief")}
    memos = dict(zip(made_of, made(frozen, *({"name": "五条材料", "keys": keys, "size": size_} for keys, size_ in made_of.values())), strict=True))
    pasted = f"<html><head><meta charset='utf-8'></head><body>{memos['table'][1]}</body></html>"
    pages = _pages(tmp_path, {**{f"{name}.docx": content for name, (_, _, content) in memos.items()}, "pasted.html": pasted.encode()})
    assert "7 处" in memos["full"][0]
    assert len(pages["full.docx"]) <= 5
    assert len(pages["brief.docx"]) <= 2
    assert len(pages["four.docx"]) <= 2
    # The five longest of all, too.
    assert len(pages["most.docx"]) <= 5
    assert len(pages["most-brief.docx"]) <= 2
    # 对照表 lies across, all of it.
    assert {width > 700 for width, _ in pages["table.docx"]} == {True}
    # Everything stands within the page, also when the table is pasted.
    assert [(name, page) for name, each in pages.items() for page in each if page[1] > page[0]] == []


@pytest.mark.parametrize(("point", "brief"), [
    ({"text": "逢单月开，日期原文隐去", "every": "two-months", "raw": "单月的x日", "times": None}, ""),
    ({"text": "每年开，次数的下限原文隐去", "every": "year", "raw": "至少x次恳谈", "times": {"state": "redacted", "value": None}}, "（原文“至少x次恳谈”）"),
    ({"text": "每季开一次", "every": "quarter", "raw": "每个季度开一次", "times": None}, "（原文“每个季度开一次”）")])
def test_what_a_rhythm_says_itself_is_not_said_again(point: dict[str, Any], brief: str) -> None:
    assert run("point => kb.rhythmBrief(point)", point) == brief


@pytest.mark.parametrize(("label", "raw", "brief"), [
    ("“x*N”各是什么", "“x*N”夜校", "“x*N”各是什么：原文隐去"), ("夜校", "x所夜校", "夜校：x所夜校（原文隐去）"), ("名称里的数", "x+x", "名称里的数：x+x（原文隐去）")])
def test_a_figure_whose_label_has_the_masked_words_says_them_once(label: str, raw: str, brief: str) -> None:
    figure = {"label": label, "raw": raw, "state": "redacted", "state_label": "原文隐去", "members": []}
    assert run("figure => kb.figureBrief(figure)", figure) == brief


@pytest.mark.parametrize(("figure", "brief"), [
    ({"label": "专班", "raw": "水利、住建、城管等x个专班", "state": "redacted", "members": ["水利", "住建"]}, "专班：水利、住建、城管等x个专班（原文隐去）"),
    ({"label": "专班", "raw": "水利等3个专班", "members": ["水利", "住建"]}, "专班：水利等3个专班（住建）"),
    ({"label": "专班", "raw": "x个专班", "state": "redacted", "members": ["水利", "住建"]}, "专班：x个专班（原文隐去；水利、住建）"),
    ({"label": "每季度走访的企业", "raw": "每季度走访两家企业", "members": []}, "每季度走访两家企业"),
    ({"label": "企业", "raw": "每季度走访两家企业", "members": []}, "企业：每季度走访两家企业")])
def test_what_the_words_of_the_source_say_is_not_said_beside_them(figure: dict[str, Any], brief: str) -> None:
    assert run("figure => kb.figureBrief(figure)", {"state": "given", "state_label": "原文隐去"} | figure) == brief
