"""The dash in front of an item of a list: another sign in its place, or no blank behind it."""

import re
from collections.abc import Iterator
from itertools import pairwise

from macros.reading.slips.slip import FIELD, Slip, lines

_UNSPACED = re.compile(r"^[ \t]*(?P<dash>-)(?=[^\s-])", re.M)
_SIGNS = {"—": "破折号", "–": "短破折号", "―": "破折号", "－": "全角连字符", "−": "减号", "‐": "连字符", "‑": "连字符", "‒": "短破折号",
          "一": "汉字“一”", "ー": "全角横线", "•": "圆点", "·": "圆点", "●": "圆点", "・": "圆点", "▪": "方点", "◦": "圆点", "○": "圆圈",
          "■": "方块", "◆": "方块", "*": "星号", "+": "加号", "﹣": "全角连字符"}
_SIGN = re.compile(rf"^(?P<in>[ \t]*)(?P<mark>(?P<sign>[{re.escape(''.join(_SIGNS))}])(?P=sign)?[ \u3000\u00a0]*)"
                   rf"(?P<rest>(?:[{{｛\"“]|{FIELD} *[:：])?)", re.M)
_NUMBER = re.compile(r"^[ \t]+(?P<mark>(?:\d{1,2}[.、．)）]|[（(]\d{1,2}[)）]|[①-⑳])[ \u3000]*)(?=\S)", re.M)
_DOUBLED = re.compile(r"^[ \t]*(?P<mark>--+[ ]*|-[ ]+-[ ]+)(?=[^\s-])", re.M)
_BARE = re.compile(rf"^(?P<in> +)(?P<brace>\{{)(?={FIELD} *:)", re.M)

LOST = "这一项前面少了 -"
# So many lines below the first of an item, the parser may be still at ease.
_ABOVE = 12
_OTHER_BEGIN = re.compile(rf"[-#\[\]{{}}]|{FIELD} *[:：]")


def unspaced(text: str) -> Iterator[Slip]:
    """No blank behind the dash."""
    for found in _UNSPACED.finditer(text):
        yield Slip(found.start("dash"), "- 后面少一个空格", f"写成 - {_short(text[found.end():])}",
                   (((found.end(), found.end(), " "),),), sure=True)


def doubled(text: str) -> Iterator[Slip]:
    """Two dashes."""
    for found in _DOUBLED.finditer(text):
        yield Slip(found.start("mark"), "列表开头写了两个 -", f"留一个 -，写成 - {_short(text[found.end():])}", (((*found.span("mark"), "- "),),), sure=True)


def other_sign(text: str) -> Iterator[Slip]:
    """A dash of printing, a bullet or a number where the dash of a list belongs."""
    for found in _SIGN.finditer(text):
        sign = found.group("sign")
        if sign in "一·・" and not found.group("rest") and found.group("mark") == sign:  # a word that begins so
            continue
        yield Slip(found.start("mark"), f"列表开头用了{_SIGNS[sign]} {sign}", f"换成半角 - 加一个空格，写成 - {_short(text[found.end('mark'):])}",
                   (((found.start("mark"), found.end("mark"), "- "),),), sure=True)
    for found in _NUMBER.finditer(text):
        sign = found.group("mark").strip()
        yield Slip(found.start("mark"), f"列表开头用了序号 {sign}", f"换成半角 - 加一个空格，写成 - {_short(text[found.end():])}",
                   (((found.start("mark"), found.end("mark"), "- "),),))


def bare(text: str) -> Iterator[Slip]:
    """No dash in front of a pair of braces."""
    for found in _BARE.finditer(text):
        yield Slip(found.start("brace"), LOST, f"写成 - {_short(text[found.start('brace'):])}",
                   (((found.start("brace"), found.start("brace"), "- "),),))


def missing(text: str) -> Iterator[Slip]:
    """No dash in front of a text that stands where the items of a list do."""
    indents: list[int] = []
    for line in lines(text):
        if line.content.startswith("- "):
            indents.append(line.indent)
        elif line.content and line.indent in indents[-3:] and not _OTHER_BEGIN.match(line.content):
            at = line.start + line.indent
            yield Slip(at, LOST, f"写成 - {_short(line.content)}；是上一行没写完的话，就接到上一行末尾", (((at, at, "- "),),), guess=True)


def lost(text: str, near: int) -> Iterator[Slip]:
    """The dash alone is gone and its blanks are not, in lines above the one of that number or in it, the nearest first."""
    rows = [line for line in lines(text) if line.content]
    indents = {line.indent for line in rows if line.content.startswith("- ")}
    for above, line in sorted(pairwise(rows), key=lambda pair: abs(pair[1].number - near)):
        at = line.start + line.indent
        begins = line.indent - 2 in indents or (above.content.endswith(":") and line.indent >= above.indent + 2)
        if near - _ABOVE <= line.number <= near + 1 and begins and line.indent >= 2 and line.content[0] not in "-#[]}":
            yield Slip(at, LOST, f"写成 - {_short(line.content)}，左边与同一列别的 - 对齐", (((at - 2, at, "- "),),), guess=True)


def _short(text: str) -> str:
    words = text.split("\n", 1)[0].strip()
    return words if len(words) <= 16 else words[:16] + "……"
