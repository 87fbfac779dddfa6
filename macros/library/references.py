"""What an entry names of others: every id in a field, and every `[[id]]` in a text."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Any

from macros.model.entries import Formulation, Practice, Problem, Speech, Term
from macros.model.inline_links import LINK

if TYPE_CHECKING:
    from macros.library.catalog import Catalog

Place = tuple[str | int, ...]
# A place in an entry, and kind and id that are named there.
Reference = tuple[Place, str, str]


def references(catalog: Catalog) -> Iterator[tuple[str, str, Place, str, str]]:
    """Every reference: kind and id of the entry, place in it, kind and id that it names."""
    for kind in _OF:
        for entry_id in catalog.of(kind):
            for place, target_kind, target in of(catalog, kind, entry_id):
                yield kind, entry_id, place, target_kind, target


def of(catalog: Catalog, kind: str, entry_id: str) -> Iterator[Reference]:
    """The references of one entry."""
    yield from _OF[kind](catalog.of(kind)[entry_id]) if kind in _OF else ()


def _of_speech(speech: Speech) -> Iterator[Reference]:
    yield ("source",), "sources", speech.source
    yield ("organization",), "organizations", speech.organization


def _of_practice(practice: Practice) -> Iterator[Reference]:
    for i, topic in enumerate(practice.topics):
        yield ("topics", i), "topics", topic
    for i, problem in enumerate(practice.problems):
        yield ("problems", i), "problems", problem
    for i, account in enumerate(practice.accounts):
        yield ("accounts", i, "speech"), "speeches", account.speech
    for i, link in enumerate(practice.related):
        yield ("related", i, "to"), "practices", link.to
    for i, unsaid in enumerate(practice.unsaid):
        if unsaid.speech:
            yield ("unsaid", i, "speech"), "speeches", unsaid.speech
    for i, distinction in enumerate(practice.distinct_from):
        yield ("distinct_from", i, "to"), "practices", distinction.to


def _of_problem(problem: Problem) -> Iterator[Reference]:
    if problem.topic:
        yield ("topic",), "topics", problem.topic
    for i, citation in enumerate(problem.named_in):
        yield ("named_in", i, "speech"), "speeches", citation.speech


def _of_cited(entry: Term | Formulation) -> Iterator[Reference]:
    for i, citation in enumerate(entry.at):
        yield ("at", i, "speech"), "speeches", citation.speech


_OF: dict[str, Callable[[Any], Iterator[Reference]]] = {
    "speeches": _of_speech, "practices": _of_practice, "problems": _of_problem, "terms": _of_cited, "formulations": _of_cited}


def text_links(catalog: Catalog) -> Iterator[tuple[str, str, Place, str, str]]:
    """Every `[[id]]` in a text: kind and id of the entry, place in it, the id that it names, the link as written."""
    for kind, entry_id in catalog.written("[["):
        for place, target, written in links_of(catalog, kind, entry_id):
            yield kind, entry_id, place, target, written


def links_of(catalog: Catalog, kind: str, entry_id: str) -> tuple[tuple[Place, str, str], ...]:
    """The `[[id]]` of one entry: place, id, the link as written."""
    origin = catalog.origins[kind, entry_id]
    return origin.document.once(("links", origin.prefix), partial(_links, catalog, kind, entry_id))


def _links(catalog: Catalog, kind: str, entry_id: str) -> tuple[tuple[Place, str, str], ...]:
    return tuple((place, match.group(1), match.group()) for place, text in catalog.strings(kind, entry_id) for match in LINK.finditer(text))
