"""Quotation marks on the pages are “ ”."""

import re
from collections.abc import Iterator

from macros.findings import Finding, Severity
from macros.library.catalog import Catalog
from macros.model.lists import TEXTS
from macros.model.quoting import LETTER_BY_LETTER
from macros.rules.rule import Rule

STRAIGHT = re.compile(r"[\"'＂「」『』](?=[\u4e00-\u9fff])|(?<=[\u4e00-\u9fff，。、；：！？）])[\"'＂「」『』]")

_MARKS = re.compile("[\"'＂「」『』]")
# Beside a blank, in a list: the mark may begin or end an item whose comma is lost.
_APART = re.compile(r"\S\s+[\"']|[\"']\s+\S")


def fix(field: str, text: str) -> str:
    """The text with “ ” in place of straight marks beside Chinese, where they come in pairs."""
    if field in LETTER_BY_LETTER or not STRAIGHT.search(text) or text.count('"') % 2 or _parted(field, text):
        return text
    return re.sub(r'"([^"]*)"', r"“\1”", text)


def _parted(field: str | int, text: str) -> bool:
    return field in TEXTS and bool(_APART.search(text))


def check_entry(catalog: Catalog, kind: str, entry_id: str) -> Iterator[Finding]:
    if not _MARKS.search(catalog.prose(kind, entry_id)):
        return
    for place, text in catalog.strings(kind, entry_id):
        found = STRAIGHT.search(text)
        if found and not LETTER_BY_LETTER.intersection(s for s in place[-1:] if isinstance(s, str)):
            two = place[-2:-1] and _parted(place[-2], text)
            cure = "是两项，两项之间写半角逗号加一个空格（, ）；是一项，引号换成“ ”，删去空格" if two else "换成“ ”（kb check --fix 会改）"
            yield catalog.finding(kind, entry_id, place, RULE.code, f"引号用了 {found.group()}", cure,
                                  Severity.WARNING, needle=found.group())


RULE = Rule(
    code="straight-quotes",
    title="引号用“ ”",
    why="同一个名称有两种引号，检索和比对就对不上。",
    wrong="""text: 建立"双带"机制""",
    right="text: 建立“双带”机制",
    check_entry=check_entry,
    fix_text=fix,
    exemptible=True,
)
