"""What the dialog and the list say of a search: nothing over a strong answer, which word was not found over a weak one."""

import re

import pytest
from playwright.sync_api import Page, Route, expect

pytestmark = [pytest.mark.browser, pytest.mark.same_window]

BOX, MESSAGE, HITS, CHIPS = ".kb-dialog__box", ".kb-dialog__message", ".kb-dialog__hit", ".kb-dialog__chips .kb-chip"
SAID = "[data-kb-message]"
INDEX = "practices/index.html"
# What a search tells of its answer, whatever words it has found it by: the page is what is tested here.
TELLS = """tells => kb.index.prepare('').then(() => {
  const search = kb.search;
  kb.search = (query, options) => Object.assign(search(query, options), tells);
})"""


def dialog(page: Page, site_url: str, tells: dict[str, object] | None = None) -> None:
    page.goto(site_url + "glossary.html")
    page.keyboard.press("/")
    page.evaluate(TELLS, tells or {})


def listed(page: Page, site_url: str, tells: dict[str, object] | None = None) -> None:
    page.goto(site_url + INDEX)
    expect(page.locator(".kb-facet__count").first).to_be_attached()
    page.evaluate(TELLS, tells or {})


@pytest.mark.parametrize(("tells", "said"), [
    ({"partial": True}, r"^共 \d+ "),
    ({"weak": True, "missed": ["热气球"]}, r"^没有找到“热气球”，下面是和其余部分相近的：共 \d+ "),
    ({"weak": True, "missed": ["热气球", "飞船"]}, "^没有找到“热气球”、“飞船”，下面是和其余部分相近的：共 "),
    ({"weak": True, "missed": ["全员入", "委"]}, "^没有找到“全员入”、“委”，下面是相近的：共 "),
    ({"weak": True, "missed": []}, "^没有正好说这件事的，下面是相近的：共 "),
    ({"weak": False, "missed": []}, r"^共 \d+ "),
    ({"near": ["双周协商"]}, "^没有“双周协商”，下面按字形或读音相近列出：共 "),
    ({"apart": ["经费不足"]}, "^没有正好说“经费不足”的，下面是相近的：共 "),
    ({"missed": ["讲话稿"]}, "^没有找到“讲话稿”，下面是和其余部分相近的：共 "),
])
def test_over_hits_it_says_which_word_was_not_found_or_nothing(page: Page, site_url: str, tells: dict[str, object], said: str) -> None:
    dialog(page, site_url, tells)
    page.locator(BOX).fill("全员入委")
    expect(page.locator(MESSAGE)).to_have_text(re.compile(said))
    listed(page, site_url, tells)
    page.locator("#kb-query").fill("全员入委")
    expect(page.locator(".kb-row__title mark").first).to_have_text("全员入委")
    if said.startswith("^共"):
        expect(page.locator(SAID)).to_be_hidden()
    else:
        expect(page.locator(SAID)).to_have_text(re.compile(said.split("：")[0] + "。$"))


@pytest.fixture
def held(page: Page) -> list[Route]:
    """The texts of the entries, asked for and not given yet."""
    routes: list[Route] = []
    page.route(lambda url: "assets/kb/text." in url, lambda route: routes.append(route))
    return routes


def give(page: Page, held: list[Route]) -> None:
    """Lets the texts come, once they are asked for."""
    for _ in range(500):
        if held:
            return held[0].continue_()
        page.wait_for_timeout(20)
    raise AssertionError("the texts of the entries were not asked for")


@pytest.mark.parametrize(("address", "box", "said"), [("glossary.html", BOX, MESSAGE), (INDEX, "#kb-query", SAID)])
def test_nothing_is_denied_while_texts_are_on_their_way(page: Page, site_url: str, held: list[Route], address: str, box: str, said: str) -> None:
    page.goto(site_url + address, wait_until="commit")
    page.wait_for_function("() => window.kb && kb.index && (kb.listRows || kb.saveWord)")
    if box == BOX:
        page.keyboard.press("/")
    page.evaluate("kb.index.start().then(() => null)")
    page.locator(box).fill("锟斤拷烫")
    expect(page.locator(said)).to_have_text("还在正文里找……")
    page.locator(box).fill("处级以上的同志")
    expect(page.locator(said)).to_have_text("还在正文里找……")
    give(page, held)
    found = HITS if box == BOX else "[data-kb-list] mark"
    expect(page.locator(found).first).to_contain_text("处级以上的同志")
    expect(page.locator(said)).not_to_have_text(re.compile("正文里找"))
    page.locator(box).fill("锟斤拷烫")
    expect(page.locator(said)).to_have_text(re.compile("^没有找到“锟斤拷烫”"))


