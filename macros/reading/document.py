"""YAML text to plain data, and a place in the data back to line and column.

What a parser would accept, crash on or take minutes for is refused by name first (design §2 and
§7): wrong encoding, control characters, bidi overrides, tabs, large files here; anchors, tags,
duplicate keys and deep nesting where the data is built (`yaml_data`).
"""

import os
import re
import stat
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import Any, TypeVar

import yaml

from macros.findings import Finding, Severity
from macros.reading import yaml_errors
from macros.reading.yaml_data import LINE_END, Refused, build, where
from macros.runtime import reasons

SIZE_LIMIT = 256 * 1024

# C0 and C1 controls but line ends and tab, bidi controls, everything that takes no room or is no
# character: zero-width, variation selectors, fillers, tags, private use, non-characters.
REFUSED = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    "\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff"
    "\ud800-\udfff\ue000-\uf8ff\U000e0000-\U000e0fff\U000f0000-\U0010ffff]"
)

# Marks that sit on a letter: one or two are writing, a pile of them is one sign that no line can hold.
STACKED = re.compile("[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]{4,}")

# What nearly all files consist of alone: Chinese and its punctuation, ASCII. None of it is refused.
_ORDINARY = re.compile("[\n -~·×\u2010-\u2027\u3000-\u303f\u4e00-\u9fff\uff01-\uff5e]*")

Path_ = Sequence[str | int]
T = TypeVar("T")


class Released(RuntimeError):
    """A document was asked for what it held until it was released."""


@dataclass(frozen=True)
class Document:
    """One YAML file that could be read: its data, and its text to find places in.

    Everything but `path` raises `Released` once the document is released.
    """

    path: str
    text: str
    data: Any
    _once: dict[Any, Any] = field(default_factory=dict, compare=False, repr=False)

    def release(self) -> None:
        """Forget the data, the text and what was worked out from them; the path stays."""
        kept = self.path
        vars(self).clear()
        object.__setattr__(self, "path", kept)

    def __getattr__(self, name: str) -> Any:
        # Asked only for what is not there.
        if name in _HELD:
            raise Released(f"{self.path}: asked for after Catalog.release(), which forgets what only checks need")
        raise AttributeError(name)

    def once(self, key: Any, make: Callable[[], T]) -> T:
        """What `make` gives, worked out once for this document and key."""
        if key not in self._once:
            self._once[key] = make()
        made: T = self._once[key]
        return made

    def finding(self, place: Path_, code: str, message: str, cure: str, *, key: bool = False, needle: str = "",
                severity: Severity = Severity.ERROR, about: tuple[str, str] | None = None) -> Finding:
        """A finding at the value of `place`; at its key, or at `needle` in the value, when asked."""
        line, column = self.key_position(place) if key else self.position(place, needle)
        return Finding(self.path, line, column, code, message, cure, severity, self.line(line), about)

    def line(self, number: int) -> str:
        """The line of that number (from 1), or nothing beyond the end."""
        return self._lines[number - 1] if number <= len(self._lines) else ""

    def position(self, place: Path_, needle: str = "") -> tuple[int, int]:
        """Line and column (from 1) of the value at `place`, or of the nearest thing that exists.

        A last step that names a key which is there answers with the key's own place when the
        value is a mapping or a list, and with the value's when it is a scalar. With `needle`, the
        place where these words stand in the value, if they stand there as written.
        """
        node, mark = self.root, None
        for step in place:
            found = self._child(node, step)
            if found is None:
                break
            key, node = found
            mark = key if not isinstance(node, yaml.ScalarNode) and key else node
        mark = mark or node
        if mark is None:
            return 1, 1
        if needle and isinstance(node, yaml.ScalarNode):
            start, end = node.start_mark.index, node.end_mark.index
            at = self.text.find(needle, start, end)
            if at > start:
                return where(self.text, at)
        return mark.start_mark.line + 1, mark.start_mark.column + 1

    def key_position(self, place: Path_) -> tuple[int, int]:
        """Line and column of the key that `place` ends in (for findings about the field itself)."""
        node = self.root
        for step in place[:-1]:
            found = self._child(node, step)
            node = found[1] if found else None
        found = self._child(node, place[-1]) if place else None
        if found and found[0] is not None:
            return found[0].start_mark.line + 1, found[0].start_mark.column + 1
        return self.position(place)

    def node(self, place: Path_) -> yaml.Node | None:
        """The node of the value at `place`, or None where there is nothing."""
        node = self.root
        for step in place:
            found = self._child(node, step)
            if found is None:
                return None
            node = found[1]
        return node

    # Nodes and lines are made only when a finding, or a repair, needs a place.
    @cached_property
    def root(self) -> yaml.Node | None:
        return yaml.compose(self.text, Loader=_Untyped)

    @cached_property
    def _lines(self) -> list[str]:
        return LINE_END.split(self.text)

    @cached_property
    def _keys(self) -> dict[int, dict[str, tuple[yaml.Node, yaml.Node]]]:
        return {}

    def _child(self, node: yaml.Node | None, step: str | int) -> tuple[yaml.Node | None, yaml.Node] | None:
        if isinstance(node, yaml.MappingNode):
            keys = self._keys.get(id(node))
            if keys is None:
                keys = self._keys[id(node)] = {key.value: (key, value) for key, value in reversed(node.value)}
            return keys.get(str(step))
        if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
            return None, node.value[step]
        return None


