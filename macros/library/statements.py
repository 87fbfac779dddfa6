"""What the library states in an entry, one thing after the other, each with the path of its field: what a correction can be about.

A path is that of the data, keys and numbers from 0 joined by dots: `accounts.0.points.2`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from macros.library.graph import Graph
from macros.library.plain import plain
from macros.model import locators
from macros.model.accounts import Account, Figure, Point, Progress
from macros.model.entries import Citation, Distinction, Link, Paragraph, Section, Unsaid
from macros.model.fields import Internal, fields_of
from macros.model.lifecycle import Change, Review
from macros.model.titles import title_of
from macros.model.vocabulary import Labelled, Status

# No words of the library about the world: what an editor does with an entry, and what only finds it.
_LEFT_OUT = frozenset(("added", "updated", "formerly", "withdrawn", "exempt", "keywords", "synonyms", "order", "sha256", "cut", "name_state", "unexplained", "masks"))
# Fields that hold ids, with the kind that they are of.
_KINDS = {"topics": "topics", "topic": "topics", "problems": "problems", "organization": "organizations", "source": "sources"}


@dataclass(frozen=True, slots=True)
class Statement:
    """`label` says whose and what it is (滦州市政协 · 怎么做), `text` is what the page says, `account` the speech that tells it or None."""

    field: str
    label: str
    text: str
    account: str | None = None


class Statements:
    """Reads the statements of entries of one library."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        self._catalog = graph.catalog

    def of(self, kind: str, entry_id: str) -> Iterator[Statement]:
        """The statements of an entry, in the order of its fields."""
        yield from self._fields(self._catalog.of(kind)[entry_id], "", "")

    def _fields(self, entry: Any, path: str, said: str) -> Iterator[Statement]:
        for name, info in fields_of(type(entry)).items():
            value = getattr(entry, name)
            if name in _LEFT_OUT or value in (None, (), "") or (any(isinstance(m, Internal) for m in info.metadata) and not path):
                continue
            yield from self._value(name, value, path + name, _joined(said, info.title or ""))

    def _value(self, name: str, value: Any, path: str, said: str) -> Iterator[Statement]:
        if name == "outline":
            yield from self._outline(value)
        elif name in _KINDS or isinstance(value, (str, date, int, Labelled)):
            yield Statement(path, said, self._words(name, value))
        elif isinstance(value, tuple) and all(isinstance(each, str) for each in value):
            yield Statement(path, said, "、".join(self._plain(each) for each in value))
        elif isinstance(value, tuple):
            for i, each in enumerate(value):
                yield from self._part(each, f"{path}.{i}", said)
        else:
            yield from self._part(value, path, said)

    def _part(self, part: Any, path: str, said: str) -> Iterator[Statement]:
        if isinstance(part, Account):
            yield from self._account(part, path)
        elif one := self._one(part):
            yield Statement(path, said, one)
        else:
            yield from self._fields(part, f"{path}.", said)

    def _account(self, account: Account, path: str) -> Iterator[Statement]:
        speech = self._catalog.speeches[account.speech]
        body = self._graph.name_of(speech.organization)
        places = "、".join(locators.label(speech, at) for at in account.at)
        yield Statement(f"{path}.at", _joined(body, "出处"), f"《{speech.short}》{places}", account.speech)
        if account.name:
            yield Statement(f"{path}.name", _joined(body, "本篇叫法"), account.name, account.speech)
        yield Statement(f"{path}.progress", _joined(body, "进展"), _progress(account.progress), account.speech)
        for i, point in enumerate(account.points):
            label = point.aspect.label if point.aspect else "要点"
            yield Statement(f"{path}.points.{i}", _joined(body, label), self._point(point), account.speech)
        for i, figure in enumerate(account.figures):
            yield Statement(f"{path}.figures.{i}", _joined(body, "数字"), self._figure(figure), account.speech)

    def _outline(self, sections: tuple[Section, ...]) -> Iterator[Statement]:
        """What the page of a speech tells of its paragraphs, which are numbered through."""
        number = 0
        for i, section in enumerate(sections):
            if section.heading:
                yield Statement(f"outline.{i}.heading", "小标题", section.heading)
            for k, paragraph in enumerate(section.paragraphs):
                number += 1
                yield from self._paragraph(paragraph, f"outline.{i}.paragraphs.{k}", f"第{number}段")

    def _paragraph(self, paragraph: Paragraph, path: str, place: str) -> Iterator[Statement]:
        yield Statement(f"{path}.gist", place, self._plain(paragraph.gist))
        for i, item in enumerate(paragraph.items):
            yield Statement(f"{path}.items.{i}.gist", f"{place}·{item.marker}", self._plain(item.gist))
        if paragraph.tail:
            yield Statement(f"{path}.tail", _joined(place, "余文"), self._plain(paragraph.tail))
        if paragraph.no_practice:
            yield Statement(f"{path}.no_practice", _joined(place, "没有做法的原因"), self._plain(paragraph.no_practice))

    def _one(self, part: Any) -> str:
        """A part that is one statement as a whole; empty for others."""
        if isinstance(part, Link):
            return f"{part.relation.label}：{self._title('practices', part.to)}"
        if isinstance(part, Distinction):
            return f"{self._title('practices', part.to)}：{self._plain(part.why)}"
        if isinstance(part, Unsaid):
            return self._plain(part.what)
        if isinstance(part, Citation):
            speech = self._catalog.speeches[part.speech]
            places = "、".join(locators.label(speech, at) for at in part.at)
            return f"{self._graph.name_of(speech.organization)}《{speech.short}》{places}"
        if isinstance(part, Change):
            return f"{part.on}：{self._plain(part.what)}"
        return f"{part.on}，{part.by}" if isinstance(part, Review) else ""

    def _point(self, point: Point) -> str:
        often = f"（{point.every.label}）" if point.every else ""
        raw = f"，原文“{point.raw}”" if point.raw and point.raw not in point.text else ""
        return self._plain(point.text) + often + raw

    def _figure(self, figure: Figure) -> str:
        told = "，".join(filter(None, (figure.raw and f"“{figure.raw}”", "、".join(figure.members))))
        return f"{self._plain(figure.label)}：{told}（{figure.state.label}）"

    def _words(self, name: str, value: Any) -> str:
        if name in _KINDS:
            return "、".join(self._title(_KINDS[name], each) for each in ((value,) if isinstance(value, str) else value))
        return value.label if isinstance(value, Labelled) else self._plain(value) if isinstance(value, str) else str(value)

    def _title(self, kind: str, entry_id: str) -> str:
        return self._graph.name_of(entry_id) if kind == "organizations" else title_of(self._catalog.of(kind)[entry_id])

    def _plain(self, text: str) -> str:
        return plain(text, self._catalog)


def _joined(said: str, label: str) -> str:
    return f"{said} · {label}" if said else label


def _progress(progress: Progress) -> str:
    if not progress.cue:
        return progress.status.label
    # A Status is a Labelled of its own making.
    status: Status = progress.status
    return f"{status.label}（{progress.scope.label if progress.scope else ''}“{progress.cue}”）"
