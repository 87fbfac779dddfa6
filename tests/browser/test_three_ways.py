"""The same site by nginx at the root, by nginx under /kb/, and by double-click: all that scripts do works in each.

That pages of every kind open there without a complaint is in tests/publishing/test_in_browser.py.
"""

import io
import os
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import docx
import pytest
from playwright.sync_api import Browser, Page, expect

from macros.publishing import loopback
from tests.browser.hostile_library import NAME, TEXT, of

pytestmark = pytest.mark.browser

WATCH = "addEventListener('securitypolicyviolation', e => console.error('CSP ' + e.violatedDirective + ' ' + e.blockedURI))"
ONE, TWO = "quan-yuan-ru-wei", "quan-yuan-pei-xun"


@pytest.fixture(scope="session")
def servers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[Path, str]]:
    """The address of nginx for every folder that it serves."""
    with ExitStack() as running:
        class Served(dict[Path, str]):
            def __missing__(self, folder: Path) -> str:
                if loopback.program() is None:
                    if os.environ.get("CI"):
                        pytest.fail("没有 nginx：CI 里要装 nginx-light")
                    pytest.skip("没有 nginx：apt install nginx-light 之后这里才测得到")
                self[folder] = running.enter_context(loopback.nginx(folder, tmp_path_factory.mktemp("nginx")))
                return self[folder]

        yield Served()


