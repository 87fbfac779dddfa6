"""Which library a hand-over holds: the version of programs and format, and the commit that it was made from."""

import os
import re
import subprocess
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from macros.runtime import edition

# A hook's own settings would lead git to another repository.
_LED = frozenset({"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"})
_HEEDFUL = ("-c", "core.sparseCheckout=false", "-c", "core.ignoreStat=false", "-c", "core.fsmonitor=false", "-c", "core.untrackedCache=false")
# Ignored, and no part of what is packed: compiled code, the full texts, what systems and editors leave.
_NEVER_READ = frozenset({"__pycache__", "originals"})
_LEFTOVER = re.compile(r".*(?:~|\.swp|\.pyc)|~\$.*|\.~.*|\.kb-.*\.new|\.DS_Store|Thumbs\.db|desktop\.ini", re.I)


def version() -> str:
    """The version of the library's programs and format, as in `pyproject.toml`."""
    return edition.number()


@dataclass(frozen=True)
class Edition:
    """`commit` is short and empty where it is not known; `modified` says that the inputs are not as they were in it."""

    version: str
    commit: str = ""
    modified: bool = False

    @property
    def label(self) -> str:
        """For the names of files: `1.0.0-588eb65-modified`."""
        return "-".join([self.version, *([self.commit] if self.commit else []), *(["modified"] if self.modified else [])])

    @property
    def words(self) -> str:
        """For people: `版本 1.0.0，提交 588eb65，另有没提交的修改`."""
        return "，".join([f"版本 {self.version}", *([f"提交 {self.commit}"] if self.commit else []),
                         *(["另有没提交的修改"] if self.modified else [])])


def of(project: Path, inputs: Iterable[Path]) -> Edition:
    """The edition that a build from `inputs` gives now; without a commit where git does not hold `project`.

    What lies outside the repository, is ignored by it or marked there to be overlooked is in no commit as it is: it counts
    as modified.
    """
    head = _git(project, "rev-parse", "--short=7", "HEAD")
    # The project may lie, unknown to git, in a repository of something else.
    if not head or _git(project, "ls-files", "--error-unmatch", "mkdocs.yml") is None:
        return Edition(version())
    with tempfile.TemporaryDirectory(prefix="kb-") as folder:
        index = Path(folder) / "index"
        return Edition(version(), head, any(_is_modified(project, path, index) for path in inputs))


def _is_modified(project: Path, path: Path, index: Path) -> bool:
    """Whether what lies at `path` is something else than the commit holds there, whatever git was told to overlook."""
    place = str(path.absolute())
    # An index made for this: in it no file is marked to be taken as unchanged, or as not there.
    if not index.exists() and _git(project, *_HEEDFUL, "read-tree", "HEAD", index=index) is None:
        return True
    if not _git(project, "ls-files", "--", place, index=index):
        return True
    said = _git(project, *_HEEDFUL, "status", "--porcelain", "-z", "--untracked-files=all", "--ignored=matching", "--", place, index=index)
    return said is None or any(map(_counts, filter(None, said.split("\0"))))


def _counts(line: str) -> bool:
    """Whether a line of git's status tells of something that a build may read."""
    sign, file = line[:2], PurePosixPath(line[3:])
    return sign != "!!" or not (_NEVER_READ & set(file.parts) or _LEFTOVER.fullmatch(file.name))


def _git(project: Path, *words: str, index: Path | None = None) -> str | None:
    """What git prints, or None when it fails or is missing."""
    settings = {name: value for name, value in os.environ.items() if name not in _LED}
    if index:
        settings["GIT_INDEX_FILE"] = str(index)
    try:
        done = subprocess.run(["git", "--no-optional-locks", "-C", str(project), *words],  # noqa: S603, S607
                              capture_output=True, check=False, env=settings)
    except OSError:
        return None
    return done.stdout.decode("utf-8", errors="replace").strip() if done.returncode == 0 else None
