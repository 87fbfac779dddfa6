"""The list of practices: searched, narrowed and sorted in place, and its address says what it shows."""

from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect

pytestmark = pytest.mark.browser

INDEX = "practices/index.html"


def opened(page: Page, base: str, search: str = "") -> Page:
    page.goto(base + INDEX + search)
    expect(page.locator(".kb-facet__count").first).to_be_attached()
    return page


def count(page: Page) -> int:
    return int(page.locator("[data-kb-count]").inner_text())


def ids(page: Page) -> list[str]:
    return list(page.locator("[data-kb-list] > [data-kb-id]").evaluate_all("rows => rows.map(row => row.dataset.kbId)"))


def searched(page: Page) -> list[str]:
    """The rows once names and texts are looked through; before, their order may still change."""
    expect(page.locator(".kb-row__title mark").first).to_be_visible()
    expect(page.locator("[data-kb-list]")).to_have_attribute("aria-busy", "false")
    return ids(page)


def facet(page: Page, name: str, value: str) -> Locator:
    return page.locator(f"input[name='{name}'][value='{value}']")


def printed(page: Page, name: str, value: str) -> int:
    return int(page.locator(f".kb-facet__value:has(input[name='{name}'][value='{value}']) .kb-facet__count").inner_text())


def titles(page: Page) -> list[str]:
    return page.locator(".kb-row__title a").all_inner_texts()


def test_part_of_a_name_finds_it_and_is_marked(page: Page, site_url: str) -> None:
    opened(page, site_url).locator("#kb-query").fill("员入委")
    expect(page.locator("[data-kb-list] > li").first).to_have_attribute("data-kb-id", "quan-yuan-ru-wei")
    expect(page.locator(".kb-row__title mark").first).to_have_text("员入委")
    rows = searched(page)
    assert count(page) == len(rows)


def test_a_hit_in_a_point_says_where(page: Page, site_url: str) -> None:
    opened(page, site_url).locator("#kb-query").fill("重点履职活动都邀请委员参加")
    row = page.locator("[data-kb-id='quan-yuan-ru-wei'] .kb-row__why")
    expect(row).to_contain_text("要点：")
    expect(row.locator("mark").first).to_have_text("重点履职活动都邀请委员参加")


@pytest.mark.parametrize(("name", "value"), [
    ("topic", "party-building"), ("form", "platform"), ("progress", "planned"), ("level", "county"),
    ("org", "luanzhou-zhengxie"), ("figures", "redacted"), ("bodies", "several"),
])
def test_choosing_a_value_gives_the_count_that_it_shows(page: Page, site_url: str, name: str, value: str) -> None:
    opened(page, site_url)
    if not facet(page, name, value).count():
        value = str(page.locator(f"input[name='{name}']").first.get_attribute("value"))
    expected = printed(page, name, value)
    facet(page, name, value).check()
    assert count(page) == expected
    assert len(ids(page)) == expected
    assert parse_qs(urlsplit(page.url).query) == {name: [value]}


def test_values_widen_and_facets_narrow(page: Page, site_url: str) -> None:
    opened(page, site_url)
    facet(page, "topic", "party-building").check()
    one = set(ids(page))
    facet(page, "topic", "consensus-building").check()
    both = set(ids(page))
    assert one < both
    facet(page, "form", "platform").check()
    assert set(ids(page)) < both
    assert "topic=party-building,consensus-building&form=platform" in page.url


def test_facets_of_accounts_hold_together_on_one_account(page: Page, site_url: str) -> None:
    """全员入委 is planned in one body and unclear in another: neither body with the other's progress."""
    opened(page, site_url, "?q=全员入委")
    row = page.locator("[data-kb-id='quan-yuan-ru-wei']")
    told = row.locator(".kb-row__told > li", has_text="不明").get_by_role("link").first.get_attribute("href")
    body = str(told).rsplit("/", 1)[1].removesuffix(".html")
    opened(page, site_url, f"?q=全员入委&progress=unclear&org={body}")
    expect(row).to_be_visible()
    opened(page, site_url, f"?q=全员入委&progress=planned&org={body}")
    expect(row).to_have_count(0)


