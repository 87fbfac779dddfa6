"""Everything under `data/`, read and typed.

`load` reads every file, collects every finding and returns what could be read; it never stops at
the first error. Nothing here looks from one entry to another: that is the rules' and the graph's.
"""

import errno
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from dataclasses import field as dc_field
from functools import cached_property, partial
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from macros.findings import Finding, Severity, printable
from macros.model.entries import Organization, Practice, Problem, Source, Speech, Term, Topic
from macros.model.fields import Model, validated
from macros.reading import validation_errors as explaining
from macros.reading.document import SIZE_LIMIT, Document, read
from macros.reading.filenames import bad_file, bad_id, listed
from macros.reading.yaml_errors import full_width_colon
from macros.runtime import reasons
from macros.runtime.file_cache import Memory
from macros.text.edit_distance import nearest


@dataclass(frozen=True)
class Kind:
    """One kind of entry: where it lies under `data/` and what it is called."""

    name: str
    label: str
    model: Model
    one_file_each: bool


KINDS: dict[str, Kind] = {
    kind.name: kind
    for kind in (
        Kind("sources", "来源", Source, True),
        Kind("speeches", "发言", Speech, True),
        Kind("practices", "做法", Practice, True),
        Kind("topics", "专题", Topic, False),
        Kind("organizations", "单位", Organization, False),
        Kind("problems", "问题", Problem, False),
        Kind("terms", "术语", Term, False),
    )
}


@dataclass(frozen=True)
class Origin:
    """Where an entry stands: its document, and its key in a file of many."""

    document: Document
    prefix: tuple[str, ...] = ()


@dataclass(frozen=True)
class Catalog:
    """All entries by id, each kind in a stable order."""

    sources: Mapping[str, Source] = dc_field(default_factory=dict)
    speeches: Mapping[str, Speech] = dc_field(default_factory=dict)
    practices: Mapping[str, Practice] = dc_field(default_factory=dict)
    topics: Mapping[str, Topic] = dc_field(default_factory=dict)
    organizations: Mapping[str, Organization] = dc_field(default_factory=dict)
    problems: Mapping[str, Problem] = dc_field(default_factory=dict)
    terms: Mapping[str, Term] = dc_field(default_factory=dict)
    origins: Mapping[tuple[str, str], Origin] = dc_field(default_factory=dict)
    # Ids that a file claims, whether or not its content could be read: so that one broken file
    # does not make every link to it look broken too.
    claimed: frozenset[tuple[str, str]] = frozenset()

    def of(self, kind: str) -> Mapping[str, Any]:
        """The entries of a kind (`practices`, `topics`, …) by id."""
        entries: Mapping[str, Any] = getattr(self, kind)
        return entries

    def kind_of(self, entry_id: str) -> str | None:
        """The kind that an id belongs to, or None."""
        return next((kind for kind in KINDS if entry_id in self.of(kind)), None)

    def has(self, kind: str, entry_id: str) -> bool:
        return (kind, entry_id) in self.claimed

    @cached_property
    def current_practices(self) -> Mapping[str, Practice]:
        """The practices that are not withdrawn: what lists, counts and search show."""
        return {pid: practice for pid, practice in self.practices.items() if not practice.withdrawn}

    @cached_property
    def current_speeches(self) -> Mapping[str, Speech]:
        """The speeches that are not withdrawn."""
        return {sid: speech for sid, speech in self.speeches.items() if not speech.withdrawn}

    @cached_property
    def complete(self) -> bool:
        """Whether every practice could be read: only then is it known what none of them tells."""
        return sum(kind == "practices" for kind, _ in self.claimed) == len(self.practices)

    def entries(self) -> Iterator[tuple[str, str, Any]]:
        """Every entry that could be read: kind, id, entry."""
        for kind in KINDS:
            for entry_id, entry in self.of(kind).items():
                yield kind, entry_id, entry

    def strings(self, kind: str, entry_id: str) -> Iterator[tuple[tuple[str | int, ...], str]]:
        """Every string of an entry as its file has it, with its place."""
        return explaining.strings(self._data(kind, entry_id))

    def _data(self, kind: str, entry_id: str) -> Any:
        origin = self.origins[kind, entry_id]
        data = origin.document.data
        for key in origin.prefix:
            data = data[key]
        return data

    def release(self) -> None:
        """Forget what only checks need, once they are done: a third of the memory of a large library."""
        for origin in self.origins.values():
            origin.document.release()

    def prose(self, kind: str, entry_id: str) -> str:
        """Every string of an entry, one a line: what a rule looks through before it asks where."""
        # Rules look at one entry after the other, so the last one is enough to keep.
        if (kind, entry_id) not in self._prose:
            self._prose.clear()
            self._prose[kind, entry_id] = "\n".join(explaining.words(self._data(kind, entry_id)))
        return self._prose[kind, entry_id]

    @cached_property
    def _prose(self) -> dict[tuple[str, str], str]:
        return {}

    def written(self, sign: str) -> Iterator[tuple[str, str]]:
        """The entries (kind, id) in whose file `sign` stands; a file of many is searched once."""
        document, found = None, False
        for entry, origin in self.origins.items():
            if origin.document is not document:
                document = origin.document
                found = sign in document.text
            if found:
                yield entry

    def finding(self, kind: str, entry_id: str, place: Iterable[str | int], code: str, message: str, cure: str,
                severity: Severity = Severity.ERROR, *, key: bool = False, needle: str = "") -> Finding:
        """A finding about an entry, at the line and column of `place` in its file.

        With `key` it points at the field's name, with `needle` at these words in the value.
        """
        origin = self.origins[kind, entry_id]
        return origin.document.finding((*origin.prefix, *place), code, message, cure, key=key, needle=needle,
                                       severity=severity, about=(kind, entry_id))


