"""Quotation marks on the pages are “ ”."""

import re
from collections.abc import Iterator

from macros.findings import Finding, Severity
from macros.library.catalog import Catalog
from macros.rules.rule import Rule

# Fields that quote the source letter by letter.
VERBATIM = frozenset({"cue", "raw", "sha256"})
STRAIGHT = re.compile(r"[\"'＂「」『』](?=[\u4e00-\u9fff])|(?<=[\u4e00-\u9fff，。、；：！？）])[\"'＂「」『』]")

_MARKS = re.compile("[\"'＂「」『』]")


def curled(text: str) -> str | None:
    """The text with “ ” in place of straight marks, or None where they do not come in pairs."""
    if text.count('"') % 2:
        return None
    return re.sub(r'"([^"]*)"', r"“\1”", text)


def look(catalog: Catalog, kind: str, entry_id: str) -> Iterator[Finding]:
    if not _MARKS.search(catalog.prose(kind, entry_id)):
        return
    for place, text in catalog.strings(kind, entry_id):
        found = STRAIGHT.search(text)
        if found and not VERBATIM.intersection(s for s in place[-1:] if isinstance(s, str)):
            yield catalog.finding(kind, entry_id, place, RULE.code, f"引号用了 {found.group()}", "换成“ ”（kb check --fix 会改）",
                                  Severity.WARNING, needle=found.group())


RULE = Rule(
    code="straight-quotes",
    title="引号用“ ”",
    why="同一个名称有两种引号，检索和比对就对不上。",
    wrong="""text: 建立"双带"机制""",
    right="text: 建立“双带”机制",
    look=look,
    exemptible=True,
)
