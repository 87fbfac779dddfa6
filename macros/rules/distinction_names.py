"""The reason of a distinction stands on both pages, so it names both sides."""

import re
from collections.abc import Iterator

from macros.findings import Finding
from macros.library.catalog import Catalog
from macros.model.entries import Practice
from macros.rules.rule import Rule

# Words whose meaning changes with the page that they stand on.
_HERE = re.compile("这里|那里|本条|此处|该条|这一条|那一条|前者|后者")


def check_library(catalog: Catalog) -> Iterator[Finding]:
    for pid, practice in catalog.practices.items():
        for i, distinction in enumerate(practice.distinct_from):
            place = ("distinct_from", i, "why")
            other = catalog.practices.get(distinction.to)
            if pointing := _HERE.search(distinction.why):
                yield catalog.finding("practices", pid, place, RULE.code,
                                      f"“{pointing.group()}”在对方的页面上指的就是另一个做法了",
                                      "写出两边的名称：甲是……，乙是……", needle=pointing.group())
            elif other and other is not practice:
                lacking = [title for entry_id, title, names in (_side(pid, practice), _side(distinction.to, other))
                           if not _named(distinction.why, entry_id, names)]
                if lacking:
                    yield catalog.finding("practices", pid, place, RULE.code,
                                          f"区别里没有写出{'和'.join(f'“{title}”' for title in lacking)}",
                                          "两边的页面都显示这句话，写出两边的名称：甲是……，乙是……")


def _side(pid: str, practice: Practice) -> tuple[str, str, set[str]]:
    names = {practice.title, *practice.aliases, *practice.keywords, *(a.name for a in practice.accounts if a.name)}
    return pid, practice.title, names


def _named(why: str, entry_id: str, names: set[str]) -> bool:
    text = _bare(why)
    return f"[[{entry_id}]]" in why or any(_bare(name) in text for name in names)


def _bare(text: str) -> str:
    return re.sub("[“”‘’\"'《》〈〉]", "", text)


RULE = Rule(
    code="distinction-names",
    title="不要混淆要写出两边的名称",
    why="一边写了，另一边的页面也显示同一句话；“这里、那里”换一页就说反了。",
    wrong="why: 这里是编组，那里是培训",
    right="why: 全员入委是编组，全员培训是培训",
    check_library=check_library,
)
