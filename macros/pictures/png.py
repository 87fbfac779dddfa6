"""PNG: a row of named chunks up to `IEND`."""

import zlib
from collections.abc import Iterator, Mapping

from macros.pictures import exif
from macros.pictures.colours import is_profile
from macros.pictures.deflated import holds_more, unpacked
from macros.pictures.words import BEHIND, PROFILE, PROGRAM, TEXT, TIME, UNREAD

_SIGN = b"\x89PNG\r\n\x1a\n"
# The picture, its colours, how it moves, each with the most bytes that it may take; None where the picture decides.
_NEEDED: Mapping[bytes, int | None] = {
    b"IHDR": 13, b"PLTE": 768, b"IDAT": None, b"IEND": 0, b"tRNS": 256, b"gAMA": 4, b"cHRM": 32, b"sRGB": 1, b"cICP": 4, b"mDCV": 24, b"mDCv": 24,
    b"cLLI": 8, b"cLLi": 8, b"sBIT": 4, b"bKGD": 6, b"hIST": 512, b"pHYs": 9, b"oFFs": 9, b"sTER": 1, b"acTL": 8, b"fcTL": 26, b"fdAT": None,
}
_TEXTS = frozenset({b"tEXt", b"zTXt", b"iTXt"})
# No picture that a page can use takes so much unpacked, and no profile.
_PICTURE_LIMIT, _PROFILE_LIMIT = 1 << 30, 1 << 23
_CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
# Interlaced, a picture comes in seven smaller ones: first column, first row, step between columns, between rows.
_PASSES = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2))


def extras(content: bytes) -> Iterator[str]:
    """What stands in a PNG besides the picture."""
    at, head, picture = len(_SIGN), b"", list[bytes]()
    if not content.startswith(_SIGN):
        yield UNREAD
        return
    while at < len(content):
        size, name = int.from_bytes(content[at:at + 4], "big"), content[at + 4:at + 8]
        end = at + 12 + size
        if end > len(content):
            yield UNREAD
            return
        body = content[at + 8:end - 4]
        yield from _chunk(name, body)
        if name == b"IHDR":
            head = body
        elif name == b"IDAT":
            picture.append(body)
        elif name == b"IEND":
            yield from _behind_picture(head, picture)
            if end < len(content):
                yield BEHIND
            return
        at = end


def _chunk(name: bytes, body: bytes) -> Iterator[str]:
    if name in _TEXTS:
        yield TEXT
    elif name == b"eXIf":
        yield from exif.extras(body)
    elif name == b"iCCP":
        yield from _profile(body)
    elif name == b"tIME":
        yield TIME
    elif name not in _NEEDED:
        yield PROGRAM
    elif (most := _NEEDED[name]) is not None and len(body) > most:
        yield UNREAD


def _profile(body: bytes) -> Iterator[str]:
    """Its name, how it is packed (one byte), then the profile."""
    try:
        profile = unpacked(body.partition(b"\0")[2][1:], _PROFILE_LIMIT)
    except zlib.error:
        profile = None
    if profile is None or not is_profile(profile):
        yield PROFILE


def _behind_picture(head: bytes, picture: list[bytes]) -> Iterator[str]:
    """What follows the last line of the picture, packed like it or not."""
    if len(head) != 13 or head[9] not in _CHANNELS:
        yield UNREAD
        return
    width, height = int.from_bytes(head[:4], "big"), int.from_bytes(head[4:8], "big")
    bits = head[8] * _CHANNELS[head[9]]
    try:
        if holds_more(b"".join(picture), min(_size(width, height, bits, interlaced=bool(head[12])), _PICTURE_LIMIT)):
            yield BEHIND
    except zlib.error:
        yield UNREAD


def _size(width: int, height: int, bits: int, *, interlaced: bool) -> int:
    """How many bytes a picture takes: each line is a byte and its dots."""
    parts = [(-(-(width - x) // across), -(-(height - y) // down)) for x, y, across, down in _PASSES] if interlaced else [(width, height)]
    return sum(rows * (1 + -(-columns * bits // 8)) for columns, rows in parts if columns > 0 and rows > 0)
