"""One body is registered once, however its name is written."""

from collections.abc import Iterator

from macros.findings import Finding, Severity
from macros.library.catalog import Catalog
from macros.model.entries import Organization
from macros.model.titles import title_of
from macros.model.vocabulary import NameState
from macros.rules.rule import Rule, exempting
from macros.text.bodies import alike, short


def check_library(catalog: Catalog) -> Iterator[Finding]:
    known: dict[str, list[tuple[str, Organization]]] = {}
    for oid in catalog.from_old_to_new("organizations"):
        body = catalog.organizations[oid]
        if body.name_state is not NameState.NAMED:
            continue
        # Two names that may be one body's end alike.
        bucket = known.setdefault(short(body.name)[-4:], [])
        for other, was in bucket:
            if was.level is body.level and title_of(was) != title_of(body) and was.name != body.name and alike(was.name, body.name):
                yield catalog.finding("organizations", oid, ("name",), RULE.code, f"“{body.name}”与 {other}（{was.name}）像是同一家",
                                      f"是同一家：发言里都写 organization: {other}，删去这一段；"
                                      f"不是，就在说明（note）里写明不同在哪里，并写 {exempting(RULE.code)}",
                                      Severity.WARNING)
                break
        bucket.append((oid, body))


RULE = Rule(
    code="same-body",
    title="一家单位只登记一次",
    why="同一家登记成两家，它的发言就分在两页上，数单位时也多出一家。简称、全称、带不带市县区字，都是一家。",
    wrong="滦州市政协之外，又登记“政协滦州市委员会”",
    right="发言里写已有的编号",
    check_library=check_library,
    exemptible=True,
)
