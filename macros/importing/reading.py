"""A file to its plain text, whatever its format; a file that can't be read is refused with what to do."""

import os
import re
import stat
from collections.abc import Callable
from pathlib import Path

from macros.importing import from_docx, from_html, from_markdown, from_text, office
from macros.importing.document import Document
from macros.importing.limits import SIZE_LIMIT, check_size, too_large
from macros.importing.refused import BY_HAND, Refused
from macros.runtime import reasons
from macros.text.printable import printable


def _pdf(raw: bytes) -> Document:
    # Loaded for a PDF alone: no other file waits for it, or fails where it is not installed.
    try:
        from macros.importing import from_pdf
    except ModuleNotFoundError as error:
        raise Refused(f"这台电脑上还没有读 PDF 的程序包 {error.name}", f"运行 pip install -e '.[edit]' 装上；或者{BY_HAND}") from None
    return from_pdf.document(raw)


_READERS: dict[str, Callable[[bytes], Document]] = {
    ".docx": from_docx.document,
    ".txt": from_text.document,
    ".md": from_markdown.document,
    ".markdown": from_markdown.document,
    ".html": from_html.document,
    ".htm": from_html.document,
    ".pdf": _pdf,
}
# A page that was saved, or renamed, as a text.
_PAGE = re.compile(rb"(?:\xef\xbb\xbf)?\s*<(?:!doctype\s+html|html|head|body|\?xml[^>]{0,200}>\s*<(?:!doctype\s+)?html)[\s>]", re.I)
_AS_TEXT = f"{BY_HAND}；扫描件先用文字识别（OCR），逐字核对"
_OTHERS = {
    ".ofd": ("这是 OFD 版式文件，里面没有可靠的段落", _AS_TEXT),
    **dict.fromkeys((".png", ".jpg", ".jpeg", ".gif", ".bmp", ".tif", ".tiff", ".webp"), ("这是图片", _AS_TEXT)),
}


def read(file: Path) -> str:
    """The text of `document`. Raises `Refused`."""
    return document(file).text


def document(file: Path) -> Document:
    """A .docx, .txt, .md, .html or .pdf file as it was read; .doc, .wps, .rtf and .odt where LibreOffice is installed.

    Raises:
        Refused: in Chinese, when there is no such file or its text can't be had.
    """
    suffix = file.suffix.lower()
    if suffix in _OTHERS:
        raise Refused(*_OTHERS[suffix])
    if suffix not in _READERS and suffix not in office.KINDS:
        known = "、".join((*_READERS, *office.KINDS))
        raise Refused(f"不认识“{printable(suffix or file.name)}”这种文件", f"能导入的有：{known}；其他文件先另存为 .docx 或 .txt")
    raw = _bytes(file)
    if raw.startswith(b"%PDF"):
        suffix = ".pdf"
    elif suffix == ".txt" and _PAGE.match(raw):
        suffix = ".html"
    try:
        found = _READERS[suffix](raw) if suffix in _READERS else _of_office(raw, suffix)
    except RecursionError:
        raise Refused("文件里的层次套得太深", "用 Word 或浏览器打开，选中全文复制到新文件，存成 .docx 或 .txt 再导入") from None
    check_size(found.text)
    if not found.text.strip():
        raise Refused("文件里没有文字", "检查是不是选错了文件；内容是图片的，先用文字识别（OCR），逐字核对后再导入")
    return found


def _of_office(raw: bytes, suffix: str) -> Document:
    """A file of an office program that is no .docx by its name; what it is inside counts."""
    inside = office.inside(raw)
    return _READERS[inside](raw) if inside else from_docx.document(office.as_docx(raw, suffix))


def _bytes(file: Path) -> bytes:
    try:
        # A pipe would wait for ever and a device never end, so that neither is waited for at opening.
        with os.fdopen(os.open(file, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)), "rb") as stream:
            if not stat.S_ISREG(os.fstat(stream.fileno()).st_mode):
                raise Refused("这不是普通的文件", "换成文件本身：不能是管道、设备或文件夹")
            raw = stream.read(SIZE_LIMIT + 1)
    except FileNotFoundError:
        raise Refused("没有这个文件", "检查文件名和文件夹；名字里有空格时，前后加引号") from None
    except (OSError, ValueError) as error:
        raise Refused(f"文件打不开：{reasons.of(error).why}", "检查是不是文件夹、有没有读取权限、是不是正在别的程序里打开") from None
    if not raw:
        raise Refused("文件是空的", "检查是不是选错了文件，或者还没有保存")
    if len(raw) > SIZE_LIMIT:
        raise too_large()
    return raw
