"""Two bodies, sources or speeches that read the same must look different wherever they stand."""

from collections.abc import Iterator

from macros.findings import Finding, Severity
from macros.library.catalog import Catalog
from macros.model.titles import title_of
from macros.rules.rule import Rule


def check_library(catalog: Catalog) -> Iterator[Finding]:
    shown: dict[str, str] = {}
    for oid in catalog.from_old_to_new("organizations"):
        body = catalog.organizations[oid]
        first = shown.setdefault(title_of(body), oid)
        if first != oid:
            yield catalog.finding(
                "organizations", oid, ("distinguisher",) if body.distinguisher else (), RULE.code,
                f"与 {first} 在页面上都显示成“{title_of(body)}”",
                f"确实是同一家，发言里就都写 organization: {first}，再删去这一段；不是，就各写一个区分（distinguisher，最多六个字，例如它主要讲的做法：全员入委）")
    yield from _sources(catalog)
    yield from _speeches(catalog)


def _sources(catalog: Catalog) -> Iterator[Finding]:
    shown: dict[str, str] = {}
    for source_id in catalog.from_old_to_new("sources"):
        source = catalog.sources[source_id]
        name = source.short or source.title
        first = shown.setdefault(name, source_id)
        if first != source_id:
            yield catalog.finding("sources", source_id, ("short",) if source.short else ("title",), RULE.code,
                                  f"与来源 {first} 在页面上都显示成“{name}”", "确实是同一份，就留一个；不是，就各写一个简称（short，最多 12 字，例如：2022汇编）")


def _speeches(catalog: Catalog) -> Iterator[Finding]:
    """What one body said twice in one source is cited by the short titles; what two said is, where the body is told already."""
    shown: dict[tuple[str, str, str], str] = {}
    by_short: dict[tuple[str, str], str] = {}
    for sid in catalog.from_old_to_new("speeches"):
        speech = catalog.speeches[sid]
        first = shown.setdefault((speech.source, speech.organization, speech.short), sid)
        other = by_short.setdefault((speech.source, speech.short), sid)
        if first == sid and other != sid:
            yield catalog.finding("speeches", sid, ("short",), RULE.code, f"与发言 {other} 是同一来源，简称都是“{speech.short}”",
                                  "是不是抄错了？确是两篇，各写一个简称，只写《简称》的地方才分得出是哪一篇", Severity.WARNING)
        elif first != sid:
            yield catalog.finding("speeches", sid, ("short",), RULE.code,
                                  f"与发言 {first} 是同一来源、同一单位，简称都是“{speech.short}”", "各写一个简称，出处里才分得出是哪一篇")


RULE = Rule(
    code="namesakes",
    title="同名的单位、来源和发言要分得开",
    why="xx市政协可以有许多家；两家看起来一样，读者就会把一家的做法记到另一家头上。来源的简称、同一单位在同一来源里几篇发言的简称也一样。",
    wrong="两个 name: xx市政协，都没有写 distinguisher",
    right="name: xx市政协 下面写 distinguisher: 全员入委",
    check_library=check_library,
)
