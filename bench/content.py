"""What every generator is given: the pages of a library as plain values, everything worked out.

Links come with title and address, back-links and counts are done, entries are checked: work that
our own build does inside the measured time and that the others get for nothing.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any

from macros.findings import errors
from macros.library import urls
from macros.library.catalog import load
from macros.library.graph import Graph, Telling
from macros.model import locators
from macros.model.entries import Speech
from macros.model.inline_links import LINK
from macros.model.vocabulary import Aspect, Form

Facts = dict[str, Any]
ENTRIES = ("practices", "speeches", "organizations", "problems", "topics")
SECTIONS = {"practices": "全部做法", "speeches": "发言", "organizations": "单位", "problems": "问题", "topics": "专题"}
NEWEST = 200


@dataclass(frozen=True)
class Page:
    """One page: `kind` is its folder, "" for the root; `id` is "index" for the page of a folder."""

    kind: str
    id: str
    title: str
    description: str
    facts: Facts

    @property
    def url(self) -> str:
        return f"{self.kind}/{self.id}.html" if self.kind else f"{self.id}.html"


@dataclass(frozen=True)
class Content:
    """All pages of a library; `rows` is what a list shows of a practice, by id, and `written` are
    hand-written pages without macros, by their path."""

    pages: tuple[Page, ...]
    rows: dict[str, Facts]
    written: dict[str, str] = field(default_factory=dict)

    @property
    def practices(self) -> list[Page]:
        return [page for page in self.pages if page.kind == "practices" and page.id != "index"]


def read(data: Path) -> Content:
    """The content of a library.

    Raises:
        ValueError: when an entry of it is broken.
    """
    catalog, findings = load(data)
    if errors(findings):
        raise ValueError(f"{data}: {errors(findings)[0].message}")
    return Reader(Graph(catalog)).content()


class Reader:
    """Turns a graph into plain values."""

    def __init__(self, graph: Graph) -> None:
        self.graph = graph
        self.catalog = graph.catalog

    def content(self) -> Content:
        pages = (*self.practices(), *self.speeches(), *self.organizations(), *self.problems(), *self.topics(), *self.root())
        return Content(pages, {pid: self.row(pid) for pid in self.graph.practice_ids})

    # --- pages ----------------------------------------------------------------------------

    def practices(self) -> Iterator[Page]:
        graph = self.graph
        yield self.folder("practices", rows=list(graph.practice_ids), told=len(graph.tellings), speeches=len(self.catalog.speeches))
        for pid in graph.practice_ids:
            practice, tellings = self.catalog.practices[pid], graph.of_practice[pid]
            sources = dict.fromkeys(self.catalog.sources[t.speech.source].title for t in tellings)
            yield Page("practices", pid, practice.title, practice.summary, {
                "form": practice.form.label, "form_value": practice.form.value, "aliases": list(practice.aliases),
                "topics": [self.link("topics", t) for t in practice.topics], "added": str(practice.added),
                "tellings": [self.telling(t) for t in tellings],
                "rows": list(self.rows(tellings)),
                "rests": [place | {"gist": self.text(locators.gist(t.speech, at))}
                          for t in tellings for at in t.account.at for place in (self.place(t, at),)],
                "related": list(self.related(pid)),
                "confusable": [self.link("practices", c.to) | {"why": self.text(c.why)} for c in graph.confusable.get(pid, ())],
                "problems": [self.link("problems", p) for p in practice.problems],
                "unsaid": [self.text(each.what) for each in practice.unsaid], "sources": list(sources),
            })

    def speeches(self) -> Iterator[Page]:
        graph, order = self.graph, list(self.graph.speeches)
        yield self.folder("speeches", sources=[
            {"id": i, "title": s.title, "kind": s.kind, "speeches": [
                self.link("speeches", sid) | {"order": speech.order, "organization": self.link("organizations", speech.organization),
                                              "paragraphs": len(speech.paragraphs), "practices": self.told_in(sid)}
                for sid, speech in graph.speeches.items() if speech.source == i]}
            for i, s in self.catalog.sources.items()])
        for n, sid in enumerate(order):
            speech = graph.speeches[sid]
            organization, source = self.catalog.organizations[speech.organization], self.catalog.sources[speech.source]
            yield Page("speeches", sid, speech.title, f"{organization.name}的发言：{speech.short}。", {
                "order": speech.order, "organization": self.link("organizations", speech.organization),
                "level": organization.level.label, "state": organization.name_state.label,
                "occasion": speech.occasion or "", "year": str(source.year or ""), "masks": speech.masks,
                "source": self.link("sources", speech.source), "practices": self.told_in(sid),
                "sections": list(self.sections(sid, speech)),
                "before": [self.pager(s) for s in order[n - 1:n]] if n else [], "after": [self.pager(s) for s in order[n + 1:n + 2]],
            })

    def organizations(self) -> Iterator[Page]:
        graph = self.graph
        yield self.folder("organizations", organizations=[
            self.link("organizations", oid) | {"level": o.level.label, "practices": len(graph.of_organization.get(oid, ())),
                                               "speeches": [self.pager(s) for s in graph.speeches_of.get(oid, ())]}
            for oid, o in self.catalog.organizations.items()])
        for oid, organization in self.catalog.organizations.items():
            yield Page("organizations", oid, graph.name_of(oid), graph.name_of(oid), {
                "level": organization.level.label, "state": organization.name_state.label,
                "speeches": [self.link("speeches", s) | {"order": self.catalog.speeches[s].order} for s in graph.speeches_of.get(oid, ())],
                "told": [{"id": t.practice_id, "only": graph.of_practice[t.practice_id].index(t)} for t in graph.of_organization.get(oid, ())],
            })

    def problems(self) -> Iterator[Page]:
        graph = self.graph
        yield self.folder("problems", problems=[
            self.link("problems", pid) | {"practices": len(answers), "organizations": len(graph.organizations_of(answers))}
            for pid in self.catalog.problems for answers in (graph.by_problem.get(pid, ()),)])
        for pid, problem in self.catalog.problems.items():
            yield Page("problems", pid, problem.title, problem.summary or problem.title, {
                "summary": problem.summary or "", "answers": len(graph.by_problem.get(pid, ())), "groups": self.by_form(graph.by_problem.get(pid, ())), "synonyms": list(problem.synonyms),
            })

    def topics(self) -> Iterator[Page]:
        graph = self.graph
        yield self.folder("topics", topics=self.topic_cards())
        for tid, topic in self.catalog.topics.items():
            found = graph.by_topic.get(tid, ())
            yield Page("topics", tid, topic.title, topic.question, {
                "question": topic.question, "scope": topic.scope, "practices": len(found),
                "organizations": len(graph.organizations_of(found)), "groups": self.by_form(found),
            })

    def root(self) -> Iterator[Page]:
        catalog, graph = self.catalog, self.graph
        newest = sorted(graph.practice_ids, key=lambda p: catalog.practices[p].added, reverse=True)[:NEWEST]
        yield Page("", "index", "首页", "首页", {"speeches": len(catalog.speeches), "practices": len(graph.practice_ids), "topics": self.topic_cards()})
        yield Page("", "glossary", "术语", "术语", {"terms": [
            {"id": tid, "term": term.term, "expansion": term.expansion or "", "at": [self.cited(c.speech, at) for c in term.at for at in c.at]}
            for tid, term in catalog.terms.items()]})
        yield Page("", "updates", "最近更新", "最近更新", {"recent": [
            self.link("practices", p) | {"added": str(catalog.practices[p].added), "by": [graph.name_of(t.organization_id) for t in graph.of_practice[p]]}
            for p in newest]})
        yield Page("", "compare", "对照表", "对照表", {})

    # --- parts of pages -------------------------------------------------------------------

    def folder(self, kind: str, **facts: Any) -> Page:
        return Page(kind, "index", SECTIONS[kind], SECTIONS[kind], facts)

    def row(self, pid: str) -> Facts:
        practice = self.catalog.practices[pid]
        return {"id": pid, "title": practice.title, "summary": self.text(practice.summary), "told": [
            self.link("organizations", t.organization_id) | {"status": t.account.progress.status.value, "label": t.account.progress.status.label,
                                                             "places": [self.short_place(t, at) for at in t.account.at]}
            for t in self.graph.of_practice[pid]]}

    def telling(self, t: Telling) -> Facts:
        progress = t.account.progress
        return self.link("organizations", t.organization_id) | {
            "status": progress.status.value, "label": progress.status.label, "cue": progress.cue or "",
            "scope": progress.scope.label if progress.scope else "", "speech": t.speech.title,
            "places": [self.place(t, at) for at in t.account.at],
            "figures": [{"label": f.label, "state": f.state.value, "raw": f.raw or "", "members": list(f.members)} for f in t.account.figures],
        }

    def rows(self, tellings: Iterable[Telling]) -> Iterator[Facts]:
        """The points of all accounts by aspect."""
        columns = [t.account.points for t in tellings]
        for aspect in (*Aspect, None):
            cells = [[self.text(p.text) for p in points if p.aspect is aspect] for points in columns]
            if any(cells):
                yield {"label": aspect.label if aspect else "要点", "cells": cells}

    def related(self, pid: str) -> Iterator[Facts]:
        found = self.graph.related.get(pid, ())
        for label in dict.fromkeys(r.label for r in found):
            yield {"label": label, "links": [self.link("practices", r.to) | {"orders": self.orders(r.to)} for r in found if r.label == label]}

    def sections(self, sid: str, speech: Speech) -> Iterator[Facts]:
        numbers = count(1)
        for section in speech.outline:
            yield {"heading": section.heading or "", "places": [
                self.part(sid, f"{n}", f"第{n}段", paragraph.gist) | {
                    "items": [self.part(sid, f"{n}.{i}", item.marker, item.gist) for i, item in enumerate(paragraph.items, 1)]}
                for paragraph, n in zip(section.paragraphs, numbers, strict=False)]}

    def part(self, sid: str, at: str, label: str, gist: str) -> Facts:
        graph = self.graph
        return {
            "anchor": locators.anchor(at), "label": label, "gist": self.text(gist),
            "told": [self.link("practices", t.practice_id) | {"status": t.account.progress.status.value, "progress": t.account.progress.status.label,
                                                              "others": len(graph.of_practice[t.practice_id]) - 1}
                     for t in graph.told_at.get((sid, at), ())],
            "terms": [self.link("terms", t) for t in graph.terms_at.get((sid, at), ())],
            "problems": [self.link("problems", p) for p in graph.problems_named_at.get((sid, at), ())],
        }

    def topic_cards(self) -> list[Facts]:
        return [self.link("topics", tid) | {"question": t.question, "practices": len(self.graph.by_topic.get(tid, ()))}
                for tid, t in self.catalog.topics.items()]

    def by_form(self, pids: Iterable[str]) -> list[Facts]:
        chosen = list(pids)
        groups = [{"label": f.label, "value": f.value, "rows": [p for p in chosen if self.catalog.practices[p].form is f]} for f in Form]
        return [group for group in groups if group["rows"]]

    def link(self, kind: str, entry_id: str) -> Facts:
        entry = self.catalog.of(kind)[entry_id]
        title = self.graph.name_of(entry_id) if kind == "organizations" else entry.term if kind == "terms" else entry.title
        return {"title": title, "url": urls.entry(kind, entry_id)}

    def pager(self, sid: str) -> Facts:
        speech = self.catalog.speeches[sid]
        return {"title": f"第{speech.order}篇 {speech.short}", "url": urls.entry("speeches", sid)}

    def cited(self, sid: str, at: str) -> Facts:
        speech = self.catalog.speeches[sid]
        title = f"{self.graph.name_of(speech.organization)} · {speech.short} · {locators.label(speech, at)}"
        return {"title": title, "url": urls.place(sid, at)}

    def place(self, t: Telling, at: str) -> Facts:
        return self.cited(t.speech_id, at) | {"label": locators.label(t.speech, at)}

    def short_place(self, t: Telling, at: str) -> Facts:
        return {"title": f"第{t.speech.order}篇 · {locators.label(t.speech, at)}", "url": urls.place(t.speech_id, at), "short": t.speech.short}

    def orders(self, pid: str) -> str:
        return f"第{'、'.join(str(t.speech.order) for t in self.graph.of_practice[pid])}篇"

    def told_in(self, sid: str) -> int:
        return len({t.practice_id for t in self.graph.of_speech.get(sid, ())})

    def text(self, text: str) -> str:
        """Text whose links are written as titles."""
        return LINK.sub(lambda m: self._linked(m.group(1)), text)

    def _linked(self, entry_id: str) -> str:
        kind = next((k for k in (*ENTRIES, "terms", "sources") if entry_id in self.catalog.of(k)), None)
        return str(self.link(kind, entry_id)["title"]) if kind else entry_id


def frame(page: str) -> str:
    """One of our built pages with marks for title, description and content: the others wear it too,
    so that all sites have pages of about the same size."""
    page = re.sub(r"<title>.*?</title>", "<title>BENCH-TITLE</title>", page, flags=re.DOTALL)
    page = re.sub(r'(<meta name="description" content=")[^"]*', r"\1BENCH-DESCRIPTION", page)
    return re.sub(r'(<article class="md-content__inner[^>]*>).*(</article>)', r"\1BENCH-CONTENT\2", page, flags=re.DOTALL)
