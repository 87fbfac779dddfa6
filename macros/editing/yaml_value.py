"""A value of an entry as YAML: a text, a list, a mapping, in the style that the library's files have."""

import datetime
import json
import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any, get_args

import yaml
from pydantic.fields import FieldInfo

from macros.editing.yaml_text import scalar
from macros.model import describe
from macros.model.fields import Model, fields_of

_PLAIN_NUMBER = re.compile(r"-?\d{1,15}(\.\d{1,6})?|\d{4}-\d{2}-\d{2}", re.ASCII)
_STEP = 2


def info_of(model: Model | None, name: str | int) -> FieldInfo | None:
    """The field of a model that a file calls `name`."""
    if model is None:
        return None
    return next((info for attribute, info in fields_of(model).items() if name in (info.alias, attribute)), None)


def below(model: Model | None, name: str | int) -> Model | None:
    """The model that a field consists of, where it consists of one."""
    info = info_of(model, name)
    return describe.inner(info) if info else None


def numeric(info: FieldInfo | None) -> bool:
    """Whether a field takes a number or a date, which stand without quotes."""
    return info is not None and any(issubclass(each, int | Decimal | datetime.date) for each in _plain_types(info.annotation))


def _plain_types(annotation: Any) -> list[type]:
    if isinstance(annotation, type) and not get_args(annotation):
        return [annotation]
    return [each for argument in get_args(annotation) for each in _plain_types(argument)]


def inline(value: Any, model: Model | None = None, info: FieldInfo | None = None) -> str:
    """A value in one line; `model` is what a mapping (or each of a list) is, `info` the field that it stands in."""
    if value is None:
        return "null"
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key(name)}: {inline(each, below(model, name), info_of(model, name))}" for name, each in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(inline(each, model) for each in value) + "]"
    return text(str(value), info)


def text(value: str, info: FieldInfo | None = None) -> str:
    """A scalar: plain where it can be, a number plain only in a field of numbers."""
    return value if _PLAIN_NUMBER.fullmatch(value) and numeric(info) else scalar(value)


def key(name: str) -> str:
    """A field's name as it stands before the colon."""
    return name if re.fullmatch(r"[a-z0-9][a-z0-9_-]*", name) else json.dumps(name, ensure_ascii=False)


def like(value: str, node: yaml.ScalarNode, info: FieldInfo | None) -> str:
    """A scalar in the style that the one it replaces had."""
    if node.style == "'" and value.isprintable():
        return "'" + value.replace("'", "''") + "'"
    return json.dumps(value, ensure_ascii=False) if node.style == '"' else text(value, info)


def flat(value: Any) -> bool:
    """Whether a mapping or a list fits into a line: no mapping lies in it but at its leaves."""
    if isinstance(value, Mapping):
        return not any((isinstance(each, Mapping) and len(value) > 1 and not _leaf(each)) or (isinstance(each, list) and any(isinstance(one, Mapping) for one in each))
                       for each in value.values())
    return not (isinstance(value, list) and any(isinstance(each, Mapping) for each in value))


def _leaf(value: Mapping[str, Any]) -> bool:
    return not any(isinstance(each, Mapping | list) for each in value.values())


def pair(name: str, value: Any, model: Model | None, indent: int, nl: str) -> str:
    """A field of a block mapping, `name: value`, without the indent of its first line and without a line end."""
    inner, info = below(model, name), info_of(model, name)
    if flat(value) or not value:
        return f"{key(name)}: {inline(value, inner, info)}"
    if isinstance(value, list):
        return f"{key(name)}:" + "".join(f"{nl}{' ' * (indent + _STEP)}- {item(each, inner, indent + _STEP, nl)}" for each in value)
    return f"{key(name)}:" + "".join(f"{nl}{' ' * (indent + _STEP)}{pair(n, each, inner, indent + _STEP, nl)}" for n, each in value.items())


def item(value: Any, model: Model | None, indent: int, nl: str, *, block: bool | None = None) -> str:
    """What stands behind the dash of an item; the dash stands at `indent`. With `block` a mapping is one field a line."""
    if not isinstance(value, Mapping) or not value or (flat(value) and not block and not any(isinstance(each, Mapping) for each in value.values())):
        return inline(value, model)
    if block is False and flat(value):
        return inline(value, model)
    return f"{nl}{' ' * (indent + _STEP)}".join(pair(name, each, model, indent + _STEP, nl) for name, each in value.items())
