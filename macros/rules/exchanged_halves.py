"""The ends of two clauses must not be exchanged: 思想上带领、履职上带头 is not 思想上带头、履职上带领."""

import re
from collections.abc import Iterator

from macros.findings import Finding
from macros.fulltext import contrary
from macros.fulltext.contrary import Wrong
from macros.fulltext.expanded import BEGINNING, crossed
from macros.fulltext.originals import Originals
from macros.fulltext.statements import Statement
from macros.library.catalog import Catalog
from macros.rules.rule import Rule

_CLAUSE = re.compile("[一-鿿]{4,16}")


def check_against_text(catalog: Catalog, originals: Originals) -> Iterator[Finding]:
    each = contrary.found(catalog, originals, RULE.code, _wanted, _wrong)
    return contrary.told(catalog, RULE.code, each, "与原文对调了", "照原文写哪个配哪个")


def _wanted(text: str) -> bool:
    return "、" in text or "，" in text or "；" in text


def _wrong(statement: Statement) -> Iterator[Wrong]:
    every = _CLAUSE.findall(statement.text)
    for ground in statement.cited if len(every) > 1 else ():
        # Both begin there as ours do.
        strange = [words for words in every if words[:BEGINNING] in ground.text and words not in ground.text]
        for one, two, theirs in crossed(strange, ground.text) if len(strange) > 1 else ():
            start = statement.text.index(one)
            yield Wrong(statement.text[start:statement.text.index(two, start) + len(two)], start, "、".join(sorted(theirs, key=ground.text.find)), ground)


RULE = Rule(
    code="exchanged-halves",
    title="哪半句配哪半句，不对调",
    why="两句的后半句换了位置，每个词原文里都有，说的却是另一回事（本机有全文时才能查）。",
    wrong="原文“进网格听民意、进企业解难题”，要点写“进网格解难题、进企业听民意”",
    right="要点写“进网格听民意、进企业解难题”",
    check_against_text=check_against_text,
    exemptible=True,
)
