"""The real site in a real browser: over http, by double-click, and with nothing wrong on the console."""

import functools
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Error, Page, expect

from tests.browser import hostile_library
from tests.building import build
from tests.conftest import PROJECT

# What is waited for comes at once; on a machine that is busy with other things it may take longer than the usual five seconds.
expect.set_options(timeout=20_000)


class Handler(SimpleHTTPRequestHandler):
    """Serves quietly, and a missing page as the site's own 404."""

    def log_message(self, format: str, *args: object) -> None:
        pass

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = Path(self.directory) / "404.html"
        if code != 404 or not page.is_file() or not self.path.split("?")[0].endswith(".html"):
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@contextmanager
def served(handler: type[SimpleHTTPRequestHandler], folder: Path) -> Iterator[str]:
    """`folder` over http, as `handler` answers; its address, with a slash at its end."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(handler, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture(scope="session")
def site_url(site: Path) -> Iterator[str]:
    """The address of the built site over http, with a slash at its end."""
    with served(Handler, site) as address:
        yield address


@pytest.fixture(scope="session")
def file_url(site: Path) -> str:
    """The address of the built site as a folder that is opened by double-click."""
    return site.as_uri() + "/"


@pytest.fixture(scope="session")
def hostile_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site whose every entry attacks; its tests run in one process (xdist_group "hostile")."""
    root = tmp_path_factory.mktemp("hostile")
    hostile_library.write(root)
    return build(PROJECT, data=root / "data", docs=root / "docs", site=root / "site").site


@pytest.fixture
def expected_errors() -> list[str]:
    """Console errors that a test provokes: it appends what their text contains."""
    return []


@pytest.fixture(scope="session")
def kept_window(browser: Browser) -> Iterator[Page]:
    """One page of the browser for all tests that only look: a page in a browser of its own takes twice as long to open."""
    context = browser.new_context()
    yield context.new_page()
    context.close()


@pytest.fixture
def same_window(kept_window: Page, site_url: str) -> Iterator[Page]:
    """That page, for a test with the marker `same_window`; the next test finds it like a new one.

    What can't be undone (scripts for every document, functions exposed to them) is for pages of their own.
    """
    yield kept_window
    kept_window.unroute_all(behavior="ignoreErrors")
    # A document of the site that has no script to write anything afterwards.
    kept_window.goto(site_url + "assets/images/favicon.svg")
    kept_window.evaluate("localStorage.clear(), sessionStorage.clear()")
    kept_window.context.clear_cookies()
    kept_window.emulate_media(media="null", color_scheme="light", reduced_motion="no-preference")
    kept_window.set_viewport_size({"width": 1280, "height": 720})
    kept_window.mouse.move(0, 0)


@pytest.fixture
def page(request: pytest.FixtureRequest, expected_errors: list[str]) -> Iterator[Page]:
    """A page whose console errors fail the test."""
    shared = request.node.get_closest_marker("same_window")
    page: Page = request.getfixturevalue("same_window") if shared else request.getfixturevalue("context").new_page()
    errors: list[str] = []

    def told(message: ConsoleMessage) -> None:
        if message.type == "error":
            errors.append(message.text)

    def failed(error: Error) -> None:
        errors.append(str(error))

    page.on("console", told)
    page.on("pageerror", failed)
    page.set_default_timeout(20_000)
    yield page
    page.remove_listener("console", told)
    page.remove_listener("pageerror", failed)
    assert [e for e in errors if not any(known in e for known in expected_errors)] == []


@pytest.fixture
def phone(page: Page) -> Page:
    page.set_viewport_size({"width": 390, "height": 844})
    return page
