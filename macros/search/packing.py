"""Records as scripts that a page loads by `<script>`, small enough to be there at once.

Columns of a few different values become a list of those values and a string of codes; ids that
the title suggests are left out, because the browser can spell them itself.
"""

import hashlib
import json
from collections.abc import Iterable, Sequence
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


def lines(texts: Iterable[str]) -> str:
    """Texts of one line each as one string; the model keeps line ends out of names."""
    return "\n".join(" ".join(text.split("\n")) for text in texts)


def column(values: Sequence[Any]) -> dict[str, Any]:
    """A column: its different values, the most frequent first, and a code of fixed width for each row."""
    seen: dict[str, list[Any]] = {}
    keys = [json.dumps(value) for value in values]
    for key, value in zip(keys, values, strict=True):
        entry = seen.setdefault(key, [0, value])
        entry[0] += 1
    ordered = sorted(seen, key=lambda key: -seen[key][0])
    width = 1
    while len(_CODES) ** width < len(ordered):
        width += 1
    code = {key: _code(i, width) for i, key in enumerate(ordered)}
    return {"values": [seen[key][1] for key in ordered], "width": width, "codes": "".join(map(code.__getitem__, keys))}


def _code(number: int, width: int) -> str:
    digits = []
    for _ in range(width):
        number, digit = divmod(number, len(_CODES))
        digits.append(_CODES[digit])
    return "".join(reversed(digits))
