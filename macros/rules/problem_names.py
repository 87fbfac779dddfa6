"""The practices that a problem's summary names must be those that answer it."""

import re
from collections.abc import Iterator

from macros.findings import Finding, Severity
from macros.library.catalog import Catalog
from macros.library.mentions import Names
from macros.model.entries import Practice
from macros.rules.rule import Rule
from macros.text.completion import CLAUSE

# Fewer characters may be any words.
_LONG = 4
_QUOTES = str.maketrans("", "", "“”‘’\"'《》")
# 〔全员入委〕 tells two bodies apart; what is denied or set apart answers nothing.
_DISTINGUISHER = re.compile("〔[^〕]*〕")
_APART = re.compile("没有|不是|不同|未|另一|不算|以外|除了")


def check_library(catalog: Catalog) -> Iterator[Finding]:
    if not catalog.whole("practices", "problems"):
        return
    names = {name: pid for pid, practice in catalog.current_practices.items() for name in _names(practice)}
    whole = Names(names)
    for problem_id, problem in catalog.problems.items():
        text = _DISTINGUISHER.sub("", problem.summary or "").translate(_QUOTES)
        said = [name for clause in CLAUSE.findall(text) if not _APART.search(clause) for name in whole.within(clause)]
        answering = frozenset(name for pid in catalog.answering.get(problem_id, ()) for name in _names(catalog.practices[pid])) if said else frozenset()
        for name in said:
            # 任务清单 may well be the 贯彻落实任务清单 that answers it.
            if not any(name in each for each in answering):
                yield catalog.finding("problems", problem_id, ("summary",), RULE.code, f"说明里点到“{name}”，那条做法（{names[name]}）却没有写这个问题",
                                      f"原文说它应对这个问题，就在那条做法加上 problems: [{problem_id}]；没有这样说，就从说明里删去", Severity.WARNING, needle=name)


def looks_at(catalog: Catalog, kind: str, entry_id: str) -> object:
    entry = catalog.of(kind)[entry_id]
    return (_names(entry), entry.problems) if kind == "practices" else entry.summary if kind == "problems" else None


def _names(practice: Practice) -> frozenset[str]:
    """What a practice is called, without quotation marks."""
    bare = (name.translate(_QUOTES) for name in (practice.title, *practice.aliases, *(a.name for a in practice.accounts if a.name)))
    return frozenset(name for name in bare if len(name) >= _LONG)


RULE = Rule(
    code="problem-names",
    title="问题的说明只点回答它的做法",
    why="说明里说用某条做法来应对，那条做法却没有写这个问题：不是漏了连接，就是说错了做法，读者点不过去。",
    wrong="summary: 用混合编组来应对，而混合编组的 problems 里没有这个问题",
    right="说明里只写 problems 里有这个问题的做法",
    check_library=check_library,
    looks_at=looks_at,
    keeps=True,
    exemptible=True,
)
