"""The bodies of an import: the known ones by their names, and the records of those that are not there, for organizations.yml."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from macros.fulltext.passages import masks
from macros.importing import drafts, half, ids
from macros.importing.division import units
from macros.importing.division.units import Unit
from macros.importing.points import head
from macros.importing.told import File, Told
from macros.library.catalog import Catalog
from macros.model.fields import TO_FILL

_FILE = "organizations.yml"
_LEVEL = "由名称读出"
_CITY = "“市”是地级市写 city，县级市写 county"
# A distinguisher has so many characters at most.
_SHORT = 6
# The name of a body is not cut: 鹭洲区望江街道党工委.


class Bodies:
    """The bodies of an import. A masked name is one body a speech: two of the same name may be two."""

    def __init__(self, catalog: Catalog) -> None:
        self._faces: dict[str, Mapping[str, Any]] = {}
        self._known: dict[str, list[str]] = {}
        for kind, oid in sorted(catalog.origins):
            # One that still says 待填 is there as well.
            face = catalog.data(kind, oid) if kind == "organizations" else None
            if isinstance(face, dict):
                self._faces[oid] = face
                for name in {face.get("name"), face.get("raw")}:
                    if isinstance(name, str):
                        self._known.setdefault(name, []).append(oid)
        self._taken = ids.taken(catalog)
        self.new: dict[tuple[str, int], tuple[str, Unit, str]] = {}

    def known(self, name: str) -> list[str]:
        """The ids of the bodies of that name."""
        return self._known.get(drafts.named(name), [])

    def shown(self, oid: str) -> str:
        """An id with what tells its body from others of its name."""
        said = self._faces.get(oid, {}).get("distinguisher")
        return f"{oid}（{said}）" if isinstance(said, str) else oid

    def id_of(self, unit: Unit, told: Told) -> str:
        """The id for a body that is not there yet: the same for the same name, unless that is masked. One that an import which
        was stopped has added is there."""
        key = (unit.name, told.order if masks(unit.name) else 0)
        apart = (_distinguisher(told) or TO_FILL) if masks(unit.name) else None
        added = next((oid for oid in self.known(unit.name) if self._faces[oid].get("distinguisher") == apart), None)
        if added:
            return added
        if key not in self.new:
            own = ids.propose(drafts.named(unit.name), self._taken)
            self._taken.add(own)
            self.new[key] = (own, unit, _distinguisher(told) if masks(unit.name) else "")
        return self.new[key][0]

    def only(self, used: set[str]) -> None:
        """Forgets the new bodies whose id no draft has in the end."""
        self.new = {key: body for key, body in self.new.items() if body[0] in used}

    def records(self) -> Iterator[str]:
        """The record of each new body."""
        for own, unit, apart in self.new.values():
            state = "masked" if masks(unit.name) else "named"
            fields = {"name": unit.name, "name_state": state, **({"distinguisher": apart} if state == "masked" else {}),
                      "level": unit.level.value if unit.level else ""}
            # What the editor calls it is no wording of the source's.
            raw = unit.name if unit.raw is None or masks(unit.name) else unit.raw
            fields |= {"raw": raw} if raw else {}
            yield drafts.record(own, fields, {"level": _CITY if units.asks(unit.name) else _LEVEL, "distinguisher": "取自这一篇的题目、名称，和同名的分得开就行"})

    def file(self, data: Path) -> File | None:
        """The file of bodies with the new records at its end; None where there are none, or where it is of another form than
        one that records can be added to."""
        records = list(self.records())
        if not records:
            return None
        path = data / _FILE
        there = half.contents(path)
        if there is None:
            return None if path.exists() or path.is_symlink() else File(_FILE, "".join(records).encode())
        text = there.decode("utf-8", "replace")
        empty = re.fullmatch(r"(?:[ \t]*(?:#[^\n]*)?\n)*[ \t]*\{[ \t]*\}[ \t]*\n*", text)
        begun = text[:text.rindex("{")] if empty else text if not text or text.endswith("\n") else f"{text}\n"
        end = "\r\n" if "\r\n" in text else "\n"
        made = begun + "".join(records).replace("\n", end)
        return File(_FILE, made.encode(), there, added=len(records)) if _fits(text, made, len(records)) else None


def _fits(text: str, made: str, more: int) -> bool:
    """Whether the file says what it said before, and so many records more."""
    try:
        before, after = (yaml.load(each, Loader=yaml.CBaseLoader) or {} for each in (text, made))  # noqa: S506 (strings only)
    except yaml.YAMLError:
        return False
    return isinstance(before, dict) and isinstance(after, dict) and len(after) == len(before) + more \
        and all(after.get(key) == value for key, value in before.items())


def _distinguisher(told: Told) -> str:
    """A few words that tell the body from others of its name: a sure name of its speech, or the first words of its title."""
    names = [c.name for c in sorted(told.candidates, key=lambda c: -c.sure) if c.strong and c.known is None]
    quoted = re.findall("[“\"]([^“”\"]{2,6})[”\"]", told.text.title)
    title = head(re.split("[ 　，,：:“”]", told.text.title)[0])
    return next((words for words in map(drafts.named, (*quoted, *names, title or "")) if 2 <= len(words) <= _SHORT and not masks(words)), "")
