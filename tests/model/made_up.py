"""Libraries made up from the models alone: every field of every kind has a value, so a new one does too.

Four entries a kind. The first is the one to look at; in it, one field at a time has another value.
"""

import datetime
import hashlib
import json
import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import combinations, permutations
from pathlib import Path
from typing import Annotated, Any, Literal, NamedTuple, get_args, get_origin

from pydantic import TypeAdapter, ValidationError
from pydantic.fields import FieldInfo

from macros.model import describe
from macros.model.fields import Model, fields_of, validated
from macros.model.kinds import KINDS
from macros.model.vocabulary import Labelled

# Fields that hold an id, and the kind that it is of; any other id is one that nothing else bears.
NAMES = {"speech": "speeches", "source": "sources", "organization": "organizations", "topics": "topics",
         "problems": "problems", "to": "practices", "topic": "topics"}
# The value that a field has wherever it is not the one to look at, since others need it.
USUAL = {("Point", "aspect"): "rhythm"}
# What only goes with that value.
ONLY_THEN = {("aspect", "rhythm"): ("every", "times", "raw")}
_CHECKS: dict[str, TypeAdapter[Any]] = {}
Steps = tuple[str | int, ...]


class Leaf(NamedTuple):
    """A field of a kind that holds a value itself; `steps` lead to its value, the first where there are several."""

    kind: str
    field: describe.FieldReference
    steps: Steps


class Sample(NamedTuple):
    """A value as a file has it, and the ways in which people and programs may be shown it."""

    written: str
    shown: tuple[str, ...]


def leaves() -> Iterator[Leaf]:
    """Every field of every kind down to the deepest."""
    for kind in KINDS.values():
        found, full = describe.fields(kind.model), _full(kind.model, 1)
        for field in found:
            if not any(other.path.startswith(f"{field.path}.") for other in found):
                many = isinstance(_at(full, _steps(field.path)), list)
                yield Leaf(kind.name, field, (*_steps(field.path), *((0,) if many else ())))


def libraries(leaf: Leaf) -> Iterator[tuple[Any, Sample, Any, Sample]]:
    """Pairs of the first entry, each with what its field holds: two that differ in that field, and in
    nothing else where the model allows it. Each pair lacks other fields, since one may hide or forbid another.
    """
    model = KINDS[leaf.kind].model
    choices = _choices(model, leaf.steps)
    # Another value is sooner what shows a difference than another field that is away.
    for lacking in _lacking(model, leaf.steps):
        for old, new in permutations(choices, 2):
            made = [_without(_put(json.loads(_whole(model)), leaf.steps, sample.written), lacking) for sample in (old, new)]
            repaired = [_repaired(model, data, leaf.steps) for data in made]
            if all(repaired):
                yield repaired[0], old, repaired[1], new


def surroundings(folder: Path) -> None:
    """Writes a library whose entries are all made up, into an empty folder."""
    for kind in KINDS.values():
        entries = {_id(kind.name, number): _repaired(kind.model, _without(_full(kind.model, number), ("withdrawn",)), ())
                   for number in range(1, 5)}
        if kind.one_file_each:
            (folder / kind.name).mkdir(parents=True)
            for name, data in entries.items():
                (folder / kind.name / f"{name}.yml").write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
        else:
            (folder / f"{kind.name}.yml").write_text(json.dumps(entries, ensure_ascii=False), encoding="utf-8")


def _id(kind: str, number: int) -> str:
    return f"{kind}-{number}"


@lru_cache
def _whole(model: Model) -> str:
    """The first entry with every field, to be read anew for each change."""
    return json.dumps(_full(model, 1), ensure_ascii=False)


def _full(model: Model, number: int, path: str = "", item: int = 0) -> Any:
    """An entry, or a part of one, with every field that its model has; no two of them hold the same.

    `path` is where it stands, from the name of the entry's model on; `item` is which of its list.
    """
    return {
        info.alias or name: USUAL.get((model.__name__, name)) or _value(info, f"{path or model.__name__}.{name}", number, item)
        for name, info in fields_of(model).items()
    }


