"""A finding is a value: where, what is wrong, what to write. Printers come last."""

import hashlib
import json
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from macros.text.printable import printable

# Where every code is explained; the page has one section a code.
GUIDE = "docs/contributing/rules.md"
_LINE_SHOWN = 96


class Severity(StrEnum):
    ERROR = "error"
    WARNING = "warning"

    @property
    def label(self) -> str:
        return {"error": "错误", "warning": "提醒"}[self.value]


@dataclass(frozen=True, order=True)
class Finding:
    """One thing an editor should mend.

    `path` is shown as given (`data/practices/x.yml`), `line` and `column` count from 1,
    `message` says what is wrong and `cure` what to write instead, both in Chinese. `excerpt` is
    the line itself where it could be read; `about` names the entry (kind, id) where there is one,
    `place` the field in its document that it is about (`accounts`, 0, `at`).
    """

    path: str
    line: int
    column: int
    code: str
    message: str
    cure: str
    severity: Severity = Severity.ERROR
    excerpt: str = field(default="", compare=False)
    about: tuple[str, str] | None = field(default=None, compare=False)
    place: tuple[str | int, ...] = field(default=(), compare=False)

    def __post_init__(self) -> None:
        if not (self.message and self.cure):
            raise ValueError(f"{self.code}: a finding says what is wrong and what to do")

    @property
    def guide(self) -> str:
        """The section of the editors' guide that explains this code."""
        return f"{GUIDE}#{self.code}"


class BrokenLibrary(Exception):
    """The library has errors; `findings` holds all of them, sorted by place."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = sorted(findings)
        super().__init__(as_text(self.findings))


def errors(findings: Iterable[Finding]) -> list[Finding]:
    """The findings that stop a build."""
    return [f for f in findings if f.severity is Severity.ERROR]


def as_text(findings: Iterable[Finding]) -> str:
    """Findings for a terminal, in the order of file, line and column.

    Each has its place and message, the line with a caret under the column, the cure, the section
    of the guide.
    """
    return "\n".join(_block(f) for f in sorted(findings))


def _block(finding: Finding) -> str:
    f = finding
    rows = [f"{f.path}:{f.line}:{f.column}: {f.severity.label}[{f.code}] {f.message}"]
    if f.excerpt.strip():
        rows.extend(f"    {row}" for row in pointed(f.excerpt, f.column))
    rows.append(f"  改法：{f.cure}")
    rows.append(f"  说明：{f.guide}")
    return "\n".join(printable(row) for row in rows)


def pointed(line: str, column: int) -> tuple[str, str]:
    """The line, cut to what fits, and a caret line that stands under `column` (from 1)."""
    line, column = printable(line), min(column, len(line) + 1)
    start = max(0, column - 1 - _LINE_SHOWN // 3) if len(line) > _LINE_SHOWN else 0
    part = line[start:start + _LINE_SHOWN]
    head = "……" if start else ""
    tail = "……" if start + _LINE_SHOWN < len(line) else ""
    before = head + part[:column - 1 - start]
    return head + part + tail, " " * width(before) + "^"


def width(text: str) -> int:
    """Columns that the text takes in a terminal; full-width characters take two."""
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" or c == "…" else 1
               for c in text)


def as_json(findings: Iterable[Finding]) -> str:
    """All findings and their numbers as one JSON object."""
    found = sorted(findings)
    broken = len(errors(found))
    listed = [
        {"path": f.path, "line": f.line, "column": f.column, "severity": f.severity.value, "code": f.code,
         "message": f.message, "cure": f.cure, "guide": f.guide}
        for f in found
    ]
    return _dumped({"errors": broken, "warnings": len(found) - broken, "findings": listed})


def as_github(findings: Iterable[Finding]) -> str:
    """Workflow commands that GitHub shows as annotations at the lines of a pull request."""
    return "\n".join(
        f"::{f.severity.value} file={_property(f.path)},line={f.line},col={f.column},title={_property(f.code)}"
        f"::{_data(f'{printable(f.message)}{chr(10)}改法：{printable(f.cure)}{chr(10)}说明：{f.guide}')}"
        for f in sorted(findings)
    )


def as_gitlab(findings: Iterable[Finding]) -> str:
    """The report that GitLab calls code quality."""
    seen: Counter[str] = Counter()
    report = []
    for f in sorted(findings):
        # The line is left out, so that a finding which only moves is not reported as a new one.
        key = f"{f.path}\0{f.code}\0{f.message}"
        seen[key] += 1
        report.append({
            "description": f"{f.message}。改法：{f.cure}",
            "check_name": f.code,
            "fingerprint": hashlib.sha256(f"{key}\0{seen[key]}".encode("utf-8", "replace")).hexdigest(),
            "severity": "major" if f.severity is Severity.ERROR else "minor",
            "location": {"path": f.path, "lines": {"begin": f.line}},
        })
    return _dumped(report)


FORMATS: Mapping[str, Callable[[Iterable[Finding]], str]] = {
    "text": as_text, "json": as_json, "github": as_github, "gitlab": as_gitlab,
}


def _dumped(value: Any) -> str:
    return _writable(json.dumps(value, ensure_ascii=False, indent=2))


def _writable(text: str) -> str:
    # A lone surrogate, from a file name that is no UTF-8, can't be written as UTF-8.
    return text.encode("utf-8", "replace").decode()


def _data(text: str) -> str:
    return _writable(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def summary(findings: Iterable[Finding]) -> str:
    """The closing line of a check: how many errors and warnings."""
    found = list(findings)
    broken = len(errors(found))
    if not found:
        return "检查通过：没有错误，没有提醒。"
    # A fresh draft is all gaps: how many of the errors are mistakes is what an editor wants to know.
    gaps = sum(f.code == "to-fill" for f in found)
    of_these = f"（其中 {gaps} 处待填）" if gaps else ""
    return f"检查完毕：{broken} 处错误{of_these}，{len(found) - broken} 处提醒。"
