"""Pages of the small library, parsed."""

from collections.abc import Callable
from types import ModuleType

import pytest
from bs4 import BeautifulSoup

from macros.pages.renderer import Renderer
from macros.relations import Graph


@pytest.fixture
def opened(small_graph: Graph, small_renderer: Renderer) -> Callable[[ModuleType, str], BeautifulSoup]:
    """The page of a kind at an address, as parsed HTML."""
    def open_page(kind: ModuleType, url: str) -> BeautifulSoup:
        found = {page.url: page for page in kind.pages(small_graph, small_renderer)}
        return BeautifulSoup(found[url].html, "lxml")
    return open_page
