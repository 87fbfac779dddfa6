"""The repairs of a file that can't be read, or whose values are not as the model has them: those with one right answer.

A repair changes the characters it is about and no others. The result is read again before it is used: it
must be read, and hold less that the model does not take; otherwise nothing is changed.
"""

import re
from collections.abc import Iterator
from typing import Any

import yaml
from pydantic import ValidationError

from macros.library.naming import Names
from macros.model.fields import Model, validated
from macros.model.kinds import Kind
from macros.reading import meant
from macros.reading.characters import REFUSED
from macros.reading.document import Document, parse
from macros.reading.encodings import decoded
from macros.reading.slips import diagnosis, marks
from macros.reading.slips.slip import Edit, applied

# What takes no room and says nothing; other signs that are refused may be what is left of a word.
_NOTHING = re.compile("[\u200b-\u200d\u2060\ufeff\u00ad]")


def repaired(raw: bytes, path: str, kind: Kind, names: Names) -> bytes:
    """What a file of a kind should hold; as it was, where nothing has one right answer."""
    saved = decoded(raw)
    if saved is None or marks.conflict(saved):
        return raw
    text = _NOTHING.sub("", saved)
    if REFUSED.search(text):
        return raw
    text = diagnosis.mended(text, kind)
    document = parse(text.encode(), path)
    if isinstance(document, Document):
        text = _values(document, kind, names)
    elif raw != text.encode():
        return raw  # still not to be read: another fault has to be mended by hand first
    return text.encode() if diagnosis.weigh(text, kind) <= _weight(raw, kind) else raw


def _weight(raw: bytes, kind: Kind) -> diagnosis.Weight:
    try:
        return diagnosis.weigh(raw.decode("utf-8"), kind)
    except UnicodeDecodeError:
        return diagnosis.UNREADABLE


def _values(document: Document, kind: Kind, names: Names) -> str:
    """The text with the values and names of fields that are meant, as long as each makes it better."""
    text = document.text
    if not isinstance(document.data, dict):
        return text
    weight = diagnosis.weigh(text, kind)
    if weight == diagnosis.GOOD:
        return text
    edits = sorted(set(_edits(document, kind, names)), reverse=True)
    # From the end, so that the places of the others stay what they are.
    for edit in edits:
        better = applied(text, (edit,))
        found = diagnosis.weigh(better, kind)
        if found < weight:
            text, weight = better, found
    return text


def _edits(document: Document, kind: Kind, names: Names) -> Iterator[Edit]:
    entries = {(): document.data} if kind.one_file_each else {(key,): data for key, data in document.data.items()}
    for prefix, data in entries.items():
        try:
            validated(kind.model, data)
        except ValidationError as error:
            for detail in error.errors(include_url=False):
                yield from _edit(document, (*prefix, *detail["loc"]), detail, kind.model, names)


def _edit(document: Document, place: tuple[str | int, ...], detail: Any, model: Model, names: Names) -> Iterator[Edit]:
    above, info = meant.owner(model, detail["loc"])
    if detail["type"] == "unexpected_keyword_argument":
        yield from _renamed(document, place, above)
        return
    new = meant.value(detail["type"], detail["input"], info)
    if new is None and detail["type"] == "string_pattern_mismatch" and info and info.title in meant.TARGETS:
        found = names.meant(meant.TARGETS[info.title], str(detail["input"]))
        new = found[0] if len(found) == 1 else None
    if new is None and detail["type"] == "tuple_type" and info and info.title in meant.TARGETS:
        new = names.listed(meant.TARGETS[info.title], str(detail["input"] or ""))
    node = document.node(place)
    if new is not None and ((isinstance(node, yaml.ScalarNode) and node.style not in ("|", ">"))
                            or (isinstance(node, yaml.SequenceNode) and node.flow_style)):
        yield node.start_mark.index, node.end_mark.index, new


def _renamed(document: Document, place: tuple[str | int, ...], model: Model | None) -> Iterator[Edit]:
    """The name of a field that is meant, where the mapping has no field of that name yet."""
    mapping, wrong = document.node(place[:-1]), str(place[-1])
    found = meant.name_of_field(wrong, model) if model else None
    if not found or not isinstance(mapping, yaml.MappingNode):
        return
    keys = [key for key, _ in mapping.value if key.value == wrong]
    if len(keys) == 1 and found not in {key.value for key, _ in mapping.value}:
        yield keys[0].start_mark.index, keys[0].end_mark.index, found
