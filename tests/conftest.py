"""What tests of any kind share: the real site, built once a run, and a small library for page tests."""

from pathlib import Path

import pytest

from macros.library.catalog import load
from macros.library.graph import Graph
from macros.pages.renderer import Renderer
from macros.site.atomic_build import build

PROJECT = Path(__file__).resolve().parent.parent
FRAGMENTS = PROJECT / "overrides" / "fragments"
SMALL = PROJECT / "tests" / "exports" / "library"


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real library as `make site` builds it."""
    target = tmp_path_factory.mktemp("built") / "site"
    return build(PROJECT, data=PROJECT / "data", docs=PROJECT / "docs", site=target).site


# Debian's Chromium; its headless build opens a page in less than half the time of the full browser.
CHROMIUM = next((path for path in ("/usr/bin/chromium-headless-shell", "/usr/bin/chromium") if Path(path).exists()),
                "/usr/bin/chromium")


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, object]:
    return {"executable_path": CHROMIUM,
            "args": ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]}


@pytest.fixture(scope="session")
def small_graph() -> Graph:
    catalog, findings = load(SMALL)
    assert not findings
    return Graph(catalog)


@pytest.fixture(scope="session")
def small_renderer(small_graph: Graph) -> Renderer:
    return Renderer(small_graph, FRAGMENTS)
