"""What a push would take to another place: every commit that it lacks, with its files, names and messages.

A hook before a commit sees neither a fast-forward nor a cherry-pick nor a rebase; before a push they are all there.
"""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from macros.editing.at_home import Words
from macros.editing.private import Watch, quoted
from macros.editing.staged import watched
from macros.findings import Finding, errors
from macros.runtime.git import SUBMODULE, Blob, Git
from macros.text.printable import printable

_NOTHING = "0"
_TAGS = "refs/tags/"


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
    commits: dict[str, str] = {}
    known = [update.old for update in pushed if update.old.strip(_NOTHING) and git.ask("cat-file", "-t", f"{update.old}^{{}}") == "commit"]
    for update in pushed:
        found += _named(git, watch, update)
        lacking = _commits(git, update, known, remote)
        for commit in lacking:
            commits.setdefault(commit, update.ref)
        if not lacking and git.ask("cat-file", "-t", f"{update.new}^{{}}") != "commit":
            found += _bare(git, watch, update)
    wrong = list(_in_commits(git, watch, commits))
    found += (finding for _, finding in wrong)
    faulty = {commit for commit, finding in wrong if errors([finding])}
    return sorted(found), next((commit for commit in commits if commit in faulty and _in_branch(git, commit)), None)


def _commits(git: Git, update: Update, known: list[str], remote: str) -> list[str]:
    """The commits that the other side, which has those `known`, lacks; the oldest first."""
    if git.ask("rev-parse", "--verify", "--quiet", f"{update.new}^{{commit}}") is None:
        return []
    return git.need("rev-list", "--reverse", "--topo-order", update.new, "--not", *known, f"--remotes={remote}").split()


def _bare(git: Git, watch: Watch, update: Update) -> Iterator[Finding]:
    """What is found in the files of a ref that names no commit."""
    peeled = f"{update.new}^{{}}"
    tree = git.ask("cat-file", "-t", peeled) == "tree"
    blobs = git.tree(peeled) if tree else [Blob("100644", git.need("rev-parse", peeled), update.ref)]
    for _, finding in watch.findings(git, blobs, lambda _: _left(update.ref), lambda _: peeled if tree else ""):
        yield finding


def _in_branch(git: Git, commit: str) -> bool:
    """Whether a rebase can mend the commit: a branch has it, or what is checked out."""
    return bool(git.ask("for-each-ref", "--count=1", "--contains", commit, "refs/heads")) or git.ask("merge-base", "--is-ancestor", commit, "HEAD") is not None


def _left(ref: str) -> str:
    """How a ref is left out that no branch has anything to do with."""
    tag = ref.removeprefix(_TAGS)
    return f"不要推送它；这个标签不用的，git tag -d {printable(quoted(tag))}" if tag != ref else f"不要推送它（{printable(ref)}）"


def _named(git: Git, watch: Watch, update: Update) -> Iterator[Finding]:
    """A name of a branch or tag, or the message of a tag, that is somebody's text."""
    another = "用自己的话另起一个，删去这个" + (f"（git tag -d {printable(quoted(update.ref.removeprefix(_TAGS)))}）" if update.ref.startswith(_TAGS) else "") + "，再推送"
    named = watch.name(update.ref)
    if named:
        yield Finding(printable(update.ref), 1, 1, named[0], f"这个分支或标签的名字里有{named[1]}", another)
    # A tag of a tag takes the inner one along.
    tag = git.run("cat-file", "tag", update.new)
    while tag.returncode == 0:
        head, _, message = tag.stdout.partition(b"\n\n")
        for line, column, code, words in watch.said(message):
            yield Finding(printable(update.ref), line, column, code, f"标签的说明：{words}", another)
        tag = git.run("cat-file", "tag", head.split()[1].decode("ascii"))


def _in_commits(git: Git, watch: Watch, commits: dict[str, str]) -> Iterator[tuple[str, Finding]]:
    """What is found in the commits (each with the ref that takes it out), with the commit that brought it."""

    @cache
    def cure(commit: str, mended: str) -> str:
        return mended if _in_branch(git, commit) else _left(commits[commit])

    def brought_by(blob: Blob) -> str:
        return brought[blob.path, blob.name]

    brought: dict[tuple[str, str], str] = {}
    blobs: list[Blob] = []
    for commit, blob in _changes(git, list(commits)):
        if (blob.path, blob.name) not in brought:
            brought[blob.path, blob.name] = commit
            blobs.append(blob)
    for blob, finding in watch.findings(git, blobs, lambda blob: cure(brought_by(blob), "从这次提交里拿走它"), brought_by):
        commit = brought_by(blob)
        yield commit, replace(finding, message=f"提交 {commit[:7]}：{finding.message}")
    given = "".join(f"{commit}\n" for commit in commits).encode()
    messages = git.output("log", "--no-walk=unsorted", "--stdin", "-z", "--encoding=UTF-8", "--format=%B", given=given).split(b"\0") if commits else []
    for commit, raw in zip(commits, messages, strict=False):
        for line, column, code, words in watch.said(raw):
            yield commit, Finding("提交说明", line, column, code, f"提交 {commit[:7]}：{words}", cure(commit, "用自己的话重写这次提交的说明"))


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
