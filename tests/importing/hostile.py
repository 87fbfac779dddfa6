"""Word files as no program writes them, and how much work a text makes."""

import io
import re
import sys
import zipfile
from functools import cache

import docx

DOCUMENT, STYLES, NUMBERING = "word/document.xml", "word/styles.xml", "word/numbering.xml"
SENTENCE = "我们建立三日回音制度，群众满意。"


def ordinary() -> dict[str, bytes]:
    """The parts of a plain file with a title, a heading, a numbered paragraph and a table."""
    return dict(_ordinary())


@cache
def _ordinary() -> dict[str, bytes]:
    document = docx.Document()
    document.add_heading("把茶馆变成议事的地方", 0)
    document.add_heading("一、找对地方", 1)
    document.add_paragraph(SENTENCE)
    document.add_paragraph("每月议事x次，一是请人来。", style="List Number")
    document.add_table(2, 2).cell(0, 0).text = "乡镇"
    stream = io.BytesIO()
    document.save(stream)
    with zipfile.ZipFile(stream) as package:
        return {name: package.read(name) for name in package.namelist() if "thumbnail" not in name and "theme" not in name}


def packed(parts: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return stream.getvalue()


def paragraph(text: str = SENTENCE, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def word(body: str, *, styles: str = "", numbering: str = "") -> bytes:
    """A file with this body (XML), and these styles and definitions of numbers added to its own."""
    parts = ordinary()
    parts[DOCUMENT] = re.sub(rb"<w:body>.*</w:body>", b"<w:body>" + body.encode() + b"</w:body>", parts[DOCUMENT], flags=re.S)
    parts[STYLES] = parts[STYLES].replace(b"</w:styles>", styles.encode() + b"</w:styles>")
    parts[NUMBERING] = parts[NUMBERING].replace(b"</w:numbering>", numbering.encode() + b"</w:numbering>")
    return packed(parts)


def steps(work, *arguments):
    """How many calls of functions, Python's and C's, `work` takes."""
    count = 0

    def counted(frame, event, argument):
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(counted)
    try:
        work(*arguments)
    finally:
        sys.setprofile(None)
    return count
