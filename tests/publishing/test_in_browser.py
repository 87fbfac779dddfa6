"""The published library in a real browser: by nginx at the root, by nginx under /kb/, and unzipped by double-click."""

import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from macros.library import catalog
from macros.publishing import files, hand_over, handover, publish
from macros.publishing.checks import Expected
from tests import frozen

WATCH = "addEventListener('securitypolicyviolation', e => console.error('CSP ' + e.violatedDirective + ' ' + e.blockedURI))"
# In one process, which publishes once.
pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("published")]


@pytest.fixture(scope="session")
def real() -> Expected:
    return Expected(catalog.load(frozen.DATA)[0])


@pytest.fixture(scope="module")
def released(tmp_path_factory: pytest.TempPathFactory, site: Path, real: Expected) -> Path:
    """The frozen library as it is published, for looking at."""
    folder = tmp_path_factory.mktemp("released")
    publish(folder / "srv", lambda target: files.copy(site, target), real, keep=1)
    return folder / "srv/current"


@pytest.fixture
def unzipped(tmp_path: Path, site: Path, real: Expected) -> Path:
    file = tmp_path / "kb.zip"
    hand_over(file, lambda target: files.copy(site, target), real, name="市县政协实践库")
    with zipfile.ZipFile(file) as archive:
        archive.extractall(tmp_path / "解压 出来的")
    return tmp_path / "解压 出来的" / f"kb-{handover.version()}"


@pytest.fixture
def complaints(page: Page) -> Iterator[list[str]]:
    """What the browser holds against the pages: console messages, violations, requests to anybody else."""
    heard: list[str] = []
    page.add_init_script(WATCH)
    page.on("console", lambda message: heard.append(f"{page.url} {message.text}"))
    page.on("pageerror", lambda error: heard.append(f"{page.url} {error}"))
    page.on("request", lambda asked: None if asked.url.startswith(("http://127.0.0.1:", "file:///", "data:", "blob:")) else heard.append(asked.url))
    # Leaving a page aborts what it was still loading; that is no failure.
    page.on("requestfailed", lambda asked: None if asked.failure == "net::ERR_ABORTED" else heard.append(f"failed {asked.url}"))
    yield heard


def kinds(site: Path) -> list[str]:
    """One page of every kind, from the site's root."""
    folders = sorted(p for p in site.iterdir() if p.is_dir() and p.name not in ("api", "assets", "downloads"))
    found = [p.name for p in sorted(site.glob("*.html")) if p.name != "404.html"]
    for folder in folders:
        found += [p.relative_to(site).as_posix() for p in sorted(folder.glob("*.html"), key=lambda p: (p.name != "index.html", p.name))[:2]]
    return found


def look(page: Page, base: str, site: Path) -> None:
    """Opens every kind of page and sees that it is dressed and alive."""
    opened = kinds(site)
    assert len(opened) > 12
    for path in opened:
        page.goto(base + path)
        expect(page.locator("h1").first).to_be_visible()
        page.wait_for_load_state("load")
        assert page.evaluate("typeof window.kb") == "object", path
        assert page.evaluate("[...document.styleSheets].length") >= 3, path


@pytest.mark.parametrize("prefix", ["/", "/kb/"])
def test_every_kind_of_page_by_nginx(page: Page, complaints: list[str], served: Callable[[Path], str], released: Path, prefix: str) -> None:
    look(page, served(released) + prefix, released)
    assert complaints == []


def test_every_kind_of_page_by_double_click(page: Page, complaints: list[str], unzipped: Path) -> None:
    page.goto((unzipped / "start.html").as_uri())
    page.get_by_role("link", name="打开市县政协实践库").click()
    expect(page).to_have_url((unzipped / "site/index.html").as_uri())
    look(page, (unzipped / "site").as_uri() + "/", unzipped / "site")
    assert complaints == []


@pytest.mark.parametrize("prefix", ["/", "/kb/"])
def test_a_wrong_address_deep_down(page: Page, complaints: list[str], served: Callable[[Path], str], released: Path, prefix: str) -> None:
    base = served(released) + prefix
    answer = page.goto(f"{base}practices/lao/shen/全员入委.html")
    assert answer is not None and answer.status == 404
    expect(page.get_by_role("heading", level=1)).to_have_text("没有这一页")
    box = page.locator("main").get_by_role("searchbox")
    expect(box).to_have_value("全员入委")
    # The site's look: its styles are there, in this depth too.
    assert page.evaluate("[...document.styleSheets].length") >= 3
    page.get_by_role("banner").get_by_role("link").first.click()
    expect(page).to_have_url(f"{base}index.html")
    page.go_back()
    box.press("Enter")
    expect(page.locator(".kb-dialog__hit").first).to_contain_text("全员入委")
    page.locator(".kb-dialog__all").click()
    expect(page).to_have_url(f"{base}practices/index.html?q=%E5%85%A8%E5%91%98%E5%85%A5%E5%A7%94")
    expect(page.get_by_role("main").get_by_role("link", name="全员入委").first).to_be_visible()
    # The browser itself notes the 404, nothing else.
    assert [line for line in complaints if "404 (Not Found)" not in line] == []
