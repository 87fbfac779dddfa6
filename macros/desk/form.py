"""The form of an entry, made from its model: every field is in it, filled or not, so that a new field appears by itself."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, get_args

from pydantic import StringConstraints
from pydantic.fields import FieldInfo

from macros.desk import wording
from macros.desk.filling import MADE
from macros.editing.yaml_value import numeric
from macros.model import describe
from macros.model.fields import ID_PATTERN, TO_FILL, Model, fields_of
from macros.model.vocabulary import Status
from macros.reading.meant import TARGETS

# A text that may be longer is written in a box of several lines.
_SHORT = 80
# So many entries of a kind fit into a list to choose from.
LISTED = 150


@dataclass(frozen=True)
class Control:
    """One value: `path` is its place in the entry, `sort` how it is put in (line, box, choice, name), `target` the kind of
    entry that a name is of, `listed` whether it is one of a list, `odd` whether it is only shown."""

    path: str
    name: str
    label: str
    meaning: str
    example: str
    sort: str
    value: str
    values: Mapping[str, str]
    required: bool
    target: str = ""
    listed: bool = False
    odd: bool = False

    @property
    def filled(self) -> bool:
        return bool(self.value)

    @property
    def open(self) -> bool:
        """Whether a person has to decide still."""
        return self.value == TO_FILL


@dataclass(frozen=True)
class Group:
    """The fields of a model: an entry, or a part of one."""

    path: str
    name: str
    label: str
    meaning: str
    required: bool
    parts: tuple["Part", ...]

    @property
    def filled(self) -> bool:
        return any(part.filled for part in self.parts)


@dataclass(frozen=True)
class Many:
    """A list, and `blank`, the item that may come next."""

    path: str
    name: str
    label: str
    meaning: str
    required: bool
    items: tuple["Part", ...]
    blank: "Part"

    @property
    def filled(self) -> bool:
        return bool(self.items)


Part = Control | Group | Many


def form(model: Model, data: Any, path: str = "") -> Group:
    """The form of an entry of this model, with what its data say; data of another shape are shown and left alone."""
    return Group(path, "", "", "", True, tuple(_parts(model, data if isinstance(data, dict) else {}, f"{path}." if path else "")))


def controls(part: Part) -> Iterator[Control]:
    """Every control of a form, in its order, those of blank items too."""
    if isinstance(part, Control):
        yield part
    elif isinstance(part, Group):
        for each in part.parts:
            yield from controls(each)
    else:
        for each in (*part.items, part.blank):
            yield from controls(each)


def find(part: Part, path: str) -> Control | None:
    """The control of that path."""
    return next((control for control in controls(part) if control.path == path), None)


def part_at(part: Part, path: str) -> Part | None:
    """The part of a form at a path."""
    if part.path == path and path:
        return part
    below = () if isinstance(part, Control) else part.parts if isinstance(part, Group) else (*part.items, part.blank)
    return next((found for each in below if (path == each.path or path.startswith(f"{each.path}.")) and (found := part_at(each, path))), None)


def _parts(model: Model, data: Mapping[str, Any], before: str) -> Iterator[Part]:
    for attribute, info in fields_of(model).items():
        name = info.alias or attribute
        yield _part(info, name, data.get(name), f"{before}{name}")


def _part(info: FieldInfo, name: str, value: Any, path: str) -> Part:
    below, label, meaning, required = describe.inner(info), info.title or name, wording.meaning(info.description or ""), info.is_required()
    if describe.listed(info) or _places(info):
        items = value if isinstance(value, list) else [] if value is None or value == "" else [value]
        parts = [_item(info, below, name, each, f"{path}.{i}", filled=i < len(items)) for i, each in enumerate([*items, None])]
        return Many(path, name, label, meaning, required, tuple(parts[:-1]), parts[-1])
    if below:
        return Group(path, name, label, meaning, required, tuple(_parts(below, _mapping(below, value), f"{path}.")))
    return _control(info, name, value, path, required)


def _item(info: FieldInfo, below: Model | None, name: str, value: Any, path: str, *, filled: bool) -> Part:
    label, meaning = info.title or name, wording.meaning(info.description or "")
    if below:
        return Group(path, name, label, meaning, filled, tuple(_parts(below, _mapping(below, value), f"{path}.")))
    return _control(info, name, value, path, required=False, listed=True)


def _mapping(model: Model, value: Any) -> Mapping[str, Any]:
    """A part's fields; a plain text where a part may be one (`unsaid`) is its first."""
    if isinstance(value, str) and value:
        return {next(iter(fields_of(model))): value}
    return value if isinstance(value, dict) else {}


def _places(info: FieldInfo) -> bool:
    """Whether an optional field is a list."""
    return "tuple" in str(info.annotation)


def _control(info: FieldInfo, name: str, value: Any, path: str, required: bool, *, listed: bool = False) -> Control:
    meanings = {each.value: each.meaning for each in Status}
    values = {value: f"{text}：{meanings[value]}" if info.annotation is Status else text for value, text in describe.values(info).items()}
    literal = [each for each in _bottom(info.annotation) if isinstance(each, str)]
    if literal:
        values = dict.fromkeys(literal, "是")
    rules = list(constraints(info))
    target = TARGETS.get(info.title or "", "") if any(rule.pattern == ID_PATTERN for rule in rules) else ""
    longest = min((rule.max_length for rule in rules if rule.max_length), default=_SHORT)
    own = name in MADE
    odd = isinstance(value, dict | list) or own
    shown = ("导入时记下的" if value else "") if own else "写成了几项，这里改不了" if odd else str(value or "")
    if values and shown and shown not in values:
        values = {shown: f"{shown}（不是可以选的）", **values} if shown != TO_FILL else {TO_FILL: "请选一项", **values}
    sort = "choice" if values else "name" if target else "box" if longest > _SHORT and not numeric(info) else "line"
    first = info.examples[0] if info.examples else ""
    # Of a list one of it, as one types it.
    example = describe.as_yaml(first) if not isinstance(first, list) else "" if isinstance(first[0], dict) else str(first[0])
    example = "" if target else values.get(example, example)
    meaning, example = ("导入时记下，检查时用，不用改", "") if own else (wording.meaning(info.description or "", target), example)
    return Control(path, name, info.title or name, meaning, example, sort, shown, values, required, target, listed, odd)


def constraints(info: FieldInfo) -> Iterator[StringConstraints]:
    """What a field's texts are held to, those of a list's items too."""
    yield from (each for each in info.metadata if isinstance(each, StringConstraints))
    yield from (each for each in _bottom(info.annotation) if isinstance(each, StringConstraints))


def _bottom(annotation: Any) -> Iterator[Any]:
    """What stands in an annotation's brackets, however deep."""
    for argument in (*get_args(annotation), *getattr(annotation, "__metadata__", ())):
        yield argument
        yield from _bottom(argument)
