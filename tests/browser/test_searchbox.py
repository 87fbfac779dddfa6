"""The search box of the header: over any page, by keyboard, for every kind of entry."""


import pytest
from playwright.sync_api import Page, Route, expect

pytestmark = pytest.mark.browser

PRACTICE = "practices/quan-yuan-ru-wei.html"
BOX = ".kb-dialog__box"


def searched(page: Page, query: str) -> None:
    page.locator(BOX).fill(query)
    page.evaluate("query => kb.index.prepare(query)", query)
    expect(page.locator(".kb-dialog__message")).not_to_have_text("正在加载索引")


@pytest.mark.parametrize("keys", ["Control+k", "Meta+k", "/"])
def test_keys_open_it_and_escape_gives_the_focus_back(page: Page, site_url: str, keys: str) -> None:
    page.goto(site_url + PRACTICE)
    page.locator("[data-kb-word]").focus()
    page.keyboard.press(keys)
    expect(page.locator(BOX)).to_be_focused()
    page.keyboard.type("qyrw")
    page.keyboard.press("Escape")
    expect(page.locator(".kb-dialog")).to_be_hidden()
    expect(page.locator("[data-kb-word]")).to_be_focused()


def test_the_button_opens_it_and_close_gives_the_focus_back(page: Page, site_url: str) -> None:
    page.goto(site_url + PRACTICE)
    page.locator("[data-kb-search-open]").click()
    expect(page.locator(BOX)).to_be_focused()
    page.get_by_role("button", name="关闭").click()
    expect(page.locator("[data-kb-search-open]")).to_be_focused()


def test_a_slash_in_a_text_field_is_a_slash(page: Page, site_url: str) -> None:
    page.goto(site_url + "index.html")
    page.locator("#kb-home-query").focus()
    page.keyboard.type("/b")
    # What is typed there goes on in the dialog.
    expect(page.locator(BOX)).to_have_value("/b")
    page.goto(site_url + "practices/index.html")
    page.locator("#kb-query").focus()
    page.keyboard.type("a/b")
    expect(page.locator("#kb-query")).to_have_value("a/b")
    expect(page.locator(".kb-dialog")).to_have_count(0)


def test_material_does_not_take_the_keys_that_are_typed(page: Page, site_url: str) -> None:
    """Material turns pages on n and p, and opens its own search on f and s."""
    page.goto(site_url + PRACTICE)
    page.keyboard.press("/")
    page.keyboard.type("npfs,.")
    expect(page.locator(BOX)).to_have_value("npfs,.")
    expect(page).to_have_url(site_url + PRACTICE)


@pytest.mark.parametrize(("query", "kind", "title"), [
    ("全员入委", "做法", "全员入委"),
    ("滦州", "单位", "滦州市政协"),
    ("人手不够", "问题", "机关人手不够、编制不足怎么办？"),
    ("本库的变化", "页面", "本库的变化"),
])
def test_every_kind_is_found_and_named(page: Page, site_url: str, query: str, kind: str, title: str) -> None:
    page.goto(site_url + PRACTICE)
    page.keyboard.press("/")
    searched(page, query)
    of_kind = page.locator(".kb-dialog__hit", has=page.locator(".kb-dialog__kind", has_text=kind))
    expect(of_kind.locator(".kb-dialog__title").get_by_text(title, exact=True).first).to_be_visible()


def test_arrows_choose_and_enter_opens(page: Page, site_url: str) -> None:
    page.goto(site_url + PRACTICE)
    page.keyboard.press("/")
    searched(page, "委员之家")
    box, options = page.locator(BOX), page.locator(".kb-dialog__hit")
    expect(box).to_have_attribute("role", "combobox")
    expect(box).to_have_attribute("aria-expanded", "true")
    expect(options.nth(0)).to_have_attribute("aria-selected", "true")
    page.keyboard.press("ArrowDown")
    expect(options.nth(0)).to_have_attribute("aria-selected", "false")
    expect(options.nth(1)).to_have_attribute("aria-selected", "true")
    assert box.get_attribute("aria-activedescendant") == options.nth(1).get_attribute("id")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(options.last).to_have_attribute("aria-selected", "true")
    page.keyboard.press("ArrowDown")
    target = options.nth(0).get_attribute("href")
    page.keyboard.press("Enter")
    expect(page).to_have_url(str(target))


