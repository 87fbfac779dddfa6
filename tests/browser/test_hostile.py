"""Entries that attack, opened over http without the site's CSP: nothing runs, nothing is asked for, all is text."""

import io
import json
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import SimpleHTTPRequestHandler
from pathlib import Path
from urllib.parse import quote

import docx
import pytest
import yaml
from playwright.sync_api import Page, expect

from macros import rules
from macros.library.catalog import load
from tests.browser.conftest import served
from tests.browser.hostile_library import ACCOUNTS, ATTACKS, NAME, SUMMARY, TEXT, name, of
from tests.conftest import SMALL

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("hostile")]

CSP = re.compile(rb'<meta http-equiv="Content-Security-Policy"[^>]*>')
POINTS = ("pointlead", "pointhow", "pointrhythm", "rhythmraw", "pointsupport")
# What a page must show of the entry it is about, by kind of page: {places of names, places of texts}.
SHOWN: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "practices/p": (("title", "alias", "accountname", "name", "source", "by"),
                    ("cue", *POINTS, "label", "x个", "member", "labelb", "raw1", "unsaid", "silence", "change", "itemgist", "found", "why")),
    "speeches/s": (("speech", "heading", "marker", "name", "source", "term", "title"),
                   ("occasion", "gist", "itemgist", "tail", "gistb", "nopractice", "found")),
    "organizations/o": (("name", "speech", "source", "title", "accountname"), ("orgnote", "cue", "pointhow", "pointlead", "pointrhythm", "label", "x个", "member", "labelb", "raw1")),
    "problems/q": (("synonym", "short", "title", "topic"), ("problemsummary", "nobody")),
    "sources/c": (("source", "kind", "speech", "name"), ("found", "rights", "sourcenote")),
    "topics/t": ((), ("scope",)),
}
LISTS = {
    "index.html": ("title", "short", "name", "topic", "term"),
    "practices/index.html": ("title", "name"),
    "speeches/index.html": ("speech", "source", "name"),
    "organizations/index.html": ("name",),
    "glossary.html": ("term", "short", "formulationnote"),
    "changes.html": ("title",),
    "figures.html": ("title", "name"),
    "bodies.html": ("name",),
    "about.html": ("source",),
}
# Elements and attributes that only an attack could have brought.
FOREIGN = """() => Array.from(document.querySelectorAll('*')).filter((e) =>
    e.matches('iframe, math, base, object, embed, style, img, [srcdoc], [autofocus], svg[onload]') ||
    (e.matches('script') && e.type !== 'application/json' && !e.src.startsWith(location.origin)) ||
    Array.from(e.attributes).some((a) => /^on/.test(a.name) ||
      // The address of a source, which is http(s), leads out; nothing else does.
      (!e.matches('dd > a[rel="noreferrer"][href^="https://"]') && /^(href|src|action|formaction|xlink:href)$/.test(a.name) && new URL(a.value, location.href).origin !== location.origin))
  ).map((e) => e.outerHTML.slice(0, 200))"""


@dataclass
class Hostile:
    """The page of a reader, and what the entries managed to do to it."""

    page: Page
    base: str
    done: list[str] = field(default_factory=list)

    def open(self, path: str) -> str:
        """All text of the page at `path`, which must hold nothing foreign."""
        self.page.goto(self.base + path)
        assert self.page.evaluate(FOREIGN) == [], path
        return str(self.page.evaluate("document.body.textContent"))


class _Handler(SimpleHTTPRequestHandler):
    """Serves pages as a server would that sends no CSP, from which the page's own is cut out."""

    def log_message(self, format: str, *args: object) -> None:
        pass

    def do_GET(self) -> None:
        file = Path(self.translate_path(self.path))
        if file.suffix != ".html":
            super().do_GET()
            return
        body, cut = CSP.subn(b"", (file if file.is_file() else Path(self.directory) / "404.html").read_bytes())
        assert cut == 1
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@pytest.fixture(scope="session")
def hostile_url(hostile_site: Path) -> Iterator[str]:
    with served(_Handler, hostile_site) as address:
        yield address


