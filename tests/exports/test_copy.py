"""Copying: as a rich table, and also where navigator.clipboard is missing."""

from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page

COPY = "content => new Promise(done => kb.copy(content, done))"
TABLE = """() => new Promise(done => kb.rooms(() => kb.folderRecords(kb.folders.made("材料", ["wei-yuan-bian-zu", "pei-xun"]), records => {
  const blocks = kb.memo(kb.folderShown(kb.folders.made("材料", ["wei-yuan-bian-zu", "pei-xun"]), records), "table");
  kb.copy({ text: kb.blocksText(blocks), html: kb.blocksHtml(blocks, "http://kb.intranet/") }, done);
})))"""
NO_CLIPBOARD = "Object.defineProperty(navigator, 'clipboard', {value: undefined})"


def pasted(page: Page, box: str) -> None:
    page.locator(box).focus()
    page.keyboard.press("Control+V")


@pytest.fixture(params=["clipboard", "fallback"])
def way(request: pytest.FixtureRequest, desk: Page, site: Path) -> str:
    if request.param == "fallback":
        # Plain http under a host name, where browsers have no navigator.clipboard.
        desk.route("http://kb.intranet/**", lambda route: route.fulfill(
            path=site / urlsplit(route.request.url).path.removeprefix("/")))
        desk.goto("http://kb.intranet/practices/page.html")
        assert desk.evaluate("navigator.clipboard") is None
    else:
        desk.context.grant_permissions(["clipboard-read", "clipboard-write"])
    desk.locator("#button").click()
    return str(request.param)


@pytest.mark.browser
def test_text_is_copied(desk: Page, way: str) -> None:
    assert desk.evaluate(COPY, {"text": "甲县政协 · 站点 · 第1段"}) is True
    pasted(desk, "#paste")
    assert desk.locator("#paste").input_value() == "甲县政协 · 站点 · 第1段"


@pytest.mark.browser
def test_a_table_is_pasted_as_a_table(desk: Page, way: str) -> None:
    assert desk.evaluate(TABLE) is True
    pasted(desk, "#rich")
    assert desk.locator("#rich h1").inner_text() == "材料"
    assert desk.locator("#rich table th", has_text="进展").count() == 1
    assert desk.locator("#rich table tr").count() == 5
    assert desk.locator("#rich table td[rowspan]").first.get_attribute("rowspan") == "3"
    assert desk.locator("#rich a", has_text="[1]").first.get_attribute("href") == "http://kb.intranet/speeches/bian-zu.html#p2-1"


@pytest.mark.browser
def test_a_table_is_pasted_as_tabbed_text(desk: Page, way: str) -> None:
    assert desk.evaluate(TABLE) is True
    pasted(desk, "#paste")
    lines = desk.locator("#paste").input_value().split("\n")
    assert "做法\t单位、进展、出处\t谁来做\t怎么做\t多久一次、数字\t成效" in lines
    assert any(line.startswith("委员编组\txx市政协〔联络〕；已实施（本段“目前已”）；[3]\t—") for line in lines)


@pytest.mark.browser
def test_a_refused_clipboard_falls_back(desk: Page) -> None:
    desk.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('refused')); }")
    desk.locator("#button").click()
    assert desk.evaluate(COPY, {"text": "退路"}) is True
    pasted(desk, "#paste")
    assert desk.locator("#paste").input_value() == "退路"


@pytest.mark.browser
def test_failure_is_reported_and_nothing_is_left_on_the_page(desk: Page) -> None:
    desk.evaluate(NO_CLIPBOARD)
    desk.evaluate("document.execCommand = () => false")
    before = desk.locator("body *").count()
    desk.locator("#button").click()
    assert desk.evaluate(COPY, {"text": "不成"}) is False
    assert desk.locator("body *").count() == before
    assert desk.evaluate("document.activeElement.id") == "button"