@pytest.fixture(params=["/", "/kb/", "file"])
def way(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def base_of(way: str, folder: Path, servers: dict[Path, str]) -> str:
    return folder.as_uri() + "/" if way == "file" else servers[folder] + way


@pytest.fixture
def base(way: str, site: Path, servers: dict[Path, str]) -> str:
    return base_of(way, site, servers)


@pytest.fixture
def quiet(page: Page) -> Iterator[Page]:
    """A page that must have nothing to say: no console message, no violation, no request to anybody else."""
    heard: list[str] = []
    page.add_init_script(WATCH)
    page.on("console", lambda message: heard.append(f"{page.url} {message.text}"))
    page.on("request", lambda asked: None if asked.url.startswith(("http://127.0.0.1:", "file:///", "data:", "blob:")) else heard.append(asked.url))
    page.on("requestfailed", lambda asked: None if asked.failure == "net::ERR_ABORTED" else heard.append(f"failed {asked.url}"))
    yield page
    assert heard == []


def test_the_list_is_searched_and_narrowed(quiet: Page, base: str) -> None:
    quiet.goto(base + "index.html")
    quiet.locator("#kb-home-query").fill("工作站")
    quiet.get_by_role("link", name="在全部做法里看“工作站”").click()
    expect(quiet.locator(".kb-row__title mark").first).to_have_text("工作站")
    facet = quiet.locator("input[name='form'][value='platform']")
    count = quiet.locator(".kb-facet__value", has=facet).locator(".kb-facet__count").inner_text()
    facet.check()
    expect(quiet.locator("[data-kb-count]")).to_have_text(count)
    expect(quiet).to_have_url(base + "practices/index.html?q=%E5%B7%A5%E4%BD%9C%E7%AB%99&form=platform")
    quiet.reload()
    expect(quiet.locator("[data-kb-count]")).to_have_text(count)
    quiet.go_back()
    expect(facet).not_to_be_checked()


@pytest.mark.parametrize("start", ["index.html", "practices/quan-yuan-pei-xun.html", "glossary.html"])
def test_the_box_of_the_header_leads_to_a_page(quiet: Page, base: str, start: str) -> None:
    quiet.goto(base + start)
    quiet.keyboard.press("Control+k")
    quiet.locator(".kb-dialog__box").fill("qyrw")
    expect(quiet.locator(".kb-dialog__title mark").first).to_have_text("全员入委")
    quiet.keyboard.press("Enter")
    expect(quiet).to_have_url(base + f"practices/{ONE}.html")


def test_practices_are_collected_compared_copied_and_saved(quiet: Page, base: str) -> None:
    for practice in (ONE, TWO):
        quiet.goto(f"{base}practices/{practice}.html")
        quiet.get_by_role("button", name="放进材料夹").click()
    quiet.locator("[data-kb-added]").click()
    expect(quiet).to_have_url(f"{base}folder.html")
    expect(quiet.locator("[data-kb-folder-item] .kb-rows-table__name > a")).to_have_text(["全员入委", "全员培训"])
    quiet.get_by_role("button", name="复制", exact=True).click()
    expect(quiet.locator("[data-kb-status]")).to_have_text("已复制一页摘要，可以粘贴到 Word、WPS。")
    quiet.get_by_role("button", name="全文").click()
    with quiet.expect_download() as download:
        quiet.get_by_role("button", name="导出 Word").click()
    text = [p.text for p in docx.Document(io.BytesIO(download.value.path().read_bytes())).paragraphs]
    assert "二、全员培训" in text
    quiet.locator(".kb-folder__sources a").first.click()
    expect(quiet.locator(".kb-paragraph:target")).to_be_visible()


def test_addresses_are_copied_as_they_are_here(quiet: Page, base: str, way: str) -> None:
    quiet.context.grant_permissions(["clipboard-read", "clipboard-write"])
    quiet.goto(f"{base}practices/{ONE}.html")
    quiet.locator("[data-kb-menu-more] > summary").click()
    quiet.get_by_role("button", name="复制地址").click()
    expect(quiet.locator("[data-kb-status]")).to_contain_text("已复制地址。")
    assert quiet.evaluate("navigator.clipboard.readText()") == f"{base}practices/{ONE}.html"


def test_colours_stay_from_page_to_page(quiet: Page, base: str) -> None:
    quiet.goto(base + "index.html")
    toggle = quiet.locator("label.md-header__button:visible")
    for _ in range(3):
        if quiet.locator("body").get_attribute("data-md-color-scheme") == "slate":
            break
        toggle.click()
    for path in (f"practices/{ONE}.html", "glossary.html"):
        quiet.goto(base + path)
        expect(quiet.locator("body")).to_have_attribute("data-md-color-scheme", "slate")


def test_the_menu_of_a_phone(quiet: Page, base: str) -> None:
    quiet.set_viewport_size({"width": 390, "height": 844})
    quiet.goto(f"{base}practices/{ONE}.html")
    quiet.get_by_role("button", name="菜单").click()
    quiet.get_by_role("navigation", name="栏目").get_by_role("link", name="问题").click()
    expect(quiet).to_have_url(base + "problems/index.html")


@pytest.mark.xdist_group("hostile")
def test_old_addresses_lead_on_and_withdrawn_entries_say_why(quiet: Page, way: str, hostile_site: Path, servers: dict[Path, str]) -> None:
    base = base_of(way, hostile_site, servers)
    for old in ("p-image-before", "p-word-before"):
        quiet.goto(f"{base}practices/{old}.html#accounts")
        expect(quiet).to_have_url(f"{base}practices/{old.removesuffix('-before')}.html#accounts")
    quiet.goto(f"{base}practices/p-withdrawn-before.html")
    expect(quiet).to_have_url(f"{base}practices/p-withdrawn.html")
    expect(quiet.locator(".kb-lead")).to_contain_text("撤下：" + of("script", "reason", TEXT))


@pytest.mark.xdist_group("hostile")
def test_attacks_have_nothing_for_the_policy_to_stop(quiet: Page, way: str, hostile_site: Path, servers: dict[Path, str]) -> None:
    base = base_of(way, hostile_site, servers)
    for path in ("index.html", "practices/p-script.html", "speeches/s-image.html", "folder.html?ids=p-script,p-attribute"):
        quiet.goto(base + path)
        expect(quiet.locator("main").get_by_text(of("script", "title", NAME)).or_(quiet.locator("h1")).first).to_be_visible()


@pytest.mark.xdist_group("hostile")
def test_without_scripts_an_old_address_leads_on(browser: Browser, hostile_site: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{hostile_site.as_uri()}/practices/p-image-before.html")
    expect(page).to_have_url(f"{hostile_site.as_uri()}/practices/p-image.html")
    context.close()
