"""A step is told only where the source tells it: 逐户走访 is easily put in between two that it has."""

from collections.abc import Iterator
from functools import partial

from macros.findings import Finding, Severity
from macros.fulltext import contrary, remembered
from macros.fulltext.originals import Originals
from macros.fulltext.statements import Statement
from macros.fulltext.unheard import Unheard, unheard
from macros.library.catalog import Catalog
from macros.rules.rule import Rule


def check_against_text(catalog: Catalog, originals: Originals) -> Iterator[Finding]:
    known = remembered.names(catalog, originals)
    # What a source is called is nothing that a speech says.
    called = tuple(title for source in catalog.sources.values() for title in (source.title, source.short))
    for statement, added in contrary.found(catalog, originals, RULE.code, bool, partial(_added, frozenset(called)), rests_on=called):
        if not _named(catalog, statement, added) and not known.calls(added.words) and not contrary.named(known, statement, added.start, added.start + len(added.words)):
            yield catalog.finding(statement.kind, statement.entry_id, statement.place, RULE.code, f"“{added.words}”，原文{statement.label}里没有讲到{_where(statement, added)}",
                                  "原文没有讲的，删去；讲了的，用原文的字眼写", Severity.WARNING, needle=added.words)


def _added(called: frozenset[str | None], statement: Statement) -> Iterator[Unheard]:
    # Where steps are told: a name may be in any words, and an outline sums up (介绍县情).
    if statement.kind == "practices" and (statement.place[0] == "summary" or statement.place[-1] == "text"):
        yield from unheard(statement.text, (*(ground.text for ground in statement.cited), *(words for words in statement.around if words not in called)))


def _named(catalog: Catalog, statement: Statement, added: Unheard) -> bool:
    """Whether the practice is looked for by these words, or most of them: so they are another word for what it does."""
    practice = catalog.practices.get(statement.entry_id) if statement.kind == "practices" else None
    return practice is not None and any(added.words in word or (word in added.words and len(word) * 2 > len(added.words)) for word in practice.keywords)


def _where(statement: Statement, added: Unheard) -> str:
    """Which other paragraph has the words, where one has."""
    there = next((ground.label for ground in statement.rest if added.words in ground.text), "")
    return f"（{there}里有）" if there else ""


RULE = Rule(
    code="added-in-source",
    title="每一步都是原文讲的",
    why="“建立台账”前面添一句“逐户走访”，后面添一句“汇编成册”，读来很顺，原文没有讲过，读者会照着去做（本机有全文时才能查：连着几个字与所引的段落没有一个词相同，才提醒）。",
    wrong="原文“联络员联系群众，建立台账”，要点写“联络员联系群众，逐户走访，建立台账”",
    right="要点写“联络员联系群众，建立台账”",
    check_against_text=check_against_text,
    exemptible=True,
)
