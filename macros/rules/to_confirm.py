"""What a draft proposes is confirmed by a person."""

import re
from collections.abc import Iterator

from macros.findings import Finding, Severity
from macros.library.catalog import Catalog
from macros.model.fields import TO_CONFIRM
from macros.model.kinds import KINDS
from macros.reading.document import Document
from macros.rules.rule import Rule

# Behind a value, not in a line of comment.
_MARK = re.compile(rf"^(?=[ \t]*[^#\s])[^\n]*?[ \t](?P<mark>#[ \t]*{TO_CONFIRM})", re.M)
_NAMED = 12

Key = tuple[str, str]


def check_library(catalog: Catalog) -> Iterator[Finding]:
    seen = set()
    for entry, origin in catalog.origins.items():
        document = origin.document
        if document.path in seen or TO_CONFIRM not in document.text:
            continue
        seen.add(document.path)
        for about, found in _by_entry(entry, document, list(_MARK.finditer(document.text))).items():
            yield _finding(about, document, found)


def _by_entry(first: Key, document: Document, found: list[re.Match[str]]) -> dict[Key, list[int]]:
    """Where the marks of a file begin, by the entry that they stand in; `first` is one of them."""
    kind, root = first[0], document.root
    begins = [] if KINDS[kind].one_file_each or root is None else [(key.start_mark.index, (kind, str(key.value))) for key, _ in root.value]
    marks: dict[Key, list[int]] = {}
    for each in found:
        before = [entry for start, entry in begins if start <= each.start("mark")]
        marks.setdefault(before[-1] if before else first, []).append(each.start("mark"))
    return marks


def _finding(entry: Key, document: Document, found: list[int]) -> Finding:
    lines = [document.text.count("\n", 0, start) + 1 for start in found]
    column = found[0] - document.text.rfind("\n", 0, found[0])
    where = "、".join(f"第 {line} 行" for line in lines[:_NAMED]) + (f"……还有 {len(lines) - _NAMED} 处" if len(lines) > _NAMED else "")
    return Finding(document.path, lines[0], column, RULE.code, f"有 {len(lines)} 处待确认：{where}" if len(lines) > 1 else "这个值是导入时读出来的，还没有人确认",
                   f"与原文核对；对的，删去这一行从“# {TO_CONFIRM}”起的话；不对的，把值改好，再删去", Severity.ERROR, document.line(lines[0]), entry)


def looks_at(catalog: Catalog, kind: str, entry_id: str) -> object:
    text = catalog.origins[kind, entry_id].document.text
    return text if TO_CONFIRM in text else None


RULE = Rule(
    code="to-confirm",
    title="读出来的值要确认一次",
    why="单位、年份、场合、类型、进展这些，导入时能从原文读出来的就填上了，后面写着“# 待确认”。机器会读错，要人看过一眼；看过就删去这几个字，不用再打一遍。",
    wrong="year: 2025  # 待确认：题目里写着",
    right="year: 2025",
    check_library=check_library,
    looks_at=looks_at,
)
