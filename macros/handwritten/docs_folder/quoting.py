"""A hand-written page tells nothing of this machine, and does not copy a full text."""

from collections.abc import Iterator, Mapping

from macros.findings import Finding
from macros.fulltext.copied import NOTHING, Grams, Said, chinese, copied, grams_of
from macros.fulltext.originals import Originals
from macros.handwritten.docs_folder.pages import Page
from macros.handwritten.docs_folder.tree import PROJECT
from macros.library.catalog import Catalog
from macros.text import machine_paths


def check(pages: Mapping[str, Page], catalog: Catalog, originals: Originals | None) -> Iterator[Finding]:
    """Paths of this machine in a page's text, and 18 characters or more in a row of a full text that is here."""
    grams = grams_of(original.text for original in originals.by_source.values()) if originals else None
    said: Said | None = None
    for page in pages.values():
        for offset, path in machine_paths.paths(page.text, machine_paths.private(PROJECT)):
            yield page.finding(offset, "leaked-path", f"页面里有本机的路径 {path}", "改成相对路径，例如：data/practices/")
        if grams and copied(chinese(page.text), grams, NOTHING):
            said = said or Said(catalog)
            yield from _quoted(page, grams, said)


def _quoted(page: Page, grams: Grams, said: Said) -> Iterator[Finding]:
    offset = 0
    for line in page.text.split("\n"):
        run = copied(chinese(line), grams, said)
        if run:
            start = next((i for i in range(len(line)) if chinese(line[i:]).startswith(run)), 0)
            yield page.finding(offset + start, "copied-text", f"连续 {len(run)} 个字与原文相同：{run[:24]}……",
                               "用自己的话写；事实照搬，句子不照搬")
        offset += len(line) + 1
