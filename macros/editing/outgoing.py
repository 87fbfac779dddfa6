"""What a push would take to another place: every commit that it lacks, with its files, names and messages.

A hook before a commit sees neither a fast-forward nor a cherry-pick nor a rebase; before a push they are all there.
"""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from macros.editing.at_home import Words
from macros.editing.private import Watch
from macros.editing.staged import watched
from macros.findings import Finding, errors
from macros.fulltext.running import RUN
from macros.runtime.git import SUBMODULE, Blob, Git
from macros.text.printable import printable

_NOTHING = "0"


@dataclass(frozen=True)
class Update:
    """One ref of a push: what it is called here, what goes out, and what the other side has under the name ("0…" for nothing)."""

    ref: str
    new: str
    old: str


def updates(lines: Iterable[str]) -> list[Update]:
    """What git tells its hook: a line each, `<local ref> <object> <remote ref> <object>`; what is only deleted left out."""
    rows = (line.rsplit(" ", 3) for line in lines)
    return [Update(row[0], row[1], row[3].strip()) for row in rows if len(row) == 4 and row[1].strip(_NOTHING)]


def examine(here: Path, data: Path, docs: Path, remote: str, pushed: list[Update], words: Words) -> tuple[list[Finding], str | None]:
    """What speaks against the push, and the oldest commit that is to be mended, or None.

    Raises:
        GitProblem: there is no repository, or git can't say what would go out.
    """
    git, watch, _, found = watched(here, data, docs, words)
    commits: dict[str, int] = {}
    loose: list[Blob] = []
    for update in pushed:
        found += _named(git, watch, update)
        lacking = _commits(git, update, pushed, remote)
        for commit in lacking:
            commits.setdefault(commit, len(commits))
        if not lacking and git.ask("cat-file", "-t", f"{update.new}^{{}}") != "commit":
            loose += _bare(git, update)
    wrong = list(_in_commits(git, watch, list(commits)))
    found += (finding for _, finding in (*watch.findings(git, loose, lambda blob: "不推送它"), *wrong))
    return sorted(found), min((commit for commit, finding in wrong if errors([finding])), key=lambda commit: commits[commit], default=None)


def _commits(git: Git, update: Update, pushed: list[Update], remote: str) -> list[str]:
    """The commits that the other side lacks, the oldest first."""
    if git.ask("rev-parse", "--verify", "--quiet", f"{update.new}^{{commit}}") is None:
        return []
    known = [old.old for old in pushed if old.old.strip(_NOTHING) and git.ask("cat-file", "-t", f"{old.old}^{{}}") == "commit"]
    return git.need("rev-list", "--reverse", "--topo-order", update.new, "--not", *known, f"--remotes={remote}").split()


def _bare(git: Git, update: Update) -> list[Blob]:
    """The files of a ref that names no commit."""
    if git.ask("cat-file", "-t", f"{update.new}^{{}}") == "tree":
        return git.tree(f"{update.new}^{{}}")
    return [Blob("100644", git.need("rev-parse", f"{update.new}^{{}}"), update.ref)]


def _named(git: Git, watch: Watch, update: Update) -> Iterator[Finding]:
    """A name of a branch or tag, or the message of a tag, that repeats a full text."""
    tag = git.run("cat-file", "tag", update.new)
    if watch.texts.first(update.ref) or (tag.returncode == 0 and watch.texts.first(tag.stdout.decode("utf-8", "replace"))):
        yield Finding(printable(update.ref), 1, 1, "full-text", f"这个分支或标签的名字、说明里有原文的 {RUN} 个字以上", "用自己的话另起一个，删去这个，再推送")


def _in_commits(git: Git, watch: Watch, commits: list[str]) -> Iterator[tuple[str, Finding]]:
    """What is found in the commits, each with the commit that brought it."""
    brought: dict[tuple[str, str], str] = {}
    blobs: list[Blob] = []
    for commit, blob in _changes(git, commits):
        if (blob.path, blob.name) not in brought:
            brought[blob.path, blob.name] = commit
            blobs.append(blob)
    for blob, finding in watch.findings(git, blobs, lambda blob: "从这次提交里拿走它"):
        commit = brought[blob.path, blob.name]
        yield commit, replace(finding, message=f"提交 {commit[:7]}：{finding.message}")
    given = "".join(f"{commit}\n" for commit in commits).encode()
    messages = git.output("log", "--no-walk=unsorted", "--stdin", "-z", "--format=%B", given=given).split(b"\0") if commits else []
    for commit, raw in zip(commits, messages, strict=False):
        stretch = watch.texts.in_bytes(raw)
        if stretch:
            yield commit, Finding("提交说明", stretch.line, stretch.column, "full-text",
                                  f"提交 {commit[:7]}：从这里起有原文的 {RUN} 个字以上：“{stretch.words}……”", "用自己的话重写这次提交的说明")


def _changes(git: Git, commits: list[str]) -> Iterator[tuple[str, Blob]]:
    """Every file that a commit has unlike all its parents."""
    given = "".join(f"{commit}\n" for commit in commits).encode()
    fields = iter(git.output("diff-tree", "--stdin", "-r", "-z", "-c", "--root", "--no-renames", given=given).split(b"\0"))
    commit = ""
    for about in filter(None, fields):
        if not about.startswith(b":"):
            commit = about.decode("ascii")
            continue
        parents = len(about) - len(about.lstrip(b":"))
        told = about.lstrip(b":").decode("ascii").split(" ")
        blob = Blob(told[parents], told[2 * parents + 1], os.fsdecode(next(fields)))
        if blob.mode != SUBMODULE:
            yield commit, blob
