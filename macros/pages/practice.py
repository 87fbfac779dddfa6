"""A practice: the answer first, then the accounts side by side, then what it rests on."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from macros import urls
from macros.model import Figure, Point
from macros.pages.keys import Keys
from macros.pages.page import PagePlan, RenderedPage
from macros.pages.renderer import Renderer
from macros.relations import Graph, Related, Telling
from macros.vocabulary import Aspect

KIND = "practices"
TEMPLATE = "practice.html"
PLAIN_POINTS = "要点"


@dataclass(frozen=True)
class Row:
    """One line of the account table: the same question put to every account."""

    label: str
    cells: tuple[tuple[Point, ...], ...]


def rows(tellings: Iterable[Telling]) -> tuple[Row, ...]:
    """The points of all accounts by aspect; aspects that no account speaks of are left out."""
    tellings = tuple(tellings)
    found = []
    for aspect in (*Aspect, None):
        cells = tuple(tuple(p for p in t.account.points if p.aspect is aspect) for t in tellings)
        if any(cells):
            found.append(Row(aspect.label if aspect else PLAIN_POINTS, cells))
    return tuple(found)


def figures(tellings: Iterable[Telling]) -> tuple[tuple[Figure, ...], ...]:
    """The figures of each account."""
    return tuple(t.account.figures for t in tellings)


def by_label(related: Iterable[Related]) -> dict[str, list[Related]]:
    """Related practices grouped by what they are to this one, groups in order of appearance."""
    groups: dict[str, list[Related]] = {}
    for link in related:
        groups.setdefault(link.label, []).append(link)
    return groups


def plans(graph: Graph, renderer: Renderer, keys: Keys) -> Iterator[PagePlan]:
    for practice_id in graph.practice_ids:
        related, confusable = graph.related.get(practice_id, ()), graph.confusable.get(practice_id, ())
        mentions = graph.mentioned_by.get(practice_id, ())
        shown = (
            (KIND, practice_id), *around(graph, graph.of_practice[practice_id]),
            *(("topics", t) for t in graph.catalog.practices[practice_id].topics),
            *(("problems", p) for p in graph.catalog.practices[practice_id].problems),
            *((KIND, link.to) for link in related), *((KIND, other.to) for other in confusable),
            *(entry for link in related for entry in around(graph, graph.of_practice[link.to])), *mentions,
        )
        key = keys.key(shown, [(link.to, link.label) for link in related], [c.to for c in confusable])
        yield PagePlan(urls.entry(KIND, practice_id), key, partial(page, graph, renderer, practice_id))


def around(graph: Graph, tellings: Iterable[Telling]) -> Iterator[tuple[str, str]]:
    """The speeches, organisations and sources of these accounts."""
    for telling in tellings:
        yield "speeches", telling.speech_id
        yield "organizations", telling.organization_id
        yield "sources", telling.speech.source


def page(graph: Graph, renderer: Renderer, practice_id: str) -> RenderedPage:
    practice = graph.catalog.practices[practice_id]
    url = urls.entry(KIND, practice_id)
    tellings = graph.of_practice[practice_id]
    edit_path = renderer.path_of(KIND, practice_id)
    html = renderer.render(
        TEMPLATE, url, id=practice_id, practice=practice, tellings=tellings,
        rows=rows(tellings), figures=figures(tellings),
        related=by_label(graph.related.get(practice_id, ())),
        confusable=graph.confusable.get(practice_id, ()),
        mentions=graph.mentioned_by.get(practice_id, ()),
        edit=edit_path,
    )
    return RenderedPage(url, practice.title, practice.summary, html, edit_path)
