"""材料夹: collected on any page, kept from page to page, put in order, looked at in three ways, handed over."""

import csv
import io
import re
import zipfile
from pathlib import Path
from xml.parsers import expat

import docx
import pytest
from playwright.sync_api import Browser, Download, Page, expect

pytestmark = pytest.mark.browser

ONE, TWO, BOTH = "quan-yuan-pei-xun", "wei-yuan-zhi-jia", "quan-yuan-ru-wei"
PROBLEM = "problems/reach-grassroots.html"
# What an office browser says when an administrator forbids storing: the property itself throws.
NO_STORAGE = """['localStorage', 'sessionStorage'].forEach((name) => Object.defineProperty(window, name, {
  get() { throw new DOMException('denied', 'SecurityError'); } }))"""
NAMES = "[data-kb-folder-view] [data-kb-folder-item] .kb-rows-table__name > a"


def titles(page: Page) -> list[str]:
    return page.locator(NAMES).all_inner_texts()


def count(page: Page, number: int) -> None:
    expect(page.locator("[data-kb-added] b")).to_have_text(str(number))


def collect(page: Page, url: str, *keys: str) -> None:
    """A folder of these, opened."""
    page.goto(url + "folder.html")
    page.evaluate("keys => kb.collect(keys, {})", list(keys))
    expect(page.locator("[data-kb-folder-view] [data-kb-folder-item]")).to_have_count(len({key.split(":")[0] for key in keys}))


def saved(page: Page, name: str) -> Download:
    if name not in ("导出 Word", "全部存成文件"):
        page.locator(".kb-folder .kb-menu-more").evaluate("menu => { menu.open = true; }")
    with page.expect_download() as download:
        page.get_by_role("button", name=name, exact=True).click()
    return sound(download.value)


def sound(download: Download) -> Download:
    """What office programs open has no part that an XML reader refuses: the page's scripts are minified, those of other tests are not."""
    if download.suggested_filename.endswith((".docx", ".xlsx")):
        with zipfile.ZipFile(download.path()) as package:
            assert package.testzip() is None
            for name in package.namelist():
                expat.ParserCreate().Parse(package.read(name), True)
    return download


def written(download: Download) -> str:
    document = docx.Document(io.BytesIO(download.path().read_bytes()))
    return "\n".join([*(p.text for p in document.paragraphs), *(cell.text for table in document.tables for row in table.rows for cell in row.cells)])


def test_five_practices_become_a_memo_in_eight_actions(page: Page, site_url: str) -> None:
    """Open the question, tick four, put them in, open the folder, export: eight."""
    page.goto(site_url + PROBLEM)
    for i in range(4):
        page.locator(".kb-tick input").nth(i).check()
    page.locator("[data-kb-add='all']").click()
    page.locator("[data-kb-added]").click()
    text = written(saved(page, "导出 Word"))
    name = page.locator("h1").inner_text()
    assert text.startswith(name + "\n（市县政协实践库摘编　")
    assert page.url == site_url + "folder.html"
    assert all(title in text for title in titles(page))


@pytest.mark.parametrize(("path", "button", "key"), [
    ("practices/index.html?q=全员入委", "把“全员入委”放进材料夹", BOTH), (f"practices/{ONE}.html", "放进材料夹", ONE),
    (f"practices/{BOTH}.html", re.compile("^只放这家：xx市政协"), f"{BOTH}:quan-yuan-ru-wei"),
    ("speeches/po-jie-liang-ge-bo-ruo.html", re.compile("^把“.*”放进材料夹$"), None)])
def test_it_stands_wherever_an_entry_stands_and_takes_out_again(page: Page, site_url: str, path: str, button: str, key: str | None) -> None:
    page.goto(site_url + path)
    add = page.get_by_role("button", name=button).first
    expect(add).to_have_attribute("aria-pressed", "false")
    if key and ":" in key:
        key = str(add.get_attribute("data-kb-add"))
    add.click()
    count(page, 1)
    (item,) = page.evaluate("kb.folders.current(kb.shelf.state()).items")
    if key:
        assert (item["id"], item["speeches"]) == (key.split(":")[0], key.split(":")[1:] or None)
    page.locator("[data-kb-add][aria-pressed='true']").first.click()
    expect(page.locator("[data-kb-added] b")).to_be_hidden()


