"""What a reader does with a table of accounts: tick, sort, collect, export; the glossary; a right name in a wrong folder."""

import io
import re

import docx
import pytest
from playwright.sync_api import Page, expect

pytestmark = [pytest.mark.browser, pytest.mark.same_window]

PROBLEM = "problems/reach-grassroots.html"
BODY = "organizations/luan-zhou-shi-zheng-xie.html"
LISTS = (PROBLEM, BODY, "topics/party-building.html")


def accounts(page: Page) -> list[str]:
    return list(page.locator("[data-kb-account]").evaluate_all("rows => rows.map((row) => row.dataset.kbAccount)"))


def practices(keys: list[str]) -> list[str]:
    return list(dict.fromkeys(key.split(":")[0] for key in keys))


def collected(page: Page) -> list[str]:
    """What the folder holds: practices, or practice:speech where one body's account was meant."""
    items = page.evaluate("kb.folders.current(kb.shelf.state()).items")
    return [f"{item['id']}:{speech}" if speech else item["id"] for item in items for speech in item["speeches"] or [""]]


@pytest.mark.parametrize("path", LISTS)
def test_all_of_it_goes_into_the_folder(page: Page, site_url: str, path: str) -> None:
    page.goto(site_url + path)
    page.get_by_role("button", name="全部放进材料夹").click()
    # Of a body's page its own accounts; elsewhere every account of a practice is listed, so the practice is meant whole.
    assert collected(page) == (accounts(page) if path == BODY else practices(accounts(page)))
    count, name = len(practices(accounts(page))), page.locator("h1").inner_text().replace("¶", "").strip()
    expect(page.locator("[data-kb-actions] [data-kb-status]")).to_have_text(f"已放进“{name}” {count} 条，现有 {count} 条")


@pytest.mark.parametrize("path", LISTS)
def test_only_what_is_ticked_goes_into_the_folder(page: Page, site_url: str, path: str) -> None:
    page.goto(site_url + path)
    ticks = page.locator(".kb-tick input")
    ticks.nth(0).check()
    ticks.nth(2).check()
    page.get_by_role("button", name="把勾选的 2 条放进材料夹").click()
    keys = accounts(page)
    told = [key.split(":")[0] for key in keys]
    assert collected(page) == [key if path == BODY or told.count(key.split(":")[0]) > 1 else key.split(":")[0] for key in (keys[0], keys[2])]
    ticks.nth(0).uncheck()
    ticks.nth(2).uncheck()
    expect(page.get_by_role("button", name="全部放进材料夹")).to_be_visible()


def test_word_has_the_question_and_only_the_ticked_accounts(page: Page, site_url: str) -> None:
    page.goto(site_url + PROBLEM)
    first = page.locator("[data-kb-account]").first
    name, body = first.locator(".kb-rows-table__name a").inner_text(), first.locator(".kb-rows-table__body").inner_text()
    first.locator("input").check()
    with page.expect_download() as download:
        page.get_by_role("button", name="导出 Word").click()
    document = docx.Document(io.BytesIO(download.value.path().read_bytes()))
    text = "\n".join([*(p.text for p in document.paragraphs), *(cell.text for cell in document.tables[0]._cells)])
    assert text.startswith(page.locator("h1").inner_text().replace("¶", "").strip())
    assert name in text
    assert body in text
    others = {row.inner_text() for row in page.locator("[data-kb-account] .kb-rows-table__body").all()} - {body}
    assert others
    assert not [other for other in others if f"{other}：《" in text]


def test_rows_are_sorted_by_body_and_back_and_keep_their_ticks(page: Page, site_url: str) -> None:
    page.goto(site_url + PROBLEM)
    before = accounts(page)
    page.locator(".kb-tick input").nth(1).check()
    page.get_by_role("button", name="改按单位排").click()
    expect(page.locator("[data-kb-order-now]")).to_have_text("按单位排")
    bodies = page.locator("[data-kb-account] .kb-rows-table__body").all_inner_texts()
    assert len({body for body, after in zip(bodies, [*bodies[1:], ""], strict=True) if body != after}) == len(set(bodies))
    assert accounts(page) != before
    expect(page.locator(f"[data-kb-account='{before[1]}'] input")).to_be_checked()
    page.get_by_role("button", name="改按进展排").click()
    assert accounts(page) == before


