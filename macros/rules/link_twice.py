"""A link between two practices is written once; the other page shows it by itself."""

from collections.abc import Iterator

from macros.findings import Finding
from macros.library.catalog import Catalog
from macros.rules.rule import Rule


def check_library(catalog: Catalog) -> Iterator[Finding]:
    for name, word in (("related", "相关做法"), ("distinct_from", "不要混淆")):
        first: dict[frozenset[str], str] = {}
        for pid, practice in catalog.practices.items():
            for i, link in enumerate(getattr(practice, name)):
                place = (name, i, "to")
                if link.to == pid:
                    yield catalog.finding("practices", pid, place, RULE.code, f"{word}指向了自己", "删去这一项")
                    continue
                pair = frozenset((pid, link.to))
                if pair in first:
                    path = catalog.origins["practices", first[pair]].document.path
                    where = "本文件" if first[pair] == pid else f" {path} "
                    yield catalog.finding("practices", pid, place, RULE.code,
                                          f"{word}“{link.to}”已经在{where}里写过", "只写一次，对方页面会自动出现；删去这一项")
                first.setdefault(pair, pid)


def looks_at(catalog: Catalog, kind: str, entry_id: str) -> object:
    practice = catalog.practices.get(entry_id) if kind == "practices" else None
    return practice and ([link.to for link in practice.related], [other.to for other in practice.distinct_from])


RULE = Rule(
    code="link-twice",
    title="两条之间的链接只写一次",
    why="反向链接由程序生成；两边都写，改一边就会对不上。",
    wrong="甲写了 related: 乙，乙又写 related: 甲",
    right="只在甲里写",
    check_library=check_library,
    looks_at=looks_at,
)
