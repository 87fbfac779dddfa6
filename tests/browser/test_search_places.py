"""One search in three places: what is typed into a page's own box goes on in the dialog; and what keys and input methods do there."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, Route, expect

pytestmark = pytest.mark.browser

PRACTICE = "practices/quan-yuan-ru-wei.html"
HOME, LIST, BOX = "#kb-home-query", "#kb-query", ".kb-dialog__box"
MESSAGE, HITS = ".kb-dialog__message", ".kb-dialog__hit"
TITLES = ".kb-dialog__title"


def searched(page: Page, query: str) -> None:
    page.locator(BOX).fill(query)
    page.evaluate("query => kb.index.prepare(query)", query)
    expect(page.locator(MESSAGE)).to_have_text(re.compile("^共 "))


# --- the box of the home page -----------------------------------------------------------------


def test_what_is_typed_on_the_home_page_goes_on_in_the_dialog(page: Page, site_url: str) -> None:
    page.goto(site_url + "index.html")
    page.locator(HOME).focus()
    page.keyboard.type("委员不愿意参加活动")
    expect(page.locator(BOX)).to_be_focused()
    expect(page.locator(BOX)).to_have_value("委员不愿意参加活动")
    # What answers best is a problem, which the list of practices never shows.
    expect(page.locator(HITS).first).to_contain_text("问题")
    page.keyboard.press("Backspace")
    page.keyboard.press("Escape")
    expect(page.locator(HOME)).to_be_focused()
    expect(page.locator(HOME)).to_have_value("委员不愿意参加活")
    page.keyboard.type("动")
    expect(page.locator(BOX)).to_have_value("委员不愿意参加活动")


def test_the_home_page_and_the_header_give_the_same_hits(page: Page, site_url: str) -> None:
    page.goto(site_url + "index.html")
    page.keyboard.press("Control+k")
    searched(page, "怎么联系群众")
    header = page.locator(HITS).evaluate_all("hits => hits.map((hit) => hit.getAttribute('href'))")
    page.reload()
    page.locator(HOME).fill("怎么联系群众")
    expect(page.locator(HITS)).to_have_count(len(header))
    # As many are there before the texts have been searched, in another order.
    for number, address in enumerate(header):
        expect(page.locator(HITS).nth(number)).to_have_attribute("href", address)


def test_the_list_has_the_practices_of_the_dialog_in_its_order(page: Page, site_url: str) -> None:
    page.goto(site_url + "practices/index.html?q=工作站")
    expect(page.locator(".kb-row__title mark").first).to_be_visible()
    expect(page.locator("[data-kb-list]")).to_have_attribute("aria-busy", "false")
    listed = page.locator("[data-kb-list] > [data-kb-id]").evaluate_all("rows => rows.map((row) => row.dataset.kbId)")
    page.keyboard.press("Control+k")
    searched(page, "工作站")
    practices = page.locator(HITS, has=page.get_by_text("做法", exact=True)).evaluate_all("hits => hits.map((hit) => hit.href.split('/').pop().replace('.html', ''))")
    assert len(practices) > 3
    assert practices == listed[:len(practices)]


def test_the_caret_stays_where_it_was(page: Page, site_url: str) -> None:
    page.goto(site_url + "index.html")
    page.locator(HOME).evaluate("box => { box.value = '委员家'; box.focus(); box.setSelectionRange(2, 2); }")
    page.keyboard.type("之")
    expect(page.locator(BOX)).to_be_focused()
    page.keyboard.type("的")
    expect(page.locator(BOX)).to_have_value("委员之的家")


def test_the_button_and_enter_of_the_home_page_open_the_dialog(page: Page, site_url: str) -> None:
    page.goto(site_url + "index.html")
    page.get_by_role("button", name="检索", exact=True).click()
    expect(page.locator(BOX)).to_be_focused()
    page.keyboard.type("双月")
    expect(page.locator(f"{TITLES} mark").first).to_have_text("双月")
    page.keyboard.press("Escape")
    page.locator(HOME).focus()
    page.keyboard.press("Enter")
    expect(page.locator(BOX)).to_have_value("双月")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_contain_text("双月")


def test_an_example_is_asked_in_the_dialog(page: Page, site_url: str) -> None:
    page.goto(site_url + "index.html")
    example = page.locator(".kb-find__examples a").first
    query = example.inner_text()
    example.click()
    expect(page.locator(BOX)).to_have_value(query)
    expect(page.locator(HITS).first).to_be_visible()
    page.keyboard.press("Escape")
    expect(example).to_be_focused()


def test_without_scripts_the_box_leads_to_the_list(browser: Browser, site_url: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site_url + "index.html")
    page.locator(HOME).fill("全员入委")
    page.keyboard.press("Enter")
    expect(page).to_have_url(site_url + "practices/index.html?q=%E5%85%A8%E5%91%98%E5%85%A5%E5%A7%94")
    context.close()


def test_the_box_of_a_lost_page_opens_the_dialog_too(page: Page, site_url: str, expected_errors: list[str]) -> None:
    expected_errors.append("404")
    page.goto(site_url + "practices/nothing-of-that-kind.html")
    page.locator("#kb-lost-query").fill("双月")
    expect(page.locator(f"{TITLES} mark").first).to_have_text("双月")


# --- Enter, and what opens elsewhere ------------------------------------------------------------


@pytest.fixture
def held(page: Page) -> list[Route]:
    """The core of the index, asked for and not given yet."""
    routes: list[Route] = []
    page.route(lambda url: "assets/kb/core." in url, lambda route: routes.append(route))
    return routes


def typed_before_the_index(page: Page, address: str, query: str, *keys: str) -> None:
    page.goto(address)
    with page.expect_request(lambda request: "assets/kb/core." in request.url):
        page.locator(HOME).focus()
    page.keyboard.type(query)
    for key in keys:
        page.keyboard.press(key)


def test_enter_before_the_index_opens_the_first_hit_when_it_is_there(page: Page, site_url: str, held: list[Route]) -> None:
    typed_before_the_index(page, site_url + "index.html", "全员入委", "Enter")
    expect(page.locator(MESSAGE)).to_have_text("正在加载索引，找到就打开第一条")
    held[0].continue_()
    expect(page).to_have_url(site_url + PRACTICE)


def test_enter_is_forgotten_when_the_reader_types_on(page: Page, site_url: str, held: list[Route]) -> None:
    typed_before_the_index(page, site_url + "index.html", "全员入", "Enter")
    page.keyboard.type("委")
    expect(page.locator(MESSAGE)).to_have_text("正在加载索引")
    held[0].continue_()
    expect(page.locator(f"{TITLES} mark").first).to_have_text("全员入委")
    expect(page.locator(MESSAGE)).to_have_text(re.compile("^共 "))
    expect(page).to_have_url(site_url + "index.html")


def test_enter_is_forgotten_with_escape(page: Page, site_url: str, held: list[Route]) -> None:
    typed_before_the_index(page, site_url + "index.html", "全员入委", "Enter", "Escape")
    held[0].continue_()
    page.evaluate("kb.index.prepare('全员入委')")
    expect(page.locator(".kb-dialog")).to_be_hidden()
    page.keyboard.press("Enter")
    expect(page.locator(HITS).first).to_be_visible()
    expect(page).to_have_url(site_url + "index.html")


def test_enter_that_finds_nothing_says_so_and_stays(page: Page, site_url: str, held: list[Route]) -> None:
    typed_before_the_index(page, site_url + "index.html", "锟斤拷烫", "Enter")
    held[0].continue_()
    expect(page.locator(MESSAGE)).to_have_text(re.compile("^没有找到“锟斤拷烫”"))
    expect(page).to_have_url(site_url + "index.html")


def test_enter_before_the_index_opens_nothing_that_only_comes_near(page: Page, site_url: str, held: list[Route]) -> None:
    typed_before_the_index(page, site_url + "index.html", "全员入委热气球", "Enter")
    held[0].continue_()
    expect(page.locator(MESSAGE)).to_have_text(re.compile("^没有找到“热气球”"))
    expect(page.locator(HITS).first).to_contain_text("全员入委")
    expect(page).to_have_url(site_url + "index.html")
    page.keyboard.press("Enter")
    expect(page).to_have_url(site_url + PRACTICE)


@pytest.mark.parametrize("how", ["Control+Enter", "Control", "Shift", "middle"])
def test_what_opens_elsewhere_leaves_the_dialog_as_it_is(page: Page, site_url: str, how: str) -> None:
    page.goto(site_url + "glossary.html")
    page.keyboard.press("/")
    searched(page, "委员之家")
    first = page.locator(HITS).first
    with page.context.expect_page() as opened:
        if how == "Control+Enter":
            page.keyboard.press(how)
        elif how == "middle":
            first.click(button="middle")
        else:
            first.click(modifiers=[how])
    expect(opened.value).to_have_url(str(first.get_attribute("href")))
    expect(page.locator(".kb-dialog")).to_be_visible()
    expect(page.locator(BOX)).to_have_value("委员之家")
    expect(page).to_have_url(site_url + "glossary.html")


def test_shift_and_enter_put_into_the_folder(page: Page, site_url: str) -> None:
    page.goto(site_url + "glossary.html")
    page.keyboard.press("/")
    searched(page, "全员入委")
    expect(page.locator(".kb-dialog__keys")).to_contain_text("Shift Enter 放进材料夹")
    page.keyboard.press("Shift+Enter")
    expect(page.locator(".kb-dialog__said")).to_contain_text("现有 1 条")
    expect(page.locator(".kb-dialog__add").first).to_have_text("已放进")
    page.keyboard.press("Shift+Enter")
    expect(page.locator(".kb-dialog__add").first).to_have_text("放进材料夹")
    expect(page.locator(".kb-dialog")).to_be_visible()


# --- input methods ------------------------------------------------------------------------------

Compose = Callable[[str], None]


@pytest.fixture
def compose(page: Page) -> Compose:
    """Letters of an input method, not yet a word."""
    session = page.context.new_cdp_session(page)

    def composing(text: str) -> None:
        session.send("Input.imeSetComposition", {"text": text, "selectionStart": len(text), "selectionEnd": len(text)})

    return composing


def commit(page: Page, text: str) -> None:
    page.context.new_cdp_session(page).send("Input.insertText", {"text": text})


def heard(page: Page, selector: str) -> None:
    """Remembers all that an element comes to say."""
    page.evaluate("""selector => {
      window.heard = [];
      new MutationObserver(() => window.heard.push(document.querySelector(selector).textContent))
        .observe(document.querySelector(selector), { childList: true, characterData: true, subtree: true });
    }""", selector)


def test_nothing_is_said_in_the_dialog_while_a_word_is_composed(page: Page, site_url: str, compose: Compose) -> None:
    page.goto(site_url + "glossary.html")
    page.keyboard.press("/")
    searched(page, "全员")
    hits = page.locator(HITS).all_inner_texts()
    heard(page, MESSAGE)
    for letters in ("l", "lü'z", "lü'zhi"):
        compose(letters)
    expect(page.locator(BOX)).to_have_value("全员lü'zhi")
    assert page.evaluate("window.heard") == []
    assert page.locator(HITS).all_inner_texts() == hits
    commit(page, "履职")
    expect(page.locator(BOX)).to_have_value("全员履职")
    assert page.evaluate("window.heard") != []


def test_an_index_that_comes_while_a_word_is_composed_waits_for_it(page: Page, site_url: str, compose: Compose, held: list[Route]) -> None:
    page.goto(site_url + "glossary.html")
    page.keyboard.press("/")
    compose("quan")
    heard(page, MESSAGE)
    page.wait_for_timeout(50)
    held[0].continue_()
    page.evaluate("kb.index.prepare('quan')")
    assert page.evaluate("window.heard") == []
    assert page.locator(HITS).count() == 0
    commit(page, "全员入委")
    expect(page.locator(f"{TITLES} mark").first).to_have_text("全员入委")


def test_a_word_composed_on_the_home_page_goes_on_in_the_dialog_whole(page: Page, site_url: str, compose: Compose) -> None:
    page.goto(site_url + "index.html")
    page.locator(HOME).focus()
    compose("quan'yuan")
    expect(page.locator(HOME)).to_be_focused()
    expect(page.locator(".kb-dialog")).to_have_count(0)
    commit(page, "全员")
    expect(page.locator(BOX)).to_be_focused()
    expect(page.locator(BOX)).to_have_value("全员")
    compose("ru'wei")
    commit(page, "入委")
    expect(page.locator(f"{TITLES} mark").first).to_have_text("全员入委")


def test_the_list_waits_for_the_word_too(page: Page, site_url: str, compose: Compose) -> None:
    page.goto(site_url + "practices/index.html")
    expect(page.locator(".kb-facet__count").first).to_be_attached()
    everything = page.locator("[data-kb-count]").inner_text()
    page.locator(LIST).focus()
    heard(page, "[data-kb-message]")
    compose("xyz'zz")
    expect(page.locator(LIST)).to_have_value("xyz'zz")
    assert page.evaluate("window.heard") == []
    assert page.locator("[data-kb-count]").inner_text() == everything
    commit(page, "双月")
    expect(page.locator(".kb-row__title mark").first).to_have_text("双月")


def test_the_other_boxes_wait_for_the_word_too(page: Page, site_url: str, compose: Compose) -> None:
    for path, box, said in (("glossary.html", "#kb-terms-query", "[data-kb-terms-said]"), ("correct.html", "#kb-correct-query", "[data-kb-correct-said]")):
        page.goto(site_url + path)
        page.evaluate("kb.index.prepare('双月')")
        page.locator(box).focus()
        heard(page, said)
        compose("锟斤k'k")
        expect(page.locator(box)).to_have_value("锟斤k'k")
        # What would be said is said a moment after the answer is there.
        page.evaluate("kb.index.prepare('双月').then(() => new Promise((resolve) => setTimeout(resolve, 100)))")
        assert page.evaluate("window.heard") == []
        commit(page, "锟斤拷")
        expect(page.locator(said)).to_contain_text("没有找到")


def test_what_is_typed_before_the_scripts_are_there_is_not_lost(page: Page, site_url: str) -> None:
    late: list[Route] = []
    page.route(lambda url: "kb-list" in url, lambda route: late.append(route))
    page.goto(site_url + "practices/index.html", wait_until="commit")
    page.locator(LIST).fill("全员入委")
    while not late:
        page.wait_for_timeout(20)
    late[0].continue_()
    expect(page.locator(".kb-row__title mark").first).to_have_text("全员入委")
    expect(page.locator(LIST)).to_have_value("全员入委")


# --- one does not silence the other ---------------------------------------------------------------


def test_the_list_is_shown_though_somebody_came_near_the_header_meanwhile(page: Page, site_url: str, held: list[Route]) -> None:
    with page.expect_request(lambda request: "assets/kb/core." in request.url):
        page.goto(site_url + "practices/index.html?q=全员入委", wait_until="commit")
    page.locator("[data-kb-search-open]").hover()
    held[0].continue_()
    expect(page.locator(".kb-row__title mark").first).to_have_text("全员入委")
    expect(page.locator("[data-kb-message]")).to_be_hidden()
