"""What a paragraph says is going on, explored or intended must not be told as done, whatever its accounts are about."""

from collections.abc import Iterable, Iterator, Sequence

from macros.findings import Finding
from macros.fulltext import contrary, open_still
from macros.fulltext.contrary import Wrong
from macros.fulltext.originals import Originals
from macros.fulltext.statements import Ground, Statement
from macros.library.catalog import Catalog
from macros.rules import planned_as_done, planned_elsewhere
from macros.rules.credited_body import Bodies
from macros.rules.rule import Rule
from macros.text.completion import plainly_done


def check_against_text(catalog: Catalog, originals: Originals) -> Iterator[Finding]:
    bodies = Bodies(catalog)
    found = list(contrary.found(catalog, originals, RULE.code, _wanted, lambda statement: _wrong(catalog, bodies, statement), rests_on=bodies.names))
    if found:
        told = set(_told_already(catalog, {(statement.kind, statement.entry_id) for statement, _ in found}))
        left = [(statement, wrong) for statement, wrong in found if (statement.kind, statement.entry_id, statement.place) not in told]
        yield from contrary.told(catalog, RULE.code, contrary.outside_names(catalog, originals, left), HOW, _CURE)


HOW = "像是已经做到，原文没有这样说"
_CURE = "照原文写“正在、探索、拟”一类的话；原文别处说已经做到的，把那一段写进出处（at）"


def _told_already(catalog: Catalog, entries: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str, object]]:
    """The places of which the status alone tells that nothing is done."""
    each = [f for kind, entry_id in entries if kind == "practices" for f in planned_as_done.check_practice(catalog, entry_id, catalog.practices[entry_id])]
    return ((*f.about, f.place) for f in (*each, *planned_elsewhere.check_library(catalog)) if f.about)


def _wanted(text: str) -> bool:
    return next(plainly_done(text), None) is not None


def _wrong(catalog: Catalog, bodies: Bodies, statement: Statement) -> Iterator[Wrong]:
    return open_still.wrongs(statement.text, lambda offset: (_grounds(catalog, bodies, statement, offset), ""))


def _grounds(catalog: Catalog, bodies: Bodies, statement: Statement, end: int) -> Sequence[Ground]:
    """The paragraphs of the body that is named last before a place; all that are cited where none is."""
    named = [body for start, _, body in bodies.named(statement.text) if start < end] if statement.place == ("summary",) else []
    return [ground for ground in statement.cited if not named or catalog.speeches[ground.speech].organization == named[-1]]


RULE = Rule(
    code="plan-in-source",
    title="原文说正在做、探索的，不写成做到了",
    why="同一段里有做成的，也有还在做的；提纲和要点把还在做的写成“已增加”“聘请了”，只看进展查不出来（本机有全文时才能查）。",
    wrong="原文“正在增加编制”，提纲写“编制已经增加”",
    right="提纲写“正在增加编制”",
    check_against_text=check_against_text,
    exemptible=True,
)
