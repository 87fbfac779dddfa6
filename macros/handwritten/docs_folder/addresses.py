"""What will be on the site and where: what a link may lead to, known before anything is built."""

import posixpath
import re
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path

from macros.handwritten.docs_folder.anchors import Made
from macros.handwritten.docs_folder.core import CORE_PAGES
from macros.handwritten.docs_folder.pages import Page
from macros.handwritten.docs_folder.tree import PROJECT, Tree
from macros.library import urls
from macros.library.catalog import Catalog
from macros.pages import KINDS

# Made by the build under names of its own: whether a file is there only the built site can tell.
_MADE = ("api/", "downloads/", "assets/data/", "assets/kb/", "assets/javascripts/", "assets/stylesheets/", "assets/images/")
_MACROS = {"practices": "practice", "speeches": "speech", "organizations": "organization", "problems": "problem"}
_WITH_PAGES = (*_MACROS, "sources")
# Folders of pages that are not one of an entry each: which there are, only a library without errors tells.
_OTHERS = {name for kind in KINDS if (name := getattr(kind, "KIND", ""))} - {*_WITH_PAGES}
_OWN = PROJECT / "docs"
_ID = re.compile(r"""\{:?[^{}\n]*?#([^\s{}]+)[^{}\n]*\}|\b(?:id|name)=["']([^"']+)["']""")


class Addresses:
    """The addresses of a site that is made of `tree`, whose pages are `pages`, and the entries of `catalog`.

    `made` makes pages, where the library has no errors.
    """

    def __init__(self, tree: Tree, pages: Mapping[str, Page], catalog: Catalog, made: Made | None) -> None:
        self._tree, self._catalog, self._made = tree, catalog, made
        borrowed = CORE_PAGES if not tree.is_the_projects else ()
        self._pages = {**{name: Page(name, name, (_OWN / name).read_text(encoding="utf-8"))
                          for name in borrowed if name not in tree.items and (_OWN / name).is_file()}, **pages}

    def page(self, url: str) -> Page | None:
        """The hand-written page that will be at an address."""
        return self._pages.get(f"{url.removesuffix('.html')}.md") if url.endswith(".html") else None

    def has_source(self, address: str) -> bool:
        """Whether a file of the folder, or the project's in its place, has this address."""
        return self._tree.may_hold(address) or address in self._pages

    def has(self, url: str) -> bool | None:
        """Whether something will be at an address of the site; None when only the built site tells."""
        if url in self._own or url in self._entries:
            return True
        if self._tree.may_hold(url) or self._tree.may_hold(f"{url.removesuffix('.html')}.md"):
            return None  # it is told of where it lies
        if url.startswith(_MADE) or url in ("sitemap.xml", "404.html"):
            return None
        folder = url.partition("/")[0]
        if folder in _OTHERS:
            return None if self._made is None else url in self._made.plans
        # A file that can't be read may claim any former name.
        return None if self._unread and folder in _WITH_PAGES else False

    def has_anchor(self, url: str, anchor: str) -> bool | None:
        """Whether a place on a page will be there; None when only the built site tells."""
        page = self.page(url)
        if page and anchor in self._explicit(page):
            return True
        if self._made is None:
            return None
        there = self._made.of_written(page) if page else self._made.of_entry(url)
        return None if there is None else anchor in there

    def macro(self, entry_id: str) -> str:
        """The call that links an entry, or "" where no such entry is or none of its kind is linked so."""
        kind = self._catalog.kind_of(entry_id)
        return f'{{{{ {_MACROS[kind]}("{entry_id}") }}}}' if kind in _MACROS else ""

    def suggestion(self, url: str) -> str:
        """What to write for an address that is not there, where it means an entry."""
        macro = self.macro(posixpath.basename(url).rpartition(".")[0])
        return f"条目的页面由数据生成，写宏 {macro}，或者以 .html 结尾的地址" if macro else ""

    @staticmethod
    def _explicit(page: Page) -> set[str]:
        return {one or other for one, other in _ID.findall(page.markdown)}

    @cached_property
    def _own(self) -> frozenset[str]:
        pages = {page.url for page in self._pages.values()}
        return frozenset(pages | {file for file in self._tree.files if Path(file).suffix != ".md"})

    @cached_property
    def _entries(self) -> frozenset[str]:
        known = {urls.entry(kind, name) for kind, name in self._catalog.claimed if kind in _WITH_PAGES}
        for kind, _, entry in self._catalog.entries():
            known.update(urls.entry(kind, former) for former in getattr(entry, "formerly", ()) if kind in _WITH_PAGES)
        return frozenset(known)

    @cached_property
    def _unread(self) -> bool:
        return not self._catalog.whole()
