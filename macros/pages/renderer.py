"""Where values meet HTML: Jinja fragments with autoescape, and the few filters they use."""

import re
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import Any, Protocol

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
_NARROW_COMMA = re.compile("(?<=[\u4e00-\u9fff”）]),(?=[\u4e00-\u9fff“（])")
# An image with a name: screen readers say it, a copy into Word keeps the plain x.
_MARK = Markup('<span class="kb-mask" role="img" aria-label="{0}，原文隐去" title="原文隐去">{0}</span>')
_BESIDE = re.compile(r"[\u4e00-\u9fff+\-“”·]")


class Originals(Protocol):
    """The full texts that lie beside the entries, where their owner put them there."""

    def passage(self, speech_id: str, at: str) -> Any: ...


class Renderer:
    """Fills fragments for one page after another; `edit_base` is put before `data/…` paths."""

    def __init__(self, graph: Graph, templates: Path, edit_base: str = "", originals: Originals | None = None) -> None:
        self.graph = graph
        self.originals = originals
        self.edit_base = edit_base
        self._environment = Environment(
            loader=FileSystemLoader(templates), autoescape=True, undefined=StrictUndefined,
            trim_blocks=True, lstrip_blocks=True,
        )
        self._environment.globals.update(
            catalog=graph.catalog, graph=graph, urls=urls, anchor=locators.anchor, gist=locators.gist,
            title=self._title, orders=self._orders, of_form=self._of_form, original=self._original,
            practices_of=self._practices_of, by_day=self._by_day,
            has_originals=self.originals is not None, locators=locators, kinds=KINDS,
            forms=tuple(Form), statuses=tuple(Status), aspects=tuple(Aspect), levels=tuple(Level),
        )
        self._environment.filters["plain"] = plain
        self._environment.filters["masked"] = masked

    def render(self, template: str, page: str, **values: Any) -> str:
        """The fragment `template` filled with `values`, its links relative to `page`."""
        links = Links(self.graph, page)
        return self._environment.get_template(template).render(
            **values, page=page, to=links.to, entry_url=links.entry, place_url=links.place,
            text=links.text, citation=links.citation, name=links.name,
        ).strip()

    def _title(self, kind: str, entry_id: str) -> str:
        return self.graph.name_of(entry_id) if kind == "organizations" else title_of(self.graph.catalog.of(kind)[entry_id])

    def _orders(self, practice_id: str) -> str:
        """Which speeches tell of a practice: `第3、4篇`."""
        return f"第{'、'.join(str(t.speech.order) for t in self.graph.of_practice[practice_id])}篇"

    def _of_form(self, practice_ids: Iterable[str], form: Form) -> list[str]:
        return [pid for pid in practice_ids if self.graph.catalog.practices[pid].form is form]

    def _practices_of(self, speech_id: str) -> set[str]:
        return {t.practice_id for t in self.graph.of_speech.get(speech_id, ())}

    def _by_day(self, practice_ids: Iterable[str]) -> dict[str, list[str]]:
        """Practices by the day they were added, in the order given."""
        days: dict[str, list[str]] = {}
        for practice_id in practice_ids:
            days.setdefault(str(self.graph.catalog.practices[practice_id].added), []).append(practice_id)
        return days

    def _original(self, speech_id: str, at: str) -> Any:
        """The passage of the full text that a locator points at, or None where it is not here."""
        return self.originals.passage(speech_id, at) if self.originals else None

    def path_of(self, kind: str, entry_id: str) -> str:
        """The data file that an entry stands in."""
        return self.graph.catalog.origins[kind, entry_id].document.path

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

    def name(self, organization_id: str) -> Markup:
        """An organisation's name, masks marked, namesakes told apart."""
        return masked(self.graph.name_of(organization_id))

    def citation(self, telling: Telling, at: str) -> Markup:
        """单位 · 篇名 · 第3段·一是"""
        return Markup("{} · {} · {}").format(
            self.name(telling.organization_id), masked(telling.speech.short), locators.label(telling.speech, at))


@lru_cache(maxsize=65536)
def masked(value: str) -> Markup:
    """Escaped text in which every mask of the source is marked as 原文隐去.

    A half-width comma between Chinese characters, as web pages have it, is shown full-width.
    """
    value = _NARROW_COMMA.sub("，", value)
    out, end = [], 0
    for match in _MASK.finditer(value):
        around = value[max(0, match.start() - 1):match.start()] + value[match.end():match.end() + 1]
        if not _BESIDE.search(around):
            continue
        out.append(escape(value[end:match.start()]))
        out.append(_MARK.format(match.group()))
        end = match.end()
    out.append(escape(value[end:]))
    return Markup("").join(out)


def plain(value: str, graph: Graph) -> str:
    """An entry's text without link marks: `[[id]]` becomes the title of the entry."""
    parts = []
    for words, entry_id in pieces(value):
        kind = graph.catalog.kind_of(entry_id) if entry_id else None
        parts.append(words if kind is None or entry_id is None else title_of(graph.catalog.of(kind)[entry_id]))
    return "".join(parts)


def title_of(entry: Any) -> str:
    """What an entry is called, whatever its kind."""
    for name in ("title", "name", "term"):
        value = getattr(entry, name, None)
        if value:
            return str(value)
    raise ValueError(f"entry without a title: {entry!r}")
