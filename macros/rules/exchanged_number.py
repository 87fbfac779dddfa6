"""Each number must stand with what the paragraphs count by it: 14个乡镇建52个站 is not 52个乡镇建14个站."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from macros.findings import Finding
from macros.fulltext import contrary
from macros.fulltext.contrary import Wrong
from macros.fulltext.originals import Originals
from macros.fulltext.statements import Ground, Statement
from macros.fulltext.wording import shortened
from macros.library.catalog import Catalog
from macros.rules.rule import Rule
from macros.text import kept
from macros.text.quantities import COUNTED, Quantity, quantities

_SENTENCE = re.compile("[^。；！？;!?\n]+")
_WORD = re.compile("[一-鿿]{2}")
_NUMBERS = re.compile("(?:[0-9０-９]|[一二两三四五六七八九十百千]).*(?:[0-9０-９]|[一二两三四五六七八九十百千])")
_KINDS = COUNTED | {"person", "event", "visits"}


class _Counted(NamedTuple):
    """An amount of a sentence, and the first characters of what it counts: `behind` it, or before it as in 意见318条."""

    amount: Quantity
    noun: str
    behind: bool

    @property
    def start(self) -> int:
        return self.amount.start - (0 if self.behind else len(self.noun))

    @property
    def end(self) -> int:
        return self.amount.end + (len(self.noun) if self.behind else 0)


def check_against_text(catalog: Catalog, originals: Originals) -> Iterator[Finding]:
    each = contrary.found(catalog, originals, RULE.code, _NUMBERS.search, _wrong)
    return contrary.told(catalog, RULE.code, each, "与原文对调了", "照原文写哪个数是数什么的")


def _wrong(statement: Statement) -> Iterator[Wrong]:
    ours = _sentences(statement.text)
    theirs = [(each, ground) for ground in statement.cited for each in _sentences(ground.text)] if ours else []
    for sentence in ours:
        for one in sentence:
            if one.noun and (found := _exchanged(one, sentence, theirs)):
                other, there, ground = found
                first, last = sorted((one, other))
                yield Wrong(shortened(statement.text[first.amount.start:last.end]), first.amount.start, shortened(ground.text[there[0].start:there[-1].end]), ground)
                return


def _exchanged(one: _Counted, sentence: Sequence[_Counted], theirs: Sequence[tuple[Sequence[_Counted], Ground]]) -> tuple[_Counted, Sequence[_Counted], Ground] | None:
    """The amount of our sentence that stands where this one should, and the sentence that has both as they should be."""
    same = [(each, there, ground) for there, ground in theirs for each in there if each.noun == one.noun]
    if any(each.amount.low == one.amount.low for each, _, _ in same):
        return None
    for right, there, ground in same:
        moved = [each for each in there if each.amount.low == one.amount.low and each.noun and each.noun != one.noun]
        swapped = [each for each in sentence if each is not one and each.amount.low == right.amount.low and each.noun != one.noun]
        for other in swapped if right.amount.unit == one.amount.unit else ():
            if any(_both(one, other, each) for each in moved):
                return other, [each for each in there if each.amount.low in (one.amount.low, other.amount.low)], ground
    return None


def _both(one: _Counted, other: _Counted, moved: _Counted) -> bool:
    """Whether the other amount counts now what this one should; or places are counted by it, and the other counts nothing."""
    if other.noun == moved.noun:
        return True
    return bool(one.amount.head and not other.behind and moved.amount.unit == other.amount.unit and moved.noun not in one.amount.noun)


# The same paragraphs are asked for one statement after the other.
@lru_cache(maxsize=kept.PARAGRAPHS)
def _sentences(text: str) -> tuple[tuple[_Counted, ...], ...]:
    """The sentences of a text that count at least two things, with what each counts."""
    amounts = [q for q in quantities(text) if q.kind in _KINDS and q.low is not None and q.low == q.high and q.low > 1]
    found = (tuple(_counted(q, text) for q in amounts if m.start() <= q.start < m.end()) for m in _SENTENCE.finditer(text)) if len(amounts) > 1 else ()
    return tuple(each for each in found if len(each) > 1)


def _counted(amount: Quantity, text: str) -> _Counted:
    if behind := _WORD.match(amount.noun):
        return _Counted(amount, behind.group(), True)
    before = _WORD.fullmatch(text[max(0, amount.start - 2):amount.start]) if not amount.noun or amount.noun[0] in "，,、。；" else None
    return _Counted(amount, before.group() if before else "", False)


RULE = Rule(
    code="exchanged-number",
    title="哪个数是数什么的，不对调",
    why="两个数原文里都有，换了位置，14个乡镇就成了52个（本机有全文时才能查）。",
    wrong="原文“9个街道建了31个书屋”，要点写“31个街道建了9个书屋”",
    right="要点写“9个街道建了31个书屋”",
    check_against_text=check_against_text,
    exemptible=True,
)
