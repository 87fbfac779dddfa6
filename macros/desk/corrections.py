"""Corrections that readers send, `kb-correction/1`: read whole or not at all, kept outside the data with what came of them."""

import json
import secrets
from dataclasses import dataclass, field
from typing import Any

from macros.desk.filling import path_of, place_of
from macros.desk.records import Record, Records
from macros.editing.corrections import FORMAT
from macros.model.inline_links import Place
from macros.reading.validation_errors import strings

LIMIT = 200_000
# The keys that must be there, and those that may be empty: each with what it is called.
_NEEDED = {"entry": "哪一条", "should": "该写成什么"}
_TEXTS = ("entry", "field", "now", "should", "who", "written", "site_version")
OPEN, TAKEN, DECLINED = "open", "taken", "declined"


class Unreadable(ValueError):
    """What was sent is no correction; the text says why, in Chinese."""


@dataclass
class Correction(Record):
    """One correction. `sent` is all that was sent, unknown keys too; `state` what came of it, `why` the reason."""

    sent: dict[str, Any]
    state: str = OPEN
    why: str = ""
    files: list[str] = field(default_factory=list)

    def said(self, name: str) -> str:
        """A text of it; "" where there is none."""
        value = self.sent.get(name)
        return value if isinstance(value, str) else ""

    @property
    def where(self) -> tuple[str, str]:
        """Speech and place that it names, or its own words for where it stands."""
        where = self.sent.get("where")
        if isinstance(where, dict):
            at = where.get("at", where.get("place", ""))
            return str(where.get("speech") or ""), str(at[0] if isinstance(at, list) and at else at or "")
        return "", str(where or "")


def read(text: str) -> list[dict[str, Any]]:
    """The corrections in a file, or in a letter that holds one.

    Raises:
        Unreadable: there is none, or one of them lacks something: then none is taken.
    """
    if len(text) > LIMIT:
        raise Unreadable("这份东西太大，不是纠错")
    found = _json(text.strip().removeprefix("\ufeff"))
    each = found if isinstance(found, list) else [found]
    if not each:
        raise Unreadable("里面没有纠错")
    for one in each:
        if not isinstance(one, dict) or one.get("format") != FORMAT:
            raise Unreadable("这不是纠错：要的是读者从“说哪里有错”送来的那一份，原样放进来，不用自己写")
        for name, called in _NEEDED.items():
            if not isinstance(one.get(name), str) or not one[name].strip():
                raise Unreadable(f"这份纠错没有写{called}")
        wrong = [name for name in _TEXTS if not isinstance(one.get(name, ""), str | None.__class__)]
        if wrong or not isinstance(one.get("where", ""), str | dict | None.__class__) or not isinstance(one.get("account"), str | None.__class__):
            raise Unreadable("这份纠错有一处写法不对，多半是改动过：请读者从“说哪里有错”再送一份")
    return each


def _json(text: str) -> Any:
    begin = min((at for at in (text.find("{"), text.find("[")) if at >= 0), default=-1)
    end = max(text.rfind("}"), text.rfind("]"))
    if begin < 0 or end < begin:
        raise Unreadable("里面没有找到纠错：把读者送来的那个文件放进来，或者把信里大括号 { } 连同里面的全部贴进来")
    try:
        return json.loads(text[begin:end + 1].replace("\u00a0", " "), strict=False)
    except (ValueError, RecursionError):
        raise Unreadable("读不出来：多半是复制时少了一截，把大括号 { } 连同里面的全部贴进来") from None


def place(data: Any, correction: Correction) -> Place | None:
    """Where in an entry's data the sentence stands that a correction is about: at its path, or wherever it moved to since."""
    now, account = correction.said("now").strip(), correction.said("account")
    named = place_of(correction.said("field"))
    every = dict(strings(data))
    if named in every and (not now or every[named].strip() == now):
        return named
    alike = [at for at, text in every.items() if now and text.strip() == now]
    told = {i for i, each in enumerate(data.get("accounts") or ()) if isinstance(each, dict) and each.get("speech") == account} if isinstance(data, dict) else set()
    within = [at for at in alike if not told or (at[:1] == ("accounts",) and at[1] in told)]
    under = [at for at in alike if named and at[:len(named)] == named]
    found = under or within or alike
    return found[0] if len(found) == 1 else named if named in every and not now else None


def several(data: Any, correction: Correction) -> str:
    """The path of a list that a correction is about as a whole (专题：委员履职、党建); "" where it is about none."""
    named = place_of(correction.said("field"))
    here = data
    for step in named or ():
        here = here.get(step) if isinstance(here, dict) else here[step] if isinstance(here, list) and isinstance(step, int) and step < len(here) else None
    return path_of(named) if named and isinstance(here, list) and here else ""


class Corrections(Records[Correction]):
    """The corrections in a folder, a file each."""

    kind = Correction

    def add(self, sent: list[dict[str, Any]]) -> list[Correction]:
        """Keeps what was sent. Raises `OSError`."""
        made = [Correction(secrets.token_hex(6), one) for one in sent]
        for each in made:
            self.keep(each)
        return made


def shown(at: Place | None) -> str:
    """A place as the path of a form; "" for none."""
    return path_of(at) if at else ""
