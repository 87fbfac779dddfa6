"""Writing in a real browser: a click sets the place, chosen words become the cue, findings come beside their fields, a save changes the line.

One desk on the small library with its full text, and one page, for all of it.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from macros.desk.pasted import clean
from macros.desk.server import Server, running
from tests.desk.bringing import drop, take
from tests.small_tree import Tree

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("desk")]
expect.set_options(timeout=20_000)


class Seen:
    """The page, the desk behind it, the files under it, and what the browser complained of."""

    def __init__(self, page: Page, server: Server, tree: Tree) -> None:
        self.page, self.tree, self.server = page, tree, server
        self.base = server.address.partition("/?")[0]
        self.wrong: list[str] = []
        page.on("console", lambda message: self.wrong.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: self.wrong.append(str(error)))

    def open(self, address: str) -> None:
        self.page.goto(self.base + address)

    def field(self, path: str) -> object:
        return self.page.locator(f'[data-kb-field="{path}"]')

    def settled(self) -> None:
        """All that was typed is looked through."""
        expect(self.page.locator("[data-checked]")).to_have_text(re.compile("边写边查，不拦你存|没有要改的"))

    def choose(self, words: str) -> None:
        """Chooses words of the text, as a mouse does."""
        self.page.evaluate("""words => {
          const walk = document.createTreeWalker(document.querySelector('[data-text]'), NodeFilter.SHOW_TEXT);
          for (let node; (node = walk.nextNode());) {
            const at = node.data.indexOf(words);
            if (at < 0) continue;
            const range = document.createRange();
            range.setStart(node, at); range.setEnd(node, at + words.length);
            getSelection().removeAllRanges(); getSelection().addRange(range);
            node.parentElement.dispatchEvent(new MouseEvent('mouseup', {bubbles: true}));
            return;
          }
          throw new Error('no such words');
        }""", words)


@pytest.fixture(scope="module")
def seen(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Seen]:
    root: Path = tmp_path_factory.mktemp("desk")
    tree = Tree(root)
    tree.with_originals()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("KB_DESK", str(root / "kept"))
        with running(tree.root, tree.docs) as server:
            context = browser.new_context(viewport={"width": 1366, "height": 768})
            page = context.new_page()
            page.goto(server.address)
            yield Seen(page, server, tree)
            context.close()


@pytest.fixture(autouse=True)
def _nothing_wrong(seen: Seen) -> Iterator[None]:
    seen.wrong.clear()
    yield
    assert seen.wrong == []
    for draft in seen.server.desk.drafts.all():
        seen.server.desk.drafts.drop(draft.kind, draft.entry_id)


def test_the_address_is_left_without_its_token_and_the_first_run_shows_the_way(seen: Seen) -> None:
    seen.open("/")
    assert "token" not in seen.page.url
    expect(seen.page.locator("[data-hints] li")).to_have_count(5)
    seen.page.get_by_role("button", name="知道了").click()
    seen.page.reload()
    expect(seen.page.locator("[data-hints]")).to_be_hidden()


def test_a_click_sets_the_place_and_chosen_words_the_cue(seen: Seen) -> None:
    seen.open("/practices/wei-yuan-ke-tang")
    seen.settled()
    page = seen.page
    expect(page.locator('[data-kb-paragraph="2.2"]')).to_have_class(re.compile("is-at"))
    page.locator('[data-kb-paragraph="2.1"]').click(position={"x": 90, "y": 10})
    expect(seen.field("accounts.0.at.0")).to_have_value("2.1")  # type: ignore[arg-type]
    expect(page.locator('[data-kb-finding="accounts.0.at"]')).to_contain_text("2.1 没有讲这些，2.2 才讲")
    seen.choose("已经编成")
    page.get_by_role("button", name="作依据").click()
    expect(seen.field("accounts.0.progress.cue")).to_have_value("已经编成")  # type: ignore[arg-type]
    page.locator('[data-place="2.2"]').focus()
    page.keyboard.press("Enter")
    expect(seen.field("accounts.0.at.0")).to_have_value("2.2")  # type: ignore[arg-type]
    page.get_by_role("button", name="撤回").click()
    expect(seen.field("accounts.0.at.0")).to_have_value("2.1")  # type: ignore[arg-type]


def test_what_is_wrong_is_said_while_writing_and_a_save_changes_its_line(seen: Seen) -> None:
    seen.open("/practices/wei-yuan-ke-tang")
    seen.settled()
    before = seen.tree.read("practices/wei-yuan-ke-tang.yml")
    summary = seen.page.locator('[data-kb-field="summary"]')
    summary.fill("请委员轮流讲课")
    expect(seen.page.locator('[data-kb-finding="summary"]')).to_contain_text("句号")
    expect(summary).to_have_attribute("aria-invalid", re.compile("true|false"))
    assert seen.tree.read("practices/wei-yuan-ke-tang.yml") == before
    summary.fill("请委员轮流讲课。")
    expect(seen.page.locator('[data-kb-finding="summary"]')).to_have_count(0)
    seen.page.locator("[data-kb-save]").click()
    expect(seen.page.locator("[data-state]")).to_have_text(re.compile(r"^已写进库里 \d\d:\d\d$"))
    seen.page.get_by_role("button", name="网页上会这样").click()
    assert seen.tree.read("practices/wei-yuan-ke-tang.yml") == before.replace("summary: 开办课堂，请委员轮流讲课。", "summary: 请委员轮流讲课。")
    expect(seen.page.frame_locator("[data-kb-preview]").locator("body")).to_contain_text("请委员轮流讲课。")


def test_the_next_item_is_there_as_soon_as_one_leaves_this_one(seen: Seen) -> None:
    seen.open("/practices/wei-yuan-ke-tang")
    seen.settled()
    seen.page.locator('[data-kb-field="keywords.0"]').evaluate("field => { for (let e = field; e; e = e.parentElement) if (e.tagName === 'DETAILS') e.open = true; }")
    seen.page.locator('[data-kb-field="keywords.0"]').fill("讲课")
    seen.page.keyboard.press("Tab")
    expect(seen.page.locator('[data-kb-field="keywords.1"]')).to_have_count(1)
    assert seen.page.evaluate("document.activeElement !== document.body")


def test_what_is_typed_last_is_not_lost_when_the_page_is_left(seen: Seen) -> None:
    seen.open("/practices/wei-yuan-bian-zu")
    seen.settled()
    seen.page.locator('[data-kb-field="title"]').type("甲乙丙", delay=5)
    expect(seen.page.locator("[data-state]")).to_contain_text("自动存了")
    seen.open("/practices/wei-yuan-bian-zu")
    expect(seen.page.locator('[data-kb-field="title"]')).to_have_value(re.compile("甲乙丙"))


def test_a_field_that_is_emptied_is_kept_empty_before_one_leaves_it(seen: Seen) -> None:
    seen.open("/practices/wei-yuan-bian-zu")
    seen.settled()
    cue, there = seen.page.locator('[data-kb-field="accounts.0.progress.cue"]'), seen.field("accounts.0.progress.cue")
    words = cue.input_value()
    cue.fill("")
    expect(seen.page.locator('[data-kb-finding="accounts.0.progress.cue"]')).to_be_visible()
    seen.open("/practices/wei-yuan-bian-zu")
    expect(there).to_have_value("")  # type: ignore[arg-type]
    seen.settled()
    # What a window sends as it closes may come after this one was opened.
    seen.page.reload()
    seen.settled()
    seen.page.locator('[data-kb-field="accounts.0.progress.cue"]').fill(words)
    expect(seen.page.locator('[data-kb-finding="accounts.0.progress.cue"]')).to_have_count(0)


def test_another_speech_is_shown_where_one_writes_of_it(seen: Seen) -> None:
    seen.open("/practices/wei-yuan-bian-zu")
    seen.settled()
    expect(seen.page.locator('[data-speech-text="jia-shi"]')).to_be_visible()
    seen.page.locator('[data-kb-field="accounts.1.at.0"]').focus()
    expect(seen.page.locator('[data-speech-text="yi-xian"]')).to_be_visible()
    expect(seen.page.locator("[data-text]")).to_contain_text("三联")


def test_an_import_from_the_file_to_the_first_decision(seen: Seen) -> None:
    page = seen.page
    text = "搭好板凳\n\n青禾县政协\n\n我们推行“板凳议事会”机制，已经开了三次。\n"
    drop(page, seen.base, text)
    take(page, "板凳议事会")
    page.get_by_role("row", name=re.compile("板凳议事会")).get_by_role("link", name="一处一处地定").click()
    counted = page.locator("[data-count]")
    expect(counted).to_contain_text(re.compile(r"^还有 \d+ 处$"))
    said = counted.inner_text()
    expect(page.locator("[data-kb-paragraph]").first).to_be_visible()
    seen.page.wait_for_load_state("networkidle")
    page.locator("[data-then=all]").click()
    expect(page.locator("[data-said]")).to_contain_text("处空着。填上再点")
    page.locator("[data-then=seen]").click()
    expect(page.locator("[data-then=seen]")).to_have_text("看过了")
    page.reload()
    expect(counted).not_to_have_text(said)


@pytest.mark.parametrize("address", ["/", "/practices/wei-yuan-bian-zu", "/speeches/jia-shi", "/inbox", "/import", "/new/practices", "/corrections", "/hand", "/practices/wei-yuan-bian-zu/change"])
def test_a_screen_reader_and_a_narrow_window_find_their_way(seen: Seen, address: str) -> None:
    seen.open(address)
    if address == "/practices/wei-yuan-bian-zu":
        seen.settled()
    found = Axe().run(seen.page, options={"resultTypes": ["violations"]})
    assert [(v["id"], v["nodes"][0]["html"][:160]) for v in found.response["violations"]] == []
    seen.page.set_viewport_size({"width": 320, "height": 700})
    try:
        assert seen.page.evaluate("document.documentElement.scrollWidth") <= 320
    finally:
        seen.page.set_viewport_size({"width": 1366, "height": 768})


def test_what_two_windows_write_is_put_together_or_shown(seen: Seen) -> None:
    seen.open("/practices/wei-yuan-ke-tang")
    expect(seen.page.locator("[data-state]")).to_have_text(re.compile("自动存了|和库里的一样|已写进库里"))
    other = seen.page.context.new_page()
    other.goto(seen.page.url)
    expect(other.locator("[data-state]")).to_have_text(re.compile("自动存了|和库里的一样|已写进库里"))
    said = seen.page.locator("[data-said]")
    other.locator('[data-kb-field="summary"]').fill("那边写的摘要。")
    expect(other.locator("[data-state]")).to_have_text(re.compile("自动存了"))
    seen.page.locator('[data-kb-field="title"]').fill("这边写的名称")
    expect(said).to_contain_text("这一条在另一个窗口里改过了。这里写的还在这一页。")
    expect(seen.page.locator("[data-state]")).to_have_text("这里写的还没有存")
    seen.page.locator("[data-kb-save]").first.click()
    expect(said).to_contain_text("这一条在另一个窗口里改过了。")
    said.get_by_role("button", name="并进去").click()
    expect(said).to_have_text("并进去了。")
    expect(seen.page.locator('[data-kb-field="title"]')).to_have_value("这边写的名称")
    expect(seen.page.locator('[data-kb-field="summary"]')).to_have_value("那边写的摘要。")
    other.locator('[data-kb-field="summary"]').fill("那边又写的摘要。")
    expect(other.locator("[data-said]")).to_contain_text("这一条在另一个窗口里改过了。")
    other.locator("[data-said]").get_by_text("不要这里写的").click()
    other.locator('[data-kb-field="summary"]').fill("那边再写的摘要。")
    expect(other.locator("[data-state]")).to_have_text(re.compile("自动存了"))
    # Leaving the field to press the button sends it again; slowly, it must not be on its way meanwhile.
    seen.page.evaluate("""() => {
      const ask = desk.ask;
      desk.ask = (address, given) => address.endsWith('/fields') ? new Promise((done) => setTimeout(done, 500)).then(() => ask(address, given)) : ask(address, given);
    }""")
    seen.page.locator('[data-kb-field="summary"]').fill("这边也写摘要。")
    said.get_by_role("button", name="并进去").click()
    expect(said).to_contain_text("那边也改了这几处。摘要，那边写的是“那边再写的摘要。”，你写的是“这边也写摘要。”。")
    expect(seen.page.locator('[data-kb-field="summary"]')).to_have_value("那边再写的摘要。")
    said.get_by_role("button", name="用我写的").click()
    expect(seen.page.locator('[data-kb-field="summary"]')).to_have_value("这边也写摘要。")
    expect(seen.page.locator("[data-state]")).to_have_text(re.compile("自动存了"))
    seen.page.get_by_role("button", name="撤回").click()
    expect(seen.page.locator('[data-kb-field="summary"]')).to_have_value("那边再写的摘要。")
    other.reload()
    expect(other.locator("[data-state]")).to_have_text(re.compile("自动存了"))
    # A button that comes late is told so, too.
    other.locator('[data-kb-field="summary"]').fill("那边最后写的摘要。")
    expect(other.locator("[data-state]")).to_have_text("正在写")
    expect(other.locator("[data-state]")).to_have_text(re.compile("自动存了"))
    seen.page.locator("[data-act='undo']").click()
    said.get_by_role("button", name="并进去").click()
    expect(said).to_have_text("换成那边写的了，接着写。")
    expect(seen.page.locator('[data-kb-field="summary"]')).to_have_value("那边最后写的摘要。")
    other.close()
    seen.wrong[:] = [each for each in seen.wrong if "409" not in each]


UNSEEN = "从\u200bWord\ufeff粘来\u202e的\u2028两行。\x0b"


def test_unseen_signs_go_in_any_field_and_one_line_says_so(seen: Seen) -> None:
    seen.open("/practices/wei-yuan-ke-tang")
    seen.settled()
    summary, told = seen.page.locator('[data-kb-field="summary"]'), seen.page.locator("[data-cleaned]")
    expect(told).to_be_hidden()
    summary.fill(UNSEEN)
    expect(summary).to_have_value("从Word粘来的\n两行。\n")
    expect(told).to_have_text("去掉了 3 个看不见的字符，把 2 个换行记号换成了换行。多半是从 Word 或者网页粘来的；看得见的字没有动。")
    seen.page.locator("[data-kb-save]").click()
    expect(seen.page.locator("[data-state]")).to_have_text(re.compile("^已写进库里"))
    assert "summary: 从Word粘来的两行。" in seen.tree.read("practices/wei-yuan-ke-tang.yml")
    seen.open("/new/practices")
    title = seen.page.locator('[name="title"]').first
    title.fill("夜\u200b谈会")
    expect(title).to_have_value("夜谈会")
    expect(told).to_contain_text("去掉了 1 个看不见的字符。")


def test_the_field_and_the_desk_take_off_the_same(seen: Seen) -> None:
    seen.open("/")
    changed = seen.page.evaluate("""() => Array.from({ length: 0x110000 }, (_, each) => each)
      .filter((each) => !(0xd800 <= each && each <= 0xdfff) && desk.pasted.clean(String.fromCodePoint(each)) !== String.fromCodePoint(each))""")
    assert 20 < len(changed) < 10_000
    assert changed == [each for each in range(0x110000) if not 0xd800 <= each <= 0xdfff and clean(chr(each)) != chr(each)]


def test_what_can_not_be_kept_is_never_said_to_be_saved_and_the_line_goes_when_it_is_cured(seen: Seen) -> None:
    seen.open("/practices/wei-yuan-ke-tang")
    seen.settled()
    page, state, said = seen.page, seen.page.locator("[data-state]"), seen.page.locator("[data-said]")
    summary = page.locator('[data-kb-field="summary"]')
    summary.fill("照原文写\ue123的。")
    expect(said).to_have_text("“摘要”写不进去，还没有存：在“照原文写”后面的“\ue123”（U+E123）是只有个别电脑才有的字，换成通用的字。")
    expect(state).to_have_text("有一处写不进去，还没有存")
    page.locator("[data-kb-save]").click()
    page.get_by_role("button", name="网页上会这样").click()
    expect(state).to_have_text("有一处写不进去，还没有存")
    expect(summary).to_have_value("照原文写\ue123的。")
    summary.fill("照原文写的。")
    expect(said).to_be_hidden()
    expect(state).to_contain_text("自动存了")
    page.locator("[data-kb-save]").click()
    expect(state).to_have_text(re.compile("^已写进库里"))


def test_the_list_beside_knows_what_the_line_above_says(seen: Seen) -> None:
    seen.open("/practices/wei-yuan-ke-tang")
    seen.settled()
    side = seen.page.locator("[data-writing]")
    expect(side).to_contain_text("正在写 0")
    seen.page.locator('[data-kb-field="summary"]').fill("换一句来看左边。")
    expect(side).to_contain_text("正在写 1")
    expect(side.locator("[aria-current]")).to_contain_text("还没有存")
    seen.page.locator("[data-kb-save]").click()
    expect(side).to_contain_text("正在写 0")
    expect(side).to_contain_text("都存好了。")


def test_a_title_without_end_leaves_room_for_the_form(seen: Seen) -> None:
    seen.open("/practices/wei-yuan-ke-tang")
    seen.settled()
    seen.page.locator('[data-kb-field="title"]').fill("长" * 20_000)
    expect(seen.page.locator("[data-title]")).to_contain_text("长长长")
    seen.page.reload()
    seen.settled()
    for part in ("[data-title]", '[data-kb-field="title"]', "[data-writing] [aria-current]"):
        assert seen.page.locator(part).bounding_box()["height"] < 320  # type: ignore[index]
    seen.page.locator('[data-kb-field="title"]').fill("委员课堂")
    expect(seen.page.locator("[data-title]")).to_have_text("委员课堂")
    expect(seen.page.locator("[data-state]")).not_to_have_text("正在写")


def test_on_a_phone_the_question_comes_first(seen: Seen) -> None:
    page = seen.page
    seen.open("/import")
    text = "搭好板凳\n\n青禾县政协\n\n" + "".join(f"第{n}段只是交代背景，讲的都是平常的话。\n\n" for n in range(30)) + "我们推行“灯下议事会”机制，已经开了三次。\n"
    expect(page.locator("[data-chosen]")).to_contain_text("选文件")
    page.locator("#file").set_input_files({"name": "发言二.txt", "mimeType": "text/plain", "buffer": text.encode()})
    expect(page.locator("[data-chosen]")).to_have_text("选了：发言二.txt")
    page.get_by_role("button", name="看看认出了什么").click()
    take(page, "灯下议事会")
    expect(page).to_have_url(re.compile("/inbox"))
    page.set_viewport_size({"width": 390, "height": 844})
    try:
        entry = next(i for i, name in seen.server.desk.library.titles("practices").items() if "灯下议事会" in name)
        seen.open(f"/inbox/practices/{entry}")
        asked, text_beside = page.locator("[data-ask]"), page.locator(".left")
        expect(asked).to_be_in_viewport()
        expect(page.locator("[data-then]").first).to_be_visible()
        assert asked.bounding_box()["y"] < text_beside.bounding_box()["y"]  # type: ignore[index]
        assert text_beside.bounding_box()["width"] > 340  # type: ignore[index]
        expect(page.locator(".is-at").first).to_be_visible()
        assert page.evaluate("window.pageYOffset") == 0
    finally:
        page.set_viewport_size({"width": 1366, "height": 768})
    # Two windows decide the same: nobody copies anything by hand.
    other = page.context.new_page()
    for each in (page, other):
        each.goto(f"{seen.base}/inbox/practices/{entry}")
        expect(each.locator("[data-state]")).to_have_text(re.compile("和库里的一样"))
    other.locator('[data-kb-field="summary"]').fill("那边定的摘要。")
    expect(other.locator("[data-state]")).to_contain_text("自动存了")
    page.locator('[data-kb-field="summary"]').fill("这边定的摘要。")
    page.get_by_role("button", name="并进去").click()
    expect(page.locator("[data-said]")).to_contain_text("那边写的是“那边定的摘要。”，你写的是“这边定的摘要。”")
    page.get_by_role("button", name="用我写的").click()
    expect(page.locator("[data-state]")).to_contain_text("自动存了")
    other.close()
    seen.open(f"/practices/{entry}")
    expect(page.locator('[data-kb-field="summary"]')).to_have_value("这边定的摘要。")
    seen.wrong[:] = [each for each in seen.wrong if "409" not in each]
