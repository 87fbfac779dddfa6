"""An amount of ours that its paragraphs do not bear out, as a value."""

from dataclasses import dataclass
from enum import Enum

from macros.fulltext.statements import Ground
from macros.text.quantities import Quantity


class Fault(Enum):
    """How an amount of ours is wrong: filled in for a mask, masked though it is given, in another paragraph, of another unit, part of a
    name that has another number, nowhere."""

    MASKED = "masked"
    GIVEN = "given"
    NAME = "name"
    ELSEWHERE = "elsewhere"
    UNIT = "unit"
    NOWHERE = "nowhere"


@dataclass(frozen=True)
class Miss:
    """An amount that its paragraphs do not bear out; `theirs` are the source's words that come nearest, as they stand in `ground`."""

    amount: Quantity
    fault: Fault
    theirs: str = ""
    ground: Ground | None = None
