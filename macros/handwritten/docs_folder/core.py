"""The pages that every library needs: they are there, and they list what their name promises."""

import re
from collections.abc import Iterator, Mapping

from macros.findings import Finding
from macros.handwritten.docs_folder.masking import masked
from macros.handwritten.docs_folder.pages import Page
from macros.handwritten.docs_folder.tree import PROJECT, Tree
from macros.library.catalog import Catalog

# Where another folder of hand-written pages has none, the project's own are taken.
CORE_PAGES = ("index.md", "practices/index.md", "speeches/index.md", "organizations/index.md",
              "problems/index.md", "glossary.md", "folder.md", "compare.md", "updates.md",
              "figures.md", "correct.md", "changes.md", "about.md", "bodies.md")
# What such a page must call: entries lead there by its addresses and anchors.
_LISTS = {
    "practices/index.md": ("practice_index()", "practices()"), "speeches/index.md": ("speeches()",), "glossary.md": ("glossary()",),
    "organizations/index.md": ("organizations()",), "problems/index.md": ("problems()",), "folder.md": ("folder()",),
    "figures.md": ("figures()",), "correct.md": ("correct()",),
    "changes.md": ("changes()",), "bodies.md": ("bodies()",),
}
_WHOLE = re.compile(r"(?:\s*by\s*=[^,]*)?")
_CALL = re.compile(r"\{\{-?\s*(\w+)\s*\(([^)]*)\)")


def check(tree: Tree, pages: Mapping[str, Page], catalog: Catalog) -> Iterator[Finding]:
    """Core pages that are missing or list nothing; topics without their page, and pages without a topic."""
    for address in CORE_PAGES:
        page = pages.get(address)
        if page is None:
            if not tree.may_hold(address) and not (not tree.is_the_projects and (PROJECT / "docs" / address).is_file()):
                yield Finding(tree.path(address), 1, 1, "missing-page", "少了这一页，每一页上都有到它的链接", _restore(address))
        elif address in _LISTS and not _calls(page) & set(_LISTS[address]):
            yield _unlisted(page, _LISTS[address][0])
        elif address == "glossary.md" and catalog.formulations and "formulations()" not in _calls(page):
            yield _unlisted(page, "formulations()")
    yield from _topics(tree, pages, catalog)


def _unlisted(page: Page, wanted: str) -> Finding:
    return page.at(1, 1, "missing-list", f"这一页没有列出条目：没有调用宏 {wanted}",
                   f"页首写 render_macros: true，单独一行写 {{{{ {wanted} }}}}")


def _topics(tree: Tree, pages: Mapping[str, Page], catalog: Catalog) -> Iterator[Finding]:
    used = {topic for practice in catalog.practices.values() for topic in practice.topics}
    # That practices and a page still have the id of before is told where it was changed.
    renamed = any(name not in catalog.topics and f"topics/{name}.md" in pages for name in used)
    for name in (name for kind, name in sorted(catalog.claimed) if kind == "topics"):
        address = f"topics/{name}.md"
        if not tree.may_hold(address) and not (renamed and name not in used) and ("topics", name) in catalog.origins:
            yield catalog.finding("topics", name, (), "topic-without-page", f"专题“{name}”没有页面 {tree.path(address)}",
                                  "照别的专题新建这一页，或删去这个专题", key=True)
    for address, page in pages.items():
        folder, _, file = address.partition("/")
        name = file.removesuffix(".md")
        if folder == "topics" and file != "index.md" and "/" not in file and not catalog.has("topics", name):
            yield page.at(1, 1, "page-without-topic", f"没有编号为“{name}”的专题",
                          "在 data/topics.yml 里加上这个专题，或把这一页改名、删去")


def _calls(page: Page) -> set[str]:
    """The macros that a page calls, with `()` where nothing is narrowed."""
    if not page.calls_macros:
        return set()
    text = masked(page.text, len(page.front), templates=False)
    return {f"{name}()" if _WHOLE.fullmatch(given) else name for name, given in _CALL.findall(text)}


def _restore(address: str) -> str:
    wanted = _LISTS.get(address, ("",))[0]
    return "从 git 里取回这一页" + (f"，或新建一页，里面写 {{{{ {wanted} }}}}" if wanted else "")
