"""PNG: a row of named chunks up to `IEND`."""

from collections.abc import Iterator

from macros.pictures import exif
from macros.pictures.words import BEHIND, PROGRAM, TEXT, UNREAD

_SIGN = b"\x89PNG\r\n\x1a\n"
# The picture, its colours, how it moves, when it was last changed.
_NEEDED = frozenset({b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"cICP", b"mDCV", b"mDCv", b"cLLI",
                     b"cLLi", b"sBIT", b"bKGD", b"hIST", b"pHYs", b"sPLT", b"oFFs", b"sTER", b"tIME", b"acTL", b"fcTL", b"fdAT"})
_TEXTS = frozenset({b"tEXt", b"zTXt", b"iTXt"})


def extras(content: bytes) -> Iterator[str]:
    """What stands in a PNG besides the picture."""
    at = len(_SIGN)
    if not content.startswith(_SIGN):
        yield UNREAD
        return
    while at < len(content):
        size, name = int.from_bytes(content[at:at + 4], "big"), content[at + 4:at + 8]
        end = at + 12 + size
        if end > len(content):
            yield UNREAD
            return
        if name in _TEXTS:
            yield TEXT
        elif name == b"eXIf":
            yield from exif.extras(content[at + 8:end - 4])
        elif name not in _NEEDED:
            yield PROGRAM
        if name == b"IEND":
            if size:
                yield UNREAD
            if end < len(content):
                yield BEHIND
            return
        at = end
