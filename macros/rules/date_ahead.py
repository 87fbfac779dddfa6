"""A date on which something was done is not still to come, and nothing is taken in before its source was there."""

import datetime
from collections.abc import Iterator
from typing import Any

from macros.findings import Finding, Severity
from macros.library.catalog import Catalog
from macros.model.inline_links import Place
from macros.rules.rule import Rule
from macros.runtime import today

Dated = tuple[Place, str, datetime.date]


def check_library(catalog: Catalog) -> Iterator[Finding]:
    latest = today.latest()
    for kind, entry_id, entry in catalog.entries():
        for place, label, day in _dates(entry):
            if day > latest:
                yield catalog.finding(kind, entry_id, place, RULE.code, f"{label} {day} 在将来：今天是 {today.here()}", f"写今天以前的日期，例如 {today.here()}")
        said = _partial(entry)
        if said and said > latest.isoformat()[:len(said)]:
            yield catalog.finding(kind, entry_id, ("date",), RULE.code, f"发言的日期 {said} 在将来：今天是 {today.here()}", "核对原文署的日期")
        year = getattr(entry, "year", None)
        if year and year > latest.year:
            yield catalog.finding(kind, entry_id, ("year",), RULE.code, f"年份 {year} 在将来：今年是 {today.here().year}", "核对来源写的是哪一年")
    yield from _in_order(catalog, latest)


def _dates(entry: Any) -> Iterator[Dated]:
    for name, label in (("added", "收录日期"), ("updated", "修改日期"), ("date", "来源的日期")):
        if isinstance(day := getattr(entry, name, None), datetime.date):
            yield (name,), label, day
    for i, change in enumerate(getattr(entry, "changes", ())):
        yield ("changes", i, "on"), "更正日期", change.on
    for name, label in (("reviewed", "审读日期"), ("withdrawn", "撤下日期")):
        if done := getattr(entry, name, None):
            yield (name, "on"), label, done.on


def _partial(entry: Any) -> str | None:
    """The date of a speech, which may end with its month or year."""
    return day if isinstance(day := getattr(entry, "date", None), str) else None


def looks_at(catalog: Catalog, kind: str, entry_id: str) -> object:
    entry = catalog.of(kind)[entry_id]
    speeches = [account.speech for account in entry.accounts] if kind == "practices" else ()
    return list(_dates(entry)), _partial(entry), getattr(entry, "year", None), getattr(entry, "source", None), speeches


def _in_order(catalog: Catalog, latest: datetime.date) -> Iterator[Finding]:
    since = {sid: day for sid, source in catalog.sources.items()
             if (day := source.date or (datetime.date(source.year, 1, 1) if source.year else None)) and day <= latest}
    for pid, practice in catalog.practices.items():
        if practice.withdrawn and practice.withdrawn.on < practice.added:
            yield catalog.finding("practices", pid, ("withdrawn", "on"), RULE.code,
                                  f"撤下日期 {practice.withdrawn.on} 早于收录日期 {practice.added}", "核对两个日期，改成先收录、后撤下")
        days = [since[speech.source] for a in practice.accounts if (speech := catalog.speeches.get(a.speech)) and speech.source in since]
        if days and practice.added < min(days):
            yield catalog.finding("practices", pid, ("added",), RULE.code, f"收录日期 {practice.added} 早于来源的日期（{min(days)}）",
                                  "核对收录日期，和来源的年份（year）、日期（date）", Severity.WARNING)


RULE = Rule(
    code="date-ahead",
    title="日期不能在将来",
    why="收录、更正、审读、撤下都是已经做了的事；日期写错，“本库的变化”就排错，读者也不知道信哪一个。",
    wrong="added: 2062-11-24",
    right="added: 2026-11-24",
    check_library=check_library,
    looks_at=looks_at,
)
