"""What a practice quotes must be quoted from a speech of its own accounts: the words of another speech are another body's."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping

from macros.findings import Finding, Severity
from macros.fulltext import statements
from macros.fulltext.originals import Originals
from macros.fulltext.statements import Statement
from macros.fulltext.verbatim import stands
from macros.library.catalog import Catalog
from macros.library.similarity import folded
from macros.rules.quote_in_source import quoted
from macros.rules.rule import Rule

# Of these all accounts of a practice are the ground; what sets it apart from others names these.
_APART = re.compile("不同|不是|区别|有别|不等于|不叫|不称|别家|另一家|对照|区分")
_PLACES = frozenset({"accounts", "summary", "outline"})


def check_against_text(catalog: Catalog, originals: Originals) -> Iterator[Finding]:
    absent = list(statements.wrong(catalog, originals, RULE.code, quoted, _of))
    where = _speeches(originals, catalog, dict.fromkeys(words for _, found in absent for words in found))
    for statement, found in absent:
        own = _names(catalog, {ground.speech for ground in statement.cited}) if where else frozenset()
        elsewhere = [(words, where[words]) for words in found if words in where and folded(words) not in own]
        if elsewhere:
            said = "、".join(f"“{words}”" for words, _ in elsewhere)
            yield catalog.finding(statement.kind, statement.entry_id, statement.place, RULE.code,
                                  f"引号里的{said}不是这一篇的话，是发言“{catalog.speeches[elsewhere[0][1]].short}”里的",
                                  "照这一篇的原文写；说的是另一篇的，写进那一篇的做法里", Severity.WARNING, needle=elsewhere[0][0])


def _names(catalog: Catalog, speeches: Collection[str]) -> frozenset[str]:
    """The names of the practices that these speeches tell of."""
    told = (practice for practice in catalog.practices.values() if any(account.speech in speeches for account in practice.accounts))
    return frozenset(folded(name) for practice in told for name in (practice.title, *practice.aliases))


def _of(found: Iterable[Statement]) -> Iterator[tuple[Statement, tuple[str, ...]]]:
    """Every statement with what it quotes and none of its speeches has, nor the names of who speaks."""
    for statement in found:
        ours = statement.place[0] in _PLACES and statement.cited and not _APART.search(statement.text)
        words = quoted(statement.text) if ours else ()
        if absent := tuple(each for each in words if not any(stands(each, text) for text in statement.texts)):
            yield statement, absent


def _speeches(originals: Originals, catalog: Catalog, wanted: Iterable[str]) -> Mapping[str, str]:
    """The first speech that has each of these words, as far as one has."""
    found: dict[str, str] = {}
    for words in wanted:
        key = folded(words)
        for sid in catalog.speeches:
            speech = originals.speech(sid)
            if speech and any(key in folded(text) for text in (speech.title, *speech.headings, *(p.text for p in speech.passages))):
                found[words] = sid
                break
    return found


RULE = Rule(
    code="quote-elsewhere",
    title="引号里的话是这一篇的",
    why="一家的说法放进另一家的做法里，读者会以为那一家也这样说（本机有全文时才能查）。",
    wrong="这一篇说“小协商”，要点写成另一篇的“微协商”",
    right="用“小协商”",
    check_against_text=check_against_text,
    exemptible=True,
)