@pytest.fixture
def hostile(page: Page, hostile_url: str) -> Iterator[Hostile]:
    at_work = Hostile(page, hostile_url)
    page.expose_function("kbHit", lambda *what: at_work.done.append(f"ran {what}"))
    page.on("dialog", lambda dialog: (at_work.done.append(f"dialog {dialog.message}"), dialog.dismiss()))
    page.on("popup", lambda popup: at_work.done.append(f"popup {popup.url}"))
    page.on("request", lambda asked: None if asked.url.startswith((hostile_url, "data:image/", "blob:")) else at_work.done.append(asked.url))
    yield at_work
    page.wait_for_timeout(50)
    assert at_work.done == []


def expected(attack: str, kind: str) -> list[str]:
    names, texts = SHOWN[kind]
    return [name(attack) if place == "name" else of(attack, place, NAME) for place in names] + [of(attack, place, TEXT) for place in texts if place != "why"]


@pytest.mark.parametrize("attack", ATTACKS)
def test_every_page_of_an_entry_shows_it_as_text(hostile: Hostile, attack: str) -> None:
    for kind in SHOWN:
        text = hostile.open(f"{kind}-{attack}.html")
        assert [each for each in expected(attack, kind) if each not in text] == [], kind
        # Nothing is wider than the window: long words break.
        assert hostile.page.evaluate("document.documentElement.scrollWidth <= innerWidth"), kind
        if kind == "practices/p":
            expect(hostile.page).to_have_title(f"{of(attack, 'title', NAME)} - 市县政协实践库")
            assert hostile.page.locator(".kb-lead").text_content() == of(attack, "summary", SUMMARY)


@pytest.mark.parametrize("path", LISTS)
def test_every_list_shows_them_as_text(hostile: Hostile, path: str) -> None:
    text = hostile.open(path)
    assert [place for place in LISTS[path] for attack in ATTACKS if of(attack, place, NAME) not in text] == []
    assert "root:" not in text
    assert "60481729" not in text
    assert hostile.page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_on_a_phone_nothing_is_wider_than_the_screen(hostile: Hostile) -> None:
    hostile.page.set_viewport_size({"width": 390, "height": 844})
    paths = [f"{kind}-{attack}.html" for kind in SHOWN for attack in ("word", "stacked", "style")]
    wide = []
    for path in (*paths, *LISTS, "folder.html?ids=p-word,p-stacked,p-crowd"):
        hostile.open(path)
        if hostile.page.evaluate("document.documentElement.scrollWidth") > 390:
            wide.append(path)
    assert wide == []


def test_old_addresses_and_withdrawn_entries(hostile: Hostile) -> None:
    hostile.page.goto(f"{hostile.base}practices/p-script-before.html")
    expect(hostile.page).to_have_url(f"{hostile.base}practices/p-script.html")
    text = hostile.open("practices/p-withdrawn.html")
    assert of("script", "reason", TEXT) in text
    assert "撤下的 <b>" in text


def test_five_hundred_accounts(hostile: Hostile) -> None:
    text = hostile.open("practices/p-crowd.html")
    assert hostile.page.locator("[data-kb-account]").count() == ACCOUNTS
    assert f"第{ACCOUNTS - 1}家的讲法" in text
    assert hostile.page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("attack", ATTACKS)
def test_searching_for_an_attack_finds_it_as_text(hostile: Hostile, attack: str) -> None:
    page, title = hostile.page, of(attack, "title", NAME)
    page.goto(f"{hostile.base}practices/index.html?q={quote(title)}")
    row = page.locator(f"[data-kb-id='p-{attack}']")
    expect(row.locator("mark").first).to_be_visible()
    assert row.locator(".kb-row__title").text_content() == title
    assert page.locator("#kb-query").input_value() == title
    page.keyboard.press("Control+k")
    page.locator(".kb-dialog__box").fill(title)
    expect(page.locator(".kb-dialog__title").get_by_text(title, exact=True).first).to_be_visible()
    # What was found in the text of an entry is shown beside it.
    page.locator(".kb-dialog__box").fill(of(attack, "unsaid", TEXT)[-40:])
    expect(page.locator(".kb-dialog__hit").first).to_be_visible()
    assert page.evaluate(FOREIGN) == []


