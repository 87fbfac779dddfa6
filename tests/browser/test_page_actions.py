"""What a reader does with a page: cite it, share it, print it, save it as Word."""

import io
import re

import docx
import pytest
from playwright.sync_api import Browser, Locator, Page, expect

pytestmark = pytest.mark.browser

PRACTICE = "practices/quan-yuan-ru-wei.html"


def copied(page: Page) -> str:
    return str(page.evaluate("navigator.clipboard.readText()"))


def more(page: Page) -> Locator:
    """The menu 更多 of a page, opened."""
    page.locator("[data-kb-menu-more] > summary").click()
    return page.locator("[data-kb-menu-more]")


@pytest.fixture
def reader(page: Page) -> Page:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    return page


def test_a_citation_names_body_title_and_paragraph(reader: Page, site_url: str) -> None:
    reader.goto(site_url + PRACTICE)
    more(reader).get_by_role("button", name="复制引用").click()
    expect(reader.locator("[data-kb-status]")).to_have_text("已复制引用。")
    text = copied(reader)
    assert text.startswith("全员入委。xx市政协〔全员入委〕《")
    assert "》第3段·一是；" in text
    assert "第2段·二是。来源：《" in text
    assert text.endswith("》。市县政协实践库：" + site_url + PRACTICE)


def test_one_body_is_cited_alone(reader: Page, site_url: str) -> None:
    reader.goto(site_url + PRACTICE)
    reader.get_by_role("button", name=re.compile("^只引.*单位未写明")).click()
    # Where it was pressed, not at the top of the page.
    expect(reader.locator(".kb-only[data-kb-cite] + [data-kb-said-beside]:not(:empty)")).to_have_text("已复制引用。")
    expect(reader.locator("[data-kb-said-beside]:not(:empty)")).to_be_in_viewport()
    expect(reader.locator("[data-kb-actions] [data-kb-status]")).to_have_text("")
    text = copied(reader)
    assert text.startswith("全员入委。单位未写明（市级）")
    assert "xx市政协" not in text
    assert text.endswith("》。市县政协实践库：" + site_url + PRACTICE)


def test_the_address_is_permanent(reader: Page, site_url: str) -> None:
    reader.goto(site_url + PRACTICE + "?folder=%3Fids%3Dquan-yuan-pei-xun")
    more(reader).get_by_role("button", name="复制地址").click()
    expect(reader.locator("[data-kb-status]")).to_have_text("已复制地址。")
    assert copied(reader) == site_url + PRACTICE


def test_a_published_library_gives_its_published_address(reader: Page, site_url: str) -> None:
    reader.goto(site_url + PRACTICE)
    reader.evaluate("""path => {
      const link = document.querySelector("link[rel='canonical']") || document.createElement('link');
      link.rel = 'canonical';
      link.href = 'https://ku.example/' + path;
      document.head.appendChild(link);
    }""", PRACTICE)
    more(reader).get_by_role("button", name="复制地址").click()
    expect(reader.locator("[data-kb-status]")).to_have_text("已复制地址。")
    assert copied(reader) == "https://ku.example/" + PRACTICE


def test_the_address_of_a_list_keeps_its_choices(reader: Page, site_url: str) -> None:
    reader.goto(site_url + "practices/index.html?topic=party-building,member-duty&sort=name")
    reader.get_by_role("button", name="复制这个列表的地址").click()
    expect(reader.locator("[data-kb-status]")).to_have_text("已复制地址。")
    assert copied(reader) == site_url + "practices/index.html?topic=party-building,member-duty&sort=name"


def test_a_paragraph_of_a_speech_has_its_own_address(reader: Page, site_url: str) -> None:
    reader.goto(site_url + "speeches/wei-yuan-jing-zhun-lv-zhi.html#p3-1")
    reader.get_by_role("button", name="复制地址").click()
    expect(reader.locator("[data-kb-status]")).to_have_text("已复制地址。")
    assert copied(reader).endswith("#p3-1")


def test_an_address_on_this_machine_is_called_so(reader: Page, file_url: str) -> None:
    reader.goto(file_url + PRACTICE)
    more(reader).get_by_role("button", name="复制地址").click()
    expect(reader.locator("[data-kb-status]")).to_have_text("已复制地址。这是本机上的地址，别人打不开。")


def test_where_copying_is_refused_the_text_is_shown(page: Page, site_url: str) -> None:
    page.add_init_script("""Object.defineProperty(navigator, 'clipboard', {value: undefined});
      document.execCommand = () => false;""")
    page.goto(site_url + PRACTICE)
    more(page).get_by_role("button", name="复制地址").click()
    expect(page.locator("[data-kb-status]")).to_have_text(
        "浏览器不让复制。请选中下面的文字自己复制：" + site_url + PRACTICE)


@pytest.mark.parametrize("base", ["site_url", "file_url"])
def test_a_practice_becomes_a_word_file(page: Page, request: pytest.FixtureRequest, base: str) -> None:
    page.goto(request.getfixturevalue(base) + PRACTICE)
    with page.expect_download() as download:
        page.get_by_role("button", name="导出 Word").click()
    text = [p.text for p in docx.Document(io.BytesIO(download.value.path().read_bytes())).paragraphs]
    assert download.value.suggested_filename == "全员入委.docx"
    assert text[0] == "全员入委"
    assert any(re.search(r"^xx市政协〔全员入委〕：《.+》，\[1\] 第3段·一是。", line) for line in text)
    expect(page.locator("[data-kb-status]")).to_have_text("已导出 Word 文件")
    expect(page.get_by_role("button", name="导出 Word")).to_be_focused()


def test_a_missing_template_says_what_to_do(page: Page, site_url: str, expected_errors: list[str]) -> None:
    expected_errors.append("ERR_FAILED")
    page.route("**/assets/data/word-template.js", lambda route: route.abort())
    page.goto(site_url + PRACTICE)
    page.get_by_role("button", name="导出 Word").click()
    expect(page.locator("[data-kb-status]")).to_contain_text("Word 模板没有加载到。请刷新页面再试")


def test_print_opens_the_browsers_dialog(page: Page, site_url: str) -> None:
    page.add_init_script("window.print = () => { window.printed = (window.printed || 0) + 1; }")
    page.goto(site_url + PRACTICE)
    page.get_by_role("button", name="打印").click()
    assert page.evaluate("window.printed") == 1


def test_nothing_of_it_is_printed(page: Page, site_url: str) -> None:
    page.goto(site_url + PRACTICE)
    page.get_by_role("button", name="放进材料夹").click()
    page.emulate_media(media="print")
    expect(page.get_by_role("button", name="打印")).to_be_hidden()
    expect(page.locator("[data-kb-added]")).to_be_hidden()
    expect(page.locator("h1")).to_be_visible()


def test_without_scripts_there_are_no_dead_buttons(browser: Browser, site_url: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site_url + PRACTICE)
    expect(page.locator("main button:visible")).to_have_count(0)
    context.close()


def test_a_command_of_the_guide_is_copied_as_it_stands(reader: Page, site_url: str) -> None:
    reader.goto(site_url + "contributing/index.html")
    command = reader.locator(".highlight").filter(has_text="PWD").first
    command.get_by_role("button", name="复制").click()
    expect(command.get_by_role("status")).to_have_text("已复制")
    text = copied(reader)
    assert text.splitlines()[:2] == ["git switch -c lian-xi", "py -3 -m venv .venv                            # 没有 py，就写 python"]
    assert text.endswith("kb check")
