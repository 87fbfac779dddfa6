"""A locator must lie inside its speech: as many paragraphs and items as the outline has."""

from collections.abc import Iterator, Sequence

from macros.findings import Finding
from macros.library.catalog import Catalog
from macros.model import locators
from macros.model.accounts import Figure, Point
from macros.rules.rule import Rule

Place = tuple[str | int, ...]


def cited(catalog: Catalog) -> Iterator[tuple[str, str, Place, str, str]]:
    """Every locator: kind and id of the entry, place in it, speech, and the locator itself."""
    for kind in ("practices", "problems", "terms", "formulations"):
        for entry_id in catalog.of(kind):
            for place, speech, at in _of(catalog, kind, entry_id):
                yield kind, entry_id, place, speech, at


def _of(catalog: Catalog, kind: str, entry_id: str) -> Iterator[tuple[Place, str, str]]:
    """Every locator of one entry: place, speech, locator."""
    entry = catalog.of(kind)[entry_id]
    if kind == "practices":
        for i, account in enumerate(entry.accounts):
            here: Place = ("accounts", i)
            for j, at in enumerate(account.at):
                yield (*here, "at", j), account.speech, at
            parts: tuple[tuple[str, Sequence[Point | Figure]], ...] = (
                ("points", account.points), ("figures", account.figures))
            for name, listed in parts:
                for j, part in enumerate(listed):
                    for k, at in enumerate(part.at) if part.at else ():
                        yield (*here, name, j, "at", k), account.speech, at
    name = "named_in" if kind == "problems" else "at"
    for i, citation in enumerate(getattr(entry, name, ())):
        for j, at in enumerate(citation.at):
            yield (name, i, "at", j), citation.speech, at


def looks_at(catalog: Catalog, kind: str, entry_id: str) -> object:
    if kind == "speeches":
        return [len(paragraph.items) for paragraph in catalog.speeches[entry_id].paragraphs]
    return [cited for _, *cited in _of(catalog, kind, entry_id)]


def check_library(catalog: Catalog) -> Iterator[Finding]:
    for kind, entry_id, place, speech_id, at in cited(catalog):
        speech = catalog.speeches.get(speech_id)
        if speech is None or locators.exists(speech, at):
            continue
        number, _ = locators.parse(at)
        found = locators.paragraph(speech, at)
        if found is None:
            message = f"出处“{at}”：这篇发言只有 {len(speech.paragraphs)} 段"
            last = len(speech.paragraphs)
            cure = f"写 1 到 {last} 之间的段号" if last > 1 else '写 "1"'
        elif not found.items:
            message = f"出处“{at}”：第{number}段没有分项"
            cure = f'写 "{number}"，指整段'
        else:
            message = f"出处“{at}”：第{number}段只有 {len(found.items)} 项"
            items = f'"{number}.1"' + (f' 到 "{number}.{len(found.items)}"' if len(found.items) > 1 else "")
            cure = f'写 {items}，或写 "{number}" 指整段'
        yield catalog.finding(kind, entry_id, place, RULE.code, message, cure)


RULE = Rule(
    code="locator-range",
    title="出处要在发言之内",
    why="每句话都要能点回原文的那一段；段号超出发言的段数，就无从核对。",
    wrong='at: ["9"]    # 这篇发言只有 6 段',
    right='at: ["3.1"]',
    check_library=check_library,
    looks_at=looks_at,
)
