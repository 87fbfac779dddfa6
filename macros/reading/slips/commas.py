"""Commas between the items of a list and the fields in braces: one lost behind a quotation mark, one too many."""

import re
from collections.abc import Iterator
from itertools import pairwise

from macros.reading.slips.slip import KNOWN, Edit, Slip, lines

_QUOTED = r"(?:\"(?:[^\"\\\n]|\\.)*\"|'[^'\n]*')"
# Items of a list in brackets, the first in quotation marks, with nothing but blanks in between.
_RUN = re.compile(rf"(?<=[\[,])\s*(?P<run>{_QUOTED}(?:\s*{_QUOTED}|\s+[^\s,\[\]{{}}\"'#:]+)+)(?=\s*[,\]])")
_ITEM = re.compile(rf"{_QUOTED}|[^\s\"']+")
_SHORT = re.compile(r"[\"']?[a-z0-9.-]*[\"']?")
# A comma too many: before a field, where its sign may be another one, behind an opening sign, and before a closing one.
_TWICE = re.compile(rf"(?<=[^\s{{\[])[ ]*[,，、；;][ ]*[,，、；;][ ,，、；;]*(?={KNOWN} *[:：])|,[ ]*,[ ,]*")
_FIRST = re.compile(r"(?<=[\[{])[ ]*,[ ]*")


def lost(text: str) -> Iterator[Slip]:
    """No comma behind an item of a list that stands in quotation marks, before the next item."""
    for found in _RUN.finditer(text):
        if not _listed(text, found.start("run")):
            continue
        run, begin = found.group("run"), found.start("run")
        items = list(_ITEM.finditer(run))
        gaps = [(begin + one.end(), begin + other.start()) for one, other in pairwise(items)]
        words = [item.group() for item in items]
        # A word or two in quotation marks may be the beginning of a longer name.
        several = all(map(_SHORT.fullmatch, words)) or (all(word[0] in "\"'" for word in words) and all(a < b for a, b in gaps))
        better = f"两项之间写半角逗号加一个空格：{_cut(', '.join(words))}"
        yield Slip(begin, f"两项之间少了逗号：{_cut(' '.join(run.split()))}",
                   better if several else f"是两项，{better}；是一项，引号换成中文引号“ ”", (tuple(_edit(text, *gap) for gap in gaps),), sure=several)


def _edit(text: str, start: int, end: int) -> Edit:
    """The comma in a gap; a line end in it stays."""
    return (start, start, ",") if "\n" in text[start:end] else (start, end, ", ")


def _listed(text: str, at: int) -> bool:
    """Whether a place lies in a list in brackets, and in no braces within it; the list may begin in a line above."""
    opened = text.rfind("[", 0, at)
    return opened >= 0 and not re.search(r"[\]{}]", text[opened:at])


def doubled(text: str) -> Iterator[Slip]:
    """Two commas where one belongs, or one before the first item."""
    for line in lines(text):
        for found in (*_TWICE.finditer(line.text), *_FIRST.finditer(line.text)):
            before = line.text[:found.start()]
            braces = before.count("{") > before.count("}")
            listed = _listed(text, line.start + found.start())
            if before.count('"') % 2 or not (braces or listed):
                continue
            rest = line.text[found.end():]
            new = "" if before[-1:] in ("{", "[") or re.match(r"\s*[}\]]", rest) else ", " if rest else ","
            what = re.split(r"[,，{}\[\]]", before)[-1].strip()[-24:]
            then = re.split(r"[,，{}\[\]]", rest)[0].strip()[:24]
            yield Slip(line.start + found.start(), "多了一个逗号", f"删去多的，写成 {what}{new}{then}" + ("；两个逗号之间漏了一项的，补上那一项" if listed else ""),
                       (((line.start + found.start(), line.start + found.end(), new),),), sure=not listed)


def _cut(words: str) -> str:
    return words if len(words) <= 40 else words[:40] + "……"
