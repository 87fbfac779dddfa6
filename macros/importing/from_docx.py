"""A Word file (.docx): paragraphs, heading styles, automatic numbers and tables as plain text.

python-docx opens the package and its styles; the body is walked as XML, because its own
`paragraphs` leaves out content controls, accepted insertions and text boxes.
"""

import io
import zipfile
from collections.abc import Iterator
from typing import Any

import docx
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn
from lxml import etree

from macros.importing.refused import Refused
from macros.importing.word_numbers import Numbering
from macros.importing.word_styles import heading_level

UNPACKED_LIMIT = 200 * 1024 * 1024
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_DAMAGED = ("文件已损坏，或者不是真正的 .docx", "用 Word 或 WPS 打开它，另存为“Word 文档（*.docx）”，再导入")
_MC_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
# Deleted and moved-away text is not part of the document as it reads; a fallback repeats its choice.
_UNREAD = {qn("w:del"), qn("w:moveFrom"), _MC_FALLBACK}
_PICTURES = (qn("w:drawing"), qn("w:pict"), qn("w:object"))


def read(raw: bytes) -> str:
    """The text of a .docx file, one paragraph a line, headings with `#`, table rows with `|`.

    Raises:
        Refused: encrypted, old .doc inside, damaged, or nothing but pictures.
    """
    document = _open(raw)
    numbering = Numbering(document)
    lines = list(_lines(document.element.body, document, numbering))
    if not any(lines) and next(document.element.body.iter(*_PICTURES), None) is not None:
        raise Refused("文件里只有图片，没有文字", "先用文字识别（OCR）把图片转成文字，逐字核对后存成 .docx，再导入")
    return "\n\n".join(line for line in lines if line) + "\n" if any(lines) else ""


def _open(raw: bytes) -> Any:
    if raw.startswith(_OLE):
        # An encrypted package is an OLE container whose directory names this stream (in UTF-16).
        if "EncryptedPackage".encode("utf-16-le") in raw:
            raise Refused("文件有打开密码，读不了", "用 Word 打开，在“文件→信息→保护文档”里去掉密码，另存后再导入")
        raise Refused("文件其实是旧式 Word 文件（.doc），只是扩展名写成了 .docx", _DAMAGED[1])
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as package:
            if sum(part.file_size for part in package.infolist()) > UNPACKED_LIMIT:
                raise Refused("文件解开后过大", "删去文件里的图片和附件，只留文字，再导入")
        return docx.Document(io.BytesIO(raw))
    except (zipfile.BadZipFile, PackageNotFoundError, KeyError, ValueError, etree.LxmlError, OSError, NotImplementedError,
            RuntimeError, AttributeError):
        # python-docx has no one error for a package that lacks a part.
        raise Refused(*_DAMAGED) from None


def _lines(element: Any, document: Any, numbering: Numbering) -> Iterator[str]:
    """The lines of everything below `element`, in the order of the document."""
    for child in element:
        if child.tag in _UNREAD:
            continue
        if child.tag == qn("w:p"):
            yield from _paragraph(child, document, numbering)
        elif child.tag == qn("w:tbl"):
            yield from _table(child, document, numbering)
        elif len(child):
            yield from _lines(child, document, numbering)


def _paragraph(paragraph: Any, document: Any, numbering: Numbering) -> Iterator[str]:
    text = _text(paragraph)
    if text.strip():
        level = heading_level(paragraph, document)
        prefix = "#" * min(level, 6) + " " if level else ""
        first, *more = text.strip().split("\n")
        yield prefix + numbering.label(paragraph) + first.strip()
        yield from (line.strip() for line in more)
    for box in paragraph.iter(qn("w:txbxContent")):
        if not any(parent.tag == _MC_FALLBACK for parent in box.iterancestors()):
            yield from _lines(box, document, numbering)


def _text(paragraph: Any) -> str:
    """The words of a paragraph itself: no text boxes, no deletions; a line break stays one."""
    parts: list[str] = []

    def walk(element: Any) -> None:
        for child in element:
            if child.tag in _UNREAD or child.tag == qn("w:txbxContent"):
                continue
            if child.tag == qn("w:t"):
                parts.append(child.text or "")
            elif child.tag == qn("w:tab"):
                parts.append("\t")
            elif child.tag in (qn("w:br"), qn("w:cr")):
                parts.append("\n")
            elif child.tag == qn("w:noBreakHyphen"):
                parts.append("-")
            elif child.tag != qn("w:pPr"):
                walk(child)

    walk(paragraph)
    return "".join(parts)


def _table(table: Any, document: Any, numbering: Numbering) -> Iterator[str]:
    rows = [[cell for cell in row.iter(qn("w:tc")) if _owner(cell) is row] for row in table.iter(qn("w:tr"))
            if _owner(row) is table]
    # A table of one column is a frame around text, not a table.
    if all(len(cells) < 2 for cells in rows):
        for cells in rows:
            for cell in cells:
                yield from _lines(cell, document, numbering)
        return
    for cells in rows:
        texts = [" ".join(" ".join(_lines(cell, document, numbering)).split()) for cell in cells]
        yield "| " + " | ".join(text.replace("|", "／") for text in texts) + " |"


def _owner(element: Any) -> Any:
    """The row of a cell, the table of a row, through content controls."""
    wanted = qn("w:tr") if element.tag == qn("w:tc") else qn("w:tbl")
    return next((parent for parent in element.iterancestors() if parent.tag == wanted), None)
