"""A made-up library whose index is opened in a real browser, from file://, as readers may open it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from macros import search
from macros.library.catalog import Catalog, load
from macros.library.graph import Graph
from macros.model.entries import Organization, Practice, Problem, Speech, Term, Topic
from macros.model.fields import validated
from macros.search.records import Page as SearchPage
from tests import frozen
from tests.scripts.pages import write as write_scripts

PROJECT = Path(__file__).resolve().parents[2]

TOPICS = {"member-duty": "委员履职", "party-building": "党建"}
ORGANIZATIONS = {"jia-xian": ("甲县政协", "county"), "yi-shi": ("乙市政协", "city")}
SPEECHES = {"jia-jiang": ("甲县谈履职", 1, "jia-xian"), "yi-jiang": ("乙市谈党建", 2, "yi-shi")}


def account(speech: str = "jia-jiang", status: str = "done", points: Sequence[str] = ("说明",),
            figures: Sequence[str] = ()) -> dict[str, Any]:
    """An account; `figures` are states."""
    figure = {
        "given": {"label": "次数", "state": "given", "value": "1", "raw": "一次"},
        "redacted": {"label": "个数", "state": "redacted", "raw": "x个"},
        "listed": {"label": "名单", "state": "listed", "members": ["东", "西"]},
    }
    return {
        "speech": speech, "at": ["1"], "points": [{"text": text} for text in points],
        "progress": {"status": status, "cue": "原话", "scope": "local"},
        "figures": [figure[state] for state in figures],
    }


def practice(title: str, *, summary: str = "一种说明。", topics: Sequence[str] = ("member-duty",), form: str = "mechanism",
             accounts: Sequence[dict[str, Any]] = (), **more: Any) -> Practice:
    return validated(Practice, {
        "title": title, "summary": summary, "topics": list(topics), "form": form, "added": "2026-11-24",
        "accounts": list(accounts) or [account()], **more})


def graph(practices: Mapping[str, Practice], problems: Mapping[str, Problem] | None = None,
          terms: Mapping[str, Term] | None = None) -> Graph:
    """A graph of `practices` by id, told by 甲县政协 and 乙市政协."""
    outline = [{"paragraphs": [{"gist": "讲了几件事。"}]}]
    return Graph(Catalog(
        topics={i: validated(Topic, {"title": title, "question": "？", "scope": "。", "order": 1})
                for i, title in TOPICS.items()},
        organizations={i: validated(Organization, {"name": name, "name_state": "named", "level": level})
                       for i, (name, level) in ORGANIZATIONS.items()},
        speeches={i: validated(Speech, {"title": title, "short": title, "order": order, "source": "hui-bian",
                                            "organization": body, "outline": outline})
                  for i, (title, order, body) in SPEECHES.items()},
        practices=practices, problems=problems or {}, terms=terms or {},
    ))


def titled(*titles: str) -> Graph:
    """A graph of practices of which nothing but the title matters; their ids are p-1, p-2, …"""
    return graph({f"p-{i}": practice(title) for i, title in enumerate(titles, 1)})


@pytest.fixture(scope="session")
def real() -> Graph:
    """The frozen library."""
    catalog, findings = load(frozen.DATA)
    assert catalog.practices, findings
    return Graph(catalog)


class Opened:
    """A page on which the index of a library is loaded."""

    def __init__(self, page: Page, folder: Path) -> None:
        self.page = page
        self.folder = folder

    def run(self, script: str, argument: Any = None) -> Any:
        """What a function of JavaScript gives for `argument`."""
        return self.page.evaluate(script, argument)

    def search(self, query: str, **options: Any) -> dict[str, Any]:
        """Hits, `partial` and `total` of a query, with all that it can use loaded."""
        return dict(self.run(
            """([query, options]) => kb.index.prepare(query).then(() => {
                 const hits = kb.search(query, options);
                 return { hits: Array.from(hits), partial: hits.partial, total: hits.total };
               })""", [query, options]))

    def titles(self, query: str, **options: Any) -> list[str]:
        return [hit["title"] for hit in self.search(query, **options)["hits"]]


Open = Callable[..., Opened]


def written(folder: Path, library: Graph, pages: Sequence[SearchPage] = ()) -> Path:
    """A folder like a site: the scripts, the index, and a page that loads them."""
    tags = write_scripts(folder)
    for address, text in search.files(library, pages).items():
        file = folder / address
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    index = folder / "index.html"
    index.write_text(f'<!doctype html><meta charset="utf-8"><title>检索</title>{tags}', "utf-8")
    return index


@pytest.fixture(scope="module")
def open_library(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Open]:
    """Opens the index of a graph and of hand-written pages; an error on the page fails the test."""
    context = browser.new_context()
    problems: list[str] = []

    def opened(library: Graph, pages: Sequence[SearchPage] = ()) -> Opened:
        folder = tmp_path_factory.mktemp("library")
        page = context.new_page()
        page.on("pageerror", lambda error: problems.append(str(error)))
        page.goto(written(folder, library, pages).as_uri())
        page.evaluate("kb.index.start().then(() => kb.index.prepare(''))")
        return Opened(page, folder)

    yield opened
    context.close()
    assert not problems
