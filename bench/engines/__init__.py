"""Searches that are compared: each opens its page in a browser and answers queries with ids of practices."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from macros.library.graph import Graph
from macros.search import records

MOST = 10


class Missing(Exception):
    """An engine that can't be had here; the text says why."""


@dataclass(frozen=True)
class Document:
    """A practice as engines get it. `synonyms` are the titles and other wordings of its problems."""

    id: str
    title: str
    aliases: tuple[str, ...]
    keywords: tuple[str, ...]
    synonyms: tuple[str, ...]
    body: tuple[str, ...]


@dataclass(frozen=True)
class Answer:
    """The first `MOST` practices, how many kinds of hits there are in all, the time in ms, and what is said over them."""

    ids: Sequence[str]
    total: int
    time: float
    said: str = ""


class Engine(Protocol):
    """`sizes` are bytes (gzip) by label."""

    name: str
    sizes: dict[str, int]

    def answer(self, query: str) -> Answer: ...

    def typed(self, query: str) -> list[float]:
        """The time in ms for every beginning of `query`, as it is typed."""


def documents(graph: Graph) -> list[Document]:
    """All practices, with the names and lines that our own index has of them."""
    problems = graph.catalog.problems
    return [Document(record.id, record.title, record.names, record.keywords,
                     tuple(dict.fromkeys(text for problem in graph.catalog.practices[record.id].problems
                                         for text in (problems[problem].title, *problems[problem].synonyms))),
                     tuple(text for _, text in record.body))
            for record in records.collect(graph, ()) if record.kind == "practices"]
