"""What is in the library does not lead to what was taken out of it."""

from collections import defaultdict
from collections.abc import Iterator

from macros.findings import Finding
from macros.library.catalog import Catalog
from macros.library.references import references, text_links
from macros.model.kinds import KINDS
from macros.rules.rule import Rule
from macros.text.listing import first


def check_library(catalog: Catalog) -> Iterator[Finding]:
    gone = {(kind, entry_id) for kind in ("practices", "speeches") for entry_id, entry in catalog.of(kind).items()
            if entry.withdrawn}
    if not gone:
        return
    found: dict[tuple[str, str], list[Finding]] = defaultdict(list)
    for kind, entry_id, place, target_kind, target in references(catalog):
        if (target_kind, target) in gone and (kind, entry_id) not in gone:
            found[target_kind, target].append(catalog.finding(
                kind, entry_id, place, RULE.code, f"{KINDS[target_kind].label}“{target}”已经撤下", "删去这一项，或换成现有的编号"))
    for kind, entry_id, place, target, written in text_links(catalog):
        owner = catalog.kind_of(target)
        if owner and (owner, target) in gone and (kind, entry_id) not in gone and entry_id in catalog.of(kind):
            found[owner, target].append(catalog.finding(
                kind, entry_id, place, RULE.code, f"文字里的链接 {written} 已经撤下", "去掉双方括号，或换成现有的编号", needle=written))
    for key, links in found.items():
        # Who has just withdrawn it is told there; who has just linked it, at the link.
        if len(links) > 1 or key in catalog.touched:
            yield _still_linked(catalog, key, links)
        else:
            yield from links


def _still_linked(catalog: Catalog, key: tuple[str, str], links: list[Finding]) -> Finding:
    listed = first([f"{f.path}:{f.line}" for f in links])
    return catalog.finding(*key, ("withdrawn",), RULE.code, f"{KINDS[key[0]].label}“{key[1]}”撤下了，还有 {len(links)} 处链接到它：{listed}",
                           "把这些地方写着它的那一项删去，或换成现有的编号；文字里的链接去掉双方括号", key=True)


RULE = Rule(
    code="withdrawn-link",
    title="不链接已经撤下的条目",
    why="撤下的条目只留一页说明，读者从别处点过去什么也得不到；撤下的发言也不能再作依据。",
    wrong="related: [{to: jiu-zuo-fa, as: complement}]，而 jiu-zuo-fa 已写 withdrawn",
    right="删去这一项",
    check_library=check_library,
)
