"""Pictures made byte by byte: small, whole, and with what a test puts into them."""

import struct
import zlib

EXIF_HEAD = b"II*\0\x08\0\0\0"
# As short as one can be: its size, its sign, no entry.
PROFILE = (132).to_bytes(4, "big") + b"\0" * 32 + b"acsp" + b"\0" * 92


def chunk(name: bytes, body: bytes = b"") -> bytes:
    return len(body).to_bytes(4, "big") + name + body + zlib.crc32(name + body).to_bytes(4, "big")


def iccp(profile: bytes, behind: bytes = b"") -> bytes:
    return chunk(b"iCCP", b"sRGB\0\0" + zlib.compress(profile) + behind)


def png(*more: bytes, behind: bytes = b"", dots: bytes = b"\0\0", behind_dots: bytes = b"") -> bytes:
    """One grey dot, with more chunks before it and bytes behind it."""
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + b"".join(more) + chunk(b"IDAT", zlib.compress(dots) + behind_dots) + chunk(b"IEND") + behind


def segment(mark: int, body: bytes) -> bytes:
    return bytes([0xFF, mark]) + (len(body) + 2).to_bytes(2, "big") + body


def jpeg(*more: bytes, behind: bytes = b"") -> bytes:
    """A scan in two parts with a restart and an escaped FF in it."""
    jfif = segment(0xE0, b"JFIF\0\x01\x01\0\0\x01\0\x01\0\0")
    scan = segment(0xDA, b"\x01\x01\0\0\x3f\0") + b"\x12\xff\x00\x34\xff\xd0\x56"
    return b"\xff\xd8" + jfif + b"".join(more) + scan + segment(0xC4, b"\0") + scan + b"\xff\xd9" + behind


def webp(*more: bytes, behind: bytes = b"") -> bytes:
    body = b"WEBP" + riff(b"VP8L", b"\x2f\0\0\0\0") + b"".join(more)
    return b"RIFF" + len(body).to_bytes(4, "little") + body + behind


def riff(name: bytes, body: bytes) -> bytes:
    return name + len(body).to_bytes(4, "little") + body + b"\0" * (len(body) % 2)


def gif(*more: bytes, behind: bytes = b"") -> bytes:
    dot = b"\x2c" + struct.pack("<HHHHB", 0, 0, 1, 1, 0) + b"\x02\x02\x44\x01\0"
    return b"GIF89a" + struct.pack("<HHBBB", 1, 1, 0x80, 0, 0) + b"\0" * 6 + b"".join(more) + dot + b"\x3b" + behind


def extension(label: int, *blocks: bytes) -> bytes:
    return bytes([0x21, label]) + b"".join(bytes([len(block)]) + block for block in blocks) + b"\0"


def exif(*fields: tuple[int, int, int, int], following: int = 0, tail: bytes = b"") -> bytes:
    """Fields as (tag, type, number, value)."""
    listed = b"".join(struct.pack("<HHII", *field) for field in fields)
    return EXIF_HEAD + struct.pack("<H", len(fields)) + listed + struct.pack("<I", following) + tail


UPRIGHT = (0x0112, 3, 1, 1)
GPS = (0x8825, 4, 1, 8)
AUTHOR = (0x013B, 2, 4, 0x41424300)
