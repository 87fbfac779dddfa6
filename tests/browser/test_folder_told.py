"""What the folder says to its reader: which folder something went into, what is in of a practice, what stands on paper, what a file lost."""

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

ONE, SEVERAL, QUOTED = "quan-yuan-pei-xun", "wei-yuan-zhi-jia", "168-gong-zuo-mo-shi"
# As an office browser whose storage is full: what is asked for is there, and nothing new fits.
FULL = "Storage.prototype.setItem = function () { throw new DOMException('full', 'QuotaExceededError'); }"


def collect(page: Page, url: str, *keys: str) -> None:
    """A folder of these, opened."""
    page.goto(url + "folder.html")
    page.evaluate("keys => kb.collect(keys, {})", list(keys))
    expect(page.locator("[data-kb-folder-view] [data-kb-folder-item]")).to_have_count(len({key.split(":")[0] for key in keys}))


def names(page: Page) -> list[list[object]]:
    """Each folder's name and how many there are in it."""
    found: list[list[object]] = page.evaluate("kb.shelf.state().folders.map((each) => [each.name, each.items.length])")
    return found


@pytest.mark.parametrize("turn", ["reload", "full", "table"])
def test_own_words_are_on_paper_when_they_are_wanted_again(page: Page, site_url: str, turn: str) -> None:
    collect(page, site_url, ONE, SEVERAL)
    page.get_by_role("button", name="写一句自己的话").last.click()
    page.keyboard.type("先去看两家")
    wanted = page.get_by_label("印上我的话")
    wanted.uncheck()
    if turn == "reload":
        page.reload()
    else:
        page.locator(f"[data-kb-folder-tab='{turn}']").click()
    page.emulate_media(media="print")
    expect(page.locator(".kb-folder__said", has_text="先去看两家")).to_be_hidden()
    page.emulate_media(media="screen")
    wanted.check()
    page.emulate_media(media="print")
    expect(page.locator(".kb-folder__said", has_text="先去看两家")).to_be_visible()
    # A practice of which nothing is said has no empty line.
    expect(page.locator(".kb-folder__own:visible")).to_have_count(1)


def test_what_is_added_from_another_page_can_have_a_folder_of_its_own(page: Page, site_url: str) -> None:
    page.goto(site_url + "topics/party-building.html")
    page.locator("[data-kb-add='all']").click()
    said = page.locator("[data-kb-actions] [data-kb-status]").first
    expect(said).to_have_text(re.compile(r"^已放进“党建” \d+ 条，现有 \d+ 条$"))
    ((_, first),) = names(page)
    page.goto(site_url + "problems/reach-grassroots.html")
    title = page.locator("h1").inner_text().replace("¶", "").strip()
    for i in range(2):
        page.locator(".kb-tick input").nth(i).check()
    page.locator("[data-kb-add='all']").click()
    expect(said).to_have_text(f"已放进新的夹“{title}”，现有 2 条；原来开着的“党建”没有动 · 并进“党建” · 撤销")
    assert names(page) == [["党建", first], [title, 2]]
    page.get_by_role("button", name="撤销").click()
    expect(said).to_have_text("已撤销，“党建”没有动")
    assert names(page) == [["党建", first]]
    page.locator("[data-kb-add='all']").click()
    page.get_by_role("button", name="并进“党建”").click()
    expect(said).to_have_text(f"已并进“党建”，现有 {int(str(first)) + 2} 条 · 撤销")
    assert names(page) == [["党建", int(str(first)) + 2]]
    # The reader has said what is wanted: the next page goes in as well, and what goes in can still go apart.
    page.goto(site_url + "topics/member-duty.html")
    page.locator("[data-kb-add='all']").click()
    expect(said).to_have_text(re.compile(r"^已放进“党建” \d+ 条，现有 \d+ 条 · 另放一夹$"))
    assert len(names(page)) == 1


@pytest.mark.parametrize("named", [True, False])
def test_single_practices_and_a_folder_with_a_name_of_ones_own_take_what_comes(page: Page, site_url: str, named: bool) -> None:
    page.goto(site_url + "problems/reach-grassroots.html")
    page.locator("[data-kb-add='all']").click()
    expect(page.locator("[data-kb-added] .kb-num")).not_to_have_text("0")
    if named:
        page.evaluate("kb.shelf.change((state) => kb.folders.describe(state, state.current, {name: '下周汇报'}))")
    page.goto(site_url + "topics/party-building.html")
    if not named:
        page.locator(".kb-tick input").last.check()
    page.locator("[data-kb-add='all']").click()
    expect(page.locator("[data-kb-actions] [data-kb-status]").first).to_contain_text("另放一夹")
    assert len(names(page)) == 1


