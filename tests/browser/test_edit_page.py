"""修改本条: the button leads to the guide, which names the file of the entry one came from."""

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser

PRACTICE = "practices/quan-yuan-ru-wei.html"
FILE = "data/practices/quan-yuan-ru-wei.yml"


@pytest.mark.parametrize("base", ["site_url", "file_url"])
def test_the_button_leads_to_a_page_that_names_the_file(page: Page, request: pytest.FixtureRequest, base: str) -> None:
    page.goto(request.getfixturevalue(base) + PRACTICE)
    page.get_by_role("link", name="修改本条").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("修改本条")
    expect(page.get_by_text("你要改的文件是")).to_have_text(f"你要改的文件是 {FILE}")


@pytest.mark.parametrize("written", ["", "?file=", "?file=../../etc/passwd", "?file=<b>x</b>.yml", "?file=%E0%A4%A", "?file=http://x/y.yml"])
def test_another_address_names_no_file(page: Page, site_url: str, written: str) -> None:
    page.goto(f"{site_url}contributing/edit.html{written}")
    expect(page.get_by_text("文件名看浏览器的地址栏")).to_be_visible()
    expect(page.get_by_text("你要改的文件是")).to_be_hidden()


def test_without_scripts_the_page_tells_where_to_look(browser: Browser, site_url: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site_url}contributing/edit.html?file={FILE}")
    expect(page.get_by_text("文件名看浏览器的地址栏")).to_be_visible()
    expect(page.get_by_text("你要改的文件是")).to_be_hidden()
    context.close()