def _value(info: FieldInfo, path: str, number: int, item: int) -> Any:
    below = describe.inner(info)
    if not _many(info.annotation):
        return _full(below, number, path, item) if below else _samples(info.annotation, info.metadata, path, number, item)[0].written
    if below:
        return [_full(below, number, f"{path}{i}", i) for i in range(2)]
    return [_samples(_within(info), [], f"{path}{i}", number, i)[0].written for i in range(2)]


def _choices(model: Model, steps: Steps) -> list[Sample]:
    """The values that a field is given in turn."""
    path, item, info = model.__name__, 0, None
    for step in steps:
        if isinstance(step, int):
            item, path = step, f"{path}{step}"
            continue
        attribute, info = next((n, i) for n, i in fields_of(model).items() if (i.alias or n) == step)
        model = describe.inner(info) or model
        path = f"{path}.{attribute}"
    assert info is not None
    if isinstance(steps[-1], int):
        return _samples(_within(info), [], path, 1, item)
    return _samples(info.annotation, info.metadata, path, 1, item)


def _samples(annotation: Any, metadata: list[Any], path: str, number: int, item: int) -> list[Sample]:
    """Values of a plain type that differ: every value of a closed list, else two."""
    name = re.sub(r"\d", "", path.rpartition(".")[2])
    closed = next((t for t in _plain(annotation) if isinstance(t, type) and issubclass(t, Labelled)), None)
    if closed:
        return [Sample(value.value, (value.label, f'"{value.value}"')) for value in closed]
    literal = next((t for t in _parts(annotation) if get_origin(t) is Literal), None)
    if literal:
        return [Sample("", ()), Sample(get_args(literal)[0], ("true", "原文没有解释", "是"))]
    if name in NAMES:
        kind = NAMES[name]
        others = [1, 1] if number > 1 else [2, 3] if item == 0 else [4, 4]
        return [Sample(_id(kind, n), (f'"{_id(kind, n)}"', *_titles(kind, n))) for n in others]
    if path not in _CHECKS:
        _CHECKS[path] = TypeAdapter(Annotated[annotation, *metadata] if metadata else annotation)
    unique = int(hashlib.sha256(f"{path}/{number}".encode()).hexdigest(), 16)
    return [_first_valid(_CHECKS[path], unique, path, other) for other in range(2)]


