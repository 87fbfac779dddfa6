"""The account row: one account of a practice as one line of a table, wherever accounts are listed.

单位 · 进展 with its cue · 怎么做 · 多久一次、数字 · 出处. A body is a row, never a column; a column that no row fills is
folded and named under the table (overrides/fragments/_rows.html).
"""

from collections.abc import Iterable
from dataclasses import dataclass

from macros.library.graph import Telling
from macros.model.accounts import Figure, Point
from macros.model.vocabulary import Aspect, Status

OFTEN = "多久一次、数字"
# What needs no word before it in the column 怎么做.
_PLAIN = (Aspect.HOW, None)
# All that stand in this column: every aspect but the one that has a column of its own.
_HOW_FIRST = (*_PLAIN, *(aspect for aspect in Aspect if aspect not in (*_PLAIN, Aspect.RHYTHM)))


@dataclass(eq=False, slots=True)
class AccountRow:
    """One account, its points and figures put into the columns of the table.

    `how` are points with the word that stands before them ("" for how it is done), in the order of the aspects; `often` are points on
    rhythm; `unsaid` is what an editor found this speech not to say, by the column that it is about.
    """

    telling: Telling
    how: tuple[tuple[str, Point], ...]
    often: tuple[Point, ...]
    figures: tuple[Figure, ...]
    unsaid_how: tuple[str, ...]
    unsaid_often: tuple[str, ...]

    @property
    def key(self) -> str:
        """What names the row to scripts and programs: practice:speech."""
        return f"{self.telling.practice_id}:{self.telling.speech_id}"

    @property
    def status(self) -> Status:
        return self.telling.account.progress.status

    @property
    def several(self) -> bool:
        """Whether the account has several places, so that each point says which is its own."""
        return len(self.telling.account.at) > 1

    @property
    def tells_how(self) -> bool:
        return bool(self.how or self.unsaid_how)

    @property
    def gives_often(self) -> bool:
        """Whether there is a rhythm or an amount, given or hidden."""
        return bool(self.often or self.figures)

    @property
    def tells_often(self) -> bool:
        return self.gives_often or bool(self.unsaid_often)


def row(telling: Telling) -> AccountRow:
    """The row of an account."""
    points = telling.account.points
    how = tuple(("" if aspect in _PLAIN else aspect.label if aspect else "", point)
                for aspect in _HOW_FIRST
                for point in points if point.aspect is aspect)
    unsaid = [each for each in telling.practice.unsaid if each.speech == telling.speech_id]
    return AccountRow(
        telling, how, tuple(point for point in points if point.aspect is Aspect.RHYTHM), telling.account.amounts,
        tuple(each.what for each in unsaid if each.aspect is not Aspect.RHYTHM),
        tuple(each.what for each in unsaid if each.aspect is Aspect.RHYTHM),
    )


def rows(tellings: Iterable[Telling]) -> tuple[AccountRow, ...]:
    """The rows in the order given."""
    return tuple(map(row, tellings))


def by_progress(tellings: Iterable[Telling]) -> tuple[AccountRow, ...]:
    """The rows, the furthest first; those that are as far keep their order."""
    rank = {status: place for place, status in enumerate(Status)}
    return tuple(sorted(rows(tellings), key=lambda each: rank[each.status]))
