"""The library as it was where the present state parted from a revision, read through git."""

import tempfile
from dataclasses import dataclass
from pathlib import Path

from macros.library.catalog import Catalog, load
from macros.runtime.git import Git, GitProblem, NoRepository
from macros.text.printable import printable


class UnknownRevision(Exception):
    """There is nothing to compare with; the text says why and what to do, in Chinese."""


@dataclass(frozen=True)
class Before:
    """The earlier state, and what a reader must know of it (nothing when it is the revision itself)."""

    catalog: Catalog
    remarks: tuple[str, ...]


def before(data: Path, revision: str) -> Before:
    """The folder `data` at the last commit that `revision` and HEAD have in common; empty where it did not exist yet.

    What others added to `revision` since is thus no difference. Links are not followed.

    Raises:
        UnknownRevision: no repository, no such revision, no common commit, or git refuses to answer.
    """
    git = Git(data.resolve())
    try:
        git.root()
        commit = git.ask("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
        if commit is None:
            raise UnknownRevision(f"git 里没有“{printable(revision)}”这个版本。{_cure(git, revision)}")
        base = _base(git, commit, revision)
        remarks = [] if base == commit else [f"与“{printable(revision)}”分出来的地方比较：{_named(git, base)}。"]
        within = git.need("rev-parse", "--show-prefix").rstrip("/")
        blobs = git.tree(base, within)
        if not blobs:
            remarks.append(f"那时还没有 {data.name} 这个文件夹，现有的全部算新增。")
        with tempfile.TemporaryDirectory() as temporary:
            git.write_out(blobs, within, Path(temporary), links=False)
            return Before(load(Path(temporary))[0], tuple(remarks))
    except NoRepository:
        raise UnknownRevision("这个数据文件夹不在 git 仓库里，没有以前的版本可比。") from None
    except GitProblem as problem:
        raise UnknownRevision(str(problem)) from None


def _base(git: Git, commit: str, revision: str) -> str:
    if git.ask("rev-parse", "--verify", "--quiet", "HEAD") is None:
        return commit  # a branch without commits has everything before it
    base = git.ask("merge-base", commit, "HEAD")
    if base:
        return base
    if _shallow(git):
        raise UnknownRevision(f"这是浅克隆，历史不全，找不到“{printable(revision)}”与现在的共同起点。运行 git fetch --unshallow，再比。")
    raise UnknownRevision(f"“{printable(revision)}”与现在的版本没有共同的起点，是两段互不相干的历史，不能比。核对版本的名字，或者是不是克隆错了仓库。")


def _named(git: Git, commit: str) -> str:
    """A commit as people know it: short name, date, subject."""
    short, day, subject = git.need("-c", "i18n.logOutputEncoding=UTF-8", "log", "-1", "--no-show-signature",
                                   "--format=%h%n%cs%n%s", commit).split("\n", 2)
    return f"{short}（{day}，{printable(subject)}）"


def _shallow(git: Git) -> bool:
    return git.ask("rev-parse", "--is-shallow-repository") == "true"


def _cure(git: Git, revision: str) -> str:
    """What to do when a revision is missing."""
    sort = git.ask("cat-file", "-t", revision) if not revision.startswith("-") else None
    if sort in ("tree", "blob"):
        what = "文件夹" if sort == "tree" else "文件"
        return f"这个名字在 git 里是一个{what}。只写版本的名字，例如 HEAD；比哪个文件夹由 --data 定。"
    remotes = (git.ask("remote") or "").split()
    remote, _, branch = revision.partition("/")
    if remote in remotes and branch:
        return f"本机还没有取过它：运行 git fetch {remote} {branch}:refs/remotes/{revision}，再比。"
    for known in remotes:
        if git.ask("rev-parse", "--verify", "--quiet", "--end-of-options", f"refs/remotes/{known}/{revision}"):
            return f"有 {known}/{revision}，写它就行。"
    if git.ask("rev-parse", "--verify", "--quiet", "HEAD") is None:
        return "这个仓库还没有提交过。"
    if ".." in revision:
        return "只写一个版本，不写范围。"
    if _shallow(git):
        return "这是浅克隆，只有最近的几个版本：运行 git fetch --unshallow --tags，再比。"
    return "运行 git branch -a 和 git tag，看有哪些名字可写。"