def test_the_address_gives_the_same_list_back_and_forth(page: Page, site_url: str, browser: Browser) -> None:
    opened(page, site_url)
    everything = ids(page)
    facet(page, "topic", "grassroots-consultation").check()
    narrowed = ids(page)
    page.locator("#kb-query").fill("工作站")
    found, address = searched(page), page.url
    page.go_back()
    expect(page.locator("#kb-query")).to_have_value("")
    assert ids(page) == narrowed
    page.go_back()
    expect(page.locator(".kb-chip")).to_have_count(0)
    assert ids(page) == everything
    page.go_forward()
    page.go_forward()
    expect(page.locator("#kb-query")).to_have_value("工作站")
    assert searched(page) == found
    page.reload()
    assert searched(page) == found
    elsewhere = browser.new_context().new_page()
    elsewhere.goto(address)
    assert searched(elsewhere) == found
    elsewhere.context.close()


def test_letters_of_a_word_are_one_step_back(page: Page, site_url: str) -> None:
    opened(page, site_url).locator("#kb-query").press_sequentially("qyrw")
    expect(page).to_have_url(site_url + INDEX + "?q=qyrw")
    page.go_back()
    expect(page).to_have_url(site_url + INDEX)
    expect(page.locator("#kb-query")).to_have_value("")


def test_a_chip_takes_its_value_away_and_all_can_be_cleared(page: Page, site_url: str) -> None:
    opened(page, site_url, "?topic=party-building,member-duty&form=method&q=学习")
    before = count(page)
    page.get_by_role("button", name="去掉类型“工作方法”").click()
    assert count(page) > before
    assert not facet(page, "form", "method").is_checked()
    expect(page.locator(".kb-chip").first).to_be_focused()
    page.get_by_role("button", name="全部清除").click()
    expect(page).to_have_url(site_url + INDEX)
    expect(page.locator(".kb-chip")).to_have_count(0)
    expect(page.locator("#kb-query")).to_be_focused()


def test_sorting(page: Page, site_url: str) -> None:
    opened(page, site_url)
    as_told = titles(page)
    page.locator("#kb-sort").select_option("name")
    assert titles(page) != as_told
    assert sorted(titles(page)) == sorted(as_told)
    assert page.url.endswith("?sort=name")
    page.locator("#kb-sort").select_option("bodies")
    told = page.locator(".kb-row").evaluate_all(
        "rows => rows.map(row => new Set(Array.from(row.querySelectorAll('.kb-row__told > li > a:first-of-type'), a => a.href)).size)")
    assert told == sorted(told, reverse=True)
    page.locator("#kb-sort").select_option("")
    assert titles(page) == as_told


def test_nothing_found_offers_a_way_back_and_no_name_that_is_not_near(page: Page, site_url: str) -> None:
    opened(page, site_url)
    total = count(page)
    page.locator("#kb-query").fill("委锟斤拷烫烫烫")
    expect(page.locator("[data-kb-message]")).to_contain_text("没有找到“委锟斤拷烫烫烫”。")
    assert count(page) == 0
    button = page.get_by_role("button", name="看全部做法")
    expect(button).to_be_visible()
    expect(page.locator("[data-kb-nearest] a")).to_have_count(0)
    button.click()
    expect(page.locator("[data-kb-message]")).to_be_hidden()
    assert count(page) == total


def test_of_an_empty_list_nothing_is_printed_or_exported(page: Page, site_url: str) -> None:
    opened(page, site_url)
    actions = [page.get_by_role("button", name=name) for name in ("打印", "导出 Excel")]
    for query, shown in (("锟斤拷烫", False), ("全员入委", True)):
        page.locator("#kb-query").fill(query)
        for button in actions:
            expect(button).to_be_visible(visible=shown)
        expect(page.locator(".kb-results > .kb-legend")).to_be_visible(visible=shown)


