"""An organisation: what it told, and how far each practice got there."""

from collections.abc import Iterator
from functools import partial

from macros.library import urls
from macros.library.graph import Graph
from macros.pages.answer import answer
from macros.pages.fingerprints import Keys
from macros.pages.page import PagePlan, RenderedPage
from macros.pages.renderer import Renderer
from macros.pages.rows import rows

KIND = "organizations"
TEMPLATE = "organization.html"


def plans(graph: Graph, renderer: Renderer, keys: Keys) -> Iterator[PagePlan]:
    for organization_id in graph.catalog.organizations:
        shown = (
            (KIND, organization_id), *(("speeches", s) for s in graph.speeches_of.get(organization_id, ())),
            *(("sources", graph.speeches[s].source) for s in graph.speeches_of.get(organization_id, ())),
            *(("practices", t.practice_id) for t in graph.of_organization.get(organization_id, ())),
            *(("problems", t.practice.problems[0]) for t in graph.of_organization.get(organization_id, ()) if t.practice.problems),
            *graph.mentioned_by.get(organization_id, ()),
        )
        yield PagePlan(urls.entry(KIND, organization_id), partial(keys.key, shown),
                       partial(page, graph, renderer, organization_id))


def page(graph: Graph, renderer: Renderer, organization_id: str) -> RenderedPage:
    url = urls.entry(KIND, organization_id)
    tellings = graph.of_organization.get(organization_id, ())
    edit_path = renderer.path_of(KIND, organization_id)
    html = renderer.render(
        TEMPLATE, url, id=organization_id, organization=graph.catalog.organizations[organization_id],
        rows=rows(tellings), answer=answer(tellings), sources=tuple(dict.fromkeys(t.speech.source for t in tellings)),
        speeches=graph.speeches_of.get(organization_id, ()),
        mentions=graph.mentioned_by.get(organization_id, ()), edit=edit_path,
    )
    title = graph.name_of(organization_id)
    return RenderedPage(url, title, f"{title}在发言里讲到的做法，共 {len(tellings)} 条。", html)
