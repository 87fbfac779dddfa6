"""Kinds of files that are not committed, because nobody sees in a review what they hold."""

from pathlib import PurePosixPath

from macros.fulltext.shipped import PRACTICE, is_practice

# What the project itself ships of these kinds, as long as it is that very file.
SHIPPED = frozenset({f"docs/{PRACTICE}"})
ORIGINALS = "originals"

_KINDS: dict[str, tuple[str, ...]] = {
    "Office 文件": (
        "doc", "docx", "docm", "dot", "dotx", "dotm", "wps", "wpt", "et", "ett", "dps", "dpt", "xls", "xlsx", "xlsm", "xlsb",
        "ppt", "pptx", "pptm", "pps", "ppsx", "rtf", "odt", "ods", "odp", "odg"),
    "版式文件或电子书": ("ofd", "pdf", "ceb", "cebx", "caj", "epub", "mobi", "mht", "mhtml", "chm"),
    "压缩包": ("zip", "rar", "7z", "tar", "tgz", "gz", "bz2", "xz", "zst", "iso"),
}
SUFFIXES = {suffix: kind for kind, suffixes in _KINDS.items() for suffix in suffixes}

# How such files begin, whatever they are called.
_BEGINNINGS = (
    (b"PK\x03\x04", "Office 文件或压缩包"), (b"PK\x05\x06", "压缩包"), (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Office 文件"),
    (b"{\\rtf", "Office 文件"), (b"%PDF", "版式文件"), (b"Rar!\x1a\x07", "压缩包"), (b"7z\xbc\xaf\x27\x1c", "压缩包"),
    (b"\x1f\x8b\x08", "压缩包"), (b"BZh", "压缩包"), (b"\xfd7zXZ\x00", "压缩包"), (b"\x28\xb5\x2f\xfd", "压缩包"),
    (b"ITSF", "电子书"),
)


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
    return SUFFIXES.get(name.rpartition(".")[2].lower()) if "." in name else None


def by_content(path: str, raw: bytes) -> str | None:
    """The same by how the file begins; what is shipped by name must be what is shipped."""
    if path in SHIPPED:
        return None if is_practice(raw) else "别的 Office 文件（不是指南自带的练习文件）"
    return next((kind for start, kind in _BEGINNINGS if raw.startswith(start)), None)
