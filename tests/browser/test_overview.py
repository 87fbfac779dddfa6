"""数字, 单位对单位, 本库的变化, 关于本库, 说哪里有错: what a reader does there."""

import csv
import io
import json
import re
from pathlib import Path

import docx
import pytest
from playwright.sync_api import Browser, Download, Page, expect

from macros.editing import corrections

pytestmark = [pytest.mark.browser, pytest.mark.same_window]

OURS, THEIRS = "luan-zhou-shi-zheng-xie", "xx-xian-zheng-xie"


def shown(page: Page) -> list[str]:
    return list(page.locator("[data-kb-figure]:not([hidden])").evaluate_all("rows => rows.map((row) => row.dataset.per)"))


def text_of(download: Download) -> str:
    return Path(download.path()).read_text(encoding="utf-8")


def test_every_rhythm_of_the_library_is_there(page: Page, site: Path, site_url: str) -> None:
    """One sentence is one row, also where two practices tell it."""
    told = {(account["speech"], tuple(point["at"]), point["raw"], point["every"]) for practice in json.loads((site / "api/practices.json").read_text(encoding="utf-8"))
            for account in practice["accounts"] for point in account["points"] if point["every"]}
    page.goto(site_url + "figures.html")
    assert sorted(filter(None, shown(page))) == sorted(every for *_, every in told)


def test_figures_are_narrowed_and_the_address_says_so(page: Page, site_url: str) -> None:
    page.goto(site_url + "figures.html")
    page.locator("[data-kb-by='per']").select_option("year")
    assert set(shown(page)) == {"year"}
    assert page.url.endswith("?per=year")
    count = len(shown(page))
    expect(page.locator("[data-kb-figures-said]")).to_have_text(f"只看其中 {count} 处")
    # The box above counts what is seen.
    expect(page.locator("[data-kb-figures-sum='often']")).to_have_text(str(count))
    # An interval says nothing of amounts, and "0" would be untrue of the source.
    tally = page.locator("[data-kb-figures-sums] li:visible")
    expect(tally).to_have_text([f"多久一次 {count} 处"])
    page.reload()
    assert len(shown(page)) == count
    with page.expect_download() as found:
        page.get_by_role("link", name="导出 CSV").click()
    rows = list(csv.reader(io.StringIO(text_of(found.value).removeprefix("\ufeff"))))
    assert [row[0] for row in rows[1:]] == ["每年"] * count
    page.get_by_role("button", name="全部都看").click()
    assert len(shown(page)) > count
    expect(tally).to_have_count(4)
    expect(page.locator("[data-kb-figures-sum='redacted']")).not_to_have_text("0")


def test_where_no_figure_fits_there_is_no_empty_frame(page: Page, site_url: str) -> None:
    page.goto(site_url + "figures.html?per=term&topic=office-building")
    expect(page.locator("[data-kb-figures-said]")).to_have_text("没有同时符合这几项的，点“全部都看”。")
    expect(page.locator("[data-kb-figures-sums]")).to_be_hidden()
    expect(page.get_by_role("link", name="导出 CSV")).to_be_hidden()
    page.get_by_role("button", name="全部都看").click()
    expect(page.locator("[data-kb-figures-sums]")).to_be_visible()
    expect(page.get_by_role("link", name="导出 CSV")).to_be_visible()


def test_how_often_is_found_from_home_and_by_the_heads_word(page: Page, site_url: str) -> None:
    page.goto(site_url + "index.html")
    expect(page.get_by_role("navigation", name=re.compile("^栏目")).get_by_role("link", name="多久一次、数字")).to_have_attribute("href", re.compile("figures.html$"))


def test_the_legend_of_figures_names_the_words_of_the_rows_shown(page: Page, site_url: str) -> None:
    page.goto(site_url + "figures.html")
    legend = page.locator(".kb-legend .kb-progress__label:visible")
    every = legend.all_inner_texts()
    for per in page.locator("[data-kb-by='per'] option").evaluate_all("options => options.map((each) => each.value).filter(Boolean)"):
        page.locator("[data-kb-by='per']").select_option(per)
        rows = set(page.locator("[data-kb-figure]:visible .kb-progress__label").all_inner_texts())
        assert set(legend.all_inner_texts()) == rows, per
    assert rows < set(every)
    page.get_by_role("button", name="全部都看").click()
    assert legend.all_inner_texts() == every


