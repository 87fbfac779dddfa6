"""Fields stand in one order in all files, so that one finds them without reading."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from macros.findings import Finding, Severity
from macros.library.catalog import Catalog
from macros.model import describe
from macros.model.fields import Model
from macros.model.inline_links import Place
from macros.model.kinds import KINDS
from macros.rules.rule import Rule

# What happens to an entry in its life is written at its end, the newest last: any order among these is right.
LIFECYCLE = frozenset({"added", "updated", "changes", "reviewed", "formerly", "withdrawn", "exempt"})


def disordered(data: Any, model: Model, place: Place = ()) -> Iterator[tuple[Place, list[str]]]:
    """The place of every mapping whose fields are out of order, and the right order of its fields."""
    if isinstance(data, list):
        for i, item in enumerate(data):
            yield from disordered(item, model, (*place, i))
    if not isinstance(data, dict):
        return
    order, inner = _judged(model, tuple(data))
    if order:
        yield place, list(order)
    for name, below in inner:
        yield from disordered(data[name], below, (*place, name))


@lru_cache(maxsize=4096)
def _judged(model: Model, names: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[tuple[str, Model], ...]]:
    """The right order of a mapping's fields where it is another one, and those of its fields that have fields."""
    known = list(describe.labels(model))
    # What is no field at all has its own finding: a field that is misspelt is not out of order as well.
    order = tuple(sorted(names, key=lambda name: len(known) if name in LIFECYCLE else known.index(name))) if set(names) <= set(known) else names
    inner = tuple((name, below) for name, below in describe.models(model).items() if name in names)
    return order if order != names else (), inner


def check_entry(catalog: Catalog, kind: str, entry_id: str) -> Iterator[Finding]:
    for place, order in disordered(catalog.data(kind, entry_id), KINDS[kind].model):
        yield catalog.finding(kind, entry_id, place, RULE.code, "字段没有按固定的次序写",
                              f"改成：{'、'.join(order)}（kb check --fix 会改）", Severity.WARNING)


RULE = Rule(
    code="field-order",
    title="字段按固定的次序写",
    why="几百个文件次序一样，核对时才能一眼找到；改动也才看得出改了什么。",
    wrong="{text: 每月上站学习, aspect: rhythm}",
    right="{aspect: rhythm, text: 每月上站学习}",
    check_entry=check_entry,
    fix_order=disordered,
)
