"""Where the paragraphs say 增加, our words must not say 减少; nor 线下 of what they say 线上."""

import re
from collections.abc import Iterator

from macros.findings import Finding
from macros.fulltext import contrary
from macros.fulltext.contrary import Wrong
from macros.fulltext.originals import Originals
from macros.fulltext.statements import Statement
from macros.fulltext.wording import clause_around
from macros.library.catalog import Catalog
from macros.rules.rule import Rule
from macros.text.opposites import both, opposites

# What is said to be not so, or asked.
_DENIED = re.compile("[不非无没未]|还是|哪|是否|避免|防止")
_BEHIND = re.compile("[的地了“”]?([一-鿿]{2})")
# Of words whose opposite the paragraphs have, so many characters around must have a pair in common.
_NEAR = 8


def check_against_text(catalog: Catalog, originals: Originals) -> Iterator[Finding]:
    each = contrary.found(catalog, originals, RULE.code, opposites, _wrong)
    return contrary.told(catalog, RULE.code, contrary.outside_names(catalog, originals, each), "与原文相反", "照原文写")


def _wrong(statement: Statement) -> Iterator[Wrong]:
    for ours in opposites(statement.text):
        clause = clause_around(statement.text, ours.start, ours.end)
        behind = _behind(statement.text, ours.end)
        if _DENIED.search(clause) or not behind or both(ours, statement.text):
            continue
        alike = [(word, ground) for ground in statement.cited for word in opposites(ground.text) if word.axis == ours.axis]
        mine = [(word, ground) for word, ground in alike if word.side == ours.side]
        others = [(word, ground) for word, ground in alike if word.side != ours.side]
        # The same word follows the opposite, and ours nowhere; where ours does not stand at all, it need not be next to it.
        for word, ground in others:
            near = ground.text[word.end:word.end + _NEAR] if not mine else ground.text[word.end:word.end + 3]
            if behind in near and not any(behind in there.text[same.end:same.end + _NEAR] for same, there in mine):
                yield Wrong(ours.text, ours.start, clause_around(ground.text, word.start, word.end), ground)
                break


def _behind(text: str, end: int) -> str:
    found = _BEHIND.match(text, end)
    return found[1] if found else ""


RULE = Rule(
    code="opposite-in-source",
    title="增加不写成减少，线上不写成线下",
    why="换成相反的词，数和名称都没有变，意思反了（本机有全文时才能查）。",
    wrong="原文“增加机构编制”，要点写“精简机构编制”",
    right="要点写“增加机构编制”",
    check_against_text=check_against_text,
    exemptible=True,
)
