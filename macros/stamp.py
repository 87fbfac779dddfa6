"""Whether a built site is still what its inputs give: a stamp beside it says from what it was made."""

import hashlib
import json
import os
from collections.abc import Iterator, Mapping
from pathlib import Path

# Everything of the project that a page may depend on, besides the data and the hand-written pages.
_PARTS = ("macros", "overrides", "docs/assets", "mkdocs.yml", "requirements/site.txt")
_SETTINGS = ("SITE_URL", "EDIT_ADDRESS", "PUBLISH_ORIGINALS", "KB_SHELL")


def of_inputs(project: Path, data: Path, docs: Path, settings: Mapping[str, str]) -> str:
    """A digest of all that a build reads."""
    digest = hashlib.sha256()
    for name in _SETTINGS:
        digest.update(f"{name}={settings.get(name, '')}\n".encode())
    for root in (data, docs, *(project / part for part in _PARTS)):
        digest.update(f"{root}\n".encode())
        for file in _files(root):
            digest.update(f"{file.relative_to(root.parent)}\n".encode())
            digest.update(hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()


def of_folder(folder: Path) -> str:
    """A digest of the names, sizes and times of a folder's files."""
    digest = hashlib.sha256()
    for file in _files(folder):
        stat = file.stat()
        digest.update(f"{file.relative_to(folder)} {stat.st_size} {stat.st_mtime_ns}\n".encode())
    return digest.hexdigest()


def write(site: Path, inputs: str) -> None:
    """Note beside `site` from which inputs it was made."""
    _place(site).write_text(json.dumps([inputs, of_folder(site)]), encoding="utf-8")


def read(site: Path) -> tuple[str, str] | None:
    """What was noted: the digest of the inputs, and of the folder as it was then."""
    try:
        inputs, folder = json.loads(_place(site).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return inputs, folder


def _place(site: Path) -> Path:
    return site.parent / f".{site.name}-stamp"


def _files(root: Path) -> Iterator[Path]:
    if root.is_file():
        yield root
        return
    for folder, folders, names in os.walk(root):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        yield from (Path(folder, name) for name in sorted(names))
