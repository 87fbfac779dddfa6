"""材料夹 and 对照表: collected on any page, kept from page to page, compared, copied, exported."""

import io
from pathlib import Path
from urllib.parse import urlsplit

import docx
import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser

ONE, TWO = "quan-yuan-ru-wei", "quan-yuan-pei-xun"
# What an office browser says when an administrator forbids storing: the property itself throws.
NO_STORAGE = """Object.defineProperty(window, 'localStorage', {
  get() { throw new DOMException('denied', 'SecurityError'); } })"""


def picked(page: Page) -> str:
    return str(page.locator("[data-kb-added]").get_attribute("href")).rsplit("/", 1)[1]


def test_what_is_collected_in_the_list_and_on_a_page_is_compared(page: Page, site_url: str) -> None:
    page.goto(site_url + "practices/index.html?q=全员入委")
    page.get_by_role("button", name="把“全员入委”放进材料夹").click()
    expect(page.locator("[data-kb-added]")).to_contain_text("材料夹 1 条")
    page.goto(site_url + f"practices/{TWO}.html")
    button = page.get_by_role("button", name="放进材料夹")
    expect(button).to_have_attribute("aria-pressed", "false")
    button.click()
    expect(page.get_by_role("button", name="从材料夹拿出")).to_have_attribute("aria-pressed", "true")
    expect(page.locator("[data-kb-status]")).to_have_text("已放进材料夹，现有 2 条")
    page.locator("[data-kb-added]").click()
    expect(page).to_have_url(site_url + f"compare.html?ids={ONE},{TWO}")
    expect(page.locator("thead th a")).to_have_text(["全员入委", "全员培训"])
    page.goto(site_url + f"practices/{ONE}.html")
    expect(page.get_by_role("button", name="从材料夹拿出")).to_have_attribute("aria-pressed", "true")


def test_rows_are_fields_and_columns_accounts(page: Page, site_url: str) -> None:
    page.goto(site_url + f"compare.html?ids={ONE},{TWO}")
    rows = page.locator("[data-kb-compare-table] tbody th")
    expect(rows.filter(has_text="进展")).to_have_count(1)
    expect(rows.filter(has_text="数字")).to_have_count(1)
    accounts = page.locator("[data-kb-compare-table] tbody tr", has=page.locator("th", has_text="进展")).locator("td")
    assert accounts.count() >= 4
    link = page.locator("[data-kb-compare-table] tbody a").first
    link.click()
    expect(page.locator(".kb-paragraph:target")).to_be_visible()


def test_a_column_is_taken_out_and_comes_back_with_the_back_button(page: Page, site_url: str) -> None:
    page.goto(site_url + f"compare.html?ids={ONE},{TWO}")
    page.get_by_role("button", name="拿出“全员入委”").click()
    expect(page).to_have_url(site_url + f"compare.html?ids={TWO}")
    expect(page.locator("thead th a")).to_have_text(["全员培训"])
    expect(page.locator("[data-kb-message]")).to_have_text("现在只有一条，再加一条就能对照。")
    page.go_back()
    expect(page.locator("thead th a")).to_have_text(["全员入委", "全员培训"])


def test_a_shared_address_leaves_the_own_selection_alone(page: Page, site_url: str) -> None:
    page.goto(site_url + "practices/168-gong-zuo-mo-shi.html")
    page.get_by_role("button", name="放进材料夹").click()
    page.goto(site_url + f"compare.html?ids={ONE},{TWO}")
    page.get_by_role("button", name="全部放进材料夹").click()
    page.goto(site_url + "compare.html")
    expect(page.locator("thead th a")).to_have_count(3)
    expect(page).to_have_url(site_url + f"compare.html?ids=168-gong-zuo-mo-shi,{ONE},{TWO}")


def test_nothing_collected_and_unknown_ids(page: Page, site_url: str) -> None:
    page.goto(site_url + "compare.html")
    expect(page.locator("[data-kb-message]")).to_contain_text("放进材料夹")
    page.locator("[data-kb-message] a").click()
    expect(page).to_have_url(site_url + "practices/index.html")
    page.goto(site_url + f"compare.html?ids={ONE},no-such-practice")
    expect(page.locator("[data-kb-message]")).to_contain_text("库里没有这几条：no-such-practice。")
    expect(page.locator("thead th a")).to_have_text(["全员入委"])
    page.goto(site_url + "compare.html?ids=constructor,__proto__")
    expect(page.locator("[data-kb-message]")).to_have_text("库里没有这几条：constructor。")


def test_everything_can_be_cleared(page: Page, site_url: str) -> None:
    page.goto(site_url + f"compare.html?ids={ONE},{TWO}")
    page.get_by_role("button", name="全部放进材料夹").click()
    page.get_by_role("button", name="清空").click()
    expect(page.locator("[data-kb-compare-table] table")).to_have_count(0)
    page.goto(site_url + f"practices/{ONE}.html")
    expect(page.locator("[data-kb-added]")).to_be_hidden()


