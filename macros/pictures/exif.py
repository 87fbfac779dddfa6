"""EXIF: a small tree of numbered fields. A few of them are needed to show a picture; all others tell of its making."""

import struct
from collections.abc import Iterator

from macros.pictures.words import CAMERA, PLACE, PREVIEW, UNREAD

# Orientation, resolution, places of colour; below the Exif field: versions, colour space, size in pixels.
_NEEDED = frozenset({0x0100, 0x0101, 0x0102, 0x0106, 0x0112, 0x0115, 0x011A, 0x011B, 0x0128, 0x0211, 0x0212, 0x0213, 0x0214,
                     0x9000, 0x9101, 0xA000, 0xA001, 0xA002, 0xA003, 0xA005, 0x0001, 0x0002})
_EXIF, _GPS, _INTEROP = 0x8769, 0x8825, 0xA005
_SIZES = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8}
# Long enough for any field that is needed; more would be a text in its clothes.
_LONGEST = 32


def extras(data: bytes) -> Iterator[str]:
    """What EXIF data (from `II` or `MM` on) tells that a picture does not need."""
    data = data.removeprefix(b"Exif\0\0")
    order = {b"II*\0": "<", b"MM\0*": ">"}.get(data[:4])
    if not order or len(data) < 8:
        yield UNREAD
        return
    used = 8
    todo, seen = [struct.unpack_from(f"{order}I", data, 4)[0]], set[int]()
    while todo:
        at = todo.pop()
        if at in seen:
            continue
        fields = _fields(data, at, order)
        if fields is None:
            yield UNREAD
            return
        end = at + 2 + 12 * len(fields)
        used += 6 + 12 * len(fields)
        for tag, kind, number, value in fields:
            size = _SIZES.get(kind, 1) * number
            used += size if size > 4 else 0
            if tag in (_EXIF, _INTEROP):
                todo.append(value)
            else:
                yield from _told(tag, size)
        if not seen and any(data[end:end + 4]):
            yield PREVIEW  # another directory follows the first
        seen.add(at)
    # Fields lie on even places, so a byte or two between them is nobody's.
    if len(data) - used > 2 * _LONGEST:
        yield UNREAD


def _fields(data: bytes, at: int, order: str) -> list[tuple[int, int, int, int]] | None:
    """The fields of the directory at a place: tag, type, number, value; None where there is none."""
    if at + 2 > len(data):
        return None
    count = struct.unpack_from(f"{order}H", data, at)[0]
    if at + 2 + 12 * count > len(data):
        return None
    return [struct.unpack_from(f"{order}HHII", data, at + 2 + 12 * i) for i in range(count)]


def _told(tag: int, size: int) -> Iterator[str]:
    if tag == _GPS:
        yield PLACE
    elif tag not in _NEEDED or size > _LONGEST:
        yield CAMERA
