"""Why a publish stopped, told to the person who runs it."""

import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from macros.findings import Finding
from macros.runtime import reasons
from macros.text.printable import printable

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
def told(place: Path, outcome: str = _NOT_PUBLISHED, *, room: str = "要少留旧的版本，用 --keep 2") -> Iterator[None]:
    """Turns what the disk refuses into `PublishFailed`.

    `place` is where was written, `outcome` says what stands now, `room` how else to make room on a full disk.
    """
    try:
        yield
    except OSError as error:
        why, cure = reasons.of(error)
        if error.errno in reasons.FULL:
            where, cure = _room(place), "；".join(filter(None, (f"{cure}，再试一次", room)))
        else:
            # A lock or a work folder of ours says nothing to the person who runs it.
            ours = error.filename and Path(os.fsdecode(error.filename)).name.startswith(".kb-")
            where, cure = f"（{place if ours else error.filename}）" if error.filename else "", f"{cure}，再试一次"
        raise PublishFailed(f"{why}{where}，{outcome}", cure) from error


def _room(place: Path) -> str:
    """How much the disk of `place` still takes, what was half written being gone again."""
    there = next((folder for folder in (place, *place.parents) if folder.is_dir()), None)
    if there is None:
        return ""
    if hasattr(os, "statvfs") and (disk := os.statvfs(there)).f_files and not disk.f_favail:
        return f"（“{there}”所在的磁盘再放不下一个文件，不论大小）"
    return f"（“{there}”所在的磁盘只剩 {shutil.disk_usage(there).free / 1e6:.1f} MB 可用，这一次不够）"
