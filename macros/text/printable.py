"""Text from outside, made fit for a terminal or a line of a file."""

import unicodedata


def printable(text: str) -> str:
    """The text with everything that a terminal would obey instead of show replaced by `�`."""
    if text.isprintable():
        return text
    return "".join("�" if unicodedata.category(c) in ("Cc", "Cf", "Cs", "Zl", "Zp") else c for c in text)
