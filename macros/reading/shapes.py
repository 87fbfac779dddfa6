"""Items of a list that are not written as the others: an empty one, a bare text where fields belong."""

import re
from typing import Any

import yaml
from pydantic.fields import FieldInfo

from macros.model import describe
from macros.model.fields import fields_of
from macros.reading.document import Document

Place = tuple[str | int, ...]
_MOST, _SHOWN, _OPEN = 3, 30, "……"
# What an item is about, rather than what else is said of it.
_MAIN = ("text", "gist", "what", "to", "label", "speech", "rule")
_MARKER = re.compile(r"(?P<marker>[一二三四五六七八九十]+(?:是|要|、)|第[一二三四五六七八九十]+|[（(][一二三四五六七八九十]+[）)])[，,：:、]?\s*(?=\S)")
_TO_QUOTE = re.compile(r"[:#,\[\]{}\"']|^[-?&*!|>%@`]")


def empty(document: Document, place: Place) -> tuple[Place, str, str] | None:
    """Of an empty item beside others: its place, what is wrong, what to do; `place` is that of an error in it."""
    last = max((i for i, step in enumerate(place) if isinstance(step, int)), default=-1)
    item = place[:last + 1]
    node, around = (document.node(each) if item else None for each in (item, item[:-1]))
    if not isinstance(node, yaml.ScalarNode) or node.value.strip() not in ("", "null", "~") or not isinstance(around, yaml.SequenceNode):
        return None
    if all(isinstance(each, yaml.ScalarNode) and not each.value.strip() for each in around.value):
        return None
    if around.flow_style or node.value or node.style:
        return item, "列表里有一项是空的", "删去空的这一项；漏写的就补上"
    return item, "这一行只有一个 -，后面没有内容", "删去这个空的 -；漏写的就补在 - 后面"


def item(document: Document, place: Place, info: FieldInfo | None, given: str) -> str:
    """How the bare text at a place is written as an item with fields like those beside it; nothing where too much would have to be made up."""
    model = describe.inner(info) if info else None
    if model is None or "\n" in given:
        return ""
    others = [each for each in _beside(document.data, place) if isinstance(each, dict)]
    fields = {each.alias or name: each for name, each in fields_of(model).items()}
    wanted = [name for name, each in fields.items() if each.is_required() or (others and all(name in other for other in others))]
    main = next((name for name in _MAIN if name in wanted), "")
    if not main or len(wanted) > _MOST:
        return ""
    found = _MARKER.match(given) if "marker" in wanted else None
    said = {main: given[found.end():] if found else given, **({"marker": found["marker"]} if found else {})}
    parts = []
    for name in wanted:
        same = {str(other[name]) for other in others if isinstance(other.get(name), str)}
        unknown = f'["{_OPEN}"]' if describe.listed(fields[name]) else _OPEN
        parts.append(f"{name}: {_written(said[name]) if name in said else same.pop() if len(same) == 1 and describe.values(fields[name]) else unknown}")
    opened = [name for name in wanted if name not in said]
    more = f"；{'、'.join(f'{name}（{fields[name].title}）' for name in opened)}照内容写" if opened else ""
    return f"每项写在花括号里，写明字段名：- {{{', '.join(parts)}}}{more}"


def _beside(data: Any, place: Place) -> list[Any]:
    for step in place[:-1]:
        data = data[step]
    return data if isinstance(data, list) else []


def _written(words: str) -> str:
    short = words if words.isascii() or len(words) <= _SHOWN else words[:_SHOWN] + _OPEN
    return f'"{short}"' if _TO_QUOTE.search(words) and '"' not in words else short