def test_a_whole_speech_goes_in_as_that_body_tells_it(page: Page, site_url: str) -> None:
    page.goto(site_url + "speeches/po-jie-liang-ge-bo-ruo.html")
    keys = set(page.locator("[data-kb-account]").evaluate_all("rows => rows.map((row) => row.dataset.kbAccount)"))
    page.get_by_role("button", name="这篇的做法全部放进材料夹").click()
    items = page.evaluate("kb.folders.current(kb.shelf.state())")
    assert {f"{item['id']}:{item['speeches'][0]}" for item in items["items"]} == keys
    assert items["name"] == page.locator("h1").inner_text().replace("¶", "").strip()


def test_from_the_search_by_key_and_by_mouse(page: Page, site_url: str) -> None:
    page.goto(site_url + "glossary.html")
    page.keyboard.press("Control+k")
    page.locator(".kb-dialog__box").fill("全员")
    expect(page.locator(".kb-dialog__add").first).to_be_visible()
    page.locator(".kb-dialog__box").press("Shift+Enter")
    expect(page.locator(".kb-dialog__said")).to_contain_text("现有 1 条")
    page.locator(".kb-dialog__add[aria-pressed='false']").first.click()
    expect(page.locator(".kb-dialog__said")).to_contain_text("现有 2 条")
    expect(page.locator(".kb-dialog")).to_be_visible()
    assert page.url == site_url + "glossary.html"


def test_order_bodies_and_own_words_are_what_is_shown_and_exported(page: Page, site_url: str) -> None:
    collect(page, site_url, ONE, BOTH)
    page.get_by_role("button", name="把“全员入委”往前移").click()
    assert titles(page) == ["全员入委", "全员培训"]
    expect(page.locator("[data-kb-status]").first).to_have_text("“全员入委”现在是第 1 条")
    group = page.locator(f"[data-kb-folder-item='{BOTH}']")
    bodies = group.locator("td.kb-rows-table__body").all_inner_texts()
    assert len(bodies) == 2
    group.get_by_role("checkbox").first.uncheck()
    expect(group.locator("td.kb-rows-table__body")).to_have_text([bodies[1]])
    group.get_by_role("checkbox").nth(1).click()
    expect(group.get_by_role("checkbox").nth(1)).to_be_checked()
    expect(page.locator("[data-kb-status]").first).to_have_text("至少留一家；整条不要，请点“拿出”。")
    group.get_by_role("button", name="写一句自己的话").click()
    page.keyboard.type("先看怎么分委")
    page.get_by_label("题目", exact=True).fill("委员参加活动少，别处怎么做")
    page.get_by_label("日期").fill("十一月")
    page.get_by_label("题目下面的一句话").fill("给秘书长看")
    page.get_by_role("button", name="全文").click()
    text = written(saved(page, "导出 Word"))
    assert text.startswith("委员参加活动少，别处怎么做\n（市县政协实践库摘编　十一月）\n给秘书长看\n从“市县政协实践库”选了 2 条做法（有的只选了其中几家）")
    assert text.index("一、全员入委") < text.index("我的话：先看怎么分委") < text.index("二、全员培训")
    # Of the first entry only the other body is left.
    assert bodies[1] in page.locator(".kb-folder__sources li").first.inner_text()
    page.get_by_label("印上我的话").uncheck()
    assert "先看怎么分委" not in written(saved(page, "导出 Word"))
    page.reload()
    assert page.get_by_label("题目", exact=True).input_value() == "委员参加活动少，别处怎么做"
    expect(page.locator(f"[data-kb-folder-item='{BOTH}'] textarea")).to_have_value("先看怎么分委")


