"""Where values meet HTML: Jinja fragments with autoescape, and the few filters they use."""

import re
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from macros import locators, urls
from macros.catalog import KINDS
from macros.relations import Graph, Telling
from macros.texts import pieces
from macros.vocabulary import Aspect, Form, Level, Status

# A run of x that stands where a digit or a name was: beside a Chinese character, a plus or
# hyphen between two, or a quotation mark. `x` in Latin words or code is left alone.
_MASK = re.compile(r"(?<![A-Za-z0-9])x+(?![A-Za-z0-9])")
_BESIDE = re.compile(r"[\u4e00-\u9fff+\-“”·]")


class Renderer:
    """Fills fragments for one page after another; `edit_base` is put before `data/…` paths."""

    def __init__(self, graph: Graph, templates: Path, edit_base: str = "") -> None:
        self.graph = graph
        self.edit_base = edit_base
        self._environment = Environment(
            loader=FileSystemLoader(templates), autoescape=True, undefined=StrictUndefined,
            trim_blocks=True, lstrip_blocks=True,
        )
        self._environment.globals.update(
            catalog=graph.catalog, graph=graph, urls=urls, locators=locators, kinds=KINDS,
            forms=tuple(Form), statuses=tuple(Status), aspects=tuple(Aspect), levels=tuple(Level),
            edit_url=self.edit_url,
        )
        self._environment.filters["masked"] = masked

    def render(self, template: str, page: str, **values: Any) -> str:
        """The fragment `template` filled with `values`, its links relative to `page`."""
        links = Links(self.graph, page)
        filled = self._environment.get_template(template).render(
            **values, page=page, to=links.to, entry_url=links.entry, place_url=links.place,
            text=links.text, citation=links.citation, organization_name=links.organization_name,
        )
        return filled.strip()

    def edit_url(self, path: str) -> str | None:
        """Where a data file is edited, or None when no address was configured."""
        return self.edit_base + path if self.edit_base else None


class Links:
    """Links as seen from one page."""

    def __init__(self, graph: Graph, page: str) -> None:
        self.graph = graph
        self.page = page

    def to(self, address: str) -> str:
        return urls.relative(address, self.page)

    def entry(self, kind: str, entry_id: str) -> str:
        return self.to(urls.entry(kind, entry_id))

    def place(self, speech_id: str, at: str) -> str:
        return self.to(urls.place(speech_id, at))

    def text(self, value: str) -> Markup:
        """An entry's text as HTML: escaped, masks marked, `[[id]]` linked by title."""
        parts = []
        for words, entry_id in pieces(value):
            kind = self.graph.catalog.kind_of(entry_id) if entry_id else None
            if kind is None or entry_id is None:
                parts.append(masked(words))
            else:
                parts.append(Markup('<a href="{}">{}</a>').format(
                    self.entry(kind, entry_id), masked(title_of(self.graph.catalog.of(kind)[entry_id]))))
        return Markup("").join(parts)

    def organization_name(self, telling: Telling) -> Markup:
        """Who tells; bodies whose names can't tell them apart get the place of their speech."""
        return masked(self.graph.catalog.organizations[telling.organization_id].name)

    def citation(self, telling: Telling, at: str) -> Markup:
        """单位 · 篇名 · 第3段·一是"""
        return Markup("{} · {} · {}").format(
            masked(telling.organization.name), masked(telling.speech.short), locators.label(telling.speech, at))


def masked(value: str) -> Markup:
    """Escaped text in which every mask of the source is marked as 原文隐去."""
    out, end = [], 0
    for match in _MASK.finditer(value):
        around = value[max(0, match.start() - 1):match.start()] + value[match.end():match.end() + 1]
        if not _BESIDE.search(around):
            continue
        out.append(escape(value[end:match.start()]))
        out.append(Markup('<abbr class="kb-mask" title="原文隐去">{}</abbr>').format(match.group()))
        end = match.end()
    out.append(escape(value[end:]))
    return Markup("").join(out)


def title_of(entry: Any) -> str:
    """What an entry is called, whatever its kind."""
    for name in ("title", "name", "term"):
        value = getattr(entry, name, None)
        if value:
            return str(value)
    raise ValueError(f"entry without a title: {entry!r}")
