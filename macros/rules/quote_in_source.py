"""Words that we put in “ ” must stand in the speeches that the statement rests on, or be a name of the library."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from macros.findings import Finding, Severity
from macros.fulltext import remembered, statements
from macros.fulltext.originals import Originals
from macros.fulltext.statements import Statement
from macros.library.catalog import Catalog
from macros.library.known_names import KnownNames
from macros.library.similarity import folded
from macros.rules import undefined_term
from macros.rules.rule import Rule

_QUOTED = re.compile("“([^“”]*)”|‘([^‘’]*)’|「([^「」]*)」|『([^『』]*)』|\"([^\"]*)\"")
_MARK = re.compile("[“‘「『\"]")


def check_against_text(catalog: Catalog, originals: Originals) -> Iterator[Finding]:
    known = remembered.names(catalog, originals)
    absent = statements.gathered(catalog, originals, f"{RULE.code}/absent", quoted, _of)
    unknown = remembered.gathered(catalog, originals, RULE.code, remembered.ENTRIES,
                                  lambda kind, entry_id: _unknown(known, absent.get((kind, entry_id), ())), rests_on=known)
    for statement, wrong in (each for found in unknown.values() for each in found):
        yield catalog.finding(
            statement.kind, statement.entry_id, statement.place, RULE.code,
            f"引号里的{'、'.join(f'“{words}”' for words in wrong)}，原文里没有，也不是库里的名称",
            "引号里照抄原文的话；不是原文的话，去掉引号，用自己的话写", Severity.WARNING, needle=wrong[0])


def _unknown(known: KnownNames, absent: Iterable[tuple[Statement, tuple[str, ...]]]) -> Iterator[tuple[Statement, tuple[str, ...]]]:
    """Every statement with what it quotes that is no name either."""
    for statement, found in absent:
        # One mistake, one message.
        if wrong := tuple(words for words in found if not known.has(words)
                          and not (statement.kind != "problems" and undefined_term.tells(words))):
            yield statement, wrong


def _of(found: Iterable[Statement]) -> Iterator[tuple[Statement, tuple[str, ...]]]:
    for statement in found:
        if absent := tuple(words for words in quoted(statement.text) if not _says(statement, words)):
            yield statement, absent


def quoted(text: str) -> list[str]:
    """What stands in quotation marks; a link there is a name already."""
    if not _MARK.search(text):
        return []
    found = ("".join(filter(None, groups)) for groups in _QUOTED.findall(text))
    return [words for words in found if "\0" not in words and folded(words)]


def _says(statement: Statement, words: str) -> bool:
    key = folded(words)
    return any(key in ground.folded for ground in (*statement.cited, *statement.rest)) or any(key in _folded(text) for text in statement.around)


# The same titles and headings stand around many statements.
_folded = lru_cache(maxsize=4096)(folded)


RULE = Rule(
    code="quote-in-source",
    title="引号里的话要原文里有",
    why="读者会把引号里的话当成原话；原文没有的，就是替人说话（本机有全文时才能查；库里的名称、术语、提法可以写）。手写页面里的，拿这一句用宏连着的条目来比。",
    wrong="要点写：称为“板凳主持人”，而原文没有这个词",
    right="要点写：驻地委员轮流主持",
    check_against_text=check_against_text,
    exemptible=True,
)
