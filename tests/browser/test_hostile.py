"""Entries that attack, opened over http without the site's CSP: nothing runs, nothing is asked for, all is text."""

import functools
import re
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from macros.building import build
from tests.browser import hostile_library
from tests.browser.hostile_library import ATTACKS, NAME, SUMMARY, TEXT, of
from tests.conftest import PROJECT

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("hostile")]

CSP = re.compile(rb'<meta http-equiv="Content-Security-Policy"[^>]*>')
POINTS = ("pointlead", "pointhow", "pointrhythm", "pointsupport", "pointeffect")
# What a page must show of the entry it is about, by kind of page: {places of names, places of texts}.
SHOWN: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "practices/p": (("title", "alias", "accountname", "name", "source"),
                    ("cue", *POINTS, "label", "x个", "member", "labelb", "raw1", "unsaid", "itemgist", "found", "why")),
    "speeches/s": (("speech", "heading", "marker", "name", "source", "term", "title"),
                   ("occasion", "gist", "itemgist", "tail", "gistb", "nopractice", "found")),
    "organizations/o": (("name", "speech", "title"), ("orgnote",)),
    "problems/q": (("synonym", "short", "title"), ("problemsummary",)),
    "topics/t": ((), ("scope",)),
}
LISTS = {
    "index.html": ("title", "short", "name", "topic", "term"),
    "practices/index.html": ("title", "name"),
    "speeches/index.html": ("speech", "source", "name"),
    "organizations/index.html": ("name",),
    "glossary.html": ("term", "short"),
    "updates.html": ("title", "name"),
}
# Elements and attributes that only an attack could have brought.
FOREIGN = """() => Array.from(document.querySelectorAll('*')).filter((e) =>
    e.matches('iframe, math, base, object, embed, style, img, [srcdoc], [autofocus], svg[onload]') ||
    (e.matches('script') && e.type !== 'application/json' && !e.src.startsWith(location.origin)) ||
    Array.from(e.attributes).some((a) => /^on/.test(a.name) ||
      (/^(href|src|action|formaction|xlink:href)$/.test(a.name) && new URL(a.value, location.href).origin !== location.origin))
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


@pytest.fixture(scope="session")
def hostile_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("hostile")
    hostile_library.write(root)
    return build(PROJECT, data=root / "data", docs=root / "docs", site=root / "site").site


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
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Handler, directory=str(hostile_site)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()
    thread.join()


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
    return [of(attack, place, NAME) for place in names] + [of(attack, place, TEXT) for place in texts if place != "why"]


@pytest.mark.parametrize("attack", ATTACKS)
def test_every_page_of_an_entry_shows_it_as_text(hostile: Hostile, attack: str) -> None:
    for kind in SHOWN:
        text = hostile.open(f"{kind}-{attack}.html")
        assert [each for each in expected(attack, kind) if each not in text] == [], kind
        # Nothing is wider than the window: long words break.
        assert hostile.page.evaluate("document.documentElement.scrollWidth <= innerWidth"), kind
    hostile.page.goto(f"{hostile.base}practices/p-{attack}.html")
    expect(hostile.page).to_have_title(f"{of(attack, 'title', NAME)} - 市县政协实践库")
    assert hostile.page.locator(".kb-lead").text_content() == of(attack, "summary", SUMMARY)


@pytest.mark.parametrize("path", LISTS)
def test_every_list_shows_them_as_text(hostile: Hostile, path: str) -> None:
    text = hostile.open(path)
    assert [place for place in LISTS[path] for attack in ATTACKS if of(attack, place, NAME) not in text] == []
    assert "root:" not in text
    assert "60481729" not in text
    assert hostile.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