# What a document holds until it is released.
_HELD = frozenset(vars(Document)["__dataclass_fields__"]) - {"path"}


class _Untyped(yaml.CBaseLoader):
    """Nodes for their places alone: what type a scalar could have is never asked."""

    def resolve(self, kind: type[yaml.Node], value: Any, implicit: Any) -> str:
        return ""


def read(file: Path | str, shown: str, limit: int = SIZE_LIMIT) -> Document | Finding:
    """The document in `file`, or the finding that says why it can't be read.

    `shown` is the path for messages, `limit` the bytes allowed. Never raises for what stands in
    the file.
    """
    try:
        # A pipe would wait for ever, and a link could lead out of the library.
        if not stat.S_ISREG(os.lstat(file).st_mode):
            return Finding(shown, 1, 1, "unreadable", "这不是普通的文件", "换成文件本身，不用链接")
        # One byte more than allowed is enough to know that the file is too large.
        with open(file, "rb") as stream:  # noqa: PTH123 - a Path for each file takes longer
            raw = stream.read(limit + 1)
    except OSError as error:
        return Finding(shown, 1, 1, "unreadable", f"文件打不开：{reasons.of(error).why}", "检查文件是否存在、是否有读取权限")
    if len(raw) > limit:
        return Finding(shown, 1, 1, "too-large", f"文件超过 {limit // 1024} KB", "一个文件只写一条；全文放到 data/originals/")
    return parse(raw, shown)


def parse(raw: bytes, shown: str) -> Document | Finding:
    """The document in these bytes, or the finding that says why it can't be read."""
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        return _undecodable(raw, error, shown)
    try:
        _refuse_characters(text)
        data = build(text)
        _refuse_escaped(text, data)
    except Refused as refused:
        return _finding(refused, text, shown)
    except yaml.YAMLError as error:
        return _finding(Refused(*yaml_errors.explain(error, text)), text, shown)
    if data is None or data == "":
        return Finding(shown, 1, 1, "empty-file", "文件是空的", "删去这个文件，或照编写指南里的样例填写")
    return Document(shown, text, data)


def _finding(refused: Refused, text: str, shown: str) -> Finding:
    lines = LINE_END.split(text)
    excerpt = lines[refused.line - 1] if refused.line <= len(lines) else ""
    return Finding(shown, refused.line, refused.column, refused.code, refused.message, refused.cure, excerpt=excerpt)


