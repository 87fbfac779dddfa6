"""What is stored in the browser may be anything: another page, an extension, an older site wrote it, or nobody may store."""

import json
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

PRACTICE = "practices/wei-yuan-zhi-jia.html"
PALETTES = (
    '"x"', "[]", "7", "true", "{}", '{"color":null}', '{"index":1}', '{"index":99,"color":{}}', '{"index":-1,"color":{}}',
    '{"index":"1","color":{"scheme":"slate"}}', '{"index":0.5,"color":{"media":"x"}}', '{"index":1,"color":[]}',
    '{"index":1,"color":{"media":null}}', '{"index":1,"color":{"media":{"x":1}}}', '{"index":1,"color":{"x y<":"a"}}',
    '{"__proto__":{"index":1,"color":{}}}', '{"index":1,"color":{"__proto__":{"media":"x"}}}', '{"constructor":{"prototype":{"index":9}}}',
    "{", "\u0000", '{"index":2,"color":{"scheme":"' + "x" * 1_000_000 + '"}}',
)
KEYS = ("__palette", "__tabs", "__announce", "__outdated", "__consent", "__source", "__search", "__scroll")
VALUES = ('"x"', "[]", "[null, {}]", "7", '{"a":null}', '{"github":{}}', "null", "true", "{", '{"__proto__":[]}')


def _store(page: Page, address: str, **values: str) -> None:
    """Puts these values where the site keeps its own, before any page of it is opened."""
    scope = urlsplit(address).path
    page.add_init_script("(([scope, values]) => { if (sessionStorage.getItem('done')) return; sessionStorage.setItem('done', '1');"
                         "  Object.keys(values).forEach((key) => { localStorage.setItem(scope + '.' + key, values[key]);"
                         "    sessionStorage.setItem(scope + '.' + key, values[key]); }); })(" + json.dumps([scope, values]) + ")")


def _switches(page: Page) -> None:
    """The theme's scripts have run: the switch goes through its three states, each with its colours."""
    seen = []
    for _ in range(3):
        page.locator("label.md-header__button:visible").first.click()
        seen.append((page.locator("body").get_attribute("data-md-color-media"), page.locator("body").get_attribute("data-md-color-scheme")))
    assert sorted({media for media, _ in seen}) == [
        "(prefers-color-scheme)", "(prefers-color-scheme: dark)", "(prefers-color-scheme: light)"], seen
    assert {scheme for _, scheme in seen} == {"default", "slate"}


@pytest.mark.parametrize("value", PALETTES, ids=lambda value: value[:40])
def test_a_wrong_choice_of_colours_is_no_choice(page: Page, site_url: str, value: str) -> None:
    page.emulate_media(color_scheme="light")
    _store(page, site_url, __palette=value)
    page.goto(site_url + PRACTICE)
    assert page.locator("body").get_attribute("data-md-color-scheme") == "default"
    _switches(page)


def test_the_choice_that_a_reader_made_is_kept(page: Page, site_url: str) -> None:
    page.emulate_media(color_scheme="light")
    page.goto(site_url + PRACTICE)
    while page.locator("body").get_attribute("data-md-color-media") != "(prefers-color-scheme: dark)":
        page.locator("label.md-header__button:visible").first.click()
    page.goto(site_url + "index.html")
    assert page.locator("body").get_attribute("data-md-color-scheme") == "slate"


@pytest.mark.parametrize("value", VALUES)
def test_nothing_that_is_stored_stops_a_page(page: Page, site_url: str, value: str) -> None:
    _store(page, site_url, **dict.fromkeys((*KEYS, "picks", "picks.test"), value))
    for address in (PRACTICE, "practices/index.html", "compare.html", "contributing/macros.html"):
        page.goto(site_url + address)
        expect(page.locator("h1")).to_be_visible()
    _switches(page)


def test_picks_are_bounded_and_the_valid_ones_kept(page: Page, site_url: str) -> None:
    good = ["wei-yuan-zhi-jia", "168-gong-zuo-mo-shi"]
    many = [good[0], None, 7, "Ü", "<b>", {"a": 1}, good[0], good[1], *(f"you-yi-tiao-{n}" for n in range(100_000))]
    _store(page, site_url, picks=json.dumps(many))
    page.goto(site_url + PRACTICE)
    expect(page.locator("[data-kb-added] b")).to_have_text("300")
    kept = page.evaluate("kb.picks.list()")
    assert kept[:3] == [*good, "you-yi-tiao-0"]
    pick = page.locator("[data-kb-actions] [data-kb-add]").first
    expect(pick).to_have_attribute("aria-pressed", "true")
    pick.click()
    expect(page.locator("[data-kb-actions] [data-kb-status]").first).to_have_text("已从材料夹拿出，现有 299 条")
    stored = page.evaluate("JSON.parse(localStorage.getItem(new URL(kb.root).pathname + '.picks'))")
    assert stored == kept[1:]


def test_one_pick_too_many_is_told(page: Page, site_url: str) -> None:
    _store(page, site_url, picks=json.dumps([f"you-yi-tiao-{n}" for n in range(300)]))
    page.goto(site_url + PRACTICE)
    page.locator("[data-kb-actions] [data-kb-add]").first.click()
    expect(page.locator("[data-kb-actions] [data-kb-status]").first).to_have_text("材料夹最多 300 条，先拿出几条")
    assert len(page.evaluate("kb.picks.list()")) == 300


def test_an_address_with_too_many_ids_shows_as_many_as_fit(page: Page, site_url: str) -> None:
    page.goto(site_url + "compare.html?ids=wei-yuan-zhi-jia," + ",".join(f"a{n}" for n in range(5_000)))
    expect(page.get_by_role("columnheader", name="委员之家")).to_be_visible()
    assert page.evaluate("kb.picks.given('ids').length") == 300


@pytest.mark.parametrize("name", ["localStorage", "sessionStorage"])
def test_a_browser_that_forbids_storing_shows_everything(page: Page, site_url: str, name: str) -> None:
    page.add_init_script(f"Object.defineProperty(window, '{name}', {{ get() {{ throw new DOMException('no', 'SecurityError'); }} }})")
    page.goto(site_url + PRACTICE)
    page.locator("[data-kb-actions] [data-kb-add]").first.click()
    expect(page.locator("[data-kb-added] b")).to_have_text("1")
    _switches(page)
