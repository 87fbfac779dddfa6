"""Of which level a body is that a Chinese text names: 省 in 省政协提案委员会, 县 in 县民政局. Knows no entry."""

import re
from functools import lru_cache
from typing import NamedTuple

from macros.text import kept

_ENDS = "委员会|委(?!员|托|派)|局|厅|处|站|所|中心|公司|协会|联合会|学院|学校|党校|医院|联社|供销社|残联|妇联|工商联|文联|科协|侨联|党委|政府|人大"
_BODY = f"政协(?:[一-鿿]{{2,6}}?(?:{_ENDS}))|政协|[一-鿿]{{2,6}}?(?:{_ENDS})|党委|政府|人大|残联|妇联|文联|科协|侨联"
# A level that is no part of 市县, 社区, 园区; no word for a whole of them before it.
_FOUND = re.compile(f"(?=[全省市县区州])(?<![一-鿿]各)(?<![省市县区州级社园城地景片各()（）])(?<![省市县区州]、)(?P<level>全国|省|市|县|区|州)级?(?P<body>{_BODY})")
# What is no part of a name.
_NO_NAME = re.compile("[各和与及要在到请由向对把被从的了为是同等让给省市县区、]|邀请|组织|部署")
_LEVELS, _LETTER = re.compile("全国|[省市县区州]"), re.compile("[省市县区乡镇村]")
# 市委 is a body of its own, not short for anything; so is what is called only by its level: 市直, 市级, 省一级.
_PARTY = re.compile("(?=[省市县区州])(?<![省市县区州)）各（(])(?<![省市县区州]、)(?P<level>省|市|县|区|州)(?P<body>委)(?=[^员托派室会办]|$)")
_ZONE = re.compile("(?=[国省市县区州])(?<![省市县区州、)）各（(])(?P<level>国家|省|市|县|区|州)级?(?P<body>(?:经济|高新技术|工业)?开发区|高新区|产业园区)")
# 市直 and 市直属 are those of the level itself: 市直机关.
DIRECT = "直属"
_DIRECT = re.compile("(?=[省市县区州])(?<![省市县区州)）各（(])(?<![省市县区州]、)(?P<level>省|市|县|区|州)(?P<body>直属?)(?![接辖管达到至面奔通播报营供选送上])")
_RANK = re.compile("(?=[全省市县区乡])(?<![省市县区州、)）各（(多本同上下每一几两三])(?P<level>全国|省|市|县|区|乡镇)(?:一级|级(?!别|政协委员))")
# 市县两级 with the levels, 三级委员 with who is of them.
_TOGETHER = re.compile("(?P<levels>(?:[省市县区乡镇村](?:（[^（）]{1,4}）)?、?){2,4})?(?P<number>[两二三四五])级(?P<body>[一-鿿]{2})")


class Leveled(NamedTuple):
    """A body with its level, from `start` to `end`; `body` is its name without the level, shortened."""

    start: int
    end: int
    level: str
    body: str


@lru_cache(maxsize=kept.STATEMENTS)
def leveled(text: str) -> tuple[Leveled, ...]:
    """The bodies of a text that are named with one level, in their order."""
    return tuple(found for m in _FOUND.finditer(text) if (found := _leveled(m)))


def _leveled(m: re.Match[str]) -> Leveled | None:
    if not _NO_NAME.search(m["body"]):
        return Leveled(m.start(), m.end(), m["level"], m["body"])
    # 县政协的对口专委会 names the 政协 alone.
    return Leveled(m.start(), m.start("body") + 2, m["level"], "政协") if m["body"].startswith("政协的") else None


@lru_cache(maxsize=kept.STATEMENTS)
def seats(text: str) -> tuple[Leveled, ...]:
    """The party committees (市委), zones (县经济开发区) and what is of a level itself (市直, `body` 直属) in a text, named with one level, in their order."""
    if "委" not in text and "区" not in text and "直" not in text:
        return ()
    return tuple(Leveled(m.start(), m.end(), m["level"], DIRECT if pattern is _DIRECT else m["body"])
                 for pattern in (_PARTY, _ZONE, _DIRECT) for m in pattern.finditer(text))


@lru_cache(maxsize=kept.STATEMENTS)
def ranks(text: str) -> tuple[Leveled, ...]:
    """Where a text says of which level something is: 市级, 省一级."""
    return tuple(Leveled(m.start(), m.end(), m["level"], "") for m in _RANK.finditer(text)) if "级" in text else ()


@lru_cache(maxsize=kept.STATEMENTS)
def together(text: str) -> tuple[Leveled, ...]:
    """Several levels that a text names at once: 市县 (with their number, 市县两) or only the number, 三, of 委员."""
    return tuple(Leveled(m.start(), m.start("body"), "".join(_LETTER.findall(m["levels"] or "")) + m["number"].replace("二", "两"), m["body"])
                 for m in _TOGETHER.finditer(text)) if "级" in text else ()


def levels_of(body: str, text: str) -> frozenset[str]:
    """The levels that a text names the body with, several at once (市县政协) included; the empty one where it names none."""
    own = body.removeprefix("政协") or body
    return levels_before(re.sub("委员会$", "委", own), text)


def levels_before(words: str, text: str) -> frozenset[str]:
    """The levels that stand before these words in a text; the empty one where none does."""
    found: set[str] = set()
    for m in re.finditer(re.escape(words), text):
        before = re.search(r"(?P<run>[全国省市县区州两三级、()（）“”]*)(?:政协|级|的|里)?$", text[max(0, m.start() - 12):m.start()])
        # 两级 alone says no level.
        run = before["run"].strip("两三级") if before else ""
        found.update(_LEVELS.findall(run) if run else ("",))
    return frozenset(found)
