"""How often each of several things is done must be as the paragraphs say of that thing: 每月听汇报、每季督查 is not 每季听汇报、每月督查."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from macros.findings import Finding
from macros.fulltext import contrary
from macros.fulltext.contrary import Wrong
from macros.fulltext.likewise import pairs, shared
from macros.fulltext.originals import Originals
from macros.fulltext.statements import Statement
from macros.library.catalog import Catalog
from macros.rules.rule import Rule
from macros.text.frequencies import Frequency, frequencies

_PART = re.compile("[^、，。；：,;:\n]+")


class Told(NamedTuple):
    """A part of a clause that has one frequency, from where on, and which."""

    start: int
    text: str
    frequency: Frequency


def check_against_text(catalog: Catalog, originals: Originals) -> Iterator[Finding]:
    each = contrary.found(catalog, originals, RULE.code, _wanted, _wrong)
    return contrary.told(catalog, RULE.code, each, "与原文不同", "照原文写哪一件多久一次")


def _wanted(text: str) -> bool:
    return len(frequencies(text)) > 1


def _wrong(statement: Statement) -> Iterator[Wrong]:
    """Parts of ours whose frequency the source has of something else, while it has another of the same thing."""
    there = [(told, ground) for ground in statement.cited for told in _told(ground.text)]
    for ours in _told(statement.text):
        same = [told.text for told, _ in there if ours.frequency.agrees(told.frequency)]
        said = pairs(ours.text)
        beside = shared(said, *same)
        for told, ground in there:
            if same and not beside and not ours.frequency.agrees(told.frequency) and shared(said, told.text):
                yield Wrong(ours.text, ours.start, told.text, ground)
                break


@lru_cache(maxsize=4096)
def _told(text: str) -> tuple[Told, ...]:
    parts = ((m.start(), m.group(), frequencies(m.group())) for m in _PART.finditer(text))
    return tuple(Told(start, part, found[0]) for start, part, found in parts if len(found) == 1)


RULE = Rule(
    code="exchanged-frequency",
    title="哪一件多久一次，不张冠李戴",
    why="两个频次原文里都有，换了地方，读者就会照错的次数做（本机有全文时才能查）。",
    wrong="原文“每月听取汇报、每季督查”，要点写“每季听取汇报、每月督查”",
    right="要点写“每月听取汇报、每季督查”",
    check_against_text=check_against_text,
    exemptible=True,
)
