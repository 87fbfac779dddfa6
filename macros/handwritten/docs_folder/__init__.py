"""What `docs/` holds: the files that belong there, the links of the pages that people write, and links between folders.

`check` is called before a build starts and by `kb check`; every finding points into a file that a
person wrote. What only the built site can tell is asked in `macros/site/built.py`.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

from macros.findings import Finding
from macros.fulltext.originals import Originals
from macros.handwritten.docs_folder import (
    asked,
    assets,
    belongs,
    core,
    credited,
    linked,
    links,
    pages,
    planned,
    quoting,
    stated,
    unanswered,
    unseen,
)
from macros.handwritten.docs_folder.addresses import Addresses
from macros.handwritten.docs_folder.anchors import Made
from macros.handwritten.docs_folder.grounds import Grounds
from macros.handwritten.docs_folder.tree import PROJECT, Tree
from macros.library.catalog import Catalog
from macros.text import machine_paths

__all__ = ["PROJECT", "beside_macros", "check", "without_strangers"]


def check(data: Path, docs: Path, catalog: Catalog, originals: Originals | None = None, shown: str = "data",
          docs_shown: str = "docs", *, sound: bool = True) -> Iterator[Finding]:
    """All findings about the files under `docs`, and about links in `data`, `docs` and the templates.

    `shown` and `docs_shown` stand for the folders in messages; pages can be made to look at them
    only where the library is `sound`.
    """
    yield from linked.check(data, shown)
    if not docs.is_dir():
        yield Finding(docs_shown, 1, 1, "no-docs", "没有这个手写页面的文件夹", "在库的根文件夹里运行，或用 DOCS=文件夹 指明手写页面在哪里")
        return
    tree = Tree.of(docs, docs_shown)
    if "" in tree.closed:
        yield Finding(docs_shown, 1, 1, "unreadable", "这个文件夹打不开", "检查它的读取权限")
        return
    strangers = belongs.strangers(tree)
    yield from strangers.values()
    yield from assets.check(tree)
    written = pages.read(tree, strangers)
    yield from pages.check(written)
    yield from core.check(tree, written, catalog)
    # A page that can't be read may be the one that leads to another.
    whole = not tree.closed and all(address in written or belongs.is_in(address, strangers) for address in tree.pages) \
        and all(finding.code != "unreadable" for finding in strangers.values())
    hidden = list(unseen.check(tree, written, strangers))
    yield from hidden
    # Where another page is put in, its address is of no matter.
    put_in = {(finding.path, finding.line, finding.column) for finding in hidden if finding.code == "embedded-page"}
    for finding in links.check(written, Addresses(tree, written, catalog, Made(catalog) if sound else None), whole=whole):
        if (finding.path, finding.line, finding.column) not in put_in:
            yield finding
    known = machine_paths.private(PROJECT, data.resolve())
    yield from quoting.check(tree, written, catalog, originals, known, strangers)
    grounds = Grounds(catalog, originals)
    prose = list(grounds.prose(written.values()))
    yield from stated.check(prose, catalog, originals, grounds)
    yield from planned.check(prose, catalog, grounds)
    yield from credited.check(prose, catalog, grounds)
    yield from asked.check(prose, catalog)
    yield from unanswered.check(prose)


def without_strangers(findings: Iterable[Finding], told: Iterable[Finding]) -> Iterator[Finding]:
    """The findings about pages that `told` does not refuse as a whole: one mistake, one message."""
    refused = {finding.path for finding in told if finding.code in ("docs-file", "docs-name", "linked-file", "unreadable")}
    return (finding for finding in findings if not belongs.is_in(finding.path, refused))


def beside_macros(told: Iterable[Finding], macros: Iterable[Finding]) -> list[Finding]:
    """The findings of `told` without those that are held against the entries in a line whose macro can't be read: its words are no sentence."""
    broken = {(finding.path, finding.line) for finding in macros if finding.code == "macro-syntax"}
    return [finding for finding in told if not (finding.code.endswith("-in-source") and (finding.path, finding.line) in broken)]