def test_without_storage_the_selection_travels_in_addresses(page: Page, site_url: str) -> None:
    page.add_init_script(NO_STORAGE)
    page.goto(site_url + f"practices/{ONE}.html")
    page.get_by_role("button", name="放进材料夹").click()
    page.locator(".kb-crumbs a").first.click()
    expect(page.locator("[data-kb-added]")).to_contain_text("材料夹 1 条")
    page.locator("#kb-query").fill("全员培训")
    page.get_by_role("button", name="把“全员培训”放进材料夹").click()
    expect(page.locator("[data-kb-added]")).to_contain_text("材料夹 2 条")
    page.locator("[data-kb-added]").click()
    expect(page.locator("thead th a")).to_have_text(["全员入委", "全员培训"])


def test_without_storage_the_search_form_takes_it_along(page: Page, site_url: str) -> None:
    page.add_init_script(NO_STORAGE)
    page.goto(site_url + f"index.html?picks={ONE}")
    page.locator("#kb-home-query").fill("全员")
    page.keyboard.press("Enter")
    expect(page.locator("[data-kb-added]")).to_contain_text("材料夹 1 条")
    expect(page.locator("#kb-query")).to_have_value("全员")


def test_two_tabs_agree(page: Page, site_url: str) -> None:
    page.goto(site_url + f"practices/{ONE}.html")
    other = page.context.new_page()
    other.goto(site_url + f"practices/{TWO}.html")
    other.get_by_role("button", name="放进材料夹").click()
    expect(page.locator("[data-kb-added]")).to_contain_text("材料夹 1 条")


@pytest.mark.parametrize("way", ["clipboard", "fallback"])
def test_the_table_is_pasted_as_a_table(page: Page, site: Path, site_url: str, way: str) -> None:
    base = site_url
    if way == "fallback":
        # Plain http under a host name, where browsers have no navigator.clipboard.
        base = "http://kb.intranet/"
        page.route(base + "**", lambda route: route.fulfill(path=site / urlsplit(route.request.url).path.lstrip("/")))
    else:
        page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{base}compare.html?ids={ONE},{TWO}")
    assert page.evaluate("Boolean(navigator.clipboard)") is (way == "clipboard")
    page.get_by_role("button", name="复制表格").click()
    expect(page.locator("[data-kb-status]")).to_have_text("已复制，可以粘贴到 Word、WPS 或 Excel。")
    page.evaluate("""() => {
      const paper = document.createElement('div');
      paper.id = 'paper';
      paper.contentEditable = 'true';
      document.querySelector('main').prepend(paper);
      paper.focus();
    }""")
    page.keyboard.press("Control+V")
    pasted = page.locator("#paper table")
    expect(pasted.locator("th", has_text="进展")).to_have_count(1)
    expect(pasted.locator("button")).to_have_count(0)
    # What stands above each answer on a phone is no part of the table.
    expect(pasted.locator(".kb-who")).to_have_count(0)
    assert str(pasted.locator("a").first.get_attribute("href")) == f"{base}practices/{ONE}.html"


def test_the_selection_becomes_one_word_file(page: Page, site_url: str) -> None:
    page.goto(site_url + f"compare.html?ids={ONE},{TWO}")
    with page.expect_download() as download:
        page.get_by_role("button", name="导出 Word").click()
    text = [p.text for p in docx.Document(io.BytesIO(download.value.path().read_bytes())).paragraphs]
    assert download.value.suggested_filename == "做法材料.docx"
    assert "一、全员入委" in text
    assert "二、全员培训" in text
    expect(page.locator("[data-kb-status]")).to_have_text("已导出 Word 文件")


def test_missing_records_say_what_to_do(page: Page, site_url: str, expected_errors: list[str]) -> None:
    expected_errors.append("ERR_FAILED")
    page.route("**/assets/data/entries-*", lambda route: route.abort())
    page.goto(site_url + f"compare.html?ids={ONE},{TWO}")
    expect(page.locator("[data-kb-message]")).to_contain_text("有数据文件没有加载到。请刷新页面再试")


def test_by_double_click(page: Page, file_url: str) -> None:
    page.goto(file_url + f"practices/{ONE}.html")
    page.get_by_role("button", name="放进材料夹").click()
    page.locator("[data-kb-added]").click()
    expect(page.locator("thead th a")).to_have_text(["全员入委"])


def test_on_a_phone_each_answer_says_whose_it_is(phone: Page, site_url: str) -> None:
    phone.goto(site_url + f"compare.html?ids={ONE},{TWO}")
    expect(phone.locator("[data-kb-compare-table] tbody td .kb-who").first).to_be_visible()
    expect(phone.get_by_role("button", name="拿出“全员入委”")).to_be_visible()
    assert phone.evaluate("document.documentElement.scrollWidth") <= 390


def test_without_scripts_the_page_says_so(browser: Browser, site_url: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site_url + "compare.html")
    expect(page.get_by_text("这一页要用到脚本")).to_be_visible()
    context.close()
