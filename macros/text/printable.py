"""Text from outside, made fit for a terminal or a line of a file."""

import unicodedata

# What stands there though nobody sees it is no broken character, for which `�` would be taken.
_UNSEEN = {"\t": "→", "\ufeff": "·", "\u200b": "·", "\u200c": "·", "\u200d": "·", "\u2060": "·", "\u00ad": "·"}


def printable(text: str) -> str:
    """The text with everything that a terminal would obey instead of show replaced by `�`, a tab by `→`, what has no width by `·`."""
    if text.isprintable():
        return text
    return "".join(_UNSEEN.get(c, "�") if unicodedata.category(c) in ("Cc", "Cf", "Cs", "Zl", "Zp") else c for c in text)
