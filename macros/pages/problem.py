"""A problem: the practices that answer it, by type, with where the sources name it."""

from collections.abc import Iterator

from macros import urls
from macros.pages.page import RenderedPage
from macros.pages.renderer import Renderer
from macros.relations import Graph

KIND = "problems"
TEMPLATE = "problem.html"


def pages(graph: Graph, renderer: Renderer) -> Iterator[RenderedPage]:
    for problem_id, problem in graph.catalog.problems.items():
        url = urls.entry(KIND, problem_id)
        answers = graph.by_problem.get(problem_id, ())
        edit_path = renderer.path_of(KIND, problem_id)
        html = renderer.render(
            TEMPLATE, url, id=problem_id, problem=problem, answers=answers,
            mentions=graph.mentioned_by.get(problem_id, ()), edit=edit_path,
        )
        yield RenderedPage(url, problem.title, problem.summary or problem.title, html, edit_path)