def test_what_is_weak_is_not_called_so_before_the_texts_are_there(page: Page, site_url: str, held: list[Route]) -> None:
    page.goto(site_url + "glossary.html")
    page.keyboard.press("/")
    page.evaluate("""kb.index.start().then(() => {
      const search = kb.search;
      kb.search = (query, options) => Object.assign(search(query, options), { weak: true, missed: ['热气球'] });
    })""")
    page.locator(BOX).fill("全员入委")
    expect(page.locator(MESSAGE)).to_have_text(re.compile(r"^共 \d+ .*，还在正文里找……$"))
    give(page, held)
    expect(page.locator(MESSAGE)).to_have_text(re.compile("^没有找到“热气球”"))


@pytest.mark.parametrize(("query", "names"), [
    ("quanyuanruwie", ["全员入委"]), ("shuangyuexieshagnzuotanhui", ["双月协商座谈会"]),
    ("食堂菜单", []), ("外事", []), ("anwei", []), ("外事工作", []), ("热气球", []),
])
def test_names_are_offered_when_they_are_near_and_as_links(page: Page, site_url: str, query: str, names: list[str]) -> None:
    """The search itself may forgive more some day: here it finds nothing."""
    dialog(page, site_url)
    page.evaluate("() => { kb.search = () => Object.assign([], { total: 0, partial: false }); }")
    page.locator(BOX).fill(query)
    expect(page.locator(MESSAGE)).to_contain_text("没有找到“" + query[:20])
    expect(page.locator(f"{MESSAGE} a")).to_have_text(names)
    listed(page, site_url)
    page.evaluate("() => { kb.search = () => Object.assign([], { total: 0, partial: false }); }")
    page.locator("#kb-query").fill(query)
    expect(page.get_by_role("button", name="看全部做法")).to_be_visible()
    expect(page.locator("[data-kb-nearest] a")).to_have_text(names)
    for name in names:
        page.locator("[data-kb-nearest] a").first.click()
        expect(page.locator("h1")).to_contain_text(name)


def test_a_long_query_is_searched_whole_and_told_short(page: Page, site_url: str) -> None:
    long = "锟斤拷烫" * 60
    dialog(page, site_url)
    page.locator(BOX).fill(long)
    expect(page.locator(MESSAGE)).to_have_text("没有找到“" + long[:20] + "…”。换个说法，或者只写名称里的两三个字试试。")
    link = page.locator(".kb-dialog__all")
    expect(link).to_have_text("在全部做法里看“" + long[:20] + "…”（按前 120 个字）")
    assert len(str(link.get_attribute("href"))) < 1300
    listed(page, site_url)
    page.locator("#kb-query").fill(long)
    expect(page.locator(SAID)).to_have_text("没有找到“" + long[:20] + "…”。换个说法，或者只写名称里的两三个字试试。这里按全文查；网址只放得下前 120 个字，复制给别人，结果可能不同。")
    assert page.evaluate("new URLSearchParams(location.search).get('q')") == long[:120]
    assert page.locator("#kb-query").input_value() == long
    page.locator("#kb-query").fill("全员入委")
    expect(page).to_have_url(re.compile(r"\?q=%E5%85%A8%E5%91%98%E5%85%A5%E5%A7%94$"))
    # A step back brings the whole text again, though the address holds its beginning.
    page.locator("#kb-query").fill(long)
    page.locator("#kb-query").blur()
    page.get_by_role("button", name="看全部做法").click()
    expect(page.locator("#kb-query")).to_have_value("")
    page.go_back()
    expect(page.locator("#kb-query")).to_have_value(long)


