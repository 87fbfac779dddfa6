"""Pages of the small library, parsed."""

from collections.abc import Callable
from types import ModuleType

import pytest
from bs4 import BeautifulSoup

from macros.library.graph import Graph
from macros.pages.fingerprints import Keys
from macros.pages.renderer import Renderer


@pytest.fixture
def opened(small_graph: Graph, small_renderer: Renderer) -> Callable[[ModuleType, str], BeautifulSoup]:
    """The page of a kind at an address, as parsed HTML."""
    def open_page(kind: ModuleType, url: str) -> BeautifulSoup:
        found = {plan.url: plan.make() for plan in kind.plans(small_graph, small_renderer, Keys(small_graph, ""))}
        return BeautifulSoup(found[url].html, "lxml")
    return open_page


@pytest.fixture
def legend() -> Callable[[BeautifulSoup], dict[str, str]]:
    """The words that the legend of a page explains, in order, each with its meaning."""
    def read(page: BeautifulSoup) -> dict[str, str]:
        (found,) = page.select("dl.kb-legend")
        return {pair.dt.get_text(strip=True): pair.dd.get_text(strip=True) for pair in found.select("div")}
    return read


@pytest.fixture
def cells() -> Callable[[BeautifulSoup, str], dict[str, str]]:
    """The row of an account on a page: the head of each column → what stands there."""
    def read(page: BeautifulSoup, account: str) -> dict[str, str]:
        heads = [th.get_text() for th in page.select("table[data-kb-rows] thead th:not(.kb-tick)")]
        (row,) = page.select(f"table[data-kb-rows] tr[data-kb-account='{account}']")
        return dict(zip(heads, (" ".join(cell.get_text(" ", strip=True).split()) for cell in row.select("th, td:not(.kb-tick)")), strict=True))
    return read