def test_a_note_that_is_too_long_says_so_where_it_is_written(page: Page, site_url: str) -> None:
    collect(page, site_url, ONE)
    item = page.locator(f"[data-kb-folder-item='{ONE}']")
    item.get_by_role("button", name="写一句自己的话").click()
    room = item.locator(".kb-folder__room")
    note = item.locator("textarea")
    note.fill("字" * 500)
    expect(room).to_have_text("")
    note.fill("字" * 990)
    expect(room).to_have_text("还能写 10 字")
    note.fill("字" * 1000 + "多" * 4000)
    expect(room).to_have_text("最多 1000 字，后面的 4000 字没有存")
    assert page.evaluate("kb.folders.current(kb.shelf.state()).items[0].note.length") == 1000
    assert "多" not in item.locator(".kb-folder__said").inner_text()
    note.fill("短")
    expect(room).to_have_text("")


@pytest.mark.parametrize("what", ["拿出“全员入委”", "清空", "删去这个夹"])
def test_what_is_gone_comes_back(page: Page, site_url: str, what: str) -> None:
    collect(page, site_url, ONE, BOTH)
    page.get_by_role("button", name=what).click()
    expect(page.locator(NAMES)).to_have_count(1 if "入委" in what else 0)
    page.get_by_role("button", name="撤销").click()
    expect(page.locator(NAMES)).to_have_text(["全员培训", "全员入委"])
    count(page, 2)


def test_several_folders_are_named_copied_and_changed_between(page: Page, site_url: str) -> None:
    collect(page, site_url, ONE)
    expect(page.locator("h1")).to_have_text(re.compile(r"^材料夹 \d+月\d+日$"))
    first = page.locator("h1").inner_text()
    page.get_by_role("button", name="新建一个夹").click()
    expect(page.get_by_label("夹的名称")).to_be_focused()
    page.keyboard.type("编制问题")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("编制问题")
    expect(page.locator("[data-kb-folder-view]")).to_contain_text("还没有放东西进来。")
    page.locator("[data-kb-folder-open='f1']").click()
    expect(page.locator(NAMES)).to_have_text(["全员培训"])
    page.get_by_role("button", name="复制一份").click()
    expect(page.locator("h1")).to_have_text(first + "（2）")
    assert page.locator("[data-kb-folder-open] b").all_inner_texts() == [first, "编制问题", first + "（2）"]


@pytest.mark.parametrize(("address", "query", "name"), [
    ("about.html", "", r"材料夹 \d+月\d+日"), ("index.html", "", r"材料夹 \d+月\d+日"), ("topics/party-building.html", "", "党建"),
    ("practices/index.html?q=怎么联系群众", "", "联系群众"), ("practices/index.html?q=求个委员之家的模板", "", "委员之家"), ("about.html", "委员之家怎么弄", "委员之家"),
])
def test_a_first_folder_is_named_by_what_it_is_about(page: Page, site_url: str, address: str, query: str, name: str) -> None:
    page.goto(site_url + address)
    if query:
        page.keyboard.press("/")
        page.locator(".kb-dialog__box").fill(query)
        expect(page.locator(".kb-dialog__hit").first).to_be_visible()
    page.wait_for_function("() => location.search === '' || kb.wording")
    page.evaluate("key => kb.collect([key], {})", ONE)
    page.goto(site_url + "folder.html")
    expect(page.locator("h1")).to_have_text(re.compile(f"^{name}$"))


