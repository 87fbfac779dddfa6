"""YAML text to plain data, from the parser's events.

Every scalar stays a string, so `no`, `168` and `2022-05-01` never change type behind an editor's
back; only a bare `null` or `~` is None. Anchors, aliases, tags, duplicate keys, deep nesting and
second documents are refused as soon as they are met.
"""

import re
from typing import Any

import yaml

DEPTH_LIMIT = 40
LINE_END = re.compile(r"\r\n|\r|\n")


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
    stack: list[Any] = [result]
    keys: list[str | None] = [None]
    documents = 0
    event: Any
    for event in yaml.parse(text, Loader=yaml.CBaseLoader):
        kind = type(event)
        top = stack[-1]
        if kind is yaml.ScalarEvent or kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
            if event.anchor or event.tag:
                raise _sign(event)
            value: Any = _scalar(event) if kind is yaml.ScalarEvent else {} if kind is yaml.MappingStartEvent else []
            if type(top) is list:
                top.append(value)
            elif keys[-1] is None:
                keys[-1] = _key(event, top, text)
                continue
            else:
                top[keys[-1]] = value
                keys[-1] = None
            if kind is not yaml.ScalarEvent:
                stack.append(value)
                keys.append(None)
                if len(stack) > DEPTH_LIMIT:
                    raise Refused("too-deep", *_start(event), f"一层套一层，超过 {DEPTH_LIMIT} 层",
                                   "条目最多只有几层，检查是否漏了右括号，缩进是否越来越深")
        elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            stack.pop()
            keys.pop()
        elif kind is yaml.AliasEvent:
            raise _sign(event)
        elif kind is yaml.DocumentStartEvent:
            documents += 1
            if documents > 1:
                raise Refused("several-documents", *_start(event), "一个文件里写了几份内容（---）", "一个文件只写一条")
    return result[0] if result else None


def _scalar(event: Any) -> str | None:
    return None if event.implicit[0] and event.value in ("null", "~") else str(event.value)


def _key(event: Any, mapping: dict[str, Any], text: str) -> str:
    if type(event) is not yaml.ScalarEvent:
        raise Refused("complex-key", *_start(event), "这里的字段名不是一个词", "字段名写成“名称: 内容”的样子")
    if event.value in mapping:
        first = re.search(rf"^[ -]*[\"']?{re.escape(event.value)}[\"']? *:", text, re.M)
        place = _start(event)
        line = where(text, first.start())[0] if first else 0
        earlier = f"，第一次在第 {line} 行" if 0 < line < place[0] else ""
        raise Refused("duplicate-key", *place, f"“{event.value}”写了两次{earlier}", "留一个；两处内容都要就合并到一处")
    return str(event.value)


def _sign(event: Any) -> Refused:
    if event.anchor:
        return Refused("anchor", *_start(event), "用了 YAML 的锚点或引用（& 或 *）", "把内容直接写出来；文字以 & 或 * 开头时加双引号")
    return Refused("tag", *_start(event), "用了 YAML 的标签（!）", "删去标签；文字以 ! 开头时加双引号")


def _start(event: Any) -> tuple[int, int]:
    return event.start_mark.line + 1, event.start_mark.column + 1
