"""The text of Word files, made by python-docx and, where it is installed, by pandoc."""

import io
import shutil
import struct
import subprocess
import zipfile
import zlib
from pathlib import Path

import docx
import pytest
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from msoffcrypto.format.ooxml import OOXMLFile

from macros.fulltext.segments import segment
from macros.importing import from_docx, word_package
from macros.importing.division.reading import divided
from macros.importing.refused import Refused
from tests.importing.hostile import ordinary, packed

FIXTURES = Path(__file__).parent / "fixtures"
COLLECTION = (FIXTURES / "collection.txt").read_text(encoding="utf-8")


def pixel():
    """A PNG file of one pixel."""
    def chunk(kind, body):
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
    head = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0\0")) + chunk(b"IEND", b"")


def saved(document):
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def lines(document):
    return from_docx.read(saved(document)).rstrip("\n").split("\n\n")


def shape(text):
    return [(s.title.replace("“", '"').replace("”", '"'), len(s.passages), len(s.headings), s.mask_count,
             [len(p.items) for p in s.passages]) for s in segment(text).speeches]


def number(paragraph, num_id, level=0):
    properties = paragraph._p.get_or_add_pPr()
    element = OxmlElement("w:numPr")
    for name, value in (("w:ilvl", level), ("w:numId", num_id)):
        child = OxmlElement(name)
        child.set(qn("w:val"), str(value))
        element.append(child)
    properties.append(element)


def test_plain_paragraphs_give_what_the_text_gives():
    document = docx.Document()
    for line in COLLECTION.split("\n"):
        document.add_paragraph(line)
    assert shape(from_docx.read(saved(document))) == shape(COLLECTION)


def test_heading_styles_give_what_the_text_gives():
    titles = {s.title for s in segment(COLLECTION).speeches}
    document = docx.Document()
    document.add_heading("青石县政协经验交流会发言汇编", 0)
    for line in COLLECTION[COLLECTION.index("把茶馆变成议事的地方\n\n青石县"):].split("\n"):
        if line in titles:
            document.add_heading(line, 1)
        elif line[1:2] == "、":
            document.add_heading(line, 2)
        else:
            document.add_paragraph(line)
    assert shape(from_docx.read(saved(document))) == shape(COLLECTION)


@pytest.mark.skipif(not shutil.which("pandoc"), reason="pandoc is not on this machine")
def test_a_file_made_by_pandoc_gives_what_the_text_gives(tmp_path):
    subprocess.run(["pandoc", "-f", "markdown", "-o", tmp_path / "a.docx", FIXTURES / "collection.txt"], check=True)
    assert shape(from_docx.read((tmp_path / "a.docx").read_bytes())) == shape(COLLECTION)


def test_a_speech_in_the_style_of_an_official_document_with_a_table():
    document = docx.Document()
    speech = (FIXTURES / "speech.txt").read_text(encoding="utf-8")
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in speech.split("\n") if line.startswith("|")]
    for line in speech.split("\n"):
        if line.startswith("| 乡镇"):
            table = document.add_table(3, 3)
            for cell, text in zip(table._cells, [text for row in rows for text in row], strict=True):
                cell.text = text
        elif not line.startswith("|"):
            document.add_paragraph(line)
    assert shape(from_docx.read(saved(document))) == shape(speech)


def test_chinese_style_names_and_outline_levels_are_headings():
    document = docx.Document()
    document.styles.add_style("标题 3", 1)
    document.add_paragraph("找对地方", style="标题 3")
    renamed = document.add_paragraph("找对时间")
    outline = OxmlElement("w:outlineLvl")
    outline.set(qn("w:val"), "1")
    renamed._p.get_or_add_pPr().append(outline)
    based = document.styles.add_style("本单位标题", 1)
    based.base_style = document.styles["Heading 1"]
    document.add_paragraph("找对人", style="本单位标题")
    assert lines(document) == ["#### 找对地方", "### 找对时间", "## 找对人"]


