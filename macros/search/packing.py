"""Records as scripts that a page loads by `<script>`, small enough to be there at once.

Columns of a few different values become a list of those values and a string of codes; ids that
the title suggests are left out, because the browser can spell them itself.
"""

import hashlib
import json
from collections import Counter
from collections.abc import Sequence
from typing import Any

# Printable characters that JSON leaves as they are.
_CODES = "".join(chr(code) for code in range(35, 127) if chr(code) != "\\")


def script(name: str, value: Any) -> str:
    """A classic script that hands `value` to the page as `KB_DATA[name]`."""
    data = json.dumps(value, ensure_ascii=False, separators=(",", ":")).replace("\u2028", " ").replace("\u2029", " ")
    return f"(window.KB_DATA=window.KB_DATA||{{}})[{json.dumps(name)}]={data};\n"


def digest(text: str) -> str:
    """Ten hexadecimal digits that change with the text."""
    return hashlib.sha256(text.encode()).hexdigest()[:10]


def column(values: Sequence[Any]) -> dict[str, Any]:
    """A column: its different values, the most frequent first, and a code of fixed width for each row."""
    ordered = [value for value, _ in Counter(values).most_common()]
    width = 1
    while len(_CODES) ** width < len(ordered):
        width += 1
    code = {value: _code(i, width) for i, value in enumerate(ordered)}
    return {"values": ordered, "width": width, "codes": "".join(map(code.__getitem__, values))}


def lists(values: Sequence[Sequence[Any]]) -> dict[str, Any]:
    """A column of lists: how long each is, and all their members in one column."""
    return {"lengths": column([len(each) for each in values]), "members": column([one for each in values for one in each])}


def _code(number: int, width: int) -> str:
    digits = []
    for _ in range(width):
        number, digit = divmod(number, len(_CODES))
        digits.append(_CODES[digit])
    return "".join(reversed(digits))
