"""WebP: a RIFF of named chunks, its whole size at the start."""

from collections.abc import Iterator

from macros.pictures import exif
from macros.pictures.colours import is_profile
from macros.pictures.words import BEHIND, PROFILE, PROGRAM, TEXT, UNREAD

_NEEDED = frozenset({b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM"})
_FRAME_HEAD = 16


def extras(content: bytes) -> Iterator[str]:
    """What stands in a WebP besides the picture."""
    end = 8 + int.from_bytes(content[4:8], "little")
    if content[8:12] != b"WEBP" or end > len(content):
        yield UNREAD
        return
    yield from _chunks(content[12:end])
    if end + end % 2 < len(content):
        yield BEHIND


def _chunks(content: bytes) -> Iterator[str]:
    at = 0
    while at < len(content):
        name, size = content[at:at + 4], int.from_bytes(content[at + 4:at + 8], "little")
        body = content[at + 8:at + 8 + size]
        if len(content) < at + 8 or len(body) < size:
            yield UNREAD
            return
        if name == b"EXIF":
            yield from exif.extras(body)
        elif name == b"XMP ":
            yield TEXT
        elif name == b"ICCP":
            if not is_profile(body):
                yield PROFILE
        elif name == b"ANMF":
            yield from _chunks(body[_FRAME_HEAD:])
        elif name not in _NEEDED:
            yield PROGRAM
        at += 8 + size + size % 2
