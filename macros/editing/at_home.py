"""The full texts on this computer that nothing of a commit may repeat, and those that can't be compared with anything."""

import os
import stat
from collections.abc import Callable, Iterator
from pathlib import Path

from macros.findings import Finding, Severity
from macros.fulltext import prose
from macros.fulltext.held_back import binary, by_content
from macros.fulltext.originals import FOLDER, SIZE_LIMIT
from macros.fulltext.running import FullTexts, decoded
from macros.runtime.git import Git
from macros.text.listing import some
from macros.text.printable import printable

# The bytes of a Word file → its text, or None where there is none to be had.
Words = Callable[[bytes], str | None]
_NAMED = 3


def inside(root: Path, folder: Path, otherwise: str) -> str:
    """The folder from the root of the repository, with forward slashes; `otherwise` where it lies outside."""
    try:
        return Path(os.path.realpath(folder)).relative_to(os.path.realpath(root)).as_posix()
    except ValueError:
        return otherwise


def full_texts(git: Git, root: Path, data: Path, within: str, words: Words) -> tuple[FullTexts, list[Finding]]:
    """The full texts of the data folder, here and in every other working tree of the repository, in folders below
    too; and a warning for those that can't be compared.

    `within` is the data folder from the root of a working tree.
    """
    listed = git.ask("worktree", "list", "--porcelain") or ""
    trees = [Path(line.removeprefix("worktree ")) for line in listed.splitlines() if line.startswith("worktree ")]
    folders = {os.path.realpath(folder / FOLDER) for folder in (data, root / within, *(tree / within for tree in trees))}
    texts: list[str] = []
    dumb: list[Path] = []
    for file in (file for folder in sorted(folders) for file in _files(Path(folder))):
        said = _said(file, words)
        texts += said or ()
        if said is None:
            dumb.append(file)
    return FullTexts(texts), list(_told(dumb, f"{within}/{FOLDER}"))


def _told(dumb: list[Path], shown: str) -> Iterator[Finding]:
    if dumb:
        names = some([printable(file.name) for file in dumb], _NAMED, "份")
        yield Finding(shown, 1, 1, "original-not-compared", f"全文里有读不出文字的（{names}），抄自它们的查不出来",
                      "用 Word 或 WPS 另存为 .docx，用 kb import 导入；不是全文的，移到别处", Severity.WARNING)


def _files(folder: Path) -> Iterator[Path]:
    """Everything that may be a full text, in folders below too; no link is followed."""
    for place, folders, files in os.walk(folder):
        links = [name for name in folders if Path(place, name).is_symlink()]
        for name in sorted([*files, *links]):
            tracked = name == "README.md" and Path(place) == folder
            if not tracked and not name.startswith((".", "~$")) and name.lower() not in ("thumbs.db", "desktop.ini"):
                yield Path(place, name)


def _said(file: Path, words: Words) -> list[str] | None:
    """The texts that a file may hold, or None where nobody can tell. A pipe or device is not opened."""
    try:
        if not stat.S_ISREG(file.lstat().st_mode):
            return None
        with file.open("rb") as stream:
            raw = stream.read(SIZE_LIMIT + 1)
    except OSError:
        return None
    if raw.startswith(b"PK"):
        text = words(raw) if len(raw) <= SIZE_LIMIT else None
        return None if text is None else [text]
    if binary(raw) or (by_content("", raw) or "").startswith("邮件") or not prose.texts(raw[:SIZE_LIMIT]):
        return None
    return list(decoded(raw[:SIZE_LIMIT]))