def test_what_was_chosen_stays_chosen_when_more_of_the_texts_comes(page: Page, site_url: str) -> None:
    held: list[Route] = []
    page.route(lambda url: "assets/kb/text." in url, lambda route: held.append(route))
    page.goto(site_url + PRACTICE)
    page.keyboard.press("/")
    page.locator(BOX).fill("委员之家")
    options = page.locator(".kb-dialog__hit")
    expect(options.nth(1)).to_be_visible()
    page.keyboard.press("ArrowDown")
    chosen = options.nth(1).get_attribute("href")
    page.evaluate("document.querySelector('.kb-dialog__hit').dataset.old = 'yes'")
    while not held:
        page.wait_for_timeout(20)
    held[0].continue_()
    expect(page.locator(".kb-dialog__hit[data-old]")).to_have_count(0)
    expect(page.locator(".kb-dialog__hit[aria-selected=true]")).to_have_attribute("href", str(chosen))


def test_the_hits_show_what_was_met(page: Page, site_url: str) -> None:
    page.goto(site_url + PRACTICE)
    page.keyboard.press("/")
    searched(page, "qyrw")
    expect(page.locator(".kb-dialog__title mark").first).to_have_text("全员入委")


def test_nothing_found_says_so_and_enter_leads_to_the_list(page: Page, site_url: str) -> None:
    page.goto(site_url + PRACTICE)
    page.keyboard.press("/")
    searched(page, "锟斤拷烫")
    expect(page.locator(".kb-dialog__message")).to_contain_text("没有找到“锟斤拷烫”")
    expect(page.locator(BOX)).to_have_attribute("aria-expanded", "false")
    page.keyboard.press("Enter")
    expect(page).to_have_url(site_url + "practices/index.html?q=%E9%94%9F%E6%96%A4%E6%8B%B7%E7%83%AB")


def test_entered_chinese_is_not_sent_off_by_the_enter_that_ends_it(page: Page, site_url: str) -> None:
    page.goto(site_url + PRACTICE)
    page.keyboard.press("/")
    searched(page, "委员之家")
    page.locator(BOX).dispatch_event("keydown", {"key": "Enter", "isComposing": True, "bubbles": True})
    expect(page.locator(BOX)).to_be_focused()
    expect(page).to_have_url(site_url + PRACTICE)


def test_it_says_that_it_loads(page: Page, site_url: str) -> None:
    held: list[Route] = []
    page.route(lambda url: "assets/kb/core." in url, lambda route: held.append(route))
    page.goto(site_url + PRACTICE)
    with page.expect_request(lambda request: "assets/kb/core." in request.url):
        page.keyboard.press("/")
    page.locator(BOX).fill("全员入委")
    expect(page.locator(".kb-dialog__message")).to_have_text("正在加载索引")
    held[0].continue_()
    expect(page.locator(".kb-dialog__title mark").first).to_have_text("全员入委")


def test_a_missing_index_says_what_to_do_and_can_be_tried_again(page: Page, site_url: str, expected_errors: list[str]) -> None:
    expected_errors.append("ERR_FAILED")
    page.route(lambda url: "assets/kb/core." in url, lambda route: route.abort())
    page.goto(site_url + PRACTICE)
    page.keyboard.press("/")
    page.locator(BOX).fill("全员入委")
    expect(page.locator(".kb-dialog__message")).to_contain_text("没有加载到索引文件 assets/kb/core.")
    expect(page.locator(".kb-dialog__message")).to_contain_text("请刷新页面再试")
    page.unroute_all()
    page.locator(BOX).fill("全员入")
    expect(page.locator(".kb-dialog__title mark").first).to_have_text("全员入")


def test_missing_texts_leave_the_names_to_find(page: Page, site_url: str, expected_errors: list[str]) -> None:
    expected_errors.append("ERR_FAILED")
    page.route(lambda url: "assets/kb/text." in url, lambda route: route.abort())
    page.goto(site_url + PRACTICE)
    page.keyboard.press("/")
    page.locator(BOX).fill("全员入委")
    expect(page.locator(".kb-dialog__message")).to_contain_text("没有加载到索引文件 assets/kb/text.")
    expect(page.locator(".kb-dialog__title mark").first).to_have_text("全员入委")


def test_by_double_click(page: Page, file_url: str) -> None:
    page.goto(file_url + PRACTICE)
    page.keyboard.press("Control+k")
    searched(page, "双月")
    expect(page.locator(".kb-dialog__title mark").first).to_have_text("双月")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_contain_text("双月")


def test_on_a_phone(phone: Page, site_url: str) -> None:
    phone.goto(site_url + PRACTICE)
    phone.locator("[data-kb-search-open]").click()
    searched(phone, "委员")
    box = phone.locator(".kb-dialog").bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 390
    assert box["y"] + box["height"] <= 844
    expect(phone.locator(".kb-dialog__all")).to_be_in_viewport()


def test_pages_stay_light_until_somebody_searches(page: Page, site_url: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(site_url + PRACTICE, wait_until="networkidle")
    assert not [url for url in asked if "/assets/kb/" in url or "/assets/data/" in url]
