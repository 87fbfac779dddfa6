"""A practice: the answer first, then the accounts side by side, then what it rests on."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from macros.library import urls
from macros.library.graph import Graph, Related, Telling
from macros.model import locators
from macros.model.accounts import Figure, Point, Progress
from macros.model.entries import Practice
from macros.model.vocabulary import Aspect
from macros.pages.fingerprints import Keys
from macros.pages.page import PagePlan, RenderedPage
from macros.pages.renderer import Renderer

KIND = "practices"
TEMPLATE = "practice.html"
PLAIN_POINTS = "要点"


@dataclass(eq=False, slots=True)
class Column:
    """One account in the table; `who` stands above each of its answers on a phone."""

    telling: Telling
    who: str
    progress: Progress
    at: tuple[str, ...]
    several: bool
    figures: tuple[Figure, ...]

    def unsaid(self, aspect: Aspect | None) -> tuple[str, ...]:
        """What an editor found this speech not to say of an aspect."""
        return tuple(each.what for each in self.telling.practice.unsaid
                     if aspect and each.speech == self.telling.speech_id and each.aspect is aspect)


@dataclass(eq=False, slots=True)
class Row:
    """One line of the account table: the same question put to every account."""

    label: str
    aspect: Aspect | None
    cells: tuple[tuple[Column, tuple[Point, ...]], ...]


def columns(renderer: Renderer, url: str, tellings: Iterable[Telling]) -> tuple[Column, ...]:
    return tuple(
        Column(t, renderer.component("who", url, t.organization_id), t.account.progress, t.account.at,
               len(t.account.at) > 1, t.account.figures)
        for t in tellings
    )


def rows(found: Iterable[Column]) -> tuple[Row, ...]:
    """The points of all accounts by aspect; aspects that no account speaks of, and that nobody asked for in vain, are left out."""
    found = tuple(found)
    by_aspect: dict[Aspect | None, list[list[Point]]] = {}
    for i, column in enumerate(found):
        for each in column.telling.practice.unsaid:
            if each.aspect and each.speech == column.telling.speech_id:
                by_aspect.setdefault(each.aspect, [[] for _ in found])
        for point in column.telling.account.points:
            by_aspect.setdefault(point.aspect, [[] for _ in found])[i].append(point)
    return tuple(
        Row(aspect.label if aspect else PLAIN_POINTS, aspect, tuple(zip(found, map(tuple, by_aspect[aspect]), strict=True)))
        for aspect in (*Aspect, None) if aspect in by_aspect
    )


def by_label(related: Iterable[Related]) -> dict[str, list[Related]]:
    """Related practices grouped by what they are to this one, groups in order of appearance."""
    groups: dict[str, list[Related]] = {}
    for link in related:
        groups.setdefault(link.label, []).append(link)
    return groups


def citation(graph: Graph, practice: Practice, tellings: Iterable[Telling], sources: Iterable[str]) -> str:
    """A practice with its accounts and sources in one line of text, to be copied into a document."""
    sources = tuple(sources)

    def told(t: Telling) -> str:
        places = "、".join(locators.label(t.speech, at) for at in t.account.at)
        source = f"（《{graph.catalog.sources[t.speech.source].title}》）" if len(sources) > 1 else ""
        return f"{graph.name_of(t.organization_id)}《{t.speech.title}》{places}{source}"

    one = f"来源：《{graph.catalog.sources[sources[0]].title}》。" if len(sources) == 1 else ""
    return f"{practice.title}。{'；'.join(map(told, tellings))}。{one}"


def plans(graph: Graph, renderer: Renderer, keys: Keys) -> Iterator[PagePlan]:
    for practice_id in graph.practice_ids:
        yield PagePlan(urls.entry(KIND, practice_id), partial(_key, graph, keys, practice_id),
                       partial(page, graph, renderer, practice_id))


def _key(graph: Graph, keys: Keys, practice_id: str) -> str:
    related, confusable = graph.related.get(practice_id, ()), graph.confusable.get(practice_id, ())
    mentions = graph.mentioned_by.get(practice_id, ())
    shown = (
        (KIND, practice_id), *around(graph, graph.of_practice[practice_id]),
        *(("topics", t) for t in graph.catalog.practices[practice_id].topics),
        *(("problems", p) for p in graph.catalog.practices[practice_id].problems),
        *((KIND, link.to) for link in related), *(("terms", t) for t in graph.terms_of.get(practice_id, ())), *((KIND, other.to) for other in confusable),
        *(entry for link in related for entry in around(graph, graph.of_practice[link.to])), *mentions,
    )
    return keys.key(shown, [(link.to, link.label) for link in related], [c.to for c in confusable])


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
    found = columns(renderer, url, tellings)
    sources = tuple(dict.fromkeys(telling.speech.source for telling in tellings))
    edit_path = renderer.path_of(KIND, practice_id)
    html = renderer.render(
        TEMPLATE, url, id=practice_id, practice=practice, tellings=tellings,
        columns=found, rows=rows(found),
        related=by_label(graph.related.get(practice_id, ())),
        confusable=graph.confusable.get(practice_id, ()),
        mentions=graph.mentioned_by.get(practice_id, ()),
        citation=citation(graph, practice, tellings, sources), sources=sources,
        edit=edit_path,
    )
    return RenderedPage(url, practice.title, practice.summary, html)
