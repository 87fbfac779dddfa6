"""How words of ours and of a source are shown in a message: whole, so that a reader recognises them."""

import re
from collections.abc import Iterable

from macros.fulltext.statements import Ground, Statement
from macros.text.quantities import COUNTED, Quantity

# Where a clause ends.
CUT = re.compile("[，。；：、！？“”（）,;:!?\"\0\n]")
# A clause is shown whole up to so many characters on a side, a longer one cut where dots say so.
_WHOLE, _SHOWN = 10, 8
_CLAUSE = 16
# Of many words so many characters are shown at either end.
_ENDS = 15
_NOUN = 6
# What is counted ends before these.
_NO_NOUN = re.compile("[^一-鿿]|[的在里中都是和与由把向给去为等]|来自|(?:轮流|一起|共同|参加|组成|分别|之间|以上|以下|左右|以内|怎样|怎么|如何|哪|是否|各是)")
# 3市10县区: what is counted without a unit.
_PLACE = re.compile("县区|[省市县区乡镇村]")


# 每逢周末, 每周五: no more than 周 tells how often.
_DAY = re.compile("末|[一二三四五六日天](?![次回场期讲])")


def words_around(text: str, start: int, end: int, *, exact: bool = False) -> str:
    """A few words of a text around characters `start` to `end`, no further than the clause; `exact` ones could be quoted."""
    before, after = _clause(text, start, end)
    if exact:
        return f"{before[-4:]}{text[start:end]}{after[:6]}"
    before = before if len(before) <= _WHOLE else f"…{before[-_SHOWN:]}"
    after = after if len(after) <= _WHOLE else f"{after[:_SHOWN]}…"
    return f"{before}{text[start:end]}{after}"


def shortened(words: str) -> str:
    """Words with dots for the middle, where they are many."""
    return words if len(words) <= 2 * _ENDS else f"{words[:_ENDS]}…{words[-_ENDS:]}"


def clause_around(text: str, start: int, end: int) -> str:
    """The clause that has characters `start` to `end`, as it stands; a long one cut before and behind."""
    before, after = _clause(text, start, end)
    return f"{before[-_CLAUSE:]}{text[start:end]}{after[:_CLAUSE]}"


def _clause(text: str, start: int, end: int) -> tuple[str, str]:
    """What stands in one clause with characters `start` to `end`, before and behind them."""
    return CUT.split(text[:start])[-1], CUT.split(text[end:])[0]


def shown(amount: Quantity, statement: Statement) -> str:
    """An amount with what is counted: 五个界别, as far as the source has the word, else two characters of it."""
    if amount.frequency and (day := _DAY.match(statement.text, amount.end)) and amount.text.endswith("周"):
        return amount.text + day.group()
    if amount.kind == "bare" and (place := _PLACE.match(amount.noun)):
        return amount.text + place.group()
    if amount.kind not in COUNTED | {"person"}:
        return amount.text
    noun = _NO_NOUN.split(amount.noun[:_NOUN])[0]
    known = max((length for length in range(2, len(noun) + 1) if _stands(noun[:length], statement.cited)), default=2)
    return f"{amount.text}{noun[:known]}"


def _stands(words: str, grounds: Iterable[Ground]) -> bool:
    return any(words in ground.text for ground in grounds)
