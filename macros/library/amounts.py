"""Every rhythm and every amount of the library, one a row: what the page 数字 and its table for downloading both list."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from macros.library.graph import Graph, Telling
from macros.model.accounts import Figure, Point
from macros.model.vocabulary import Aspect, Every, FigureState, Status

# What stands over rhythms that name no interval, and over points of before there were intervals.
_HEADINGS = {Every.REGULAR: "只说定期，没有说隔多久", Every.OTHER: "不按时间，或者别的间隔"}
_NO_INTERVAL = "本库还没有归到间隔"


@dataclass(frozen=True, eq=False, slots=True)
class Row:
    """A rhythm (`point`) or an amount (`figure`) of an account, with the places where it stands.

    Where several practices tell the same words of the same place, they are one row: `tellings` has them all, in their order.
    """

    tellings: tuple[Telling, ...]
    at: tuple[str, ...]
    point: Point | None = None
    figure: Figure | None = None

    @property
    def telling(self) -> Telling:
        """The first that tells it."""
        return self.tellings[0]

    @property
    def topics(self) -> tuple[str, ...]:
        """The topics of all that tell it."""
        return tuple(dict.fromkeys(topic for telling in self.tellings for topic in telling.practice.topics))

    @property
    def statuses(self) -> tuple[Status, ...]:
        """How far it is by each that tells it; one sentence mostly has one status."""
        return tuple(dict.fromkeys(telling.account.progress.status for telling in self.tellings))

    @property
    def per(self) -> str:
        """The code of the interval; empty for amounts."""
        return self.point.every.value if self.point and self.point.every else ""

    @property
    def key(self) -> str:
        """The account that it belongs to: practice:speech."""
        return f"{self.telling.practice_id}:{self.telling.speech_id}"

    @property
    def text(self) -> str:
        return self.point.text if self.point else self.figure.label if self.figure else ""

    @property
    def raw(self) -> str:
        """The source's words; empty where the entry quotes none."""
        return (self.point.raw if self.point else self.figure.raw if self.figure else None) or ""

    @property
    def state(self) -> str:
        """given, redacted or listed; `regular` where the source only says 定期; empty where it gives and hides nothing."""
        if self.figure:
            return self.figure.state.value
        if self.point and self.point.often_state:
            return self.point.often_state
        return "regular" if self.point and self.point.every is Every.REGULAR else ""

    @property
    def members(self) -> tuple[str, ...]:
        return self.figure.members if self.figure else ()

    @property
    def members_beside(self) -> tuple[str, ...]:
        """The members that stand beside the source's words, which do not say them."""
        return self.figure.members_beside if self.figure else ()


@dataclass(frozen=True)
class Amounts:
    """`rhythms` by the heading of their interval, the shortest first; amounts by what the source does with them."""

    rhythms: dict[str, tuple[Row, ...]]
    given: tuple[Row, ...]
    redacted: tuple[Row, ...]
    listed: tuple[Row, ...]

    @property
    def often(self) -> int:
        """How many rhythms there are."""
        return sum(map(len, self.rhythms.values()))

    @property
    def topics(self) -> frozenset[str]:
        """The topics that the rows belong to."""
        return frozenset(topic for row in self.all for topic in row.topics)

    @property
    def all(self) -> tuple[Row, ...]:
        return (*(row for found in self.rhythms.values() for row in found), *self.given, *self.redacted, *self.listed)


def amounts(graph: Graph) -> Amounts:
    """The rhythms and amounts of every account, in the order of the speeches and of the places in them."""
    often = _once(row for telling in graph.tellings for row in _rhythms(telling))
    order: tuple[Every | None, ...] = (*Every, None)
    groups = {_heading(every): tuple(row for row in often if row.point and row.point.every is every) for every in order}
    figures = _once(row for telling in graph.tellings for row in _figures(telling))
    return Amounts({heading: found for heading, found in groups.items() if found},
                   *(tuple(_in_state(figures, state)) for state in FigureState))


def _once(rows: Iterable[Row]) -> list[Row]:
    """The rows, one for the same words of one place that several practices tell; what says most of them stands in it."""
    found: dict[object, Row] = {}
    for row in rows:
        same = (row.telling.speech_id, row.at, row.raw, row.per, row.state, row.members) if row.raw else row
        before = found.get(same)
        fuller = row if before is None or len(row.text) > len(before.text) else before
        found[same] = replace(fuller, tellings=(*(before.tellings if before else ()), *row.tellings))
    return list(found.values())


def _heading(every: Every | None) -> str:
    return _HEADINGS.get(every, every.label) if every else _NO_INTERVAL


def _rhythms(telling: Telling) -> Iterator[Row]:
    for point in telling.account.points:
        if point.aspect is Aspect.RHYTHM:
            yield Row((telling,), point.at or telling.account.at, point=point)


def _figures(telling: Telling) -> Iterator[Row]:
    for figure in telling.account.amounts:
        yield Row((telling,), figure.at or telling.account.at, figure=figure)


def _in_state(rows: Iterable[Row], state: FigureState) -> Iterator[Row]:
    return (row for row in rows if row.figure and row.figure.state is state)
