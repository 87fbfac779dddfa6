"""What a reader sees at first glance: the weight of a page, that nothing jumps, Chinese type, pages that lead on."""

import gzip
import re
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser

FIRST_VIEW = 200_000
SHIFTS = """() => new Promise((done) => {
  let sum = 0;
  const add = (list) => list.getEntries().forEach((e) => { sum += e.value; });
  new PerformanceObserver(add).observe({type: 'layout-shift', buffered: true});
  setTimeout(() => done(sum), 600);
})"""


@pytest.mark.parametrize("path", ["practices/168-gong-zuo-mo-shi.html", "practices/wei-yuan-zhi-jia.html"])
def test_the_first_view_of_a_practice_is_light(browser: Browser, site: Path, site_url: str, path: str) -> None:
    """Everything that an empty browser asks for before the reader does anything, packed as a server would."""
    context = browser.new_context()
    page = context.new_page()
    asked: set[str] = set()
    page.on("request", lambda request: asked.add(unquote(urlsplit(request.url).path).lstrip("/")))
    page.goto(site_url + path, wait_until="networkidle")
    context.close()
    sizes = {name: len(gzip.compress((site / name).read_bytes(), 6)) for name in asked if (site / name).is_file()}
    assert path in sizes
    assert any(name.endswith(".css") for name in sizes)
    assert sum(sizes.values()) <= FIRST_VIEW, sizes


@pytest.mark.parametrize("width", [1440, 390])
@pytest.mark.parametrize("path", [
    "index.html", "practices/index.html", "practices/index.html?q=委员之家&topic=member-duty", "practices/wei-yuan-zhi-jia.html",
    "speeches/wei-yuan-jing-zhun-lv-zhi.html", "topics/party-building.html", "glossary.html",
])
def test_nothing_jumps_while_a_page_loads(page: Page, site_url: str, path: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(site_url + path)
    assert page.evaluate(SHIFTS) == 0


@pytest.mark.parametrize("path", ["index.html", "practices/wei-yuan-zhi-jia.html", "contributing/components.html"])
def test_chinese_is_set_as_chinese(page: Page, site_url: str, path: str) -> None:
    page.goto(site_url + path)
    spaced = page.evaluate("""() => Array.from(document.querySelectorAll('body *'))
      .filter((e) => !['normal', '0px'].includes(getComputedStyle(e).letterSpacing)).map((e) => e.outerHTML.slice(0, 80))""")
    assert spaced == []
    body = page.evaluate("""() => { const s = getComputedStyle(document.querySelector('main p'));
      return [s.lineBreak, parseFloat(s.lineHeight) / parseFloat(s.fontSize)]; }""")
    assert body[0] == "strict"
    assert body[1] == pytest.approx(1.75)


def test_titles_and_text_have_fonts_on_every_system(page: Page, site_url: str) -> None:
    page.goto(site_url + "index.html")
    title, text = (page.locator(s).evaluate("e => getComputedStyle(e).fontFamily") for s in ("h1", ".kb-lead"))
    for family in ("Noto Serif CJK SC", "Songti SC", "SimSun"):
        assert family in title
    for family in ("Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", "HarmonyOS Sans SC"):
        assert family in text
    assert page.evaluate("document.fonts.size") == 0


def test_numbers_in_tables_stand_under_each_other(page: Page, site_url: str) -> None:
    page.goto(site_url + "index.html")
    for selector in (".kb-matrix td", ".kb-card__count", ".kb-list .kb-num"):
        assert "tabular-nums" in page.locator(selector).first.evaluate("e => getComputedStyle(e).fontVariantNumeric")


def test_the_home_page_is_a_desk(page: Page, site_url: str) -> None:
    page.goto(site_url + "index.html")
    expect(page.locator("main h2")).to_have_text([re.compile(f"^{name}") for name in (
        "专题", "按问题找", "专题与单位", "各家", "本库的变化")])
    expect(page.get_by_role("searchbox", name="检索做法")).to_be_in_viewport()
    expect(page.locator(".kb-card")).to_have_count(6)
    cell = page.locator(".kb-matrix tbody tr").first.locator("td a").first
    count = cell.inner_text()
    cell.click()
    expect(page.locator("[data-kb-count]")).to_have_text(count)


def test_examples_on_the_home_page_find_something(page: Page, site_url: str) -> None:
    page.goto(site_url + "index.html")
    links = [str(a.get_attribute("href")) for a in page.locator(".kb-find__examples a").all()]
    assert len(links) == 4
    for link in links:
        page.goto(site_url + link)
        expect(page.locator(".kb-rows > li:visible").first).to_be_visible()


@pytest.mark.parametrize("topic", [
    "party-building", "consensus-building", "grassroots-consultation", "member-duty", "level-linkage", "office-building"])
def test_a_topic_is_a_guide(page: Page, site_url: str, topic: str) -> None:
    page.goto(site_url + f"topics/{topic}.html")
    headings = [re.compile(f"^{name}") for name in (
        "从哪里看起", "从问题到做法", "几家都讲到的", "按类型看", "讲到的单位", "相邻专题", "原文没有说的")]
    expect(page.locator(".kb-main h2")).to_have_text(headings)
    expect(page.get_by_role("complementary", name="本页目录").get_by_role("link")).to_have_count(7)
    path = page.locator(".kb-paths > div").first
    path.locator("dd a").first.click()
    expect(page.locator(".kb-practice h1")).to_be_visible()


def test_what_several_bodies_share_shows_where_they_differ(page: Page, site_url: str) -> None:
    page.goto(site_url + "topics/member-duty.html")
    row = page.locator(".kb-main section, .kb-main").locator("li.kb-row", has=page.get_by_role("link", name="全员入委", exact=True)).first
    expect(row.locator(".kb-row__told > li")).to_have_text(["xx市政协〔全员入委〕 计划", "单位未写明（市级）〔三个聚焦〕 不明"])


def test_three_and_more_accounts_get_the_whole_width(page: Page, site_url: str) -> None:
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(site_url + "practices/wei-yuan-zhi-jia.html")
    scroll = page.locator(".kb-accounts__scroll")
    assert scroll.evaluate("e => e.scrollWidth <= e.clientWidth")
    expect(scroll.locator("thead th")).to_have_count(4)
