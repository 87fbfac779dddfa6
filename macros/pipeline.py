"""read → load → check → relate → render: the whole program in one view.

`open_library` gives what a build works from, or raises `BrokenLibrary` with every error;
`entry_pages` and `api_files` are the two things that it is rendered to.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from macros import handwritten, rules
from macros.catalog import Catalog, load
from macros.diagnostics import BrokenLibrary, Finding, errors
from macros.exports import json_api
from macros.pages import KINDS, RenderedPage
from macros.pages.renderer import Renderer
from macros.relations import Graph


@dataclass(frozen=True)
class Library:
    """A library without errors: its entries, how they relate, and what to remind editors of."""

    catalog: Catalog
    graph: Graph
    warnings: tuple[Finding, ...]


def examine(data: Path, docs: Path, shown: str = "data") -> tuple[Catalog, list[Finding]]:
    """The catalogue and all findings, of entries, of their relations and of hand-written pages."""
    catalog, findings = load(data, shown)
    findings.extend(rules.check(catalog))
    findings.extend(handwritten.check(docs, catalog))
    return catalog, sorted(findings)


def open_library(data: Path, docs: Path, shown: str = "data") -> Library:
    """The library under `data`, ready to render.

    Raises:
        BrokenLibrary: when anything in it is an error; it holds all findings.
    """
    catalog, findings = examine(data, docs, shown)
    if errors(findings):
        raise BrokenLibrary(findings)
    return Library(catalog, Graph(catalog), tuple(findings))


def entry_pages(library: Library, renderer: Renderer) -> Iterator[RenderedPage]:
    """One page for every entry that has an address of its own."""
    for kind in KINDS:
        yield from kind.pages(library.graph, renderer)


def api_files(library: Library) -> Mapping[str, str]:
    """The files of `api/` by their address."""
    return json_api.files(library.graph)