def test_facets_and_chips_name_them_as_text(hostile: Hostile) -> None:
    page = hostile.page
    page.goto(f"{hostile.base}practices/index.html")
    expect(page.locator(".kb-facet__count").first).to_be_attached()
    for more in page.locator(".kb-facet__more").all():
        more.click()
    shown = page.locator(".kb-facet__label").all_text_contents()
    assert [a for a in ATTACKS for label in (of(a, "topic", NAME), name(a)) if label not in shown] == []
    for attack in ATTACKS:
        page.locator(f"input[name='topic'][value='t-{attack}']").check()
    chips = page.locator(".kb-chip")
    assert [a for a, chip in zip(ATTACKS, chips.all_text_contents(), strict=True) if chip != of(a, "topic", NAME) + "×"] == []
    assert page.evaluate(FOREIGN) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_collected_copied_and_saved_as_word(hostile: Hostile) -> None:
    page = hostile.page
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    text = hostile.open("folder.html?view=table&ids=" + ",".join(f"p-{attack}" for attack in ATTACKS))
    expect(page.locator("[data-kb-folder-item] .kb-rows-table__name > a")).to_have_text([of(attack, "title", NAME) for attack in ATTACKS])
    text = str(page.locator("[data-kb-folder-view]").text_content())
    places = (*POINTS, "cue", "label", "x个", "member", "raw1", "unsaid", "silence")
    assert [(a, place) for a in ATTACKS for place in places if of(a, place, TEXT) not in text] == []
    assert page.evaluate(FOREIGN) == []

    page.get_by_role("button", name="复制", exact=True).click()
    expect(page.locator("[data-kb-status]")).to_contain_text("已复制")
    page.evaluate("""() => { const paper = document.querySelector('h1'); paper.textContent = ''; paper.contentEditable = 'true'; paper.focus(); }""")
    page.keyboard.press("Control+V")
    assert of("script", "unsaid", TEXT) in str(page.locator("h1").first.text_content())
    # Office programs are given a table and no more than a table.
    assert page.evaluate(FOREIGN) == []

    page.goto(page.url.replace("view=table", "view=full"))
    with page.expect_download() as download:
        page.get_by_role("button", name="导出 Word").click()
    written = "\n".join(p.text for p in docx.Document(io.BytesIO(download.value.path().read_bytes())).paragraphs)
    assert [(a, place) for a in ATTACKS for place in places if of(a, place, TEXT) not in written] == []


@pytest.mark.parametrize("attack", ["script", "attribute", "marks", "javascript"])
def test_a_citation_and_a_file_are_named_after_them(hostile: Hostile, attack: str) -> None:
    page = hostile.page
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{hostile.base}practices/p-{attack}.html")
    page.locator("[data-kb-menu-more] > summary").click()
    page.get_by_role("button", name="复制引用").click()
    expect(page.locator("[data-kb-status]")).to_have_text("已复制引用。")
    assert str(page.evaluate("navigator.clipboard.readText()")).startswith(of(attack, "title", NAME) + "。")
    with page.expect_download() as download:
        page.get_by_role("button", name="导出 Word").click()
    document = docx.Document(io.BytesIO(download.value.path().read_bytes()))
    assert document.paragraphs[0].text == of(attack, "title", NAME)
    assert document.core_properties.title == of(attack, "title", NAME)
    assert not re.search(r'[\\/:*?"<>|]', download.value.suggested_filename)


