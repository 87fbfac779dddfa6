"""What is not checked because something else can't be read: said where that is told, not where it is named."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from macros.findings import Finding
from macros.library.references import references

if TYPE_CHECKING:
    from macros.library.catalog import Catalog


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
    return [_with(finding, waiting.get(id(finding), 0)) for finding in findings]


def _with(finding: Finding, times: int) -> Finding:
    return replace(finding, cure=f"{finding.cure}。先改好它：引用它的 {times} 处暂不检查") if times else finding
