"""Colour profiles (ICC): whether one is a profile, so that nothing else travels under its name."""

_HEAD, _SIGN = 128, slice(36, 40)


def is_profile(content: bytes) -> bool:
    """Whether bytes are a profile from their first to their last, by the size and the sign that its head gives."""
    size = int.from_bytes(content[:4], "big")
    # It may be filled up to four bytes.
    return len(content) > _HEAD and content[_SIGN] == b"acsp" and size <= len(content) < size + 4
