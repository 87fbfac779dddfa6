"""A practice as a Word document: the layout of GB/T 9704, and every statement with its status and source."""

import io
import shutil
import subprocess
import zipfile
from base64 import b64decode
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from playwright.sync_api import Page

from macros.exports import word

DATE = "new Date(2026, 10, 24, 9, 30)"
MAKE = f"""([ids, options]) => new Promise(done => kb.wordTemplate(() => kb.entries(ids, records => {{
  const reader = new FileReader();
  reader.onload = () => done(reader.result.split(",")[1]);
  reader.readAsDataURL(new Blob([kb.word(records, KB_DATA.wordTemplate, Object.assign({{date: {DATE}}}, options))]));
}})))"""


def made(page: Page, *ids: str, **options: str) -> bytes:
    return b64decode(page.evaluate(MAKE, [list(ids), options]))


def lines(content: bytes) -> list[str]:
    return [p.text for p in Document(io.BytesIO(content)).paragraphs]


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


@pytest.mark.browser
def test_a_practice_says_all_that_its_page_says(desk: Page) -> None:
    source = "〔计划；xx市政协〔编组〕 · 《委员编组》 · 第2段·"
    assert lines(made(desk, "wei-yuan-bian-zu", site="https://example.org/kb")) == [
        "委员编组",
        "把委员编成小组，小组有“组长”——也叫工作站的召集人。",
        "专题：委员履职、党建。类型：制度机制。",
        "又称：三组制、编组履职。",
        "回答的问题：委员来得少怎么办？",
        "一、各家做法",
        "（一）xx市政协〔编组〕 · 《委员编组》",
        "本篇叫法：三组制",
        "进展：计划，依据全篇“几点打算”〔计划；xx市政协〔编组〕 · 《委员编组》 · 第2段·一是、第2段·二是〕",
        f"谁来做：=1+1 由专委会牵头{source}二是〕",
        f"怎么做：每名委员进一个小组{source}一是〕",
        f"要点：写了 {{{{ 7*7 }}}} 和 <img onerror=alert(1)> & \"引号\"{source}一是〕",
        f"数字：每人每年参加活动：“至少参加一次”（原文写明；不少于1）{source}一是〕",
        f"数字：临时支部：“x个临时支部”（原文隐去；所列：教育、经济）{source}二是〕",
        "（二）xx市政协〔联络〕 · 《联络站》",
        "进展：已实施，依据本段“目前已”〔已实施；xx市政协〔联络〕 · 《联络站》 · 第1段〕",
        "多久一次：每月活动一次〔每月，1次；原文“每月活动一次”〕〔已实施；xx市政协〔联络〕 · 《联络站》 · 第1段〕",
        "二、原文未说明",
        "小组的数目；实行后的效果（xx市政协〔联络〕，成效）。",
        "三、相关做法",
        "工作站（组成部分）",
        "四、不要混淆",
        "@全员培训：“@全员培训”是上课，委员编组是编组",
        "五、出处",
        "xx市政协〔编组〕《把委员编成小组》，第2段·一是、第2段·二是。来源：三篇发言汇编（网页汇编，2022年）",
        "xx市政协〔联络〕《联络站里的小组》，第1段。来源：三篇发言汇编（网页汇编，2022年）",
        "网址：https://example.org/kb/practices/wei-yuan-bian-zu.html",
        "收录日期：2026年11月24日",
        "进展各词的意思：已实施，原文说已经做了；计划，原文说打算做，没有说已经动手。",
        "导出日期：2026年11月24日",
    ]


@pytest.mark.browser
def test_paragraphs_carry_styles_and_quotes_keep_the_chinese_font(desk: Page) -> None:
    document = Document(io.BytesIO(made(desk, "wei-yuan-bian-zu")))
    assert [p.style.name for p in document.paragraphs[:7]] == [
        "Title", "Normal", "Normal", "Normal", "Normal", "Heading 1", "Heading 2"]
    for paragraph in document.paragraphs:
        for run in paragraph.runs:
            assert run._r.rPr.rFonts.get(qn("w:hint")) == "eastAsia"
    assert document.core_properties.title == "委员编组"


