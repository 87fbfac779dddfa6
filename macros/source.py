"""YAML text to plain data, and a place in the data back to line and column.

`CBaseLoader` keeps every scalar a string, so `no`, `168` and `2022-05-01` never change type
behind an editor's back. What a parser would accept, crash on or take minutes for is refused by
name first (design §2 and §7): wrong encoding, control characters, bidi overrides, tabs, anchors,
tags, duplicate keys, deep nesting, large files.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

from macros.diagnostics import Finding

SIZE_LIMIT = 256 * 1024
DEPTH_LIMIT = 40

# C0 and C1 controls but line ends and tab, bidi controls, zero-width characters, BOM, non-characters.
_REFUSED = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffe\uffff]"
)
_BLOCK_OPENERS = re.compile(r"^ *(?:[-?:] +)*", re.M)

Path_ = Sequence[str | int]


@dataclass(frozen=True)
class Document:
    """One YAML file that could be read: its data, and its text to find places in."""

    path: str
    text: str
    data: Any

    @cached_property
    def _root(self) -> yaml.Node | None:
        return yaml.compose(self.text, Loader=yaml.CBaseLoader)

    def position(self, place: Path_) -> tuple[int, int]:
        """Line and column (from 1) of the value at `place`, or of the nearest thing that exists.

        A last step that names a key which is there answers with the key's own place when the
        value is a mapping or a list, and with the value's when it is a scalar.
        """
        node, mark = self._root, None
        for step in place:
            found = _child(node, step)
            if found is None:
                break
            key, node = found
            mark = key if not isinstance(node, yaml.ScalarNode) and key else node
        if mark is None:
            mark = node
        if mark is None:
            return 1, 1
        return mark.start_mark.line + 1, mark.start_mark.column + 1

    def key_position(self, place: Path_) -> tuple[int, int]:
        """Line and column of the key that `place` ends in (for findings about the field itself)."""
        node = self._root
        for step in place[:-1]:
            found = _child(node, step)
            node = found[1] if found else None
        found = _child(node, place[-1]) if place else None
        if found and found[0] is not None:
            return found[0].start_mark.line + 1, found[0].start_mark.column + 1
        return self.position(place)


def _child(node: yaml.Node | None, step: str | int) -> tuple[yaml.Node | None, yaml.Node] | None:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value == step:
                return key, value
    elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        return None, node.value[step]
    return None


class _StrictLoader(yaml.CBaseLoader):
    """Every scalar a string; a key given twice is an error, not the last one's victory."""

    def construct_mapping(self, node: yaml.Node, deep: bool = False) -> dict[Any, Any]:
        seen: dict[str, yaml.Node] = {}
        for key, _ in node.value:
            if not isinstance(key, yaml.ScalarNode):
                raise _Refused("complex-key", key.start_mark, "这里的字段名不是一个词", "字段名写成“名称: 内容”的样子")
            if key.value in seen:
                raise _Refused(
                    "duplicate-key", key.start_mark,
                    f"“{key.value}”写了两次，第一次在第 {seen[key.value].start_mark.line + 1} 行",
                    "留一个；两处内容都要就合并到一处",
                )
            seen[key.value] = key
        return super().construct_mapping(node, deep=True)


class _Refused(Exception):
    def __init__(self, code: str, mark: yaml.Mark, message: str, cure: str) -> None:
        self.args = (code, mark.line + 1, mark.column + 1, message, cure)


def read(file: Path, shown: str) -> Document | Finding:
    """The document in `file`, or the finding that says why it can't be read.

    `shown` is the path for messages. Never raises for what stands in the file.
    """
    try:
        # One byte more than allowed is enough to know that the file is too large.
        with file.open("rb") as stream:
            raw = stream.read(SIZE_LIMIT + 1)
    except OSError as error:
        return Finding(shown, 1, 1, "unreadable", f"文件打不开：{error.strerror}", "检查文件是否存在、是否有读取权限")
    if len(raw) > SIZE_LIMIT:
        return Finding(shown, 1, 1, "too-large", f"文件超过 {SIZE_LIMIT // 1024} KB", "一个文件只写一条；全文放到 data/originals/")
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        return _undecodable(raw, error, shown)
    finding = _refused_text(text, shown)
    if finding:
        return finding
    return _parse(text, shown)


