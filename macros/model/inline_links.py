"""The texts of an entry, and the `[[id]]` links in them."""

import re
from collections.abc import Iterator
from dataclasses import is_dataclass

from macros.model.fields import fields_of

LINK = re.compile(r"\[\[([^\[\]]*)\]\]")

Place = tuple[str | int, ...]


def texts(value: object, place: Place = ()) -> Iterator[tuple[Place, str]]:
    """Every string inside a model with its place, ids and enumerations included."""
    if is_dataclass(value):
        for name, info in fields_of(type(value)).items():
            yield from texts(getattr(value, name), (*place, info.alias or name))
    elif isinstance(value, tuple):
        for i, item in enumerate(value):
            yield from texts(item, (*place, i))
    elif isinstance(value, str):
        yield place, value


def pieces(text: str) -> Iterator[tuple[str, str | None]]:
    """The text cut at its links: (words, None) or (the link as written, id)."""
    end = 0
    for match in LINK.finditer(text):
        if match.start() > end:
            yield text[end:match.start()], None
        yield match.group(), match.group(1)
        end = match.end()
    if end < len(text):
        yield text[end:], None
