"""How an amount of ours stands to one of a source: the same in another writing, the same number of something else, or neither."""

from enum import IntEnum
from fractions import Fraction

from macros.text.quantities import BASE, Quantity


class Likeness(IntEnum):
    """How an amount of ours stands to one of the source."""

    NONE = 0
    OTHER_UNIT = 1
    SAME = 2


def likeness(ours: Quantity, theirs: Quantity) -> Likeness:
    """Whether the two say the same, the same number of something else, or have nothing in common."""
    if ours.frequency or theirs.frequency:
        return _of_frequencies(ours, theirs)
    if ours.date or theirs.date:
        return Likeness.SAME if _same_date(ours, theirs) else Likeness.NONE
    if "code" in (ours.kind, theirs.kind):
        return Likeness.SAME if ours.kind == theirs.kind and ours.text.upper() == theirs.text.upper() else Likeness.NONE
    if ours.low is None or theirs.low is None:
        return Likeness.SAME if ours.masked and theirs.masked else Likeness.NONE
    if not _near(ours, theirs):
        # 15小时 for 15个工作日: the same figures, another unit.
        same_figures = ours.unit != theirs.unit and _figures(ours) == _figures(theirs) and ours.kind in _TIMES and theirs.kind in _TIMES
        return Likeness.OTHER_UNIT if same_figures else Likeness.NONE
    return Likeness.SAME if _same_kind(ours, theirs) else Likeness.OTHER_UNIT


_TIMES = frozenset({"minutes", "workdays", "days", "months"})


def _figures(quantity: Quantity) -> Fraction | None:
    return None if quantity.low is None else quantity.low / BASE.get(quantity.unit, 1)


def _of_frequencies(ours: Quantity, theirs: Quantity) -> Likeness:
    if ours.frequency and theirs.frequency:
        if ours.masked != theirs.masked and (ours.frequency.times or theirs.frequency.times):
            return Likeness.NONE
        return Likeness.SAME if ours.frequency.agrees(theirs.frequency) else Likeness.NONE
    one, other = (ours.frequency, theirs) if ours.frequency else (theirs.frequency, ours)
    if one is None:
        return Likeness.NONE
    said = (other.kind == "months" and other.low == one.months) or (other.kind == "event" and other.low is not None and (other.low, other.high) == (one.times, one.most or one.times))
    return Likeness.SAME if said else Likeness.NONE


def _same_date(ours: Quantity, theirs: Quantity) -> bool:
    return bool(ours.date) and set(ours.date) <= set(theirs.date)


def _near(ours: Quantity, theirs: Quantity) -> bool:
    if ours.low is None or theirs.low is None:
        return False
    if (ours.low, ours.high) == (theirs.low, theirs.high):
        return True
    if ours.low != ours.high:
        return False
    if theirs.low != theirs.high:
        return False
    if ours.slack == "more":
        return ours.low < theirs.low < ours.low + _step(ours.low)
    if ours.slack == "about":
        return abs(ours.low - theirs.low) * 10 <= theirs.low
    if ours.slack == "above":
        return ours.low <= theirs.low <= ours.low * Fraction(5, 4) or ours.low < theirs.low < ours.low + _step(ours.low)
    return False


def _step(number: Fraction) -> int:
    """How far “多” reaches: 300多 up to 399, 十几 up to 19."""
    step = 1
    while number % (step * 10) == 0 and number >= step * 10:
        step *= 10
    return step


def _same_kind(ours: Quantity, theirs: Quantity) -> bool:
    if "bare" in (ours.kind, theirs.kind):
        return True
    one, other = ours.head, theirs.head
    if one and other and one not in other and other not in one:
        return False
    if ours.kind == theirs.kind:
        return True
    if one or other:
        return False
    return "any" in (ours.kind, theirs.kind) and not {ours.kind, theirs.kind} & {"visits", "share", "money", "minutes", "days", "months", "workdays"}
