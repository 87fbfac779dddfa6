"""The entries of one kind as they lie under `data/`: which can be read, and which ids those claim that can't."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Mapping
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from macros.findings import Finding
from macros.model.kinds import KINDS, Kind
from macros.reading.document import SIZE_LIMIT, Document, read
from macros.reading.filenames import bad_file, bad_id, intended, listed
from macros.reading.yaml_errors import full_width_colon
from macros.runtime import reasons
from macros.runtime.file_cache import Memory
from macros.runtime.halves import Halves
from macros.text.edit_distance import nearest
from macros.text.printable import printable


class Candidate(NamedTuple):
    """An entry to be typed. Without `document` nothing of it could be read but its id; without that not even how
    many there are: then the kind as a whole is unknown."""

    entry_id: str | None
    document: Document | None = None
    prefix: tuple[str, ...] = ()
    data: Any = None


UNKNOWN = Candidate(None)


def candidates(root: Path, shown: str, kind: Kind, findings: list[Finding], memory: Memory | None) -> Iterator[Candidate]:
    """The entries of a kind under `root`, called `shown` in messages; what can't be read is added to `findings`."""
    yield from (_files if kind.one_file_each else _keys)(root, shown, kind, findings, memory)


def absent(root: Path, kind: Kind) -> bool:
    """Whether neither folder nor file of the kind is there."""
    return not os.path.lexists(root / file_of(kind))


def file_of(kind: Kind) -> str:
    """The name of a kind's folder or file."""
    return kind.name if kind.one_file_each else f"{kind.name}.yml"


def _files(root: Path, shown: str, kind: Kind, findings: list[Finding], memory: Memory | None) -> Iterator[Candidate]:
    names: dict[str, str] = {}
    try:
        there = listed(root / kind.name)
    except OSError as error:
        findings.append(closed(f"{shown}/{kind.name}", error))
        yield UNKNOWN
        return
    for file in there:
        name, known = file.name, memory.same(file.path) if memory else None
        # A file that was read had a good name.
        if isinstance(known, Document) and (lower := name.lower()) not in names and isinstance(known.data, dict):
            names[lower] = name
            yield Candidate(name[:-4], known, (), known.data)
            continue
        path = printable(f"{shown}/{kind.name}/{file.name}")
        stem = file.name.removesuffix(".yml").removesuffix(".yaml")
        twin = names.setdefault(file.name.lower(), file.name)
        wrong = bad_file(file, kind.name, kind.label, twin if twin != file.name else None)
        if wrong:
            findings.append(Finding(path, 1, 1, "bad-file-name", *wrong))
            # Links to it are not wrong as well. A folder, or a stray document, is no entry at all.
            if file.is_file(follow_symlinks=False) and (meant := intended(file.name)):
                yield Candidate(meant)
            elif file.name.endswith((".yml", ".yaml")):
                yield Candidate(stem.lower())
            continue
        document = _read(file.path, path, memory)
        if isinstance(document, Finding):
            findings.append(document)
            yield Candidate(stem)
        elif not isinstance(document.data, dict):
            findings.append(_no_fields(document, kind))
            yield Candidate(stem)
        else:
            yield Candidate(stem, document, (), document.data)


def ahead(root: Path, shown: str, small: int) -> Memory:
    """A memory that has the files of entries under `root`, read by two processes: none of them where they are no more than `small`.

    Folders and names that are wrong are left to `candidates`.
    """
    files: list[tuple[str, str]] = []
    for kind in (kind for kind in KINDS.values() if kind.one_file_each):
        with suppress(OSError):
            files += [(file.path, printable(f"{shown}/{kind.name}/{file.name}")) for file in listed(root / kind.name)
                      if not bad_file(file, kind.name, kind.label, None)]
    memory = Memory()
    if len(files) <= small:
        return memory

    def look(halves: Halves) -> dict[tuple[str, str], Document | Finding]:
        return halves.each("files", files, lambda file: read(*file))

    for (file, _), made in look(Halves(look)).items():
        memory.put(file, made)
    return memory


def closed(path: str, error: OSError) -> Finding:
    """The finding about a folder that can't be listed."""
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
    name = file_of(kind)
    if absent(root, kind):
        return
    document = _read(str(root / name), f"{shown}/{name}", memory, 4 * SIZE_LIMIT)
    if isinstance(document, Finding):
        findings.append(document)
        yield UNKNOWN
        return
    if not isinstance(document.data, dict):
        findings.append(_no_fields(document, kind))
        yield UNKNOWN
        return
    for entry_id, data in document.data.items():
        problem = bad_id(entry_id)
        if problem:
            findings.append(document.finding((entry_id,), "bad-id", f"编号“{entry_id[:80]}”不能用：{problem}",
                                             "编号用小写拼音、数字和连字符", key=True))
            yield Candidate(entry_id.lower())
        elif not isinstance(data, dict):
            findings.append(document.finding((entry_id,), "wrong-shape", f"“{entry_id}”下面没有字段",
                                             "在下一行缩进两个空格写字段", key=True))
            yield Candidate(entry_id)
        else:
            yield Candidate(entry_id, document, (entry_id,), data)


def strangers(root: Path, shown: str, kinds: Mapping[str, Kind]) -> Iterator[tuple[Finding, Collection[str]]]:
    """Files and folders in `data/` that nobody reads, most often a misspelt name: each with the kinds that it may hold."""
    if not root.is_dir():
        return
    known = {file_of(kind): name for name, kind in kinds.items()} | {"originals": ""}
    for item in sorted(root.iterdir()):
        if item.name in known or item.name.startswith("."):
            continue
        path = printable(f"{shown}/{item.name}")
        if item.name.lower() == "readme.md":
            if item.is_dir():
                yield Finding(path, 1, 1, "unknown-file", f"“{item.name}”该是文件，却是文件夹", "移走它；要写说明，就写一个同名的文件"), ()
            continue
        like = nearest(item.name, known)
        cure = f"是不是 {like}？" if like else f"可用的名字：{'、'.join(sorted(known))}"
        yield (Finding(path, 1, 1, "unknown-file", f"data 文件夹里不该有“{printable(item.name)}”", cure),
               {known[like]} - {""} if like else ())
