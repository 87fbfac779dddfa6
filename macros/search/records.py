"""What can be found, as plain records: one for each entry and each hand-written page.

A record has a title, further names, and a body of lines, each with the field that it stands in.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from macros.library import urls
from macros.library.catalog import Catalog
from macros.library.graph import Graph
from macros.model.entries import Account, Figure
from macros.model.inline_links import pieces
from macros.search.words import BodyField

Line = tuple[str, str]
Page = tuple[str, str, str]


@dataclass(frozen=True)
class Record:
    """One thing that a search can lead to; `names` are its names beside the title."""

    kind: str
    id: str
    title: str
    names: tuple[str, ...] = ()
    body: tuple[Line, ...] = field(default=())


def collect(graph: Graph, pages: Sequence[Page]) -> tuple[Record, ...]:
    """All records: practices in the order of the graph first, hand-written pages last."""
    return (*_practices(graph), *_problems(graph), *_terms(graph), *_organizations(graph),
            *_speeches(graph), *(_page(*page) for page in pages))


def address(kind: str) -> str:
    """The address of any record of a kind, with `*` for its id."""
    return "*" if kind == "pages" else urls.entry(kind, "*")


def _practices(graph: Graph) -> Iterator[Record]:
    plain = _Plain(graph.catalog)
    for pid, tellings in graph.of_practice.items():
        practice = graph.catalog.practices[pid]
        accounts = [telling.account for telling in tellings]
        names = (*practice.aliases, *(account.name for account in accounts if account.name))
        body: list[Line] = [(BodyField.SUMMARY, plain(practice.summary))]
        for account in accounts:
            body.extend(plain.account(account))
        body.extend((BodyField.UNSAID, plain(text)) for text in practice.unsaid)
        yield Record("practices", pid, practice.title, _others(names, practice.title), tuple(body))


def _problems(graph: Graph) -> Iterator[Record]:
    for entry_id, problem in graph.catalog.problems.items():
        body = ((BodyField.SUMMARY, problem.summary),) if problem.summary else ()
        yield Record("problems", entry_id, problem.title, problem.synonyms, body)


def _terms(graph: Graph) -> Iterator[Record]:
    for entry_id, term in graph.catalog.terms.items():
        body = ((BodyField.NOTE, term.note),) if term.note else ()
        yield Record("terms", entry_id, term.term, (), body)


def _organizations(graph: Graph) -> Iterator[Record]:
    for entry_id, organization in graph.catalog.organizations.items():
        body = ((BodyField.NOTE, organization.note),) if organization.note else ()
        # Masked namesakes are told apart by their speech: xx市政协（第3篇）.
        title = graph.name_of(entry_id)
        names = _others((organization.name, organization.raw or ""), title)
        yield Record("organizations", entry_id, title, names, body)


def _speeches(graph: Graph) -> Iterator[Record]:
    for entry_id, speech in graph.catalog.current_speeches.items():
        body: list[Line] = []
        for section in speech.outline:
            body.append((BodyField.OUTLINE, section.heading or ""))
            for paragraph in section.paragraphs:
                body.append((BodyField.OUTLINE, paragraph.gist))
                body.extend((BodyField.OUTLINE, item.gist) for item in paragraph.items)
                body.append((BodyField.OUTLINE, paragraph.tail or ""))
        lines = tuple((letter, text) for letter, text in body if text)
        names = () if speech.short in speech.title else (speech.short,)
        yield Record("speeches", entry_id, speech.title, names, lines)


def _page(title: str, url: str, text: str) -> Record:
    sentences = (sentence.strip() for sentence in re.split(r"(?<=[。！？])|\n", text))
    return Record("pages", url, title, (), tuple((BodyField.TEXT, sentence) for sentence in sentences if sentence))


def _others(names: Iterable[str], title: str) -> tuple[str, ...]:
    return tuple(name for name in dict.fromkeys(names) if name and name != title)


class _Plain:
    """An entry's texts without markup: `[[id]]` becomes what that entry is called."""

    def __init__(self, catalog: Catalog) -> None:
        self.catalog = catalog

    def __call__(self, text: str) -> str:
        if "[[" not in text:
            return text
        return "".join(words if entry_id is None else self._title(entry_id) for words, entry_id in pieces(text))

    def _title(self, entry_id: str) -> str:
        kind = self.catalog.kind_of(entry_id)
        if kind is None:
            return ""
        entry = self.catalog.of(kind)[entry_id]
        return str(next(getattr(entry, name) for name in ("title", "name", "term") if hasattr(entry, name)))

    def account(self, account: Account) -> Iterator[Line]:
        for point in account.points:
            yield BodyField.POINTS, self(point.text)
        for figure in account.figures:
            yield BodyField.FIGURES, self(self._figure(figure))

    def _figure(self, figure: Figure) -> str:
        return "：".join(filter(None, (figure.label, figure.raw, "、".join(figure.members))))
