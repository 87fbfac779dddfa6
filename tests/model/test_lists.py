"""The lists of plain texts and of ids are those that the models have."""

from collections.abc import Iterator

from macros.model import describe
from macros.model.fields import Id, Model, Name, Places, Text, fields_of
from macros.model.kinds import KINDS
from macros.model.lists import IDS, TEXTS


def _all(model: Model) -> Iterator[tuple[str, object]]:
    for name, info in fields_of(model).items():
        yield name, info.annotation
    for below in describe.models(model).values():
        yield from _all(below)


def test_every_list_of_texts_and_of_ids_is_known() -> None:
    fields = [each for kind in KINDS.values() for each in _all(kind.model)]
    assert {name for name, kept in fields if kept in (tuple[Name, ...], tuple[Text, ...])} == TEXTS
    assert {name for name, kept in fields if kept in (tuple[Id, ...], Places)} | {"at"} == IDS
