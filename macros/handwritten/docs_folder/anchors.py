"""The places on a page that a link may lead to, made as the build makes them.

Only asked about a place that nobody named in so many words: it takes as long as making the page.
"""

from collections.abc import Mapping
from functools import cached_property

import jinja2

from macros.handwritten import guide_macros, macros
from macros.handwritten.docs_folder.pages import Page
from macros.handwritten.docs_folder.tree import PROJECT
from macros.html.page import parse
from macros.library.catalog import Catalog
from macros.library.graph import Graph
from macros.pages import KINDS, PagePlan
from macros.pages.fingerprints import Keys
from macros.pages.renderer import Renderer


class Made:
    """Pages of a library without errors."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog
        self._known: dict[str, frozenset[str]] = {}

    def of_written(self, page: Page) -> frozenset[str] | None:
        """Every anchor of a hand-written page; None where it can't be made."""
        if page.url not in self._known:
            text = page.text[len(page.front):]
            try:
                self._known[page.url] = parse(_html(self._filled(text, page.url) if page.calls_macros else text)).anchors
            except jinja2.TemplateError:
                return None
        return self._known[page.url]

    def of_entry(self, url: str) -> frozenset[str] | None:
        """Every anchor of the page that data makes at an address; None where it makes none."""
        if url not in self._known:
            plan = self.plans.get(url)
            if plan is None:
                return None
            self._known[url] = parse(plan.make().html).anchors
        return self._known[url]

    @cached_property
    def plans(self) -> Mapping[str, PagePlan]:
        """The pages that data makes, by the address where they will lie."""
        keys, found = Keys(self._renderer.graph, ""), dict[str, PagePlan]()
        for kind in KINDS:
            for plan in kind.plans(self._renderer.graph, self._renderer, keys):
                found.setdefault(plan.url, plan)
        return found

    @cached_property
    def _renderer(self) -> Renderer:
        return Renderer(Graph(self._catalog), PROJECT / "overrides" / "fragments")

    def _filled(self, text: str, url: str) -> str:
        environment = jinja2.Environment(autoescape=False)  # noqa: S701 - nobody will see this page
        environment.globals.update({
            name: getattr(owner(self._renderer, url), name)
            for owner in (macros.Macros, guide_macros.Guide) for name in macros.macros(owner)
        })
        return environment.from_string(text).render()


def _html(text: str) -> str:
    from markdown import Markdown  # type: ignore[import-untyped]
    from pymdownx.slugs import slugify  # type: ignore[import-untyped]

    made: str = Markdown(
        extensions=["abbr", "admonition", "attr_list", "def_list", "footnotes", "md_in_html", "tables", "toc", "pymdownx.details",
                    "pymdownx.superfences"],
        extension_configs={"toc": {"slugify": slugify(case="lower")}}).convert(text)
    return made
