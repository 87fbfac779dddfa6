"""Files that a command may write again because it can prove that it wrote them: a note in their folder has what it wrote.

Each path stands there with the digest of what was written, and of what was about to be: cut off at any point,
the next run still knows its own.
"""

import hashlib
import json
import os
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from macros.runtime import writing

NOTE = ".kb-written"


def strangers(folder: Path, files: Mapping[str, bytes]) -> list[str]:
    """Those of the paths in `folder` where something lies that no run of ours has written, and that would be lost."""
    noted = _noted(folder)
    return [path for path, content in files.items() if _is_strange(folder, path, {*noted.get(path, ()), _digest(content)})]


def write(folder: Path, files: Mapping[str, bytes], written: Callable[[str], object]) -> None:
    """Write all files into `folder`, telling `written` of each.

    Raises:
        OSError: the disk refused; what was told is complete.
    """
    noted = {path: [*digests] for path, digests in _noted(folder).items()}
    now = {path: _digest(content) for path, content in files.items()}
    _note(folder, noted | {path: [*noted.get(path, ()), digest] for path, digest in now.items()})
    for path, content in files.items():
        writing.replace(folder / path, content)
        written(path)
    _note(folder, noted | {path: [digest] for path, digest in now.items()})


def sweep(folder: Path, files: Mapping[str, bytes], within: str) -> list[str]:
    """Remove what an earlier run wrote under `within` (`bulk/`) and these `files` have no more; what was changed since stays.
    The paths that were removed.

    Raises:
        OSError: the disk refused.
    """
    noted = {path: [*digests] for path, digests in _noted(folder).items()}
    old = [path for path, digests in noted.items() if path.startswith(within) and path not in files and not _is_strange(folder, path, digests)]
    gone = [path for path in old if os.path.lexists(folder / path)]
    for path in gone:
        (folder / path).unlink()
    if old:
        _note(folder, {path: digests for path, digests in noted.items() if path not in old})
    return gone


def _is_strange(folder: Path, path: str, known: Iterable[str]) -> bool:
    file = folder / path
    within = [file, *file.parents][:len(Path(path).parts)]
    if any(part.is_symlink() for part in within):
        return True
    if not os.path.lexists(file):
        return any(part.exists() and not part.is_dir() for part in within[1:])
    return not file.is_file() or _digest(file.read_bytes()) not in known


def _noted(folder: Path) -> Mapping[str, list[str]]:
    try:
        noted = json.loads((folder / NOTE).read_bytes())
    except (OSError, ValueError):
        return {}
    return noted if isinstance(noted, dict) and all(isinstance(digests, list) for digests in noted.values()) else {}


def _note(folder: Path, noted: Mapping[str, list[str]]) -> None:
    writing.replace(folder / NOTE, json.dumps(noted, indent=0, sort_keys=True).encode())


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
