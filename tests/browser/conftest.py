"""The real site in a real browser: over http, by double-click, and with nothing wrong on the console."""

import functools
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

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


@pytest.fixture
def page(page: Page, expected_errors: list[str]) -> Iterator[Page]:
    """A page whose console errors fail the test."""
    errors: list[str] = []
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.set_default_timeout(10_000)
    yield page
    assert [e for e in errors if not any(known in e for known in expected_errors)] == []


@pytest.fixture
def phone(page: Page) -> Page:
    page.set_viewport_size({"width": 390, "height": 844})
    return page
