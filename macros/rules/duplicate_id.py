"""An id belongs to one entry, whatever its kind: `[[id]]` and old addresses rely on it."""

from collections.abc import Iterator

from macros.findings import Finding
from macros.library.catalog import Catalog
from macros.model.kinds import KINDS
from macros.rules.rule import Rule


def check_library(catalog: Catalog) -> Iterator[Finding]:
    owner: dict[str, str] = {}
    # What is published keeps its id.
    for kind, entry_id in sorted(catalog.origins, key=catalog.new.__contains__):
        if entry_id in owner:
            first = KINDS[owner[entry_id]].label
            yield catalog.finding(kind, entry_id, (), RULE.code, f"编号“{entry_id}”已经用于{first}",
                                  f"给这个{KINDS[kind].label}换一个编号，例如 {entry_id}-2")
        owner.setdefault(entry_id, kind)
    for kind, entry_id, entry in catalog.entries():
        for i, old in enumerate(getattr(entry, "formerly", ())):
            new = (owner.get(old, ""), old)
            if new in catalog.new and (kind, entry_id) not in catalog.touched:
                yield catalog.finding(*new, (), RULE.code, f"编号“{old}”是{KINDS[kind].label} {entry_id} 的旧编号，旧网址转到那里",
                                      f"给这个{KINDS[new[0]].label}换一个编号，例如 {old}-2")
            elif old in owner:
                yield catalog.finding(kind, entry_id, ("formerly", i), RULE.code,
                                      f"旧编号“{old}”已经用于{KINDS[owner[old]].label}", "旧编号只能写已经不用的编号")
            owner.setdefault(old, kind)


RULE = Rule(
    code="duplicate-id",
    title="编号只能用一次",
    why="编号就是地址，也是 [[编号]] 链接的目标；两条共用一个编号，读者就会被带错地方。",
    wrong="data/practices/dang-jian.yml 与 data/topics.yml 里的 dang-jian:",
    right="data/practices/dang-jian-huo-dong-shi.yml",
    check_library=check_library,
    looks_at=lambda *_: None,
)
