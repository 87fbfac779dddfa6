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
    _store(page, site_url, **dict.fromkeys((*KEYS, "picks", "folders", "folders.broken", "folders.test"), value))
    for address in (PRACTICE, "practices/index.html", "folder.html", "contributing/macros.html"):
        page.goto(site_url + address)
        expect(page.locator("h1")).to_be_visible()
    _switches(page)


def test_picks_of_an_earlier_site_become_folders(page: Page, site_url: str) -> None:
    good = ["wei-yuan-zhi-jia", "168-gong-zuo-mo-shi"]
    _store(page, site_url, picks=json.dumps([good[0], None, 7, "Ü", "<b>", {"a": 1}, good[0], good[1]]))
    page.goto(site_url + PRACTICE)
    expect(page.locator("[data-kb-added] b")).to_have_text("2")
    expect(page.locator("[data-kb-actions] [data-kb-add]").first).to_have_attribute("aria-pressed", "true")
    page.goto(site_url + "folder.html")
    expect(page.locator("h1")).to_have_text("以前放进来的")
    expect(page.locator("[data-kb-folder-item]")).to_have_count(2)
    assert page.evaluate("localStorage.getItem(new URL(kb.root).pathname + '.picks')") is None


def test_one_entry_too_many_is_told(page: Page, site_url: str) -> None:
    _store(page, site_url, picks=json.dumps([f"you-yi-tiao-{n}" for n in range(200)]))
    page.goto(site_url + PRACTICE)
    page.locator("[data-kb-actions] [data-kb-add]").first.click()
    expect(page.locator("[data-kb-actions] [data-kb-status]").first).to_have_text("“以前放进来的”最多 200 条，有 1 条没有放进去。先拿出几条，或者新建一个夹")
    expect(page.locator("[data-kb-added] b")).to_have_text("200")


def test_what_cannot_be_read_is_kept_aside_and_said(page: Page, site_url: str) -> None:
    _store(page, site_url, folders="{broken")
    page.goto(site_url + "folder.html")
    expect(page.locator(".kb-folder__kept")).to_contain_text("以前存的材料夹读不出来，已另外留着；新放的从头开始。")
    with page.expect_download() as download:
        page.get_by_role("button", name="把读不出来的存下来").click()
    assert download.value.path().read_text(encoding="utf-8") == "{broken"
    page.get_by_role("button", name="不要了").click()
    expect(page.locator(".kb-folder__kept")).to_be_hidden()


def test_a_full_storage_is_said_and_the_folder_goes_along(page: Page, site_url: str) -> None:
    page.add_init_script("""(() => {
      const set = Storage.prototype.setItem;
      Storage.prototype.setItem = function (key, value) {
        if (this === localStorage && value.length > 1) throw new DOMException('full', 'QuotaExceededError');
        set.call(this, key, value);
      };
    })()""")
    page.goto(site_url + PRACTICE)
    page.locator("[data-kb-actions] [data-kb-add]").first.click()
    expect(page.locator("[data-kb-actions] [data-kb-status]").first).to_contain_text("这个浏览器不让网页存东西（或者存满了）")
    page.locator("[data-kb-added]").click()
    expect(page.locator("[data-kb-folder-item]")).to_have_count(1)


def test_an_address_with_too_many_ids_shows_as_many_as_fit(page: Page, site_url: str) -> None:
    page.goto(site_url + "folder.html?ids=wei-yuan-zhi-jia," + ",".join(f"a{n}" for n in range(5_000)))
    expect(page.locator("[data-kb-folder-view] [data-kb-folder-item]")).to_have_count(1)
    expect(page.locator("[data-kb-folder-lost] > li")).to_have_count(199)


@pytest.mark.parametrize("name", ["localStorage", "sessionStorage"])
def test_a_browser_that_forbids_storing_shows_everything(page: Page, site_url: str, name: str) -> None:
    page.add_init_script(f"Object.defineProperty(window, '{name}', {{ get() {{ throw new DOMException('no', 'SecurityError'); }} }})")
    page.goto(site_url + PRACTICE)
    page.locator("[data-kb-actions] [data-kb-add]").first.click()
    expect(page.locator("[data-kb-added] b")).to_have_text("1")
    _switches(page)
