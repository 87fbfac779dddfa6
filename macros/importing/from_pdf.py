"""A PDF with a text layer, through pypdfium2: its characters and where they stand; `pdf_rows` and `pdf_paragraphs` do the rest."""

import ctypes
import math
import re
import unicodedata
from collections.abc import Iterator

import pypdfium2
import pypdfium2.raw as pdfium

from macros.importing.document import Document, Lines
from macros.importing.limits import check_characters, check_pages
from macros.importing.pdf_paragraphs import Page, add_text
from macros.importing.pdf_rows import Glyph, rows
from macros.importing.refused import BY_HAND, Refused

_OCR = "扫描件先用文字识别（OCR）存成 Word，逐字核对，再导入"
# Of the characters of a page: more than so many that mean nothing, and its font does not say what they are.
_NONSENSE, _ASLANT = 0.05, 0.1
_MEANINGLESS = re.compile("[\ufffd\ue000-\uf8ff\x00-\x08\x0e-\x1f]")
_RADICALS = re.compile("[\u2e80-\u2fdf]")


def document(raw: bytes) -> Document:
    """Its text, one paragraph a line, without page numbers, running heads, watermarks and hidden characters, which are named.

    Raises:
        Refused: no PDF, encrypted, a scan, too long, or characters that nobody can read.
    """
    try:
        opened = pypdfium2.PdfDocument(raw)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise Refused("这个 PDF 有打开密码", "在阅读器里去掉密码另存，再导入") from None
        raise Refused("文件已损坏，或者不是真正的 PDF", "用阅读器打开看能不能显示；能显示就另存一份再导入") from None
    try:
        check_pages(len(opened))
        return _document(opened)
    finally:
        opened.close()


def _document(opened: pypdfium2.PdfDocument) -> Document:
    lines = Lines()
    pages = []
    count = 0
    scans = False
    for number, page in enumerate(_pages(opened), 1):
        glyphs, aside, seen = _characters(page)
        count += len(glyphs)
        check_characters(count)
        found, readings = rows(glyphs)
        if not seen and _image(page):
            scans = True
            aside.append((f"第 {number} 页", "这一页是扫描的图片，收进全文的只有识别出来的字，要逐字核对" if found else "这一页是图片，没有文字"))
        pages.append(Page(found, page.get_height(), (*aside, *((reading, "注音") for reading in readings))))
    text = "".join(row.text for page in pages for row in page.rows)
    if not text and scans:
        raise Refused("这个 PDF 是扫描件，里面只有图片，没有文字", _OCR)
    if len(_MEANINGLESS.findall(text)) > len(text) * _NONSENSE:
        raise Refused("这个 PDF 的字体没有文字对照，读出来是乱码", f"{BY_HAND}；复制出来也是乱码的，当作扫描件：{_OCR}")
    add_text(pages, lines)
    return lines.document()


def _pages(opened: pypdfium2.PdfDocument) -> Iterator[pypdfium2.PdfPage]:
    for i in range(len(opened)):
        try:
            page = opened[i]
        except pypdfium2.PdfiumError:
            raise Refused(f"PDF 的第 {i + 1} 页已损坏", BY_HAND) from None
        yield page
        page.close()


def _characters(page: pypdfium2.PdfPage) -> tuple[list[Glyph], list[tuple[str, str]], bool]:
    """The characters that a reader sees (of a scan those that were recognized), what is left out, and whether any is printed."""
    text = page.get_textpage()
    shown: list[Glyph] = []
    hidden: list[Glyph] = []
    aslant = ""
    box = pdfium.FS_RECTF()
    try:
        for i in range(text.count_chars()):
            if pdfium.FPDFText_IsGenerated(text, i) == 1:
                continue
            char = _char(pdfium.FPDFText_GetUnicode(text, i))
            if not char or not pdfium.FPDFText_GetLooseCharBox(text, i, ctypes.byref(box)):
                continue
            angle = pdfium.FPDFText_GetCharAngle(text, i)
            if min(angle, 2 * math.pi - angle) > _ASLANT:
                aslant += char
                continue
            glyph = Glyph(char, box.left, box.bottom, box.right, box.top)
            (hidden if _hidden(text, i) else shown).append(glyph)
    finally:
        text.close()
    aside = [(aslant, "斜着或竖着排的字（水印、书脊）")] if aslant else []
    if hidden and shown:
        aside.append(("".join(g.char for g in hidden), "看不见的字"))
    # Under the picture of a scan lies what was recognized of it, which nobody sees either.
    return shown or hidden, aside, bool(shown)


def _char(code: int) -> str:
    char = chr(code) if code else "\ufffd"
    if char in "\r\n\ufffe\u00ad\u200b\ufeff":
        return ""
    # Some programs write the sign of a radical where the character that looks like it is meant.
    return unicodedata.normalize("NFKC", char) if _RADICALS.match(char) else " " if char == "\xa0" else char


def _hidden(text: pypdfium2.PdfTextPage, index: int) -> bool:
    item = pdfium.FPDFText_GetTextObject(text, index)
    return bool(item) and pdfium.FPDFTextObj_GetTextRenderMode(item) in (pdfium.FPDF_TEXTRENDERMODE_INVISIBLE, pdfium.FPDF_TEXTRENDERMODE_CLIP)


def _image(page: pypdfium2.PdfPage) -> bool:
    """Whether a picture takes half of the page or more."""
    area = page.get_width() * page.get_height()
    for item in page.get_objects([pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=3):
        left, bottom, right, top = item.get_bounds()
        if (right - left) * (top - bottom) >= area / 2:
            return True
    return False
