"""Bodies and places that our words name must be named by the speech."""

from collections.abc import Iterable, Iterator
from functools import cached_property

from macros.findings import Finding, Severity
from macros.fulltext import remembered, statements
from macros.fulltext.originals import Originals
from macros.fulltext.passages import masks
from macros.fulltext.statements import Statement
from macros.library.catalog import Catalog
from macros.library.known_names import KnownNames
from macros.rules.rule import Rule
from macros.text.institutions import Name, names


def check_against_text(catalog: Catalog, originals: Originals) -> Iterator[Finding]:
    words, known = Words(catalog, originals), remembered.names(catalog, originals)
    absent = statements.gathered(catalog, originals, f"{RULE.code}/absent", names, _of)
    unknown = remembered.gathered(catalog, originals, RULE.code, remembered.ENTRIES,
                                  lambda kind, entry_id: _unknown(known, absent.get((kind, entry_id), ())), rests_on=known)
    for statement, found in (each for every in unknown.values() for each in every):
        if wrong := [name for name in found if not (name.stem and words.has(name.stem, name.text.removesuffix("政协")))]:
            said = "、".join(f"“{name.text}”" for name in wrong)
            # A body that another paragraph of the speech names may be right, if that is cited too.
            there = next((ground.label for ground in statement.rest if all((name.core or name.text) in ground.text for name in wrong)), None)
            message = f"{said}不在所引的{statement.label}，在{there}" if there else f"{said}原文里没有{_masked(statement, wrong)}"
            cure = "是不是出处写错了？核对段号，把这一段也写进出处（at）；与这条做法无关的，照所引的段改" if there else "照原文写名称，原文隐去的写 x；原文没有提到的，删去"
            yield catalog.finding(statement.kind, statement.entry_id, statement.place, RULE.code, message, cure, Severity.WARNING, needle=wrong[0].text)


def _unknown(known: KnownNames, absent: Iterable[tuple[Statement, tuple[Name, ...]]]) -> Iterator[tuple[Statement, tuple[Name, ...]]]:
    """Every statement with its names that the library does not know either."""
    for statement, found in absent:
        if wrong := tuple(name for name in found if statement.place == ("expansion",) or not known.has(name.core or name.text)):
            yield statement, wrong


def _of(found: Iterable[Statement]) -> Iterator[tuple[Statement, tuple[Name, ...]]]:
    """Every statement with its names that no text of it has."""
    for statement in found:
        if absent := tuple(name for name in names(statement.text) if not _stands(statement, name)):
            yield statement, absent


def _stands(statement: Statement, name: Name) -> bool:
    texts = statement.texts if name.place else (*(ground.text for ground in statement.cited), *statement.around)
    core = name.core or name.text
    # 政协甲市委员会 is 甲市政协.
    ways = (core, f"政协{core.removesuffix('政协')}委员会") if core.endswith("政协") else (core,)
    return any(way in text for text in texts for way in ways)


class Words:
    """Which two or three characters are words of the texts and entries by themselves: 介绍 in 介绍县情 is no place."""

    def __init__(self, catalog: Catalog, originals: Originals) -> None:
        self._catalog, self._originals = catalog, originals

    @cached_property
    def _joined(self) -> str:
        return "\n".join((*(original.text for original in self._originals.by_source.values()),
                          *(self._catalog.prose(*entry) for entry in self._catalog.origins)))

    def has(self, stem: str, name: str) -> bool:
        return self._joined.count(stem) > self._joined.count(name)


def _masked(statement: Statement, wrong: list[Name]) -> str:
    """The masked name of who speaks, in brackets, where it is masked."""
    if not any(name.place for name in wrong):
        return ""
    hidden = next((word for word in statement.around if len(word) <= 12 and masks(word)), None)
    return f"（单位的名称原文隐去了，写作“{hidden}”）" if hidden else ""


RULE = Rule(
    code="name-in-source",
    title="单位和地名要原文里有",
    why="多写一个部门、换一个地名，读者就找错了人；隐去的名称也不能补上（本机有全文时才能查）。手写页面里的，拿这一句用宏连着的条目来比。",
    wrong="要点写“县文旅局派人来”，而原文只有县水利局",
    right="要点写“县水利局派人来”",
    check_against_text=check_against_text,
    exemptible=True,
)
