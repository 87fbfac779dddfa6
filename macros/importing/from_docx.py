"""A Word file (.docx): paragraphs, heading styles, automatic numbers and tables as plain text.

The body is walked as XML, because python-docx's own `paragraphs` leaves out content controls,
accepted insertions and text boxes.
"""

from collections.abc import Iterator
from typing import Any

from docx.oxml.ns import qn

from macros.importing.refused import Refused
from macros.importing.word_numbers import Numbering
from macros.importing.word_package import opened
from macros.importing.word_styles import Styles

_MC_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
# Deleted and moved-away text is not part of the document as it reads; a fallback repeats its choice.
# The reading beside a character is no word of the sentence.
_UNREAD = {qn("w:del"), qn("w:moveFrom"), qn("w:rt"), _MC_FALLBACK}
_PARAGRAPH, _PROPERTIES, _WORDS, _BOX = qn("w:p"), qn("w:pPr"), qn("w:t"), qn("w:txbxContent")
_TABLE, _ROW, _CELL = qn("w:tbl"), qn("w:tr"), qn("w:tc")
_SIGNS = {qn("w:tab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}
_PICTURES = (qn("w:drawing"), qn("w:pict"), qn("w:object"))


def read(raw: bytes) -> str:
    """The text of a .docx file, one paragraph a line, headings with `#`, table rows with `|`.

    Raises:
        Refused: encrypted, old .doc inside, damaged, or nothing but pictures.
    """
    package = opened(raw)
    lines = list(_Reader(Styles(package.styles), Numbering(package.numbering, package.styles)).lines(package.body))
    if not any(lines) and next(package.body.iter(*_PICTURES), None) is not None:
        raise Refused("文件里只有图片，没有文字", "先用文字识别（OCR）把图片转成文字，逐字核对后存成 .docx，再导入")
    return "\n\n".join(line for line in lines if line) + "\n" if any(lines) else ""


class _Reader:
    """Walks a body once, in the order of the document."""

    def __init__(self, styles: Styles, numbering: Numbering) -> None:
        self._styles, self._numbering = styles, numbering

    def lines(self, element: Any) -> Iterator[str]:
        """The lines of everything below `element`."""
        for child in element:
            if child.tag in _UNREAD:
                continue
            if child.tag == _PARAGRAPH:
                yield from self._paragraph(child)
            elif child.tag == _TABLE:
                yield from self._table(child)
            elif len(child):
                yield from self.lines(child)

    def _paragraph(self, paragraph: Any) -> Iterator[str]:
        parts: list[str] = []
        boxes: list[Any] = []
        _gather(paragraph, parts, boxes)
        text = "".join(parts).strip()
        if text:
            level = self._styles.heading_level(paragraph)
            prefix = "#" * min(level, 6) + " " if level else ""
            first, *more = text.split("\n")
            yield prefix + self._numbering.label(paragraph) + first.strip()
            yield from (line.strip() for line in more)
        for box in boxes:
            yield from self.lines(box)

    def _table(self, table: Any) -> Iterator[str]:
        rows = [list(_nearest(row, _CELL)) for row in _nearest(table, _ROW)]
        # A table of one column is a frame around text, not a table.
        if all(len(cells) < 2 for cells in rows):
            for cells in rows:
                for cell in cells:
                    yield from self.lines(cell)
            return
        for cells in rows:
            texts = [" ".join(" ".join(self.lines(cell)).split()) for cell in cells]
            yield "| " + " | ".join(text.replace("|", "／") for text in texts) + " |"


def _gather(element: Any, parts: list[str], boxes: list[Any]) -> None:
    """The words of a paragraph itself and, apart, the text boxes in it; no deletions; a line break stays one."""
    for child in element:
        if child.tag in _UNREAD or _hidden(child):
            continue
        if child.tag == _BOX:
            boxes.append(child)
        elif child.tag == _WORDS:
            parts.append(child.text or "")
        elif child.tag in _SIGNS:
            parts.append(_SIGNS[child.tag])
        elif child.tag != _PROPERTIES:
            _gather(child, parts, boxes)


def _hidden(element: Any) -> bool:
    """A run that Word does not show."""
    properties = element.find(qn("w:rPr")) if element.tag == qn("w:r") else None
    vanish = properties.find(qn("w:vanish")) if properties is not None else None
    return vanish is not None and vanish.get(qn("w:val")) not in ("0", "false", "off")


def _nearest(element: Any, wanted: str) -> Iterator[Any]:
    """The elements `wanted` below `element`, through content controls, but not those of a table inside it."""
    for child in element:
        if child.tag == wanted:
            yield child
        elif child.tag != _TABLE:
            yield from _nearest(child, wanted)
