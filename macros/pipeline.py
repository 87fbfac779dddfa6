"""read → load → check → relate → render: the whole program in one view.

`open_library` gives what a build works from, or raises `BrokenLibrary` with every error;
`entry_pages` and `api_files` are the two things that it is rendered to.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from macros import handwritten, rules, search, urls
from macros.catalog import Catalog, load
from macros.diagnostics import BrokenLibrary, Finding, errors
from macros.exports import csv_, entries, json_api, word, xlsx
from macros.pages import KINDS, RenderedPage
from macros.pages.renderer import Originals, Renderer
from macros.relations import Graph


@dataclass(frozen=True)
class Library:
    """A library without errors: its entries, how they relate, and what to remind editors of."""

    catalog: Catalog
    graph: Graph
    warnings: tuple[Finding, ...]
    originals: Originals | None = None


def examine(data: Path, docs: Path, shown: str = "data", docs_shown: str = "docs") -> tuple[Catalog, list[Finding]]:
    """The catalogue and all findings, of entries, of their relations and of hand-written pages."""
    catalog, findings = load(data, shown)
    findings.extend(rules.check(catalog))
    findings.extend(handwritten.check(docs, catalog, docs_shown))
    return catalog, sorted(findings)


def open_library(data: Path, docs: Path, shown: str = "data", docs_shown: str = "docs") -> Library:
    """The library under `data`, ready to render.

    Raises:
        BrokenLibrary: when anything in it is an error; it holds all findings.
    """
    catalog, findings = examine(data, docs, shown, docs_shown)
    if errors(findings):
        raise BrokenLibrary(findings)
    return Library(catalog, Graph(catalog), tuple(findings))


def entry_pages(library: Library, renderer: Renderer) -> Iterator[tuple[str, Iterator[RenderedPage]]]:
    """The pages of entries that have an address of their own, folder by folder."""
    for kind in KINDS:
        yield kind.KIND, kind.pages(library.graph, renderer)


def data_files(library: Library, written: Sequence[tuple[str, str, str]]) -> Iterator[tuple[str, str | bytes]]:
    """Everything that is not a page, by address: the API, the search index, downloads.

    `written` are the hand-written pages for the index: title, address, plain text.
    """
    graph = library.graph
    for part in (json_api, entries, word, csv_, xlsx):
        yield from part.files(graph).items()
    yield from search.files(graph, written).items()
