"""A number that a file gives in an attribute."""

import re


def whole(text: str | None, otherwise: int, most: int) -> int:
    """The number that `text` writes in plain digits, from 0 to `most`; `otherwise` for whatever else stands there."""
    # `int` takes other scripts' digits, and `isdigit` more than `int`: ² is neither.
    found = re.fullmatch(r"[ \t\r\n]*0*([0-9]{1,9})[ \t\r\n]*", text or "")
    return int(found[1]) if found and int(found[1]) <= most else otherwise