def test_conditions_that_exclude_each_other_can_be_dropped(page: Page, site_url: str) -> None:
    opened(page, site_url, "?q=全员入委&form=platform&topic=office-building")
    expect(page.locator("[data-kb-message]")).to_contain_text("没有一条同时符合所选的条件")
    page.get_by_role("button", name="去掉所选的条件").click()
    expect(page.locator("[data-kb-id='quan-yuan-ru-wei']")).to_be_visible()


def test_an_unknown_value_in_the_address_narrows_nothing_and_is_told(page: Page, site_url: str) -> None:
    opened(page, site_url, "?topic=no-such-topic,party-building")
    expect(page.locator("[data-kb-message]")).to_have_text("网址里的条件“no-such-topic”本库没有，没有用上。")
    expect(page.locator("[data-kb-chosen] .kb-chip")).to_have_text(["党建×"])
    page.get_by_role("button", name="去掉专题“党建”").click()
    assert count(page) > 50
    expect(page.locator("[data-kb-message]")).to_be_hidden()


def words(page: Page) -> list[str]:
    return page.locator(".kb-results > .kb-legend .kb-progress__label:visible").all_inner_texts()


def test_the_legend_names_the_words_of_the_rows(page: Page, site_url: str) -> None:
    opened(page, site_url)
    every = words(page)
    assert len(every) > 3
    opened(page, site_url, "?progress=done")
    rows = set(page.locator("[data-kb-list] .kb-progress__label:visible").all_inner_texts())
    assert set(words(page)) == rows
    assert len(rows) < len(every)
    # Typed and taken away again, without a new page.
    page.locator("#kb-query").fill("外事工作")
    expect(page.locator("[data-kb-count]")).to_have_text("0")
    expect(page.locator(".kb-results > .kb-legend")).to_be_hidden()
    page.get_by_role("button", name="全部清除").click()
    expect(page.locator(".kb-results > .kb-legend .kb-progress__label:visible")).to_have_text(every)


def test_by_keyboard_alone(page: Page, site_url: str) -> None:
    opened(page, site_url)
    page.locator("#kb-query").focus()
    page.keyboard.type("全员入委")
    expect(page.locator(".kb-row__title mark").first).to_be_visible()
    # The rows come first; the facets after the last of them.
    page.locator("[data-kb-list] a, [data-kb-list] button").last.focus()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.name") == "topic"
    page.keyboard.press("Space")
    assert page.evaluate("document.activeElement.checked") is True
    assert page.evaluate("document.activeElement.matches(':focus-visible')") is True
    page.locator("#kb-query").focus()
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.closest('.kb-row__title') !== null") is True


def test_the_count_is_a_live_region(page: Page, site_url: str) -> None:
    opened(page, site_url)
    assert page.locator("[data-kb-count]").get_attribute("aria-live") == "polite"
    expect(page.locator("[data-kb-message]")).to_have_attribute("role", "status")


def test_facets_fold_away_on_a_phone(phone: Page, site_url: str) -> None:
    opened(phone, site_url, "?form=platform")
    button = phone.locator("[data-kb-facets-open]")
    expect(button).to_have_text("筛选：平台载体")
    expect(phone.locator("#kb-facets")).to_be_hidden()
    button.click()
    expect(button).to_have_attribute("aria-expanded", "true")
    facet(phone, "topic", "grassroots-consultation").check()
    expect(button).to_have_text("筛选：基层协商、平台载体")
    assert phone.evaluate("document.documentElement.scrollWidth") <= 390


def test_without_scripts_the_whole_list_stays(browser: Browser, site_url: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site_url + INDEX)
    shown = page.locator("[data-kb-list] > li").count()
    assert shown > 50
    expect(page.locator("[data-kb-count]")).to_have_text(str(shown))
    expect(page.locator("#kb-query")).to_be_hidden()
    expect(page.locator("[data-kb-facets-open]")).to_be_hidden()
    context.close()


