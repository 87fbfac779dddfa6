"""Accounts without a library around them, for tests of values."""

from types import SimpleNamespace
from typing import Any

from pydantic import TypeAdapter

from macros.library.graph import Telling
from macros.model.accounts import Account


def telling(practice: str, speech: str, body: str, status: str, *points: tuple[str | None, str], unsaid: tuple[Any, ...] = (),
            figures: tuple[dict[str, Any], ...] = (), at: tuple[str, ...] = ("1",)) -> Telling:
    """An account of this status; its points as (aspect, text), one about how where none is given."""
    account = TypeAdapter(Account).validate_python({
        "speech": speech, "at": list(at), "progress": {"status": status} | ({} if status == "unclear" else {"cue": "拟", "scope": "local"}),
        "points": [_point(aspect, text, at) for aspect, text in points or [("how", "做")]], "figures": list(figures),
    })
    made: Any = SimpleNamespace(title=practice, unsaid=unsaid, problems=())
    around: Any = SimpleNamespace()
    return Telling(practice, made, account, speech, around, body, around)


def _point(aspect: str | None, text: str, at: tuple[str, ...]) -> dict[str, Any]:
    found: dict[str, Any] = {"text": text} | ({"aspect": aspect} if aspect else {})
    if len(at) > 1:
        found["at"] = [at[0]]
    return found | ({"every": "month", "raw": text} if aspect == "rhythm" else {})
