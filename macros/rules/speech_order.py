"""Two speeches of one source can't be at the same place in it."""

from collections.abc import Iterator

from macros.findings import Finding
from macros.library.catalog import Catalog
from macros.rules.rule import Rule


def check_library(catalog: Catalog) -> Iterator[Finding]:
    first: dict[tuple[str, int], str] = {}
    for sid, speech in catalog.speeches.items():
        key = (speech.source, speech.order)
        if key in first:
            yield catalog.finding("speeches", sid, ("order",), RULE.code,
                                  f"篇次 {speech.order} 已经用于发言“{first[key]}”", "核对来源的目录，改成正确的篇次")
        first.setdefault(key, sid)


RULE = Rule(
    code="speech-order",
    title="篇次不能重复",
    why="读者按“第几篇”找发言，同一来源里两篇不能占一个次序。",
    wrong="两篇都写 order: 3",
    right="order: 3 与 order: 4",
    check_library=check_library,
)
