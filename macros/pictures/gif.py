"""GIF: pictures and extensions, each a row of blocks, up to a semicolon."""

from collections.abc import Iterator

from macros.pictures.words import BEHIND, PROGRAM, TEXT, UNREAD

_PICTURE, _EXTENSION, _END = 0x2C, 0x21, 0x3B
_CONTROL, _COMMENT, _PLAIN = 0xF9, 0xFE, 0x01
# How often it is played, and its colours.
_NEEDED = (b"NETSCAPE2.0", b"ANIMEXTS1.0", b"ICCRGBG1012")


def extras(content: bytes) -> Iterator[str]:
    """What stands in a GIF besides the picture."""
    at = 13 + _colours(content[10:11])
    if len(content) < at:
        yield UNREAD
        return
    while at < len(content):
        kind = content[at]
        if kind == _END:
            if content[at + 1:].strip(b"\0"):
                yield BEHIND
            return
        if kind == _PICTURE:
            start = at + 11 + _colours(content[at + 9:at + 10])
        elif kind == _EXTENSION:
            start = at + 2
            yield from _extension(content[at + 1:at + 2], content[start + 1:start + 12])
        else:
            yield UNREAD
            return
        at = _behind_blocks(content, start)
    if at > len(content):
        yield UNREAD


def _extension(label: bytes, name: bytes) -> Iterator[str]:
    if label in (bytes([_COMMENT]), bytes([_PLAIN])):
        yield TEXT
    elif label != bytes([_CONTROL]) and name not in _NEEDED:
        yield PROGRAM


def _colours(flags: bytes) -> int:
    """Bytes of the table of colours that follows flags."""
    return 3 * 2 ** ((flags[0] & 7) + 1) if flags and flags[0] & 0x80 else 0


def _behind_blocks(content: bytes, at: int) -> int:
    """Where a row of blocks ends; beyond the content when it does not."""
    while at < len(content) and content[at]:
        at += 1 + content[at]
    return at + 1
