"""What a speech does not say of a practice is told of a speech that tells of it."""

from collections.abc import Iterator

from macros.findings import Finding
from macros.library.catalog import Catalog
from macros.model.entries import Practice
from macros.rules.rule import Rule


def check_library(catalog: Catalog) -> Iterator[Finding]:
    for pid, practice in catalog.practices.items():
        if practice.unsaid:
            yield from _of(catalog, pid, practice)


def looks_at(catalog: Catalog, kind: str, entry_id: str) -> object:
    practice = catalog.practices.get(entry_id) if kind == "practices" else None
    return practice and ([(unsaid.what, unsaid.speech) for unsaid in practice.unsaid], [account.speech for account in practice.accounts])


def _of(catalog: Catalog, pid: str, practice: Practice) -> Iterator[Finding]:
    telling = [account.speech for account in practice.accounts]
    if not all(catalog.has("speeches", speech) for speech in telling):
        return  # which of them it should be is told there
    for i, unsaid in enumerate(practice.unsaid):
        if unsaid.speech and unsaid.speech not in telling and catalog.has("speeches", unsaid.speech):
            yield catalog.finding("practices", pid, ("unsaid", i, "speech"), RULE.code,
                                  f"发言 {unsaid.speech} 没有讲到这条做法，“{unsaid.what}”就没有地方写“原文未说明”",
                                  f"改成讲到它的发言（可写：{'、'.join(telling)}），或只写这句话，不写发言（speech）和方面（aspect）")


RULE = Rule(
    code="unsaid-speech",
    title="原文没有说的，写在讲到它的发言名下",
    why="对照表在那一家的那一格写“原文未说明”；没有讲到这条做法的发言在表里没有格子。",
    wrong="accounts 里只有一篇发言，unsaid 却写 speech: 另一篇",
    right="unsaid: [{what: 实行后的效果, speech: 讲到它的那一篇, aspect: effect}]",
    check_library=check_library,
    looks_at=looks_at,
)
