"""A problem, a term or a topic stands in the library once."""

from collections.abc import Iterator, Mapping
from typing import Any

from macros.findings import Finding, Severity
from macros.library.catalog import Catalog
from macros.library.similarity import Names, folded
from macros.model.kinds import KINDS
from macros.model.titles import title_of
from macros.rules.rule import Rule

# One body may mean another thing by a term than the other does.
_KINDS: Mapping[str, tuple[str, str]] = {"problems": ("title", "synonyms"), "terms": ("term", ""), "topics": ("title", ""), "formulations": ("text", "")}


def check_library(catalog: Catalog) -> Iterator[Finding]:
    for kind, (field, others) in _KINDS.items():
        first: dict[str, str] = {}
        names = Names()
        for entry_id in catalog.from_old_to_new(kind):
            entry = catalog.of(kind)[entry_id]
            name = getattr(entry, field)
            owner = first.setdefault(folded(name), entry_id)
            near = names.nearest(entry_id, (name,)) if kind == "problems" else None
            if owner != entry_id:
                yield _told(catalog, kind, entry_id, field, owner, "就是", Severity.WARNING if kind == "terms" else Severity.ERROR)
            elif near:
                yield _told(catalog, kind, entry_id, field, near, "几乎就是", Severity.WARNING)
            elif others:
                yield from _said_otherwise(catalog, kind, entry_id, entry, others, first)


def _said_otherwise(catalog: Catalog, kind: str, entry_id: str, entry: Any, others: str,
                    first: Mapping[str, str]) -> Iterator[Finding]:
    """Another way to say it that is the name of another entry."""
    for i, other in enumerate(getattr(entry, others)):
        owner = first.get(folded(other), entry_id)
        if owner != entry_id:
            yield catalog.finding(kind, entry_id, (others, i), RULE.code, f"“{other}”就是{KINDS[kind].label} {owner}",
                                  f"是同一个，就合成一条；不是，就从 {others} 里删去这一项", Severity.WARNING)


def _told(catalog: Catalog, kind: str, entry_id: str, field: str, owner: str, how: str, severity: Severity) -> Finding:
    label = KINDS[kind].label
    other = title_of(catalog.of(kind)[owner])
    new = (kind, entry_id) in catalog.new
    former = "，在留下的那一条里写 formerly: [另一个的编号]" if kind == "problems" and not new else ""
    changed = (kind, entry_id) in catalog.touched and not new and (kind, owner) not in catalog.touched
    # Nothing in a file of many says which of the two was there first, unless git does.
    joined = (f"引用它的地方都写 {owner}，再删去这一段" if new and (kind, owner) not in catalog.new
              else f"{owner} 和 {entry_id} 留先有的一条，引用的地方都写留下的编号{former}，再删去另一段")
    return catalog.finding(kind, entry_id, (field,), RULE.code, f"这个{label}{how} {owner}（{other}）",
                           f"{'改错了，就改回原来的；' if changed else ''}{joined}；确是两回事，就换一个分得开的说法", severity)


def looks_at(catalog: Catalog, kind: str, entry_id: str) -> object:
    return catalog.of(kind)[entry_id] if kind in _KINDS else None


RULE = Rule(
    code="same-entry",
    title="同一个问题、术语只写一条",
    why="同一个问题写成两条，回答它的做法就分在两页上，读者看到的都不全。",
    wrong="problems.yml 里两条都问“委员不参加活动怎么办？”",
    right="一条，另外的问法写进 synonyms",
    check_library=check_library,
    looks_at=looks_at,
    keeps=True,
    exemptible=True,
)
