"""The colon between a field and its content: full-width, without a blank, or one too many."""

import re
from collections.abc import Iterator

from macros.reading.slips.slip import FIELD, KNOWN, NAMES, Slip, lines

# Where a field may begin: in a line of its own, or in a pair of braces.
_BEGIN = r"(?:^[ \t]*(?:- *)?|[{,，｛]\s*)"
_FULL_WIDTH = re.compile(rf"{_BEGIN}(?P<name>[\"']?{FIELD}[\"']?) *(?P<colon>[：﹕︰]) *", re.M)
_UNSPACED = re.compile(rf"{_BEGIN}(?P<name>{KNOWN})(?P<colon>:)(?=[^\s])", re.M)
_MISSING = re.compile(rf"^[ \t]*(?:- +)?(?P<name>{KNOWN})(?P<blank>[ ]+)(?=[^\s:：])", re.M)
_OTHER_SIGN = re.compile(rf"^[ \t]*(?:- +)?(?P<name>{KNOWN})(?P<sign>[ ]*[;；=＝、，,。｡→][ ]*|[ ]*$(?=\r?\n))", re.M)
# An id alone in a line, with the fields of its entry below.
_ID = re.compile(r"^(?P<id>[a-z0-9]+(?:-[a-z0-9]+)*)(?P<sign>[ ]*[：﹕︰;；=＝、，,。｡→]?[ ]*)(?=\r?\n +[a-z_]+ *[:：])", re.M)
_VALUE = re.compile(rf"^[ \t]*(?:- +)?{FIELD}: +(?P<value>[^\s\"'\[{{|>#].*)$", re.M)
_ITEM = re.compile(r"^[ \t]*- +(?P<value>[^\s\"'\[{|>#].*)$", re.M)


def full_width(text: str) -> Iterator[Slip]:
    """A full-width colon behind the name of a field."""
    for found in _FULL_WIDTH.finditer(text):
        name = found.group("name").strip("\"'")
        new = ":" if text[found.end():found.end() + 1] in ("", "\r", "\n") else ": "
        # A Chinese label says no more than the name that belongs there.
        begin, right = (found.start("name"), NAMES.get(name, name)) if not name.isascii() else (found.end("name"), "")
        yield Slip(found.start("colon"), f"字段名 {name} 后面用了全角冒号“：”", f"换成半角冒号加一个空格，写成 {NAMES.get(name, name)}: ",
                   (((begin, found.end(), right + new),),), sure=True)


def behind_id(text: str) -> Iterator[Slip]:
    """Another sign than the colon behind the id of an entry in a file of many, or none."""
    for found in _ID.finditer(text):
        entry_id, sign = found.group("id"), found.group("sign").strip()
        if entry_id in NAMES:
            continue
        what = f"用了全角冒号“{sign}”" if sign in ("：", "﹕", "︰") else f"用了“{sign}”，不是冒号" if sign else "少了冒号"
        yield Slip(found.start("sign") if sign else found.start("id"), f"编号 {entry_id} 后面{what}",
                   f"{'换成' if sign else '补上'}半角冒号，写成 {entry_id}:", (((*found.span("sign"), ":"),),), sure=True)


def unspaced(text: str) -> Iterator[Slip]:
    """No blank behind the colon of a field."""
    for found in _UNSPACED.finditer(text):
        twice = re.compile("[:：]+ *").match(text, found.end())
        end = twice.end() if twice else found.end()
        name, rest = found.group("name"), _short(text[end:])
        message = f"{name} 后面写了两个冒号" if twice else f"{name} 的冒号后面少一个空格"
        yield Slip(found.start("colon"), message, f"{'留一个半角冒号' if twice else '加上空格'}，写成 {name}: {rest}",
                   (((found.end(), end, " "),),), sure=True)


def missing(text: str) -> Iterator[Slip]:
    """No colon at all between the name of a field and its content."""
    for found in _MISSING.finditer(text):
        name, rest = found.group("name"), _short(text[found.end():])
        yield Slip(found.start("name"), f"字段名 {name} 后面少了冒号", f"补上半角冒号，写成 {name}: {rest}",
                   (((found.end("name"), found.end(), ": "),),))


def other_sign(text: str) -> Iterator[Slip]:
    """Another sign where the colon behind the name of a field belongs, or none at the end of a line."""
    for found in _OTHER_SIGN.finditer(text):
        name, sign, rest = found.group("name"), found.group("sign").strip(), _short(text[found.end():])
        message = f"字段名 {name} 后面用了“{sign}”，不是冒号" if sign else f"字段名 {name} 后面少了冒号"
        yield Slip(found.start("sign") if sign else found.start("name"), message, f"换成半角冒号，写成 {name}: {rest}".rstrip() if sign else f"补上半角冒号，写成 {name}:",
                   (((found.end("name"), found.end(), ": " if rest else ":"),),), sure=True)


def in_text(text: str) -> Iterator[Slip]:
    """A colon with a blank inside a text without quotation marks, which YAML takes for one behind a field."""
    for line in lines(text):
        found = _VALUE.match(line.text) or _ITEM.match(line.text)
        value, begin = (found.group("value"), found.start("value")) if found else ("", 0)
        if colons := list(re.finditer(r" *:(?= |$) *", value)):
            at = line.start + begin
            yield _inside(text, at, [(at + m.start(), at + m.end()) for m in colons])
    for found in re.finditer(rf"[{{,]\s*{KNOWN}: +(?P<value>[^\s\"'\[{{|>#,}}][^,}}\n]*)", text):
        at = found.start("value")
        if colons := list(re.finditer(r" *:(?= |$) *", found.group("value"))):
            yield _inside(text, at, [(at + m.start(), at + m.end()) for m in colons])


def _inside(text: str, at: int, colons: list[tuple[int, int]]) -> Slip:
    shown = text[max(at, colons[0][0] - 8):colons[0][1] + 6].split("\n")[0]
    return Slip(colons[0][0], f"内容里有半角冒号：“{shown}”", "把它换成全角冒号“：”，或给整句加双引号",
                (tuple((start, end, "：") for start, end in colons),))


def _short(text: str) -> str:
    words = text.split("\n", 1)[0].strip()
    return words if len(words) <= 12 else words[:12] + "……"
