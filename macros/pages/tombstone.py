"""A withdrawn entry: its address goes on to say when it was withdrawn, and why."""

from collections.abc import Iterator
from functools import partial

from macros.library import urls
from macros.library.graph import Graph
from macros.pages.fingerprints import Keys
from macros.pages.page import PagePlan, RenderedPage
from macros.pages.renderer import Renderer

KINDS = ("practices", "speeches")
TEMPLATE = "tombstone.html"


def plans(graph: Graph, renderer: Renderer, keys: Keys) -> Iterator[PagePlan]:
    for kind, current in zip(KINDS, (graph.of_practice, graph.speeches), strict=True):
        for entry_id in graph.catalog.of(kind):
            if entry_id not in current:
                yield PagePlan(urls.entry(kind, entry_id), partial(keys.key, [(kind, entry_id)]),
                               partial(page, graph, renderer, kind, entry_id))


def page(graph: Graph, renderer: Renderer, kind: str, entry_id: str) -> RenderedPage:
    entry = graph.catalog.of(kind)[entry_id]
    url = urls.entry(kind, entry_id)
    html = renderer.render(TEMPLATE, url, kind=kind, id=entry_id, entry=entry)
    return RenderedPage(url, entry.title, f"{entry.title}已经撤下。", html)
