"""What an OLE compound file holds, by the names in its directory: an encrypted package, an old Word file, something else.

Of the format only the directory is read: a header, the table of which sector follows which, entries of 128 bytes.
"""

import struct
from collections.abc import Iterator

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENTRY, _IN_HEADER = 128, 109
_LAST_SECTOR = 0xFFFFFFFA
# A directory of more is none that an office program makes.
_SECTORS = 4096
# Where a Word stream says that it is encrypted, and by which bit.
_FLAGS, _ENCRYPTED = 10, 0x0100


def locked(raw: bytes) -> bool:
    """Whether a compound file needs a password: an encrypted package of any program, or an old Word file that says so."""
    entries = directory(raw)
    if "EncryptedPackage" in entries:
        return True
    start = entries.get("WordDocument")
    if start is None:
        return False
    flags = raw[_at(raw, start) + _FLAGS:][:2]
    return len(flags) == 2 and bool(struct.unpack("<H", flags)[0] & _ENCRYPTED)


def directory(raw: bytes) -> dict[str, int]:
    """The names of the streams and folders in a compound file, each with its first sector; empty where it can't be read."""
    if not raw.startswith(OLE):
        return {}
    found: dict[str, int] = {}
    try:
        for sector in _chain(raw, struct.unpack_from("<I", raw, 48)[0]):
            block = raw[_at(raw, sector):][:_size(raw)]
            for at in range(0, len(block) - _ENTRY + 1, _ENTRY):
                length = struct.unpack_from("<H", block, at + 64)[0]
                if 2 < length <= 64 and block[at + 66]:
                    name = block[at:at + length - 2].decode("utf-16-le", "replace")
                    found.setdefault(name, struct.unpack_from("<I", block, at + 116)[0])
    except struct.error:
        return {}
    return found


def _size(raw: bytes) -> int:
    shift: int = struct.unpack_from("<H", raw, 30)[0]
    return 1 << shift if shift in (9, 12) else 512


def _at(raw: bytes, sector: int) -> int:
    return (sector + 1) * _size(raw)


def _chain(raw: bytes, sector: int) -> Iterator[int]:
    """The sectors of a stream, in order; one that comes round again ends it."""
    tables = list(_tables(raw))
    each = _size(raw) // 4
    seen: set[int] = set()
    while sector < _LAST_SECTOR and sector not in seen and len(seen) < _SECTORS:
        seen.add(sector)
        yield sector
        if sector // each >= len(tables):
            return
        sector = struct.unpack_from("<I", raw, _at(raw, tables[sector // each]) + sector % each * 4)[0]


def _tables(raw: bytes) -> Iterator[int]:
    """The sectors that hold the table: the first ones stand in the header, the others in sectors of their own."""
    yield from (s for s in struct.unpack_from(f"<{_IN_HEADER}I", raw, 76) if s < _LAST_SECTOR)
    more, each = struct.unpack_from("<I", raw, 68)[0], _size(raw) // 4
    for _ in range(_SECTORS):
        if more >= _LAST_SECTOR:
            return
        *listed, more = struct.unpack_from(f"<{each}I", raw, _at(raw, more))
        yield from (s for s in listed if s < _LAST_SECTOR)
