"""What an entry is called, whatever its kind."""

from typing import Any


def title_of(entry: Any) -> str:
    """The title, name or term of an entry.

    Raises:
        ValueError: it has none of them.
    """
    for name in ("title", "name", "term"):
        value = getattr(entry, name, None)
        if value:
            return str(value)
    raise ValueError(f"entry without a title: {entry!r}")
