"""Whether a built site is still what its inputs give: a stamp beside it says from what it was made."""

import hashlib
import json
import os
from collections.abc import Iterator, Mapping
from pathlib import Path

# Everything of the project that a page may depend on, besides the data and the hand-written pages.
_PARTS = ("macros", "overrides", "docs/assets", "mkdocs.yml", "requirements/site.txt")
_SETTINGS = ("SITE_URL", "EDIT_ADDRESS", "PUBLISH_ORIGINALS", "KB_SHELL")


Files = dict[str, os.stat_result]


def scan(folder: Path) -> Files:
    """Every file under `folder` with its size and times, by its address in it, sorted."""
    return dict(sorted(_walk(str(folder), "")))


def of_inputs(project: Path, data: Path, docs: Path, settings: Mapping[str, str]) -> str:
    """A digest of all that a build reads, by names, sizes and times.

    What was only touched counts as changed: a build too many costs seconds, one too few is wrong.
    """
    lines = [f"{name}={settings.get(name, '')}" for name in _SETTINGS]
    for root in (data, docs, *(project / part for part in _PARTS)):
        lines.append(str(root))
        files = {"": root.stat()} if root.is_file() else scan(root)
        # The time of the last change of anything at all can't be set back, unlike that of the content.
        lines += [f"{address} {s.st_size} {s.st_mtime_ns} {s.st_ctime_ns}" for address, s in files.items()]
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def of_folder(files: Files) -> str:
    """A digest of the names, sizes and times of a folder's files."""
    lines = (f"{address} {stat.st_size} {stat.st_mtime_ns}\n" for address, stat in files.items())
    return hashlib.sha256("".join(lines).encode()).hexdigest()


def write(site: Path, inputs: str, files: Files) -> None:
    """Note beside `site`, which holds `files`, from which inputs it was made."""
    _place(site).write_text(json.dumps([inputs, of_folder(files)]), encoding="utf-8")


def read(site: Path) -> tuple[str, str] | None:
    """What was noted: the digest of the inputs, and of the folder as it was then."""
    try:
        inputs, folder = json.loads(_place(site).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return inputs, folder


def _place(site: Path) -> Path:
    return site.parent / f".{site.name}-stamp"


def _walk(folder: str, address: str) -> Iterator[tuple[str, os.stat_result]]:
    try:
        found = list(os.scandir(folder))
    except FileNotFoundError:
        return
    for entry in found:
        if entry.is_dir(follow_symlinks=False):
            if entry.name != "__pycache__":
                yield from _walk(entry.path, f"{address}{entry.name}/")
        elif entry.is_file():
            yield address + entry.name, entry.stat()
