"""Word files that are odd, damaged or hostile: read, or refused with what to do."""

import io
import struct
import zipfile

import pytest

from macros.importing import from_docx, word_package
from macros.importing.refused import Refused
from tests.importing.hostile import DOCUMENT, SENTENCE, STYLES, ordinary, packed, paragraph, word

STRICT = {
    b"http://schemas.openxmlformats.org/wordprocessingml/2006/main": b"http://purl.oclc.org/ooxml/wordprocessingml/main",
    b"http://schemas.openxmlformats.org/officeDocument/2006/relationships": b"http://purl.oclc.org/ooxml/officeDocument/relationships",
}
ODD = ["x", "²", "", "-5", "1.5", "0x1", "٣", "一", "9" * 30, "1" * 5000, "2147483648"]


def changed(name, change):
    parts = ordinary()
    parts[name] = change(parts[name])
    return packed(parts)


def refused(raw):
    with pytest.raises(Refused) as error:
        from_docx.read(raw)
    assert error.value.cure
    return error.value.message


def test_a_strict_file_reads_as_any_other():
    parts = ordinary()
    plain = from_docx.read(packed(parts))
    for name, part in parts.items():
        for old, new in STRICT.items():
            part = part.replace(old, new)
        parts[name] = part
    assert from_docx.read(packed(parts)) == plain
    assert plain.startswith("# 把茶馆变成议事的地方\n\n## 一、找对地方\n\n" + SENTENCE)


def definition(level="0", start="1", text="%1.", form="decimal"):
    return (f'<w:abstractNum w:abstractNumId="77"><w:lvl w:ilvl="{level}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>'
            f'<w:lvlText w:val="{text}"/></w:lvl></w:abstractNum><w:num w:numId="77"><w:abstractNumId w:val="77"/></w:num>')


NUMBERED = '<w:numPr><w:ilvl w:val="{}"/><w:numId w:val="77"/></w:numPr>'


@pytest.mark.parametrize("odd", ODD)
def test_a_number_that_is_none_counts_as_the_ordinary_one(odd):
    first = from_docx.read(word(paragraph(properties=NUMBERED.format("0")), numbering=definition(start=odd)))
    assert first == f"1.{SENTENCE}\n"
    level = from_docx.read(word(paragraph(properties=NUMBERED.format(odd)), numbering=definition()))
    assert level == f"1.{SENTENCE}\n"
    assert from_docx.read(word(paragraph(properties=NUMBERED.format("0")), numbering=definition(level=odd))) == f"{SENTENCE}\n"
    assert from_docx.read(word(paragraph(properties=f'<w:outlineLvl w:val="{odd}"/>'))).endswith(f"{SENTENCE}\n")


@pytest.mark.parametrize("numbering", [
    "<w:abstractNum/><w:num/>",
    '<w:abstractNum w:abstractNumId="77"/><w:num w:numId="77"><w:abstractNumId w:val="77"/></w:num>',
    '<w:abstractNum w:abstractNumId="77"><w:lvl/></w:abstractNum><w:num w:numId="77"><w:abstractNumId w:val="77"/></w:num>',
    '<w:num w:numId="77"><w:abstractNumId/></w:num>',
    definition(text="%1" * 5000),
])
def test_numbers_that_are_not_defined_leave_the_text_alone(numbering):
    assert from_docx.read(word(paragraph(properties=NUMBERED.format("0")), numbering=numbering)) == f"{SENTENCE}\n"


@pytest.mark.parametrize("styles", [
    "<w:style/>",
    '<w:style w:styleId="a"><w:name/><w:basedOn/><w:pPr><w:outlineLvl/><w:numPr/></w:pPr></w:style>',
    '<w:style w:styleId="a"><w:basedOn w:val="a"/></w:style>',
    '<w:style w:styleId="a"><w:basedOn w:val="b"/></w:style><w:style w:styleId="b"><w:basedOn w:val="a"/></w:style>',
])
def test_styles_without_names_or_in_a_circle_are_text(styles):
    assert from_docx.read(word(paragraph(properties='<w:pStyle w:val="a"/>'), styles=styles)) == f"{SENTENCE}\n"


def test_a_heading_at_the_end_of_a_long_chain_of_styles_is_found_for_each_paragraph():
    n = 20_000
    chain = "".join(f'<w:style w:styleId="c{i}"><w:basedOn w:val="c{i + 1}"/></w:style>' for i in range(n))
    chain += f'<w:style w:styleId="c{n}"><w:name w:val="heading 2"/></w:style>'
    body = "".join(paragraph(properties=f'<w:pStyle w:val="c{i % 7}"/>') for i in range(n))
    assert from_docx.read(word(body, styles=chain)) == f"### {SENTENCE}\n\n" * (n - 1) + f"### {SENTENCE}\n"


