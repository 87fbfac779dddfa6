"""The plain text of a file as lines, and what kind of line each one is by its looks.

The text that readers of all formats produce: one paragraph a line, `## ` before a line that the
file itself marks as a heading (Word style, HTML, Markdown), `| a | b |` for the row of a table.
"""

import re
import unicodedata
from dataclasses import dataclass

from macros.reading.characters import REFUSED

_NUMERAL = "[一二三四五六七八九十百]+"
# From the outermost to the innermost way in which official documents number their headings.
_NUMBERS = tuple(re.compile(p) for p in (
    rf"第{_NUMERAL}(?:部分|章)[、：:\s]*",
    rf"第{_NUMERAL}节[、：:\s]*",
    rf"{_NUMERAL}[、.．]\s*",
    rf"[（(]{_NUMERAL}[）)]、?\s*",
    r"\d{1,2}[.．、](?!\d)\s*",
    # 1.1 开办…, 1.1.1 …, below 1.; an amount (1.5万) and a day (9.16 …年) are none.
    r"\d{1,2}[.．]\d{1,2}(?![.．]?\d)[.．、]?(?:\s+(?=\D)|(?=[“《\u3400-\u9fff])(?![万亿元倍个米公分吨亩级版号月日年岁折点]))",
    r"\d{1,2}(?:[.．]\d{1,2}){2,3}(?![.．]?\d)[.．、]?(?:\s+(?=\D)|(?=[“《\u3400-\u9fff]))",
    r"(?:[（(]\d{1,2}[）)]|[①-⑳])、?\s*",
))
FIRST_RANK = 3
_SPEECH_NUMBER = re.compile(rf"[【\[]?(?:第(?:{_NUMERAL}|\d+)篇|篇(?:{_NUMERAL}|\d+))[】\]]?[、：:.\s]*")

_STOP = re.compile(r"[。！？；!?;…][”’\"'」』）)》]*$")
_INNER_STOP = re.compile(r"[。！？；!?;]")
_CJK = re.compile(r"[\u3400-\u9fff\u3007]")
BLANK = "\ufeff\u200b\u200c\u200d\u2060\u00ad"
# What a terminal obeys: colours, movements, titles of windows.
_SEQUENCE = re.compile("\x1b(?:\\[[0-?]*[ -/]*[@-~]|\\][^\x07\x1b\n\r]*(?:\x07|\x1b\\\\)?|[ -/]*[0-~])|\x9b[0-?]*[ -/]*[@-~]")

TITLE_LIMIT = 60
HEADING_LIMIT = 80


@dataclass(frozen=True)
class Line:
    """One line that is not empty: its number in the text (from 1), and the level of its heading mark (0: none)."""

    number: int
    text: str
    level: int = 0
    row: bool = False


def split(text: str) -> tuple[Line, ...]:
    """The lines of a text that hold anything, trimmed of spaces of every kind."""
    found = []
    for number, raw in enumerate(re.split(r"\r\n|\r|\n", text), 1):
        line = shown(raw).strip()
        mark = re.match(r"(#{1,6}) +(?=\S)", line)
        if mark:
            found.append(Line(number, line[mark.end():], len(mark.group(1))))
        elif line:
            found.append(Line(number, line, row=line.startswith("|") and line.endswith("|") and len(line) > 1))
    return tuple(found)


def shown(text: str) -> str:
    """The text without what nobody sees: control characters with all that belongs to them, and signs that take no room.

    No entry may hold them, so that no draft is given one.
    """
    return REFUSED.sub("", _SEQUENCE.sub("", text)) if REFUSED.search(text) else text


def rank(text: str) -> int:
    """Which way of numbering a line begins with: 3 for 一、, 4 for （一）, 5 for 1., 6 for 1.1, 7 for 1.1.1, 8 for （1）; 0 for none."""
    return next((i for i, number in enumerate(_NUMBERS, 1) if number.match(text)), 0)


def is_first(text: str) -> bool:
    """Whether the line begins with 一、: where it comes again, another speech has begun."""
    return re.match(r"一[、.．]", text) is not None


def speech_number(text: str) -> bool:
    """Whether the line begins with 第一篇 or 篇一."""
    return _SPEECH_NUMBER.match(text) is not None


def unnumbered(text: str) -> str:
    """A title without its number (1. / 一、 / 第一篇)."""
    for number in (_SPEECH_NUMBER, *_NUMBERS):
        found = number.match(text)
        if found:
            return text[found.end():]
    return text


def key(text: str) -> str:
    """What two spellings of one title have in common: letters, digits and Chinese characters; a mask is an x, however it is written."""
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", text).replace("×", "x")).lower()


def cjk_length(text: str) -> int:
    return len(_CJK.findall(text))


def ends_sentence(text: str) -> bool:
    return _STOP.search(text) is not None


def title_like(text: str) -> bool:
    """Short, without a full stop, and not leading on to something: a title or heading by its looks."""
    return (cjk_length(text) >= 4 and len(text) <= TITLE_LIMIT and not _INNER_STOP.search(text)
            and text[-1] not in "，,：:、")


def heading_like(text: str) -> bool:
    """A numbered line that may be a heading: one clause, at most with a stop at its end."""
    body = text.rstrip("。：:")
    return len(body) <= HEADING_LIMIT and not _INNER_STOP.search(body) and text[-1] not in "，,、；;"
