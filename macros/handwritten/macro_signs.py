"""Where a macro is written with full-width signs or is not closed: the place, what is wrong, and the macro as it should be."""

import re
from collections.abc import Iterator
from typing import NamedTuple

_OPENING, _CLOSING = re.compile(r"[{｛] ?[{｛]"), re.compile(r"[}｝] ?[}｝]")
_HALF = str.maketrans({"（": "(", "）": ")", "“": '"', "”": '"', "‘": '"', "’": '"', "＂": '"', "，": ",", "＝": "=", "｛": "{", "｝": "}", "　": " "})
_CALL = re.compile(r"\s*([a-z_]+)\s*[(（]")


class Slip(NamedTuple):
    """A macro that can't be read: its line and column from 1, what is wrong, what to write."""

    line: int
    column: int
    message: str
    cure: str


def slips(text: str, known: frozenset[str]) -> Iterator[Slip]:
    """The macros of a page that are written with signs that only look right, or not closed; `known` are the names of macros.

    Words that happen to stand in full-width braces are left alone.
    """
    for number, line in enumerate(text.split("\n"), 1):
        for opening in _OPENING.finditer(line):
            call = _CALL.match(line, opening.end())
            if not call or call[1] not in known:
                continue
            closing = _CLOSING.search(line, opening.end())
            inside = line[opening.end():closing.start() if closing else _end(line, opening.end())]
            right = _right(inside)
            if closing is None:
                yield Slip(number, opening.start() + 1, "双花括号没有收尾", f"写成 {right}")
            elif line[opening.start():closing.end()].translate(_HALF) != line[opening.start():closing.end()]:
                yield Slip(number, opening.start() + 1, "宏里有全角的括号、引号或逗号", f"改成半角：{right}")
            elif "{{" not in opening[0] or "}}" not in closing[0]:
                yield Slip(number, opening.start() + 1, "双花括号中间有空格", f"写成 {right}")
            # Without a value it can't be known what was meant.
            elif not right.endswith("() }}") and '=""' not in right and (inside.count("(") != inside.count(")") or inside.count('"') % 2):
                yield Slip(number, opening.start() + 1, "宏里的括号或引号不成对", f"写成 {right}")


def _end(line: str, start: int) -> int:
    """Where an unclosed call ends: behind its bracket, or where words follow."""
    found = re.compile(r"[^)）。；]*[)）]?").match(line, start)
    return found.end() if found else len(line)


def _right(inside: str) -> str:
    plain = inside.translate(_HALF).strip()
    name, _, arguments = plain.partition("(")
    values = re.findall(r'(?:\w+ *= *)?(?:"[^"]*"?|[^",()\s]+)', arguments.rstrip(") "))
    return f"{{{{ {name.strip()}({', '.join(_quoted(value) for value in values)}) }}}}"


def _quoted(value: str) -> str:
    name, sign, rest = value.rpartition("=")
    rest = rest.strip().strip('"')
    return f"{name.strip()}{sign}{rest if rest.isdigit() else f'{chr(34)}{rest}{chr(34)}'}"