ADDRESSES = (
    "practices/index.html?q={}&topic={}&form={}&org={}&sort={}&folder={}#{}",
    "folder.html?ids={},p-script&folder={}#{}",
    "practices/p-script.html?folder={}#{}",
    "practices/{}.html",
    "glossary.html?folder={}#{}",
)


@pytest.mark.parametrize("address", ADDRESSES)
def test_an_address_that_attacks(hostile: Hostile, address: str) -> None:
    """Anybody can send a reader a link to the library."""
    value = " ".join(ATTACKS[attack] for attack in ("javascript", "image", "script", "attribute", "markdown"))
    for written in (quote(value, safe=""), value.replace("#", "%23").replace("?", "%3F")):
        hostile.open(address.replace("{}", written))
        if "index.html?q" in address:
            expect(hostile.page.locator(".kb-facet").first).to_be_attached()
        if "folder.html" in address:
            expect(hostile.page.locator("[data-kb-folder-item] .kb-rows-table__name > a")).to_have_text([of("script", "title", NAME)])
        assert hostile.page.evaluate(FOREIGN) == []


STORED = ("[\"<img src=x onerror=kbHit()>\", \"p-script\", 7, null, {}]", "{\"length\": 3}", "null", "<script>", "[" * 2000)


def test_what_another_site_of_the_server_has_stored(hostile: Hostile) -> None:
    """The intranet's other sites share the origin, and with it the storage."""
    hostile.page.goto(f"{hostile.base}folder.html")
    for stored in STORED:
        for key in ("picks", "folders"):
            hostile.page.evaluate("([key, value]) => { localStorage.clear(); localStorage.setItem('/.' + key, value); }", [key, stored])
            hostile.page.goto(f"{hostile.base}folder.html")
            expect(hostile.page.locator("[data-kb-folder-view] .kb-lead")).to_be_visible()
        assert hostile.page.evaluate(FOREIGN) == []


REFUSED = {
    "a title of 100 KB": ('"title": "甲', '"title": "' + "长" * 34_000 + "甲", "2:11 标题（title）有 34001 字，最多 80 字"),
    "bidi": ('"title": "甲', '"title": "甲\u202e', "2:13 这里有一个看不见的字符"),
    "NUL": ('"title": "甲', '"title": "甲\x00', "2:13 这里有一个看不见的字符"),
    "an escaped NUL": ('"title": "甲', '"title": "甲\\u0000', "2:13 双引号里用反斜杠写出了一个看不见的字符"),
    "a pile of accents": ('"title": "甲', '"title": "甲' + "\u0301" * 30, "2:13 一个字上叠了 30 个附加符号"),
    "a line of its own": ('"title": "甲', '"title": "甲\\n---\\n# ', "2:11 标题（title）写成了几行"),
    "an object": ('"title": "甲"', '"title": !!python/object/apply:os.system ["甲"]', "2:11 内容不能以半角的 ! 开头"),
    "an alias": ('"title": "甲"', '"title": &a "甲", "x": *a', "2:11 内容不能以 & 或 * 开头"),
    "a link to nowhere": ('"title": "甲"', '"title": "甲[[toc]]"', "2:13 文字里的链接 [[toc]] 没有对应的条目"),
}


@pytest.mark.parametrize("what", REFUSED)
def test_what_no_page_could_show_is_refused(tmp_path: Path, what: str) -> None:
    old, new, message = REFUSED[what]
    shutil.copytree(SMALL, tmp_path / "data")
    practice = tmp_path / "data/practices/pei-xun.yml"
    entry = yaml.load(practice.read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506 - strings only
    text = json.dumps({**entry, "title": "甲"}, ensure_ascii=False, indent=1)
    assert old in text
    practice.write_text(text.replace(old, new), encoding="utf-8")
    catalog, findings = load(tmp_path / "data")
    told = [f"{f.line}:{f.column} {f.message}" for f in [*findings, *rules.check(catalog)] if f.path.endswith("practices/pei-xun.yml")]
    assert message in told, told
