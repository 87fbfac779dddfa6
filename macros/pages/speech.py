"""A speech: its outline paragraph by paragraph, with the practices told in each."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from macros.library import urls
from macros.library.graph import Graph, Telling
from macros.model import locators
from macros.model.entries import Item, Paragraph, Section, Speech
from macros.pages.fingerprints import Keys
from macros.pages.page import PagePlan, RenderedPage
from macros.pages.renderer import Renderer

KIND = "speeches"
TEMPLATE = "speech.html"


@dataclass(frozen=True)
class Place:
    """One paragraph or item with what the library tells from it."""

    at: str
    label: str
    part: Paragraph | Item
    tellings: tuple[Telling, ...]
    problems: tuple[str, ...]
    terms: tuple[str, ...]
    items: tuple["Place", ...] = ()


def places(graph: Graph, speech_id: str, speech: Speech) -> Iterator[tuple[Section, tuple[Place, ...]]]:
    """The sections of a speech with their paragraphs, and the items inside these."""
    number = 0
    for section in speech.outline:
        found = []
        for paragraph in section.paragraphs:
            number += 1
            items = tuple(_place(graph, speech_id, speech, f"{number}.{i}", item)
                          for i, item in enumerate(paragraph.items, 1))
            found.append(_place(graph, speech_id, speech, str(number), paragraph, items))
        yield section, tuple(found)


def _place(graph: Graph, speech_id: str, speech: Speech, at: str, part: Paragraph | Item,
           items: tuple[Place, ...] = ()) -> Place:
    key = speech_id, at
    return Place(at, locators.label(speech, at), part, graph.told_at.get(key, ()),
                 graph.problems_named_at.get(key, ()), graph.terms_at.get(key, ()), items)


def plans(graph: Graph, renderer: Renderer, keys: Keys) -> Iterator[PagePlan]:
    order = list(graph.speeches)
    for i, speech_id in enumerate(order):
        neighbours = order[i - 1] if i else None, order[i + 1] if i + 1 < len(order) else None
        yield PagePlan(urls.entry(KIND, speech_id), partial(_key, graph, keys, speech_id, neighbours),
                       partial(page, graph, renderer, speech_id, *neighbours))


def _key(graph: Graph, keys: Keys, speech_id: str, neighbours: tuple[str | None, str | None]) -> str:
    speech = graph.speeches[speech_id]
    here = [at for found in (graph.problems_named_at, graph.terms_at) for at in found if at[0] == speech_id]
    shown = (
        (KIND, speech_id), ("organizations", speech.organization), ("sources", speech.source),
        *(("practices", t.practice_id) for t in graph.of_speech.get(speech_id, ())),
        *(("problems", p) for at in here for p in graph.problems_named_at.get(at, ())),
        *(("terms", t) for at in here for t in graph.terms_at.get(at, ())),
        *graph.mentioned_by.get(speech_id, ()), *((KIND, n) for n in neighbours if n),
    )
    told = [len(graph.of_practice[t.practice_id]) for t in graph.of_speech.get(speech_id, ())]
    return keys.key(shown, told)


def page(graph: Graph, renderer: Renderer, speech_id: str, before: str | None, after: str | None) -> RenderedPage:
    speech = graph.speeches[speech_id]
    url = urls.entry(KIND, speech_id)
    organization = graph.catalog.organizations[speech.organization]
    edit_path = renderer.path_of(KIND, speech_id)
    html = renderer.render(
        TEMPLATE, url, id=speech_id, speech=speech, organization=organization,
        source=graph.catalog.sources[speech.source], sections=tuple(places(graph, speech_id, speech)),
        told_here=graph.of_speech.get(speech_id, ()), count=len({t.practice_id for t in graph.of_speech.get(speech_id, ())}),
        before=before, after=after, mentions=graph.mentioned_by.get(speech_id, ()), edit=edit_path,
    )
    return RenderedPage(url, speech.title, f"{graph.name_of(speech.organization)}的发言：{speech.short}。", html)
