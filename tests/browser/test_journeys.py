"""What staff come for, from the first page to the answer. Each journey leaves a picture in test-results/."""

import io
import re
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn
from playwright.sync_api import Browser, Page, expect

from tests.building import build
from tests.conftest import PROJECT, SMALL
from tests.small_tree import write_pages

pytestmark = pytest.mark.browser

INDEX = "practices/index.html"
Picture = Callable[[Page, str], None]


@pytest.fixture
def picture(output_path: str) -> Picture:
    def take(page: Page, name: str) -> None:
        page.screenshot(path=Path(output_path) / f"{name}.png", full_page=True)
    return take


def listed(page: Page) -> list[str]:
    return list(page.locator("[data-kb-list] > [data-kb-id]").evaluate_all("rows => rows.map((row) => row.dataset.kbId)"))


def search_from_home(page: Page, base: str, query: str) -> None:
    page.goto(base + "index.html")
    page.get_by_role("searchbox", name="检索做法").fill(query)
    page.get_by_role("link", name=f"在全部做法里看“{query}”").click()
    expect(page.locator(".kb-facet").first).to_be_attached()


def orders_told(page: Page) -> set[str]:
    """Which speeches the places of the accounts belong to, by their place in the source."""
    found = set()
    for link in page.locator(".kb-rows-table__at a, .kb-rest__at a").all():
        target = page.context.new_page()
        target.goto(str(link.evaluate("a => a.href")))
        source = target.locator(".kb-facts dd", has=target.locator("a[href*='sources/']")).inner_text()
        found.update(re.findall(r"第(\d+)篇", source))
        target.close()
    return found


def test_a_all_who_tell_of_the_members_home(page: Page, site_url: str, picture: Picture) -> None:
    search_from_home(page, site_url, "委员之家")
    page.locator(".kb-row__title a").first.click()
    expect(page.locator("h1")).to_have_text("委员之家")
    assert orders_told(page) >= {"2", "4", "6"}
    related = page.get_by_role("complementary", name="相关条目").get_by_role("link", name="界别工作站")
    expect(related.first).to_be_visible()
    picture(page, "a-wei-yuan-zhi-jia")
    related.first.click()
    expect(page.locator("h1")).to_have_text("界别工作站")
    assert "7" in orders_told(page)


def test_b_initials_lead_to_two_bodies_side_by_side(page: Page, site_url: str, picture: Picture) -> None:
    search_from_home(page, site_url, "qyrw")
    first = page.locator(".kb-row__title a").first
    expect(first).to_have_text("全员入委")
    first.click()
    rows = page.locator("[data-kb-account]")
    expect(rows).to_have_count(2)
    upper, lower = rows.nth(0).bounding_box(), rows.nth(1).bounding_box()
    assert upper and lower
    assert upper["x"] == lower["x"]
    assert upper["y"] + upper["height"] <= lower["y"] + 1
    assert orders_told(page) == {"3", "4"}
    expect(rows.locator(".kb-progress__label")).to_have_text(["计划", "不明"])
    picture(page, "b-quan-yuan-ru-wei")


def test_c_a_narrowed_list_is_shared(page: Page, site_url: str, browser: Browser, picture: Picture) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(site_url + INDEX)
    page.get_by_role("checkbox", name=re.compile("^基层协商")).check()
    page.get_by_role("checkbox", name=re.compile("^平台载体")).check()
    expect(page.locator(".kb-chip")).to_have_count(2)
    shown = listed(page)
    assert 0 < len(shown) < 21
    picture(page, "c-ji-ceng-xie-shang")
    page.get_by_role("button", name="复制这个列表的地址").click()
    address = str(page.evaluate("navigator.clipboard.readText()"))
    elsewhere = browser.new_context()
    other = elsewhere.new_page()
    other.goto(address)
    expect(other.locator(".kb-chip")).to_have_count(2)
    assert listed(other) == shown
    elsewhere.close()


def test_d_from_a_problem_to_the_paragraph_in_three_clicks(page: Page, site_url: str, picture: Picture) -> None:
    page.goto(site_url + "index.html")
    page.get_by_role("link", name="基层政协“两个薄弱”怎么破解？").click()
    expect(page.locator("h1")).to_contain_text("两个薄弱")
    picture(page, "d-two-weaknesses")
    expect(page.locator(".kb-answer")).to_have_text(re.compile(r"^\d+ 家讲了 \d+ 条做法.*。没有一处写明已经实施"))
    page.locator(".kb-problem .kb-rows-table__name a", has_text="“168”工作模式").first.click()
    page.locator(".kb-rest__at a").first.click()
    expect(page.locator("h1")).to_have_text("党建引领创新驱动务实破解基层政协“两个薄弱”")
    expect(page.locator(".kb-paragraph:target")).to_be_in_viewport()
    expect(page.locator(".kb-paragraph:target .kb-anchor")).to_have_text("第3段")
    picture(page, "d-paragraph")


def test_e_two_kinds_of_station_compared(page: Page, site_url: str, picture: Picture) -> None:
    page.goto(site_url + "practices/shuang-lian-shuang-fu-gong-zuo-zhan.html")
    confusable = page.locator(".kb-aside li", has=page.get_by_role("link", name="委员联络站", exact=True))
    confusable.get_by_role("link", name="对照着看").click()
    groups = page.locator("[data-kb-folder-item]")
    expect(groups.locator(".kb-rows-table__name > a")).to_have_text(["“双联双服”委员工作站", "委员联络站"])
    bodies = groups.locator(".kb-rows-table__body")
    expect(bodies).to_have_text([re.compile("滦州市政协.*探索", re.DOTALL), re.compile("县政协.*计划", re.DOTALL)])
    picture(page, "e-two-stations")


