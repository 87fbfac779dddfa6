"""Everything under `data/`, read and typed.

`load` reads every file, collects every finding and returns what could be read; it never stops at
the first error. Nothing here looks from one entry to another: that is the rules' and the graph's.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from dataclasses import field as dc_field
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError

from macros import explain as explaining
from macros.diagnostics import Finding
from macros.model import ID_PATTERN, Organization, Practice, Problem, Source, Speech, Term, Topic
from macros.nearest import nearest
from macros.source import Document, read


@dataclass(frozen=True)
class Kind:
    """One kind of entry: where it lies under `data/` and what it is called."""

    name: str
    label: str
    model: type[BaseModel]
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

# Names that a page of the library or Windows already uses.
RESERVED = frozenset({"index", "con", "prn", "aux", "nul", *(f"{d}{n}" for d in ("com", "lpt") for n in range(1, 10))})


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

    def finding(self, kind: str, entry_id: str, place: Iterable[str | int], code: str,
                message: str, cure: str, **severity: Any) -> Finding:
        """A finding about an entry, at the line and column of `place` in its file."""
        origin = self.origins[kind, entry_id]
        line, column = origin.document.position((*origin.prefix, *place))
        return Finding(origin.document.path, line, column, code, message, cure, **severity)


def load(root: Path, shown: str = "data") -> tuple[Catalog, list[Finding]]:
    """The catalogue under `root` and all findings of reading it.

    `shown` stands for `root` in messages. A missing folder or file of a kind is an empty kind.
    """
    findings: list[Finding] = []
    entries: dict[str, dict[str, Any]] = {}
    origins: dict[tuple[str, str], Origin] = {}
    claimed: set[tuple[str, str]] = set()
    if not root.is_dir():
        findings.append(Finding(shown, 1, 1, "no-data", "没有这个数据文件夹", "用 DATA=文件夹 指明数据在哪里"))
    for kind in KINDS.values():
        if kind.one_file_each:
            candidates = _files(root, shown, kind, findings)
        else:
            candidates = _keys(root, shown, kind, findings)
        for entry_id, origin, data in candidates:
            claimed.add((kind.name, entry_id))
            if origin is None:
                continue
            origins[kind.name, entry_id] = origin
            try:
                entries.setdefault(kind.name, {})[entry_id] = kind.model.model_validate(data)
            except ValidationError as error:
                findings.extend(explaining.explain(origin.document, error, kind.model, origin.prefix))
    findings.extend(_strangers(root, shown))
    ordered = {name: _sorted(name, found) for name, found in entries.items()}
    return Catalog(**ordered, origins=origins, claimed=frozenset(claimed)), findings


def _sorted(kind: str, entries: dict[str, Any]) -> dict[str, Any]:
    if kind == "topics":
        return dict(sorted(entries.items(), key=lambda e: (e[1].order, e[0])))
    if kind == "speeches":
        return dict(sorted(entries.items(), key=lambda e: (e[1].source, e[1].order, e[0])))
    # Files of many keep the order that the editor gave them.
    return entries


Candidate = tuple[str, Origin | None, Any]


def _files(root: Path, shown: str, kind: Kind, findings: list[Finding]) -> Iterator[Candidate]:
    for file in sorted((root / kind.name).glob("*")):
        path = f"{shown}/{kind.name}/{file.name}"
        if file.name.startswith(".") or file.is_dir():
            continue
        if file.suffix != ".yml":
            findings.append(Finding(path, 1, 1, "bad-file-name", f"{kind.label}的文件名要以 .yml 结尾", f"改名为 {file.stem}.yml，或移走这个文件"))
            continue
        problem = _bad_id(file.stem)
        if problem:
            findings.append(Finding(path, 1, 1, "bad-file-name", f"文件名“{file.name}”不能用：{problem}", "文件名用小写拼音、数字和连字符，例如：quan-yuan-ru-wei.yml"))
            continue
        document = read(file, path)
        if isinstance(document, Finding):
            findings.append(document)
            yield file.stem, None, None
        elif not isinstance(document.data, dict):
            findings.append(Finding(path, 1, 1, "wrong-shape", "文件不是“字段: 内容”的样子", "第一行写 title: 标题，照编写指南里的样例填"))
            yield file.stem, None, None
        else:
            yield file.stem, Origin(document), document.data


def _keys(root: Path, shown: str, kind: Kind, findings: list[Finding]) -> Iterator[Candidate]:
    file, path = root / f"{kind.name}.yml", f"{shown}/{kind.name}.yml"
    if not file.exists():
        return
    document = read(file, path)
    if isinstance(document, Finding):
        findings.append(document)
        return
    if not isinstance(document.data, dict):
        findings.append(Finding(path, 1, 1, "wrong-shape", "文件不是“编号: 内容”的样子", f"每个{kind.label}一段，第一行写编号和冒号，下面缩进写字段"))
        return
    for entry_id, data in document.data.items():
        line, column = document.key_position((entry_id,))
        problem = _bad_id(entry_id)
        if problem:
            findings.append(Finding(path, line, column, "bad-id", f"编号“{entry_id}”不能用：{problem}", "编号用小写拼音、数字和连字符"))
        elif not isinstance(data, dict):
            findings.append(Finding(path, line, column, "wrong-shape", f"“{entry_id}”下面没有字段", "在下一行缩进两个空格写字段"))
        else:
            yield entry_id, Origin(document, (entry_id,)), data


def _bad_id(entry_id: str) -> str | None:
    if not re.match(ID_PATTERN, entry_id):
        return "只许小写字母、数字和连字符，最多 64 个字符"
    if entry_id in RESERVED:
        return "这个名字另有用处"
    return None


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
        yield Finding(f"{shown}/{item.name}", 1, 1, "unknown-file", f"data 文件夹里不该有“{item.name}”", cure)
