"""What is decided of an import where it is divided: the source, the bodies' levels, what stands about each speech. It is seen all at once
there, beside titles and bodies, and asked nowhere again."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from macros.desk.checking import confirmed, marks
from macros.editing.spans import NotWritten, edited
from macros.importing.drafts import shown
from macros.importing.plan import Plan
from macros.importing.told import File
from macros.library.catalog import Catalog
from macros.model import describe
from macros.model.entries import Source
from macros.model.fields import TO_FILL, fields_of
from macros.model.inline_links import Place
from macros.model.kinds import KINDS
from macros.model.vocabulary import Level
from macros.reading.document import Document, parse

SOURCE = ("title", "kind", "short", "year", "date", "found_at", "address", "rights", "note")
_BODIES = "organizations.yml"
# Of a body of which there are several of its name a person says which.
_ASKS = "是已有的"


@dataclass(frozen=True)
class Asked:
    """A field of the page: its name there, its label, what it holds, what it is for; `choices` where one is picked."""

    name: str
    label: str
    value: str
    hint: str = ""
    choices: Mapping[str, str] | None = None


def source(made: Plan, said: Mapping[str, str]) -> list[Asked]:
    """What is asked of the source; nothing where it is in the library."""
    data = _data(next((f for f in made.files if f.path == f"sources/{made.source_id}.yml" and not f.again), None))
    labels, infos = describe.labels(Source), fields_of(Source)
    return [Asked(f"source.{name}", labels[name], said.get(f"source.{name}", _value(data, name)), infos[name].description or "") for name in SOURCE] if data else []


def speech(made: Plan, catalog: Catalog, order: int, said: Mapping[str, str]) -> list[Asked]:
    """What is asked of a speech besides its title and its body: its short name, and the level of a body that is not there yet."""
    data = _data(next((file for told in made.speeches if told.order == order for file in made.files if file.path == f"speeches/{told.speech_id}.yml" and not file.again), None))
    if not data:
        return []
    found = [Asked(f"short.{order}", "简称", said.get(f"short.{order}", _value(data, "short")), "出处里显示的短名")]
    body = _new_bodies(made, catalog).get(str(data.get("organization")))
    if body:
        found.append(Asked(f"level.{order}", "层级", said.get(f"level.{order}", _value(body, "level")), choices={each.value: each.label for each in Level}))
    return found


def decided(made: Plan, catalog: Catalog, said: Mapping[str, str]) -> Plan:
    """The plan with what was said on the page in its files; what was not asked there, or left empty though it must be said, waits still."""
    files = {file.path: file for file in made.files}
    for path, prefix, fields in _changes(made, catalog, said):
        if path in files:
            files[path] = _with(files[path], prefix, fields)
    return replace(made, files=tuple(files.values()))


def as_written(made: Plan, catalog: Catalog, text: str) -> Plan:
    """The plan in which a body that is not there yet is written as the person calls it, where the text calls it so: what was read was
    a part of it."""
    files = {file.path: file for file in made.files}
    words = re.sub(r"\s+", "", shown(text))
    for oid, body in _new_bodies(made, catalog).items():
        name = _value(body, "name")
        if name and name != body.get("raw") and re.sub(r"\s+", "", name) in words:
            files[_BODIES] = _with(files[_BODIES], (oid,), {"raw": name})
    return replace(made, files=tuple(files.values()))


def _changes(made: Plan, catalog: Catalog, said: Mapping[str, str]) -> Iterator[tuple[str, Place, dict[str, str]]]:
    """What changes in each file: its path, the place of the entry in it, its fields."""
    if asked := {each.name.partition(".")[2]: said[each.name] for each in source(made, {}) if each.name in said}:
        yield f"sources/{made.source_id}.yml", (), asked
    for told in made.speeches:
        fields = {each.name.partition(".")[0]: said[each.name] for each in speech(made, catalog, told.order, {}) if each.name in said}
        path = f"speeches/{told.speech_id}.yml"
        if "short" in fields:
            yield path, (), {"short": fields["short"]}
            data = _data(next((file for file in made.files if file.path == path), None))
            if fields.get("level"):
                yield _BODIES, (str(data.get("organization")),), {"level": fields["level"]}
            # The body's name stands in a field of the page as well.
            yield path, (), {"organization": _value(data, "organization")}


def _with(file: File, prefix: Place, fields: Mapping[str, str]) -> File:
    document = parse(file.content, file.path)
    if not isinstance(document, Document):
        return file
    kind = file.path.partition("/")[0].removesuffix(".yml")
    model, why = KINDS[kind].model, marks(document, prefix)
    given = {name: value for name, value in fields.items() if _ASKS not in why.get(name, "") and (value or not fields_of(model)[name].is_required())}
    document = parse(confirmed(document, prefix, [name for name, value in given.items() if value]).encode(), file.path)
    if not isinstance(document, Document):
        return file
    data: Any = document.data
    for step in prefix:
        data = data.get(step) or {}
    changed = {name: value for name, value in {**data, **given}.items() if value != ""}
    try:
        return replace(file, content=edited(document, prefix, model, changed).encode())
    except NotWritten:
        return file


def _new_bodies(made: Plan, catalog: Catalog) -> Mapping[str, Any]:
    data = _data(next((file for file in made.files if file.path == _BODIES), None))
    return {oid: body for oid, body in data.items() if not catalog.claims("organizations", oid) and isinstance(body, dict)}


def _data(file: File | None) -> Mapping[str, Any]:
    document = parse(file.content, file.path) if file else None
    return document.data if isinstance(document, Document) and isinstance(document.data, dict) else {}


def _value(data: Mapping[str, Any], name: str) -> str:
    value = data.get(name)
    return value if isinstance(value, str) and value != TO_FILL else ""