def test_f_no_number_where_the_source_hides_one(page: Page, site_url: str, picture: Picture) -> None:
    page.goto(site_url + "practices/168-gong-zuo-mo-shi.html")
    figures = page.locator("#figures + ul .kb-figure")
    expect(figures).to_have_count(3)
    for figure in figures.all():
        expect(figure.locator(".kb-mask")).to_have_count(1)
        expect(figure).to_contain_text("原文隐去")
        assert re.search(r"[0-9一二三四五六七八九十两百]+[个项种]", figure.inner_text()) is None
    carriers, lists = (figures.nth(n).locator(".kb-members").inner_text().split("、") for n in (1, 2))
    assert carriers == ["界别工作站", "界别学习日", "界别协商会", "界别活动月", "界别e联网", "界别述职会"]
    assert lists == ["协商计划", "组织培训", "视察调研", "民主监督", "提案信息", "服务活动", "交流联谊", "亮点创新"]
    picture(page, "f-168")


def test_g_a_practice_in_word(page: Page, site_url: str, picture: Picture) -> None:
    page.goto(site_url + "practices/wei-yuan-zhi-jia.html")
    with page.expect_download() as download:
        page.get_by_role("button", name="导出 Word").click()
    picture(page, "g-word")
    document = docx.Document(io.BytesIO(download.value.path().read_bytes()))
    faces = {document.styles[p.style.name].element.rPr.rFonts.get(qn("w:eastAsia")) for p in document.paragraphs if p.text}
    assert {"方正小标宋简体", "仿宋_GB2312", "黑体"} <= faces
    text = "\n".join(p.text for p in document.paragraphs)
    for status in ("探索", "不明"):
        assert status in text
    assert re.search(r"省政协财经委：《.+》，\[\d\] 第3段·三是", text)
    assert "探索，原文只说探索，没有说已经在试；不明，原文讲了做法，看不出进展。" in text
    assert "2022年加强和改进新时代市县政协工作会议研讨发言汇编-7篇" in text


def test_h_the_unzipped_site_by_double_click(page: Page, site: Path, tmp_path: Path, picture: Picture) -> None:
    packed = shutil.make_archive(str(tmp_path / "实践库"), "zip", site)
    zipfile.ZipFile(packed).extractall(tmp_path / "桌面 实践库")
    page.goto((tmp_path / "桌面 实践库" / "index.html").as_uri())
    page.get_by_role("searchbox", name="检索做法").fill("双月")
    expect(page.locator(".kb-dialog__title").first).to_have_text("双月协商座谈会")
    picture(page, "h-shuang-yue")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("双月协商座谈会")


def test_i_an_old_address_leads_on(page: Page, tmp_path: Path, picture: Picture) -> None:
    shutil.copytree(SMALL, tmp_path / "data")
    assert "formerly: [san-zu-zhi]" in (tmp_path / "data/practices/wei-yuan-bian-zu.yml").read_text(encoding="utf-8")
    write_pages(tmp_path / "data", tmp_path / "docs")
    site = build(PROJECT, data=tmp_path / "data", docs=tmp_path / "docs", site=tmp_path / "site").site
    page.goto((site / "practices/san-zu-zhi.html").as_uri())
    page.wait_for_url("**/practices/wei-yuan-bian-zu.html")
    expect(page.locator("h1")).to_have_text("委员编组")
    picture(page, "i-moved")


def test_j_a_phone_in_one_hand(phone: Page, site_url: str, picture: Picture) -> None:
    phone.context.grant_permissions(["clipboard-read", "clipboard-write"])
    search_from_home(phone, site_url, "工作站")
    everything = listed(phone)
    opener = phone.locator("[data-kb-facets-open]")
    opener.click()
    phone.get_by_role("checkbox", name=re.compile("^基层协商")).check()
    opener.click()
    expect(opener).to_have_text("筛选：基层协商")
    narrowed = listed(phone)
    assert 0 < len(narrowed) < len(everything)
    picture(phone, "j-list")
    phone.locator(".kb-row__title a").first.click()
    expect(phone.locator(".kb-lead")).to_be_in_viewport()
    phone.locator("[data-kb-menu-more] > summary").click()
    share = phone.get_by_role("button", name="复制地址")
    for button in phone.locator(".kb-actions .kb-button").all():
        box = button.bounding_box()
        assert box and box["height"] >= 40, "too small for a thumb"
    share.click()
    expect(phone.locator("[data-kb-status]")).to_have_text("已复制地址。")
    assert phone.evaluate("navigator.clipboard.readText()") == f"{site_url}practices/{narrowed[0]}.html"
    picture(phone, "j-practice")


@pytest.mark.parametrize("width", [1366, 390])
def test_a_place_is_reached_with_its_number_in_sight(page: Page, site_url: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(site_url + "practices/wei-yuan-lian-luo-zhan.html")
    page.locator("#accounts a.kb-source").nth(1).click()
    number = page.locator(".kb-paragraph:target .kb-anchor")
    expect(number).to_have_text("第4段·二是")
    expect(number).to_be_in_viewport(ratio=1)
    header, box = page.locator(".kb-header").bounding_box(), number.bounding_box()
    assert header
    assert box
    assert box["y"] >= header["y"] + header["height"]


def test_a_phone_shows_the_dots_of_a_list_whole(phone: Page, site_url: str) -> None:
    phone.goto(site_url + "practices/wei-yuan-lian-luo-zhan.html")
    points = phone.locator("#accounts ~ ul.kb-points, section > h2 + ul.kb-points").first
    expect(points).to_have_css("list-style-type", "disc")
    text, column = points.locator("li").first.bounding_box(), phone.locator("h1").bounding_box()
    assert text
    assert column
    assert text["x"] - column["x"] >= 14
