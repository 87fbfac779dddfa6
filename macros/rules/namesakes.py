"""Two bodies whose names read the same must look different wherever they stand."""

from collections.abc import Iterator

from macros.findings import Finding
from macros.library.catalog import Catalog
from macros.model.titles import title_of
from macros.rules.rule import Rule


def check_library(catalog: Catalog) -> Iterator[Finding]:
    shown: dict[str, str] = {}
    for oid, body in catalog.organizations.items():
        first = shown.setdefault(title_of(body), oid)
        if first != oid:
            yield catalog.finding(
                "organizations", oid, ("distinguisher",) if body.distinguisher else (), RULE.code,
                f"与 {first} 在页面上都显示成“{title_of(body)}”",
                "确实是同一家，就合并；不是，就各写一个 distinguisher（最多六个字，例如它主要讲的做法：全员入委）")


RULE = Rule(
    code="namesakes",
    title="同名的单位要分得开",
    why="xx市政协可以有许多家；两家看起来一样，读者就会把一家的做法记到另一家头上。",
    wrong="两个 name: xx市政协，都没有写 distinguisher",
    right="name: xx市政协 下面写 distinguisher: 全员入委",
    check_library=check_library,
)
