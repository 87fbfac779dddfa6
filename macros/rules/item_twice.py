"""One item stands in a list once: an id, a place, a name that is written twice shows or counts twice."""

from collections.abc import Iterator
from typing import Any

from macros.findings import Finding, Severity
from macros.library.catalog import Catalog
from macros.model.fields import TO_FILL
from macros.model.kinds import KINDS
from macros.reading.meant import owner
from macros.rules.rule import Rule

Place = tuple[str | int, ...]
# What a source lists is written as it has it; a speech that is told of twice is another rule's.
_AS_THE_SOURCE_HAS_IT = {"members"}
_CITATION = {"speech", "at"}


def check_entry(catalog: Catalog, kind: str, entry_id: str) -> Iterator[Finding]:
    for place, item in _twice((), catalog.data(kind, entry_id)):
        name = str(place[-2])
        info = owner(KINDS[kind].model, place[:-1])[1]
        label = f"{info.title}（{name}）" if info and info.title else f" {name} "
        said = item if isinstance(item, str) else f"{item['speech']} {'、'.join(map(str, item['at']))}"
        yield catalog.finding(kind, entry_id, place, RULE.code, f"“{said}”在{label}里写了两次", "删去这一项", Severity.WARNING)


def _twice(place: Place, data: Any) -> Iterator[tuple[Place, Any]]:
    """The items of lists that stand there already, each with its place."""
    if isinstance(data, dict):
        for name, value in data.items():
            if isinstance(value, (dict, list)):
                yield from _twice((*place, name), value)
    elif isinstance(data, list):
        known = []
        for i, item in enumerate(data):
            each = item.strip() if isinstance(item, str) else item
            wanted = (isinstance(each, str) and each != TO_FILL) or (isinstance(each, dict) and each.keys() == _CITATION and isinstance(each["at"], list))
            if wanted and place and place[-1] not in _AS_THE_SOURCE_HAS_IT:
                if each in known:
                    yield (*place, i), each
                known.append(each)
            if isinstance(item, (dict, list)):
                yield from _twice((*place, i), item)


RULE = Rule(
    code="item-twice",
    title="一列里同一项只写一次",
    why="专题、问题、出处、又称、近义说法里同一项写了两次，页面上就列两次、数两次；多半是该写另一项的。",
    wrong="topics: [member-duty, member-duty]",
    right="topics: [member-duty]",
    check_entry=check_entry,
)
