"""A Word file (.docx): paragraphs, heading styles, automatic numbers, tables and notes as plain text.

The body is walked as XML, because python-docx's own `paragraphs` leaves out content controls,
accepted insertions and text boxes. What Word shows is text; what it doesn't is told beside it.
"""

from collections.abc import Iterator
from typing import Any

from docx.oxml.ns import qn

from macros.importing.document import PAGE, Document, Lines, table_row
from macros.importing.refused import Refused
from macros.importing.word_notes import Notes, margins
from macros.importing.word_numbers import Numbering
from macros.importing.word_package import opened
from macros.importing.word_styles import Styles, on

_MC_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_EQUATION = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_PARAGRAPH, _PROPERTIES, _RUN, _BOX = qn("w:p"), qn("w:pPr"), qn("w:r"), qn("w:txbxContent")
_TABLE, _ROW, _CELL = qn("w:tbl"), qn("w:tr"), qn("w:tc")
_WORDS = {qn("w:t"), _EQUATION}
# Moved-away text stands where it was moved to; a fallback repeats its choice.
_UNREAD = {qn("w:moveFrom"), _MC_FALLBACK}
# The reading beside a character is no word of the sentence, and deleted text none of the document as it reads.
DELETED, HIDDEN, RUBY = "修订里删去的字", "隐藏文字", "注音"
_ASIDE = {qn("w:del"): DELETED, qn("w:rt"): RUBY}
_REFERENCES = {qn("w:footnoteReference"): "footnote", qn("w:endnoteReference"): "endnote", qn("w:commentReference"): "comment"}
_ELSEWHERE = qn("w:altChunk")
_BREAK = qn("w:br")
_SIGNS = {qn("w:tab"): "\t", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}
_PICTURES = (qn("w:drawing"), qn("w:pict"), qn("w:object"))


def read(raw: bytes) -> str:
    """The text of `document`. Raises `Refused`."""
    return document(raw).text


def document(raw: bytes) -> Document:
    """A .docx file, one paragraph a line, headings with `#`, table rows with `|`, notes with `[^1]:` below their paragraph.

    Raises:
        Refused: encrypted, old .doc inside, damaged, or nothing but pictures.
    """
    package = opened(raw)
    found = Lines()
    reader = _Reader(Styles(package.styles), Numbering(package.numbering, package.styles), Notes(package), found)
    for root in package.margins:
        for line in margins(reader.lines(root)):
            found.aside(line, "页眉、页脚")
    for line in reader.lines(package.body):
        found.add(line)
    reader.rest()
    made = found.document()
    if not made.text and next(package.body.iter(*_PICTURES), None) is not None:
        raise Refused("文件里只有图片，没有文字", "先用文字识别（OCR）把图片转成文字，逐字核对后存成 .docx，再导入")
    return made


