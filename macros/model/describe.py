"""What the models say of themselves: the fields of a kind, for messages, the guide and schemas."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, is_dataclass
from functools import lru_cache
from typing import Any, get_args, get_origin

from pydantic.fields import FieldInfo

from macros.model.fields import Internal, Model, fields_of
from macros.model.vocabulary import Labelled


@dataclass(frozen=True)
class FieldReference:
    """One field as the guide shows it.

    `path` is its place from the entry down (`accounts[].progress.status`), `values` maps what may
    be written to its Chinese label (empty for a free value), `example` is YAML in one line,
    `internal` maps where the field is not shown to the reason.
    """

    path: str
    name: str
    label: str
    meaning: str
    example: str
    required: bool
    values: Mapping[str, str]
    depth: int
    internal: Mapping[str, str]


def fields(model: Model) -> tuple[FieldReference, ...]:
    """Every field of a kind of entry, the fields below it right after each, in the order of writing."""
    return tuple(_fields(model, "", 0, {}))


def _fields(model: Model, before: str, depth: int, above: Mapping[str, str]) -> Iterator[FieldReference]:
    for attribute, info in fields_of(model).items():
        name = info.alias or attribute
        below = inner(info)
        hidden = {**above, **internal(info)}
        many = "[]" if below and "tuple" in str(info.annotation) else ""
        yield FieldReference(
            path=before + name + many, name=name, label=info.title or name, meaning=info.description or "",
            example=as_yaml(info.examples[0]) if info.examples else "", required=info.is_required(),
            values=values(info), depth=depth, internal=hidden,
        )
        if below:
            yield from _fields(below, f"{before}{name}{many}.", depth + 1, hidden)


@lru_cache
def labels(model: Model) -> Mapping[str, str]:
    """The names of a model's own fields, each with its Chinese label."""
    return {info.alias or name: info.title or name for name, info in fields_of(model).items()}


@lru_cache
def models(model: Model) -> Mapping[str, Model]:
    """The fields of a model that consist of models themselves."""
    found = {info.alias or name: inner(info) for name, info in fields_of(model).items()}
    return {name: below for name, below in found.items() if below}


def values(info: FieldInfo) -> Mapping[str, str]:
    """The values of a closed list, each with its Chinese label; empty for any other field."""
    closed = next((t for t in _types(info.annotation) if issubclass(t, Labelled)), None)
    return {value.value: value.label for value in closed} if closed else {}


def internal(info: FieldInfo) -> Mapping[str, str]:
    """Where the field is not shown (keys of `fields.SHOWN`), each with the reason; empty for most."""
    return next((mark.reasons for mark in info.metadata if isinstance(mark, Internal)), {})


def inner(info: FieldInfo) -> Model | None:
    """The model that a field consists of, or None for a plain value."""
    return next((t for t in _types(info.annotation) if is_dataclass(t)), None)


def listed(info: FieldInfo) -> bool:
    """Whether a field is a list."""
    return any(get_origin(each) is tuple for each in (info.annotation, *get_args(info.annotation)))


def as_yaml(value: Any) -> str:
    """A value as one writes it in one line of YAML."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{k}: {as_yaml(v)}" for k, v in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(json.dumps(v) if _number(v) else as_yaml(v) for v in value) + "]"
    return str(value)


def _number(value: Any) -> bool:
    return isinstance(value, str) and value.replace(".", "", 1).isdigit()


def _types(annotation: Any) -> Iterator[type]:
    """The plain types inside an annotation such as `tuple[Account, ...] | None`."""
    arguments = getattr(annotation, "__args__", None)
    if isinstance(annotation, type) and not arguments:
        yield annotation
    for argument in arguments or ():
        yield from _types(argument)
