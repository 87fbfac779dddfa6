"""A build is whole or not at all: it goes to a fresh folder and is swapped in when complete.

MkDocs empties its target before the first error can show, so it never gets the real one.
"""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
# Material announces its end of life, and MkDocs 2, at every start; the lock files hold both.
QUIET = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}


class BuildFailed(Exception):
    """The build ended with errors, which it has printed; the old site stands as it was."""


@dataclass(frozen=True)
class BuildResult:
    """A finished build: where it lies, how many pages and files, and their size in bytes."""

    site: Path
    pages: int
    files: int
    size: int


def build(project: Path = PROJECT, *, data: Path, docs: Path, site: Path, environment: dict[str, str] | None = None) -> BuildResult:
    """Build the library under `data` with the hand-written pages under `docs` into `site`.

    Findings and progress are printed by the build itself.

    Raises:
        BuildFailed: when there are errors; `site` is as it was before.
    """
    site = site.absolute()
    fresh, old = _beside(site, "new"), _beside(site, "old")
    _mend(site, fresh, old)
    fresh.parent.mkdir(parents=True, exist_ok=True)
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet",
               "--config-file", str(project / "mkdocs.yml"), "--site-dir", str(fresh)]
    settings = {**os.environ, **QUIET, "DATA": str(data.absolute()), "DOCS": str(docs.absolute()),
                "SOURCE_DATE_EPOCH": os.environ.get("SOURCE_DATE_EPOCH") or _commit_time(project), **(environment or {})}
    try:
        if subprocess.run(command, env=settings, check=False).returncode:  # noqa: S603 - our own command
            raise BuildFailed
        if site.exists():
            site.rename(old)
        fresh.rename(site)
    finally:
        _mend(site, fresh, old)
    return measure(site)


def measure(site: Path) -> BuildResult:
    """Counts and size of a built site."""
    files = [f for f in site.rglob("*") if f.is_file()]
    return BuildResult(site, sum(f.suffix == ".html" for f in files), len(files), sum(f.stat().st_size for f in files))


def _beside(site: Path, word: str) -> Path:
    return site.parent / f".{site.name}-{word}"


def _mend(site: Path, fresh: Path, old: Path) -> None:
    """Put things right after a build that was cut off: the site back, half-done folders away."""
    if old.exists() and not site.exists():
        old.rename(site)
    for folder in (fresh, old):
        if folder.exists():
            shutil.rmtree(folder)


def _commit_time(project: Path) -> str:
    """The time of the commit, so that the same commit gives the same bytes; 0 without git."""
    try:
        done = subprocess.run(["git", "-C", str(project), "log", "-1", "--format=%ct"],  # noqa: S603, S607
                              capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return "0"
    return done.stdout.strip() or "0"
