"""An entry that has another id now is named by it: told once for all places that still have the old one."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from macros.findings import Finding
from macros.library.catalog import Catalog
from macros.library.references import references, text_links
from macros.model.kinds import KINDS
from macros.model.titles import title_of
from macros.rules.rule import Rule
from macros.text.listing import first


def check_library(catalog: Catalog) -> Iterator[Finding]:
    if not catalog.former:
        return
    found: dict[tuple[str, str], list[tuple[str, str, tuple[str | int, ...], str]]] = defaultdict(list)
    for kind, entry_id, place, target_kind, target in references(catalog):
        if (target_kind, target) in catalog.former and not catalog.has(target_kind, target):
            found[target_kind, target].append((kind, entry_id, place, target))
    of_any = {old: kind for kind, old in catalog.former if not catalog.has(kind, old)}
    for kind, entry_id, place, target, written in text_links(catalog):
        if target in of_any and catalog.kind_of(target) is None:
            found[of_any[target], target].append((kind, entry_id, place, written))
    for key in catalog.in_pages:
        if key in catalog.former and not catalog.has(*key):
            found.setdefault(key, [])
    for (target_kind, target), places in found.items():
        yield _told(catalog, target_kind, target, places)


def _told(catalog: Catalog, kind: str, old: str, places: list[tuple[str, str, tuple[str | int, ...], str]]) -> Finding:
    new = catalog.former[kind, old]
    there = [catalog.finding(k, i, place, RULE.code, "-", "-", needle=needle) for k, i, place, needle in places]
    there += [Finding(n.path, n.line, n.column, RULE.code, "-", "-", excerpt=n.excerpt) for n in catalog.in_pages.get((kind, old), ())]
    listed = first([f"{f.path}:{f.line}" for f in there[1:]])
    others = f"；还有 {len(there) - 1} 处写着旧编号：{listed}" if len(there) > 1 else ""
    return replace(there[0], message=f"{KINDS[kind].label}“{old}”改了编号{others}",
                   cure=f"{'都' if others else ''}写 {new}（{title_of(catalog.of(kind)[new])}）")


RULE = Rule(
    code="former-reference",
    title="引用写现在的编号",
    why="旧编号只为读者收藏的旧网址留着；库里互相引用、手写页面里的宏，一律写现在的编号，否则旧编号永远改不完。",
    wrong="related: [{to: lao-bian-hao, as: complement}]，而 xin-bian-hao.yml 已写 formerly: [lao-bian-hao]",
    right="related: [{to: xin-bian-hao, as: complement}]",
    check_library=check_library,
)
