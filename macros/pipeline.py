"""read → load → check → relate → render: the whole program in one view.

`open_library` gives what a build works from, or raises `BrokenLibrary` with every error;
`page_kinds`, `data_files` and `index_files` are what it is rendered to.
"""

import os
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from macros import rules
from macros.editing import merge_base, renaming, restoring
from macros.findings import BrokenLibrary, Finding, errors
from macros.fulltext import originals
from macros.fulltext.originals import Originals
from macros.handwritten import calls, check, docs_folder
from macros.handwritten.docs_folder import PROJECT
from macros.library.catalog import Catalog, load
from macros.library.graph import Graph
from macros.pages import KINDS, PagePlan
from macros.pages.fingerprints import Keys
from macros.pages.renderer import Renderer
from macros.reading import entries, published
from macros.rules import private_data
from macros.runtime import disk_cache
from macros.runtime.file_cache import Memory
from macros.runtime.progress import Progress

# A library this large is checked by two processes; `mkdocs serve` makes its downloads once, not at every save.
LARGE = 300
DOWNLOADS = "downloads"
# What a check of such a library found is left for the next one, which looks at what has changed since; `KB_CHECKED=off` does without.
CHECKED = PROJECT / ".cache" / "checked"
# Where more of its entries than this part have changed, all are looked at anew, by two processes.
MOST = 0.25
# What may come of an entry that was published and is gone.
_DANGLING = {"unknown-reference", "text-link", "macro-argument"}
# Every address of `data_files` and `index_files` lies in one of these, and nothing else does.
FOLDERS = ("api", "assets/data", "assets/kb", DOWNLOADS)


@dataclass(frozen=True)
class Library:
    """A library without errors: its entries, how they relate, and what to remind editors of."""

    catalog: Catalog
    graph: Graph
    warnings: tuple[Finding, ...]
    originals: Originals | None = None


def examine(data: Path, docs: Path, shown: str = "data", docs_shown: str = "docs",
            memory: Memory | None = None, *, texts_in: Path | None = None, progress: Progress | None = None,
            ask_git: bool = True) -> tuple[Catalog, Originals | None, list[Finding]]:
    """The catalogue, the full texts that lie beside it, and all findings: of entries, of their
    relations, of copied text, of hand-written pages and of what lies beside them, of settings that are published.

    With `texts_in`, the full texts, and git, are those of that data folder. With `ask_git`, entries are held to what
    git says is published.
    """
    progress = progress or Progress()
    with progress.phase("读取"):
        catalog, findings = load(data, shown, memory or entries.ahead(data, shown, LARGE))
        findings = list(renaming.told(findings, catalog))
        catalog = replace(catalog, in_pages=calls.named(docs, docs_shown))
        texts = originals.load(texts_in or data, catalog, shown, memory)
        before = merge_base.before(texts_in or data, catalog, findings, shown) if ask_git else None
        findings = list(restoring.told(findings, before, data))
    # A small library is read and checked before a process could begin; while serving, results are remembered.
    # The process begins before the phase is shown, which takes a thread.
    large = len(catalog.practices) > LARGE
    left = _Left(texts_in or data) if large and "alone" not in catalog.kept else None
    found = rules.check(catalog, texts, before, apart=not memory and large, last=left.last() if left else None, most=int(MOST * len(catalog.practices)))
    with progress.phase("检查"):
        findings.extend(found)
        if left:
            left.leave(rules.snapshot(catalog, texts))
        findings.extend(published.check(PROJECT))
        known = before.told() if before else catalog
        macros = list(check.check(docs, known, docs_shown))
        lying = list(docs_folder.check(data, docs, known, texts, shown, docs_shown, sound=not errors([*findings, *macros])))
        lying = docs_folder.beside_macros(lying, macros)
        findings = [*docs_folder.without_strangers([*findings, *macros], lying), *lying]
    return catalog, texts or None, sorted(private_data.alone(findings))


class _Left:
    """What the last check of this program, of this data folder, left for the next one."""

    def __init__(self, data: Path) -> None:
        where = os.environ.get("KB_CHECKED") or str(CHECKED)
        self._file, self._key = Path(where), b""
        # What can't be told from another version of the program helps nobody.
        with suppress(OSError):
            self._key = b"" if where.lower() == "off" else disk_cache.key(PROJECT / "macros", str(data.resolve()))

    def last(self) -> rules.Snapshot | None:
        found: rules.Snapshot | None = disk_cache.read(self._file, self._key) if self._key else None
        return found

    def leave(self, snapshot: rules.Snapshot) -> None:
        if self._key:
            disk_cache.write(self._file, self._key, snapshot)


def open_library(data: Path, docs: Path, shown: str = "data", docs_shown: str = "docs",
                 memory: Memory | None = None, *, progress: Progress | None = None) -> Library:
    """The library under `data`, ready to render. What git says is asked only where a reference leads nowhere: a page can be
    looked at while an entry is being renamed, and `kb check` tells of it before others get it.

    Raises:
        BrokenLibrary: when anything in it is an error; it holds all findings.
    """
    catalog, texts, findings = examine(data, docs, shown, docs_shown, memory, progress=progress, ask_git=False)
    if errors(findings):
        if _DANGLING.intersection(finding.code for finding in findings):
            findings = examine(data, docs, shown, docs_shown, memory, progress=progress)[2]
        raise BrokenLibrary(findings)
    return Library(catalog, Graph(catalog), tuple(findings), texts)


def page_kinds(library: Library, renderer: Renderer) -> Iterator[list[PagePlan]]:
    """The pages that entries have, kind by kind, as plans."""
    keys = Keys(library.graph, renderer.signature)
    for kind in KINDS:
        yield list(kind.plans(library.graph, renderer, keys))


def data_files(library: Library, *, progress: Progress, site: str = "", again: bool = False) -> Iterator[tuple[str, str | bytes]]:
    """Everything that is neither page nor index, by address: the API, downloads, the data of scripts.

    `site` is where the site will be reached, for links in the downloads. `again` leaves out what a
    rebuild of a large library need not make anew.
    """
    # Loaded when a build comes to them: a check needs neither Word nor pinyin.
    from macros.exports import figures, json_api, practices, statements, word

    graph = library.graph
    tables = not again or len(graph.practice_ids) <= LARGE
    with progress.phase("practices"):
        yield from practices.files(graph, site, tables=tables)
    if tables:
        with progress.phase("figures"):
            yield from figures.files(graph, site)
    with progress.phase("json_api"):
        yield from json_api.others(graph)
    with progress.phase("statements"):
        yield from statements.files(graph)
    with progress.phase("word"):
        yield from word.files(graph).items()


def index_files(library: Library, written: Sequence[tuple[str, str, str, tuple[str, ...]]], *, progress: Progress) -> Iterator[tuple[str, str | bytes]]:
    """The search index, by address; `written` are the hand-written pages: title, address, plain text, search words."""
    from macros import search

    with progress.phase("search"):
        yield from search.files(library.graph, written).items()