def test_a_page_that_has_its_folder_goes_on_in_it(page: Page, site_url: str) -> None:
    for path in ("topics/party-building.html", "topics/member-duty.html"):
        page.goto(site_url + path)
        page.locator("[data-kb-add='all']").click()
        expect(page.locator("[data-kb-actions] [data-kb-status]").first).to_contain_text("已放进")
    before = names(page)
    page.evaluate("kb.shelf.change((state) => kb.folders.use(Object.assign({}, state, {folders: state.folders.map((each, i) => i ? each : Object.assign({}, each, {items: each.items.slice(2)}))}), 'f2'))")
    page.goto(site_url + "topics/party-building.html")
    page.locator("[data-kb-add='all']").click()
    expect(page.locator("[data-kb-actions] [data-kb-status]").first).to_contain_text("已放进“党建”")
    assert names(page) == before
    page.get_by_role("button", name="撤销").click()
    assert names(page)[0][1] == int(str(before[0][1])) - 2


@pytest.mark.parametrize("view", ["brief", "full"])
def test_the_printed_folder_says_what_the_end_of_word_says(page: Page, site_url: str, view: str) -> None:
    collect(page, site_url, ONE, SEVERAL)
    page.locator(f"[data-kb-folder-tab='{view}']").click()
    page.emulate_media(media="print")
    said = page.locator("[data-kb-folder-signs]")
    expect(said).to_be_visible()
    expect(said).to_contain_text("本文是大意，不是原文，引用前请核对原文。")
    blocks = page.evaluate("view => kb.memo(kb.folderShown(kb.folders.current(kb.shelf.state()), new Map(Object.entries(KB_DATA.entries))), view).map((each) => each.runs.map((run) => run.text).join(''))", view)
    assert blocks[-1].endswith(said.inner_text().removeprefix("本文是大意，不是原文，引用前请核对原文。"))
    assert "〔〕" in said.inner_text()


def test_a_body_that_joins_is_moved_and_those_that_were_there_stay(page: Page, site_url: str) -> None:
    collect(page, site_url, ONE, SEVERAL)
    page.goto(site_url + f"practices/{SEVERAL}.html")
    page.get_by_role("button", name="已放进 · 拿出").first.click()
    first, second = (page.locator(".kb-only[data-kb-add]").nth(i) for i in range(2))
    keys = [str(each.get_attribute("data-kb-add")) for each in (first, second)]
    first.click()
    second.click()
    page.get_by_role("button", name="另放一夹").click()
    expect(page.locator(".kb-foot-said")).to_have_text("已另放进“委员之家”，现有 1 条 · 撤销")
    held = page.evaluate("id => kb.shelf.state().folders.map((each) => each.items.filter((item) => item.id === id).map((item) => item.speeches))", SEVERAL)
    assert held == [[[keys[0].split(":")[1]]], [[keys[1].split(":")[1]]]]


def test_of_a_practice_in_part_the_button_says_how_many_and_offers_the_rest(page: Page, site_url: str) -> None:
    page.goto(site_url + f"practices/{SEVERAL}.html")
    whole = page.locator(f"[data-kb-actions] [data-kb-add='{SEVERAL}']")
    page.locator(".kb-only[data-kb-add]").first.click()
    expect(whole).to_have_text("已放进 1 家 · 补上其余")
    expect(whole).to_have_attribute("aria-pressed", "mixed")
    page.goto(site_url + "practices/index.html?q=委员之家")
    expect(page.locator(f"[data-kb-id='{SEVERAL}'] .kb-pick")).to_have_text("已放进 1 家")
    page.goto(site_url + f"practices/{SEVERAL}.html")
    whole.click()
    expect(whole).to_have_text("已放进 · 拿出")
    expect(page.locator(".kb-only[data-kb-add]").last).to_have_text("已放进 · 拿出")
    page.locator(".kb-only[data-kb-add]").first.click()
    expect(whole).to_have_text(re.compile(r"^已放进 \d+ 家 · 补上其余$"))
    page.locator(".kb-only[data-kb-add]").first.click()
    expect(whole).to_have_text("已放进 · 拿出")