def _undecodable(raw: bytes, error: UnicodeDecodeError, shown: str) -> Finding:
    line = raw.count(b"\n", 0, error.start) + 1
    try:
        raw.decode("gb18030")
        what = "文件是 GBK 编码，不是 UTF-8"
    except UnicodeDecodeError:
        what = "文件不是 UTF-8 编码的文本"
    return Finding(shown, line, 1, "encoding", what, "在编辑器里选“另存为”，编码选 UTF-8")


def _at(text: str, offset: int) -> tuple[int, int]:
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


def _refused_text(text: str, shown: str) -> Finding | None:
    bad = _REFUSED.search(text)
    if bad:
        line, column = _at(text, bad.start())
        number = f"U+{ord(bad.group()):04X}"
        if bad.group() == "\ufeff" and bad.start() == 0:
            return Finding(shown, line, column, "bom", "文件开头有 BOM 标记", "另存为“UTF-8 无 BOM”")
        return Finding(shown, line, column, "control-character", f"这里有看不见的控制字符 {number}", "删去这个字符")
    tab = re.search(r"^ *\t", text, re.M)
    if tab:
        line, column = _at(text, tab.end() - 1)
        return Finding(shown, line, column, "tab", "缩进用了制表符（Tab）", "缩进一律用空格，每级两个")
    depth = 0
    for bracket in re.finditer(r"[\[\]{}]", text):
        depth += 1 if bracket.group() in "[{" else -1
        if depth > DEPTH_LIMIT:
            line, column = _at(text, bracket.start())
            return Finding(shown, line, column, "too-deep", f"括号套了 {DEPTH_LIMIT} 层以上", "条目最多只有几层，检查是否漏了右括号")
    for opener in _BLOCK_OPENERS.finditer(text):
        if len(opener.group()) > 4 * DEPTH_LIMIT:
            line, _ = _at(text, opener.start())
            return Finding(shown, line, 1, "too-deep", "这一行缩进太深", "条目最多只有几层，每级缩进两个空格")
    return None


def _parse(text: str, shown: str) -> Document | Finding:
    try:
        finding = _refused_syntax(text, shown)
        if finding:
            return finding
        data = yaml.load(text, Loader=_StrictLoader)  # noqa: S506 - every scalar stays a string
    except _Refused as refused:
        code, line, column, message, cure = refused.args
        return Finding(shown, line, column, code, message, cure)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        return Finding(shown, line, column, "yaml-syntax", "这里不合 YAML 的写法",
                       "看这一行和上一行：冒号后要有空格，引号和括号要成对，缩进要对齐；内容里有半角冒号或引号时整句加双引号")
    except yaml.YAMLError:
        return Finding(shown, 1, 1, "yaml-syntax", "文件不合 YAML 的写法", "对照编写指南里的样例改")
    if data is None or data == "":
        return Finding(shown, 1, 1, "empty-file", "文件是空的", "删去这个文件，或照编写指南里的样例填写")
    return Document(shown, text, data)


def _refused_syntax(text: str, shown: str) -> Finding | None:
    """Anchors, aliases, tags and further documents: only where their signs occur at all."""
    if not re.search(r"[&*!%]|^---|^\.\.\.", text, re.M):
        return None
    documents = 0
    for event in yaml.parse(text, Loader=yaml.CBaseLoader):
        line, column = event.start_mark.line + 1, event.start_mark.column + 1
        if getattr(event, "anchor", None):
            return Finding(shown, line, column, "anchor", "用了 YAML 的锚点或引用（& 或 *）", "把内容直接写出来；文字以 & 或 * 开头时加双引号")
        if getattr(event, "tag", None):
            return Finding(shown, line, column, "tag", "用了 YAML 的标签（!）", "删去标签；文字以 ! 开头时加双引号")
        if isinstance(event, yaml.DocumentStartEvent):
            documents += 1
            if documents > 1:
                return Finding(shown, line, column, "several-documents", "一个文件里写了几份内容（---）", "一个文件只写一条")
    return None
