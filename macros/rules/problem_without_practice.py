"""A problem that no practice answers leads a reader nowhere."""

from collections.abc import Iterator

from macros.findings import Finding, Severity
from macros.library.catalog import Catalog
from macros.rules.rule import Rule


def check_library(catalog: Catalog) -> Iterator[Finding]:
    if not catalog.whole("practices", "problems"):
        return
    answered = {problem for practice in catalog.current_practices.values() for problem in practice.problems}
    # While they write an id that no problem has, it may be one of these under its id of before.
    if not all(problem in catalog.problems or ("problems", problem) in catalog.former for problem in answered):
        return
    for problem_id, problem in catalog.problems.items():
        if problem_id not in answered:
            yield catalog.finding("problems", problem_id, (), RULE.code, f"问题“{problem.title}”还没有做法回答",
                                  f"给能回答它的做法加上 problems: [{problem_id}]，或删去它", Severity.WARNING)


def looks_at(catalog: Catalog, kind: str, entry_id: str) -> object:
    entry = catalog.of(kind)[entry_id]
    return entry.problems if kind == "practices" else entry.title if kind == "problems" else None


RULE = Rule(
    code="problem-without-practice",
    title="问题要有做法回答",
    why="读者按自己的难题找来，不应当看到空页。",
    wrong="problems.yml 里有 no-venue，没有做法写它",
    right="至少一个做法写 problems: [no-venue]",
    check_library=check_library,
    looks_at=looks_at,
    keeps=True,
    exemptible=True,
)
