"""In which order entries come: sources, bodies, then speech after speech what each tells of, in its order, and the speech behind it."""

from collections.abc import Mapping
from typing import Any

from macros.desk.state import ORDER
from macros.library.catalog import Catalog
from macros.model import locators
from macros.model.fields import PLACE

Rank = tuple[int, int, int, tuple[int, ...], str]


def turns(catalog: Catalog) -> Mapping[str, int]:
    """The speeches, each with its turn, in the order of their sources and in these."""
    def order(sid: str) -> tuple[str, int, str]:
        data = catalog.data("speeches", sid)
        said = data if isinstance(data, dict) else {}
        number = str(said.get("order"))
        return str(said.get("source")), int(number) if number.isdigit() else 0, sid

    return {sid: i for i, sid in enumerate(sorted((sid for kind, sid in catalog.origins if kind == "speeches"), key=order))}


def naming(catalog: Catalog, name: str, entry_id: str) -> list[str]:
    """The speeches that name an entry in a field, their `organization` or `source`, in their order."""
    return [sid for sid in turns(catalog) if isinstance(data := catalog.data("speeches", sid), dict) and data.get(name) == entry_id]


def rank(key: tuple[str, str], data: Any, turns: Mapping[str, int]) -> Rank:
    kind, entry_id = key
    if kind in ("sources", "organizations"):
        return (0 if kind == "sources" else 1), 0, 0, (), entry_id
    if kind == "speeches" and entry_id in turns:
        return 2, turns[entry_id], 1, (), entry_id
    told = [(turns[str(each.get("speech"))], _first(each.get("at"))) for each in _cited(data) if str(each.get("speech")) in turns]
    if told:
        turn, at = min(told)
        return 2, turn, 0, at, entry_id
    return 3, ORDER.index(kind), 0, (), entry_id


def _cited(data: Any) -> list[dict[str, Any]]:
    """Where an entry says that a speech tells of it."""
    lists = [data.get(name) for name in ("accounts", "at", "named_in")] if isinstance(data, dict) else []
    return [each for found in lists if isinstance(found, list) for each in found if isinstance(each, dict)]


def _first(at: Any) -> tuple[int, ...]:
    places = [one for one in at if isinstance(one, str) and PLACE.fullmatch(one)] if isinstance(at, list) else []
    return min((tuple(locators.order(one)) for one in places), default=(0,))
