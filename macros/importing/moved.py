"""Practices whose paragraphs another division has moved: their places follow where a draft's own lines say them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from macros.importing import half
from macros.importing.again import Again
from macros.importing.known import Known


@dataclass(frozen=True)
class Move:
    """An account whose places moved. `file` is the whole new file and what it was, None where a person must do it."""

    practice: str
    said: str
    content: bytes | None = None
    was: bytes | None = None


def moves(again: Again, ids: dict[int, str], known: Known, data: Path) -> tuple[list[Move], dict[str, set[str]]]:
    """The accounts that must follow, and the places of each new speech (by id) that practices tell of."""
    told: dict[str, set[str]] = {}
    found: list[Move] = []
    for pid in sorted({pid for old in again.olds for pid in known.telling.get(old.speech_id, ())}):
        was = half.contents(data / "practices" / f"{pid}.yml")
        text = was.decode("utf-8", "replace") if was else ""
        unsure: list[str] = []
        done: list[str] = []
        for speech, at in _accounts(known.face("practices", pid)):
            places = [(ids[new[0]], new[1]) if (new := again.place(speech, one)) else None for one in at]
            for place in places:
                if place:
                    told.setdefault(place[0], set()).add(place[1])
            if not at or all(place == (speech, one) for place, one in zip(places, at, strict=True)):
                continue
            there = "、".join(f"{place[0]} 的 {place[1]}" if place else "已不是正文" for place in places)
            said = f"{speech} 的 {'、'.join(at)} → {there}"
            lines = re.compile(rf"^(  - speech: ){re.escape(speech)}(\n    at: \[){re.escape(', '.join(f'{chr(34)}{one}{chr(34)}' for one in at))}(\]\n)", re.M)
            bodies = {place[0] for place in places if place}
            # Points and figures that name places of their own are for a person to follow.
            simple = len(lines.findall(text)) == 1 and None not in places and len(bodies) == 1 and not re.search(r"[{ ]at: \[\"", text.replace("\n    at:", ""))
            if simple:
                new_at = ", ".join(f'"{place[1]}"' for place in places if place)
                text = lines.sub(rf"\g<1>{bodies.pop()}\g<2>{new_at}\g<3>", text)
                done.append(said)
            else:
                unsure.append(said)
        if done and was:
            found.append(Move(pid, "；".join(done), text.encode(), was))
        found += [Move(pid, said) for said in unsure]
    return found, told


def _accounts(face: Any) -> Iterator[tuple[str, list[str]]]:
    accounts = face.get("accounts")
    for account in accounts if isinstance(accounts, list) else ():
        if isinstance(account, dict) and isinstance(account.get("speech"), str):
            at = account.get("at")
            yield account["speech"], [one for one in at if isinstance(one, str)] if isinstance(at, list) else []
