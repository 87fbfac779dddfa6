"""What a reader sees at first glance: the weight of a page, that nothing jumps, Chinese type, pages that lead on."""

import gzip
import re
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from macros.library.catalog import load
from macros.model.vocabulary import Status
from tests import frozen

pytestmark = [pytest.mark.browser, pytest.mark.same_window]

FIRST_VIEW = 200_000
PROBLEMS = tuple(load(frozen.DATA)[0].problems)
LONG = "topics/member-duty.html"
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
    for selector in (".kb-matrix td.kb-num", ".kb-list .kb-num", ".kb-words .kb-num"):
        assert "tabular-nums" in page.locator(selector).first.evaluate("e => getComputedStyle(e).fontVariantNumeric")


def test_the_home_page_is_a_desk(page: Page, site_url: str) -> None:
    """The box, then every problem before anything else, one table, the words; nothing twice."""
    page.set_viewport_size({"width": 1366, "height": 768})
    page.goto(site_url + "index.html")
    expect(page.locator("main h2")).to_have_text([re.compile(f"^{name}") for name in ("想解决什么问题", "哪家讲了什么", "进展")])
    expect(page.get_by_role("searchbox", name="检索做法")).to_be_in_viewport()
    problems = page.locator(".kb-problem-group li")
    assert {a.get_attribute("href") for a in problems.locator("a").all()} == {f"problems/{p}.html" for p in PROBLEMS}
    ends = problems.evaluate_all("rows => Math.max(...rows.map((row) => row.getBoundingClientRect().bottom + scrollY))")
    assert ends < 1100
    groups = [[int(n) for n in group.locator("li .kb-num:first-child").all_inner_texts()] for group in page.locator(".kb-problem-group").all()]
    assert all(group == sorted(group, reverse=True) for group in groups)
    cell = page.locator(".kb-matrix tbody tr").first.locator("td.kb-num a").first
    count = cell.inner_text()
    cell.click()
    expect(page.locator("[data-kb-count]")).to_have_text(count)


def test_the_words_of_progress_lead_to_the_accounts_that_they_count(page: Page, site_url: str) -> None:
    page.goto(site_url + "index.html")
    expect(page.locator(".kb-words dt")).to_have_text([status.label for status in Status])
    row = page.locator(".kb-words > div", has=page.locator("[data-kb-tally='planned']"))
    # Of one practice several bodies tell: the list has fewer rows than there are accounts, and says how many.
    count = row.locator("a .kb-num").inner_text()
    assert int(count) < int(row.locator("[data-kb-tally]").inner_text())
    row.get_by_role("link").click()
    expect(page.locator(".kb-chip")).to_have_text("计划×")
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
def test_a_topic_answers_on_one_page(page: Page, site_url: str, topic: str) -> None:
    page.set_viewport_size({"width": 1366, "height": 768})
    page.goto(site_url + f"topics/{topic}.html")
    headings = [re.compile(f"^{name}") for name in ("从哪里看起", "一处一行", "这个专题的问题", "相邻专题", "原文没有说的")]
    expect(page.locator(".kb-main h2")).to_have_text(headings)
    expect(page.locator(".kb-answer")).to_have_text(re.compile(r"^\d+ 家讲了 \d+ 条做法"))
    tally = sum(int(n) for n in page.locator("[data-kb-tally]").all_inner_texts())
    rows = page.locator("[data-kb-account]")
    expect(rows).to_have_count(tally)
    assert len([row for row in rows.all() if row.is_visible()]) == min(tally, 30)
    if topic == "party-building":
        assert page.evaluate("document.documentElement.scrollHeight") <= 6 * 768
    page.locator(".kb-rows-table__name a").first.click()
    expect(page.locator(".kb-practice h1")).to_be_visible()


def test_the_rest_of_a_long_table_comes_at_a_click(page: Page, site_url: str) -> None:
    page.goto(site_url + LONG)
    rows = page.locator("[data-kb-account]")
    expect(rows.nth(30)).to_be_hidden()
    page.get_by_role("button", name=re.compile("^再看其余")).click()
    expect(rows.last).to_be_visible()
    expect(rows.nth(30).locator("input")).to_be_focused()


@pytest.mark.parametrize("width", [1440, 768, 390, 320])
@pytest.mark.parametrize("path", [
    "index.html", "practices/index.html", "practices/wei-yuan-zhi-jia.html", "practices/168-gong-zuo-mo-shi.html", "problems/reach-grassroots.html",
    "organizations/luan-zhou-shi-zheng-xie.html", "topics/party-building.html", "glossary.html", "404.html",
    "figures.html", "changes.html", "about.html", "correct.html?id=wei-yuan-zhi-jia", "bodies.html?a=luan-zhou-shi-zheng-xie&b=xx-xian-zheng-xie&view=all"])
def test_nothing_is_wider_than_the_window(page: Page, site_url: str, path: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(site_url + path)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_at_four_hundred_per_cent_the_header_leaves_the_page_to_the_text(page: Page, site_url: str) -> None:
    page.set_viewport_size({"width": 320, "height": 256})
    page.goto(site_url + "problems/reach-grassroots.html")
    page.evaluate("scrollTo(0, 800)")
    expect(page.locator(".kb-header")).not_to_be_in_viewport()
