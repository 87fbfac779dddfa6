"""Which edition of the library a site is, in words that a reader can pass on."""

from datetime import UTC, datetime
from importlib.metadata import version

from macros.runtime import moment


def number() -> str:
    """The version of programs and format, as in `pyproject.toml`."""
    return version("shijian-ku")


def day() -> str:
    """The day of the state that the site is made from, as 2026-11-28; empty where nothing tells it."""
    seconds = moment.given()
    return datetime.fromtimestamp(seconds, UTC).date().isoformat() if seconds else ""


def words() -> str:
    """1.0.0 2026-11-28"""
    return f"{number()} {day()}".strip()
