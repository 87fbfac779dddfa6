"""What is not checked because something else can't be read: said where that is told, not where it is named."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from macros.findings import Finding
from macros.library.references import references, text_links

if TYPE_CHECKING:
    from macros.library.catalog import Catalog


_LISTED = 4


def told(catalog: Catalog, findings: list[Finding], tables: Mapping[str, Finding],
         entries: Mapping[tuple[str, str], Finding]) -> list[Finding]:
    """The findings, those about what can't be read with the number of places that wait for it.

    `tables` are the findings about a whole kind, `entries` those about one entry that can't be read at all.
    """
    if not tables and not entries:
        return findings
    named = Counter((kind, target) for *_, kind, target in references(catalog))
    waiting: dict[int, int] = Counter()
    for kind, finding in tables.items():
        waiting[id(finding)] += sum(times for (other, _), times in named.items() if other == kind)
    for entry, finding in entries.items():
        waiting[id(finding)] += named[entry]
    empty = {id(finding): _naming(catalog, entry) for entry, finding in entries.items() if finding.code == "empty-file"}
    return [_deleted(finding, empty[id(finding)]) if id(finding) in empty else _with(finding, waiting.get(id(finding), 0)) for finding in findings]


def _naming(catalog: Catalog, entry: tuple[str, str]) -> list[str]:
    """The files that name an entry, in a field or a text."""
    by = [(kind, entry_id) for kind, entry_id, _, *target in references(catalog) if tuple(target) == entry]
    by += [(kind, entry_id) for kind, entry_id, _, target, _ in text_links(catalog) if target == entry[1]]
    return list(dict.fromkeys(catalog.origins[key].document.path for key in by))


def _deleted(finding: Finding, files: list[str]) -> Finding:
    """An empty file may be deleted, once nothing leads to it."""
    if not files:
        return replace(finding, cure=f"{finding.cure}；不要这一条了，就删去这个文件")
    listed = "、".join(files[:_LISTED]) + ("等" if len(files) > _LISTED else "")
    return replace(finding, cure=f"{finding.cure}；不要这一条了，先删去 {listed} {len(files)} 个文件里提到它的地方，再删去这个文件")


def _with(finding: Finding, times: int) -> Finding:
    return replace(finding, cure=f"{finding.cure}。先改好它：引用它的 {times} 处暂不检查") if times else finding
