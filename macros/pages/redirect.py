"""Old addresses: a page that leads to the entry's new one, from `file://` too."""

from collections.abc import Iterator
from functools import partial

from macros.library import urls
from macros.library.graph import Graph
from macros.model.titles import title_of
from macros.pages.fingerprints import Keys
from macros.pages.page import PagePlan, RenderedPage
from macros.pages.renderer import Renderer

KINDS = ("practices", "speeches", "organizations", "problems")
TEMPLATE = "redirect.html"


def plans(graph: Graph, renderer: Renderer, keys: Keys) -> Iterator[PagePlan]:
    for kind in KINDS:
        for entry_id, entry in graph.catalog.of(kind).items():
            for old in entry.formerly:
                yield PagePlan(urls.entry(kind, old), partial(keys.key, [(kind, entry_id)], old),
                               partial(page, graph, renderer, kind, entry_id, old), listed=False)


def page(graph: Graph, renderer: Renderer, kind: str, entry_id: str, old: str) -> RenderedPage:
    title = title_of(graph.catalog.of(kind)[entry_id])
    url = urls.entry(kind, old)
    html = renderer.render(TEMPLATE, url, kind=kind, id=entry_id, name=title)
    return RenderedPage(url, title, f"{title}换了地址。", html,
                        moved_to=urls.relative(urls.entry(kind, entry_id), url))
