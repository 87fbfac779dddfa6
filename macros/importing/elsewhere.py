"""What a speech tells of others: how a wider body has spread the practice (市政协印发文件，在全市推广), and in which sentences."""

import re
from collections.abc import Sequence

from macros.importing.measured import sentences
from macros.model.vocabulary import Level

_SPREAD = re.compile("全(?P<of>省|市|州|盟|县|区|旗)(?:范围内?)?(?:全面|逐步|复制|总结)?(?:推广|推开|推行|铺开|普及|复制)")
_LEVELS = {"省": Level.PROVINCE, "市": Level.CITY, "州": Level.CITY, "盟": Level.CITY, "县": Level.COUNTY, "区": Level.COUNTY, "旗": Level.COUNTY}
_WIDEST = (Level.PROVINCE, Level.CITY, Level.COUNTY, Level.TOWNSHIP)


def spread(sentence: str, level: Level | None) -> bool:
    """Whether a sentence tells how a practice of a body of this level was spread by a wider one; what it counts is not the body's own."""
    found = _SPREAD.search(sentence)
    return found is not None and level in _WIDEST and _WIDEST.index(_LEVELS[found["of"]]) < _WIDEST.index(level)


def own(text: str, level: Level | None) -> str:
    """A text without the sentences that tell of a wider body's doings."""
    return "".join(part for part in sentences(text) if not spread(part, level))


def theirs(texts: Sequence[str], level: Level | None) -> list[str]:
    """The sentences of some texts that tell of a wider body's doings."""
    return [part for text in texts for part in sentences(text) if spread(part, level)]
