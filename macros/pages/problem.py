"""A problem: what answers it in one counted sentence, a row an account, and what nobody says."""

from collections.abc import Iterator
from functools import partial

from macros.library import urls
from macros.library.graph import Graph
from macros.pages.answer import answer
from macros.pages.fingerprints import Keys
from macros.pages.page import PagePlan, RenderedPage
from macros.pages.practice import around
from macros.pages.renderer import Renderer
from macros.pages.rows import by_progress

KIND = "problems"
TEMPLATE = "problem.html"


def plans(graph: Graph, renderer: Renderer, keys: Keys) -> Iterator[PagePlan]:
    for problem_id, problem in graph.catalog.problems.items():
        answers = graph.by_problem.get(problem_id, ())
        named = [c.speech for c in problem.named_in]
        shown = (
            (KIND, problem_id), *((("topics", problem.topic),) if problem.topic else ()), *(("practices", p) for p in answers),
            *(entry for p in answers for entry in around(graph, graph.of_practice[p])),
            *(("speeches", s) for s in named),
            *(("organizations", graph.catalog.speeches[s].organization) for s in named),
            *graph.mentioned_by.get(problem_id, ()),
        )
        yield PagePlan(urls.entry(KIND, problem_id), partial(keys.key, shown), partial(page, graph, renderer, problem_id))


def page(graph: Graph, renderer: Renderer, problem_id: str) -> RenderedPage:
    problem = graph.catalog.problems[problem_id]
    url = urls.entry(KIND, problem_id)
    edit_path = renderer.path_of(KIND, problem_id)
    answers = graph.by_problem.get(problem_id, ())
    tellings = [t for p in answers for t in graph.of_practice[p]]
    counted = answer(tellings)
    html = renderer.render(
        TEMPLATE, url, id=problem_id, problem=problem, answer=counted, rows=by_progress(tellings),
        unsaid={p: graph.catalog.practices[p].unsaid for p in answers if graph.catalog.practices[p].unsaid},
        sources=tuple(dict.fromkeys(t.speech.source for t in tellings)), mentions=graph.mentioned_by.get(problem_id, ()), edit=edit_path,
    )
    return RenderedPage(url, problem.title, f"{problem.title}{counted.counted}", html)
