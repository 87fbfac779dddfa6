"""What git still has of a file that can't be read: the content of one that is empty, the id that an entry had."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path, PurePosixPath

from macros.findings import Finding
from macros.library.before import Before
from macros.model.kinds import Kind
from macros.reading.ids_of_many import of_many, sections

_EMPTY, _TWICE = "empty-file", "duplicate-key"


def told(findings: Iterable[Finding], before: Before | None, data: Path | None = None) -> Iterator[Finding]:
    """The findings, with what git says: of an empty file that is published how its content is taken back, of an id over two
    entries of a file under `data` which id the one had that was changed."""
    for finding in findings:
        file = PurePosixPath(finding.path)
        if finding.code == _EMPTY and before and (file.parent.name, file.stem) in before.published:
            back = f"取回原来的内容：git checkout {before.commit} -- {finding.path}"
            yield replace(finding, cure=f"{back}；要重写，就照编写指南里的样例填写，不删这个文件")
        elif finding.code == _TWICE and before and data and (kind := of_many(finding.path)):
            yield _with_former(finding, before, (data / file.name).read_text("utf-8"), kind)
        else:
            yield finding


def _with_former(finding: Finding, before: Before, text: str, kind: Kind) -> Finding:
    """The finding about an id over two entries with the id that one of them is published under and nothing bears now."""
    there = sections(text)
    twice = next((entry_id for line, entry_id, _ in there if line == finding.line), None)
    gone = {entry_id for of, entry_id in before.published if of == kind.name} - {entry_id for _, entry_id, _ in there}
    for entry_id in gone & before.altered.of(kind.name).keys():
        was = next(body for _, each, body in sections(before.altered.origins[kind.name, entry_id].document.text) if each == entry_id)
        lines = [line for line, each, body in there if each == twice and _mostly(body, was)]
        if len(lines) == 1:
            return replace(finding, message=f"{finding.message}；第 {lines[0]} 行的原来是 {entry_id}",
                           cure=f"把第 {lines[0]} 行改回 {entry_id}，内容都留着")
    return finding


def _mostly(one: str, other: str) -> bool:
    """Whether more than half of the lines of one text stand in the other."""
    lines = {line.strip() for line in one.split("\n") if line.strip()}
    return 2 * len(lines & {line.strip() for line in other.split("\n")}) > len(lines)