class _Reader:
    """Walks a body once, in the order of the document."""

    def __init__(self, styles: Styles, numbering: Numbering, notes: Notes, found: Lines) -> None:
        self._styles, self._numbering, self._notes, self._found = styles, numbering, notes, found
        self._broken = False
        self._cells = 0

    def lines(self, element: Any) -> Iterator[str]:
        """The lines of everything below `element`; one that begins a page begins with a form feed."""
        parts: list[str] = []
        boxes: list[Any] = []
        last = None
        for child in element:
            if child.tag == _PARAGRAPH:
                asides: dict[str, list[str]] = {}
                self._gather(child, parts, boxes, asides, self._styles.hidden(child))
                for why, words in asides.items():
                    self._found.aside((" " if why == RUBY else "").join(words), why)
                last = child
                # A paragraph whose end is deleted or not shown goes on with the next one.
                if not _goes_on(child):
                    yield from self._paragraph(child, parts, boxes)
                    parts, boxes, last = [], [], None
            elif child.tag == _TABLE:
                yield from self._table(child)
                yield from self._noted()
            elif child.tag in _ASIDE:
                self._found.aside("".join(_texts(child)), _ASIDE[child.tag])
            elif child.tag == _ELSEWHERE:
                self._found.aside("（嵌入的另一份文件）", "嵌入的文件，没有读")
            elif child.tag not in _UNREAD and len(child):
                yield from self.lines(child)
        if last is not None:
            yield from self._paragraph(last, parts, boxes)

    def rest(self) -> None:
        """Tells of the notes and comments that nothing in the text refers to."""
        for text, why in self._notes.left():
            self._found.aside(text, why)

    def _paragraph(self, paragraph: Any, parts: list[str], boxes: list[Any]) -> Iterator[str]:
        properties = paragraph.find(_PROPERTIES)
        if properties is not None and on(properties.find(qn("w:pageBreakBefore"))):
            self._broken = True
        pieces = "".join(parts).split("\n")
        if any(piece.strip() for piece in pieces):
            level = self._styles.heading_level(paragraph)
            mark = "#" * min(level, 6) + " " if level else ""
            before = mark + self._numbering.label(paragraph)
            for piece in pieces:
                self._broken = self._broken or PAGE in piece
                if words := piece.replace(PAGE, "").strip():
                    yield (PAGE if self._broken and not self._cells else "") + before + words
                    # A heading with a line break in it is one: its second line is marked as well.
                    before, self._broken = mark, self._broken and self._cells > 0
        else:
            self._broken = self._broken or any(PAGE in piece for piece in pieces)
        for box in boxes:
            yield from self.lines(box)
        yield from self._noted()
        if properties is not None and _next_page(properties.find(qn("w:sectPr"))):
            self._broken = True

    def _noted(self) -> Iterator[str]:
        """The notes of what was read last; those of a table come below it."""
        if not self._cells:
            for kind, name in self._notes.referred():
                words = self._inside(self._notes.root(kind, name))
                yield f"[^{self._notes.label(kind)}]: {words}" if words else ""

    def _table(self, table: Any) -> Iterator[str]:
        rows = [list(_nearest(row, _CELL)) for row in _nearest(table, _ROW) if not self._deleted(row)]
        # A table of one column is a frame around text, not a table.
        if all(len(cells) < 2 for cells in rows):
            for cells in rows:
                for cell in cells:
                    yield from self.lines(cell)
            return
        for cells in rows:
            texts = [self._inside(cell) for cell in cells]
            if any(texts):
                yield table_row(texts)

    def _inside(self, element: Any) -> str:
        """The words of a cell or note in one line."""
        self._cells += 1
        words = " ".join(" ".join(self.lines(element)).split())
        self._cells -= 1
        return words

    def _deleted(self, row: Any) -> bool:
        """Whether a row was deleted in a revision; its words are told of then."""
        properties = row.find(qn("w:trPr"))
        if properties is None or properties.find(qn("w:del")) is None:
            return False
        self._found.aside("　".join(filter(None, ("".join(_texts(cell)).strip() for cell in _nearest(row, _CELL)))), DELETED)
        return True

    def _gather(self, element: Any, parts: list[str], boxes: list[Any], asides: dict[str, list[str]], hidden: bool) -> None:
        """The words of a paragraph itself and, apart, the text boxes in it and what is no text; a line break stays one."""
        for child in element:
            tag = child.tag
            if tag in _ASIDE:
                asides.setdefault(_ASIDE[tag], []).extend(_texts(child))
            elif tag == _RUN and self._styles.hidden(child, hidden):
                asides.setdefault(HIDDEN, []).extend(_texts(child))
            elif tag == _BOX:
                boxes.append(child)
            elif tag in _WORDS:
                parts.append(child.text or "")
            elif tag in _SIGNS:
                parts.append(_SIGNS[tag])
            elif tag == _BREAK:
                parts.append(f"\n{PAGE}" if child.get(qn("w:type")) == "page" else "\n")
            elif tag in _REFERENCES:
                self._refer(_REFERENCES[tag], child.get(qn("w:id")))
            elif tag != _PROPERTIES and tag not in _UNREAD:
                self._gather(child, parts, boxes, asides, hidden)

    def _refer(self, kind: str, name: str | None) -> None:
        root = self._notes.refer(kind, name)
        if kind == "comment" and root is not None:
            self._found.aside("".join(_texts(root)), "批注")


def _texts(element: Any) -> list[str]:
    return [child.text or "" for child in element.iter(qn("w:t"), qn("w:delText"))]


def _goes_on(paragraph: Any) -> bool:
    """Whether the end of a paragraph is deleted, moved away or hidden; one that is hidden for its style's sake stays an end."""
    properties = paragraph.find(_PROPERTIES)
    mark = properties.find(qn("w:rPr")) if properties is not None else None
    if mark is None or properties.find(qn("w:sectPr")) is not None:
        return False
    return (mark.find(qn("w:del")) is not None or mark.find(qn("w:moveFrom")) is not None
            or (on(mark.find(qn("w:vanish"))) and not on(mark.find(qn("w:specVanish")))))


def _next_page(section: Any) -> bool:
    """Whether what follows the end of a section begins a page."""
    kind = section.find(qn("w:type")) if section is not None else None
    return section is not None and (kind is None or kind.get(qn("w:val")) in ("nextPage", "oddPage", "evenPage"))


def _nearest(element: Any, wanted: str) -> Iterator[Any]:
    """The elements `wanted` below `element`, through content controls, but not those of a table inside it."""
    for child in element:
        if child.tag == wanted:
            yield child
        elif child.tag != _TABLE:
            yield from _nearest(child, wanted)