def test_by_double_click(page: Page, file_url: str) -> None:
    opened(page, file_url).locator("#kb-query").fill("双月")
    expect(page.locator(".kb-row__title mark").first).to_have_text("双月")
    facet(page, "progress", "done").focus()
    page.go_back()
    expect(page.locator("#kb-query")).to_have_value("")


@pytest.mark.parametrize(("lost", "said"), [
    ("assets/kb/core.", "没有加载到索引文件 assets/kb/core."),
    ("assets/kb/manifest", "没有加载到索引文件 assets/kb/manifest.js"),
    ("kb-search.js", "检索的脚本没有加载到"),
])
def test_a_missing_file_is_named_and_the_list_stays(page: Page, site_url: str, expected_errors: list[str],
                                                    lost: str, said: str) -> None:
    expected_errors.append("ERR_FAILED")
    page.route(lambda url: lost in url, lambda route: route.abort())
    page.goto(site_url + INDEX + "?q=全员入委")
    expect(page.locator("[data-kb-message]")).to_contain_text(said)
    expect(page.locator("[data-kb-message]")).to_contain_text("请刷新页面再试")
    expect(page.locator("[data-kb-list] > li").first).to_be_visible()


def test_while_the_index_is_on_its_way_the_page_says_so(page: Page, site_url: str) -> None:
    held: list[Route] = []
    page.route(lambda url: "assets/kb/core." in url, lambda route: held.append(route))
    with page.expect_request(lambda request: "assets/kb/core." in request.url):
        page.goto(site_url + INDEX + "?q=全员入委", wait_until="commit")
    expect(page.locator("[data-kb-message]")).to_have_text("正在加载索引")
    held[0].continue_()
    expect(page.locator(".kb-row__title mark").first).to_have_text("全员入委")
    expect(page.locator("[data-kb-message]")).to_be_hidden()


def test_the_home_page_leads_to_the_list(page: Page, site_url: str) -> None:
    page.goto(site_url + "index.html")
    page.locator("#kb-home-query").fill("全员入委")
    page.get_by_role("link", name="在全部做法里看“全员入委”").click()
    expect(page.locator("#kb-query")).to_have_value("全员入委")
    expect(page.locator(".kb-row__title mark").first).to_have_text("全员入委")


def test_a_wrong_address_is_searched_for(page: Page, site_url: str, expected_errors: list[str], site: Path) -> None:
    assert (site / "404.html").is_file()
    expected_errors.append("404")
    page.goto(site_url + "practices/quan-yuan-ru-weii.html")
    expect(page.locator("#kb-lost-query")).to_have_value("quanyuanruweii")


@pytest.mark.parametrize(("address", "title"), [
    ("practices/quan-yuan-ru-weii.html", "全员入委"), ("practices/quanyuan-ruwei.html", "全员入委"), ("practice/wei-yaun-zhi-jia.html", "委员之家"),
    ("practices/全员入委.html", "全员入委"), ("luan-zhou-shi-zhengxie.html", "滦州市政协"),
])
def test_a_slip_in_an_address_is_led_to_the_nearest_name(page: Page, site_url: str, expected_errors: list[str], address: str, title: str) -> None:
    expected_errors.append("404")
    page.goto(site_url + address)
    expect(page.locator("[data-kb-found]")).to_have_text("地址最接近的：" + title)
    page.locator("[data-kb-found] a").click()
    expect(page.locator("h1")).to_contain_text(title)


@pytest.mark.parametrize("address", ["practices/shi-tang-cai-dan.html", "wp-login.html", "practices/168.html", "食堂菜单.html", "practices/a.html"])
def test_an_address_that_is_near_to_nothing_gets_no_name(page: Page, site_url: str, expected_errors: list[str], address: str) -> None:
    expected_errors.append("404")
    page.goto(site_url + address)
    page.evaluate("kb.index.start().then(() => new Promise((resolve) => setTimeout(resolve)))")
    expect(page.locator("[data-kb-found]")).to_be_hidden()
