"""Words of a statement that the paragraphs it rests on say otherwise or not at all, and how that is told: ours, where theirs stand, theirs."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any, NamedTuple, TypeVar

from macros.findings import Finding, Severity
from macros.fulltext import remembered, statements
from macros.fulltext.originals import Originals
from macros.fulltext.statements import Ground, Statement
from macros.library.catalog import Catalog
from macros.library.known_names import KnownNames

T = TypeVar("T")


class Absent(NamedTuple):
    """Words of ours at an offset that no paragraph has."""

    words: str
    start: int


class Wrong(NamedTuple):
    """Words of ours at an offset, and those of a paragraph that say otherwise."""

    words: str
    start: int
    theirs: str
    ground: Ground


def found(catalog: Catalog, originals: Originals, code: str, wanted: Callable[[str], object],
          look: Callable[[Statement], Iterator[T]], *, rests_on: Any = None) -> Iterator[tuple[Statement, T]]:
    """Of each statement that claims something the first that `look` finds wrong; `wanted` tells texts that are worth a look, `rests_on` what
    of the whole library `look` knows."""
    return statements.wrong(catalog, originals, code, wanted, partial(_first, look), rests_on=rests_on)


def outside_names(catalog: Catalog, originals: Originals, each: Iterable[tuple[Statement, Wrong]]) -> Iterator[tuple[Statement, Wrong]]:
    """Those whose words are no part of a name that the library knows: a name is written as it is."""
    names = remembered.names(catalog, originals)
    return ((statement, wrong) for statement, wrong in each if not named(names, statement, wrong.start, wrong.start + len(wrong.words)))


def named(names: KnownNames, statement: Statement, start: int, end: int, own: str | None = None) -> bool:
    """Whether these characters of a statement are part of a name that the library knows, not only practice `own`; what a term stands for
    is no proof of itself."""
    return statement.place != ("expansion",) and names.covers(statement.text, start, end, own)


def told(catalog: Catalog, code: str, each: Iterable[tuple[Statement, Wrong]], how: str, cure: str) -> Iterator[Finding]:
    """A reminder for each; `how` says what our words are to theirs: 与原文相反."""
    for statement, wrong in each:
        yield catalog.finding(statement.kind, statement.entry_id, statement.place, code,
                              f"“{wrong.words}”{how}：{wrong.ground.label}写的是“{wrong.theirs}”", cure, Severity.WARNING, needle=wrong.words)


def _first(look: Callable[[Statement], Iterator[T]], every: Iterable[Statement]) -> Iterator[tuple[Statement, T]]:
    for statement in every:
        if statement.claims and (wrong := next(look(statement), None)):
            yield statement, wrong
