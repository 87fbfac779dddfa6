"""The entries that a hand-written page names: the ids in its macro calls, with their place."""

import inspect
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Annotated, Any, NamedTuple, get_args, get_origin, get_type_hints

from macros.handwritten.guide_macros import Guide
from macros.handwritten.macros import Choice, Ref
from macros.handwritten.macros import macros as _macros
from macros.library.catalog import Named
from macros.text.places import line_and_column

_TAG = re.compile(r"\{\{-?\s*([a-z_]+)\(([^{}]*)\)\s*-?\}\}")
_ARGUMENT = re.compile(r"""(?:([a-z_]+)\s*=\s*)?(?:"([^"]*)"|'([^']*)'|[^,"']+)\s*(?:,|$)\s*""")


class Call(NamedTuple):
    """An entry (`kind`, `entry_id`) that a call of `macro` names; the call stands from `start` to `end`, its macro's name at `offset`."""

    start: int
    end: int
    offset: int
    macro: str
    kind: str
    entry_id: str


def macros() -> dict[str, Any]:
    """Every macro that a page may call."""
    return {**_macros(), **_macros(Guide)}


def calls(text: str) -> Iterator[Call]:
    """The entries that the calls in a text name, in their order. What is no plain call is told by the check."""
    for tag in _TAG.finditer(text):
        takes = _refs().get(tag[1], ())
        for i, argument in enumerate(_ARGUMENT.finditer(tag[2])):
            value = argument[2] or argument[3]
            name = argument[1] or (takes[i][0] if i < len(takes) else "")
            kind = dict(takes).get(name)
            if value and kind:
                yield Call(tag.start(), tag.end(), tag.start(1), tag[1], kind, value)


@lru_cache(maxsize=1)
def _refs() -> Mapping[str, tuple[tuple[str, str | None], ...]]:
    """The parameters of each macro in their order, each with the kind whose id it takes."""
    found = {}
    for name, macro in macros().items():
        hints = get_type_hints(macro, include_extras=True)
        marks = [(p, mark_of(hints[p])) for p in inspect.signature(macro).parameters if p != "self"]
        found[name] = tuple((p, mark.kind if isinstance(mark, Ref) else None) for p, mark in marks)
    return found


def mark_of(hint: Any) -> Ref | Choice | None:
    """The Ref or Choice inside a hint such as `Annotated[str, Ref("topics")] | None`."""
    if get_origin(hint) is Annotated:
        return next((m for m in get_args(hint)[1:] if isinstance(m, Ref | Choice)), None)
    return next((found for argument in get_args(hint) if (found := mark_of(argument))), None)


def named(docs: Path, shown: str = "docs") -> Mapping[tuple[str, str], tuple[Named, ...]]:
    """Where the pages under `docs`, called `shown` in messages, name each entry (kind, id)."""
    found: dict[tuple[str, str], list[Named]] = defaultdict(list)
    for file in sorted(docs.rglob("*.md")):
        try:
            # A pipe would wait for ever.
            text = file.read_text(encoding="utf-8") if file.is_file() and not file.is_symlink() else ""
        except (OSError, UnicodeDecodeError):
            continue  # told where macros are checked
        if "{{" not in text or "render_macros" not in text:
            continue
        path, lines = f"{shown}/{file.relative_to(docs).as_posix()}", text.split("\n")
        for call in calls(text):
            line, column = line_and_column(text, call.offset)
            found[call.kind, call.entry_id].append(Named(path, line, column, lines[line - 1]))
    return {key: tuple(places) for key, places in found.items()}