def _first_valid(check: TypeAdapter[Any], unique: int, path: str, other: int) -> Sample:
    """The first of some values that the type takes."""
    day = datetime.date(2031 + _order(path), 1 + unique % 12, 1 + unique // 12 % 26 + other)
    # Masked, as so much in the sources: what is told as hidden must be.
    word = f"试{unique % 10**6:06}{'甲乙'[other]}"
    place = f"{1 + other}.{1 + unique % 2}"
    digest = hashlib.sha256(word.encode()).hexdigest()
    for sample in (
        Sample(f"x个{word}", (word,)), Sample(f"s{unique % 10**6:06}{'ab'[other]}", (f"s{unique % 10**6:06}{'ab'[other]}",)),
        *(Sample(str(n), (str(n),)) for n in (100 + unique % 800 + other, 2000 + unique % 900 + other, 1000001 + unique % 10**6 + other)),
        Sample(day.isoformat(), (day.isoformat(), f"{day.year}年{day.month}月{day.day}日")),
        Sample(place, (f'"{place}"', f"第{1 + other}段")),
        Sample(digest, (digest,)),
        *(Sample(address, (address,)) for address in (f"https://a.example/{digest[:12]}",)),
    ):
        try:
            check.validate_python(sample.written)
        except ValidationError:
            continue
        return sample
    raise AssertionError(f"no value for {path}: give tests/model/made_up.py one that the field takes")


def _order(path: str) -> int:
    """Later for the field that is declared later: dates have an order."""
    model, name, *_ = path.split(".")
    names = next(fields_of(kind.model) for kind in KINDS.values() if kind.model.__name__ == model)
    return next(i for i, declared in enumerate(names) if name.startswith(declared))


def _titles(kind: str, number: int) -> tuple[str, ...]:
    """What an entry is called."""
    model = KINDS[kind].model
    return tuple(_value(info, f"{model.__name__}.{name}", number, 0) for name, info in fields_of(model).items()
                 if name in ("title", "name", "term", "short"))


def _lacking(model: Model, steps: Steps) -> Iterator[tuple[str, ...]]:
    """The fields of an entry to leave out: none, one at a time, the last declared first, then two at a time."""
    names = [info.alias or name for name, info in reversed(fields_of(model).items())
             if not info.is_required() and (info.alias or name) != steps[0]]
    # The same whole entry is asked for again by the next field.
    yield ()
    yield from ((name,) for name in names)
    yield from combinations(names, 2)


def _repaired(model: Model, data: Any, steps: Steps) -> Any:
    """The data without what the model will not have beside the rest; None if that is more than two fields."""
    _settle(data)
    optional = list(_optional(model, data, ()))
    for lacking in ((), *((one,) for one in optional), *combinations(optional, 2)):
        if any(steps[:len(one)] == one for one in lacking):
            continue
        left = json.loads(json.dumps(data))
        for one in lacking:
            if _there(left, one):
                del _at(left, one[:-1])[one[-1]]
        try:
            validated(model, left)
        except ValidationError:
            continue
        return left
    return None


def _settle(data: Any) -> None:
    """Takes away what does not go with a value."""
    for part in data.values() if isinstance(data, dict) else data if isinstance(data, list) else ():
        _settle(part)
    for (name, value), fields in ONLY_THEN.items():
        if isinstance(data, dict) and fields[0] in data and data.get(name) != value:
            for field in fields:
                data.pop(field, None)


def _there(data: Any, steps: Steps) -> bool:
    """Whether there is a value to which the steps lead."""
    try:
        _at(data, steps)
    except (KeyError, IndexError, TypeError):
        return False
    return True


def _optional(model: Model, data: Any, before: Steps) -> Iterator[Steps]:
    """The way to every value that need not be there."""
    for attribute, info in fields_of(model).items():
        name = info.alias or attribute
        if name not in data:
            continue
        if not info.is_required():
            yield (*before, name)
        below = describe.inner(info)
        parts = data[name] if isinstance(data[name], list) else [data[name]]
        for i, part in enumerate(parts if below else ()):
            assert below is not None
            yield from _optional(below, part, (*before, name, *((i,) if isinstance(data[name], list) else ())))


def _without(data: Any, names: tuple[str, ...]) -> Any:
    return {name: value for name, value in data.items() if name not in names}


def _put(data: Any, steps: Steps, value: str) -> Any:
    parent = _at(data, steps[:-1])
    if value:
        parent[steps[-1]] = value
    else:
        del parent[steps[-1]]
    return data


def _at(data: Any, steps: Steps) -> Any:
    for step in steps:
        data = data[step]
    return data


def _steps(path: str) -> Steps:
    """`accounts[].points[].text` as the way to the first of each."""
    return tuple(step for part in path.split(".") for step in ((part[:-2], 0) if part.endswith("[]") else (part,)))


def _parts(annotation: Any) -> Iterator[Any]:
    """An annotation, and what it is made of."""
    yield annotation
    if get_origin(annotation) is not Literal:
        for part in get_args(annotation):
            yield from _parts(part)


def _within(info: FieldInfo) -> Any:
    """What a list of plain values is a list of."""
    return next(get_args(part)[0] for part in _parts(info.annotation) if get_origin(part) is tuple)


def _plain(annotation: Any) -> Iterator[Any]:
    return (part for part in _parts(annotation) if not get_args(part))


def _many(annotation: Any) -> bool:
    return any(get_origin(part) is tuple for part in _parts(annotation))