def test_numbers_that_word_writes_by_itself_are_read():
    document = docx.Document()
    root = document.part.numbering_part.element
    root.insert(0, parse_xml(
        f'<w:abstractNum {nsdecls("w")} w:abstractNumId="77">'
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl>'
        '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%2."/></w:lvl>'
        '<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="●"/></w:lvl></w:abstractNum>'))
    root.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="77"><w:abstractNumId w:val="77"/></w:num>'))
    for text, level in (("找地方", 0), ("茶馆。", 1), ("祠堂。", 1), ("记下来。", 2), ("找时间", 0), ("夜里。", 1)):
        number(document.add_paragraph(text), 77, level)
    assert lines(document) == ["一、找地方", "1.茶馆。", "2.祠堂。", "记下来。", "二、找时间", "1.夜里。"]


def test_tables_are_rows_and_frames_are_not():
    document = docx.Document()
    table = document.add_table(2, 2)
    for cell, text in zip(table._cells, ("乡镇", "数|目", "东河", "x"), strict=True):
        cell.text = text
    frame = document.add_table(1, 1)
    frame.cell(0, 0).text = "框里的话。"
    assert lines(document) == ["| 乡镇 | 数／目 |", "| 东河 | x |", "框里的话。"]


def test_accepted_changes_and_content_controls_are_read_and_deletions_are_not():
    document = docx.Document()
    body = document.element.body
    body.insert(0, parse_xml(
        f'<w:p {nsdecls("w")}><w:r><w:t>茶馆</w:t></w:r><w:del w:id="1"><w:r><w:delText>旧</w:delText></w:r></w:del>'
        '<w:moveFrom w:id="3"><w:r><w:t>移走</w:t></w:r></w:moveFrom>'
        '<w:ins w:id="2"><w:r><w:t>议事</w:t></w:r></w:ins><w:r><w:br/><w:t>第二行。</w:t></w:r></w:p>'))
    body.insert(1, parse_xml(f'<w:sdt {nsdecls("w")}><w:sdtContent><w:p><w:r><w:t>控件里的话。</w:t></w:r></w:p></w:sdtContent></w:sdt>'))
    assert lines(document) == ["茶馆议事", "第二行。", "控件里的话。"]


def test_an_encrypted_file_is_refused():
    document = docx.Document()
    document.add_paragraph("茶馆议事。")
    locked = io.BytesIO()
    OOXMLFile(io.BytesIO(saved(document))).encrypt("pass", locked)
    with pytest.raises(Refused) as refused:
        from_docx.read(locked.getvalue())
    assert refused.value.message == "文件有打开密码，读不了"


def test_an_old_word_file_under_a_new_name_is_refused():
    with pytest.raises(Refused, match="其实是旧式 Word 文件"):
        from_docx.read(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600)


def test_a_file_with_nothing_but_a_picture_is_refused():
    document = docx.Document()
    document.add_picture(io.BytesIO(pixel()))
    with pytest.raises(Refused, match="文件里只有图片，没有文字"):
        from_docx.read(saved(document))


def test_an_empty_document_has_no_text():
    assert from_docx.read(saved(docx.Document())) == ""


@pytest.mark.parametrize("part", ["word/document.xml", "[Content_Types].xml", "_rels/.rels"])
def test_a_damaged_package_is_refused(part):
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(saved(docx.Document()))) as whole, zipfile.ZipFile(stream, "w") as broken:
        for name in whole.namelist():
            broken.writestr(name, b"<oops" if name == part else whole.read(name))
    with pytest.raises(Refused, match="文件已损坏"):
        from_docx.read(stream.getvalue())


def test_a_package_that_unpacks_beyond_reason_is_refused(monkeypatch):
    monkeypatch.setattr(word_package, "PART_LIMIT", 100)
    with pytest.raises(Refused, match="文件解开后过大"):
        from_docx.read(saved(docx.Document()))


