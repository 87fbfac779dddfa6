"""YAML text to plain data, from the parser's events.

Every scalar stays a string, so `no`, `168` and `2022-05-01` never change type behind an editor's
back; only a bare `null` or `~` is None. Anchors, aliases, tags, duplicate keys, deep nesting and
second documents are refused as soon as they are met.
"""

import re
from sys import intern
from typing import Any

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

DEPTH_LIMIT = 40
LINE_END = re.compile(r"\r\n|\r|\n")

# In place of a field's name: what comes next is an item of a list.
_ITEM = object()


class Refused(Exception):
    """What is refused, with its line and column (from 1)."""

    def __init__(self, code: str, line: int, column: int, message: str, cure: str) -> None:
        super().__init__(message)
        self.code, self.line, self.column, self.message, self.cure = code, line, column, message, cure


def where(text: str, offset: int) -> tuple[int, int]:
    """Line and column (from 1) of an offset in the text."""
    start, line = 0, 1
    for end in LINE_END.finditer(text, 0, offset):
        start, line = end.end(), line + 1
    return line, offset - start + 1


def build(text: str) -> Any:
    """The data of the only document in `text`, or None when there is none.

    Works on a stack, because the parser's own composing recurses in C and crashes on deep nesting.

    Raises:
        Refused: at the first thing that is refused.
        yaml.YAMLError: where it is no YAML.
    """
    result: list[Any] = []
    documents = 0
    # The container being filled, the field whose value comes next (None: its name comes next), and
    # those around it.
    top: Any = result
    field: Any = _ITEM
    around: list[tuple[Any, Any]] = []
    event: Any
    # Half of the time of reading a library passes in this loop.
    for event in iter(yaml.CBaseLoader(text).get_event, None):
        kind = type(event)
        if kind is ScalarEvent:
            if event.anchor or event.tag:
                raise _sign(event)
            value = event.value
            if field is None:
                if value in top:
                    raise _twice(event, text, top[value])
                field = intern(value)
                continue
            if value in ("null", "~") and event.implicit[0]:
                value = None
            if field is _ITEM:
                top.append(value)
            else:
                top[field] = value
                field = None
        elif kind is MappingStartEvent or kind is SequenceStartEvent:
            if event.anchor or event.tag:
                raise _sign(event)
            if field is None:
                raise Refused("complex-key", *_start(event), "这里的字段名不是一个词", "字段名写成“名称: 内容”的样子")
            inner: Any = {} if kind is MappingStartEvent else []
            if field is _ITEM:
                top.append(inner)
            else:
                top[field] = inner
                field = None
            around.append((top, field))
            if len(around) >= DEPTH_LIMIT:
                raise Refused("too-deep", *_start(event), f"一层套一层，超过 {DEPTH_LIMIT} 层",
                               "条目最多只有几层，检查是否漏了右括号，缩进是否越来越深")
            top, field = inner, None if kind is MappingStartEvent else _ITEM
        elif kind is MappingEndEvent or kind is SequenceEndEvent:
            top, field = around.pop()
        elif kind is AliasEvent:
            raise _sign(event)
        elif kind is DocumentStartEvent:
            documents += 1
            if documents > 1:
                raise Refused("several-documents", *_start(event), "一个文件里写了几份内容（---）", "一个文件只写一条")
    return result[0] if result else None


def _twice(event: Any, text: str, before: Any) -> Refused:
    place = _start(event)
    # The same name stands in other entries of a list too: in this one it has the same column, and no other comes between.
    above = [found.start() for found in re.finditer(rf"^([ -]*)[\"']?{re.escape(event.value)}[\"']? *:", text[:event.start_mark.index], re.M)
             if len(found.group(1)) + 1 == place[1]]
    earlier = f"，第一次在第 {where(text, above[-1])[0]} 行" if above else ""
    return Refused("duplicate-key", *place, f"“{event.value}”写了两次{earlier}", _together(event, text, before))


# A list on one line, without anything inside that another writing could be meant by.
_FLOW = re.compile(r"[\"']? *: *\[(?P<items>[^\[\]{}\"'#\n]*)\] *(?:#.*)?$", re.M)


def _together(event: Any, text: str, before: Any) -> str:
    """How to make one of the two: of two lists the line is given, since whoever deletes one of them loses what it has."""
    found = _FLOW.match(text, event.end_mark.index)
    if not found or not isinstance(before, list) or not all(isinstance(item, str) for item in before):
        return "留一个；两处内容都要就合并到一处"
    items = dict.fromkeys((*before, *filter(None, map(str.strip, found["items"].split(",")))))
    return f"合成一行，写 {event.value}: [{', '.join(items)}]；只删去一处，那一处写的就丢了"


def _sign(event: Any) -> Refused:
    if event.anchor:
        return Refused("anchor", *_start(event), "内容不能以 & 或 * 开头", "文字本来就这样开头的，给整句加双引号；多写的就删去")
    return Refused("tag", *_start(event), "内容不能以半角的 ! 开头", "文字本来就这样开头的，给整句加双引号；多写的就删去")


def _start(event: Any) -> tuple[int, int]:
    return event.start_mark.line + 1, event.start_mark.column + 1
