"""Blanks that are none to YAML: full-width, no-break, tabs; mostly pasted from Word or a page."""

import re
from collections.abc import Iterator

from macros.reading.slips.slip import FIELD, WIDE, Line, Slip, lines

_INDENT = re.compile(f"[ \t{WIDE}]+")
_ODD = re.compile(f"[\t{WIDE}]")
# Behind a colon or a dash, where YAML wants a common blank.
_BEHIND = re.compile(rf"(?:^ *(?:- +)?|[{{,，]\s*){FIELD}:(?P<blank>[ \t{WIDE}]*[{WIDE}][ {WIDE}]*)|^ *-(?P<dash>[ {WIDE}]*[{WIDE}][ {WIDE}]*)", re.M)
_NAMES = {"\u00a0": "不间断空格", "\u3000": "全角空格", "\t": "制表符（Tab）"}
# How many common blanks one of them may stand for, the likeliest first.
_WIDTHS = {"\u3000": (2, 1, 4), "\t": (4, 2, 8, 6, 1)}


def named(sign: str) -> str:
    """What a blank is called in a message."""
    return _NAMES.get(sign, "特别的空格")


def indented(text: str) -> Iterator[Slip]:
    """Lines whose indentation has other blanks than common ones."""
    rows = [line for line in lines(text) if line.content] if _ODD.search(text) else []
    for line in rows:
        blanks = _INDENT.match(line.text)
        odd = _ODD.search(blanks.group()) if blanks else None
        if blanks is None or odd is None:
            continue
        sign = odd.group()
        plain = [_plain(blanks.group(), sign, width) for width in _WIDTHS.get(sign, (1, 2))]
        trials = tuple(((line.start, line.start + blanks.end(), each),) for each in sorted(plain, key=lambda each: _like(rows, line, len(each))))
        verb = "用了" if sign == "\t" else "里有"
        source = "" if sign == "\t" else "，多半是从 Word 或网页粘来的"
        yield Slip(line.start + odd.start(), f"缩进{verb}{named(sign)}{source}", "换成半角空格，与上下各行左边对齐，每级两个", trials,
                   sure=True, code="tab" if sign == "\t" else "yaml-syntax")


def _like(rows: list[Line], line: Line, indent: int) -> int:
    """How far away the nearest line of the same sort is that has this indentation; with a dash, or without."""
    dash = line.content.startswith("-")
    return min((abs(row.number - line.number) for row in rows if row.indent == indent and row.content.startswith("-") == dash
                and not _ODD.match(row.text)), default=1_000)


def _plain(blanks: str, sign: str, width: int) -> str:
    return "".join(" " * (width if c == sign else 1) for c in blanks)


def behind(text: str) -> Iterator[Slip]:
    """A full-width or no-break blank where one stands behind a colon or a dash."""
    for found in _BEHIND.finditer(text):
        group = "blank" if found.group("blank") else "dash"
        odd = next(c for c in found.group(group) if c != " ")
        after = "冒号" if group == "blank" else "-"
        yield Slip(found.start(group), f"{after}后面的空格是{named(odd)}", f"{after}后面换成一个半角空格",
                   (((found.start(group), found.end(group), " "),),), sure=True)