@pytest.mark.parametrize(("keys", "title"), [((ONE,), "全员培训"), ((ONE, BOTH), "全员培训、全员入委"), ((ONE, BOTH, TWO), "全员培训等 3 条做法")])
def test_a_memo_is_called_by_what_it_holds_where_its_folder_says_nothing(page: Page, site_url: str, keys: tuple[str, ...], title: str) -> None:
    collect(page, site_url, *keys)
    expect(page.locator("h1")).to_have_text(re.compile("^材料夹 "))
    expect(page.locator(".kb-folder__title")).to_have_text(title)
    expect(page.get_by_label("题目", exact=True)).to_have_attribute("placeholder", title)
    download = saved(page, "导出 Word")
    assert download.suggested_filename == title + ".docx"
    assert written(download).startswith(title + "\n")
    page.get_by_label("题目", exact=True).fill("全员怎么入委")
    expect(page.locator(".kb-folder__title")).to_have_text("全员怎么入委")


def test_the_menu_closes_after_a_choice_and_on_escape(page: Page, site_url: str) -> None:
    collect(page, site_url, ONE)
    menu = page.locator(".kb-folder .kb-menu-more")
    menu.locator("summary").click()
    with page.expect_download():
        menu.get_by_role("button", name="导出 CSV").click()
    expect(menu).not_to_have_attribute("open", "")
    expect(menu.locator("summary")).to_be_focused()
    page.keyboard.press("Enter")
    expect(menu).to_have_attribute("open", "")
    page.keyboard.press("Escape")
    expect(menu).not_to_have_attribute("open", "")


def test_a_file_is_kept_given_away_and_opened_elsewhere(page: Page, browser: Browser, site_url: str, tmp_path: Path) -> None:
    collect(page, site_url, ONE, f"{BOTH}:quan-yuan-ru-wei")
    file = tmp_path / "材料夹.json"
    saved(page, "全部存成文件").save_as(file)
    context = browser.new_context()
    other = context.new_page()
    other.goto(site_url + "folder.html")
    other.locator("[data-kb-folder-file]").set_input_files(file)
    expect(other.locator(NAMES)).to_have_count(2)
    expect(other.locator("[data-kb-status]").first).to_have_text("放进来 1 个夹")
    other.locator("[data-kb-folder-file]").set_input_files(file)
    expect(other.locator("[data-kb-status]").first).to_have_text("文件里的夹这里都有了")
    other.locator("[data-kb-folder-file]").set_input_files({"name": "x.json", "mimeType": "application/json", "buffer": b"<b>"})
    expect(other.locator("[data-kb-status]").first).to_have_text("这不是材料夹的文件：要用“存成文件”存的那种（.json）。")
    context.close()


def test_an_address_shows_somebody_elses_folder_and_leaves_the_own_alone(page: Page, site_url: str) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    collect(page, site_url, ONE, BOTH)
    page.locator(".kb-folder .kb-menu-more > summary").click()
    page.get_by_role("button", name="复制地址").click()
    expect(page.locator("[data-kb-status]").first).to_have_text("已复制地址；自己的话不在里面。")
    address = str(page.evaluate("navigator.clipboard.readText()"))
    assert address.endswith(f"&ids={ONE},{BOTH}")
    page.goto(site_url + f"compare.html?ids={BOTH},no-such-practice")
    expect(page).to_have_url(site_url + f"folder.html?view=table&ids={BOTH},no-such-practice")
    expect(page.get_by_role("button", name="对照表", exact=True)).to_have_attribute("aria-pressed", "true")
    expect(page.locator(NAMES)).to_have_text(["全员入委"])
    expect(page.locator("[data-kb-folder-lost] > li")).to_have_text(["“no-such-practice”：库里没有这一条，可能还没有收录，也可能编号写错了。"])
    expect(page.get_by_role("button", name="拿出“全员入委”")).to_have_count(0)
    count(page, 2)
    page.get_by_role("button", name="存进我的材料夹").click()
    expect(page).to_have_url(site_url + "folder.html")
    expect(page.locator("[data-kb-folder-open]")).to_have_count(2)