def test_a_word_counted_on_a_problem_is_the_number_of_its_rows(page: Page, site_url: str) -> None:
    page.goto(site_url + PROBLEM)
    for tally in page.locator("[data-kb-tally]").all():
        rows = page.locator(f"[data-kb-progress='{tally.get_attribute('data-kb-tally')}']")
        expect(rows).to_have_count(int(tally.inner_text()))


def test_the_first_row_of_the_list_is_twelve_tabs_away(page: Page, site_url: str) -> None:
    page.goto(site_url + "practices/index.html")
    expect(page.locator(".kb-facet__count").first).to_be_attached()
    page.get_by_role("link", name="跳到正文").focus()
    page.keyboard.press("Enter")
    for _ in range(12):
        page.keyboard.press("Tab")
        if page.evaluate("Boolean(document.activeElement.closest('[data-kb-list]'))"):
            return
    pytest.fail("the first row is further away")


def test_what_would_leave_nothing_is_not_offered(page: Page, site_url: str) -> None:
    page.goto(site_url + "practices/index.html?figures=given")
    expect(page.locator(".kb-facet__count").first).to_be_attached()
    shown = [count.inner_text() for count in page.locator(".kb-facet__count").all() if count.is_visible()]
    assert shown
    assert "0" not in shown
    page.goto(site_url + "practices/index.html?q=168&org=luan-zhou-shi-zheng-xie")
    # What is chosen stays, or it could not be taken back.
    expect(page.locator("input[name='org'][value='luan-zhou-shi-zheng-xie']")).to_be_checked()


def test_rows_show_the_figure_that_the_list_is_narrowed_to(page: Page, site_url: str) -> None:
    page.goto(site_url + "practices/index.html")
    expect(page.locator(".kb-row__figures")).to_have_count(0)
    page.goto(site_url + "practices/index.html?figures=redacted")
    expect(page.locator(".kb-facet__count").first).to_be_attached()
    for row in page.locator("[data-kb-list] > li").all():
        expect(row.locator(".kb-row__figures .kb-figure--redacted").first).to_be_visible()
        expect(row.locator(".kb-row__figures .kb-figure--given")).to_have_count(0)


def test_the_printed_list_names_its_filter(page: Page, site_url: str) -> None:
    page.goto(site_url + "practices/index.html?q=委员&topic=party-building&progress=planned")
    named = page.locator("[data-kb-named]")
    expect(named).to_have_text("筛选：“委员”；专题 党建；进展 计划")
    expect(named).to_be_hidden()
    page.emulate_media(media="print")
    expect(named).to_be_visible()
    page.emulate_media(media="screen")
    page.goto(site_url + "practices/index.html")
    page.emulate_media(media="print")
    expect(page.locator("[data-kb-named]")).to_be_hidden()


def test_the_glossary_is_narrowed_and_an_address_shows_its_term_all_the_same(page: Page, site_url: str) -> None:
    page.goto(site_url + "glossary.html")
    terms = page.locator("tr.kb-term")
    whole = terms.count()
    explained = page.locator("tr.kb-term[data-kb-explained=yes]").count()
    page.get_by_role("button", name=re.compile("^原文有解释的")).click()
    expect(page.locator("tr.kb-term:visible")).to_have_count(explained)
    expect(page.locator(".kb-unsaid:visible")).to_have_count(0)
    page.get_by_role("searchbox", name="在术语里找").fill("没有这样的词")
    expect(page.locator("[data-kb-terms-said]")).to_have_text("术语里没有找到")
    unexplained = page.locator("tr.kb-term[data-kb-explained=no]").first.get_attribute("id")
    page.evaluate("id => { location.hash = id; }", unexplained)
    expect(page.locator(f"#{unexplained}")).to_be_in_viewport()
    expect(page.locator("tr.kb-term:visible")).to_have_count(whole)


