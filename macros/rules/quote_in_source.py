"""Words that we put in “ ” must stand in the speeches that the statement rests on, or be a name of the library."""

import re
from collections.abc import Iterable, Iterator
from functools import partial

from macros.findings import Finding, Severity
from macros.fulltext import statements
from macros.fulltext.originals import Originals
from macros.fulltext.remembered import remembered
from macros.fulltext.statements import Speeches, Statement
from macros.library.catalog import Catalog
from macros.library.known_names import KnownNames
from macros.library.similarity import folded
from macros.rules import undefined_term
from macros.rules.rule import Rule

_QUOTED = re.compile("“([^“”]*)”|‘([^‘’]*)’|「([^「」]*)」|『([^『』]*)』|\"([^\"]*)\"")


def check_against_text(catalog: Catalog, originals: Originals) -> Iterator[Finding]:
    names = KnownNames(catalog)
    for statement, absent in _absent(catalog, originals):
        wrong = [words for words in absent if not names.has(words)
                 # One mistake, one message.
                 and not (statement.kind != "problems" and undefined_term.tells(words))]
        if wrong:
            yield catalog.finding(
                statement.kind, statement.entry_id, statement.place, RULE.code,
                f"引号里的{'、'.join(f'“{words}”' for words in wrong)}，原文里没有，也不是库里的名称",
                "引号里照抄原文的话；不是原文的话，去掉引号，用自己的话写", Severity.WARNING, needle=wrong[0])


def _absent(catalog: Catalog, originals: Originals) -> Iterator[tuple[Statement, tuple[str, ...]]]:
    """Every statement with what it quotes and no text of it has."""
    folds = _Folded()
    for kind, entry_id, of in statements.every_entry(catalog, Speeches(catalog, originals, quoted)):
        yield from remembered(catalog, originals, kind, entry_id, RULE.code, partial(_of, of, folds))


def _of(found: Iterable[Statement], folds: "_Folded") -> Iterator[tuple[Statement, tuple[str, ...]]]:
    for statement in found:
        if absent := tuple(words for words in quoted(statement.text) if not folds.says(statement, words)):
            yield statement, absent


def quoted(text: str) -> list[str]:
    """What stands in quotation marks; a link there is a name already."""
    found = ("".join(filter(None, groups)) for groups in _QUOTED.findall(text))
    return [words for words in found if "\0" not in words and folded(words)]


class _Folded:
    """Paragraphs without punctuation, each folded once."""

    def __init__(self) -> None:
        self._known: dict[str, str] = {}

    def says(self, statement: Statement, words: str) -> bool:
        key = folded(words)
        return any(key in self._of(text) for text in statement.texts)

    def _of(self, text: str) -> str:
        if text not in self._known:
            self._known[text] = folded(text)
        return self._known[text]


RULE = Rule(
    code="quote-in-source",
    title="引号里的话要原文里有",
    why="读者会把引号里的话当成原话；原文没有的，就是替人说话（本机有全文时才能查；库里的名称、术语、提法可以写）。手写页面里的，拿这一句用宏连着的条目来比。",
    wrong="要点写：称为“板凳主持人”，而原文没有这个词",
    right="要点写：驻地委员轮流主持",
    check_against_text=check_against_text,
    exemptible=True,
)
