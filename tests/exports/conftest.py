"""A library of three practices with the things that exports go wrong on, and a site to open in a browser."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from macros import rules
from macros.exports import entries, word
from macros.exports.records import Records, dumps
from macros.library.catalog import load
from macros.library.graph import Graph
from tests.scripts.pages import write as write_scripts

HERE = Path(__file__).parent


@pytest.fixture(scope="session")
def library() -> Path:
    return HERE / "library"


@pytest.fixture(scope="session")
def graph(library: Path) -> Graph:
    catalog, findings = load(library)
    assert not findings
    assert not [f for f in rules.check(catalog) if f.severity == "error"]
    return Graph(catalog)


@pytest.fixture
def site(tmp_path: Path, graph: Graph) -> Path:
    """A folder with the scripts and their data, and a page that loads them under our CSP."""
    lines = {record["id"]: dumps(record) for record in Records(graph).practices()}
    for address, script in (*entries.files(lines), (word.ADDRESS, word.script().encode())):
        (tmp_path / address).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / address).write_bytes(script)
    tags = write_scripts(tmp_path, "../")
    (tmp_path / "practices").mkdir()
    page = (HERE / "page.html").read_text(encoding="utf-8").replace("<!-- scripts -->", tags)
    (tmp_path / "practices/page.html").write_text(page, encoding="utf-8")
    return tmp_path


@pytest.fixture
def desk(page: Page, site: Path) -> Iterator[Page]:
    """The page, opened by double-click as it were; an error on its console fails the test."""
    errors: list[str] = []
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto((site / "practices/page.html").as_uri())
    yield page
    assert errors == []
