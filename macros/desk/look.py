"""The page of an entry as readers will see it, by the renderer that makes the site, and the styles of the site."""

import importlib.util
from collections.abc import Set as AbstractSet
from dataclasses import replace
from pathlib import Path
from typing import Any

from flask import Blueprint, abort, render_template
from flask.typing import ResponseReturnValue

from macros.desk.filling import path_of
from macros.desk.form import controls, form, part_at
from macros.desk.library import data_of, prefix_of
from macros.desk.state import Desk
from macros.desk.wording import plain
from macros.findings import Finding
from macros.handwritten.docs_folder import PROJECT
from macros.library.catalog import Catalog
from macros.library.graph import Graph
from macros.library.references import links_of, references
from macros.library.references import of as references_of
from macros.model.entries import Practice
from macros.model.fields import altered
from macros.model.kinds import KINDS
from macros.model.titles import title_of
from macros.pages import KINDS as PAGE_KINDS
from macros.pages.fingerprints import Keys
from macros.pages.page import RenderedPage
from macros.pages.renderer import Renderer
from macros.reading.document import Document

_SITE = PROJECT / "docs" / "assets" / "stylesheets"
_FRAGMENTS = PROJECT / "overrides" / "fragments"


def register(app: Blueprint, desk: Desk) -> None:
    """The address of the preview."""

    @app.get("/<kind>/<entry_id>/preview")
    def preview(kind: str, entry_id: str) -> ResponseReturnValue:
        draft = desk.draft(kind, entry_id) or abort(404)
        document = desk.document(draft)
        if not desk.library.ready.is_set():
            return render_template("preview.html", html="", why="还在读全库，过一会儿再看。", styles=sheets())
        if isinstance(document, Finding):
            return render_template("preview.html", html="", why=f"现在的样子读不出来：{plain(document.message, desk.library.called)}。", styles=sheets())
        catalog, found = desk.library.with_draft(kind, entry_id, document)
        if entry_id not in catalog.of(kind):
            return render_template("preview.html", html="", why=_unfilled(desk, kind, document, entry_id, found), styles=sheets())
        made = rendered(sound(near(catalog, kind, entry_id)), desk.library.originals, kind, entry_id)
        if made is None:
            return render_template("preview.html", html="", why=_lacking(desk, catalog, kind, entry_id), styles=sheets())
        return render_template("preview.html", html=made.html, why="", styles=sheets())


def rendered(catalog: Catalog, texts: Any, kind: str, entry_id: str) -> RenderedPage | None:
    """The page that an entry has on the site, or the page that lists it; None where it has none."""
    if entry_id not in catalog.of(kind):
        return None
    graph = Graph(catalog)
    renderer = Renderer(graph, _FRAGMENTS, originals=texts, guide=False)
    wanted = f"{kind}/{entry_id}.html"
    for module in PAGE_KINDS:
        if getattr(module, "KIND", "") == kind:
            for plan in module.plans(graph, renderer, Keys(graph, "")):
                if plan.url == wanted:
                    return plan.make()
    if kind in ("terms", "formulations"):
        template = "glossary.html" if kind == "terms" else "formulations.html"
        return RenderedPage(template, title_of(catalog.of(kind)[entry_id]), "", renderer.render(template, template))
    return None


def near(catalog: Catalog, kind: str, entry_id: str) -> Catalog:
    """The catalogue without the practices that have no part in a page: of ten thousand, a page shows a few dozen."""
    practices, one = catalog.practices, catalog.of(kind)[entry_id]
    if kind == "practices":
        named = _linked(one)
        linking = {pid for pid, p in practices.items() if entry_id in _linked(p)}
        alike = {pid for problem in one.problems for pid in catalog.answering.get(problem, ())}
        mentioning = {pid for of, pid in catalog.written(f"[[{entry_id}]]") if of == "practices"}
        kept = {entry_id, *named, *linking, *alike, *mentioning, *(target for _, target, _ in links_of(catalog, kind, entry_id))}
    elif kind in ("speeches", "organizations"):
        speeches = {entry_id} if kind == "speeches" else set(catalog.spoken.get(entry_id, ()))
        kept = {pid for pid, p in practices.items() if any(account.speech in speeches for account in p.accounts)}
    else:
        return catalog
    left = practices.keys() - kept
    return replace(catalog, practices={pid: p if pid == entry_id else _without(p, left) for pid, p in practices.items() if pid in kept},
                   origins={key: origin for key, origin in catalog.origins.items() if key[0] != "practices" or key[1] in kept})


def _without(practice: Practice, left: AbstractSet[str]) -> Practice:
    """A practice beside the page, without its links to those that were left out: they are no mistakes of it."""
    if left.isdisjoint(_linked(practice)):
        return practice
    return altered(practice, related=tuple(link for link in practice.related if link.to not in left), distinct_from=tuple(other for other in practice.distinct_from if other.to not in left))


def _linked(practice: Practice) -> set[str]:
    return {*(link.to for link in practice.related), *(other.to for other in practice.distinct_from)}


def sound(catalog: Catalog) -> Catalog:
    """The catalogue without the entries that name what is not in it: drafts of others must not keep a page from being shown."""
    while True:
        lacking = {(kind, entry_id) for kind, entry_id, _, target_kind, target in references(catalog) if target not in catalog.of(target_kind)}
        if not lacking:
            return catalog
        changed: dict[str, Any] = {kind: {i: e for i, e in catalog.of(kind).items() if (kind, i) not in lacking} for kind in {kind for kind, _ in lacking}}
        catalog = replace(catalog, **changed, origins={key: origin for key, origin in catalog.origins.items() if key not in lacking})


def _unfilled(desk: Desk, kind: str, document: Document, entry_id: str, found: list[Finding]) -> str:
    """What is still lacking before there is a page, by the labels of the form."""
    whole, before = form(KINDS[kind].model, data_of(document, kind, entry_id)), len(prefix_of(kind, entry_id))
    parts = [part_at(whole, path_of(each.place[before:])) for each in sorted(found)]
    open_ = [c.label for c in controls(whole) if c.open]
    labels = dict.fromkeys([*open_, *(part.label for part in parts if part and part.label)])
    return f"填好这几处，就看得到：{'、'.join(labels)}。" if labels else "还有写得不对的地方，改好就看得到；见“检查”。"


def _lacking(desk: Desk, catalog: Catalog, kind: str, entry_id: str) -> str:
    names = [desk.library.called(target) or target for _, target_kind, target in references_of(catalog, kind, entry_id) if target not in catalog.of(target_kind)]
    return f"它用到的还没有填好：{'、'.join(names)}。" if names else "这一种没有自己的网页。"


def styles() -> dict[str, tuple[bytes, str]]:
    """The styles of the site, and those of the theme where it is installed, by name."""
    files = {file.name: file for file in sorted(_SITE.glob("*.css"))}
    theme = importlib.util.find_spec("material")
    if theme and theme.origin:
        files |= {f"{name}.css": file for name in ("main", "palette")
                  for file in (Path(theme.origin).parent / "templates" / "assets" / "stylesheets").glob(f"{name}.*.min.css")}
    return {f"site-{name}" if name in ("main.css", "palette.css") else name: (file.read_bytes(), "text/css; charset=utf-8") for name, file in files.items()}


def sheets() -> list[str]:
    """The names of the styles that a page of the site has, in its order."""
    return ["site-main.css", "site-palette.css", "kb.css", "kb-rows.css", "kb-entry.css", "kb-index.css"]
