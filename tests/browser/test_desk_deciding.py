"""Deciding at the desk as a person does it: what waits is an empty field, what is refused says so until it is filled, gists are
read on one screen, all of it without a mouse, and the page is one tab away."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from macros.desk.server import running
from tests.desk.bringing import drop, take
from tests.desk.test_deciding import TEXT
from tests.small_tree import Tree

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("desk")]
PRACTICE = "/inbox/practices/san-ban-san-ping-gong-zuo-fa"


@pytest.fixture(scope="module")
def desk(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Page, str, Tree]]:
    """A desk on the small library into which a speech with one practice was brought in."""
    root: Path = tmp_path_factory.mktemp("deciding")
    tree = Tree(root)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("KB_DESK", str(root / "kept"))
        with running(tree.root, tree.docs) as server:
            context = browser.new_context(viewport={"width": 1366, "height": 768})
            page = context.new_page()
            page.goto(server.address)
            base = server.address.partition("/?")[0]
            drop(page, base, TEXT)
            expect(page.get_by_role("row", name=re.compile("三办三评工作法")).first).to_contain_text("近年来，云岭县政协创新实施“三办三评”工作法")
            take(page, "三办三评工作法")
            yield page, base, tree
            context.close()


def focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.getAttribute('data-kb-field') || document.activeElement.textContent"))


def test_what_waits_is_an_empty_field_in_focus_and_a_refusal_goes_when_it_is_filled(desk: tuple[Page, str, Tree]) -> None:
    page, base, tree = desk
    page.goto(base + PRACTICE)
    field, said = page.locator('[data-kb-field="summary"]'), page.locator("[data-said]")
    expect(field).to_have_value("")
    expect(field).to_have_attribute("placeholder", "待填")
    expect(field).to_be_focused()
    page.keyboard.press("Control+Enter")
    expect(said).to_contain_text("还有 2 处空着。")
    page.keyboard.type("请大家评提案")
    expect(said).to_be_hidden()
    expect(page.locator("[data-state]")).to_contain_text("自动存了")
    # Emptied again, it waits again.
    field.fill("")
    expect(page.locator("[data-state]")).to_have_text("和库里的一样")
    page.goto(base + PRACTICE)
    expect(field).to_have_value("")
    expect(page.locator("[data-count]")).to_have_text(re.compile(r"^还有 \d+ 处$"))
    page.keyboard.type("请大家评提案。")
    topic = page.locator('[data-kb-field="topics.0"]')
    expect(topic).to_be_visible()
    page.keyboard.press("Control+Enter")
    expect(said).to_contain_text("这一处还空着。")
    expect(topic).to_be_focused()
    topic.select_option(index=1)
    page.keyboard.press("Control+Enter")
    expect(page.locator("[data-count]")).to_have_text(re.compile(r"^定了 \d 处，还有 \d+ 处$"))
    page.locator("[data-kb-save]").click()
    expect(page.locator("[data-state]")).to_have_text(re.compile(r"^已写进库里 \d\d:\d\d$"))
    assert "summary: 请大家评提案。" in tree.read("practices/san-ban-san-ping-gong-zuo-fa.yml")


def test_a_practice_is_decided_to_its_end_without_a_mouse(desk: tuple[Page, str, Tree]) -> None:
    page, base, tree = desk
    page.goto(base + PRACTICE)
    for _ in range(12):
        heading = page.locator("h1").first
        expect(heading).to_be_visible()
        if not page.locator("[data-count]").count():
            break
        # The script is there: what is asked, or what is to be filled in, has the focus.
        page.wait_for_function("document.activeElement !== document.body")
        where = page.url
        for _ in range(page.locator("[data-open]").count()):
            if page.evaluate("document.activeElement.tagName") == "SELECT":
                page.keyboard.press("ArrowDown")
                assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
                for _ in range(2):
                    page.keyboard.press("Tab")
                    if "progress.cue" in focused(page):
                        page.keyboard.type("创新实施")
                        page.keyboard.press("Tab")
                        if "progress.scope" in focused(page):
                            page.keyboard.press("ArrowDown")
            else:
                page.keyboard.type("请几位领导分头办")
            # What is empty still takes the focus when one wants to go on.
            page.keyboard.press("Control+Enter")
        page.keyboard.press("Control+Enter")
        if page.locator('[data-kb-field$="progress.cue"]').count():
            # A cue that says nothing of how far one got holds the decision, beside its field, until the person says so.
            expect(page.locator("[data-said]")).to_contain_text("这里还有 1 处红的")
            expect(page.locator('[data-kb-finding$="progress.cue"]')).to_contain_text("没有说明进展的词")
            assert page.url == where
            page.get_by_role("button", name="先这样，回头再改").press("Enter")
        page.wait_for_function("where => location.href !== where", arg=where)
    # What was left wrong is counted where all is decided, each with the way to it.
    expect(page.locator("h1")).to_have_text("“三办三评工作法”定完了，还有 1 处红的")
    page.locator(".finding a").press("Enter")
    expect(page.locator('[data-kb-field="accounts.0.progress.cue"]')).to_be_focused()
    page.locator('[data-kb-field="accounts.0.progress.cue"]').fill("")
    page.keyboard.press("Tab")
    page.locator('[data-kb-field="accounts.0.progress.status"]').select_option("unclear")
    # The desk has answered the last change: a page that is asked for before it is answered as it was.
    with page.expect_response(lambda answer: "progress.scope" in (answer.request.post_data or "")):
        page.locator('[data-kb-field="accounts.0.progress.scope"]').select_option("")
    page.goto(base + PRACTICE)
    # Nothing is open, nothing red: it is written, and one is at the next.
    expect(page.get_by_role("status").filter(has_text="“三办三评工作法”都定了，写进库里了。")).to_be_visible()
    expect(page.locator("[data-count]")).to_be_visible()
    assert "待填" not in re.sub("#.*", "", tree.read("practices/san-ban-san-ping-gong-zuo-fa.yml"))


def test_gists_are_read_on_one_screen_and_a_paragraph_is_given_to_its_practice(desk: tuple[Page, str, Tree]) -> None:
    page, base, tree = desk
    page.goto(f"{base}/inbox")
    page.locator('a[href^="/inbox/speeches/"]').first.click()
    for _ in range(4):
        if page.get_by_role("heading", name="看一遍各段的大意").count():
            break
        page.get_by_role("link", name="先跳过").click()
    rows = page.locator(".gists__row")
    expect(rows).to_have_count(5)
    expect(rows.nth(1)).to_contain_text("每年由主席会议成员分别督办八件提案")
    page.locator("[data-then=all]").click()
    expect(page.locator("[data-said]")).to_contain_text("空着。")
    for field in page.locator("[data-form] [data-open]").all():
        field.fill("讲县里的情况。")
    page.locator("[data-then=all]").click()
    expect(page.get_by_role("heading", name="这几段没有做法用到")).to_be_visible()
    first = page.locator(".gists__row").first
    at = (first.get_attribute("aria-label") or "").strip("第段")
    first.get_by_role("button", name="属于：三办三评工作法").click()
    expect(page.locator(f'[aria-label="第{at}段"]')).to_have_count(0)
    assert f'at: ["1", "{at}"]' in tree.read("practices/san-ban-san-ping-gong-zuo-fa.yml")


def test_the_page_is_one_tab_away_in_the_colours_of_the_desk(desk: tuple[Page, str, Tree]) -> None:
    page, base, _ = desk
    page.emulate_media(color_scheme="dark")
    page.goto(f"{base}/practices/wei-yuan-ke-tang")
    frame = page.locator("[data-kb-preview]")
    expect(frame).to_be_hidden()
    tab = page.get_by_role("button", name="网页上会这样")
    tab.focus()
    page.keyboard.press("Enter")
    expect(frame).to_be_in_viewport(ratio=0.9)
    expect(page.frame_locator("[data-kb-preview]").locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    page.locator('[data-kb-field="summary"]').fill("换一句话说清它。")
    expect(page.frame_locator("[data-kb-preview]").locator("body")).to_contain_text("换一句话说清它。")
    page.emulate_media(color_scheme="light")


def test_a_new_entry_is_greeted_by_what_is_to_be_filled_in_and_by_no_mistake(desk: tuple[Page, str, Tree]) -> None:
    page, base, _ = desk
    page.goto(f"{base}/new/practices")
    page.locator("#title").fill("茶馆议事")
    page.get_by_role("button", name="接着写").click()
    expect(page.locator(".lacking")).to_contain_text("还要填：摘要类型专题各家做法")
    expect(page.locator(".finding")).to_have_count(0)
    page.locator(".lacking button", has_text="摘要").click()
    expect(page.locator('[data-kb-field="summary"]')).to_be_focused()


def test_each_figure_of_a_screen_has_its_words_marked_and_is_decided_by_itself(desk: tuple[Page, str, Tree]) -> None:
    page, base, _ = desk
    text = "楼道里的事楼道里议\n\n青禾县政协\n\n我们推行“楼道议事会”机制，已经开会××场，来的有××名居民，提出建议××条。\n"
    drop(page, base, text)
    take(page, "楼道议事会")
    page.get_by_role("row", name=re.compile("楼道议事会")).get_by_role("link", name="一处一处地定").click()
    for _ in range(4):
        if page.get_by_role("heading", name=re.compile("数字 3 项")).count():
            break
        page.get_by_role("link", name="先跳过").click()
    cards, marks = page.locator('[data-card*=".figures."]'), page.locator('[data-text] mark[data-mark*=".figures."]')
    expect(cards).to_have_count(3)
    # 已经开会 is what the progress rests on as well.
    expect(marks).to_have_text(["已经开会", "××场", "××名居民", "提出建议××条"])
    cards.nth(1).locator('[data-kb-field$=".label"]').focus()
    expect(page.locator("[data-text] mark.is-now")).to_have_text("××名居民")
    expect(cards.nth(1).locator(".quote")).to_contain_text("原文第1段：")
    assert Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"] == []
    cards.nth(1).get_by_role("button", name="这一项对").click()
    expect(cards.nth(1).locator("[data-then=seen]")).to_have_text("看过了")
    cards.nth(2).get_by_role("button", name="与这个做法无关，去掉").click()
    # One of three waits still; the one that was seen stands there, and what was taken out is among what is left out.
    expect(cards).to_have_count(2)
    expect(cards.first.locator('[data-kb-field$=".raw"]')).to_have_value("已经开会xx场")
    expect(page.get_by_role("status").filter(has_text="去掉了一项")).to_be_visible()
    left = page.get_by_role("button", name="把“提出建议xx条”收进来")
    left.press("Enter")
    expect(cards).to_have_count(3)
    expect(cards.nth(2).locator('[data-kb-field$=".label"]')).to_be_focused()
    expect(left).to_have_count(0)


CHOOSE = """words => {
  const pane = document.querySelector("[data-text]"), walker = document.createTreeWalker(pane, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const at = node.data.indexOf(words);
    if (at >= 0) {
      getSelection().setBaseAndExtent(node, at, node, at + words.length);
      pane.dispatchEvent(new MouseEvent("mouseup", { bubbles: true }));
      return;
    }
  }
}"""


def choose(page: Page, words: str) -> None:
    """Chooses words of the full text, once it is there."""
    page.wait_for_load_state()  # the text comes with the page, what listens to a choice after it
    expect(page.locator("[data-text]")).to_contain_text(words)
    page.evaluate(CHOOSE, words)


def test_a_figure_that_was_not_read_is_added_by_chosen_words_and_without_a_mouse(desk: tuple[Page, str, Tree]) -> None:
    page, base, _ = desk
    drop(page, base, "摆渡的话摆渡人讲\n\n青禾县政协\n\n我们推行“渡口话民生”机制，船上挂三百六十盏灯，办了五十来件事，码头新修石阶一百零八级。\n")
    take(page, "渡口话民生")
    page.get_by_role("row", name=re.compile("渡口话民生")).get_by_role("link", name="一处一处地定").click()
    page.get_by_role("link", name="先跳过").click()
    cards = page.locator('[data-card*=".figures."]')
    expect(page.locator("[data-ask]")).to_contain_text("进展 要点")
    before = cards.count()
    choose(page, "石阶一百零八级")
    page.get_by_role("button", name="作一项数字").click()
    expect(page.locator("[data-said]")).to_contain_text("“石阶一百零八级”里没有读出数字：连数字一起选")
    page.locator("[data-by-hand] summary").press("Enter")
    page.get_by_label("原文写法", exact=True).last.fill("石阶一百零八级")
    page.locator('[data-hand="label"]').fill("石阶")
    page.locator('[data-hand="value"]').fill("108")
    page.locator('[data-hand="value"]').press("Enter")
    expect(cards).to_have_count(before + 1)
    expect(cards.last.locator('[data-kb-field$=".raw"]')).to_have_value("石阶一百零八级")
    expect(page.get_by_role("status").filter(has_text="收进来了")).to_be_visible()
    assert Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"] == []


def test_words_that_count_go_to_a_figure_and_what_is_emptied_is_gone(desk: tuple[Page, str, Tree]) -> None:
    page, base, _ = desk
    drop(page, base, "磨坊里的事磨坊里商量\n\n青禾县政协\n\n我们已经推行“磨坊夜话”机制，每月轮一次，先后请来90余位磨面人，修好磨盘17盘，另有风车4架。\n")
    take(page, "磨坊夜话")
    page.get_by_role("row", name=re.compile("磨坊夜话")).get_by_role("link", name="磨坊夜话").click()
    raws = page.locator('[data-item*=".figures."] [data-kb-field$=".raw"]')
    expect(page.locator("[data-text] .para")).not_to_have_count(0)
    while raws.count():
        count = raws.count()
        page.get_by_role("button", name=f"删去数字第{count}项").click()
        expect(raws).to_have_count(count - 1)
    point = page.locator('[data-kb-field="accounts.0.points.0.text"]')
    point.focus()
    choose(page, "90余位")
    page.get_by_role("button", name="作数字的原文写法", exact=True).click()
    expect(raws).to_have_count(1)
    expect(raws.first).to_have_value("90余位")
    expect(page.locator('[data-kb-field="accounts.0.figures.0.value"]')).to_have_value("90")
    # The one that has its words keeps them: the next are another figure's.
    choose(page, "17盘")
    page.get_by_role("button", name="作数字的原文写法", exact=True).click()
    expect(raws).to_have_count(2)
    expect(raws.first).to_have_value("90余位")
    # A blank that is open takes them; after what was typed there is room for one more without saving.
    page.locator('[data-add="accounts.0.figures"] > summary').click()
    label = page.locator('[data-kb-field="accounts.0.figures.2.label"]')
    label.fill("风车")
    expect(page.locator("[data-state]")).to_contain_text("自动存了")
    label.press("Tab")
    expect(page.locator('[data-item="accounts.0.figures.2"]')).to_have_count(1)
    choose(page, "4架")
    page.get_by_role("button", name="作数字的原文写法", exact=True).click()
    expect(raws).to_have_count(3)
    expect(raws.last).to_have_value("4架")
    expect(label).to_have_value("风车")
    # Typed and emptied again without leaving the field: the draft has nothing there either.
    cue = page.locator('[data-kb-field="accounts.0.progress.cue"]')
    cue.fill("")
    cue.press("Tab")
    cue.press_sequentially("x")
    expect(page.locator('[data-kb-finding="accounts.0.progress.cue"]').first).to_contain_text("依据“x”里没有说明进展的词")
    cue.press("Backspace")
    expect(page.locator('[data-kb-finding="accounts.0.progress.cue"]').filter(has_text="“x”")).to_have_count(0)
    page.reload()
    expect(cue).to_have_value("")
    page.get_by_role("button", name="看没存的改了什么").click()
    expect(page.locator("[data-clash] table")).to_have_count(1)
    page.locator("[data-kb-save]").first.click()
    expect(page.locator("[data-clash] table")).to_have_count(0)


def test_a_cue_is_filled_in_with_where_it_stands_and_reasons_join(desk: tuple[Page, str, Tree]) -> None:
    page, base, _ = desk
    drop(page, base, "晒场上的事晒场上说\n\n青禾县政协\n\n我们推行“晒场议谷”机制，已经请来种粮大户和村医，正在盖晒棚。\n\n县里四面是山，有一条河。\n")
    take(page, "晒场议谷")
    page.get_by_role("row", name=re.compile("晒场议谷")).get_by_role("link", name="一处一处地定").click()
    page.get_by_role("link", name="先跳过").click()
    cue, scope = page.locator('[data-kb-field="accounts.0.progress.cue"]'), page.locator('[data-kb-field="accounts.0.progress.scope"]')
    cue.focus()
    choose(page, "种粮大户")
    page.get_by_role("button", name="填进右边").click()
    expect(scope).to_have_value("local")
    finding = page.locator('[data-kb-finding="accounts.0.progress.cue"]')
    expect(finding).to_contain_text("依据“种粮大户”里没有说明进展的词")
    # What is red stays there when something is taken out, and nobody passes it by.
    points = page.locator('[data-card*=".points."]')
    count = points.count()
    points.first.get_by_role("button", name=re.compile("与这个做法无关，去掉")).click()
    expect(points).to_have_count(count - 1)
    expect(finding).to_contain_text("依据“种粮大户”里没有说明进展的词")
    expect(cue).to_have_value("种粮大户")
    page.locator('[data-kb-field="accounts.0.progress.status"]').select_option("under-way")
    for field in page.locator("[data-form] [data-open]").all():
        if field.evaluate("field => field.tagName !== 'SELECT' && !field.value"):
            field.fill("几户人家一起商量")
    page.locator("[data-then=all]").click()
    expect(page.locator("[data-said]")).to_contain_text("处红的")
    page.goto(f"{base}/inbox")
    page.locator("tbody", has_text="晒场").locator('a[href^="/inbox/speeches/"]').click()
    for _ in range(4):
        if page.get_by_role("heading", name="这几段没有做法用到").count():
            break
        page.get_by_role("link", name="先跳过").click()
    row = page.locator(".gists__row").first
    field = row.locator("[data-kb-field]")
    row.get_by_role("button", name="讲不足").click()
    row.get_by_role("button", name="讲打算").click()
    expect(field).to_have_value("讲不足、讲打算")
    row.get_by_role("button", name="讲不足").click()
    expect(field).to_have_value("讲打算")


def test_a_day_that_is_none_is_said_while_one_writes_it(desk: tuple[Page, str, Tree]) -> None:
    page, base, _ = desk
    drop(page, base, "某县协商工作推进会发言材料\n\n把船靠在埠头\n\n青禾县政协\n\n去年设立“埠头议事角”，收到意见46条。\n\n把秤挂在街口\n\n柳河县政协\n\n推行“街口公平秤”制度，称了12次。\n")
    field, said = page.locator("#date"), page.locator("[data-day-wrong]")
    for written, wrong in (("2024-02-30", True), ("2024年5月", False), ("五月", True), ("2024-05", False), ("2024", False), ("2024-05-xx", True), ("", False)):
        field.fill(written)
        field.press("Tab")
        expect(said).to_be_visible() if wrong else expect(said).to_be_hidden()


MILL = ("水碾边上听人说\n\n青禾县政协\n\n去年以来，我们推行“水碾听事”机制，请碾米的人把难处说给当天在场的委员听。\n\n“水碾听事”听来的事由住村的委员当天抄在碾房的墙上给大家看。抄上墙的事过十天没有人来答的，由镇里的联络站挨户去问清楚再报。收到难处31条。\n\n"
        "碾房的钥匙由三户人家轮流拿着，谁拿钥匙谁记当天来了哪些人说了什么话。\n")


def bring(page: Page, base: str, where: str) -> None:
    """The speech of the mill, told of another place, and its practice on the screen of its account."""
    drop(page, base, MILL.replace("水碾", where))
    take(page, f"{where}听事")
    page.get_by_role("row", name=re.compile(f"{where}听事")).get_by_role("link", name="一处一处地定").click()
    page.get_by_role("link", name="先跳过").click()


def test_a_click_on_a_paragraph_fills_the_place_of_the_point_that_is_written_and_a_second_one_follows(desk: tuple[Page, str, Tree]) -> None:
    page, base, _ = desk
    bring(page, base, "水碾")
    cards = page.locator('[data-card*=".points."]')
    expect(cards.first.locator(".quote")).to_contain_text("原文第1段：去年以来，我们推行“水碾听事”机制")
    before = cards.count()
    page.locator('details[data-add*=".points."] > summary').click()
    blank = page.locator('details[data-add*=".points."]')
    page.get_by_role("button", name="＋ 再加一项").click()
    expect(page.locator("[data-said]")).to_have_text("先把这一项写上，再加一项。")
    blank.locator('[data-kb-field$=".text"]').fill("墙上的事给大家看")
    page.locator('.para__no[data-place="3"]').click()
    expect(page.locator("[data-said]")).to_contain_text("第3段不在这个做法的出处里")
    expect(blank.locator('[data-kb-field$=".at.0"]')).to_have_value("")
    blank.locator('[data-kb-field$=".text"]').focus()
    page.locator('.para__no[data-place="2"]').click()
    expect(blank.locator('[data-kb-field$=".at.0"]')).to_have_value("2")
    # What has its place keeps it: one may look at another paragraph.
    page.locator('.para__no[data-place="1"]').click()
    expect(blank.locator('[data-kb-field$=".at.0"]')).to_have_value("2")
    page.get_by_role("button", name="＋ 再加一项").click()
    expect(cards).to_have_count(before + 1)
    expect(blank.locator('[data-kb-field$=".aspect"]')).to_be_focused()
    expect(blank.locator('[data-kb-field$=".text"]')).to_have_value("")
    assert Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"] == []


def test_what_is_taken_out_leaves_one_at_the_next_and_unclear_takes_its_cue_along(desk: tuple[Page, str, Tree]) -> None:
    page, base, _ = desk
    bring(page, base, "油坊")
    cards = page.locator('[data-card*=".points."]')
    count = cards.count()
    wanted = cards.nth(2).locator(".quote").text_content() or ""
    cards.nth(1).get_by_role("button", name=re.compile("去掉$")).click()
    expect(cards).to_have_count(count - 1)
    # The one behind stands where it stood, and has the focus.
    expect(cards.nth(1).locator(".quote")).to_contain_text(wanted.partition("：")[2].strip()[:20])
    expect(cards.nth(1).locator("[data-kb-field]").first).to_be_focused()
    assert page.evaluate("document.activeElement.getBoundingClientRect().top") > 60
    cue, scope, status = (page.locator(f'[data-kb-field="accounts.0.progress.{name}"]') for name in ("cue", "scope", "status"))
    held = cue.input_value()
    assert held
    status.select_option("unclear")
    expect(cue).to_have_value("")
    expect(scope).to_have_value("")
    expect(page.locator("[data-said]")).to_have_text("选了“不明”：没有话说明进展，依据和依据范围一起去掉了。要它回来，点“撤回”。")
    expect(page.locator("[data-state]")).to_contain_text("自动存了")
    expect(page.locator("[data-said]")).to_be_visible()
    page.get_by_role("button", name="撤回").click()
    expect(cue).to_have_value(held)
    # A cue that is refused names the words that are not, one click away.
    cue.fill("碾米的人")
    cue.press("Tab")
    link = page.locator('[data-kb-finding="accounts.0.progress.cue"] a')
    expect(link).to_have_text("哪些词说明哪种进展")
    expect(link).to_have_attribute("href", "/guide/progress")
    cue.fill(held)
    cue.press("Tab")


def test_a_speech_that_one_leaves_by_a_link_is_written(desk: tuple[Page, str, Tree]) -> None:
    page, base, tree = desk
    bring(page, base, "染坊")
    page.goto(f"{base}/inbox")
    page.locator("tbody", has_text="染坊边上").locator('a[href^="/inbox/speeches/"]').click()
    for _ in range(6):
        if page.get_by_role("heading", name="这几段没有做法用到").count():
            break
        where = page.url
        for field in page.locator("[data-form] [data-open]").all():
            field.fill("讲染坊边上的事。") if field.evaluate("field => field.tagName !== 'SELECT'") else field.select_option(index=1)
        page.locator("[data-then=all]").click()
        page.wait_for_function("where => location.href !== where", arg=where)
    page.get_by_role("button", name="属于：染坊听事").click()
    expect(page.locator("h1").first).not_to_have_text("这几段没有做法用到")
    page.goto(f"{base}/import")
    speech = next(file for file in (tree.root / "speeches").glob("ran-fang*.yml"))
    assert "待填" not in speech.read_text() and "data/originals" not in speech.read_text()


def test_words_that_are_offered_fill_in_all_of_the_progress(desk: tuple[Page, str, Tree]) -> None:
    page, base, _ = desk
    drop(page, base, "评出灯下热心人\n\n青禾县政协\n\n一、奖给热心人\n\n设立“银灯盏奖”，每年评7名热心委员。\n\n县里有三条河，两座山。\n")
    take(page, "银灯盏奖")
    page.goto(f"{base}/inbox/practices/yin-deng-zhan-jiang?keep=accounts.0")
    page.get_by_role("button", name="设立“银灯盏奖”，每年评", exact=True).click()
    for name, value in (("status", "done"), ("cue", "设立“银灯盏奖”，每年评"), ("scope", "local")):
        expect(page.locator(f'[data-kb-field="accounts.0.progress.{name}"]')).to_have_value(value)
    expect(page.locator("[data-state]")).to_contain_text("自动存了")
    page.reload()
    expect(page.locator('[data-kb-field="accounts.0.progress.cue"]')).to_have_value("设立“银灯盏奖”，每年评")
    expect(page.locator("[data-done]")).to_have_count(0)


def test_the_text_beside_a_new_account_is_that_which_it_cites(desk: tuple[Page, str, Tree]) -> None:
    page, base, _ = desk
    page.goto(f"{base}/new/practices")
    page.locator("#practice").fill("三办")
    other = next(value for value in page.eval_on_selector_all("#speech2 option", "all => all.map(each => each.value)") if value and "yun-ling" not in value)
    page.locator("#speech2").select_option(other)
    page.get_by_role("button", name="加一家", exact=True).click()
    expect(page.locator("[data-form]")).to_be_visible()
    cited = page.locator('[data-kb-field="accounts.1.speech"]')
    expect(cited).to_have_count(1)
    expect(page.locator(f'[data-speech-text="{cited.input_value()}"]')).to_be_visible()
