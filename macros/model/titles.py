"""What an entry is called, whatever its kind."""

from typing import Any


def title_of(entry: Any) -> str:
    """The title, name, term or text of an entry; a body with what tells it apart: `xx市政协〔全员入委〕`.

    Raises:
        ValueError: it has none of them.
    """
    for name in ("title", "name", "term", "text"):
        value = getattr(entry, name, None)
        if value:
            apart = getattr(entry, "distinguisher", None)
            return f"{value}〔{apart}〕" if apart else str(value)
    raise ValueError(f"entry without a title: {entry!r}")
