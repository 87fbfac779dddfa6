"""What a command costs and what a built site weighs."""

import gzip
import json
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean

SPENT = Path(__file__).with_name("spent.py")
SAMPLE = 200


def put_away(folder: Path, trash: Path) -> None:
    """Move a folder out of the way. It is deleted when all is measured: for half a minute after files
    were deleted, ext4 takes much longer to make new ones."""
    if folder.exists():
        trash.mkdir(parents=True, exist_ok=True)
        folder.rename(trash / f"{len(list(trash.iterdir()))}-{folder.name}")


class Failed(Exception):
    """A build that did not succeed, with the last line that it said."""


@dataclass(frozen=True)
class Run:
    """One run of a command with everything that it started: seconds of wall and of CPU (user and
    system), and the most memory that all its processes held together, and the largest of them, in bytes."""

    wall: float
    cpu: float
    memory: int
    largest: int

    def least(self, other: "Run") -> "Run":
        return Run(min(self.wall, other.wall), min(self.cpu, other.cpu), min(self.memory, other.memory), min(self.largest, other.largest))


@dataclass(frozen=True)
class Site:
    """A built site: pages, files, bytes of all, and of a practice's page on average, raw and compressed."""

    pages: int
    files: int
    size: int
    page: float
    page_gzip: float


def run(command: list[str], cwd: Path, log: Path, settings: Mapping[str, str] = {}) -> Run:
    """Runs a command to its end; what it says goes to `log`.

    Raises:
        Failed: when it ends with an error.
    """
    log.parent.mkdir(parents=True, exist_ok=True)
    result = log.with_suffix(".json")
    with log.open("w") as said:
        done = subprocess.run([sys.executable, "-I", "-S", str(SPENT), str(result), *command], cwd=cwd, stdout=said, stderr=said,  # noqa: S603
                              env={**os.environ, **settings}, check=False)
    if done.returncode:
        lines = log.read_text("utf-8", "replace").strip().splitlines()
        raise Failed(lines[-1] if lines else f"退出码 {done.returncode}")
    return Run(**json.loads(result.read_text()))


def weigh(site: Path, practices: list[str]) -> Site:
    """Counts and sizes of a site; `practices` are the addresses of its entry pages.

    Raises:
        Failed: when pages are missing.
    """
    files = [file for file in site.rglob("*") if file.is_file()]
    missing = [page for page in practices if not (site / page).is_file()]
    if missing:
        raise Failed(f"少了 {len(missing)} 页，例如 {missing[0]}")
    chosen = [(site / page).read_bytes() for page in practices[::max(1, len(practices) // SAMPLE)]]
    return Site(sum(file.suffix == ".html" for file in files), len(files), sum(file.stat().st_size for file in files),
                fmean(map(len, chosen)), fmean(len(gzip.compress(page, mtime=0)) for page in chosen))


def stamps(site: Path) -> dict[str, int]:
    """When each file of a site was last written."""
    return {str(file.relative_to(site)): file.stat().st_mtime_ns for file in site.rglob("*") if file.is_file()}