def test_who_says_it_is_called_one_thing(page: Page, site_url: str) -> None:
    page.goto(site_url + "correct.html?id=quan-yuan-ru-wei")
    assert page.locator("label[for='kb-correct-who']").text_content() == "谁说的"
    page.locator("#kb-correct-who").evaluate("box => { box.value = '某县某人'; box.dispatchEvent(new Event('input', { bubbles: true })); }")
    assert "谁说的" in page.locator("[data-kb-correct-text]").text_content()
    assert "谁说的" in page.locator(".kb-blank").text_content()
    assert "怎么找你" not in page.content()


def corrected(page: Page, base: str) -> corrections.Correction:
    """A correction that a reader makes of the first point of 委员之家, as the saved file has it."""
    page.goto(base + "practices/wei-yuan-zhi-jia.html")
    page.get_by_role("link", name="说哪里有错").first.click()
    page.locator("[data-kb-correct-statements] input").nth(6).check()
    page.get_by_label("应当怎样").fill("只在乡镇建")
    with page.expect_download() as found:
        page.get_by_role("button", name="存成文件").click()
    return corrections.read(text_of(found.value))


@pytest.mark.parametrize("base", ["site_url", "file_url"])
def test_a_correction_is_a_file_that_the_desk_reads(page: Page, request: pytest.FixtureRequest, base: str) -> None:
    found = corrected(page, request.getfixturevalue(base))
    assert (found.entry, found.should, found.who) == ("wei-yuan-zhi-jia", "只在乡镇建", "")
    assert found.path[:2] == ("accounts", 0)
    assert found.account
    # Where the account stands is proposed.
    assert found.where.speech == found.account
    text = page.locator("[data-kb-correct-text]").inner_text()
    assert "现在写的\n　　" + found.now in text
    assert "应当是\n　　只在乡镇建" in text


def test_a_chosen_place_and_another_document_are_both_kept(page: Page, site_url: str) -> None:
    page.goto(site_url + "correct.html?id=wei-yuan-zhi-jia")
    page.locator("input[name='statement']").first.check()
    page.locator("#kb-correct-should").fill("改成别的")
    page.locator("[data-kb-correct-speeches]").select_option(index=1)
    page.locator("[data-kb-correct-places]").select_option(index=2)
    chosen = [page.locator(f"[data-kb-correct-{part}] option:checked").inner_text() for part in ("speeches", "places")]
    page.locator("#kb-correct-where").fill("年鉴第 30 页")
    wanted = f"{chosen[0]} · {chosen[1]}；另一份材料：年鉴第 30 页"
    expect(page.locator("[data-kb-correct-text]")).to_contain_text("依据\n　　" + wanted)
    with page.expect_download() as found:
        page.get_by_role("button", name="存成文件").click()
    assert corrections.read(Path(found.value.path()).read_text(encoding="utf-8")).where == corrections.Where(text=wanted)
    page.locator("#kb-correct-where").fill("")
    with page.expect_download() as found:
        page.get_by_role("button", name="存成文件").click()
    assert corrections.read(Path(found.value.path()).read_text(encoding="utf-8")).where.speech


def test_what_is_lacking_is_said(page: Page, site_url: str) -> None:
    page.goto(site_url + "correct.html?id=wei-yuan-zhi-jia")
    page.get_by_role("button", name="存成文件").click()
    expect(page.locator("[data-kb-correct] [data-kb-status]")).to_have_text("先选是哪一句。")
    page.locator("[data-kb-correct-statements] input").last.check()
    page.get_by_role("button", name="存成文件").click()
    expect(page.locator("[data-kb-correct] [data-kb-status]")).to_have_text("先写应当怎样。")


