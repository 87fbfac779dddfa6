"""Fields that stand a level too deep or too high: they are told where they belong, not that there are no such fields."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from macros.model import describe
from macros.model.fields import Model, fields_of
from macros.reading.meant import owner

Loc = tuple[Any, ...]


class Misplaced(NamedTuple):
    """Fields that lie side by side, the place in the entry where they belong, and how to get them there."""

    names: tuple[str, ...]
    inside: Loc
    cure: str


def misplaced(model: Model, details: Sequence[Any]) -> dict[Loc, Misplaced]:
    """Of pydantic's errors, those unknown fields that an entry around them has, or the one field beside them is for.

    By the place of the first of each group that belongs together.
    """
    groups: dict[tuple[Loc, str], list[Loc]] = {}
    for detail in details:
        if detail["type"] == "unexpected_keyword_argument" and (found := _place(model, detail["loc"])):
            groups.setdefault(found, []).append(detail["loc"])
    return {locs[0]: _told(locs, inside, beside) for (inside, beside), locs in groups.items()}


def _told(locs: list[Loc], inside: Loc, beside: str) -> Misplaced:
    names = tuple(str(loc[-1]) for loc in locs)
    them = "它" if len(names) == 1 else "它们"
    if len(inside) < len(locs[0]) - 1:
        return Misplaced(names, inside, f"{them}和 {beside} 是同一级：往左移，与 {beside} 左边对齐")
    return Misplaced(names, inside, f"{them}写在 {beside} 里面：往右移两格，放在 {beside}: 的下面")


def _place(model: Model, loc: Loc) -> tuple[Loc, str] | None:
    """Where an unknown field belongs, and the field beside or around it that says so."""
    name, here = str(loc[-1]), owner(model, loc)[0]
    if here is None or name in fields_of(here):
        return None
    for depth in range(len(loc) - 2, -1, -1):
        around = owner(model, (*loc[:depth], name))[0] if isinstance(loc[depth], str) else None
        if around is not None and name in fields_of(around):
            return loc[:depth], loc[depth]
    inside = [field for field, info in fields_of(here).items()
              if not describe.listed(info) and (of := describe.inner(info)) and name in fields_of(of)]
    return ((*loc[:-1], inside[0]), inside[0]) if len(inside) == 1 else None
