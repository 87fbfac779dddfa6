"""No entry tells where on whose computer a file lies."""

from collections.abc import Iterator
from pathlib import Path

from macros.findings import Finding
from macros.library.catalog import Catalog
from macros.rules.rule import Rule
from macros.text import machine_paths

_PRIVATE = machine_paths.private(Path(__file__).resolve().parents[2])


def check_entry(catalog: Catalog, kind: str, entry_id: str) -> Iterator[Finding]:
    if "/" not in (prose := catalog.prose(kind, entry_id)) and "\\" not in prose:
        return
    for place, text in catalog.strings(kind, entry_id):
        for _, path in machine_paths.written(text, _PRIVATE):
            yield catalog.finding(kind, entry_id, place, RULE.code, f"这里有本机的路径 {path}", "删去路径，只写文件的名称", needle=path)


RULE = Rule(
    code="leaked-path",
    title="不写本机的路径",
    why="路径里有用户名、盘符、服务器名和文件夹的安排，别人不该知道，也打不开。手写页面、图和样式里的一样查。",
    wrong="原文见 D:\\……\\发言.docx、\\\\服务器\\……、file:///……、vscode://file/……",
    right="原文见发言汇编",
    check_entry=check_entry,
)