def test_withdrawn_and_renamed_entries_say_so_and_are_not_exported(page: Page, site_url: str) -> None:
    collect(page, site_url, ONE)
    data = """() => { KB_DATA.entryMoved = {'old-name': 'quan-yuan-ru-wei'}; KB_DATA.entryGone = {gone: {title: '撤下的', on: '2026-11-28', reason: '原文已更正'}}; }"""
    page.evaluate(data)
    page.evaluate("kb.collect(['old-name', 'gone'], {})")
    page.evaluate("kb.shelf.change((state) => kb.folders.setItem(state, 'f1', 'old-name', {title: '全员编入'}))")
    page.evaluate("kb.shelf.change((state) => kb.folders.move(state, 'f1', 'gone', -1))")
    expect(page.locator("[data-kb-folder-lost] > li")).to_have_text([
        re.compile("^“撤下的”：已于2026年11月28日撤下，不再印出、导出。原因：原文已更正"), "“全员编入”现在叫“全员入委”。"])
    expect(page.locator(NAMES)).to_have_text(["全员培训", "全员入委"])
    assert "撤下的" not in written(saved(page, "导出 Word"))


def test_what_was_corrected_since_it_was_collected_is_marked(page: Page, site_url: str) -> None:
    collect(page, site_url, ONE, BOTH)
    # Put in long ago, and corrected since.
    page.evaluate("""id => {
      const key = Object.keys(localStorage).find((each) => each.endsWith('.folders'));
      const state = JSON.parse(localStorage.getItem(key));
      state.folders[0].items.forEach((item) => { item.since = '2026-01-05'; });
      localStorage.setItem(key, JSON.stringify(state));
    }""", BOTH)
    page.reload()
    expect(page.locator(NAMES)).to_have_count(2)
    expect(page.locator(".kb-mark--fresh")).to_have_count(0)
    page.evaluate("id => { KB_DATA.entries[id].changes = [{on: '2026-01-04', what: '早先的'}, {on: '2026-03-01', what: '进展由推进中改为计划'}]; kb.shelf.change((state) => kb.folders.move(state, 'f1', id, -1)); }", BOTH)
    group = page.locator(f"[data-kb-folder-item='{BOTH}']")
    expect(group.locator(".kb-mark--fresh")).to_have_text("改过")
    expect(group.locator(".kb-mark--fresh")).to_have_attribute("title", "2026年3月1日：进展由推进中改为计划")
    expect(page.locator("[data-kb-folder-lost]")).to_contain_text("“全员入委”在你放进来以后改过。2026年3月1日：进展由推进中改为计划")


def test_the_three_views_are_addresses_and_every_place_leads_to_its_paragraph(page: Page, site_url: str) -> None:
    collect(page, site_url, ONE, BOTH)
    for name, kind in (("对照表", "table"), ("全文", "full"), ("一页摘要", "brief")):
        page.get_by_role("button", name=name, exact=True).click()
        expect(page).to_have_url(f"{site_url}folder.html?view={kind}")
        expect(page.locator(f"[data-kb-word='{kind}']")).to_be_visible()
        links = page.locator(".kb-folder__sources a")
        assert links.count() == 4
    page.goto(site_url + "folder.html?view=full")
    page.locator(".kb-folder__entry sup a").first.click()
    expect(page.locator(".kb-paragraph:target")).to_be_visible()


def test_excel_and_csv_have_the_chosen_bodies_in_order_with_own_words(page: Page, site_url: str) -> None:
    collect(page, site_url, ONE, BOTH)
    page.locator(f"[data-kb-folder-item='{BOTH}']").get_by_role("checkbox").first.uncheck()
    page.locator(f"[data-kb-folder-item='{BOTH}']").get_by_role("button", name="写一句自己的话").click()
    page.keyboard.type("=1+1")
    rows = list(csv.DictReader(io.StringIO(saved(page, "导出 CSV").path().read_text(encoding="utf-8-sig"))))
    assert [row["做法"] for row in rows] == ["全员培训", "全员培训", "全员入委"]
    assert [row["我的话"] for row in rows] == ["", "", "'=1+1"]
    with zipfile.ZipFile(saved(page, "导出 Excel").path()) as book:
        sheet = book.read("xl/worksheets/sheet1.xml").decode()
    assert sheet.count("<row ") == 4
    assert "<f>" not in sheet
    assert "我的话" in sheet