# --- facet words -------------------------------------------------------------------------------


def test_a_facet_word_is_a_chip_of_the_dialog_and_goes_by_key(page: Page, site_url: str) -> None:
    dialog(page, site_url)
    page.locator(BOX).fill("县级委员之家")
    chip = page.locator(CHIPS)
    expect(chip).to_have_text("层级：县级×")
    expect(chip).to_have_accessible_name("去掉层级：县级")
    narrowed = page.locator(HITS).count()
    # From the box by keyboard: the box, 关闭, the chip.
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(chip).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(BOX)).to_have_value("委员之家")
    expect(page.locator(BOX)).to_be_focused()
    expect(chip).to_have_count(0)
    assert page.locator(HITS).count() > narrowed
    page.locator(BOX).fill("委员之家 县级")
    page.locator(CHIPS).click()
    expect(page.locator(BOX)).to_have_value("委员之家")


def test_a_facet_word_becomes_an_ordinary_choice_of_the_list(page: Page, site_url: str) -> None:
    listed(page, site_url)
    county, city = (page.locator(f"input[name='level'][value='{value}']") for value in ("county", "city"))
    page.locator("#kb-query").fill("委员")
    expect(page.locator(".kb-row__title mark").first).to_be_visible()
    county.check()
    expect(page.locator("[data-kb-list]")).to_have_attribute("aria-busy", "false")
    ids = page.locator("[data-kb-list] > [data-kb-id]")
    chosen = ids.evaluate_all("rows => rows.map((row) => row.dataset.kbId)")
    counts = page.locator(".kb-facet__count").all_inner_texts()
    county.uncheck()
    page.locator("#kb-query").fill("县级 委员")
    expect(page.locator(".kb-chip")).to_have_text("县级×")
    expect(county).to_be_checked()
    expect(page.locator("[data-kb-list]")).to_have_attribute("aria-busy", "false")
    assert ids.evaluate_all("rows => rows.map((row) => row.dataset.kbId)") == chosen
    assert page.locator(".kb-facet__count").all_inner_texts() == counts
    assert page.locator("[data-kb-count]").inner_text() == str(len(chosen))
    assert page.locator(".kb-facet__value", has=county).locator(".kb-facet__count").inner_text() == str(len(chosen))
    # Another value widens what the word narrows.
    both = page.locator(".kb-facet__value", has=city).locator(".kb-facet__count").inner_text()
    city.check()
    expect(page.locator(".kb-chip")).to_have_text(["市级×", "县级×"])
    assert int(page.locator("[data-kb-count]").inner_text()) > max(len(chosen), int(both) - 1)
    page.get_by_role("button", name="去掉层级“县级”").click()
    expect(page.locator("#kb-query")).to_have_value("委员")
    expect(page.locator(".kb-chip")).to_have_text("市级×")
    expect(page.locator("[data-kb-count]")).to_have_text(both)


def test_a_facet_word_alone_lists_what_it_names(page: Page, site_url: str) -> None:
    listed(page, site_url)
    wanted = page.locator(".kb-facet__value", has=page.locator("input[name='level'][value='county']")).locator(".kb-facet__count").inner_text()
    page.locator("#kb-query").fill("层级：县级")
    expect(page.locator(".kb-chip")).to_have_text("县级×")
    expect(page.locator("[data-kb-count]")).to_have_text(wanted)
    expect(page.locator(".kb-index__named")).to_have_text("筛选：层级 县级")
    page.locator("input[name='level'][value='county']").uncheck()
    expect(page.locator("#kb-query")).to_have_value("")


