"""What other scripts and tools may rely on (指南·架构·脚本): kb.index.prepare, kb.search, .kb-dialog__hit."""

import contextlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, TimeoutError, expect

from tests.browser.conftest import Handler, served
from tests.building import build
from tests.conftest import PROJECT
from tests.small_tree import Tree

pytestmark = pytest.mark.browser

PRACTICE = "practices/wei-yuan-bian-zu.html"
PREPARE = "async (query) => { await kb.index.prepare(query); }"
SEARCH = """([query, options]) => {
  const hits = kb.search(query, options);
  return { array: Array.isArray(hits), ids: hits.map(hit => hit.id), kinds: hits.map(hit => hit.kind), total: hits.total, partial: hits.partial };
}"""


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small library as a site."""
    folder = tmp_path_factory.mktemp("small")
    tree = Tree(folder)
    return build(PROJECT, data=tree.root, docs=tree.docs, site=folder / "site").site


@pytest.fixture(scope="module")
def http(small: Path) -> Iterator[str]:
    with served(Handler, small) as address:
        yield address


@pytest.fixture(params=["http", "file"])
def base(request: pytest.FixtureRequest, small: Path) -> str:
    return str(request.getfixturevalue("http")) if request.param == "http" else small.as_uri() + "/"


def test_any_page_can_be_asked(page: Page, base: str) -> None:
    page.goto(base + PRACTICE)
    assert page.evaluate(SEARCH, ["委员", {}]) == {"array": True, "ids": [], "kinds": [], "total": 0, "partial": False}
    page.evaluate(PREPARE, "委员")
    assert page.evaluate(SEARCH, ["委员", {"kinds": ["practices"], "limit": 1}]) == {
        "array": True, "ids": ["wei-yuan-bian-zu"], "kinds": ["practices"], "total": 2, "partial": False}


def test_filters_leave_practices(page: Page, http: str) -> None:
    page.goto(http + "index.html")
    page.evaluate(PREPARE, "委员")
    assert len(page.evaluate(SEARCH, ["委员", {}])["ids"]) == page.evaluate(SEARCH, ["委员", {"limit": 1}])["total"] > 2
    assert page.evaluate(SEARCH, ["委员", {"filters": {"form": ["platform"]}}])["ids"] == ["wei-yuan-ke-tang"]


def test_what_is_only_nearly_right_is_said_to_be(page: Page, http: str) -> None:
    page.goto(http + "index.html")
    page.evaluate(PREPARE, "谁来给委员课堂讲课讲什么")
    found = page.evaluate(SEARCH, ["谁来给委员课堂讲课讲什么", {}])
    assert found["ids"][0] == "wei-yuan-ke-tang"
    assert found["partial"] is True


def test_all_that_can_answer_is_there_when_it_resolves(page: Page, http: str) -> None:
    """Words that only a body has, while the bodies are slow to come."""
    held: list[Route] = []
    page.route(lambda url: "assets/kb/text." in url, lambda route: held.append(route))
    page.goto(http + "index.html")
    with page.expect_request(lambda request: "assets/kb/text." in request.url):
        page.evaluate("() => { window.asked = kb.index.prepare('轮流讲课').then(() => kb.search('轮流讲课').total); }")
    early = "() => Promise.race([window.asked, new Promise((resolve) => requestAnimationFrame(() => resolve('waiting')))])"
    assert page.evaluate(early) == "waiting"
    held[0].continue_()
    assert page.evaluate("() => window.asked") == 1


def test_asked_several_times_at_once_nothing_is_loaded_twice(page: Page, http: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url) if request.resource_type == "script" else None)
    page.goto(http + "index.html")
    # Evaluated at once, a promise that is never kept would be waited for without end.
    page.evaluate("() => { Promise.all(['委员', '课堂', '委员'].map((query) => kb.index.prepare(query))).then(() => { window.kept = true; }); }")
    with contextlib.suppress(TimeoutError):
        page.wait_for_function("() => window.kept")
    assert sorted(asked) == sorted(set(asked))
    assert page.evaluate("() => window.kept") is True
    assert any("kb-search.js" in url for url in asked)


def test_hits_of_the_dialog_have_their_class(page: Page, http: str) -> None:
    page.goto(http + PRACTICE)
    page.keyboard.press("Control+k")
    page.locator(".kb-dialog__box").fill("委员课堂")
    expect(page.locator(".kb-dialog__hit").first).to_contain_text("委员课堂")
    assert page.locator(".kb-dialog__hit").count() == page.evaluate("kb.search('委员课堂', { limit: 12 }).length")
