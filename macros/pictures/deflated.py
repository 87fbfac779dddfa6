"""What a PNG holds deflated (zlib): unpacked piece by piece, so that a small file can't fill the memory."""

import zlib
from collections.abc import Iterator

_PIECE = 1 << 22


class _Rest(Exception):
    """More follows behind the end of the stream."""


def unpacked(packed: bytes, limit: int) -> bytes | None:
    """What a stream holds; None where that is more than `limit` bytes, or something follows behind its end.

    Raises:
        zlib.error: it is no such stream.
    """
    found = bytearray()
    try:
        for piece in _pieces(packed):
            found += piece
            if len(found) > limit:
                return None
    except _Rest:
        return None
    return bytes(found)


def holds_more(packed: bytes, size: int) -> bool:
    """Whether a stream holds more than `size` bytes, or something follows behind its end.

    Raises:
        zlib.error: it is no such stream.
    """
    try:
        for piece in _pieces(packed):
            size -= len(piece)
            if size < 0:
                return True
    except _Rest:
        return True
    return False


def _pieces(packed: bytes) -> Iterator[bytes]:
    stream = zlib.decompressobj()
    while packed and not stream.eof:
        yield stream.decompress(packed, _PIECE)
        packed = stream.unconsumed_tail
    if stream.unused_data:
        raise _Rest
