"""Names with a number in them (四联系, 一办四委) that a text of ours has with another number than its paragraphs, in quotes or without."""

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import lru_cache

from macros.fulltext.miss import Fault, Miss
from macros.fulltext.statements import Statement
from macros.text import kept
from macros.text.numerals import value
from macros.text.quantities import Quantity

_NUMERALS = "一二两三四五六七八九十双"
# A name in quotes, or one of those that everybody writes without: 四位一体, 四大班子.
_NAME = re.compile("“([^“”]*)”|\"([^\"]*)\"|([二两三四五六七八九十](?:大[一-鿿]{2}|位一体))")
# What a name begins with: 统一联系, 再三联系 and 一个薄弱环节 have none, unless more numbers follow: 一办四委.
_BEFORE = "(?<![第再连其一二两三四五六七八九十0-9])"
_BEGINNING = "(?:[二两三四五六七八九十双]|[2-9])"
_NUMERAL, _HAS = re.compile(f"[{_NUMERALS}]"), re.compile(f"[{_NUMERALS}0-9]")
# So many characters beside the numbers tell which name it is; where it has two numbers, fewer.
_TELLING, _LONGEST = 2, 12
_PARTED = re.compile("[,，。、；]")


def otherwise(statement: Statement) -> Iterator[Miss]:
    """The names of ours that have another number than those of the paragraphs, and stand nowhere in the speeches."""
    if statement.asks or not _HAS.search(statement.text):
        return
    for ground in statement.cited:
        for name, pattern in _names(ground.text):
            for m in pattern.finditer(statement.text):
                if m.group() != name and not _same(m.group(), name) and not any(m.group() in text for text in statement.texts):
                    amount = Quantity(m.start(), m.end(), m.group(), "name", Fraction(0), Fraction(0))
                    yield Miss(amount, Fault.NAME, name, ground)


@lru_cache(maxsize=kept.PARAGRAPHS)
def _names(text: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The names of a text with numbers in them, each with what finds it with any numbers."""
    found = dict.fromkeys("".join(found) for found in _NAME.findall(text))
    return tuple((name, _with_any_number(name)) for name in found
                 if _NUMERAL.search(name) and len(_NUMERAL.sub("", name)) >= _TELLING and len(name) <= _LONGEST and not _PARTED.search(name))


def _with_any_number(name: str) -> re.Pattern[str]:
    parts = _NUMERAL.split(name)
    number = f"(?:[{_NUMERALS}]|[0-9])"
    inner = number.join(map(re.escape, parts[1:] if not parts[0] else parts))
    return re.compile((inner if parts[0] else _BEFORE + (number if len(parts) > 2 else _BEGINNING) + inner) + ("" if parts[-1] else "(?![一-鿿])"))


def _same(ours: str, theirs: str) -> bool:
    """Whether the two have the same numbers, be they written otherwise: 4联系, 双个薄弱."""
    return all(a == b or _number(a) == _number(b) for a, b in zip(ours, theirs, strict=True))


def _number(sign: str) -> Fraction | None:
    return value("二" if sign in "双两" else sign)
