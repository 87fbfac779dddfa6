"""What was built from what: a stamp beside a site names its inputs and every file that the build made.

It tells whether the site is still what its inputs give, and which of its files are our own.
"""

import hashlib
import json
import os
import re
import stat
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from macros.runtime import writing

# Everything of the project that a page may depend on, besides the data and the hand-written pages.
# Another folder of hand-written pages still gets the project's own scripts, styles and core pages.
_PARTS = ("macros", "overrides", "docs", "mkdocs.yml", "requirements/site.txt")
_SETTINGS = ("SITE_URL", "EDIT_ADDRESS", "PUBLISH_ORIGINALS", "KB_SHELL")
# A link may lead to the whole disk: nobody waits for that to be looked at.
_FOLLOWED = 100_000
# Some file systems keep times in steps of two seconds, and let go of the rest only later.
_STEP = 2_000_000_000

Files = dict[str, os.stat_result]
# Size in bytes and time of the last change in nanoseconds, by address.
Known = dict[str, tuple[int, int]]


@dataclass(frozen=True)
class Inputs:
    """All that a build reads. `digest` is by names, sizes and times; it is empty when too much was
    linked to be looked at. `linked` are the folders elsewhere that are read through a link."""

    digest: str
    linked: tuple[Path, ...]


@dataclass(frozen=True)
class Stamp:
    """What a build noted: the digest of its inputs, its files, and those of the site before that it
    did not take over, so that a build cut off at the exchange leaves nothing that is not known.

    `folder` is all that older versions noted: a digest of the whole folder.
    """

    inputs: str
    files: Known = field(default_factory=dict)
    before: Known = field(default_factory=dict)
    folder: str = ""

    def holds(self, inputs: Inputs, files: Files) -> bool:
        """Whether a site with these files is what these inputs give."""
        if not inputs.digest or inputs.digest != self.inputs:
            return False
        return of_folder(files) == self.folder if self.folder else known(files) == self.files

    def strangers(self, files: Files) -> list[str]:
        """The addresses of those `files` of a folder that no build made.

        A page of ours that was changed since is still a page of ours, unless nothing else is as it was.
        """
        if self.folder:
            return [] if of_folder(files) == self.folder else list(files)
        changed = unknown(files, self.files, self.before)
        if len(changed) == len(files):
            return changed
        return [address for address in changed if address not in self.files and address not in self.before]


def known(files: Files) -> Known:
    """Files as a stamp notes them."""
    return {address: (s.st_size, s.st_mtime_ns) for address, s in files.items()}


def unknown(files: Files, *noted: Known) -> list[str]:
    """The addresses of the files that are in none of `noted` as they are."""
    return [address for address, s in files.items() if not any(_same(s, notes.get(address)) for notes in noted)]


def scan(folder: Path) -> Files:
    """Everything under `folder` that is no folder, links as such, with size and times, by its address in it."""
    found, folders = {}, [("", str(folder))]
    while folders:
        address, path = folders.pop()
        try:
            entries = list(os.scandir(path))
        except (FileNotFoundError, NotADirectoryError):
            continue
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                folders.append((f"{address}{entry.name}/", entry.path))
            else:
                found[address + entry.name] = entry.stat(follow_symlinks=False)
    return dict(sorted(found.items()))


def of_inputs(project: Path, data: Path, docs: Path, settings: Mapping[str, str]) -> Inputs:
    """All that a build reads, links followed.

    What was only touched counts as changed: a build too many costs seconds, one too few is wrong.
    """
    lines = [f"{name}={settings.get(name, '')}" for name in _SETTINGS]
    reading = _Reading()
    for root in (data, docs, *(project / part for part in _PARTS)):
        lines += [str(root), os.path.realpath(root), *reading.lines(root, passed_over="__pycache__" if root == project / "macros" else "")]
    digest = hashlib.sha256("\n".join(lines).encode("utf-8", "surrogateescape")).hexdigest()
    return Inputs(digest if reading.left >= 0 else "", tuple(reading.linked))


def of_folder(files: Files) -> str:
    """A digest of the names, sizes and times of a folder's files."""
    lines = (f"{address} {s.st_size} {s.st_mtime_ns}\n" for address, s in files.items())
    return hashlib.sha256("".join(lines).encode("utf-8", "surrogateescape")).hexdigest()


