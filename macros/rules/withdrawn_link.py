"""What is in the library does not lead to what was taken out of it."""

from collections.abc import Iterator

from macros.findings import Finding
from macros.library.catalog import Catalog
from macros.library.references import references, text_links
from macros.model.kinds import KINDS
from macros.rules.rule import Rule


def check_library(catalog: Catalog) -> Iterator[Finding]:
    gone = {(kind, entry_id) for kind in ("practices", "speeches") for entry_id, entry in catalog.of(kind).items()
            if entry.withdrawn}
    if not gone:
        return
    for kind, entry_id, place, target_kind, target in references(catalog):
        if (target_kind, target) in gone and (kind, entry_id) not in gone:
            yield catalog.finding(kind, entry_id, place, RULE.code, f"{KINDS[target_kind].label}“{target}”已经撤下",
                                  "删去这一项，或换成现有的编号")
    for kind, entry_id, place, target, written in text_links(catalog):
        owner = catalog.kind_of(target)
        if (owner, target) in gone and (kind, entry_id) not in gone and entry_id in catalog.of(kind):
            yield catalog.finding(kind, entry_id, place, RULE.code, f"文字里的链接 {written} 已经撤下",
                                  "去掉双方括号，或换成现有的编号", needle=written)


RULE = Rule(
    code="withdrawn-link",
    title="不链接已经撤下的条目",
    why="撤下的条目只留一页说明，读者从别处点过去什么也得不到；撤下的发言也不能再作依据。",
    wrong="related: [{to: jiu-zuo-fa, as: complement}]，而 jiu-zuo-fa 已写 withdrawn",
    right="删去这一项",
    check_library=check_library,
)
