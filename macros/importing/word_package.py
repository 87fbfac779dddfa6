"""What a Word file (.docx) holds: the XML of its text, notes and comments, styles and numbers, and nothing else of it.

Everything is counted before it is unpacked or parsed, and only these parts are: a picture, a
macro or a part nobody needs can neither do harm nor stop an import.
"""

import io
import posixpath
import zipfile
import zlib
from dataclasses import dataclass
from typing import Any

from docx.oxml.ns import nsmap, qn
from lxml import etree

from macros.importing.compound import OLE, directory, locked
from macros.importing.refused import Refused

ENTRIES_LIMIT = 20_000
PART_LIMIT = 64 * 1024 * 1024
# An element takes two angle brackets, and some 200 bytes of memory.
BRACKETS_LIMIT = 3_000_000

AS_DOCX = "用 Word 或 WPS 打开它，另存为“Word 文档（*.docx）”，再导入"
DAMAGED = ("文件已损坏，或者不是真正的 .docx", AS_DOCX)
_TOO_LARGE = ("文件解开后过大", "删去文件里的图片和附件，只留文字，再导入；一次会议的材料可以分成几个文件")
_TOO_DEEP = ("文件里的层次套得太深", "用 Word 打开，选中全文复制到新文件，存成 .docx 或 .txt 再导入")
LOCKED = ("文件有打开密码，读不了", "用 Word 打开，在“文件→信息→保护文档”里去掉密码，另存后再导入")

MARGINS_LIMIT = 300
_BESIDE = ("styles", "numbering", "footnotes", "endnotes", "comments")
_DIRECTORY_ENTRY = b"PK\x01\x02"
# A “strict” file says the same with other names.
_STRICT = (b"http://purl.oclc.org/ooxml/wordprocessingml/main", nsmap["w"].encode())
_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
# What zipfile raises for bytes that are no package, or one that is cut off.
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError, LookupError)


@dataclass(frozen=True)
class Package:
    """The body of a document; the roots of its styles, numbers, notes and comments, None where it has none;
    those of its heads and feet of pages."""

    body: Any
    styles: Any
    numbering: Any
    footnotes: Any
    endnotes: Any
    comments: Any
    margins: tuple[Any, ...] = ()


def opened(raw: bytes) -> Package:
    """The parts of the .docx file with these bytes.

    Raises:
        Refused: encrypted, an old .doc inside, damaged, too large or too deep.
    """
    if raw.startswith(OLE):
        if locked(raw):
            raise Refused(*LOCKED)
        held = directory(raw)
        if held and "WordDocument" not in held:
            raise Refused("文件不是 Word 文件，只是扩展名写成了 .docx", "用做它的程序（Excel、PowerPoint、WPS……）打开，把文字复制到 Word，存成 .docx 再导入")
        raise Refused("文件其实是旧式 Word 文件（.doc），只是扩展名写成了 .docx", AS_DOCX)
    if raw.count(_DIRECTORY_ENTRY) > ENTRIES_LIMIT:
        raise Refused(*_TOO_LARGE)
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as package:
            return _read(package)
    except _BROKEN as error:
        raise Refused(*(_TOO_DEEP if isinstance(error, RecursionError) else DAMAGED)) from None


def _read(package: zipfile.ZipFile) -> Package:
    names = [name.lower() for name in package.namelist()]
    parts = dict(zip(names, package.infolist(), strict=True))
    # Which of two parts of one name would be read is anybody's guess.
    if len(parts) < len(names) or _parsed(package, parts, "[content_types].xml") is None:
        raise Refused(*DAMAGED)
    main = next((name for kind, name in _related(package, parts, "") if kind == "officeDocument"), "word/document.xml")
    document = _parsed(package, parts, main)
    body = document.find(qn("w:body")) if document is not None and document.tag == qn("w:document") else None
    if body is None:
        raise Refused(*DAMAGED)
    related = _related(package, parts, main)
    found = dict(reversed(related))
    margins = dict.fromkeys(name for kind, name in related if kind in ("header", "footer"))
    # A document has them by the section; what says more is no document.
    if sum(parts[name].file_size for name in margins) > PART_LIMIT or len(margins) > MARGINS_LIMIT:
        raise Refused(*_TOO_LARGE)
    beside = {kind: _parsed(package, parts, found[kind]) if kind in found else None for kind in _BESIDE}
    return Package(body, **beside, margins=tuple(_parsed(package, parts, name, PART_LIMIT // MARGINS_LIMIT) for name in margins))


def _related(package: zipfile.ZipFile, parts: dict[str, zipfile.ZipInfo], owner: str) -> list[tuple[str, str]]:
    """What a part (or, for "", the package) is linked with inside the file: the kind of each and its name in lower case."""
    folder, name = posixpath.split(owner)
    root = _parsed(package, parts, posixpath.join(folder, "_rels", f"{name}.rels"))
    found = []
    for link in root.iter(_RELATIONSHIP) if root is not None else ():
        target = posixpath.normpath(posixpath.join("/", folder, link.get("Target") or "")).lstrip("/").lower()
        if target in parts and link.get("TargetMode") != "External":
            found.append(((link.get("Type") or "").rpartition("/")[2], target))
    return found


def _parsed(package: zipfile.ZipFile, parts: dict[str, zipfile.ZipInfo], name: str, most: int | None = None) -> Any:
    """The root of a part; None where there is no such part."""
    if name not in parts:
        return None
    part = parts[name]
    if part.flag_bits & 1:
        raise Refused(*LOCKED)
    if part.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise Refused(*DAMAGED)
    with package.open(part) as stream:
        xml = stream.read((most or PART_LIMIT) + 1)
    if len(xml) > (most or PART_LIMIT) or xml.count(b"<") > BRACKETS_LIMIT:
        raise Refused(*_TOO_LARGE)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(xml.replace(*_STRICT), parser)
    except etree.LxmlError as error:
        raise Refused(*(_TOO_DEEP if "depth" in str(error) else DAMAGED)) from None
    # No Word file declares a document type; entities would hide text or multiply it.
    if root.getroottree().docinfo.doctype:
        raise Refused(*DAMAGED)
    return root
