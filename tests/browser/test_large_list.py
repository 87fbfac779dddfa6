"""The list of a library too large to stand in one page: its first rows are there, the others are drawn."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from macros.library.graph import FIRST, LARGE
from tests.building import build
from tests.conftest import PROJECT

pytestmark = pytest.mark.xdist_group("large-list")
ROWS = "[data-kb-list] > li"
# So many are shown before a button brings the next.
STEP = 150


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A made-up library, just large enough."""
    root = tmp_path_factory.mktemp("large")
    subprocess.run([sys.executable, str(PROJECT / "bench" / "library.py"), str(LARGE + 1), str(root / "data")], check=True)
    return build(PROJECT, data=root / "data", docs=PROJECT / "bench" / "docs", site=root / "site").site


def titles(site: Path) -> list[str]:
    return [practice["title"] for practice in json.loads((site / "api/practices.json").read_text(encoding="utf-8"))]


def test_without_scripts_it_holds_the_first_and_says_where_the_others_are(large: Path, browser: Browser) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto((large / "practices/index.html").as_uri())
    expect(page.locator(ROWS)).to_have_count(FIRST)
    expect(page.locator(ROWS).last.locator(".kb-row__summary")).not_to_be_empty()
    expect(page.get_by_text(f"下面是前 {FIRST} 条，其余的在各篇发言的页面里")).to_be_visible()
    page.get_by_role("link", name="各篇发言的页面").click()
    expect(page.locator("main h1")).to_contain_text("发言")
    page.context.close()


def test_with_scripts_rows_are_drawn_in_full_as_far_as_they_are_shown(large: Path, page: Page) -> None:
    page.goto((large / "practices/index.html").as_uri())
    expect(page.locator(ROWS)).to_have_count(STEP)
    expect(page.locator(f"{ROWS}:not(:has(.kb-row__told))")).to_have_count(0)
    expect(page.locator(f"{ROWS}:not(:has(.kb-pick))")).to_have_count(0)
    page.locator("[data-kb-more]").click()
    expect(page.locator(ROWS)).to_have_count(2 * STEP)


def test_a_row_that_the_page_does_not_hold_is_found_marked_and_leads_there(large: Path, page: Page) -> None:
    page.goto((large / "practices/index.html").as_uri())
    written = (large / "practices/index.html").read_text(encoding="utf-8")
    name = next(title for title in titles(large) if f">{title}</a>" not in written)
    page.locator("#kb-query").fill(name)
    row = page.locator(ROWS).first
    expect(row.locator(".kb-row__title mark")).to_have_text(name)
    expect(row.locator(".kb-row__summary")).not_to_be_empty()
    row.get_by_role("link", name=name).first.click()
    expect(page.locator("main h1")).to_have_text(name)
