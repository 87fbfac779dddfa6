"""No entry holds the number of an identity card."""

from collections.abc import Iterator

from macros.findings import Finding
from macros.library.catalog import Catalog
from macros.rules.rule import Rule
from macros.text.personal import personal


def check_entry(catalog: Catalog, kind: str, entry_id: str) -> Iterator[Finding]:
    if not any(found.kind == "card" for found in personal(catalog.prose(kind, entry_id))):
        return
    for place, text in catalog.strings(kind, entry_id):
        for found in personal(text):
            if found.kind == "card":
                yield catalog.finding(kind, entry_id, place, RULE.code, f"这里有身份证号 {found.masked}", "删去", needle=found.words)


RULE = Rule(
    code="id-card",
    title="不写身份证号",
    why="身份证号一公开就收不回来。条目、手写页面、图里的都查，校验码对的才算；遮住几位的不算。",
    wrong="联系人张某，身份证号写全 18 位",
    right="联系人张某",
    check_entry=check_entry,
)
