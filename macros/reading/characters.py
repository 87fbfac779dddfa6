"""Characters that no file may hold, written as themselves or as escapes in double quotes."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

import yaml

from macros.reading.yaml_data import Refused, where

# C0 and C1 controls but line ends and tab, bidi controls, everything that takes no room or is no
# character: zero-width, variation selectors, fillers, tags, private use, non-characters.
REFUSED = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    "\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff"
    "\ud800-\udfff\ue000-\uf8ff\U000e0000-\U000e0fff\U000f0000-\U0010ffff]"
)

# Marks that sit on a letter: one or two are writing, a pile of them is one sign that no line can hold.
STACKED = re.compile("[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]{4,}")

# What nearly all files consist of alone: Chinese and its punctuation, ASCII. None of it is refused.
_ORDINARY = re.compile("[\n -~·×\u2010-\u2027\u3000-\u303f\u4e00-\u9fff\uff01-\uff5e]*")


def refuse(text: str) -> None:
    """Raises `Refused` at the first character that is not allowed."""
    if _ORDINARY.fullmatch(text):
        return
    bad = REFUSED.search(text)
    if bad and bad.group() == "\ufeff" and bad.start() == 0:
        raise Refused("bom", 1, 1, "文件开头多了一个看不见的记号（BOM）", "在编辑器里选“另存为”，编码选“UTF-8”，不选“带有 BOM 的 UTF-8”")
    if bad:
        raise Refused("control-character", *where(text, bad.start()),
                       "这里有一个看不见的字符", "删去它：光标放在它后面按一次退格，或把这个词重新打一遍")
    lost = text.find("\ufffd")
    if lost >= 0:
        raise Refused("encoding", *where(text, lost), "这里有字坏掉了，只剩下 �：从前存错编码时丢的", "对照原文把坏掉的字重新打一遍，再删去 �")
    stack = STACKED.search(text)
    if stack:
        raise Refused("control-character", *where(text, stack.start()), f"一个字上叠了 {len(stack.group())} 个附加符号", "删去附加符号，只留文字")
    tab = re.search(r"^ *\t", text, re.M)
    if tab:
        raise Refused("tab", *where(text, tab.end() - 1), "缩进用了制表符（Tab 键打出来的空）", "缩进一律用空格，每级两个")


def refuse_escaped(text: str, data: Any) -> None:
    """Raises `Refused` for the same characters written as escapes (`"\\x1b"`) inside double quotes, or put together by them."""
    if "\\" not in text:
        return
    for value in _strings(data):
        bad = REFUSED.search(value) or STACKED.search(value)
        if bad:
            what = ("一个看不见的字符" if REFUSED.fullmatch(bad.group())
                    else f"一个字上叠着的 {len(bad.group())} 个附加符号")
            raise Refused("control-character", *where(text, _written(text, value, bad.start())),
                          f"双引号里用反斜杠写出了{what}", "删去反斜杠和后面的代码")


# One character in double quotes as it is written: an escape, a line end that counts as nothing, or itself.
_WRITTEN = re.compile(r"\\(?:x..|u.{4}|U.{8}|(?:\r\n|\r|\n)[ \t]*|.)|.", re.S)
_NAMED = {"0": "\0", "a": "\a", "b": "\b", "t": "\t", "n": "\n", "v": "\v", "f": "\f", "r": "\r", "e": "\x1b",
          "N": "\x85", "_": "\xa0", "L": "\u2028", "P": "\u2029"}


def _written(text: str, value: str, offset: int) -> int:
    """Where in the text the character at `offset` of a value stands, which is the value of a scalar in double quotes."""
    sign = value[offset]
    before = value.count(sign, 0, offset)
    for token in yaml.scan(text, Loader=yaml.CBaseLoader):
        if isinstance(token, yaml.ScalarToken) and token.style == '"' and token.value == value:
            # Folding changes blanks and line ends alone, so that the same sign comes as often as in the value.
            signs = (m for m in _WRITTEN.finditer(text, token.start_mark.index + 1, token.end_mark.index - 1)
                     if _unescaped(m.group()) == sign)
            return next(islice(signs, before, None)).start()
    raise AssertionError(value)


def _unescaped(written: str) -> str:
    if written[0] != "\\":
        return written
    kind, code = written[1], written[2:]
    return chr(int(code, 16)) if kind in "xuU" and code else _NAMED.get(kind, kind)


def _strings(data: Any) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict):
        for key, value in data.items():
            yield key
            yield from _strings(value)
    elif isinstance(data, list):
        for value in data:
            yield from _strings(value)