@pytest.mark.parametrize("kind", ["brief", "table", "full"])
def test_word_of_each_view_is_sound_whatever_was_written(page: Page, site_url: str, kind: str) -> None:
    collect(page, site_url, ONE, BOTH)
    page.goto(site_url + f"folder.html?view={kind}")
    page.locator(f"[data-kb-folder-item='{BOTH}']").get_by_role("button", name="写一句自己的话").click()
    page.keyboard.insert_text("<b>&\u000b\u001b\ufffe\"'")
    assert "全员入委" in written(saved(page, "导出 Word"))
    saved(page, "导出 Excel")


def test_excel_of_the_list_opens(page: Page, site_url: str) -> None:
    page.goto(site_url + "practices/index.html?q=全员入委")
    button = page.get_by_role("button", name="导出 Excel")
    with page.expect_download() as download:
        button.click()
    with zipfile.ZipFile(sound(download.value).path()) as book:
        assert 'r:id="rId2" location="p' in book.read("xl/worksheets/sheet1.xml").decode()


def test_on_paper_stands_what_is_seen_and_none_of_the_tools(page: Page, site_url: str) -> None:
    collect(page, site_url, ONE, BOTH)
    page.get_by_label("题目下面的一句话").fill("给秘书长看")
    page.emulate_media(media="print")
    expect(page.locator(".kb-folder__paper")).to_contain_text("给秘书长看")
    for tool in ("拿出“全员入委”", "导出 Word", "写一句自己的话", "新建一个夹"):
        expect(page.get_by_role("button", name=tool)).to_have_count(0)


@pytest.mark.parametrize(("practices", "sheets"), [(2, 2), (3, 2), (4, 3), (6, 4)])
def test_the_table_on_paper_is_as_short_as_promised_and_no_column_is_narrow(page: Page, site_url: str, practices: int, sheets: int) -> None:
    page.goto(site_url + "practices/index.html")
    page.evaluate("() => new Promise((done) => kb.entries([], done))")
    # The longest that there are.
    ids = page.evaluate("""most => new Promise((done) => kb.entries(Object.keys(kb.index.current ? {} : {}).concat([...document.querySelectorAll('[data-kb-list] > li')].map((row) => row.dataset.kbId)),
      (records) => done(records.sort((a, b) => JSON.stringify(b.accounts).length - JSON.stringify(a.accounts).length).slice(0, most).map((record) => record.id))))""", practices)
    page.goto(f"{site_url}folder.html?view=table&ids={','.join(ids)}")
    expect(page.locator("[data-kb-folder-item]")).to_have_count(practices)
    paper = page.pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b", paper)) <= sheets
    # As wide as A4 lying broad, less its margins.
    page.set_viewport_size({"width": 1039, "height": 700})
    page.emulate_media(media="print")
    narrow = page.evaluate("""() => [...document.querySelectorAll('.kb-folder__table thead th')].map((head) => {
      const style = getComputedStyle(document.querySelector('.kb-folder__table td'));
      return [head.textContent, (head.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight)) / parseFloat(style.fontSize)];
    }).filter((column) => column[1] < 8)""")
    assert narrow == []


def test_without_storage_the_folder_travels_in_addresses_and_says_so(page: Page, site_url: str) -> None:
    page.add_init_script(NO_STORAGE)
    page.goto(site_url + f"practices/{BOTH}.html")
    page.get_by_role("button", name="放进材料夹").click()
    page.locator(".kb-crumbs a").first.click()
    count(page, 1)
    page.locator("#kb-query").fill("全员培训")
    page.get_by_role("button", name="把“全员培训”放进材料夹").click()
    count(page, 2)
    page.locator("[data-kb-added]").click()
    expect(page.locator(NAMES)).to_have_text(["全员入委", "全员培训"])
    expect(page.locator(".kb-folder__kept")).to_contain_text("材料夹只跟着这个窗口走，关了就没有了")


