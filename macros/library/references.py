"""What an entry names of others: every id in a field, and every `[[id]]` in a text."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from macros.model.inline_links import LINK

if TYPE_CHECKING:
    from macros.library.catalog import Catalog

Place = tuple[str | int, ...]


def references(catalog: Catalog) -> Iterator[tuple[str, str, Place, str, str]]:
    """Every reference: kind and id of the entry, place in it, kind and id that it names."""
    for sid, speech in catalog.speeches.items():
        yield "speeches", sid, ("source",), "sources", speech.source
        yield "speeches", sid, ("organization",), "organizations", speech.organization
    for pid, practice in catalog.practices.items():
        for i, topic in enumerate(practice.topics):
            yield "practices", pid, ("topics", i), "topics", topic
        for i, problem in enumerate(practice.problems):
            yield "practices", pid, ("problems", i), "problems", problem
        for i, account in enumerate(practice.accounts):
            yield "practices", pid, ("accounts", i, "speech"), "speeches", account.speech
        for i, link in enumerate(practice.related):
            yield "practices", pid, ("related", i, "to"), "practices", link.to
        for i, unsaid in enumerate(practice.unsaid):
            if unsaid.speech:
                yield "practices", pid, ("unsaid", i, "speech"), "speeches", unsaid.speech
        for i, distinction in enumerate(practice.distinct_from):
            yield "practices", pid, ("distinct_from", i, "to"), "practices", distinction.to
    for problem_id, entry in catalog.problems.items():
        if entry.topic:
            yield "problems", problem_id, ("topic",), "topics", entry.topic
        for i, citation in enumerate(entry.named_in):
            yield "problems", problem_id, ("named_in", i, "speech"), "speeches", citation.speech
    for kind in ("terms", "formulations"):
        for entry_id, told in catalog.of(kind).items():
            for i, citation in enumerate(told.at):
                yield kind, entry_id, ("at", i, "speech"), "speeches", citation.speech


def text_links(catalog: Catalog) -> Iterator[tuple[str, str, Place, str, str]]:
    """Every `[[id]]` in a text: kind and id of the entry, place in it, the id that it names, the link as written."""
    for kind, entry_id in catalog.written("[["):
        origin = catalog.origins[kind, entry_id]
        for place, target, written in origin.document.once(("links", origin.prefix), partial(_links, catalog, kind, entry_id)):
            yield kind, entry_id, place, target, written


def _links(catalog: Catalog, kind: str, entry_id: str) -> tuple[tuple[Place, str, str], ...]:
    return tuple((place, match.group(1), match.group()) for place, text in catalog.strings(kind, entry_id) for match in LINK.finditer(text))