def load(root: Path, shown: str = "data", memory: Memory | None = None) -> tuple[Catalog, list[Finding]]:
    """The catalogue under `root` and all findings of reading it.

    `shown` stands for `root` in messages. A missing folder or file of a kind is an empty kind. With
    `memory`, files that have not changed since are not read and validated again.
    """
    findings: list[Finding] = []
    entries: dict[str, dict[str, Any]] = {}
    origins: dict[tuple[str, str], Origin] = {}
    claimed: set[tuple[str, str]] = set()
    if not root.is_dir():
        findings.append(Finding(shown, 1, 1, "no-data", "没有这个数据文件夹", "用 DATA=文件夹 指明数据在哪里"))
    elif not os.access(root, os.R_OK | os.X_OK):
        return Catalog(), [_closed(shown, PermissionError(errno.EACCES, ""))]
    for kind in KINDS.values():
        candidates = _files if kind.one_file_each else _keys
        for entry_id, origin, data in candidates(root, shown, kind, findings, memory):
            claimed.add((kind.name, entry_id))
            if origin is None:
                continue
            origins[kind.name, entry_id] = origin
            entry, wrong = origin.document.once(origin.prefix, partial(_validated, kind, origin, data))
            findings.extend(wrong)
            if entry is not None:
                entries.setdefault(kind.name, {})[entry_id] = entry
    findings.extend(_strangers(root, shown))
    ordered = {name: _sorted(name, found) for name, found in entries.items()}
    return Catalog(**ordered, origins=origins, claimed=frozenset(claimed)), findings


def _validated(kind: Kind, origin: Origin, data: Any) -> tuple[Any, tuple[Finding, ...]]:
    """The entry, where it is one, and what is wrong with it."""
    unfilled = tuple(explaining.unfilled(origin.document, kind.model, data, origin.prefix))
    try:
        return validated(kind.model, data), unfilled
    except ValidationError as error:
        return None, (*unfilled, *explaining.explain(origin.document, error, kind.model, origin.prefix))


def _sorted(kind: str, entries: dict[str, Any]) -> dict[str, Any]:
    if kind == "topics":
        return dict(sorted(entries.items(), key=lambda e: (e[1].order, e[0])))
    if kind == "speeches":
        return dict(sorted(entries.items(), key=lambda e: (e[1].source, e[1].order, e[0])))
    # Files of many keep the order that the editor gave them.
    return entries


