"""Old addresses: a page that leads to the entry's new one, from `file://` too."""

from collections.abc import Iterator

from macros import urls
from macros.pages.page import RenderedPage
from macros.pages.renderer import Renderer
from macros.relations import Graph

KIND = "practices"
TEMPLATE = "redirect.html"


def pages(graph: Graph, renderer: Renderer) -> Iterator[RenderedPage]:
    for practice_id, practice in graph.catalog.practices.items():
        for old in practice.formerly:
            url = urls.entry("practices", old)
            html = renderer.render(TEMPLATE, url, id=practice_id, practice=practice)
            target = urls.relative(urls.entry("practices", practice_id), url)
            yield RenderedPage(url, practice.title, practice.summary, html, listed=False, moved_to=target)
