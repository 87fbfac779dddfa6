"""A body that our words name must be of the level that the speech says: 市政协提案委员会 is not 省政协提案委员会."""

from collections.abc import Iterable, Iterator

from macros.findings import Finding, Severity
from macros.fulltext import statements
from macros.fulltext.originals import Originals
from macros.fulltext.statements import Ground, Statement
from macros.fulltext.wording import words_around
from macros.library.catalog import Catalog
from macros.rules.rule import Rule
from macros.text.levels import Leveled, leveled, levels_of

_Wrong = tuple[Leveled, Ground]


def check_against_text(catalog: Catalog, originals: Originals) -> Iterator[Finding]:
    for statement, wrong in statements.wrong(catalog, originals, RULE.code, leveled, _of):
        yield catalog.finding(statement.kind, statement.entry_id, statement.place, RULE.code,
                              "；".join(_said(statement, each) for each in wrong), "照原文写是哪一级的", Severity.WARNING,
                              needle=statement.text[wrong[0][0].start:wrong[0][0].end])


def _of(found: Iterable[Statement]) -> Iterator[tuple[Statement, tuple[_Wrong, ...]]]:
    for statement in found:
        wrong = tuple((body, ground) for body in leveled(statement.text) if (ground := _other(body, statement)))
        if wrong:
            yield statement, wrong


def _other(ours: Leveled, statement: Statement) -> Ground | None:
    """The paragraph that names the body with another level, where nothing names it with ours or with none."""
    if any(levels_of(ours.body, text) & {ours.level, ""} for text in statement.texts):
        return None
    return next((ground for ground in (*statement.cited, *statement.rest) if levels_of(ours.body, ground.text)), None)


def _said(statement: Statement, wrong: _Wrong) -> str:
    ours, ground = wrong
    theirs = next((each for each in leveled(ground.text) if levels_of(ours.body, ground.text[each.start:each.end])), None)
    words = words_around(ground.text, theirs.start, theirs.end) if theirs else ours.body
    return f"“{statement.text[ours.start:ours.end]}”的级别与原文不同：{ground.label}写的是“{words}”"


RULE = Rule(
    code="level-in-source",
    title="单位是哪一级的，照原文写",
    why="省、市、县都有同名的单位，写错一级，读者就找错了门（本机有全文时才能查）。",
    wrong="原文“报送市政协提案委员会”，要点写“报省政协提案委员会”",
    right="要点写“报市政协提案委员会”",
    check_against_text=check_against_text,
    exemptible=True,
)
