"""Signs that came along from elsewhere: brackets of a link inside braces, commas of JSON, the fences and stars of Markdown."""

import re
from collections.abc import Iterator

from macros.reading.slips.slip import FIELD, KNOWN, LISTS, NAMES, Slip, lines

_IN_BRACES = re.compile(rf"[{{,] *(?P<name>{FIELD}): +(?P<value>(?:\[\[|[^\s\"'\[{{|>#])[^\"\n]*?) *(?=, *{KNOWN} *:|\}}\s*$)", re.M)
_AT_BEGIN = re.compile(rf"^[ \t]*(?:- +)?(?:(?P<name>{FIELD}): +)?(?P<value>\[\[[^\[\]\n\"]*\]\][^\n\"]*?)[ \r]*$", re.M)
# All of a value in one pair of Chinese marks: typed for common ones, most often (`quotes.chinese`).
_WRAPPED = re.compile(r"“[^“”]*”")
# A list or braces that end before the value does, and what follows them.
_BEHIND = re.compile(rf"(?:^[ \t]*(?:- +)?(?:(?P<name>{FIELD}): +)?|^[ \t]*- +|[{{,] *(?P<inner>{FIELD}): +)"
                     rf"(?P<value>(?P<sign>[\[{{])(?!\[)[^\[\]{{}}\n]*[\]}}](?P<rest>[^\s,，。；;、.\[\]{{}}:#\"'“][^\"\n]*?))[ \r]*(?=, *{KNOWN} *:|\}}[ \r]*$|$)", re.M)
_TRAILING = re.compile(r"(?<=[\"'\]}])(?P<sign>[ ]*[,，;；。])(?=[ \r]*$)", re.M)
_FENCE = re.compile(r"[ \t]*(?:```|~~~)[ \t]*\w*[ \t]*")
_RULER = re.compile(r"(?:---|\.\.\.)[ \t]*")
_BOLD = re.compile(rf"^[ \t]*(?:- +)?(?P<all>(?P<mark>\*\*|__|`)(?P<name>{KNOWN})(?P<in> *[:：]?) *(?P=mark)(?P<out> *[:：]?) *)", re.M)


def brackets(text: str) -> Iterator[Slip]:
    """Brackets or braces in a text that would have to stand in quotation marks for them."""
    for pattern in (_IN_BRACES, _AT_BEGIN):
        for found in pattern.finditer(text):
            value, start, end = found.group("value"), found.start("value"), found.end("value")
            if not _WRAPPED.fullmatch(value) and (sign := re.search(r"[\[\]{}]", value)):
                name = f"{found.group('name')}: " if found.group("name") else ""
                what = "[[ ]]" if "[[" in value else f"半角括号 {sign.group()}"
                yield Slip(start + sign.start(), f"文字里有{what}，整句却没有加引号", f'给整句加半角双引号，写成 {name}"{_short(value)}"',
                           (((start, start, '"'), (end, end, '"')),), sure=True)


def behind(text: str) -> Iterator[Slip]:
    """A text that begins with a bracket or brace and goes on behind the one that closes it."""
    for found in _BEHIND.finditer(text):
        name, value, sign = found.group("name") or found.group("inner") or "", found.group("value"), found.group("sign")
        start, end = found.span("value")
        if NAMES.get(name, name) in LISTS:
            rest, closed = found.group("rest"), "]" if sign == "[" else "}"
            yield Slip(found.start("rest"), f"{closed} 后面还有文字：{_short(rest)}", f"{closed} 后面什么也不写：是一项的，写进括号里；多写的删去",
                       (((*found.span("rest"), ""),),))
        else:
            yield Slip(start, f"内容的开头是 {sign}，读成了{'一列' if sign == '[' else '一组字段'}，后面的文字没有归处",
                       f'给整句加半角双引号，写成 {f"{name}: " if name else ""}"{_short(value)}"', (((start, start, '"'), (end, end, '"')),), sure=True)


def commas(text: str) -> Iterator[Slip]:
    """A comma or stop at the end of a line, behind the sign that closes its value."""
    for found in _TRAILING.finditer(text):
        sign, before = found.group().strip(), text[:found.start()]
        if any(before.count(begin) > before.count(end) for begin, end in ("{}", "[]")):
            continue  # it stands between the parts of what goes on
        yield Slip(found.end() - 1, f"行末多了一个“{sign}”", f"删去行末的“{sign}”；一行一个字段，行末什么也不加", (((found.start(), found.end(), ""),),), sure=True)


def fences(text: str) -> Iterator[Slip]:
    """The lines around a piece of code in Markdown, and a line of dashes at the end."""
    rows = [line for line in lines(text) if line.content]
    fences = [line for line in rows if _FENCE.fullmatch(line.text)]
    if fences:
        edits = tuple((line.start, min(line.start + len(line.text) + 1, len(text)), "") for line in fences)
        yield Slip(fences[0].start, f"多了一行 {fences[0].content[:3]}，它不是条目的内容", f"删去每一行 {fences[0].content[:3]}", (edits,), sure=True)
    if len(rows) > 1 and _RULER.fullmatch(rows[-1].text):
        last = rows[-1]
        yield Slip(last.start, f"末尾多了一行 {last.content}", f"删去这一行 {last.content}", (((last.start, last.end, ""),),), sure=True)


def bold(text: str) -> Iterator[Slip]:
    """The name of a field in the stars of Markdown."""
    for found in _BOLD.finditer(text):
        mark, name = found.group("mark"), NAMES[found.group("name")]
        if found.group("in") or found.group("out"):
            new = f"{name}:" if text[found.end():found.end() + 1] in ("", "\r", "\n") else f"{name}: "
            yield Slip(found.start("all"), f"字段名两边有 {mark}", f"删去 {mark}，写成 {name}: ", (((*found.span("all"), new),),), sure=True)


def _short(text: str) -> str:
    return text if len(text) <= 24 else text[:24] + "……"