def write(site: Path, inputs: str, files: Files, before: Files) -> None:
    """Note beside `site` that it is about to hold `files`, made from `inputs`, and holds `before` now.

    Raises:
        OSError: the disk is full or not to be written; the note is as it was.
    """
    new = known(files)
    old = {address: noted for address, noted in known(before).items() if new.get(address) != noted}
    writing.replace(place(site), json.dumps({"inputs": inputs, "files": new, "before": old}).encode())


def read(site: Path) -> Stamp | None:
    """What was noted beside `site`, or None without a note.

    Raises:
        ValueError: there is something of that name which no build made.
    """
    file = place(site)
    try:
        if not stat.S_ISREG(file.lstat().st_mode):
            raise ValueError(file)
        text = file.read_bytes()
    except FileNotFoundError:
        return None
    # Older versions wrote it in place; a cut-off one proves nothing, and is nobody's loss.
    if not text:
        return None
    try:
        return _parsed(json.loads(text))
    except (KeyError, TypeError, AttributeError, RecursionError, ValueError):
        raise ValueError(file) from None


def place(site: Path) -> Path:
    """Where the note about `site` lies."""
    return site.parent / f".{site.name}-stamp"


def is_site(folder: Path) -> bool:
    """Whether a build made this folder."""
    return (folder / "index.html").is_file() and place(folder).is_file()


def _parsed(noted: object) -> Stamp:
    if isinstance(noted, list):
        inputs, folder = noted
        if not all(re.fullmatch(r"[0-9a-f]{64}", digest) for digest in (inputs, folder)):
            raise ValueError
        return Stamp(inputs, folder=folder)
    if not isinstance(noted, dict):
        raise TypeError
    files, before = ({address: (int(size), int(time)) for address, (size, time) in noted[part].items()} for part in ("files", "before"))
    return Stamp(str(noted["inputs"]), files, before)


def _same(s: os.stat_result, noted: tuple[int, int] | None) -> bool:
    return noted is not None and stat.S_ISREG(s.st_mode) and s.st_size == noted[0] and abs(s.st_mtime_ns - noted[1]) < _STEP


class _Reading:
    """Goes through folders as a build does: through links, but through each folder once."""

    def __init__(self) -> None:
        self.linked: list[Path] = []
        self.left = _FOLLOWED
        self._seen: set[tuple[int, int]] = set()

    def lines(self, root: Path, passed_over: str) -> Iterator[str]:
        """A line for each file, with what tells of a change; folders with the name `passed_over` are left out."""
        folders = [("", str(root), False)]
        while folders:
            address, path, linked = folders.pop()
            try:
                here = os.stat(path)  # noqa: PTH116 - thousands of times
                if not stat.S_ISDIR(here.st_mode):
                    yield _line(address, here)
                    continue
                if (here.st_dev, here.st_ino) in self._seen:
                    continue
                self._seen.add((here.st_dev, here.st_ino))
                entries = sorted(os.scandir(path), key=lambda entry: entry.name)
            except OSError as error:
                # The build itself will say what is wrong with it.
                yield f"{address} {error.errno}"
                continue
            if linked:
                self.left -= len(entries)
                if self.left < 0:
                    return
            for entry in entries:
                if entry.name != passed_over:
                    yield from self._entry(entry, f"{address}{entry.name}", linked, folders)

    def _entry(self, entry: os.DirEntry[str], address: str, linked: bool, folders: list[tuple[str, str, bool]]) -> Iterator[str]:
        link = entry.is_symlink()
        try:
            if link:
                yield f"{address} -> {os.readlink(entry.path)}"  # noqa: PTH115 - thousands of times
            found = entry.stat()
        except OSError as error:
            yield f"{address} {error.errno}"
            return
        if not stat.S_ISDIR(found.st_mode):
            yield _line(address, found)
        else:
            if link:
                self.linked.append(Path(os.path.realpath(entry.path)))
            folders.append((f"{address}/", entry.path, linked or link))


def _line(address: str, s: os.stat_result) -> str:
    # The time of the last change of anything at all can't be set back, unlike that of the content.
    return f"{address} {s.st_size} {s.st_mtime_ns} {s.st_ctime_ns}"
