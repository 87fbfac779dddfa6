"""A build is whole or not at all: it goes to a fresh folder and is swapped in when complete.

MkDocs empties its target before the first error can show, so it never gets the real one. What a
build does not change stays the very file that it was: a copy to the server moves only the rest.
"""

import filecmp
import glob
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from macros import stamp

PROJECT = Path(__file__).resolve().parent.parent
# Material announces its end of life, and MkDocs 2, at every start; the lock files hold both.
QUIET = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}


class BuildFailed(Exception):
    """The build ended with errors, which it has printed; the old site stands as it was."""


@dataclass(frozen=True)
class BuildResult:
    """A finished build: where it lies, how many pages and files, their size in bytes, and how
    many files are not as they were."""

    site: Path
    pages: int
    files: int
    size: int
    changed: int


def build(project: Path = PROJECT, *, data: Path, docs: Path, site: Path,
          environment: dict[str, str] | None = None) -> BuildResult:
    """Build the library under `data` with the hand-written pages under `docs` into `site`.

    Findings and progress are printed by the build itself. When nothing has changed since the last
    build, no file is touched.

    Raises:
        BuildFailed: when there are errors; `site` is as it was before.
    """
    site = site.absolute()
    # A name of its own: what a killed build left running must not write into this one.
    fresh, old = _beside(site, f"new-{os.getpid()}"), _beside(site, "old")
    _mend(site, old)
    settings = {**os.environ, **QUIET, "DATA": str(data.absolute()), "DOCS": str(docs.absolute()),
                "SOURCE_DATE_EPOCH": os.environ.get("SOURCE_DATE_EPOCH") or commit_time(project), **(environment or {})}
    inputs = stamp.of_inputs(project, data.absolute(), docs.absolute(), settings)
    before = stamp.scan(site)
    if stamp.read(site) == (inputs, stamp.of_folder(before)):
        return _measured(site, before, 0)
    fresh.parent.mkdir(parents=True, exist_ok=True)
    command = [sys.executable, "-m", "macros.one_build", "--strict", "--quiet",
               "--config-file", str(project / "mkdocs.yml"), "--site-dir", str(fresh)]
    try:
        if subprocess.run(command, env=settings, check=False).returncode:  # noqa: S603 - our own command
            raise BuildFailed
        files = _keep_unchanged(fresh, site, before)
        if site.exists():
            site.rename(old)
        fresh.rename(site)
    finally:
        _mend(site, old)
    stamp.write(site, inputs, files)
    same = sum(stat == before.get(address) for address, stat in files.items())
    return _measured(site, files, len(files.keys() | before.keys()) - same)


def _measured(site: Path, files: stamp.Files, changed: int) -> BuildResult:
    pages = sum(address.endswith(".html") for address in files)
    return BuildResult(site, pages, len(files), sum(stat.st_size for stat in files.values()), changed)


def _keep_unchanged(fresh: Path, site: Path, before: stamp.Files) -> stamp.Files:
    """Put the old file in the place of every new one with the same bytes; what is then in `fresh`."""
    made = stamp.scan(fresh)
    for address, stat in made.items():
        old, twin = site / address, fresh / address
        if address in before and before[address].st_size == stat.st_size and filecmp.cmp(old, twin, shallow=False):
            twin.unlink()
            try:
                os.link(old, twin)
            except OSError:  # a file system without links
                shutil.copy2(old, twin)
            made[address] = before[address]
    return made


def _beside(site: Path, word: str) -> Path:
    return site.parent / f".{site.name}-{word}"


def _mend(site: Path, old: Path) -> None:
    """Put things right after a build that was cut off: the site back, half-done folders away."""
    if old.exists() and not site.exists():
        old.rename(site)
    left = site.parent.glob(glob.escape(_beside(site, "new").name) + "-[0-9]*")
    for folder in (old, *(found for found in left if not _at_work(found))):
        # A killed build may have left a process that still writes there; the next build sweeps again.
        shutil.rmtree(folder, ignore_errors=True)


def _at_work(fresh: Path) -> bool:
    """Whether the build that makes this folder, which bears its process's number, still runs elsewhere."""
    number = int(fresh.name.rpartition("-")[2])
    if number == os.getpid() or os.name != "posix":
        return False
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        pass
    return True


def commit_time(project: Path) -> str:
    """The time of the commit, so that the same commit gives the same bytes; 0 without git."""
    try:
        done = subprocess.run(["git", "-C", str(project), "log", "-1", "--format=%ct"],  # noqa: S603, S607
                              capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return "0"
    return done.stdout.strip() or "0"