def _undecodable(raw: bytes, error: UnicodeDecodeError, shown: str) -> Finding:
    line = raw.count(b"\n", 0, error.start) + 1
    excerpt = ""
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        what, line = "文件是 UTF-16 编码，不是 UTF-8", 1
    else:
        try:
            excerpt = raw.decode("gb18030").split("\n")[line - 1]
            what = "文件是 GBK 编码，不是 UTF-8"
        except UnicodeDecodeError:
            what = "文件不是 UTF-8 编码的文本"
    return Finding(shown, line, 1, "encoding", what, "在编辑器里选“另存为”，编码选 UTF-8", excerpt=excerpt)


def _refuse_characters(text: str) -> None:
    if _ORDINARY.fullmatch(text):
        return
    bad = REFUSED.search(text)
    if bad and bad.group() == "\ufeff" and bad.start() == 0:
        raise Refused("bom", 1, 1, "文件开头有 BOM 标记", "另存为“UTF-8 无 BOM”")
    if bad:
        raise Refused("control-character", *where(text, bad.start()),
                       f"这里有看不见的控制字符 U+{ord(bad.group()):04X}", "删去这个字符")
    stack = STACKED.search(text)
    if stack:
        raise Refused("control-character", *where(text, stack.start()), f"一个字上叠了 {len(stack.group())} 个附加符号", "删去附加符号，只留文字")
    tab = re.search(r"^ *\t", text, re.M)
    if tab:
        raise Refused("tab", *where(text, tab.end() - 1), "缩进用了制表符（Tab）", "缩进一律用空格，每级两个")


def _refuse_escaped(text: str, data: Any) -> None:
    """The same characters written as escapes (`"\\x1b"`) inside double quotes, or put together by them."""
    if "\\" not in text:
        return
    for value in _strings(data):
        bad = REFUSED.search(value) or STACKED.search(value)
        if bad:
            what = (f"看不见的控制字符 U+{ord(bad.group()):04X}" if REFUSED.fullmatch(bad.group())
                    else f"一个字上叠着的 {len(bad.group())} 个附加符号")
            raise Refused("control-character", *where(text, _written(text, value, bad.start())),
                          f"转义写出了{what}", "删去反斜杠和后面的代码")


# One character in double quotes as it is written: an escape, a line end that counts as nothing, or itself.
_WRITTEN = re.compile(r"\\(?:x..|u.{4}|U.{8}|(?:\r\n|\r|\n)[ \t]*|.)|.", re.S)
_NAMED = {"0": "\0", "a": "\a", "b": "\b", "t": "\t", "n": "\n", "v": "\v", "f": "\f", "r": "\r", "e": "\x1b",
          "N": "\x85", "_": "\xa0", "L": "\u2028", "P": "\u2029"}


def _written(text: str, value: str, offset: int) -> int:
    """Where in the text the character at `offset` of a value stands, which is the value of a scalar in double quotes."""
    sign = value[offset]
    before = value.count(sign, 0, offset)
    for token in yaml.scan(text, Loader=yaml.CBaseLoader):
        if isinstance(token, yaml.ScalarToken) and token.style == '"' and token.value == value:
            # Folding changes blanks and line ends alone, so that the same sign comes as often as in the value.
            signs = (m for m in _WRITTEN.finditer(text, token.start_mark.index + 1, token.end_mark.index - 1)
                     if _unescaped(m.group()) == sign)
            return next(islice(signs, before, None)).start()
    raise AssertionError(value)


def _unescaped(written: str) -> str:
    if written[0] != "\\":
        return written
    kind, code = written[1], written[2:]
    return chr(int(code, 16)) if kind in "xuU" and code else _NAMED.get(kind, kind)


def _strings(data: Any) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict):
        for key, value in data.items():
            yield key
            yield from _strings(value)
    elif isinstance(data, list):
        for value in data:
            yield from _strings(value)