@pytest.mark.parametrize(("tells", "said"), [
    ({"without": [{"facet": "level", "value": "county", "label": "县级", "text": "县级"}], "rest": "全员入委"}, "“层级：县级”里没有说到“全员入委”的做法，下面去掉了这个条件"),
    ({"without": [{"facet": "level", "value": "county", "label": "县级", "text": "县级"}], "rest": ""}, "没有“层级：县级”的做法，下面是文字里说到的"),
    ({"without": [{"facet": "level", "value": "county", "label": "县级", "text": "县级"}],
      "facets": [{"facet": "progress", "value": "planned", "label": "计划", "text": "计划"}]}, "没有做法同时符合这几个条件，下面去掉了“层级：县级”"),
    ({"missed": ["食堂"], "weak": True, "rest": "", "facets": [{"facet": "level", "value": "county", "label": "县级", "text": "县级"}]}, "没有找到“食堂”，下面只按“层级：县级”列出"),
])
def test_conditions_that_nothing_meets_are_named(page: Page, site_url: str, tells: dict[str, object], said: str) -> None:
    dialog(page, site_url, tells)
    page.locator(BOX).fill("全员入委")
    expect(page.locator(MESSAGE)).to_contain_text(said)


# --- one decision for dialog and list ---------------------------------------------------------


@pytest.mark.parametrize("query", [
    "省级", "县级", "市级做法", "一家", "几家讲到的", "打算做的", "还没做的", "已经建成的", "滦州 复兴区", "滦州和复兴区的党建", "党建 asdf", "县级 食堂菜单", "委员之家", "双周协商", "热气球",
])
def test_dialog_and_list_agree_on_how_many_practices_there_are_and_on_what_they_were_narrowed_by(page: Page, site_url: str, query: str) -> None:
    page.goto(site_url + INDEX + "?q=" + query)
    page.wait_for_function("() => kb.narrowed && kb.listRows && !document.documentElement.classList.contains('kb-waiting')")
    page.evaluate("query => kb.index.prepare(query).then(() => null)", query)
    listed = page.locator("[data-kb-count]").inner_text()
    chosen = page.locator("[data-kb-chosen] .kb-chip").evaluate_all("chips => chips.map((chip) => chip.textContent)")
    # The dialog goes on with what the list is searched for.
    page.keyboard.press("Control+k")
    expect(page.locator(BOX)).to_have_value(query)
    expect(page.locator(MESSAGE)).to_have_text(re.compile("共 |^没有找到"))
    said = page.locator(MESSAGE).inner_text()
    practices = re.search(r"共 (\d+) 条做法", said) or re.search(r"（做法 (\d+) 条）", said)
    assert (practices[1] if practices else "0") == listed
    chips = page.locator(CHIPS).evaluate_all("chips => chips.map((chip) => chip.textContent.split('：')[1])")
    assert sorted(chips) == sorted(chosen)


def test_the_list_says_where_else_something_is(page: Page, site_url: str) -> None:
    listed(page, site_url)
    page.evaluate("() => { const search = kb.search; kb.search = (query, options) => options.kinds ? Object.assign([], { total: 0, all: 2, firm: true, facets: [], rest: query }) : search(query, options); }")
    page.locator("#kb-query").fill("三级协作")
    expect(page.locator(SAID)).to_have_text("做法里没有“三级协作”，别的内容里有 2 项。")
    page.get_by_role("button", name="看别的内容").click()
    expect(page.locator(BOX)).to_have_value("三级协作")


def test_each_of_two_bodies_is_a_chip_and_goes_alone(page: Page, site_url: str) -> None:
    dialog(page, site_url)
    page.locator(BOX).fill("滦州和复兴区的党建")
    chips = page.locator(CHIPS)
    expect(chips).to_have_text(["单位：滦州市政协×", "单位：邯郸市复兴区政协×", "专题：党建×"])
    chips.first.click()
    expect(page.locator(BOX)).to_have_value("复兴区的党建")
    page.locator(BOX).fill("xx市政协")
    expect(chips).to_have_text(["单位：xx市政协〔全员入委〕×", "单位：xx市政协〔凝聚共识〕×"])
    chips.first.click()
    expect(chips).to_have_text(["单位：xx市政协〔凝聚共识〕×"])


def test_a_first_count_is_not_the_last_while_texts_are_on_their_way(page: Page, site_url: str, held: list[Route]) -> None:
    page.goto(site_url + "glossary.html")
    page.keyboard.press("/")
    page.evaluate("kb.index.start().then(() => null)")
    page.locator(BOX).fill("全员入委")
    expect(page.locator(MESSAGE)).to_have_text(re.compile("^共 .*，正在继续查找正文……$"))
    give(page, held)
    expect(page.locator(MESSAGE)).to_have_text(re.compile("^共 [^…]*$"))


