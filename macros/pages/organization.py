"""An organisation: what it told, and how far each practice got there."""

from collections.abc import Iterator

from macros import urls
from macros.pages.page import RenderedPage
from macros.pages.renderer import Renderer
from macros.relations import Graph

KIND = "organizations"
TEMPLATE = "organization.html"


def pages(graph: Graph, renderer: Renderer) -> Iterator[RenderedPage]:
    for organization_id, organization in graph.catalog.organizations.items():
        url = urls.entry(KIND, organization_id)
        tellings = graph.of_organization.get(organization_id, ())
        edit_path = renderer.path_of(KIND, organization_id)
        html = renderer.render(
            TEMPLATE, url, id=organization_id, organization=organization, tellings=tellings,
            speeches=graph.speeches_of.get(organization_id, ()),
            mentions=graph.mentioned_by.get(organization_id, ()), edit=edit_path,
        )
        title = graph.name_of(organization_id)
        yield RenderedPage(url, title, f"{title}在发言里讲到的做法，共 {len(tellings)} 条。", html, edit_path)