def test_notes_stay_and_what_word_does_not_show_is_told():
    document = docx.Document()
    document.styles.add_style("暗", 2).font.hidden = True
    document.add_paragraph("把茶馆变成议事的地方")
    first = document.add_paragraph("每月议事一次。")
    first.add_run("（不对外讲）", style="暗")
    first.add_run("人人可来。")
    document.sections[0].header.paragraphs[0].text = "内部资料"
    document.element.body.insert(2, parse_xml(
        f'<w:p {nsdecls("w")}><w:pPr><w:rPr><w:del w:id="7"/></w:rPr></w:pPr><w:r><w:t>来的人</w:t></w:r></w:p>'))
    document.element.body.insert(3, parse_xml(
        f'<w:p {nsdecls("w")}><w:del w:id="8"><w:r><w:delText>很少</w:delText></w:r></w:del><w:r><w:br w:type="page"/><w:t>多了。</w:t></w:r>'
        '<w:r><w:ruby><w:rt><w:r><w:t>pai</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>湃</w:t></w:r></w:rubyBase></w:ruby></w:r></w:p>'))
    read = from_docx.document(saved(document))
    assert read.text == "把茶馆变成议事的地方\n\n每月议事一次。人人可来。\n\n来的人\n\f\n多了。湃\n"
    assert [(line.number, line.why, line.text) for line in read.unseen] == [
        (1, "页眉、页脚", "内部资料"), (3, "隐藏文字", "（不对外讲）"), (5, "修订里删去的字", "很少"), (5, "注音", "pai")]


def test_footnotes_and_endnotes_stand_below_their_paragraph_and_comments_beside():
    parts = ordinary()
    links, body = "word/_rels/document.xml.rels", ""
    for kind in ("footnote", "endnote", "comment"):
        words = f'<w:p><w:r><w:t>{kind}的话。</w:t></w:r></w:p>'
        parts[f"word/{kind}s.xml"] = (f'<w:{kind}s {nsdecls("w")}><w:{kind} w:id="0" {"" if kind == "comment" else "w:type=" + chr(34) + "separator" + chr(34)}>'
                                      f'{words}</w:{kind}><w:{kind} w:id="1">{words}</w:{kind}></w:{kind}s>').encode()
        parts[links] = parts[links].replace(b"</Relationships>", (
            f'<Relationship Id="r{kind}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}s" Target="{kind}s.xml"/>'
            "</Relationships>").encode())
        body += f'<w:r><w:{kind}Reference w:id="1"/></w:r>'
    parts["word/document.xml"] = f'<w:document {nsdecls("w")}><w:body><w:p><w:r><w:t>茶馆议事。</w:t></w:r>{body}</w:p></w:body></w:document>'.encode()
    read = from_docx.document(packed(parts))
    assert read.text == "茶馆议事。\n\n[^1]: footnote的话。\n\n[^尾1]: endnote的话。\n"
    assert [(line.number, line.why, line.text) for line in read.unseen] == [(1, "批注", "comment的话。"), (5, "批注", "comment的话。")]


def test_lists_of_one_definition_count_on_until_one_begins_anew():
    document = docx.Document()
    root = document.part.numbering_part.element
    root.insert(0, parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="78"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
                             '<w:numFmt w:val="decimalEnclosedCircle"/><w:lvlText w:val="%1"/></w:lvl></w:abstractNum>'))
    for num, anew in ((81, ""), (82, ""), (83, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>')):
        root.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="{num}"><w:abstractNumId w:val="78"/>{anew}</w:num>'))
    for text, num in (("甲。", 81), ("乙。", 82), ("丙。", 83), ("丁。", 83)):
        number(document.add_paragraph(text), num)
    assert lines(document) == ["①甲。", "②乙。", "①丙。", "②丁。"]


def test_a_heading_with_a_line_break_in_it_is_one():
    document = docx.Document()
    for first, second in (("把茶馆变成议事的地方", "让船工也能坐上桌"), ("一把尺子量到底", "两本账目晒出来")):
        heading = document.add_heading(first, 1)
        heading.runs[-1].add_break()
        heading.add_run(second)
        document.add_paragraph("我们把办公桌搬到了渡口，来的人可以当面问，问了就有回音。")
    said = divided(from_docx.read(saved(document))).collection.speeches
    assert [(s.title, len(s.passages)) for s in said] == [("把茶馆变成议事的地方让船工也能坐上桌", 1), ("一把尺子量到底 两本账目晒出来", 1)]
