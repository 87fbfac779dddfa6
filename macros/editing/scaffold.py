"""The skeleton of a new entry, made from the models: what must be decided says 待填, what may be
added stands as a comment with its meaning and an example.
"""

import datetime
import json
from collections.abc import Iterator, Mapping
from typing import Any

from pydantic.fields import FieldInfo

from macros.editing.json_schema import hint
from macros.editing.yaml_text import comment, scalar
from macros.model import describe
from macros.model.fields import TO_FILL, Model, fields_of
from macros.model.kinds import KINDS
from macros.model.lifecycle import Exemption, Withdrawal

_LATER = (Exemption, Withdrawal)  # not for a new entry


def skeleton(kind: str, given: Mapping[str, Any]) -> str:
    """A new entry of a kind as YAML with comments; `given` are the values already known, by field."""
    return hint(kind) + "".join(_fields(KINDS[kind].model, given, 0))


def _fields(model: Model, given: Mapping[str, Any], indent: int) -> Iterator[str]:
    for attribute, info in fields_of(model).items():
        name = info.alias or attribute
        below = describe.inner(info)
        if below in _LATER or name in ("updated", "formerly"):
            continue
        needed = info.is_required() or name in given
        yield comment(_about(info, needed), indent)
        if not needed:
            yield f"{' ' * indent}# {name}: {_example(info, below)}\n"
        elif below is None:
            yield f"{' ' * indent}{name}: {_value(given.get(name), info)}\n"
        else:
            yield f"{' ' * indent}{name}:\n"
            yield from _below(below, given.get(name), _many(info), indent + 2)


def _below(model: Model, given: Any, many: bool, indent: int) -> Iterator[str]:
    if not many:
        yield from _fields(model, given or {}, indent)
        return
    for item in given or [{}]:
        lines = "".join(_fields(model, item, indent + 2)).splitlines(keepends=True)
        first = next(i for i, line in enumerate(lines) if not line.lstrip().startswith("#"))
        # Comments of the first field go above the dash.
        yield from (line[2:] for line in lines[:first])
        yield f"{' ' * indent}- {lines[first].lstrip()}"
        yield from lines[first + 1:]


def _about(info: FieldInfo, needed: bool) -> str:
    values = describe.values(info)
    listing = f"；可写：{'、'.join(f'{v}（{label}）' for v, label in values.items())}" if values else ""
    return f"{info.title}{'' if needed else '（可不写）'}：{info.description}{listing}"


def _many(info: FieldInfo) -> bool:
    return "tuple" in str(info.annotation) or any("Places" in str(m) for m in info.metadata)


def _value(value: Any, info: FieldInfo) -> str:
    if value is None:
        return f"[{TO_FILL}]" if _many(info) else TO_FILL
    if isinstance(value, list):
        return f"[{', '.join(_item(v) for v in value)}]"
    return str(value) if isinstance(value, int | datetime.date) else scalar(str(value))


def _item(value: Any) -> str:
    return json.dumps(value) if str(value).replace(".", "", 1).isdigit() else scalar(str(value))


def _example(info: FieldInfo, below: Model | None) -> str:
    if info.examples:
        return describe.as_yaml(info.examples[0])
    if below is None:
        return f"[{TO_FILL}]" if _many(info) else TO_FILL
    one = "{" + ", ".join(f"{i.alias or n}: {_example(i, describe.inner(i))}" for n, i in fields_of(below).items()
                          if i.is_required()) + "}"
    return f"[{one}]" if _many(info) else one
