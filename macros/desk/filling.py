"""What was put into a form, put into an entry's data: a value that was not touched stays exactly as it is."""

import copy
import re
from collections.abc import Mapping
from itertools import pairwise
from typing import Any

from macros.editing.yaml_value import below, info_of
from macros.model import describe
from macros.model.fields import Model, fields_of
from macros.model.inline_links import Place

# What an import writes for itself: shown, and never changed by hand.
MADE = frozenset({"sha256", "cut"})
_STEP = re.compile(r"[a-z_][a-z0-9_]*|\d{1,3}")


def place_of(path: str) -> Place | None:
    """The place that a path (`accounts.0.at.1`) names; None for what is no path."""
    steps = path.split(".")
    if not all(_STEP.fullmatch(step) for step in steps) or not steps[0].isidentifier():
        return None
    return tuple(int(step) if step.isdigit() else step for step in steps)


def path_of(place: Place) -> str:
    """A place as the path of a form."""
    return ".".join(map(str, place))


def filled(model: Model, data: Any, given: Mapping[str, str]) -> Any:
    """The data with what was given by path; a field that was emptied is left out, and so is an item without any field.

    What names no field of the model is passed over.
    """
    made = copy.deepcopy(data) if isinstance(data, dict) else {}
    touched = False
    for path, value in given.items():
        place = place_of(path)
        if place and place[-1] not in MADE and known(model, place):
            touched |= _put(made, place, value, model)
    return pruned(made, data) if touched else data


def known(model: Model, place: Place) -> bool:
    """Whether the model has a value of its own there."""
    inner: Model | None = model
    many = False
    for i, step in enumerate(place):
        if isinstance(step, int):
            if not many:
                return False
            many = False
            continue
        info = info_of(inner, step) if inner and not many else None
        if info is None:
            return False
        many, inner = "tuple" in str(info.annotation), describe.inner(info)
        if i + 1 == len(place) and (inner or many):
            return False
    return not (many or inner) or (isinstance(place[-1], int) and not inner)


def _put(data: Any, place: Place, value: str, model: Model) -> bool:
    """Puts a value at a place; whether it is another one than was there."""
    clean = re.sub(r"[\r\n]+", "", value).strip()
    above, step = _reached(data, place, model, make=bool(clean))
    if above is None:
        return False
    old = above.get(step) if isinstance(above, dict) else above[step] if step < len(above) else None
    if isinstance(old, dict | list):
        return False  # shown as it stands, and left alone
    if re.sub(r"[\r\n]+", "", str(old or "")).strip() == clean:
        return False
    if isinstance(above, dict):
        if clean:
            above[step] = clean
        else:
            above.pop(step, None)
    elif step < len(above):
        above[step] = clean
    else:
        above.append(clean)
    return True


def _reached(data: Any, place: Place, model: Model, *, make: bool) -> tuple[Any, Any]:
    """What holds the last step of a place, made on the way where it has to be; None where it is not there or has another shape."""
    here, inner = data, model
    for step, following in pairwise(place):
        fresh: Any = [] if isinstance(following, int) else {}
        if isinstance(step, str):
            inner = below(inner, step) or inner
        if isinstance(here, dict):
            there = here.get(step)
            if there is None or there == "":
                if not make:
                    return None, None
                here[step] = there = fresh
            elif isinstance(there, str) and isinstance(following, int):
                here[step] = there = [there]
        elif isinstance(here, list) and isinstance(step, int):
            if step >= len(here):
                if not make:
                    return None, None
                here.append(fresh)
                step = len(here) - 1
            there = here[step]
            if isinstance(there, str) and isinstance(following, str):
                first = next(iter(fields_of(inner)))
                if following == first:
                    return here, step
                here[step] = there = {first: there}
        else:
            return None, None
        here = there
    fits = isinstance(here, dict) if isinstance(place[-1], str) else isinstance(here, list)
    return (here, min(place[-1], len(here)) if isinstance(place[-1], int) else place[-1]) if fits else (None, None)


def pruned(data: Any, before: Any = None) -> Any:
    """Without lists, mappings and items that hold nothing any more; what held nothing `before` stays."""
    if isinstance(data, dict):
        was = before if isinstance(before, dict) else {}
        kept = {name: pruned(value, was.get(name)) for name, value in data.items()}
        return {name: value for name, value in kept.items() if value not in ({}, []) or was.get(name) in ({}, [])}
    if isinstance(data, list):
        return [value for each in data if (value := pruned(each)) not in ("", {}, [], None)]
    return data


def removed(data: Any, place: Place) -> Any:
    """The data without what stands at a place."""
    made = copy.deepcopy(data)
    above = made
    for step in place[:-1]:
        above = above[step]
    del above[place[-1]]
    return pruned(made)


def moved(data: Any, place: Place, by: int) -> Any:
    """The data with an item of a list so many places further on."""
    made = copy.deepcopy(data)
    above = made
    for step in place[:-1]:
        above = above[step]
    at = int(place[-1])
    to = max(0, min(len(above) - 1, at + by))
    above.insert(to, above.pop(at))
    return made
