"""Who holds an office is told by the office: persons come and go, and nobody asked them."""

from collections.abc import Iterator

from macros.findings import Finding, Severity
from macros.library.catalog import Catalog
from macros.rules.rule import Rule, exempting
from macros.text.persons import Person, persons


def check_entry(catalog: Catalog, kind: str, entry_id: str) -> Iterator[Finding]:
    if kind == "formulations" or not any(persons(catalog.prose(kind, entry_id))):
        return
    for place, text in catalog.strings(kind, entry_id):
        for found in persons(text):
            yield catalog.finding(kind, entry_id, place, RULE.code, message(found),
                                  f"{cure(found)}；不是人名，就换一个说法，或在末尾写 {exempting(RULE.code)}", Severity.WARNING, needle=found.words)


def message(found: Person) -> str:
    return f"“{found.words}”里像是有人的姓名：{found.name}"


def cure(found: Person) -> str:
    """What to write instead: the office alone."""
    return f"写职务，不写姓名：{found.words.replace(found.name, '').strip('：:（( ')}"


RULE = Rule(
    code="named-person",
    title="写职务，不写姓名",
    why="做法讲的是职务做什么，换了人还是这样做；写上姓名，就把一个人的事公开了，也会把“某某”当成补得上的空。以人名命名的工作室、品牌不算。",
    wrong="由县政协主席张某某牵头",
    right="由县政协主席牵头",
    check_entry=check_entry,
    exemptible=True,
)
