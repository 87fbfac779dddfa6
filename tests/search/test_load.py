"""Loading by script elements: what is missing is said, in words that help."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from macros.model.entries import Term
from macros.model.fields import validated
from tests.search.conftest import graph, practice, titled, written

pytestmark = pytest.mark.browser


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    written(tmp_path / "site", titled("全员入委"), [])
    return tmp_path / "site"


@pytest.fixture
def page_of(browser: Browser, folder: Path) -> Page:
    page = browser.new_page()
    page.goto((folder / "index.html").as_uri())
    return page


def only(folder: Path, pattern: str) -> Path:
    return next(folder.glob(f"assets/kb/{pattern}"))


def test_before_the_index_is_there_nothing_is_found(page_of: Page) -> None:
    assert page_of.evaluate("Array.from(kb.search('全员'))") == []
    assert page_of.evaluate("kb.index.start().then(() => kb.search('全员').length)") == 1


def test_a_missing_core_is_named_and_the_reader_told_what_to_do(folder: Path, page_of: Page) -> None:
    core = only(folder, "core.*.js")
    core.unlink()
    assert page_of.evaluate("kb.index.start().then(() => '', (error) => error.message)") == (
        f"没有加载到索引文件 assets/kb/{core.name}。请刷新页面再试；仍然不行，就检查网站文件是否上传完整。")


def test_names_still_work_when_the_bodies_are_missing(folder: Path, page_of: Page) -> None:
    only(folder, "text.*.js").unlink()
    assert "assets/kb/text." in page_of.evaluate("kb.index.prepare('全员').then(() => '', (error) => error.message)")
    assert page_of.evaluate("kb.search('全员').length") == 1


def test_the_bodies_of_pages_come_when_no_entry_answers(browser: Browser, tmp_path: Path) -> None:
    page = browser.new_page()
    page.goto(written(tmp_path / "site", titled("全员入委"), [("怎样投稿", "guide.html", "把稿件寄来。")]).as_uri())
    asked = "query => kb.index.prepare(query).then(() => [kb.search(query).length, 'pages' in KB_DATA])"
    assert page.evaluate(asked, "全员") == [1, False]
    assert page.evaluate(asked, "稿件寄来") == [1, True]


def test_search_words_come_after_the_names_and_before_anything_is_denied(browser: Browser, tmp_path: Path) -> None:
    term = validated(Term, {"term": "法协", "expansion": "法律协会", "at": [{"speech": "jia-jiang", "at": ["1"]}]})
    library = graph({"a": practice("甲", keywords=["夜校", "法协进村"]), "b": practice("乙")}, terms={"term": term})
    page = browser.new_page()
    page.goto(written(tmp_path / "site", library, []).as_uri())
    assert page.evaluate("kb.index.start().then(() => kb.search('夜校').length)") == 0
    assert page.evaluate("kb.index.prepare('夜校').then((more) => [more, kb.search('夜校')[0].title])") == [True, "甲"]
    # A term leads to the practice that has it in a search word, though both came one after the other.
    assert page.evaluate("kb.search('法律协会', { kinds: ['practices'] })[0].title") == "甲"
    assert page.evaluate("kb.index.prepare('夜校')") is False


def test_after_a_failure_it_can_be_tried_again(folder: Path, page_of: Page) -> None:
    core = only(folder, "core.*.js")
    core.rename(core.with_suffix(".away"))
    assert page_of.evaluate("kb.index.start().then(() => 'there', () => 'missing')") == "missing"
    core.with_suffix(".away").rename(core)
    assert page_of.evaluate("kb.index.start().then(() => 'there', () => 'missing')") == "there"


def test_an_old_page_asks_for_the_new_names(page_of: Page) -> None:
    """The browser kept a manifest whose core a newer release has replaced."""
    old = {"core": {"file": "assets/kb/core.gone.js"}, "facets": None, "text": None, "pages": None, "parts": None}
    assert page_of.evaluate("old => kb.index.start(old).then(() => kb.search('全员').length)", old) == 1


def test_the_addresses_of_hits_work_from_any_page(folder: Path, page_of: Page) -> None:
    assert page_of.evaluate("kb.index.href('practices/a.html#p1')") == (folder / "practices/a.html").as_uri() + "#p1"
