"""What can be found, as plain records: one for each entry and each hand-written page.

A record has a title, further names, and a body of lines, each with the field that it stands in.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from macros.library import urls
from macros.library.catalog import Catalog
from macros.library.graph import Graph
from macros.library.plain import plain
from macros.model.accounts import Account
from macros.search.words import BodyField

Line = tuple[str, str]
Page = tuple[str, str, str] | tuple[str, str, str, tuple[str, ...]]


@dataclass(frozen=True)
class Record:
    """One thing that a search can lead to; `names` are its names beside the title,
    `keywords` words that lead there and are no name of it."""

    kind: str
    id: str
    title: str
    names: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    body: tuple[Line, ...] = field(default=())


def collect(graph: Graph, pages: Sequence[Page]) -> tuple[Record, ...]:
    """All records: practices in the order of the graph first, hand-written pages last."""
    return (*_practices(graph), *_problems(graph), *_terms(graph), *_organizations(graph),
            *_speeches(graph), *(_page(*page) for page in pages))


def address(kind: str) -> str:
    """The address of any record of a kind, with `*` for its id."""
    return "*" if kind == "pages" else urls.entry(kind, "*")


def _practices(graph: Graph) -> Iterator[Record]:
    catalog = graph.catalog
    for pid, tellings in graph.of_practice.items():
        practice = graph.catalog.practices[pid]
        accounts = [telling.account for telling in tellings]
        names = (*practice.aliases, *(account.name for account in accounts if account.name))
        body: list[Line] = [(BodyField.SUMMARY, plain(practice.summary, catalog))]
        for account in accounts:
            body.extend(_told(account, catalog))
        body.extend((BodyField.UNSAID, plain(unsaid.what, catalog)) for unsaid in practice.unsaid)
        yield Record("practices", pid, practice.title, _others(names, practice.title), practice.keywords, tuple(body))


def _problems(graph: Graph) -> Iterator[Record]:
    for entry_id, problem in graph.catalog.problems.items():
        body = ((BodyField.SUMMARY, plain(problem.summary, graph.catalog)),) if problem.summary else ()
        yield Record("problems", entry_id, problem.title, problem.synonyms, (), (*body, *((BodyField.UNSAID, plain(text, graph.catalog)) for text in problem.unsaid)))


def _terms(graph: Graph) -> Iterator[Record]:
    for entry_id, term in graph.catalog.terms.items():
        body = ((BodyField.NOTE, plain(term.note, graph.catalog)),) if term.note else ()
        yield Record("terms", entry_id, term.term, (), (), body)


def _organizations(graph: Graph) -> Iterator[Record]:
    for entry_id, organization in graph.catalog.organizations.items():
        body = ((BodyField.NOTE, plain(organization.note, graph.catalog)),) if organization.note else ()
        # Masked namesakes are told apart by a word of their own: xx市政协〔全员入委〕.
        title = graph.name_of(entry_id)
        names = _others((organization.name, organization.raw or ""), title)
        yield Record("organizations", entry_id, title, names, (), body)


def _speeches(graph: Graph) -> Iterator[Record]:
    for entry_id, speech in graph.catalog.current_speeches.items():
        body: list[Line] = []
        for section in speech.outline:
            body.append((BodyField.OUTLINE, section.heading or ""))
            for paragraph in section.paragraphs:
                body.append((BodyField.OUTLINE, paragraph.gist))
                body.extend((BodyField.OUTLINE, item.gist) for item in paragraph.items)
                body.append((BodyField.OUTLINE, paragraph.tail or ""))
        lines = tuple((letter, plain(text, graph.catalog)) for letter, text in body if text)
        names = () if speech.short in speech.title else (speech.short,)
        yield Record("speeches", entry_id, speech.title, names, (), lines)


def _page(title: str, url: str, text: str, words: tuple[str, ...] = ()) -> Record:
    sentences = (sentence.strip() for sentence in re.split(r"(?<=[。！？])|\n", text))
    return Record("pages", url, title, (), words, tuple((BodyField.TEXT, sentence) for sentence in sentences if sentence))


def _others(names: Iterable[str], title: str) -> tuple[str, ...]:
    return tuple(name for name in dict.fromkeys(names) if name and name != title)


def _told(account: Account, catalog: Catalog) -> Iterator[Line]:
    for point in account.points:
        yield BodyField.POINTS, plain("：".join(filter(None, (point.text, point.raw))), catalog)
    for figure in account.figures:
        yield BodyField.FIGURES, plain("：".join(filter(None, (figure.label, figure.raw, "、".join(figure.members)))), catalog)
