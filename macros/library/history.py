"""What changed in the library, by day: entries that are new, corrected, withdrawn."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from macros.library.catalog import Catalog
from macros.model.titles import title_of
from macros.model.vocabulary import Labelled

_NOT_TOLD = "改过，没有记改了什么"


class Happened(Labelled):
    NEW = "new", "新收"
    CORRECTED = "corrected", "更正"
    WITHDRAWN = "withdrawn", "撤下"


@dataclass(frozen=True, slots=True)
class Event:
    """`kind` is that of the entry; `what` says in readers' words what was corrected, or why it was withdrawn."""

    on: date
    happened: Happened
    kind: str
    entry_id: str
    title: str
    what: str
    topics: tuple[str, ...] = ()

    @property
    def topic(self) -> str:
        """The main topic; a speech has none."""
        return self.topics[0] if self.topics else ""

    @property
    def key(self) -> str:
        """What names the event to a browser that has seen it."""
        return f"{self.kind}:{self.entry_id}:{self.happened.value}:{self.on}"


def events(catalog: Catalog) -> tuple[Event, ...]:
    """All that happened, the latest day first; within a day new entries, corrections, withdrawals, each in the order of the library."""
    found = [event for pid, practice in catalog.practices.items() for event in _of_practice(pid, practice)]
    found += [Event(s.withdrawn.on, Happened.WITHDRAWN, "speeches", sid, s.title, s.withdrawn.reason)
              for sid, s in catalog.speeches.items() if s.withdrawn]
    rank = {happened: place for place, happened in enumerate(Happened)}
    return tuple(sorted(found, key=lambda each: (-each.on.toordinal(), rank[each.happened])))


def by_day(catalog: Catalog) -> dict[str, dict[Happened, list[Event]]]:
    """The same, grouped by day and by what happened."""
    days: dict[str, dict[Happened, list[Event]]] = {}
    for event in events(catalog):
        days.setdefault(str(event.on), {}).setdefault(event.happened, []).append(event)
    return days


def _of_practice(pid: str, practice: Any) -> Iterator[Event]:
    def event(on: date, happened: Happened, what: str = "") -> Event:
        return Event(on, happened, "practices", pid, title_of(practice), what, practice.topics)

    if not practice.withdrawn:
        yield event(practice.added, Happened.NEW)
    for change in practice.changes:
        yield event(change.on, Happened.CORRECTED, change.what)
    if practice.updated and not practice.changes:
        yield event(practice.updated, Happened.CORRECTED, _NOT_TOLD)
    if practice.withdrawn:
        yield event(practice.withdrawn.on, Happened.WITHDRAWN, practice.withdrawn.reason)
