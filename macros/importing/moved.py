"""Practices whose paragraphs another division has moved: every place of an account follows, those of its points and figures too."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from macros.importing import half
from macros.importing.again import Again
from macros.importing.known import Known
from macros.importing.stages import where
from macros.model.fields import TO_CONFIRM, TO_FILL

# Where a proposal says in which place it was read.
_READ_IN = re.compile(rf"(?<=# {TO_CONFIRM}：)第(?P<number>\d+)段(?:第(?P<item>\d+)项)?(?=[^，。“]*有“)")


@dataclass(frozen=True)
class Move:
    """An account whose places moved. `file` is the whole new file and what it was, None where a person must do it."""

    practice: str
    said: str
    content: bytes | None = None
    was: bytes | None = None


@dataclass(frozen=True)
class _Edit:
    """Characters `start` up to `end` of a file and what stands there instead."""

    start: int
    end: int
    text: str


def moves(again: Again, ids: dict[int, str], known: Known, data: Path) -> tuple[list[Move], dict[str, set[str]]]:
    """The accounts that must follow, and the places of each new speech (by id) that practices tell of."""
    told: dict[str, set[str]] = {}
    found: list[Move] = []
    mine = {old.speech_id for old in again.olds}
    for pid in sorted({pid for speech in mine for pid in known.telling.get(speech, ())}):
        was = half.contents(data / "practices" / f"{pid}.yml")
        text = was.decode("utf-8", "replace") if was else ""
        nodes = _accounts(text)
        edits: list[_Edit] = []
        done: list[str] = []
        for number, (speech, at) in enumerate(_faces(known.face("practices", pid))):
            # The account of another source has not moved.
            if speech not in mine or not at:
                continue
            places = {one: (ids[new[0]], new[1]) if (new := again.place(speech, one)) else None for one in at}
            for place in places.values():
                if place:
                    told.setdefault(place[0], set()).add(place[1])
            if all(place == (speech, one) for one, place in places.items()):
                continue
            there = "、".join(f"{place[0]} 的 {place[1]}" if place else "已不是正文" for place in places.values())
            said = f"{speech} 的 {'、'.join(at)} → {there}"
            own = _edits(text, nodes[number], again, speech, ids) if number < len(nodes) else None
            if own is None:
                found.append(Move(pid, said))
            else:
                edits += own
                done.append(said)
        if done and was:
            found.append(Move(pid, "；".join(done), _edited(text, edits).encode(), was))
    return sorted(found, key=lambda m: (m.practice, m.content is None)), told


def _faces(face: Any) -> Iterator[tuple[str, list[str]]]:
    accounts = face.get("accounts")
    for account in accounts if isinstance(accounts, list) else ():
        if isinstance(account, dict) and isinstance(account.get("speech"), str):
            at = account.get("at")
            yield account["speech"], [one for one in at if isinstance(one, str)] if isinstance(at, list) else []


def _accounts(text: str) -> list[yaml.MappingNode]:
    """The accounts of a practice's file, with where each of their parts stands; none where the file can't be read."""
    try:
        root = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.YAMLError:
        return []
    accounts = _value(root, "accounts")
    every = accounts.value if isinstance(accounts, yaml.SequenceNode) else []
    return [node for node in every if isinstance(_value(node, "speech"), yaml.ScalarNode)]


def _value(node: Any, name: str) -> Any:
    pairs = node.value if isinstance(node, yaml.MappingNode) else []
    return next((value for key, value in pairs if key.value == name), None)


def _edits(text: str, account: yaml.MappingNode, again: Again, speech: str, ids: dict[int, str]) -> list[_Edit] | None:
    """What is to be written instead; None where places went to several speeches, or where those that are no text any more
    leave nothing, or something that an editor has written."""
    edits: list[_Edit] = []
    orders: set[int] = set()
    for part in _parts(account):
        at = _value(part, "at")
        if not isinstance(at, yaml.SequenceNode):
            continue
        leads = [again.place(speech, place.value) if isinstance(place, yaml.ScalarNode) else None for place in at.value]
        there = [lead for lead in leads if lead]
        orders |= {order for order, _ in there}
        if len(there) == len(leads):
            edits += [_over(place, f'"{lead[1]}"') for place, lead in zip(at.value, there, strict=True)]
        elif there and at.flow_style:
            edits.append(_over(at, "[" + ", ".join(f'"{place}"' for _, place in there) + "]"))
        elif not there and part is not account and (line := _line(text, part)) and re.search(f"{TO_CONFIRM}|{TO_FILL}", text[line.start:line.end]):
            edits.append(line)
        else:
            return None
    if len(orders) != 1 or _bare(account, edits):
        return None
    own = text[:account.end_mark.index]
    for said in _READ_IN.finditer(own, account.start_mark.index):
        lead = again.place(speech, ".".join(filter(None, said.groups())))
        edits.append(_Edit(said.start(), said.end(), where(lead[1]) if lead else "略去的一段"))
    return [_over(_value(account, "speech"), ids[orders.pop()]), *edits]


def _parts(account: yaml.MappingNode) -> Iterator[yaml.Node]:
    """An account, its points and its figures."""
    yield account
    for name in ("points", "figures"):
        listed = _value(account, name)
        yield from listed.value if isinstance(listed, yaml.SequenceNode) else ()


def _line(text: str, node: yaml.Node) -> _Edit | None:
    """The taking away of the line that a part of a list stands in; None where it stands in several."""
    start, end = text.rfind("\n", 0, node.start_mark.index) + 1, text.find("\n", node.end_mark.index) + 1
    return _Edit(start, end, "") if end and "\n" not in text[start:end - 1] else None


def _bare(account: yaml.MappingNode, edits: list[_Edit]) -> bool:
    """Whether a list would lose all that it has."""
    gone = [edit for edit in edits if not edit.text]
    lists = [listed for name in ("points", "figures") if isinstance(listed := _value(account, name), yaml.SequenceNode)]
    return any(listed.value and all(any(edit.start <= one.start_mark.index < edit.end for edit in gone) for one in listed.value) for listed in lists)


def _over(node: yaml.Node, text: str) -> _Edit:
    return _Edit(node.start_mark.index, node.end_mark.index, text)


def _edited(text: str, edits: list[_Edit]) -> str:
    for edit in sorted(edits, key=lambda e: -e.start):
        text = text[:edit.start] + edit.text + text[edit.end:]
    return text