def test_what_is_no_practice_can_not_be_collected_and_it_says_why(page: Page, site_url: str) -> None:
    dialog(page, site_url)
    page.locator(BOX).fill("委员不愿意参加活动怎么办")
    expect(page.locator(HITS).first.locator(".kb-dialog__kind")).to_have_text("问题")
    page.keyboard.press("Shift+Enter")
    expect(page.locator(".kb-dialog__said")).to_have_text("只有做法能放进材料夹，这一项是问题")


def test_what_was_said_of_a_hit_stays_when_texts_join(page: Page, site_url: str, held: list[Route]) -> None:
    page.goto(site_url + "glossary.html")
    page.keyboard.press("/")
    page.locator(BOX).fill("委员参加活动少")
    expect(page.locator(HITS).first.locator(".kb-dialog__kind")).to_have_text("问题")
    page.keyboard.press("Shift+Enter")
    expect(page.locator(".kb-dialog__said")).to_have_text("只有做法能放进材料夹，这一项是问题")
    give(page, held)
    expect(page.locator(MESSAGE)).to_have_text(re.compile("^共 [^…]*$"))
    expect(page.locator(".kb-dialog__said")).to_have_text("只有做法能放进材料夹，这一项是问题")
    page.locator(BOX).fill("双月")
    expect(page.locator(".kb-dialog__said")).to_have_text("")


def test_another_query_is_ordered_by_relevance_again(page: Page, site_url: str) -> None:
    listed(page, site_url)
    page.locator("#kb-query").fill("委员")
    page.locator("#kb-sort").select_option("name")
    expect(page).to_have_url(re.compile("sort=name"))
    page.locator("#kb-query").fill("委员之家")
    expect(page.locator("#kb-sort")).to_have_value("")
    expect(page.locator(".kb-row__title").first).to_contain_text("委员之家")


@pytest.mark.parametrize(("query", "offered"), {"协商会议多久开一次": True, "双月": False, "发展了几个委员": True, "委员": False}.items())
def test_a_question_for_a_number_leads_to_all_numbers(page: Page, site_url: str, query: str, offered: bool) -> None:
    dialog(page, site_url)
    page.locator(BOX).fill(query)
    expect(page.locator(HITS).first).to_be_visible()
    link = page.get_by_role("link", name="看“多久一次、数字”：各家多久开一次、有多少")
    expect(link).to_have_count(int(offered))
    if offered:
        link.click()
        expect(page).to_have_url(site_url + "figures.html")


# --- the makers' pages ---------------------------------------------------------------------------


def test_the_guide_is_found_only_from_within_the_guide(page: Page, site_url: str) -> None:
    guide = page.locator(f"{HITS}[href*='/contributing/']")
    for address, shown in (("glossary.html", 0), ("contributing/index.html", 1)):
        page.goto(site_url + address)
        page.keyboard.press("Control+k")
        for query in ("架构", "168"):
            page.locator(BOX).fill(query)
            page.evaluate("query => kb.index.prepare(query)", query)
            expect(page.locator(MESSAGE)).to_have_text(re.compile("^共 |^没有找到"))
            if query == "架构":
                expect(guide).to_have_count(shown)
            else:
                expect(page.locator(HITS).first).to_contain_text("168")
                assert shown or guide.count() == 0


# --- nothing jumps --------------------------------------------------------------------------------


@pytest.mark.parametrize("width", [1366, 390, 320])
def test_the_dialog_stays_as_it_is_while_results_come(page: Page, site_url: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 760})
    dialog(page, site_url)
    places = """() => ['.kb-dialog', '.kb-dialog__head', '.kb-dialog__list', '.kb-dialog__foot'].map((part) => {
      const box = document.querySelector(part).getBoundingClientRect();
      return [box.left, box.top, box.width, box.height];
    })"""
    before = page.evaluate(places)
    for query in ("委员之家", "全员入委", "委员不愿意参加活动怎么办才好", ""):
        page.locator(BOX).fill(query)
        assert page.evaluate(places) == before, query
