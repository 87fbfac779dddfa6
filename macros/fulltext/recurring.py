"""How often something is done, where a source says so without a frequency: 年度评选 is once a year, two days named are two days a month."""

import re
from collections.abc import Iterable

from macros.fulltext.statements import Ground
from macros.text.quantities import Quantity, quantities

# 年度评选, 年底考核: once in that time, said without 每.
_SHORTLY = {12: "年度|年底|年终|年末|年初|全年", 3: "季度|季末", 1: "月度|月底|月末|月初"}


def said_shortly(amount: Quantity, grounds: Iterable[Ground]) -> bool:
    """Once in a time that the source names without 每."""
    frequency = amount.frequency
    if frequency is None:
        return False
    words = _SHORTLY.get(int(frequency.months)) if frequency.months in _SHORTLY and frequency.times in (None, 1) else None
    return words is not None and any(re.search(words, ground.text) for ground in grounds)


def of_days(amount: Quantity, grounds: Iterable[Ground]) -> bool:
    """每月两天 where the source names the two days."""
    frequency = amount.frequency
    if frequency is None:
        return False
    if frequency.times == 1 and amount.text.endswith(("一天", "一日")) and any(
            q.frequency and q.frequency.masked and q.frequency.months == frequency.months and frequency.parity in ("", q.frequency.parity) for ground in grounds for q in quantities(ground.text)):
        return True  # which one is masked
    return any(q.frequency and q.frequency.months == frequency.months and not q.frequency.masked
               and frequency.times is not None and f"{frequency.times}" == str(len(set(re.findall("[0-9]+[日号]", ground.text))))
               for ground in grounds for q in quantities(ground.text))
