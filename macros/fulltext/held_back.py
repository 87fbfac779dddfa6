"""Kinds of files that are not committed, because nobody sees in a review what they hold.

The one list of them: `.gitignore` is written from it (tools/ignored.py), and the check of docs/ asks it.
"""

import re
from pathlib import PurePosixPath

from macros.fulltext.shipped import PRACTICE, is_practice

# What the project itself ships of these kinds, as long as it is that very file.
SHIPPED = frozenset({f"docs/{PRACTICE}"})
ORIGINALS = "originals"

OFFICE, FIXED, MAIL, PACKED, SCAN, RECORDED = "Office 文件", "版式文件或电子书", "邮件", "压缩包", "扫描件或照片", "录音录像"
KINDS: dict[str, tuple[str, ...]] = {
    OFFICE: (
        "doc", "docx", "docm", "dot", "dotx", "dotm", "wbk", "wri", "wps", "wpt", "wpsx", "rtf", "et", "ett", "dps", "dpt",
        "xls", "xlsx", "xlsm", "xlsb", "xlt", "xltx", "xltm", "ppt", "pptx", "pptm", "pps", "ppsx", "ppsm", "pot", "potx", "potm",
        "odt", "ods", "odp", "odg", "odf", "odm", "ott", "ots", "otp", "otg", "oth", "fodt", "fods", "fodp", "fodg",
        "sxw", "sxc", "sxi", "uof", "uot", "uos", "uop", "pages", "numbers", "key", "hwp", "hwpx", "one", "pub", "vsd", "vsdx", "wpd", "eio"),
    FIXED: (
        "ofd", "pdf", "ceb", "cebx", "gd", "gw", "sep", "caj", "nh", "kdh", "teb", "xps", "oxps", "djvu", "djv",
        "epub", "mobi", "azw", "azw3", "fb2", "mht", "mhtml", "webarchive", "maff", "chm"),
    MAIL: ("eml", "emlx", "msg", "mbox", "pst"),
    PACKED: (
        "zip", "zipx", "rar", "7z", "tar", "tgz", "gz", "bz2", "tbz", "tbz2", "xz", "txz", "lzma", "zst", "br", "lz4", "cab", "arj", "lzh",
        "iso", "dmg", "img", "wim", "001"),
    SCAN: ("tif", "tiff", "bmp", "heic", "heif", "avif", "jp2", "jfif", "psd"),
    RECORDED: ("mp3", "m4a", "wav", "wma", "amr", "aac", "flac", "ogg", "mp4", "m4v", "mov", "avi", "mkv", "wmv", "webm", "3gp"),
}
SUFFIXES = {suffix: kind for kind, suffixes in KINDS.items() for suffix in suffixes}

# How such files begin, whatever they are called: what is no text, then pictures, which have their places.
_BEGINNINGS = (
    (b"PK\x03\x04", "Office 文件或压缩包"), (b"PK\x05\x06", PACKED), (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", OFFICE),
    (b"{\\rtf", OFFICE), (b"%PDF", "版式文件"), (b"Rar!\x1a\x07", PACKED), (b"7z\xbc\xaf\x27\x1c", PACKED),
    (b"\x1f\x8b\x08", PACKED), (b"BZh", PACKED), (b"\xfd7zXZ\x00", PACKED), (b"\x28\xb5\x2f\xfd", PACKED),
    (b"MSCF\0\0\0\0", PACKED), (b"ITSF", "电子书"), (b"AT&TFORM", "版式文件"), (b"CAJ\0", "版式文件"), (b"HN\0\0", "版式文件"),
    (b"II*\0", SCAN), (b"MM\0*", SCAN), (b"ID3", RECORDED), (b"#!AMR", RECORDED), (b"OggS", RECORDED),
)
_PICTURES = (b"\x89PNG\r\n", b"\xff\xd8\xff", b"GIF87a", b"GIF89a")
PICTURES = ("png", "jpg", "jpeg", "jpe", "gif", "webp")

# Office's own XML and web pages are text, but nobody reads them either.
_HEAD = 8192
_MARKED = re.compile(
    rb"urn:schemas-microsoft-com:office|schemas\.microsoft\.com/office/|schemas\.openxmlformats\.org/(?:\w+ml/|officedocument)|purl\.oclc\.org/ooxml"
    rb"|<\?mso-application|<(?:pkg:package|w:worddocument)\b|urn:oasis:names:tc:opendocument|schemas\.uof\.org|openoffice\.org/2"
    rb"|\bgenerator[\"']?\s+content=[\"']?(?:microsoft (?:word|excel|powerpoint)|wps|kingsoft|libreoffice|openoffice)")
_MAILED = re.compile(rb"\A(?:from |[!-9;-~]+:[ \t]).*?^(?:mime-version|content-transfer-encoding):", re.M | re.S)


def by_name(path: str) -> str | None:
    """What kind of file is not committed under this path (forward slashes, from the root), or None."""
    if path in SHIPPED:
        return None
    parts = PurePosixPath(path).parts
    name = parts[-1]
    if ORIGINALS in (part.lower() for part in parts[:-1]) and name != "README.md":
        return "全文"
    if name.startswith(("~$", ".~")):
        return "Office 的临时文件"
    return by_suffix(name)


def by_suffix(name: str) -> str | None:
    """The same by how a name ends only."""
    return SUFFIXES.get(name.rpartition(".")[2].lower()) if "." in name else None


def by_content(path: str, raw: bytes) -> str | None:
    """The same by how the file begins; what is shipped by name must be what is shipped."""
    if path in SHIPPED:
        return None if is_practice(raw) else "别的 Office 文件（不是指南自带的练习文件）"
    return binary(raw) or _written(raw)


def binary(raw: bytes) -> str | None:
    """What kind of these a file is that holds no text as it stands, whatever it is called."""
    return next((kind for start, kind in _BEGINNINGS if raw.startswith(start)), None)


def is_picture(path: str, raw: bytes) -> bool:
    """Whether a file is a picture of a kind that pages show, by its name or by how it begins."""
    return (path.rpartition(".")[2].lower() in PICTURES or raw.startswith(_PICTURES)
            or (raw.startswith(b"RIFF") and raw[8:12] == b"WEBP"))


def _written(raw: bytes) -> str | None:
    """Text that a program has written for itself: Office's XML and web pages, mails and saved pages."""
    head = raw[:_HEAD].removeprefix(b"\xef\xbb\xbf").removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff").replace(b"\0", b"").lstrip().lower()
    if head.startswith(b"<") and _MARKED.search(head):
        return "Office 另存的网页或 XML"
    return "邮件或网页存档" if _MAILED.match(head) else None


def ignored() -> list[str]:
    """The lines of `.gitignore` for these kinds, in either case of letters."""
    lines = []
    for kind, suffixes in KINDS.items():
        lines += [f"# {kind}", *("*." + "".join(f"[{c}{c.upper()}]" if c.isalpha() else c for c in suffix) for suffix in suffixes)]
    return lines
