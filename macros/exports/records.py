"""A practice as a plain value: what the API, the data scripts and search engines have in common.

Values keep the English of the data (`form: mechanism`); the Chinese label stands beside each in a
key that ends in `_label`. `[[id]]` in a text has become the title that it stands for.
"""

from collections.abc import Iterable, Iterator

from pydantic_core import to_json

from macros.exports.declared import Record, completed, number
from macros.library import urls
from macros.library.graph import Graph, Telling
from macros.library.plain import plain
from macros.model import locators
from macros.model.accounts import Figure, Point, Progress


def dumps(value: object) -> bytes:
    """`value` as one line of JSON, in UTF-8, that may also stand in a script."""
    # Line separators end a string in scripts before ES2019.
    return to_json(value).replace(b"\xe2\x80\xa8", b"\\u2028").replace(b"\xe2\x80\xa9", b"\\u2029")


class Records:
    """Makes records from a graph, and remembers the names of places between them."""

    def __init__(self, graph: Graph) -> None:
        self.graph = graph
        self.catalog = graph.catalog
        self._places: dict[tuple[str, str], str] = {}
        self._speeches: dict[str, Record] = {}

    def practices(self) -> Iterator[Record]:
        """The record of every practice, in the order in which the speeches tell of them."""
        return map(self.practice, self.graph.practice_ids)

    def practice(self, pid: str) -> Record:
        """All that the page of a practice shows."""
        practice = self.catalog.practices[pid]
        return completed({
            "id": pid,
            "title": practice.title,
            "aliases": list(practice.aliases),
            "summary": self.plain(practice.summary),
            "form": practice.form.value,
            "form_label": practice.form.label,
            "topics": list(practice.topics),
            "topic_labels": [self.catalog.topics[t].title for t in practice.topics],
            "problems": list(practice.problems),
            "problem_labels": [self.catalog.problems[p].title for p in practice.problems],
            "accounts": [self._account(telling) for telling in self.graph.of_practice[pid]],
            "mentioned_by": [{"organization": oid, "organization_label": self.graph.name_of(oid), "practice": by,
                              "title": self.catalog.practices[by].title, "url": urls.entry("practices", by)}
                             for oid, others in self.graph.mentions.get(pid, {}).items() for by in others],
            "related": self._related(pid),
            "distinct_from": self._distinct_from(pid),
            "added": practice.added.isoformat(),
            "updated": practice.changed and practice.changed.isoformat(),
            "formerly": list(practice.formerly),
            "url": urls.entry("practices", pid),
        }, practice, self.plain)

    def plain(self, text: str | None) -> str | None:
        """`text` with every link replaced by the title of its entry."""
        return None if text is None else plain(text, self.catalog)

    def place(self, speech_id: str, at: str) -> str:
        """第3段·一是"""
        key = speech_id, at
        if key not in self._places:
            self._places[key] = locators.label(self.catalog.speeches[speech_id], at)
        return self._places[key]

    def places(self, speech_id: str, ats: Iterable[str]) -> Record:
        """Places and their names, as every record gives them."""
        ats = list(ats)
        return {"at": ats, "at_labels": [self.place(speech_id, at) for at in ats]}

    def source_label(self, source_id: str) -> str:
        """名称（种类，年份）"""
        source = self.catalog.sources[source_id]
        detail = f"{source.kind}，{source.year}年" if source.year else source.kind
        return f"{source.title}（{detail}）"

    def speech(self, speech_id: str) -> Record:
        """The speech as each of its accounts names it."""
        if speech_id not in self._speeches:
            self._speeches[speech_id] = self._speech(speech_id)
        return self._speeches[speech_id]

    def _speech(self, speech_id: str) -> Record:
        speech = self.catalog.speeches[speech_id]
        organization = self.catalog.organizations[speech.organization]
        return {
            "speech": speech_id,
            "speech_label": speech.short,
            "speech_title": speech.title,
            "speech_name": self.graph.speech_name(speech_id),
            "order": speech.order,
            "organization": speech.organization,
            "organization_label": self.graph.name_of(speech.organization),
            "level": organization.level.value,
            "level_label": organization.level.label,
            "source": speech.source,
            "source_label": self.source_label(speech.source),
        }

    def _account(self, telling: Telling) -> Record:
        account, speech_id = telling.account, telling.speech_id
        here = self.places(speech_id, account.at)
        return completed({
            **self.speech(speech_id),
            **here,
            "name": account.name,
            "progress": self._progress(account.progress),
            "points": [self._point(point, self.places(speech_id, point.at) if point.at else here)
                       for point in account.points],
            "figures": [self._figure(figure, self.places(speech_id, figure.at) if figure.at else here)
                        for figure in account.figures],
        }, account, self.plain)

    def _progress(self, progress: Progress) -> Record:
        return completed({
            "status": progress.status.value,
            "status_label": progress.status.label,
            "cue": self.plain(progress.cue),
            "scope": progress.scope and progress.scope.value,
            "scope_label": progress.scope and progress.scope.label,
        }, progress, self.plain)

    def _point(self, point: Point, places: Record) -> Record:
        return completed({
            "aspect": point.aspect and point.aspect.value,
            "aspect_label": point.aspect and point.aspect.label,
            "text": self.plain(point.text),
            **places,
        }, point, self.plain)

    def _figure(self, figure: Figure, places: Record) -> Record:
        return completed({
            "label": self.plain(figure.label),
            "state": figure.state.value,
            "state_label": figure.state.label,
            "value": number(figure.value),
            "bound": figure.bound and figure.bound.value,
            "bound_label": figure.bound and figure.bound.label,
            "raw": self.plain(figure.raw),
            "members": [self.plain(member) for member in figure.members],
            **places,
        }, figure, self.plain)

    def _related(self, pid: str) -> list[Record]:
        return [
            {"to": link.to, "title": self.catalog.practices[link.to].title, "as": link.relation,
             "as_label": link.label, "direction": "out" if link.forward else "in"}
            for link in self.graph.related.get(pid, ())
        ]

    def _distinct_from(self, pid: str) -> list[Record]:
        return [
            {"to": other.to, "title": self.catalog.practices[other.to].title, "why": self.plain(other.why)}
            for other in self.graph.confusable.get(pid, ())
        ]
