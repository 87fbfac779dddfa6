"""The lists of plain texts are those that the models have."""

from collections.abc import Iterator

from macros.model import describe
from macros.model.fields import Id, Model, Name, Text, fields_of
from macros.model.kinds import KINDS
from macros.model.lists import TEXTS


def _all(model: Model) -> Iterator[tuple[str, object]]:
    for name, info in fields_of(model).items():
        yield name, info.annotation
    for below in describe.models(model).values():
        yield from _all(below)


def test_every_list_of_plain_texts_is_known() -> None:
    found = {name for kind in KINDS.values() for name, kept in _all(kind.model) if kept in (tuple[Name, ...], tuple[Text, ...])}
    assert found == TEXTS
    assert not any(name in TEXTS for kind in KINDS.values() for name, kept in _all(kind.model) if kept == tuple[Id, ...])
