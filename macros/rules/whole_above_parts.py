"""A whole stands no further than the furthest of its parts, as one speech tells them."""

from collections.abc import Iterator

from macros.findings import Finding
from macros.library.catalog import Catalog
from macros.model.entries import Practice
from macros.model.progress import ADVANCED, further
from macros.model.vocabulary import Relation, Status
from macros.rules.rule import Rule


def check_library(catalog: Catalog) -> Iterator[Finding]:
    for pid, practice in catalog.current_practices.items():
        for i, account in enumerate(practice.accounts):
            furthest = _furthest(_parts(catalog, practice, account.speech))
            if furthest and further(account.progress.status, furthest):
                yield catalog.finding(
                    "practices", pid, ("accounts", i, "progress", "status"), RULE.code,
                    f"整体写了“{account.progress.status.label}”，它的组成部分在这一篇里最多是“{furthest.label}”",
                    f"把整体改成 {furthest.value}（{furthest.label}），依据用说这一步的原话；或者核对各部分的进展")


def looks_at(catalog: Catalog, kind: str, entry_id: str) -> object:
    practice = catalog.practices.get(entry_id) if kind == "practices" else None
    return practice and ([(account.speech, account.progress.status) for account in practice.accounts],
                         [(link.to, link.relation) for link in practice.related])


def _parts(catalog: Catalog, practice: Practice, speech: str) -> list[Status]:
    """How far the same speech says that the parts of a practice got."""
    parts = (catalog.practices.get(link.to) for link in practice.related if link.relation is Relation.PART)
    return [account.progress.status for part in parts if part and not part.withdrawn
            for account in part.accounts if account.speech == speech]


def _furthest(statuses: list[Status]) -> Status | None:
    """The most advanced of these; None where none of them says anything."""
    return min((s for s in statuses if s in ADVANCED), key=ADVANCED.index, default=None)


RULE = Rule(
    code="whole-above-parts",
    title="整体不比它的部分走得更远",
    why="部分都还在计划，整体不会已经在试；读者看到整体，会以为各部分也到了那一步。",
    wrong="168 写试点，它的六个载体都是计划",
    right="168 写计划",
    check_library=check_library,
    looks_at=looks_at,
    exemptible=True,
)