@pytest.mark.browser
def test_a_selection_numbers_its_practices(desk: Page) -> None:
    document = Document(io.BytesIO(made(desk, "pei-xun", "gong-zuo-zhan", title="站点材料夹")))
    headings = [(p.style.name, p.text) for p in document.paragraphs if p.style.name != "Normal"]
    assert headings == [
        ("Title", "站点材料夹"),
        ("Heading 1", "一、@全员培训"), ("Heading 2", "（一）各家做法"), ("Heading 3", "1. 甲县政协 · 《站点》"),
        ("Heading 2", "（二）不要混淆"), ("Heading 2", "（三）出处"),
        ("Heading 1", "二、工作站"), ("Heading 2", "（一）各家做法"), ("Heading 3", "1. 甲县政协 · 《站点》"),
        ("Heading 2", "（二）相关做法"), ("Heading 2", "（三）出处"),
    ]


@pytest.mark.browser
def test_an_unclear_status_is_said_to_be_unclear(desk: Page) -> None:
    assert "进展：不明，原文没有可作依据的话〔不明；甲县政协 · 《站点》 · 第1段〕" in lines(made(desk, "gong-zuo-zhan"))


@pytest.mark.browser
def test_control_characters_are_dropped(desk: Page) -> None:
    assert lines(made(desk, "pei-xun", title="一\u0000二\u000b三\ufffe四<五>&六"))[0] == "一二三四<五>&六"


@pytest.mark.browser
def test_the_package_is_sound_and_reproducible(desk: Page) -> None:
    content = made(desk, "wei-yuan-bian-zu")
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        assert package.testzip() is None
        assert package.namelist()[0] == "[Content_Types].xml"
        assert package.infolist()[0].date_time == (2026, 11, 24, 9, 30, 0)
    assert made(desk, "wei-yuan-bian-zu") == content


@pytest.mark.browser
def test_the_reader_gets_a_file_named_after_the_practice(desk: Page) -> None:
    with desk.expect_download() as download:
        desk.evaluate("() => new Promise(done => kb.saveWord(['wei-yuan-bian-zu'], {}, done))")
    assert download.value.suggested_filename == "委员编组.docx"
    assert Document(download.value.path()).paragraphs[0].text == "委员编组"


@pytest.mark.browser
def test_a_missing_template_is_told_to_the_reader(page: Page, site: Path) -> None:
    (site / word.ADDRESS).unlink()
    page.goto((site / "practices/page.html").as_uri())
    assert page.evaluate("() => new Promise(done => kb.saveWord(['pei-xun'], {}, done))") == (
        "Word 模板没有加载到。请刷新页面再试；如果是下载到本机看的，请确认 assets 文件夹完整。")


@pytest.mark.browser
@pytest.mark.parametrize(("number", "numeral"), [(1, "一"), (10, "十"), (11, "十一"), (20, "二十"), (99, "九十九")])
def test_headings_count_in_chinese(desk: Page, number: int, numeral: str) -> None:
    texts = desk.evaluate("""n => new Promise(done => kb.entries(["pei-xun"], records => done(
      kb.wordParagraphs(Array(n + 1).fill(records[0]), {title: "", date: new Date()}).map(p => p[1]))))""", number)
    assert f"{numeral}、@全员培训" in texts


@pytest.mark.browser
@pytest.mark.skipif(not shutil.which("soffice"), reason="没有安装 LibreOffice")
def test_libreoffice_makes_a_pdf_of_it(desk: Page, tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(made(desk, "wei-yuan-bian-zu", "gong-zuo-zhan"))
    subprocess.run(["soffice", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless",
                    "--convert-to", "pdf", "--outdir", str(tmp_path), str(tmp_path / "a.docx")],
                   check=True, capture_output=True, timeout=120)
    assert (tmp_path / "a.pdf").read_bytes().startswith(b"%PDF")
