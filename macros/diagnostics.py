"""A finding is a value: where, what is wrong, what to write. Printers come last."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


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
    `message` says what is wrong and `cure` what to write instead, both in Chinese.
    """

    path: str
    line: int
    column: int
    code: str
    message: str
    cure: str
    severity: Severity = Severity.ERROR


class BrokenLibrary(Exception):
    """The library has errors; `findings` holds all of them, sorted by place."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = sorted(findings)
        super().__init__(as_text(self.findings))


def errors(findings: Iterable[Finding]) -> list[Finding]:
    """The findings that stop a build."""
    return [f for f in findings if f.severity is Severity.ERROR]


def as_text(findings: Iterable[Finding]) -> str:
    """Findings for a terminal, two lines each, in the order of file, line and column."""
    return "\n".join(
        f"{f.path}:{f.line}:{f.column}: {f.severity.label}[{f.code}] {f.message}\n  改法：{f.cure}"
        for f in sorted(findings)
    )


def summary(findings: Iterable[Finding]) -> str:
    """The closing line of a check: how many errors and warnings."""
    found = list(findings)
    broken = len(errors(found))
    if not found:
        return "检查通过：没有错误，没有提醒。"
    return f"检查完毕：{broken} 处错误，{len(found) - broken} 处提醒。"
