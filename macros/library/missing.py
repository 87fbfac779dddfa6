"""Kinds of entries that are not there although the rest of the library needs them.

A library without terms is a library; one whose entries name two hundred problems and that has no `problems.yml`
has lost a file. That is told once, in the place of two hundred references to nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from macros.findings import Finding
from macros.library.references import references, text_links

if TYPE_CHECKING:
    from macros.library.catalog import Catalog
    from macros.model.kinds import Kind

_SEVERAL = 2
# A library has it or not: a link that leads nowhere does not miss it.
_OPTIONAL = {"formulations"}


def missing(catalog: Catalog, lacking: Mapping[Kind, bool], shown: str) -> Iterator[tuple[str, Finding]]:
    """Of the kinds without an entry (true: without folder and file too), those that are needed, each with what to say."""
    lacking = {kind: absent for kind, absent in lacking.items() if kind.name not in _OPTIONAL}
    if not lacking:
        return
    named = Counter(target for *_, target, _ in references(catalog))
    led = _leading_nowhere(catalog)
    for kind, absent in lacking.items():
        what = "文件夹" if kind.one_file_each else "文件"
        state = f"没有这个{what}" if absent else f"这个{what}是空的"
        if named[kind.name]:
            yield kind.name, _finding(kind, shown, f"{state}，别处有 {named[kind.name]} 处提到{kind.label}")
        elif kind.name == "practices" and absent and (catalog.problems or _untold(catalog)):
            yield kind.name, _finding(kind, shown, f"{state}，发言和问题都没有做法可看")
        # A link does not say what kind it leads to: one alone is a slip of the pen.
        elif not kind.one_file_each and len(led) >= _SEVERAL and not catalog.unread:
            first = next(iter(led))
            yield kind.name, _finding(kind, shown, f"{state}，文字里有 {sum(led.values())} 处链接找不到条目，例如 [[{first}]]")
            led = {}  # one reason is enough


def _untold(catalog: Catalog) -> bool:
    """Whether a speech has a paragraph that must be told in a practice: it does not say that there is none in it."""
    return any(not paragraph.no_practice for speech in catalog.speeches.values() for paragraph in speech.paragraphs)


def _leading_nowhere(catalog: Catalog) -> Mapping[str, int]:
    ids = {entry_id for _, entry_id in catalog.claimed}
    return Counter(target for *_, target, _ in text_links(catalog) if target not in ids)


def _finding(kind: Kind, shown: str, message: str) -> Finding:
    name = kind.name if kind.one_file_each else f"{kind.name}.yml"
    new = {"practices": "新库用 kb new practice 写第一条", "speeches": "新库用 kb import 导入第一份",
           "sources": "新库用 kb import 导入第一份"}.get(kind.name, f"确实没有{kind.label}的，就新建它，写上提到的编号")
    return Finding(f"{shown}/{name}", 1, 1, "missing-part", message,
                   f"从 git 里取回来（git checkout -- {shown}/{name}），或从备份里放回；{new}")
