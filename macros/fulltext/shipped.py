"""The one Word file that the project itself ships: the invented speech of the guide's exercise, known by its content."""

import hashlib

# tools/practice_speech.py writes it; a test holds this to the file.
PRACTICE = "contributing/lian-xi.docx"
_DIGEST = "85e3b2f79d174248434d09acca85fc52d129ecb5fbd65000fd10c89bf531b5db"


def is_practice(raw: bytes) -> bool:
    """Whether a file is the project's own exercise, byte for byte, and not somebody's under its name."""
    return hashlib.sha256(raw).hexdigest() == _DIGEST
