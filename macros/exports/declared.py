"""What a record has because the model declares it: a field that no code names is in the API all the same."""

import datetime
from collections.abc import Callable, Mapping
from dataclasses import is_dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Any

from macros.model import describe
from macros.model.fields import Model, fields_of
from macros.model.vocabulary import Labelled

Record = dict[str, Any]
Plain = Callable[[str], Any]

# With more digits, or further from the point, a number is written as text: JSON readers would round it.
_EXACT_DIGITS = 15


def completed(record: Record, entry: object, plain: Plain) -> Record:
    """The record of an entry, or of a part of one, with every field that it lacks and programs may see.

    `plain` gives a text without `[[id]]`.
    """
    model: Model = type(entry)
    for attribute, name, labelled in _lacking(model, tuple(record)):
        record.update(declared(name, getattr(entry, attribute), plain))
        if labelled:  # which stands there also where the value is none
            record.setdefault(f"{name}_label", None)
    return record


def declared(name: str, value: Any, plain: Plain) -> Record:
    """A field as programs get it: its value, and beside one of the vocabulary its label."""
    if isinstance(value, Labelled):
        return {name: value.value, f"{name}_label": value.label}
    return {name: _value(value, plain)}


def number(value: Decimal | None) -> int | float | str | None:
    """A figure's value as JSON writes it: a whole number without a point, what is too long for JSON as text."""
    if value is None:
        return None
    if value and (len(value.normalize().as_tuple().digits) > _EXACT_DIGITS or not -_EXACT_DIGITS <= value.adjusted() < _EXACT_DIGITS):
        return str(value)
    return int(value) if value == value.to_integral_value() else float(value)


@lru_cache
def _lacking(model: Model, keys: tuple[str, ...]) -> tuple[tuple[str, str, bool], ...]:
    """Attribute and name of every field of a model that is not among the keys, and whether it is one of the vocabulary."""
    found: Mapping[str, Any] = fields_of(model)
    named = ((attribute, info.alias or attribute, info) for attribute, info in found.items())
    return tuple((attribute, name, bool(describe.values(info)) and not describe.inner(info)) for attribute, name, info in named if name not in keys and "api" not in describe.internal(info))


def _value(value: Any, plain: Plain) -> Any:
    if isinstance(value, str):
        return plain(value)
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return number(value)
    if isinstance(value, tuple):
        return [_value(part, plain) for part in value]
    return completed({}, value, plain) if is_dataclass(value) else value
