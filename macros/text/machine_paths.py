"""Paths of somebody's machine in a text: they tell a user's name, and nobody else can open them."""

import re
from collections.abc import Iterator
from pathlib import Path

_HOMES = re.compile(r"""(?<![\w./-])(?:/home/|/Users/)[\w.-]+/[\w.-]+|(?<![\w./-])/root/[\w.-]+|\b[A-Za-z]:\\{1,2}Users\\{1,2}[\w.-]+""")
_WORDS = ("/home/", "/Users/", "/root/", "Users\\")


def private(*places: Path) -> tuple[str, ...]:
    """Paths that tell of this machine; a very short one (`/`, `/srv`) says nothing and stands in many texts."""
    return tuple(sorted({str(path) for path in (*places, Path.home()) if len(path.parts) > 2}))


def paths(text: str, known: tuple[str, ...]) -> Iterator[tuple[int, str]]:
    """Where a path of a machine stands in a text, and the path: one of the `known`, or somebody's home."""
    places = [(text.find(path), path) for path in known]
    # Looking for the words first is many times faster than the pattern alone.
    home = _HOMES.search(text) if any(word in text for word in _WORDS) else None
    if home:
        places.append((home.start(), home.group()))
    # A path inside another starts at the same place: tell it once.
    told: set[int] = set()
    for offset, path in places:
        if offset >= 0 and offset not in told:
            told.add(offset)
            yield offset, path
