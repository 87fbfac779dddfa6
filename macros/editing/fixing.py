"""The repairs that need no judgement: each stands beside its rule (`Rule.fix_text`, `fix_fields`, `fix_order`).

A repair changes the characters it is about and no others, so comments, blank lines and the way a
list is written stay as they are. The result is read again before it is used: it must say the same.
"""

import json
import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import yaml

from macros.model.fields import Model
from macros.model.inline_links import Place
from macros.reading.document import Document, parse
from macros.reading.slips.slip import Edit, applied
from macros.reading.validation_errors import strings
from macros.rules import RULES

_TEXTS = tuple(rule.fix_text for rule in RULES if rule.fix_text)
_FIELDS = tuple(rule.fix_fields for rule in RULES if rule.fix_fields)
_ORDERS = tuple(rule.fix_order for rule in RULES if rule.fix_order)


def fixed(document: Document, model: Model, prefixes: tuple[Place, ...] = ((),)) -> str:
    """The document's text with everything mended that can be mended safely.

    `prefixes` are the places of the entries in it. Where a repair would change what the file
    says, the text comes back as it was.
    """
    for prefix in prefixes:
        document = _applied(document, list(_text_edits(document, prefix)))
        document = _applied(document, list(_field_edits(document, prefix)))
    for prefix in prefixes:
        # Inner mappings move with the outer one, so one is put in order at a time, the outer first.
        for disordered in _ORDERS:
            for place, order in list(disordered(_at(document.data, prefix), model)):
                document = _applied(document, _order_edits(document, (*prefix, *place), order))
    return document.text


def mended(name: str, text: str) -> str:
    """One value of a field as it should be written."""
    for fix in _TEXTS:
        text = fix(name, text)
    return text


def _applied(document: Document, edits: list[Edit]) -> Document:
    """With all edits; where they do not go together, with those that are safe one by one."""
    made = _with(document, edits)
    if made is None and len(edits) > 1:
        # From the end, so that the places of the others stay what they are.
        for edit in sorted(edits, reverse=True):
            document = _with(document, [edit]) or document
        return document
    return made or document


def _with(document: Document, edits: list[Edit]) -> Document | None:
    again = parse(applied(document.text, tuple(edits)).encode(), document.path)
    return again if isinstance(again, Document) and _same(document.data, again.data) else None


def _same(before: Any, after: Any, name: str = "") -> bool:
    if isinstance(before, dict) and isinstance(after, dict):
        better = _bettered(before)
        return before.keys() == after.keys() and all(_same(before[k], after[k], k) or better.get(k) == after[k] for k in before)
    if isinstance(before, list) and isinstance(after, list):
        return len(before) == len(after) and all(_same(b, a, name) for b, a in zip(before, after, strict=True))
    if isinstance(before, str) and isinstance(after, str):
        return before == after or mended(name, before) == after
    return before is None and after is None


def _at(data: Any, place: Place) -> Any:
    for step in place:
        data = data[step]
    return data


def _text_edits(document: Document, prefix: Place) -> Iterator[Edit]:
    for place, text in strings(_at(document.data, prefix)):
        name = next((s for s in reversed(place) if isinstance(s, str)), "")
        better = mended(name, text)
        if better != text:
            node = document.node((*prefix, *place))
            if isinstance(node, yaml.ScalarNode):
                yield node.start_mark.index, node.end_mark.index, _written(better, node)


def _bettered(mapping: dict[str, Any]) -> dict[str, str]:
    """The values of a mapping that its other fields leave only one answer for."""
    return {name: value for fix in _FIELDS for name, value in fix(mapping).items()}


def _field_edits(document: Document, prefix: Place) -> Iterator[Edit]:
    # A value of a mapping is a text, so every mapping with a value to mend is met by its texts.
    for inside in dict.fromkeys(place[:-1] for place, _ in strings(_at(document.data, prefix)) if place):
        mapping = _at(document.data, (*prefix, *inside))
        for name, value in (_bettered(mapping) if isinstance(mapping, dict) else {}).items():
            node = document.node((*prefix, *inside, name))
            if isinstance(node, yaml.ScalarNode):
                yield node.start_mark.index, node.end_mark.index, _written(value, node)


def _written(text: str, node: yaml.ScalarNode) -> str:
    """The value in the style it had; quoted when it could not stand plain."""
    if node.style == "'":
        return "'" + text.replace("'", "''") + "'"
    # As JSON writes it: YAML reads the same, and a line end stays one.
    quoted = json.dumps(text, ensure_ascii=False)
    return quoted if node.style == '"' or re.search(r"[:#,\[\]{}\"']|^[-?&*!|>%@`]", text) else text


def _order_edits(document: Document, place: Place, order: list[str]) -> list[Edit]:
    """The fields of one mapping changing places; what stands between them stays where it is."""
    node = document.node(place)
    if not isinstance(node, yaml.MappingNode):
        return []
    if node.flow_style:
        spans = [(key.start_mark.index, value.end_mark.index) for key, value in node.value]
    else:
        spans = _blocks(document.text, node)
    parts = {key.value: document.text[start:end] for (key, _), (start, end) in zip(node.value, spans, strict=True)}
    return [(start, end, parts[name]) for (start, end), name in zip(spans, order, strict=True)]


def _blocks(text: str, node: yaml.MappingNode) -> list[tuple[int, int]]:
    """Where each field of a block mapping begins and ends: with the comments right above it.

    The first field has none: in a list it begins behind the dash, and what stands above belongs
    to the whole.
    """
    starts = [key.start_mark.index if i == 0 else _with_comments(text, key.start_mark.index)
              for i, (key, _) in enumerate(node.value)]
    ends = [start + len(text[start:following].rstrip()) for start, following in pairwise(starts)]
    last = text[starts[-1]:node.value[-1][1].end_mark.index].rstrip()
    # A block list ends where the next thing begins, so comments of that would be taken along.
    while (cut := last.rfind("\n")) >= 0 and last[cut:].lstrip().startswith("#"):
        last = last[:cut].rstrip()
    line_end = text.find("\n", starts[-1] + len(last))
    rest = text[starts[-1] + len(last):line_end if line_end >= 0 else len(text)]
    return list(zip(starts, [*ends, starts[-1] + len(last) + len(rest.rstrip())], strict=True))


def _with_comments(text: str, start: int) -> int:
    """Where the comment lines right above the field at `start` begin, or the field itself."""
    line = text.rfind("\n", 0, start) + 1
    while line:
        above = text.rfind("\n", 0, line - 1) + 1
        if not text[above:line].lstrip().startswith("#"):
            break
        line = above
    return line + len(text[line:]) - len(text[line:].lstrip(" "))
