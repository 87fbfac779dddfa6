"""A source: what it is, where it can be found, its speeches in order, and what it hides."""

from collections.abc import Iterator
from functools import partial

from macros.library import urls
from macros.library.graph import Graph
from macros.pages.fingerprints import Keys
from macros.pages.page import PagePlan, RenderedPage
from macros.pages.renderer import Renderer

KIND = "sources"
TEMPLATE = "source.html"


def plans(graph: Graph, renderer: Renderer, keys: Keys) -> Iterator[PagePlan]:
    for source_id in graph.catalog.sources:
        yield PagePlan(urls.entry(KIND, source_id), partial(_key, graph, keys, source_id),
                       partial(page, graph, renderer, source_id))


def _speeches(graph: Graph, source_id: str) -> tuple[str, ...]:
    return tuple(sid for sid, speech in graph.speeches.items() if speech.source == source_id)


def _key(graph: Graph, keys: Keys, source_id: str) -> str:
    speeches = _speeches(graph, source_id)
    shown = (
        (KIND, source_id), *(("speeches", sid) for sid in speeches),
        *(("organizations", graph.speeches[sid].organization) for sid in speeches),
        *graph.mentioned_by.get(source_id, ()),
    )
    return keys.key(shown, [len(graph.of_speech.get(sid, ())) for sid in speeches])


def page(graph: Graph, renderer: Renderer, source_id: str) -> RenderedPage:
    source = graph.catalog.sources[source_id]
    url = urls.entry(KIND, source_id)
    speeches = _speeches(graph, source_id)
    edit_path = renderer.path_of(KIND, source_id)
    html = renderer.render(
        TEMPLATE, url, id=source_id, source=source, speeches=speeches,
        masks=sum(graph.speeches[sid].masks for sid in speeches),
        mentions=graph.mentioned_by.get(source_id, ()), edit=edit_path, contact=renderer.contact,
    )
    return RenderedPage(url, source.title, f"{source.title}（{source.kind}），收录发言 {len(speeches)} 篇。", html)
