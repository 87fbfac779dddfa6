"""Whether a file holds a stretch of a full text, whatever its encoding, markup and line ends.

Only Chinese characters are compared, on both sides, so that blanks, line ends, tags and the shape of
punctuation hide nothing; how long a stretch is, is counted in the full text, punctuation included.
"""

import codecs
import re
from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

# So many characters of a full text in a row, blanks not counted, are no quotation any more.
RUN = 60
# Every run holds at least one piece of this length that begins at a multiple of it in the full text.
_PIECE = 12
# A piece that stands in more places is a manner of speaking; its run is found by another piece.
_PLACES = 8
_AT_AN_END = 2
_SHOWN = 20

HAN = "\u3400-\u4dbf\u4e00-\u9fff\u3007\uf900-\ufaff\U00020000-\U000323af"
# A Chinese character as it stands, or as HTML and JSON write it.
_SIGN = re.compile(rf"[{HAN}]|&#(?:\d{{5,6}}|[xX][0-9a-fA-F]{{4,5}});|\\u[0-9a-fA-F]{{4}}")
_PLAIN = re.compile(rf"[^{HAN}]+")
# A zero byte stands in no text but one of two bytes a character, and hardly one of those is without.
MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_GUESSES = {False: ("utf-8", "gb18030", "big5hkscs"), True: ("utf-16-le", "utf-16-be")}


@dataclass(frozen=True)
class Stretch:
    """Where a text begins to repeat a full text (line and column from 1), and the first words of it."""

    line: int
    column: int
    words: str


class FullTexts:
    """Full texts, ready to be looked for in others. Truth value: whether there are any."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._texts: list[str] = []
        # For each text, where its n-th Chinese character stands among all that are no blanks.
        self._places: list[array[int]] = []
        self._pieces: dict[str, list[tuple[int, int]]] = {}
        for text in texts:
            self._add(text)

    def __bool__(self) -> bool:
        return bool(self._texts)

    def _add(self, text: str) -> None:
        filled, number = "".join(text.split()), len(self._texts)
        chinese = _PLAIN.sub("", filled)
        self._texts.append(chinese)
        self._places.append(array("L", (match.start() for match in re.finditer(f"[{HAN}]", filled))))
        for at in range(0, len(chinese) - _PIECE + 1, _PIECE):
            known = self._pieces.setdefault(chinese[at:at + _PIECE], [])
            if len(known) < _PLACES:
                known.append((number, at))

    def first(self, text: str) -> Stretch | None:
        """The first stretch of `text` that is RUN characters or more of a full text, or None."""
        chinese = _chinese(text)
        for at in range(len(chinese) - _PIECE + 1):
            for number, place in self._pieces.get(chinese[at:at + _PIECE], ()):
                start, end = self._around(chinese, at, number, place)
                if self._length(number, place - (at - start), place + (end - at)) >= RUN:
                    return _stretch(text, start, end)
        return None

    def in_bytes(self, raw: bytes) -> Stretch | None:
        """The first stretch in a file, in any encoding that Chinese texts are written in."""
        return next((found for text in decoded(raw) if (found := self.first(text))), None) if self else None

    def _around(self, chinese: str, at: int, number: int, place: int) -> tuple[int, int]:
        """From where to where `chinese` goes like the text of that number, no further than a run."""
        text, before, end = self._texts[number], 0, _PIECE
        while before < min(at, place, RUN) and chinese[at - before - 1] == text[place - before - 1]:
            before += 1
        while end < RUN and at + end < len(chinese) and place + end < len(text) and chinese[at + end] == text[place + end]:
            end += 1
        return at - before, at + end

    def _length(self, number: int, start: int, end: int) -> int:
        """Characters from the first Chinese one to the last, with a stop or a quotation mark at either end."""
        places = self._places[number]
        before = places[start] - (places[start - 1] + 1 if start else 0)
        after = places[end] - places[end - 1] - 1 if end < len(places) else _AT_AN_END
        return min(before, _AT_AN_END) + places[end - 1] - places[start] + 1 + min(after, _AT_AN_END)


def decoded(raw: bytes) -> Iterator[str]:
    """What the bytes may say: one text where the encoding is plain, every guess where it is not."""
    for mark, encoding in MARKS:
        if raw.startswith(mark):
            yield raw.decode(encoding, "replace")
            return
    try:
        yield raw.decode("utf-8")
    except UnicodeDecodeError:
        yield from (raw.decode(encoding, "replace") for encoding in _GUESSES[0 in raw])


def spelled_out(text: str) -> str:
    """The text with the Chinese characters that HTML and JSON have escaped in their places."""
    return _SIGN.sub(lambda sign: _said(sign.group()), text) if "&#" in text or "\\u" in text else text


def _chinese(text: str) -> str:
    if "&#" not in text and "\\u" not in text:
        return _PLAIN.sub("", text)
    return _PLAIN.sub("", "".join(map(_said, _SIGN.findall(text))))


def _said(sign: str) -> str:
    """The character that a sign stands for; never more nor less than one."""
    if len(sign) == 1:
        return sign
    digits = sign.strip("&#;\\u")
    code = int(digits.lstrip("xX"), 16) if sign[0] == "\\" or digits[0] in "xX" else int(digits)
    return chr(code) if code < 0x110000 else " "


def _stretch(text: str, start: int, end: int) -> Stretch:
    """The stretch from the `start`-th to the `end`-th Chinese character of `text`."""
    signs = [(m.start(), sign) for m in _SIGN.finditer(text) if not _PLAIN.fullmatch(sign := _said(m.group()))][start:end]
    first, words = signs[0][0], "".join(sign for _, sign in signs)
    return Stretch(text.count("\n", 0, first) + 1, first - text.rfind("\n", 0, first), words[:_SHOWN])
