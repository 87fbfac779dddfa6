"""JPEG: a row of marked segments; the picture itself runs from a scan's start to the next mark that is none of its own."""

import re
from collections.abc import Iterator

from macros.pictures import exif
from macros.pictures.colours import is_profile
from macros.pictures.words import BEHIND, PREVIEW, PROFILE, PROGRAM, TEXT, UNREAD

_END, _SCAN, _COMMENT = 0xD9, 0xDA, 0xFE
_ICC = b"ICC_PROFILE\0"
_ALONE = frozenset({0x01, *range(0xD0, 0xD8)})
_APPS = range(0xE0, 0xF0)
# In a scan, FF stands before 00 or one of its own marks; before FF it only fills.
_NEXT = re.compile(rb"\xff+[^\x00\xd0-\xd7\xff]")


def extras(content: bytes) -> Iterator[str]:
    """What stands in a JPEG besides the picture."""
    at, profile = 2, bytearray()
    while at < len(content):
        if content[at] != 0xFF:
            yield UNREAD
            return
        while at < len(content) and content[at] == 0xFF:
            at += 1
        mark = content[at] if at < len(content) else _END
        at += 1
        if mark == _END:
            if profile and not is_profile(bytes(profile)):
                yield PROFILE
            if content[at:].strip(b"\0"):
                yield BEHIND
            return
        if mark in _ALONE:
            continue
        end = at + int.from_bytes(content[at:at + 2], "big")
        if end > len(content) or end < at + 2:
            yield UNREAD
            return
        body = content[at + 2:end]
        yield from _segment(mark, body)
        if mark == 0xE2 and body.startswith(_ICC):
            profile += body[len(_ICC) + 2:] or b"\0"  # behind the number of the part, and of how many
        at = end
        if mark == _SCAN:
            following = _NEXT.search(content, end)
            at = following.start() if following else len(content)


def _segment(mark: int, body: bytes) -> Iterator[str]:
    if mark == _COMMENT:
        yield TEXT
    elif mark == 0xE0 and body.startswith(b"JFIF\0"):
        if len(body) > 14:
            yield PREVIEW
    elif mark == 0xE0 and body.startswith(b"JFXX\0"):
        yield PREVIEW
    elif mark == 0xE1 and body.startswith(b"Exif\0"):
        yield from exif.extras(body)
    elif mark == 0xE2 and body.startswith(b"MPF\0"):
        yield PREVIEW
    elif mark in _APPS and not (mark == 0xE2 and body.startswith(_ICC)) and not (mark == 0xEE and _is_adobe(body)):
        yield PROGRAM


def _is_adobe(body: bytes) -> bool:
    return body.startswith(b"Adobe") and len(body) <= 12
