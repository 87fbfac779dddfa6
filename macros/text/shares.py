"""Shares as Chinese texts write them: 5%, 百分之五, 三分之一, 1/3, 九成五, 半数以上. Knows no entry."""

import re
from fractions import Fraction

from macros.text.numerals import ARABIC, CHINESE, MASK, value

_ONE = f"(?:{ARABIC}|{CHINESE})"
_HALF_OF = "(?:超过|过|近)?半数(?:以上)?|过半数?(?![年天月小个])|(?<!另)一半(?:以上|多)?(?!对)"
# What `read` makes hundredths of; the sign % is a unit, and none of its own.
PATTERN = (
    f"(?P<hundredth>百分之(?P<part>{_ONE}|{MASK})(?:至(?:百分之)?(?P<part2>{_ONE}))?)"
    f"|(?P<of>{CHINESE})分之(?P<share>{CHINESE})"
    "|(?P<tenths>[一二两三四五六七八九])成(?P<tenth>半|[一二三四五六七八九](?![个名位条件次项十百千万年月]))?(?P<tenmore>多)?(?![立员为本果效长功就])"
    "|(?P<over1>[0-9]+)[/／](?P<under>[0-9]+)(?![0-9/／])"
    f"|(?P<halfof>{_HALF_OF})")


def read(m: re.Match[str]) -> tuple[Fraction | None, Fraction | None, str] | None:
    """The hundredths that words for a share say, lower and upper, and how exact; None where these are no such words."""
    if m["hundredth"]:
        low = value(m["part"])
        return low, value(m["part2"]) if m["part2"] else low, ""
    if m["of"] or m["over1"]:
        whole, part = (value(m["of"]), value(m["share"])) if m["of"] else (value(m["under"]), value(m["over1"]))
        ratio = part * 100 / whole if whole and part is not None else None
        return ratio, ratio, ""
    if m["tenths"]:
        more = Fraction(5) if m["tenth"] == "半" else value(m["tenth"] or "零") or Fraction(0)
        share = (value(m["tenths"]) or Fraction(0)) * 10 + more
        return share, share, "more" if m["tenmore"] else ""
    if m["halfof"]:
        return Fraction(50), Fraction(50), "above" if re.search("[上多过]", m["halfof"]) else ""
    return None
