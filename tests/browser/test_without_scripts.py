"""With scripts switched off: everything can be read and reached, and nothing is offered that would not work."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.publishing.test_in_browser import kinds

pytestmark = pytest.mark.browser

# Controls that do nothing without a script: buttons, boxes outside a form that is sent, labels of hidden radio buttons.
DEAD = "button:not(form[action] button), input:not(form[action] input), select, textarea, label[for^='__'], [contenteditable], dialog[open]"


@pytest.fixture(params=[1280, 390])
def plain(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    context = browser.new_context(java_script_enabled=False, viewport={"width": request.param, "height": 844})
    yield context.new_page()
    context.close()


def test_every_kind_of_page(plain: Page, site: Path, file_url: str) -> None:
    opened = kinds(site)
    assert len(opened) > 12
    for path in opened:
        plain.goto(file_url + path)
        expect(plain.locator("main h1").first).to_be_visible()
        for section in ("专题", "问题", "做法", "单位", "发言", "术语"):
            expect(plain.get_by_role("navigation", name="栏目").get_by_role("link", name=section)).to_be_visible()
        assert [e.evaluate("e => e.outerHTML.slice(0, 120)") for e in plain.locator(DEAD).all() if e.is_visible()] == [], path


def test_the_list_is_whole_and_leads_to_every_practice(plain: Page, site: Path, file_url: str) -> None:
    plain.goto(file_url + "practices/index.html")
    rows = plain.locator("[data-kb-list] > li")
    assert rows.count() == len(json.loads((site / "api/practices.json").read_text(encoding="utf-8")))
    expect(rows.first).to_be_visible()
    # Who sends the form of the home page arrives here too.
    expect(plain.get_by_text("检索和筛选要用到脚本。下面是全部做法")).to_be_visible()
    expect(rows.last.locator(".kb-row__summary")).not_to_be_empty()
    rows.last.get_by_role("link").first.click()
    expect(plain.locator("main h1")).to_be_visible()


def test_a_practice_can_be_read_whole(plain: Page, file_url: str) -> None:
    plain.goto(file_url + "practices/quan-yuan-ru-wei.html")
    for heading in ("各家做法", "原文没有说的", "回答的问题"):
        expect(plain.get_by_role("heading", name=heading)).to_be_visible()
    expect(plain.locator("[data-kb-account]")).to_have_count(2)
    plain.locator("a.kb-source").first.click()
    expect(plain.locator(".kb-paragraph:target")).to_be_visible()
