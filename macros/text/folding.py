"""Text as it is compared: one form for full- and half-width, case, script, digits and masks.

The browser folds the same way (`core/fold.js`); one table of cases in tests/search holds both to it.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache
from importlib import resources

_DIGITS = dict(zip("〇零一二三四五六七八九两", "00123456789" "2", strict=True))
# Pinyin without its tones, and with v for ü: lǜ → lv.
_UMLAUT = re.compile("[uU]\u0308")
_TONES = re.compile("[\u0300\u0301\u0304\u030c]")
_MASKS = dict.fromkeys("×✕✖╳⨯", "x")
# White space, punctuation and symbols; `+` stays, because “+N” and “x+x” are names here.
_DROPPED = re.compile("[\\s!-*,-/:-@\\[-`{-~\u00a1-\u00bf\u2000-\u2bff\u3000-\u303f\u30fb\ufe00-\ufe6f\uff3e-\uff65]")


@cache
def simplified() -> dict[str, str]:
    """Traditional character → simplified, as OpenCC has it."""
    listing = resources.files("opencc").joinpath("dictionary/TSCharacters.txt").read_text("utf-8")
    pairs = (line.split("\t") for line in listing.splitlines() if "\t" in line)
    return {old: new.split(" ")[0] for old, new in pairs if old != new.split(" ")[0] and len(old) == 1}


class _Table(dict[int, str]):
    """A table for `str.translate` that works out each character when it first occurs."""

    def __missing__(self, code: int) -> str:
        folded = "".join(map(_one, unicodedata.normalize("NFKC", _toneless(_masked(chr(code)))).lower()))
        self[code] = folded
        return folded


def _masked(char: str) -> str:
    return _MASKS.get(char, char)


def _toneless(char: str) -> str:
    return _TONES.sub("", _UMLAUT.sub("v", unicodedata.normalize("NFD", char)))


def _one(char: str) -> str:
    char = simplified().get(char, char)
    return _DIGITS.get(char) or _DROPPED.sub("", char)


_TABLE = _Table()


def fold(text: str) -> str:
    """`text` in the form in which it is searched: `“一办四委”` and `1辦4委` give `1办4委`."""
    return _tens(text.translate(_TABLE))


def fold_lines(texts: Iterable[str]) -> tuple[list[str], set[str]]:
    """Texts without tabs, each folded line by line, and the characters that they then have."""
    # All at one go costs half. A table of its own has met no other characters than these.
    table = _Table({ord("\t"): "\t", ord("\n"): "\n"})
    folded = _tens("\t".join(texts).translate(table))
    return folded.split("\t"), set("".join(table.values()))


def _tens(text: str) -> str:
    """十 as the digits it stands for: 十佳 → 10佳, 二十 → 20, 十二 → 12."""
    if "十" not in text:
        return text
    return re.sub("十", lambda m: _ten(text[m.start() - 1:m.start()], text[m.end():m.end() + 1]), text)


def _ten(before: str, after: str) -> str:
    return ("" if before.isdecimal() else "1") + ("" if after.isdecimal() else "0")
