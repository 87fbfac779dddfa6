"""What only the built site shows, asked before it takes the place of the old one.

The checks are publishing's own. They are put to what can be wrong in a site whose data and pages
passed: all that came from hand-written pages, the pages that lists lead to, and one page of each
kind, for one template makes them all. To take every page apart would double the time of a build.
"""

import html
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote

from macros.findings import Finding
from macros.handwritten.docs_folder.tree import PROJECT
from macros.html.page import Page, parse
from macros.library import urls
from macros.library.catalog import Catalog
from macros.library.graph import FIRST, LARGE
from macros.model.kinds import KINDS
from macros.pipeline import Library
from macros.publishing.checks import Expected, external, inline, leaks, links, originals, policy
from macros.publishing.site import NOT_FOUND, Site
from macros.text.listing import some

# Address → the source under the folder of hand-written pages, and what Markdown made of it.
Written = Mapping[str, tuple[str, str]]

_ANCHORS = re.compile(r"""\sid=["']?([^"'\s>]+)""")
_LINKS = re.compile(r"""\shref=["']?([^"'\s>]+)""")
# Where a macro's output will stand: stash.py.
_STASHED = "\ue000"
_IN_ATTRIBUTE = re.compile(f'="[^"<>]*{_STASHED}[^"<>]*"')


class OnDisk(frozenset[str]):
    """The files of a folder, looked for when somebody asks."""

    root: Path

    def __contains__(self, address: object) -> bool:
        return (self.root / str(address)).is_file()


class Pages(dict[str, Page]):
    """Some pages taken apart; of any other only its anchors, when somebody asks."""

    root: Path

    def __contains__(self, address: object) -> bool:
        return str(address).endswith(".html") and (dict.__contains__(self, address) or (self.root / str(address)).is_file())

    def __missing__(self, address: str) -> Page:
        self._seen[address] = self._seen.get(address) or Page(anchors(self.root / address), (), (), None)
        return self._seen[address]

    @cached_property
    def _seen(self) -> dict[str, Page]:
        return {}


@dataclass(frozen=True)
class Part(Site):
    """The pages of a site that are looked at; links may lead to any file of it."""

    taken: Pages

    @cached_property
    def files(self) -> tuple[str, ...]:
        return tuple(sorted(self.taken))

    @cached_property
    def present(self) -> frozenset[str]:
        found = OnDisk()
        found.root = self.root
        return found

    @cached_property
    def pages(self) -> Mapping[str, Page]:
        return self.taken


def expected(library: Library, private: tuple[str, ...], *, shows_originals: bool) -> Expected:
    """What a built folder is held against, here as when it is published: `private` are the paths of this machine."""
    texts = [] if shows_originals or not library.originals else [original.text for original in library.originals.by_source.values()]
    return Expected(library.catalog, tuple(texts), private)


def check(site: Path, written: Written, docs: Path, expected: Expected, shown: str = "docs") -> list[Finding]:
    """All findings about a built folder that were not to be seen before, each at the Markdown that it comes from."""
    found = list(_lists(site, expected.catalog, shown))
    samples = _part(site, {address: parse((site / address).read_text(encoding="utf-8")) for address in _samples(site)})
    for one in (links, external, inline, policy, leaks, originals):
        found += one.check(samples, expected)
    by_hand = _part(site, {address: parse(content) for address, (_, content) in written.items()})
    # What macros put into these pages is not looked at again, but for what must get out nowhere.
    for each in (links, external, inline, leaks):
        found += [_at_source(f, by_hand.taken[f.path], written[f.path][0], docs, shown) for f in each.check(by_hand, expected) if f.path in written]
    return sorted(set(found))


def anchors(file: Path) -> frozenset[str]:
    """Every anchor of a built page, without taking it apart."""
    return frozenset(html.unescape(name) for name in _ANCHORS.findall(file.read_text(encoding="utf-8", errors="replace")))


def _part(site: Path, taken: Mapping[str, Page]) -> Part:
    pages = Pages(taken)
    pages.root = site
    return Part(site, pages)


def _samples(site: Path) -> Iterator[str]:
    """One page of each kind that data makes, and the page for wrong addresses."""
    if (site / NOT_FOUND).is_file():
        yield NOT_FOUND
    for kind in KINDS:
        first = next((p for p in sorted((site / kind).glob("*.html")) if p.name != "index.html"), None) if kind != "topics" else None
        if first:
            yield f"{kind}/{first.name}"


def looked_at(content: str, restore: Callable[[str], str]) -> str:
    """What Markdown made of a page, with the macros in attributes filled in; lists and tables stay tokens."""
    return _IN_ATTRIBUTE.sub(lambda found: restore(found[0]), content) if _STASHED in content else content


def _lists(site: Path, catalog: Catalog, shown: str) -> Iterator[Finding]:
    """Entries that the pages which list them do not hold: links from everywhere lead there."""
    for page, needed in (
        (urls.GLOSSARY, [urls.entry(kind, name) for kind in ("terms", "formulations") for name in catalog.of(kind)]),
    ):
        there = anchors(site / page) if (site / page).is_file() else frozenset()
        yield from _missing(f"{shown}/{page}", [a for _, _, a in (url.partition("#") for url in needed) if a not in there])
    for page, needed in ((urls.PRACTICES, [*catalog.current_practices]), (urls.SPEECHES, [*catalog.sources, *catalog.current_speeches])):
        index = site / page
        led_to = {link.rpartition("/")[2] for link in _LINKS.findall(index.read_text(encoding="utf-8"))} if index.is_file() else set()
        missing = [name for name in needed if f"{name}.html" not in led_to]
        # Of very many practices the list holds the first only.
        if len(needed) <= LARGE or len(needed) - len(missing) < FIRST:
            yield from _missing(f"{shown}/{page}", missing)


def _missing(page: str, names: list[str]) -> Iterator[Finding]:
    if names:
        yield Finding(f"{page.removesuffix('.html')}.md", 1, 1, "missing-list", f"这一页没有列出全部条目，少了：{some(names, unit='条')}",
                      "让列出条目的宏不带限定地写在这一页上，不放在条件里")


def _at_source(finding: Finding, page: Page, source: str, docs: Path, shown: str) -> Finding:
    """The finding at the words of the Markdown that it comes from, or at the page's start."""
    where = finding.line, finding.column
    url = next((r.url for r in page.references if (r.line, r.column) == where),
               next((i.detail for i in page.inline if (i.line, i.column) == where), ""))
    file = next((f for f in (docs / source, PROJECT / "docs" / source) if f.is_file()), None)
    text = file.read_text(encoding="utf-8", errors="replace") if file else ""
    forms = (url, unquote(url), html.escape(url), re.sub(r"\.html\b", ".md", url), re.sub(r"\.html\b", ".md", unquote(url)))
    at = next((place for place in (text.find(form) for form in forms if form) if place >= 0), 0)
    line, column = text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)
    return replace(finding, path=f"{shown}/{source}", line=line, column=column, excerpt=text.split("\n")[line - 1])