def test_without_storage_a_search_takes_it_along(page: Page, site_url: str) -> None:
    page.add_init_script(NO_STORAGE)
    page.goto(site_url + f"index.html?folder=%3Fids%3D{ONE}")
    page.locator("#kb-home-query").fill("全员")
    page.get_by_role("link", name="在全部做法里看“全员”").click()
    count(page, 1)
    expect(page.locator("#kb-query")).to_have_value("全员")


def test_without_storage_and_without_dialogs_the_form_takes_it_along(page: Page, site_url: str) -> None:
    page.add_init_script(NO_STORAGE + "; delete HTMLDialogElement.prototype.showModal")
    page.goto(site_url + f"index.html?folder=%3Fids%3D{ONE}")
    page.locator("#kb-home-query").fill("全员")
    page.keyboard.press("Enter")
    count(page, 1)
    expect(page.locator("#kb-query")).to_have_value("全员")


def test_two_tabs_add_to_one_folder(page: Page, site_url: str) -> None:
    page.goto(site_url + f"practices/{ONE}.html")
    other = page.context.new_page()
    other.goto(site_url + f"practices/{TWO}.html")
    other.get_by_role("button", name="放进材料夹").click()
    count(page, 1)
    page.get_by_role("button", name="放进材料夹").click()
    count(other, 2)


def test_missing_records_say_what_to_do(page: Page, site_url: str, expected_errors: list[str]) -> None:
    expected_errors.append("ERR_FAILED")
    page.route("**/assets/data/entries-*", lambda route: route.abort())
    page.goto(site_url + f"folder.html?ids={ONE},{BOTH}")
    expect(page.locator("[data-kb-status]").first).to_contain_text("有数据文件没有加载到。请刷新页面再试")


def test_on_a_phone_each_body_is_a_card_and_nothing_runs_off(phone: Page, site_url: str) -> None:
    collect(phone, site_url, ONE, BOTH)
    for name in ("一页摘要", "对照表", "全文"):
        phone.get_by_role("button", name=name, exact=True).click()
        assert phone.evaluate("document.documentElement.scrollWidth") <= 390
    assert phone.evaluate("document.querySelector('.kb-header').offsetHeight") < 60


def test_without_scripts_the_page_says_so(browser: Browser, site_url: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site_url + "folder.html")
    expect(page.get_by_text("材料夹要用到脚本")).to_be_visible()
    expect(page.locator("[data-kb-added]")).to_be_hidden()
    page.goto(site_url + "compare.html?ids=a")
    page.get_by_role("link", name="到材料夹").click()
    expect(page).to_have_url(site_url + "folder.html?view=table")
    context.close()


@pytest.mark.parametrize(("path", "button", "reads", "called"), [
    (f"practices/{ONE}.html", "[data-kb-actions] [data-kb-add]", "已放进 · 拿出", re.compile("已放进 · 拿出$")),
    ("practices/index.html?q=全员入委", f"[data-kb-id='{BOTH}'] .kb-pick", "已放进", "已放进：“全员入委”"),
    (f"practices/{BOTH}.html", ".kb-only", "已放进 · 拿出", re.compile("^已放进 · 拿出：xx市政协")),
])
def test_a_pressed_button_reads_that_it_is_in_and_takes_out(page: Page, site_url: str, path: str, button: str, reads: str, called: str) -> None:
    page.goto(site_url + path)
    add = page.locator(button).first
    before = add.inner_text(), add.get_attribute("aria-label")
    add.click()
    expect(add).to_have_text(reads)
    expect(add).to_have_accessible_name(called)
    expect(add).to_have_attribute("title", "再点一次，从材料夹拿出")
    page.reload()
    expect(add).to_have_text(reads)
    add.click()
    expect(add).to_have_text(before[0])
    assert add.get_attribute("aria-label") == before[1]
    expect(page.locator("[data-kb-added] b")).to_be_hidden()