@pytest.mark.parametrize("wrong", ["problems/168-gong-zuo-mo-shi.html", "168-gong-zuo-mo-shi.html", "practices/reach-grassroots.html"])
def test_a_right_name_in_a_wrong_folder_is_led_to_its_page(page: Page, site_url: str, expected_errors: list[str], wrong: str) -> None:
    expected_errors.append("404")
    page.goto(site_url + wrong)
    link = page.locator("[data-kb-found] a")
    expect(link).to_be_visible()
    title = link.inner_text()
    link.click()
    expect(page.locator("h1")).to_contain_text(title)


def test_a_name_that_nothing_has_leads_nowhere(page: Page, site_url: str, expected_errors: list[str]) -> None:
    expected_errors.append("404")
    page.goto(site_url + "practices/no-such-practice.html")
    expect(page.get_by_role("searchbox", name="检索做法")).to_have_value("nosuchpractice")
    expect(page.locator("[data-kb-found]")).to_be_hidden()


def test_two_rows_of_one_practice_are_counted_as_what_they_are(page: Page, site_url: str) -> None:
    page.goto(site_url + PROBLEM)
    told = [key.split(":")[0] for key in accounts(page)]
    twice = next(one for one in told if told.count(one) > 1)
    for i in [i for i, one in enumerate(told) if one == twice][:2]:
        page.locator(".kb-tick input").nth(i).check()
    expect(page.locator("[data-kb-add='all']")).to_have_text("把勾选的 2 处（1 条）放进材料夹")
    expect(page.locator("[data-kb-ticked-note]")).to_have_text("有几家讲同一条的：算几处，在材料夹里是一条，各家都在")


def test_four_rows_are_compared_in_four_actions(page: Page, site_url: str) -> None:
    """Open the question, tick the first, the fourth with Shift, 对照着看; nothing is put into the reader's folder."""
    page.goto(site_url + PROBLEM)
    ticks = page.locator(".kb-tick input")
    ticks.nth(0).click()
    ticks.nth(3).click(modifiers=["Shift"])
    expect(page.locator(".kb-tick input:checked")).to_have_count(4)
    wanted = dict.fromkeys(key.split(":")[0] for key in accounts(page)[:4])
    page.get_by_role("button", name="对照着看").click()
    expect(page.locator("[data-kb-folder-tab='table']")).to_have_attribute("aria-pressed", "true")
    page.locator("[data-kb-folder-view] [data-kb-folder-item]").first.wait_for()
    assert list(dict.fromkeys(page.locator("[data-kb-folder-view] [data-kb-folder-item]").evaluate_all("rows => rows.map((row) => row.dataset.kbFolderItem)"))) == list(wanted)
    expect(page.locator("[data-kb-added] b")).to_be_hidden()


def test_too_many_are_not_compared(page: Page, site_url: str) -> None:
    page.goto(site_url + "topics/party-building.html")
    page.get_by_role("button", name="对照着看").click()
    expect(page.locator("[data-kb-actions] [data-kb-status]")).to_have_text("先勾要对照的几条，最多 12 条。")


def test_the_lists_filter_and_how_often_agree_and_a_row_says_it_once(page: Page, site_url: str) -> None:
    """An interval that is named is given, also where its day is hidden; and what a rhythm says no figure says again."""
    page.goto(site_url + "figures.html")
    intervals = set(page.locator("[data-kb-figure][data-per='two-months'] .kb-figures__name a").all_inner_texts())
    page.goto(site_url + "practices/index.html?figures=given")
    expect(page.locator(".kb-row__figures").first).to_be_visible()
    assert intervals <= set(page.locator("[data-kb-list] .kb-row__title a").all_inner_texts())
    for line in page.locator(".kb-row__figures").all_inner_texts():
        told = line.removeprefix("数字：").split("；")
        assert len(told) == len(set(told))
        assert not [each for each in told if len(set(each.split("：", 1))) == 2 and each.split("：")[0].replace("的", "") == each.split("：")[1]]
