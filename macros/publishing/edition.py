"""Which library a hand-over holds: the version of programs and format, and the commit that it was made from."""

import os
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.metadata import version as installed
from pathlib import Path

# A hook's own settings would lead git to another repository.
_LED = frozenset({"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"})


def version() -> str:
    """The version of the library's programs and format, as in `pyproject.toml`."""
    return installed("shijian-ku")


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

    An input outside the repository, or ignored by it, is in no commit: it counts as modified.
    """
    head = _git(project, "rev-parse", "--short=7", "HEAD")
    # The project may lie, unknown to git, in a repository of something else.
    if not head or _git(project, "ls-files", "--error-unmatch", "mkdocs.yml") is None:
        return Edition(version())
    return Edition(version(), head, any(_is_modified(project, path) for path in inputs))


def _is_modified(project: Path, path: Path) -> bool:
    place = str(path.absolute())
    return not _git(project, "ls-files", "--", place) or _git(project, "status", "--porcelain", "--", place) != ""


def _git(project: Path, *words: str) -> str | None:
    """What git prints, or None when it fails or is missing."""
    settings = {name: value for name, value in os.environ.items() if name not in _LED}
    try:
        done = subprocess.run(["git", "--no-optional-locks", "-C", str(project), *words],  # noqa: S603, S607
                              capture_output=True, check=False, env=settings)
    except OSError:
        return None
    return done.stdout.decode("utf-8", errors="replace").strip() if done.returncode == 0 else None
