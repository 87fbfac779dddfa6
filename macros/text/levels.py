"""Of which level a body is that a Chinese text names: 省 in 省政协提案委员会, 县 in 县民政局. Knows no entry."""

import re
from functools import lru_cache
from typing import NamedTuple

_ENDS = "委员会|委(?!员|托|派)|局|厅|处|站|所|中心|公司|协会|联合会|学院|学校|党校|医院|联社|供销社|残联|妇联|工商联|文联|科协|侨联|党委|政府|人大"
_BODY = f"政协(?:[一-鿿]{{2,6}}?(?:{_ENDS}))|政协|[一-鿿]{{2,6}}?(?:{_ENDS})|党委|政府|人大|残联|妇联|文联|科协|侨联"
# A level that is no part of 市县, 社区, 园区; no word for a whole of them before it.
_FOUND = re.compile(f"(?=[全省市县区州])(?<![一-鿿]各)(?<![省市县区州级社园城地景片各()（）])(?<![省市县区州]、)(?P<level>全国|省|市|县|区|州)级?(?P<body>{_BODY})")
# What is no part of a name.
_NO_NAME = re.compile("[各和与及要在到请由向对把被从的了为是同等让给省市县区、]|邀请|组织|部署")
_LEVELS = re.compile("全国|[省市县区州]")


class Leveled(NamedTuple):
    """A body with its level, from `start` to `end`; `body` is its name without the level, shortened."""

    start: int
    end: int
    level: str
    body: str


@lru_cache(maxsize=4096)
def leveled(text: str) -> tuple[Leveled, ...]:
    """The bodies of a text that are named with one level, in their order."""
    return tuple(Leveled(m.start(), m.end(), m["level"], m["body"]) for m in _FOUND.finditer(text) if not _NO_NAME.search(m["body"]))


def levels_of(body: str, text: str) -> frozenset[str]:
    """The levels that a text names the body with, several at once (市县政协) included; the empty one where it names none."""
    own = body.removeprefix("政协") or body
    short = re.sub("委员会$", "委", own)
    found: set[str] = set()
    for m in re.finditer(re.escape(short), text):
        before = re.search(r"(?P<run>[全国省市县区州级、()（）“”]*)(?:政协|级|的|里)?$", text[max(0, m.start() - 12):m.start()])
        found.update(_LEVELS.findall(before["run"]) if before else ())
        if not (before and before["run"]):
            found.add("")
    return frozenset(found)
