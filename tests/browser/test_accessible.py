"""The library with a keyboard, a screen reader, large type, other colours: axe, and what axe does not see."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

pytestmark = [pytest.mark.browser, pytest.mark.same_window]

# One page of every kind; practices with one account and with the most there are.
PAGES = {
    "home": "index.html",
    "topics": "topics/index.html",
    "topic": "topics/party-building.html",
    "index": "practices/index.html",
    "practice": "practices/168-gong-zuo-mo-shi.html",
    "practice-of-four": "practices/wei-yuan-zhi-jia.html",
    "speeches": "speeches/index.html",
    "speech": "speeches/po-jie-liang-ge-bo-ruo.html",
    "organizations": "organizations/index.html",
    "organization": "organizations/xx-xian-zheng-xie.html",
    "problems": "problems/index.html",
    "problem": "problems/two-weaknesses.html",
    "glossary": "glossary.html",
    "folder": "folder.html",
    "given-folder": "folder.html?ids=shuang-lian-shuang-fu-gong-zuo-zhan,wei-yuan-lian-luo-zhan&view=table",
    "changes": "changes.html",
    "figures": "figures.html",
    "bodies": "bodies.html?a=luan-zhou-shi-zheng-xie&b=xx-xian-zheng-xie",
    "correct": "correct.html?id=wei-yuan-zhi-jia",
    "about": "about.html",
    "lost": "404.html",
    "guide": "contributing/index.html",
    "components": "contributing/components.html",
}
# Those that axe gets with what stands around every page.
FRAMED = ("home", "speech", "lost", "guide")
COLOURS = {"runOnly": ["color-contrast", "link-in-text-block"], "resultTypes": ["violations"]}
# Of forty rows that are alike, axe gets the first two; it would take a minute for the rest of the index. The frame is
# the same on every page.
ALIKE = """(framed) => {
  if (!framed) document.querySelectorAll('.kb-header, .kb-footer').forEach((frame) => { frame.style.display = 'none'; });
  for (const parent of document.querySelectorAll('main *')) {
    const seen = {};
    for (const child of [...parent.children]) {
      const kind = child.tagName + ' ' + child.className;
      seen[kind] = (seen[kind] || 0) + 1;
      if (seen[kind] > 2) child.remove();
    }
  }
}"""
FOCUSED = """() => {
  const e = document.activeElement, box = e.getBoundingClientRect();
  // Radio buttons of the colour scheme lie under the label that shows them.
  const shown = e.matches('.md-option') ? e.nextElementSibling : e;
  const style = getComputedStyle(shown);
  return {
    name: e.outerHTML.slice(0, 120), page: e === document.body,
    off: box.right < 0 || box.left > innerWidth || box.bottom < 0 || box.top > innerHeight,
    hidden: style.visibility === 'hidden' || style.display === 'none' || e.closest('[aria-hidden=true]') !== null,
    marked: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
    before: e.dataset.seen, mark: e.dataset.seen = 'yes',
  };
}"""


def opened(page: Page, site_url: str, kind: str) -> None:
    page.goto(site_url + PAGES[kind])
    if kind == "folder":
        page.evaluate("kb.collect(['quan-yuan-ru-wei', 'shuang-lian-shuang-fu-gong-zuo-zhan'], {})")
    if kind in ("folder", "given-folder"):
        expect(page.locator("[data-kb-folder-item]")).to_have_count(2)
    if kind == "bodies":
        expect(page.locator("[data-kb-bodies-rows] [data-kb-account]")).not_to_have_count(0)
    if kind == "correct":
        expect(page.locator("[data-kb-correct-statements] label")).not_to_have_count(0)
    if kind == "index":
        expect(page.locator(".kb-facet")).not_to_have_count(0)


def grave(page: Page, options: dict[str, object] | None = None) -> list[str]:
    """What axe finds serious or critical, each as `rule: element`."""
    if page.evaluate("typeof window.axe") == "undefined":
        page.evaluate(Axe().axe_script)
    # All else that axe tells of a page would take longer to hand over than to find.
    found = page.evaluate("options => axe.run(options).then(({violations}) => violations)", options or {"resultTypes": ["violations"]})
    return [f"{v['id']}: {node['target']} {node['failureSummary']}"
            for v in found if v["impact"] in ("serious", "critical") for node in v["nodes"]]


@pytest.mark.parametrize("kind", PAGES)
def test_axe_finds_nothing_grave(page: Page, site_url: str, kind: str) -> None:
    page.emulate_media(color_scheme="light")
    opened(page, site_url, kind)
    page.evaluate(ALIKE, kind in FRAMED)
    for width in (1440, 768, 390):
        page.set_viewport_size({"width": width, "height": 900})
        # What begins to scroll at this width becomes reachable by key a moment after the window has changed.
        for _ in range(10):
            found = grave(page)
            if not found:
                break
            page.wait_for_timeout(200)
        assert found == [], f"{kind}, light, {width}"
    page.emulate_media(color_scheme="dark")
    opened(page, site_url, kind)
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    page.evaluate(ALIKE, kind in FRAMED)
    for width in (1440, 390):
        page.set_viewport_size({"width": width, "height": 900})
        assert grave(page, COLOURS) == [], f"{kind}, dark, {width}"


@pytest.mark.parametrize("kind", PAGES)
def test_nothing_is_wider_than_the_window(page: Page, site_url: str, kind: str) -> None:
    """720 px is a window of 1440 px at 200 %; 320 px is what WCAG asks for."""
    opened(page, site_url, kind)
    for width in (1440, 1024, 768, 720, 390, 320):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth") <= width, f"{kind} at {width}"


@pytest.mark.parametrize("width", [1440, 390])
@pytest.mark.parametrize("kind", ["home", "index", "practice-of-four", "speech", "components"])
def test_focus_is_seen_wherever_it_goes(page: Page, site_url: str, kind: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    opened(page, site_url, kind)
    stops = 0
    for _ in range(60):
        page.keyboard.press("Tab")
        focused = page.evaluate(FOCUSED)
        if focused["page"]:
            break
        assert not focused["off"], f"off screen: {focused['name']}"
        assert not focused["hidden"], f"focus on what is hidden: {focused['name']}"
        assert focused["marked"], f"focus is not seen: {focused['name']}"
        assert not focused["before"], f"focus goes round: {focused['name']}"
        stops += 1
    assert stops > 20


@pytest.mark.parametrize("kind", ["home", "practice", "speech", "lost", "guide"])
def test_the_first_key_leads_past_the_menu(page: Page, site_url: str, kind: str) -> None:
    opened(page, site_url, kind)
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="跳到正文")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


def test_the_keys_come_to_the_first_row_of_the_list_in_twelve(page: Page, site_url: str) -> None:
    opened(page, site_url, "index")
    for _ in range(12):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.closest('.kb-row__title') !== null"):
            break
    expect(page.locator(".kb-row__title a").first).to_be_focused()


def test_the_arrow_keys_go_through_the_sections(page: Page, site_url: str) -> None:
    opened(page, site_url, "index")
    sections = page.get_by_role("navigation", name="栏目，左右方向键换")
    names = sections.get_by_role("link").all_inner_texts()
    assert len(names) == 8
    for _ in range(3):
        page.keyboard.press("Tab")
    # The stop is where one is.
    expect(sections.get_by_role("link", name="做法")).to_be_focused()
    for key, name in (("ArrowRight", names[3]), ("ArrowLeft", "做法"), ("Home", names[0]), ("ArrowLeft", names[-1]), ("End", names[-1]), ("ArrowRight", names[0])):
        page.keyboard.press(key)
        expect(sections.get_by_role("link", name=name)).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator("[data-kb-search-open]")).to_be_focused()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/topics/"))


def test_without_scripts_every_section_is_a_stop(site_url: str, browser: Browser) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(site_url)
    expect(page.locator(".kb-nav a[tabindex]")).to_have_count(0)
    page.context.close()


@pytest.mark.parametrize("kind", ["home", "index", "problem", "practice-of-four"])
def test_at_320_pixels_the_header_is_one_line_that_scrolls_away(page: Page, site_url: str, kind: str) -> None:
    page.set_viewport_size({"width": 320, "height": 256})
    opened(page, site_url, kind)
    page.evaluate("kb.collect(['quan-yuan-ru-wei', 'wei-yuan-zhi-jia'].concat(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']), {})")
    expect(page.locator("[data-kb-added]")).to_contain_text("10")
    tops = page.locator(".kb-brand, .kb-search-open, .kb-folder-link, .kb-menu").evaluate_all("all => all.map((each) => { const box = each.getBoundingClientRect(); return Math.round((box.top + box.bottom) / 2); })")
    assert len(tops) == 4
    assert max(tops) - min(tops) <= 1, tops
    assert page.locator(".kb-header").evaluate("header => getComputedStyle(header).position") == "static"
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_the_menu_of_a_phone_is_a_button_with_a_name(phone: Page, site_url: str) -> None:
    opened(phone, site_url, "practice")
    menu = phone.get_by_role("button", name="菜单")
    sections = phone.get_by_role("navigation", name="栏目，左右方向键换")
    expect(sections).to_be_hidden()
    menu.focus()
    phone.keyboard.press("Enter")
    expect(menu).to_have_attribute("aria-expanded", "true")
    expect(sections.get_by_role("link", name="术语")).to_be_visible()
    phone.keyboard.press("Tab")
    assert phone.evaluate("document.activeElement.closest('.kb-header') !== null")
    phone.keyboard.press("Escape")
    expect(menu).to_be_focused()
    expect(sections).to_be_hidden()


def test_a_closed_menu_takes_no_focus(phone: Page, site_url: str) -> None:
    opened(phone, site_url, "practice")
    phone.get_by_role("button", name="菜单").focus()
    phone.keyboard.press("Tab")
    assert phone.evaluate("document.activeElement.closest('.kb-nav')") is None


def test_facets_answer_to_the_space_bar(page: Page, site_url: str) -> None:
    opened(page, site_url, "index")
    total = page.locator("[data-kb-count]").inner_text()
    box = page.get_by_role("checkbox", name=re.compile("^基层协商"))
    box.focus()
    page.keyboard.press("Space")
    expect(box).to_be_checked()
    expect(box).to_be_focused()
    expect(page.locator("[data-kb-count]")).not_to_have_text(total)
    page.keyboard.press("Space")
    expect(page.locator("[data-kb-count]")).to_have_text(total)


@pytest.mark.parametrize(("kind", "region"), [("components", "单位与专题的表，可左右滚动"), ("home", "单位与专题的表，可左右滚动")])
def test_what_scrolls_sideways_scrolls_by_keyboard(page: Page, site_url: str, kind: str, region: str) -> None:
    page.set_viewport_size({"width": 700, "height": 900})
    opened(page, site_url, kind)
    scrolled = page.get_by_role("region", name=region).first
    scrolled.evaluate("e => { e.style.maxWidth = '300px'; }")
    scrolled.evaluate("e => e.addEventListener('scroll', () => { if (e.scrollLeft) e.dataset.moved = 'yes'; })")
    scrolled.focus()
    # A page that is still busy may lose a key.
    for _ in range(50):
        page.keyboard.press("ArrowRight")
        if scrolled.get_attribute("data-moved"):
            break
    expect(scrolled).to_have_attribute("data-moved", "yes")


def test_the_outline_of_a_speech_by_keyboard(page: Page, site_url: str) -> None:
    opened(page, site_url, "speech")
    link = page.get_by_role("navigation", name="本篇提纲").get_by_role("link").last
    link.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".kb-paragraph:target")).to_be_in_viewport()


def test_colours_change_by_keyboard(page: Page, site_url: str) -> None:
    page.emulate_media(color_scheme="light")
    opened(page, site_url, "home")
    page.get_by_role("link", name="材料夹").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")


@pytest.mark.parametrize("kind", ["home", "index", "speech"])
def test_nothing_moves_for_those_who_ask_for_that(page: Page, site_url: str, kind: str) -> None:
    page.emulate_media(reduced_motion="reduce")
    opened(page, site_url, kind)
    moving = page.evaluate("""() => Array.from(document.querySelectorAll('*')).filter((e) => {
      const s = getComputedStyle(e);
      return s.transitionDuration.split(',').some((d) => parseFloat(d) > 0) || s.animationName !== 'none' || s.scrollBehavior === 'smooth';
    }).map((e) => e.outerHTML.slice(0, 80))""")
    assert moving == []


@pytest.mark.parametrize("kind", ["home", "index", "practice-of-four", "speech", "topic", "folder"])
def test_a_status_is_a_word_too(page: Page, site_url: str, kind: str) -> None:
    opened(page, site_url, kind)
    bare = page.evaluate("""() => Array.from(document.querySelectorAll('.kb-progress')).filter((mark) => {
      const label = mark.querySelector('.kb-progress__label') || mark.closest('label');
      return !label || !/[\\u4e00-\\u9fff]/.test(label.textContent);
    }).map((e) => e.outerHTML)""")
    assert bare == []


def test_masks_are_read_as_hidden(page: Page, site_url: str) -> None:
    opened(page, site_url, "practice")
    mask = page.locator(".kb-mask").first
    expect(mask).to_have_role("img")
    expect(mask).to_have_accessible_name(re.compile("^x+，原文隐去$"))
    # Who only sees the sign can rest on it, and be led to what it means.
    expect(mask).to_have_attribute("title", re.compile("^原文隐去：.*不猜，也不当作零$"))
    page.get_by_role("link", name="原文隐去", exact=True).first.click()
    expect(page).to_have_url(site_url + "about.html#signs")
    expect(page.locator("#signs")).to_be_in_viewport()


# Hits and chips; a weak answer; nothing, with names that are near.
ASKED = {"县级 委员之家": "委员之家", "热气球委员之家": "没有找到“热气球”", "quanyuanruwie": "全员入委"}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_grave_in_the_search(page: Page, site_url: str, scheme: str) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    opened(page, site_url, "about")
    page.keyboard.press("/")
    for width in (1366, 390):
        page.set_viewport_size({"width": width, "height": 800})
        for query, shown in ASKED.items():
            page.locator(".kb-dialog__box").fill(query)
            expect(page.locator(".kb-dialog")).to_contain_text(shown)
            assert grave(page) == [], f"{query}, {scheme}, {width}"


def test_the_search_can_be_used_at_four_hundred_per_cent(page: Page, site_url: str) -> None:
    page.set_viewport_size({"width": 320, "height": 256})
    opened(page, site_url, "home")
    page.locator("#kb-home-query").focus()
    page.keyboard.type("委员之家")
    first = page.locator(".kb-dialog__hit").first
    expect(first).to_contain_text("委员之家")
    expect(page.locator(".kb-dialog__box")).to_be_in_viewport()
    expect(first.locator(".kb-dialog__title")).to_be_in_viewport(ratio=1)
    # Texts that join make the list longer; who has waited for them sees where the focus goes.
    expect(page.locator(".kb-dialog__message")).to_have_text(re.compile("^共 [^…]*$"))
    for _ in range(5):
        page.keyboard.press("ArrowDown")
    expect(page.locator(".kb-dialog__hit[aria-selected='true']")).to_be_in_viewport()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(page.locator(".kb-dialog__all")).to_be_focused()
    expect(page.locator(".kb-dialog__all")).to_be_in_viewport()


def test_colours_change_by_clicks_on_what_shows(page: Page, site_url: str) -> None:
    page.emulate_media(color_scheme="dark")
    page.goto(site_url + PAGES["about"])
    for says, scheme in (("现在跟随系统，点按改为浅色", "default"), ("现在是浅色，点按改为深色", "slate"), ("现在是深色，点按改为跟随系统", "slate")):
        shown = page.locator("[data-md-component=palette] label:visible")
        expect(shown).to_have_attribute("title", says)
        shown.click()
        expect(page.locator("body")).to_have_attribute("data-md-color-scheme", scheme)
    expect(page.locator("[data-md-component=palette] label:visible")).to_have_attribute("title", "现在跟随系统，点按改为浅色")


def test_a_table_is_a_stop_only_while_it_scrolls(page: Page, site_url: str) -> None:
    page.set_viewport_size({"width": 320, "height": 256})
    page.goto(site_url + PAGES["home"])
    table = page.get_by_role("region", name="单位与专题的表，可左右滚动")
    expect(table).to_have_attribute("tabindex", "0")
    page.set_viewport_size({"width": 1366, "height": 768})
    expect(table).not_to_have_attribute("tabindex", "0")
