"""A practice: the answer first, then a row an account, or an article where one body alone tells of it."""

from collections.abc import Iterable, Iterator
from functools import partial

from macros.library import urls
from macros.library.graph import Graph, Related, Telling
from macros.model import locators
from macros.model.entries import Practice
from macros.model.vocabulary import Relation, Status
from macros.pages.answer import answer
from macros.pages.fingerprints import Keys
from macros.pages.page import PagePlan, RenderedPage
from macros.pages.renderer import Renderer
from macros.pages.rows import by_progress

KIND = "practices"
TEMPLATE = "practice.html"


def by_label(related: Iterable[Related]) -> dict[str, list[Related]]:
    """Related practices grouped by what they are to this one, groups in order of appearance."""
    groups: dict[str, list[Related]] = {}
    for link in related:
        groups.setdefault(link.label, []).append(link)
    return groups


def is_part(link: Related) -> bool:
    """Whether the other practice is a part of this one."""
    return link.forward and link.relation == Relation.PART.value


def elsewhere(graph: Graph, practice: Practice) -> tuple[str, int] | None:
    """The first problem of a practice that other bodies' practices answer too, and how many do."""
    own = {graph.speeches[account.speech].organization for account in practice.accounts if account.speech in graph.speeches}
    for problem_id in practice.problems:
        others = sum(1 for pid in graph.by_problem[problem_id] if {t.organization_id for t in graph.of_practice[pid]} - own)
        if others:
            return problem_id, others
    return None


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
    practice = graph.catalog.practices[practice_id]
    related, confusable = graph.related.get(practice_id, ()), graph.confusable.get(practice_id, ())
    mentions = graph.mentioned_by.get(practice_id, ())
    shown = (
        (KIND, practice_id), *around(graph, graph.of_practice[practice_id]),
        *(("topics", t) for t in practice.topics),
        *(("problems", p) for p in practice.problems),
        *((KIND, link.to) for link in related), *(("terms", t) for t in graph.terms_of.get(practice_id, ())),
        *((KIND, other.to) for other in confusable),
        *(entry for link in related for entry in around(graph, graph.of_practice[link.to])), *mentions,
    )
    return keys.key(shown, [(link.to, link.label) for link in related], [c.to for c in confusable],
                    [len(graph.by_problem[p]) for p in practice.problems], elsewhere(graph, practice))


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
    sources = tuple(dict.fromkeys(telling.speech.source for telling in tellings))
    links = graph.related.get(practice_id, ())
    edit_path = renderer.path_of(KIND, practice_id)
    counted = answer(tellings)
    parts = [link.to for link in links if is_part(link)]
    of_parts = {t.account.progress.status for part in parts for t in graph.of_practice[part]}
    rows = by_progress(tellings)
    html = renderer.render(
        TEMPLATE, url, id=practice_id, practice=practice, tellings=tellings, rows=rows,
        cites={row.key: citation(graph, practice, [row.telling], [row.telling.speech.source]) for row in rows}, answer=counted, parts=parts,
        part_words=[status for status in Status if status in of_parts and status not in counted.tally], elsewhere=elsewhere(graph, practice),
        related=by_label(link for link in links if not is_part(link)),
        confusable=graph.confusable.get(practice_id, ()),
        mentions=graph.mentioned_by.get(practice_id, ()),
        citation=citation(graph, practice, tellings, sources), sources=sources,
        edit=edit_path,
    )
    return RenderedPage(url, practice.title, practice.summary, html)
