"""A paragraph in which no practice is told says why; one with a practice says no such thing."""

from collections.abc import Iterator

from macros.findings import Finding, Severity
from macros.library.catalog import Catalog
from macros.model import locators
from macros.rules.rule import Rule


def check_library(catalog: Catalog) -> Iterator[Finding]:
    if not catalog.whole("practices"):
        return
    told: dict[str, set[int]] = {}
    for practice in catalog.current_practices.values():
        for account in practice.accounts:
            told.setdefault(account.speech, set()).update(locators.parse(at)[0] for at in account.at)
    for sid, speech in catalog.current_speeches.items():
        number = 0
        for i, section in enumerate(speech.outline):
            for j, paragraph in enumerate(section.paragraphs):
                number += 1
                place = ("outline", i, "paragraphs", j)
                if number in told.get(sid, set()):
                    if paragraph.no_practice:
                        yield catalog.finding("speeches", sid, (*place, "no_practice"), RULE.code,
                                              f"第{number}段写了没有做法的原因，却有做法引用它",
                                              "删去没有做法的原因（no_practice）", severity=Severity.WARNING)
                elif not paragraph.no_practice:
                    yield catalog.finding("speeches", sid, place, RULE.code,
                                          f"第{number}段没有做法引用，也没有说明原因",
                                          "补上做法；确实没有就写 no_practice: 原因", severity=Severity.WARNING)


def looks_at(catalog: Catalog, kind: str, entry_id: str) -> object:
    if kind == "speeches":
        return [bool(paragraph.no_practice) for paragraph in catalog.speeches[entry_id].paragraphs]
    return [(account.speech, account.at) for account in catalog.practices[entry_id].accounts] if kind == "practices" else None


RULE = Rule(
    code="untold-paragraph",
    title="没有做法的段落说明原因",
    why="这样才看得出一段是确实没有做法，还是漏掉了。",
    wrong="- {gist: 交代背景。}",
    right="- {gist: 交代背景。, no_practice: 只讲形势，没有讲做法}",
    check_library=check_library,
    looks_at=looks_at,
    exemptible=True,
)
