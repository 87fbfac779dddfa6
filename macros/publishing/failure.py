"""Why a publish stopped, told to the person who runs it."""

import errno
import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from macros.findings import Finding, printable
from macros.runtime import reasons

_FEWER = "；要少留旧的版本，用 --keep 2"
_NOT_PUBLISHED = "没有发布，读者看到的还是原来那一版"


class PublishFailed(Exception):
    """Nothing was changed for readers; `message` says why, `cure` what to do, both in Chinese."""

    def __init__(self, message: str, cure: str) -> None:
        self.message, self.cure = printable(message), printable(cure)
        super().__init__(f"{self.message}\n  改法：{self.cure}")


class SiteRefused(Exception):
    """The built folder did not pass the check; `findings` holds all of them, sorted by place."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = sorted(findings)
        super().__init__(shown(self.findings))


def shown(findings: Iterable[Finding]) -> str:
    """Findings about built files for a terminal, two lines each."""
    rows = ((f"{f.path}:{f.line}:{f.column}: {f.severity.label}[{f.code}] {f.message}", f"  改法：{f.cure}") for f in findings)
    return "\n".join(printable(row) for pair in rows for row in pair)


@contextmanager
def told(place: Path, outcome: str = _NOT_PUBLISHED) -> Iterator[None]:
    """Turns what the disk refuses into `PublishFailed`; `place` is where was written, `outcome` says what stands now."""
    try:
        yield
    except OSError as error:
        full = error.errno in (errno.ENOSPC, errno.EDQUOT)
        where = _room(place) if full else f"（{error.filename}）" if error.filename else ""
        cure = f"{reasons.cure(error)}，再试一次{_FEWER if full else ''}"
        raise PublishFailed(f"{reasons.reason(error)}{where}，{outcome}", cure) from error


def _room(place: Path) -> str:
    """How much the disk of `place` still takes, what was half written being gone again."""
    there = next((folder for folder in (place, *place.parents) if folder.is_dir()), None)
    if there is None:
        return ""
    if hasattr(os, "statvfs") and (disk := os.statvfs(there)).f_files and not disk.f_favail:
        return f"（“{there}”所在的磁盘再放不下一个文件，不论大小）"
    return f"（“{there}”所在的磁盘只剩 {shutil.disk_usage(there).free / 1e6:.1f} MB 可用，这一次不够）"
