"""On paper: A4, what a reader needs without the screen, and nothing that only a screen can do."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

pytestmark = [pytest.mark.browser, pytest.mark.same_window]

PRACTICE = "practices/wei-yuan-zhi-jia.html"
TOPIC = "topics/party-building.html"
PROBLEM = "problems/reach-grassroots.html"
SPEECH = "speeches/wei-yuan-jing-zhun-lv-zhi.html"
needs_poppler = pytest.mark.skipif(not shutil.which("pdftotext"), reason="没有 pdftotext")
# What belongs together and fits on a page.
WHOLE = "tr, .kb-rest, .kb-row, .kb-paragraph, .kb-paths > div"


@pytest.fixture
def printed(page: Page, site_url: str, output_path: str):  # type: ignore[no-untyped-def]
    """Prints a page as a reader would; gives the pages of the PDF as text."""
    def pages(path: str, name: str) -> list[str]:
        page.goto(site_url + path)
        pdf = Path(output_path) / f"{name}.pdf"
        page.pdf(path=pdf, prefer_css_page_size=True)
        info = subprocess.run(["pdfinfo", pdf], capture_output=True, text=True, check=True).stdout
        assert "(A4)" in info
        if shutil.which("pdftoppm"):
            subprocess.run(["pdftoppm", "-r", "60", "-png", pdf, pdf.with_suffix("")], check=True)
        text = subprocess.run(["pdftotext", "-layout", pdf, "-"], capture_output=True, text=True, check=True).stdout
        return text.split("\f")[:-1]
    return pages


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


@needs_poppler
def test_a_practice_as_a_document(printed, site_url: str) -> None:  # type: ignore[no-untyped-def]
    pages = printed(PRACTICE, "practice")
    text = squeezed("".join(pages))
    assert squeezed(pages[0]).startswith("委员之家")
    # A body is a row: who, how far, with which words, and where.
    assert re.search(r"省政协财经委.*探索.*“探索创新联系指导”.*第3段·三是", text)
    assert "SUCAI198.COM网站" in text
    assert re.search(rf"市县政协实践库·{re.escape(site_url)}{re.escape(PRACTICE)}·\d{{4}}年\d{{1,2}}月\d{{1,2}}日打印", text)
    for button in ("导出Word", "放进材料夹", "复制引用", "修改本条", "检索", "给编者"):
        assert button not in text
    for i, page in enumerate(pages, 1):
        assert squeezed(page).endswith(f"—{i}—")


@needs_poppler
def test_a_topic_as_a_document(printed, site_url: str) -> None:  # type: ignore[no-untyped-def]
    pages = printed(TOPIC, "topic")
    text = squeezed("".join(pages))
    assert squeezed(pages[0]).startswith("党建")
    assert re.search(r"\d家讲了\d+条做法", text)
    assert "一处一行" in text
    assert "本页目录" not in text
    assert squeezed(pages[-1]).endswith(f"打印—{len(pages)}—")


@needs_poppler
@pytest.mark.parametrize(("path", "heading"), [(TOPIC, "这个专题的问题"), (SPEECH, "一、强化创新理论武装，增强委员政治素质")])
def test_a_heading_stays_with_what_follows(printed, path: str, heading: str) -> None:  # type: ignore[no-untyped-def]
    for number, page in enumerate(printed(path, "heading"), 1):
        lines = [line for line in page.splitlines() if line.strip() and squeezed(line) != f"—{number}—"]
        assert squeezed(lines[-1]) != squeezed(heading)


@pytest.mark.parametrize("path", [PRACTICE, TOPIC, SPEECH])
def test_what_belongs_together_is_not_cut(page: Page, site_url: str, path: str) -> None:
    page.emulate_media(media="print")
    page.goto(site_url + path)
    cut = page.evaluate("""(selector) => Array.from(document.querySelectorAll(selector))
      .filter((e) => getComputedStyle(e).breakInside !== 'avoid').map((e) => e.outerHTML.slice(0, 80))""", WHOLE)
    assert cut == []


@pytest.mark.parametrize("path", [PRACTICE, TOPIC, SPEECH, "practices/index.html", "glossary.html", "index.html",
                                  "figures.html", "changes.html", "about.html"])
def test_paper_is_white_and_has_no_buttons(page: Page, site_url: str, path: str) -> None:
    page.emulate_media(media="print", color_scheme="dark")
    page.goto(site_url + path)
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert page.evaluate("getComputedStyle(document.querySelector('h1')).color") == "rgb(0, 0, 0)"
    for shown in page.locator("button, input, select, .kb-header").all():
        expect(shown).to_be_hidden()
    expect(page.locator("h1")).to_be_visible()


def test_addresses_of_other_sites_are_written_in_when_printing_only(page: Page, site_url: str) -> None:
    page.goto(site_url + SPEECH)
    page.evaluate("document.querySelector('.md-content article, .md-content').insertAdjacentHTML('beforeend', '<a id=away href=\"http://elsewhere.example/a\">别处</a>')")
    expect(page.locator("#away")).not_to_have_attribute("data-kb-printed-address", re.compile(""))
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    expect(page.locator("#away")).to_have_attribute("data-kb-printed-address", "http://elsewhere.example/a")


@needs_poppler
def test_the_printed_list_is_names_and_its_own_address(printed, site_url: str) -> None:  # type: ignore[no-untyped-def]
    text = squeezed("".join(printed("practices/index.html?q=168", "list")))
    assert "“168”工作模式" in text
    assert "practices/168-gong-zuo-mo-shi.html" not in text
    assert squeezed(site_url) + "practices/index.html?q=168·" in text


@needs_poppler
def test_the_printed_folder_has_no_address_that_shows_others_nothing(printed, page: Page, site_url: str) -> None:  # type: ignore[no-untyped-def]
    page.goto(site_url + PRACTICE)
    page.evaluate("kb.collect(['wei-yuan-zhi-jia'], {})")
    own = squeezed("".join(printed("folder.html?view=table", "own-folder")))
    assert "folder.html" not in own
    assert re.search(r"市县政协实践库·\d{4}年\d{1,2}月\d{1,2}日打印", own)
    # One that the address gives is as long as what it holds, and of no use on paper.
    assert "folder.html" not in squeezed("".join(printed("folder.html?ids=wei-yuan-zhi-jia", "given-folder")))


@pytest.mark.parametrize("view", ["brief", "table"])
def test_labels_of_a_printed_folder_are_no_larger_than_their_text(page: Page, site_url: str, view: str) -> None:
    page.goto(site_url + PROBLEM)
    page.evaluate("() => { kb.collect(['wei-yuan-zhi-jia'].concat(kb.chosenForFolder()), {}); kb.shelf.change((state) => kb.folders.setItem(state, 'f1', 'wei-yuan-zhi-jia', {note: '先问'})); }")
    page.goto(site_url + f"folder.html?view={view}")
    page.emulate_media(media="print")
    expect(page.locator(".kb-folder__said").first).to_be_visible()
    sizes = page.locator(".kb-folder__table .kb-points__aspect, .kb-folder__mine:visible").evaluate_all(
        "labels => labels.map((label) => [label.textContent, getComputedStyle(label).fontSize, getComputedStyle(label.parentElement).fontSize])")
    assert {"我的话", "谁来做"} <= {each[0] for each in sizes} or view == "table"
    assert [each for each in sizes if each[1] != each[2]] == []


@needs_poppler
def test_a_problem_of_sixteen_rows_is_one_sheet_across(printed, page: Page) -> None:  # type: ignore[no-untyped-def]
    pages = printed(PROBLEM, "problem")
    assert page.locator("[data-kb-account]").count() >= 16
    assert len(pages) == 1
    text = squeezed(pages[0])
    for shown in ("一处一行", "全部放进材料夹", "更多"):
        assert shown not in text
    for said in ("讲到了哪些方面", "没有说到的", "来源：《", "打印—1—"):
        assert said in text


def sizes(pdf: Path) -> list[tuple[str, float]]:
    """The words of a PDF with the size of their type in points, as far as a box of Noto CJK tells it."""
    xml = subprocess.run(["pdftotext", "-bbox", pdf, "-"], capture_output=True, text=True, check=True).stdout
    return [(word, (float(right) - float(left)) / len(word)) for left, right, word in
            re.findall(r'<word xMin="([\d.]+)" yMin="[\d.]+" xMax="([\d.]+)" yMax="[\d.]+">([^<]+)</word>', xml)]


@needs_poppler
@pytest.mark.parametrize(("path", "least"), [(PROBLEM, 7.5), ("problems/weak-participation.html", 8.0)])
def test_what_a_row_says_is_large_enough_to_read(printed, output_path: str, path: str, least: float) -> None:  # type: ignore[no-untyped-def]
    assert len(printed(path, "type")) == 1
    body = [size for word, size in sizes(Path(output_path) / "type.pdf") if word == "滦州市政协"]
    assert body
    assert round(min(body), 2) >= least


@needs_poppler
def test_fewer_rows_are_set_larger(printed, output_path: str) -> None:  # type: ignore[no-untyped-def]
    found = []
    for path in (PROBLEM, "problems/weak-participation.html", PRACTICE):
        printed(path, "steps")
        found.append(min(size for word, size in sizes(Path(output_path) / "steps.pdf") if word == "滦州市政协"))
    assert found == sorted(found)
    assert found[0] < found[-1]


def test_the_screen_is_as_before_when_printed(page: Page, site_url: str) -> None:
    """The page is measured as paper beforehand; nobody sees that."""
    page.goto(site_url + PROBLEM)
    page.mouse.wheel(0, 400)
    page.wait_for_function("() => scrollY > 300")
    seen = "() => [scrollY, document.body.getBoundingClientRect().width, getComputedStyle(document.querySelector('.kb-rows-table')).fontSize, getComputedStyle(document.querySelector('.kb-header')).display]"
    before = page.evaluate(seen)
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert page.evaluate(seen) == before


@needs_poppler
@pytest.mark.parametrize("path", [PRACTICE, TOPIC, SPEECH, "practices/168-gong-zuo-mo-shi.html", "index.html", "glossary.html",
                                  "organizations/luan-zhou-shi-zheng-xie.html", "topics/office-building.html", "practices/index.html?progress=done",
                                  "practices/wei-yuan-lian-luo-zhan.html"])
def test_the_last_page_has_more_than_the_footer(printed, path: str) -> None:  # type: ignore[no-untyped-def]
    last = [line for line in printed(path, "last")[-1].splitlines() if line.strip()]
    assert len(last) > 3, last


@needs_poppler
@pytest.mark.parametrize("path", [PRACTICE, "practices/quan-yuan-ru-wei.html", "practices/lian-luo-yuan.html"])
def test_the_ways_to_other_pages_take_no_sheet(printed, page: Page, path: str) -> None:  # type: ignore[no-untyped-def]
    pages = printed(path, "ways")
    expect(page.locator("#related")).to_be_visible()
    assert len(pages) == 1
    text = squeezed(pages[0])
    for way in ("相关做法", "提到它的条目", "别家有没有"):
        assert way not in text
    assert "回答的问题" in text


@needs_poppler
def test_a_place_is_printed_in_words(printed) -> None:  # type: ignore[no-untyped-def]
    """Four places and what is said there, not the addresses of four paragraphs."""
    text = squeezed("".join(printed("practices/wei-yuan-lian-luo-zhan.html", "places")))
    places = text[text.index("出处xx县政协"):text.index("回答的问题")]
    assert re.findall(r"第4段·([一二三四])是", places) == ["一", "二", "三", "四"]
    assert "http" not in places