def test_an_entry_that_is_not_there_can_be_looked_for(page: Page, site_url: str) -> None:
    page.goto(site_url + "correct.html?id=mei-you-zhe-tiao")
    expect(page.locator("[data-kb-correct-none]")).to_contain_text("没有找到这一条（mei-you-zhe-tiao）")
    page.get_by_label("有错的是哪一条").fill("委员之家")
    page.locator("[data-kb-correct-found] a").first.click()
    expect(page.locator("[data-kb-correct-entry]")).to_have_text("做法：委员之家")


def test_without_scripts_there_is_a_form_to_print(browser: Browser, file_url: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(file_url + "correct.html?id=wei-yuan-zhi-jia")
    expect(page.get_by_role("heading", name="纠错单")).to_be_visible()
    expect(page.get_by_text("交给谁：请交给把这个网站给你的人。")).to_be_visible()
    context.close()


def test_the_old_address_leads_to_what_changed(page: Page, site_url: str) -> None:
    page.goto(site_url + "updates.html")
    expect(page).to_have_url(site_url + "changes.html")


def test_what_is_new_since_the_last_visit_is_marked(page: Page, site_url: str) -> None:
    page.goto(site_url + "changes.html")
    # The first time nothing is new.
    expect(page.locator("[data-kb-since]")).to_be_hidden()
    page.evaluate("""() => {
      const key = Object.keys(localStorage).find((each) => each.endsWith('.seen'));
      const value = JSON.parse(localStorage.getItem(key));
      localStorage.setItem(key, JSON.stringify({seen: value.seen.slice(2), before: null, at: value.at - 7 * 3600 * 1000}));
    }""")
    page.reload()
    expect(page.locator("[data-kb-since]")).to_have_text("自上次来以后有 2 处变化。")
    page.get_by_role("button", name="只看自上次来以后的").click()
    expect(page.locator("[data-kb-event]:visible")).to_have_count(2)
    page.reload()
    expect(page.locator("[data-kb-since]")).to_have_text("自上次来以后有 2 处变化。")
    page.get_by_role("button", name="都看过了").click()
    expect(page.locator("[data-kb-since]")).to_have_text("自上次来以后没有变化。")


def test_changes_are_narrowed_by_topic(page: Page, site: Path, site_url: str) -> None:
    practices = json.loads((site / "api/practices.json").read_text(encoding="utf-8"))
    wanted = {practice["id"] for practice in practices if "party-building" in practice["topics"]}
    page.goto(site_url + "changes.html")
    page.get_by_label("专题").select_option("party-building")
    new = page.locator("[data-kb-happened='new'] [data-kb-event]:visible")
    assert set(new.evaluate_all("rows => rows.map((row) => row.dataset.kbOf)")) == wanted
    counted = sum(int(n) for n in page.locator("[data-kb-changes-count='new'] .kb-num").all_inner_texts())
    assert counted == new.count()
    assert page.url.endswith("?topic=party-building")
    page.reload()
    expect(new).to_have_count(counted)
    expect(page.locator("[data-kb-changes-said]")).to_have_text(re.compile(r"^这个专题的 \d+ 处变化$"))


def test_the_foot_lines_correction_is_about_this_page(page: Page, site_url: str) -> None:
    page.goto(site_url + "practices/wei-yuan-zhi-jia.html")
    page.locator("footer").get_by_role("link", name="说哪里有错").click()
    expect(page.locator("[data-kb-correct-entry]")).to_have_text("做法：委员之家")
    page.goto(site_url + "figures.html")
    page.locator("footer").get_by_role("link", name="说哪里有错").click()
    expect(page.locator("[data-kb-correct-none]")).to_contain_text(f"你从 {site_url}figures.html 来")
    assert page.locator("[data-kb-correct-page]").text_content() == site_url + "figures.html"
    # An address that is none of ours is not repeated.
    page.goto(site_url + "correct.html?page=https://evil.example/x.html")
    expect(page.locator("[data-kb-correct-find]")).to_be_visible()
    expect(page.locator("[data-kb-correct]")).not_to_contain_text("evil")


def told(site: Path, body: str) -> set[str]:
    return {practice["id"] for practice in json.loads((site / "api/practices.json").read_text(encoding="utf-8"))
            if any(account["organization"] == body for account in practice["accounts"])}


def listed(page: Page) -> set[str]:
    return set(page.locator("[data-kb-bodies-rows] [data-kb-account]").evaluate_all("rows => rows.map((row) => row.dataset.kbAccount.split(':')[0])"))


@pytest.mark.parametrize("base", ["site_url", "file_url"])
def test_two_bodies_are_seen_by_what_each_tells(page: Page, site: Path, request: pytest.FixtureRequest, base: str) -> None:
    ours, theirs = told(site, OURS), told(site, THEIRS)
    page.goto(request.getfixturevalue(base) + f"bodies.html?a={OURS}&b={THEIRS}&view=all")
    expect(page.locator("[data-kb-bodies-rows] h2")).to_have_text([f"两边都讲到 {len(ours & theirs)} 条", f"xx县政协讲到、滦州市政协没有讲到 {len(theirs - ours)} 条",
                                                                   f"滦州市政协讲到、xx县政协没有讲到 {len(ours - theirs)} 条"])
    assert listed(page) == ours | theirs
    for name, wanted in (("两边都讲到", ours & theirs), ("左边讲到、右边没有单独讲", ours - theirs), ("右边讲到、左边没有单独讲", theirs - ours), (re.compile("^全部 "), ours | theirs)):
        page.get_by_role("button", name=name).click()
        expect(page.locator("[data-kb-view][aria-pressed='true'] .kb-num")).to_have_text(str(len(wanted)))
        page.wait_for_function("n => new Set(Array.from(document.querySelectorAll('[data-kb-bodies-rows] [data-kb-account]'), "
                               "(row) => row.dataset.kbAccount.split(':')[0])).size === n", arg=len(wanted))
        assert listed(page) == wanted


def test_what_both_tell_stands_beside_one_another_with_how_often(page: Page, site_url: str) -> None:
    page.set_viewport_size({"width": 1366, "height": 768})
    page.goto(site_url + f"bodies.html?a={OURS}&b={THEIRS}&view=all")
    pair = page.locator(".kb-bodies__pairs tbody tr").first.locator("[data-kb-account]")
    expect(pair).to_have_count(2)
    left, right = pair.first.bounding_box(), pair.last.bounding_box()
    assert left
    assert right
    assert left["x"] + left["width"] <= right["x"]
    assert left["y"] == right["y"]
    # One line of heads, with nothing under it.
    for heads in page.locator(".kb-bodies__table thead tr").all():
        box = heads.bounding_box()
        assert box
        assert box["height"] < 40
    alone = page.locator(".kb-bodies__alone").first
    often = alone.locator("thead th").all_inner_texts().index("多久一次、数字")
    row = alone.locator("tr[data-kb-account^='jie-bie-xie-shang-hui:']")
    expect(row.locator("th, td").nth(often)).to_have_text("每半年召开一次（原文“每半年组织召开一次”）")


def test_two_bodies_go_into_the_folder_by_what_is_seen(page: Page, site: Path, site_url: str) -> None:
    page.goto(site_url + f"bodies.html?a={OURS}&b={THEIRS}&view=both")
    expect(page.locator("[data-kb-bodies-rows] [data-kb-account]").first).to_be_visible()
    page.get_by_role("button", name="全部放进材料夹").click()
    expect(page.locator("[data-kb-added] .kb-num")).to_have_text(str(len(told(site, OURS) & told(site, THEIRS))))


def test_on_paper_and_in_word_two_bodies_are_named_and_told_apart(page: Page, site_url: str) -> None:
    page.goto(site_url + f"bodies.html?a={OURS}&b={THEIRS}&view=all")
    names = "滦州市政协对xx县政协"
    heads = page.locator("[data-kb-bodies-rows] h2")
    expect(heads).to_have_count(3)
    with page.expect_download() as download:
        page.get_by_role("button", name="导出 Word", exact=True).click()
    document = docx.Document(str(download.value.path()))
    texts = [p.text for p in document.paragraphs]
    assert download.value.suggested_filename == names + ".docx"
    assert (texts[0], texts[2]) == (names, "没有讲到，不等于没有做；条数多少，不代表好坏。")
    parts = ["两边都讲到", "xx县政协讲到、滦州市政协没有讲到", "滦州市政协讲到、xx县政协没有讲到"]
    assert [p.text for p in document.paragraphs if p.style and p.style.name == "Heading 1"] == [*parts, "出处"]
    for part, table in zip(parts, document.tables, strict=True):
        wanted = page.locator(f"[data-kb-part='{part}'] .kb-bodies__name a").all_inner_texts()
        assert {row.cells[0].text for row in table.rows[1:]} == set(wanted)
    expect(page.locator(".kb-bodies__paper")).to_be_hidden()
    page.emulate_media(media="print")
    expect(page.locator(".kb-bodies__paper")).to_be_visible()
    expect(page.locator(".kb-bodies__paper")).to_have_text(names)


def test_two_bodies_open_on_what_the_other_tells_and_ours_does_not(page: Page, site: Path, site_url: str) -> None:
    page.goto(site_url + "bodies.html")
    page.locator("[data-kb-side='a']").select_option(THEIRS)
    page.locator("[data-kb-side='b']").select_option(OURS)
    wanted = told(site, OURS) - told(site, THEIRS)
    expect(page.locator("[data-kb-bodies-rows] h2")).to_have_text([f"滦州市政协讲到、xx县政协没有讲到 {len(wanted)} 条"])
    assert listed(page) == wanted
    assert "view" not in page.url


def test_who_names_it_elsewhere_is_not_said_to_be_silent(page: Page, site: Path, site_url: str) -> None:
    """The body's account of another practice names it: that is said, with the way there, and not that it does not tell of it."""
    page.goto(site_url + f"bodies.html?a={OURS}&b={THEIRS}&view=a")
    alone = sorted(told(site, OURS) - told(site, THEIRS))
    expect(page.locator("[data-kb-bodies-rows] h2")).to_have_text([f"滦州市政协讲到、xx县政协没有讲到 {len(alone)} 条"])
    page.evaluate("""([id, body]) => { KB_DATA.entries[id].mentioned_by = [{organization: body, organization_label: 'xx县政协', practice: 'x', title: '“九微”行动', url: 'practices/x.html'}]; }""",
                  [alone[0], THEIRS])
    page.get_by_role("button", name=re.compile("^全部 ")).click()
    page.get_by_role("button", name=re.compile("^左边讲到")).click()
    expect(page.locator("[data-kb-bodies-rows] h2")).to_have_text([
        f"滦州市政协讲到、xx县政协没有讲到 {len(alone) - 1} 条", "滦州市政协讲到、xx县政协没有单独讲，在别的做法里提到 1 条"])
    row = page.locator("#side-a-named ~ table tbody tr[data-kb-account]")
    expect(row).to_have_count(1)
    expect(row.locator(".kb-bodies__named")).to_have_text("没有单独讲；在“‘九微’行动”里提到")
    expect(row.locator(".kb-bodies__named a")).to_have_attribute("href", re.compile("practices/x.html$"))
    expect(page.locator("[data-kb-view='a'] .kb-num")).to_have_text(str(len(alone)))


def test_a_body_that_the_library_has_not_ticks_what_it_does(page: Page, site: Path, site_url: str) -> None:
    page.goto(site_url + "bodies.html")
    expect(page.locator("[data-kb-bodies-said]")).to_contain_text("库里没有你们单位的，左边选“我们单位不在库里”")
    page.locator("[data-kb-side='a']").select_option(label="我们单位不在库里，自己勾")
    page.locator("[data-kb-side='b']").select_option(THEIRS)
    all_of = len(told(site, THEIRS))
    expect(page.locator("[data-kb-bodies-rows] h2")).to_have_text([f"xx县政协讲到、我们单位没有勾 {all_of} 条"])
    boxes = page.get_by_label(re.compile("^我们单位也做“"))
    name = boxes.first.get_attribute("data-kb-done")
    boxes.first.check()
    expect(page.get_by_role("button", name=re.compile("^右边讲到、我们没有勾")).locator(".kb-num")).to_have_text(str(all_of - 1))
    expect(page.locator("[data-kb-bodies-rows] h2")).to_have_text([f"xx县政协讲到、我们单位没有勾 {all_of - 1} 条"])
    # It stays where it was, so that it can be taken back, and counts no more; after a reload it is among those that both do.
    expect(page.locator(f"[data-kb-done='{name}']")).to_be_focused()
    assert name not in listed(page)
    page.reload()
    expect(page.locator("[data-kb-bodies-rows] h2")).to_have_text([f"xx县政协讲到、我们单位没有勾 {all_of - 1} 条"])
    page.get_by_role("button", name=re.compile("^右边讲到、我们也做")).click()
    expect(page.locator("[data-kb-bodies-rows] h2")).to_have_text(["xx县政协讲到、我们单位也做 1 条"])
    assert listed(page) == {name}
    page.locator("[data-kb-side='b']").select_option(OURS)
    page.get_by_role("button", name=re.compile("^我们勾了、右边没有讲到")).click()
    expect(page.locator("[data-kb-bodies-rows] h2")).to_have_text(["我们单位勾了、滦州市政协没有讲到 1 条"])


def exported(page: Page) -> dict[str, set[str]]:
    """What Word has under each heading but 出处, by the titles of the practices."""
    with page.expect_download() as download:
        page.get_by_role("button", name="导出 Word", exact=True).click()
    document = docx.Document(str(download.value.path()))
    heads = [p.text for p in document.paragraphs if p.style and p.style.name == "Heading 1"][:-1]
    return {head: {row.cells[0].text for row in table.rows[1:]} for head, table in zip(heads, document.tables, strict=True)}


@pytest.mark.parametrize("view", ["b", "all"])
def test_what_is_ticked_is_at_once_the_same_on_screen_on_paper_in_word_and_in_the_folder(page: Page, site: Path, site_url: str, view: str) -> None:
    page.goto(site_url + f"bodies.html?a=own&b={OURS}&view={view}")
    alone, both = "滦州市政协讲到、我们单位没有勾", "滦州市政协讲到、我们单位也做"
    whole = len(told(site, OURS))
    heading = page.locator("#side-b")
    expect(heading).to_have_text(f"{alone} {whole} 条")
    taken = [str(page.locator("#side-b ~ table [data-kb-done]").nth(i).get_attribute("data-kb-done")) for i in (3, 1)]
    titles = {str(page.evaluate("id => KB_DATA.entries[id].title", each)) for each in taken}
    for each in taken:
        place = page.locator(f"#side-b ~ table [data-kb-done='{each}']")
        before = place.evaluate("box => { box.scrollIntoView({block: 'center', behavior: 'instant'}); const top = box.getBoundingClientRect().top; box.click(); return top; }")
        expect(place.locator("xpath=ancestor::label")).to_have_text("我们也做已勾，不再算在这里")
        expect(place).to_be_focused()
        # Nothing jumps, and what was ticked says that it is no more of these.
        assert abs(place.evaluate("box => box.getBoundingClientRect().top") - before) < 2
    expect(heading).to_have_text(f"{alone} {whole - 2} 条")
    words = exported(page)
    assert list(words) == ([both, alone] if view == "all" else [alone])
    assert len(words[alone]) == whole - 2
    assert not words[alone] & titles
    if view == "all":
        assert words[both] == titles
    page.emulate_media(media="print")
    printed = page.locator("#side-b ~ table tr:visible").filter(has=page.locator("th.kb-bodies__name a"))
    assert len(set(printed.locator("th a").all_inner_texts())) == whole - 2
    groups = page.locator("#side-b ~ table .kb-figures__group:visible small").all_inner_texts()
    assert sum(int(each.removesuffix(" 条")) for each in groups) == whole - 2
    page.emulate_media(media="screen")
    page.get_by_role("button", name="全部放进材料夹").click()
    expect(page.locator("[data-kb-added] .kb-num")).to_have_text(str(whole if view == "all" else whole - 2))
    # Taken back where it stands.
    page.locator(f"#side-b ~ table [data-kb-done='{taken[0]}']").click()
    expect(heading).to_have_text(f"{alone} {whole - 1} 条")
    assert taken[0] in listed(page)


def test_when_all_are_ticked_nothing_is_offered_to_export(page: Page, site: Path, site_url: str) -> None:
    page.goto(site_url + "bodies.html")
    page.evaluate("ids => localStorage.setItem(new URL(kb.root).pathname + '.done', ids.join(','))", sorted(told(site, THEIRS))[1:])
    page.goto(site_url + f"bodies.html?a=own&b={THEIRS}")
    page.get_by_label(re.compile("^我们单位也做“")).check()
    expect(page.locator("[data-kb-bodies-said]")).to_have_text("右边讲到的，我们单位都勾了；点“全部”看。")
    expect(page.get_by_role("button", name="导出 Word", exact=True)).to_be_hidden()
    page.emulate_media(media="print")
    expect(page.locator("#side-b")).to_be_hidden()


def test_the_body_of_a_row_is_none_of_the_others_that_tell_it(page: Page, site: Path, site_url: str) -> None:
    practices = json.loads((site / "api/practices.json").read_text(encoding="utf-8"))
    bodies = {each["id"]: {account["organization"] for account in each["accounts"]} for each in practices}
    one = next(pid for pid, who in bodies.items() if len(who) == 1 and THEIRS not in who)
    several = next(pid for pid, who in bodies.items() if len(who) > 1 and THEIRS not in who)
    page.goto(site_url + "bodies.html")
    page.evaluate("ids => localStorage.setItem(new URL(kb.root).pathname + '.done', ids.join(','))", [one, several])
    page.goto(site_url + f"bodies.html?a=own&b={THEIRS}&view=a")
    expect(page.locator("[data-kb-bodies-rows] h2")).to_have_text(["我们单位勾了、xx县政协没有讲到 2 条"])
    for pid in (one, several):
        cells = page.locator(f"[data-kb-account^='{pid}:'] .kb-bodies__others")
        assert set(cells.all_inner_texts()) == {f"另有 {len(bodies[pid]) - 1} 家" if len(bodies[pid]) > 1 else "没有"}


def test_ours_is_remembered(page: Page, site: Path, site_url: str) -> None:
    page.goto(site_url + f"bodies.html?a={OURS}&b={THEIRS}")
    page.get_by_label("左边是我们单位，记住").check()
    page.goto(site_url + f"organizations/{THEIRS}.html")
    page.get_by_role("link", name="同我们单位对着看").click()
    expect(page.locator("[data-kb-side='a']")).to_have_value(OURS)
    # What they tell and we do not comes first; the rest is one button away, and stays so.
    whole = page.get_by_role("button", name=re.compile("^全部 "))
    expect(page.locator("[data-kb-bodies-rows] h2")).to_have_text([f"xx县政协讲到、滦州市政协没有讲到 {len(told(site, THEIRS) - told(site, OURS))} 条"])
    expect(page.locator("[data-kb-bodies-said]")).to_have_text("先看右边讲到、左边没有单独讲的；别的点“全部”。")
    assert listed(page) == told(site, THEIRS) - told(site, OURS)
    whole.click()
    expect(page.locator("[data-kb-bodies-rows] h2")).to_have_count(3)
    expect(page.locator("[data-kb-bodies-said]")).to_have_text("")
    page.reload()
    expect(page.locator("[data-kb-bodies-rows] h2")).to_have_count(3)


def test_about_counts_what_the_library_has(page: Page, site: Path, site_url: str) -> None:
    practices = json.loads((site / "api/practices.json").read_text(encoding="utf-8"))
    page.goto(site_url + "about.html")
    expect(page.locator(".kb-lead")).to_contain_text(f"拆成 {len(practices)} 条")
    done = sum(account["progress"]["status"] == "done" for practice in practices for account in practice["accounts"])
    row = page.locator("table[aria-label='进展的几个词'] tr", has_text="已实施").first
    expect(row.locator("td").last).to_have_text(str(done))
