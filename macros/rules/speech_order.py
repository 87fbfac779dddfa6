"""Two speeches of one source can't be at the same place in it."""

from collections.abc import Iterator

from macros.findings import Finding
from macros.library.catalog import Catalog
from macros.rules.rule import Rule


def check_library(catalog: Catalog) -> Iterator[Finding]:
    first: dict[tuple[str, int], str] = {}
    for sid in catalog.from_old_to_new("speeches"):
        speech = catalog.speeches[sid]
        owner = first.setdefault((speech.source, speech.order), sid)
        if owner != sid:
            yield catalog.finding("speeches", sid, ("order",), RULE.code, f"篇次 {speech.order} 已经用于发言“{owner}”",
                                  f"核对来源的目录，改成正确的篇次{_left(catalog, speech.source)}。先改好它：这两篇暂不与全文对照")


def _left(catalog: Catalog, source: str) -> str:
    """The only place before the last one that no speech of the source has."""
    taken = {speech.order for speech in catalog.speeches.values() if speech.source == source}
    free = sorted(set(range(1, max(taken))) - taken)
    return f"（还没有哪一篇写第 {free[0]} 篇）" if len(free) == 1 else ""


RULE = Rule(
    code="speech-order",
    title="篇次不能重复",
    why="读者按“第几篇”找发言，同一来源里两篇不能占一个次序。",
    wrong="两篇都写 order: 3",
    right="order: 3 与 order: 4",
    check_library=check_library,
)