@pytest.mark.parametrize(("query", "name"), [("", "做法"), ("topic=grassroots-consultation", "基层协商"), ("q=怎么联系群众&topic=member-duty", "联系群众、委员履职")])
def test_a_folder_begun_on_the_list_is_named_by_what_the_list_shows(page: Page, site_url: str, query: str, name: str) -> None:
    page.goto(site_url + "practices/index.html?" + query)
    if query:
        expect(page.locator("[data-kb-chosen] .kb-chip")).to_have_count(1)
    page.locator(".kb-pick:visible").last.click()
    expect(page.locator(".kb-foot-said")).to_have_text(f"已放进“{name}”，现有 1 条")
    expect(page.locator(".kb-foot-said")).to_be_in_viewport()


@pytest.mark.parametrize(("keys", "line"), [(("wei-yuan-jiang-tang",), ""), ((ONE, SEVERAL), "为常委会准备")])
def test_on_paper_a_folder_from_an_address_is_a_folder(page: Page, site_url: str, keys: tuple[str, ...], line: str) -> None:
    page.goto(f"{site_url}folder.html?ids={','.join(keys)}&line={line}")
    expect(page.locator("[data-kb-folder-item]")).to_have_count(len(keys))
    expect(page.get_by_text("还没有存进你的材料夹")).to_be_visible()
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    expect(page.get_by_text("还没有存进你的材料夹")).to_be_hidden()
    assert "folder.html" not in page.locator("[data-kb-printed]").inner_text()


def test_paper_has_no_address_on_this_machine(page: Page, file_url: str) -> None:
    page.goto(file_url + f"practices/{ONE}.html")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert "file:" not in str(page.locator("[data-kb-printed]").text_content())


def test_a_file_that_is_too_large_says_what_of_it_was_left_out(page: Page, site_url: str, tmp_path: Path) -> None:
    items = [{"id": f"n{i}", "note": "字" * (1200 if i < 3 else 2)} for i in range(230)] + [{"id": "不是编号"}]
    folders = [{"name": f"夹{i}", "items": items if i == 0 else [{"id": ONE}]} for i in range(57)]
    (tmp_path / "a.json").write_text(json.dumps({"kind": "材料夹", "version": 1, "folders": folders}), encoding="utf-8")
    page.goto(site_url + "folder.html")
    page.locator("[data-kb-folder-file]").set_input_files(tmp_path / "a.json")
    expect(page.locator("[data-kb-folder-status]")).to_have_text(
        "放进来 50 个夹；没有放进来的：7 个夹（最多 50 个）、30 条（一个夹最多 200 条）、1 处（写法读不懂）；3 段字太长，只留了开头（“我的话”最多 1000 字）")
    page.locator("[data-kb-folder-file]").set_input_files(tmp_path / "a.json")
    expect(page.locator("[data-kb-folder-status]")).to_contain_text("一个夹也没有放进来；没有放进来的：57 个夹（最多 50 个）")


def test_where_nothing_can_be_kept_it_is_not_said_to_be_kept_here(page: Page, site_url: str) -> None:
    page.add_init_script(FULL)
    page.goto(site_url + "folder.html")
    expect(page.locator(".kb-folder__kept")).to_contain_text("这个浏览器不让网页存东西（或者存满了）")
    expect(page.get_by_text("材料夹只存在这台电脑的这个浏览器里")).to_be_hidden()
    expect(page.get_by_role("button", name="全部存成文件")).to_be_visible()


def test_titles_with_quotes_of_their_own_are_named_in_one_pair(page: Page, site_url: str) -> None:
    collect(page, site_url, QUOTED, ONE)
    page.get_by_role("button", name="拿出“‘168’工作模式”").click()
    expect(page.locator("[data-kb-folder-status]")).to_have_text("已拿出“‘168’工作模式”")
    page.add_init_script(f"window.KB_DATA = {{}}; Object.defineProperty(KB_DATA, 'entryMoved', {{get: () => ({{'old-name': '{QUOTED}'}}), set() {{}}}})")
    page.goto(site_url + "folder.html?ids=old-name," + ONE)
    expect(page.locator("[data-kb-folder-lost] li")).to_have_text("这里有一条改过名，现在叫“‘168’工作模式”。")