Candidate = tuple[str, Origin | None, Any]


def _files(root: Path, shown: str, kind: Kind, findings: list[Finding], memory: Memory | None) -> Iterator[Candidate]:
    names: dict[str, str] = {}
    try:
        there = listed(root / kind.name)
    except OSError as error:
        findings.append(_closed(f"{shown}/{kind.name}", error))
        return
    for file in there:
        path = printable(f"{shown}/{kind.name}/{file.name}")
        stem = file.name.removesuffix(".yml").removesuffix(".yaml")
        twin = names.setdefault(file.name.lower(), file.name)
        wrong = bad_file(file, kind.name, kind.label, twin if twin != file.name else None)
        if wrong:
            findings.append(Finding(path, 1, 1, "bad-file-name", *wrong))
            # Links to it are not wrong as well.
            if not bad_id(stem):
                yield stem, None, None
            continue
        document = _read(file.path, path, memory)
        if isinstance(document, Finding):
            findings.append(document)
            yield stem, None, None
        elif not isinstance(document.data, dict):
            findings.append(_no_fields(document, kind))
            yield stem, None, None
        else:
            yield stem, Origin(document), document.data


def _closed(path: str, error: OSError) -> Finding:
    return Finding(path, 1, 1, "unreadable", f"文件夹打不开：{reasons.of(error).why}", "检查它是不是文件夹、有没有读取权限")


def _read(file: str, path: str, memory: Memory | None, limit: int = SIZE_LIMIT) -> Document | Finding:
    make = partial(read, file, path, limit)
    return memory.of(file, make) if memory else make()


def _no_fields(document: Document, kind: Kind) -> Finding:
    colon = full_width_colon(document.text)
    if colon:
        return Finding(document.path, *colon, "yaml-syntax", "字段名后面用了全角冒号“：”",
                       "换成半角冒号加一个空格，例如：title: 全员入委", excerpt=document.line(colon[0]))
    if kind.one_file_each:
        return document.finding((), "wrong-shape", "文件不是“字段: 内容”的样子", "第一行写 title: 标题，照编写指南里的样例填")
    return document.finding((), "wrong-shape", "文件不是“编号: 内容”的样子",
                            f"每个{kind.label}一段，第一行写编号和冒号，下面缩进写字段")


def _keys(root: Path, shown: str, kind: Kind, findings: list[Finding], memory: Memory | None) -> Iterator[Candidate]:
    file = root / f"{kind.name}.yml"
    if not file.exists() and not file.is_symlink():
        return
    document = _read(str(file), f"{shown}/{kind.name}.yml", memory, 4 * SIZE_LIMIT)
    if isinstance(document, Finding):
        findings.append(document)
        return
    if not isinstance(document.data, dict):
        findings.append(_no_fields(document, kind))
        return
    for entry_id, data in document.data.items():
        problem = bad_id(entry_id)
        if problem:
            findings.append(document.finding((entry_id,), "bad-id", f"编号“{entry_id[:80]}”不能用：{problem}",
                                             "编号用小写拼音、数字和连字符", key=True))
        elif not isinstance(data, dict):
            findings.append(document.finding((entry_id,), "wrong-shape", f"“{entry_id}”下面没有字段",
                                             "在下一行缩进两个空格写字段", key=True))
        else:
            yield entry_id, Origin(document, (entry_id,)), data


def _strangers(root: Path, shown: str) -> Iterator[Finding]:
    """Files and folders in `data/` that nobody reads: most often a misspelt name."""
    if not root.is_dir():
        return
    known = {k.name if k.one_file_each else f"{k.name}.yml" for k in KINDS.values()} | {"originals"}
    for item in sorted(root.iterdir()):
        if item.name in known or item.name.startswith(".") or item.name.lower() in ("readme.md",):
            continue
        like = nearest(item.name, known)
        cure = f"是不是 {like}？" if like else f"可用的名字：{'、'.join(sorted(known))}"
        yield Finding(printable(f"{shown}/{item.name}"), 1, 1, "unknown-file", f"data 文件夹里不该有“{item.name}”", cure)
