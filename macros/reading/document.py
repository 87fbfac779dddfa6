"""YAML text to plain data, and a place in the data back to line and column.

What a parser would accept, crash on or take minutes for is refused by name first (design §2 and
§7): wrong encoding, control characters, bidi overrides, tabs (`characters`), merge marks, large files
here; anchors, tags, duplicate keys and deep nesting where the data is built (`yaml_data`). Why the parser
can't read the rest is looked for in the raw text (`slips`).
"""

import os
import stat
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

import yaml

from macros.findings import Finding, Severity
from macros.reading import characters, encodings, ids_of_many, yaml_errors
from macros.reading.slips import marks
from macros.reading.yaml_data import LINE_END, Refused, build, where
from macros.runtime import reasons

SIZE_LIMIT = 256 * 1024

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
        return Finding(self.path, line, column, code, message, cure, severity, self.line(line), about, tuple(place))

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
        if clash := marks.conflict(text):
            line, column, message, cure = clash
            raise Refused("merge-conflict", line, column, message, cure)
        characters.refuse(text)
        data = build(text)
        characters.refuse_escaped(text, data)
        if indented := ids_of_many.indented(text, shown, data):
            return _finding(indented, text, shown)
    except Refused as refused:
        return _told(refused, text, shown)
    except yaml.YAMLError as error:
        return _told(Refused(*yaml_errors.explain(error, text)), text, shown)
    if data is None or data == "":
        return Finding(shown, 1, 1, "empty-file", "文件是空的", "照编写指南里的样例填写；原来有内容的，从备份里取回来")
    return Document(shown, text, data)


# What a slip of the pen may look like to the parser.
_SLIPS = {"yaml-syntax", "tab", "anchor", "tag", "complex-key", "several-documents", "duplicate-key"}


def _told(refused: Refused, text: str, shown: str) -> Finding:
    indented = ids_of_many.indented(text, shown) if refused.code in ("yaml-syntax", "duplicate-key") else None
    if indented and indented.line <= refused.line:
        return _finding(indented, text, shown)
    return _slipped(refused, text, shown) or _finding(ids_of_many.doubled(refused, text, shown), text, shown)


def _slipped(refused: Refused, text: str, shown: str) -> Finding | None:
    """The slip that made a text unreadable, where one is found."""
    if refused.code not in _SLIPS or len(text) > SIZE_LIMIT:
        return None
    from macros.reading.slips import dashes, diagnosis, telling  # only a broken file needs all the detectors

    found = diagnosis.diagnose(text, diagnosis.kind_of(shown)).slips
    if refused.code != "yaml-syntax":
        # What is refused by its name can be read: only a slip in that very line says it better.
        found = tuple(slip for slip in found if where(text, slip.at)[0] == refused.line)
    if refused.code == "duplicate-key":
        # Without its dash an item runs into the one above: whoever deletes one of the two then loses it.
        found = tuple(slip for slip in found if slip.message == dashes.LOST)
    return telling.one(shown, text, found)


def _finding(refused: Refused, text: str, shown: str) -> Finding:
    lines = LINE_END.split(text)
    excerpt = lines[refused.line - 1] if refused.line <= len(lines) else ""
    return Finding(shown, refused.line, refused.column, refused.code, refused.message, refused.cure, excerpt=excerpt)


def _undecodable(raw: bytes, error: UnicodeDecodeError, shown: str) -> Finding:
    if odd := encodings.odd_lines(raw):
        return _odd(odd, raw, shown)
    line = raw.count(b"\n", 0, error.start) + 1 if not raw.startswith((b"\xff\xfe", b"\xfe\xff")) else 1
    # What its lines say is known of GBK alone: of UTF-16 the mark at the beginning is what is wrong.
    rows = (encodings.decoded(raw) or "").split("\n")
    excerpt = rows[line - 1] if line <= len(rows) and not raw.startswith((b"\xff\xfe", b"\xfe\xff")) else ""
    return Finding(shown, line, 1, "encoding", encodings.whole(raw), "在编辑器里选“另存为”，编码选 UTF-8", excerpt=excerpt)


def _odd(odd: Sequence[encodings.Line], raw: bytes, shown: str) -> Finding:
    """Some lines alone are in another encoding: saving the whole file in it would spoil all the others."""
    first, rest = odd[0], odd[1:]
    also = f"（第 {'、'.join(str(line.number) for line in rest[:8])}{'……' if len(rest) > 8 else ''} 行也是）" if rest else ""
    reading = first.readings[0].strip() if first.readings else ""
    if reading:
        message = f"这一行的字存成了另一种编码（GBK），显示成乱码{also}；它多半是：{reading}"
        cure = "只把这一行照这个样子重新打一遍，别的行不动；不要把整个文件另存为别的编码"
    else:
        message = f"这一行有读不出来的字，显示成乱码{also}"
        cure = "只把这一行对照原文重新打一遍，别的行不动；不要把整个文件另存为别的编码"
    excerpt = raw.split(b"\n")[first.number - 1].decode("utf-8", "replace")
    return Finding(shown, first.number, first.column, "encoding", message, cure, excerpt=excerpt)