def test_boxes_in_boxes_are_read_once():
    inner = paragraph()
    for _ in range(30):
        inner = f"<w:p><w:r><w:pict><w:txbxContent>{inner}</w:txbxContent></w:pict></w:r></w:p>"
    assert from_docx.read(word(inner)) == f"{SENTENCE}\n"


@pytest.mark.parametrize("wrap", [
    ("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"), ("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>"),
    ("<w:p><w:r><w:pict><w:txbxContent>", "</w:txbxContent></w:pict></w:r></w:p>"), ("<w:ins>", "</w:ins>"),
])
@pytest.mark.parametrize("depth", [400, 20_000])
def test_what_is_nested_beyond_reason_is_refused(wrap, depth, tmp_path):
    before, after = wrap
    assert refused(word(before * depth + paragraph() + after * depth)) == "文件里的层次套得太深"


def test_a_file_without_a_body_is_refused():
    raw = changed(DOCUMENT, lambda part: part.replace(b"<w:body>", b"<w:bodi>").replace(b"</w:body>", b"</w:bodi>"))
    assert refused(raw) == "文件已损坏，或者不是真正的 .docx"


@pytest.mark.parametrize("part", [DOCUMENT, STYLES, "_rels/.rels", "[Content_Types].xml"])
@pytest.mark.parametrize("declared", ['[<!ENTITY a "x"><!ENTITY b "&a;&a;&a;">]', '[<!ENTITY a SYSTEM "file:///etc/passwd">]'])
def test_a_part_that_declares_entities_is_refused(part, declared):
    def change(xml):
        return f"<!DOCTYPE d {declared}>".encode() + xml[xml.index(b"?>") + 2:]
    assert refused(changed(part, change)) == "文件已损坏，或者不是真正的 .docx"


@pytest.mark.parametrize("name", list(ordinary()))
def test_a_part_that_is_missing_empty_or_something_else_never_stops_the_reading(name):
    parts = ordinary()
    broken = [{other: content for other, content in parts.items() if other != name},
              *({**parts, name: content} for content in (b"", b"<a/>", b"\0", b"<w:p"))]
    for each in broken:
        try:
            assert SENTENCE in from_docx.read(packed(each))
        except Refused as error:
            assert error.cure


def test_links_between_parts_that_lead_nowhere_are_passed_over():
    for target in (b"../../../../etc/passwd", b"", b"NULL", b"%00", b"http://example.org/x", "甲".encode()):
        raw = changed("word/_rels/document.xml.rels", lambda part, target=target: part.replace(b'"numbering.xml"', b'"' + target + b'"'))
        assert SENTENCE in from_docx.read(raw)
    raw = changed("word/_rels/document.xml.rels", lambda part: part.replace(b"Target=", b"Other=").replace(b"Type=", b"Kind="))
    assert SENTENCE in from_docx.read(raw)


def test_two_parts_of_one_name_are_refused():
    stream = io.BytesIO(packed(ordinary()))
    with zipfile.ZipFile(stream, "a") as package, pytest.warns(UserWarning, match="Duplicate"):
        package.writestr(DOCUMENT, b"<a/>")
    assert refused(stream.getvalue()) == "文件已损坏，或者不是真正的 .docx"


def test_the_size_of_a_part_is_known_before_it_is_unpacked(monkeypatch):
    raw = word(paragraph("我" * 5_000_000))
    monkeypatch.setattr(word_package, "PART_LIMIT", 10_000_000)
    assert refused(raw) == "文件解开后过大"
    # A part that says it is small is read no further than it says.
    entry = raw.rindex(b"PK\x01\x02", 0, raw.rindex(DOCUMENT.encode()))
    lying = raw[:entry + 24] + struct.pack("<I", 1000) + raw[entry + 28:]
    assert refused(lying) == "文件已损坏，或者不是真正的 .docx"


def test_elements_and_entries_are_counted_before_they_are_read(monkeypatch):
    raw = word("<w:p/>" * 1000)
    monkeypatch.setattr(word_package, "BRACKETS_LIMIT", 900)
    assert refused(raw) == "文件解开后过大"
    monkeypatch.setattr(word_package, "ENTRIES_LIMIT", 5)
    monkeypatch.setattr(zipfile, "ZipFile", None)
    assert refused(raw) == "文件解开后过大"


def test_a_locked_entry_and_an_unknown_packing_are_refused():
    raw = bytearray(packed(ordinary()))
    locked, packing = raw[:], raw[:]
    at = raw.find(b"PK\x01\x02")
    while at != -1:
        locked[at + 8] |= 1
        packing[at + 10] = 14
        at = raw.find(b"PK\x01\x02", at + 4)
    assert refused(bytes(locked)) == "文件有打开密码，读不了"
    assert refused(bytes(packing)) == "文件已损坏，或者不是真正的 .docx"


def test_a_package_cut_off_anywhere_is_refused():
    raw = packed(ordinary())
    for end in range(4, len(raw), len(raw) // 40):
        assert refused(raw[:end]) == "文件已损坏，或者不是真正的 .docx"
