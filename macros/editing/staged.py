"""What is staged for a commit, held to the rules before it becomes one: not what lies in the working tree."""

import os
import re
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from macros.editing.at_home import Words, full_texts, inside
from macros.editing.private import Watch, quoted
from macros.findings import Finding
from macros.fulltext.originals import FOLDER
from macros.runtime.git import SUBMODULE, Blob, Git, GitProblem
from macros.text.printable import printable

# A library and its pages, both as they are called in messages, and where full texts lie → what speaks against it.
Check = Callable[[Path, Path, str, str, Path], list[Finding]]
# Below this line `git commit -v` shows the changes themselves, which are no part of the message.
_SCISSORS = re.compile(rb"^\S{1,8} -{24} >8 -{24}$.*", re.M | re.S)


def examine(here: Path, data: Path, docs: Path, check: Check, words: Words) -> list[Finding]:
    """Everything that speaks against committing what is staged in the repository around `here`, `check` asked of the library.

    `data` and `docs` are looked up in `here`, then at its root; where they lie outside of it, it is `data/` and
    `docs/` at its root that a commit can change. `words` reads Word files among the full texts.

    Raises:
        GitProblem: there is no repository, or git can't say what is staged.
    """
    git, watch, data, found = watched(here, data, docs, words)
    if git.need("ls-files", "--unmerged", "-z"):
        raise GitProblem("还有没解决的冲突。改好冲突的文件，git add，再提交。")
    # A tree, not the index: what was only announced (`git add -N`) is in no commit.
    tree = git.need("write-tree")
    changed = list(_changed(git, tree))
    restore = "git restore --staged" if git.ask("rev-parse", "--verify", "--quiet", "HEAD") else "git rm --cached"
    held = watch.findings(git, changed, lambda blob: f"运行 {restore} {printable(quoted(blob.path))}（文件还在，只是不提交）",
                          lambda _: tree)
    found += (finding for _, finding in held)
    library = watch.data, watch.docs
    if any(blob.path.startswith(tuple(f"{folder}/" for folder in library)) for blob in changed):
        # What does not get into the repository is not told once more as what does not belong into docs/.
        told = {finding.path for finding in found if finding.code in ("held-back", "loose-text")}
        found += (finding for finding in _library(git, tree, data, *library, check) if finding.path not in told)
    return sorted(found)


def message(here: Path, data: Path, docs: Path, file: Path, words: Words) -> list[Finding]:
    """What speaks against the message in `file`, which git is about to commit with.

    Raises:
        GitProblem: there is no repository.
        OSError: there is no such file.
    """
    text = _SCISSORS.sub(b"", file.read_bytes())
    git, watch, _, _ = watched(here, data, docs, words)
    # What git itself has written below as a comment does not get into the message.
    kept = git.output("stripspace", "--strip-comments", given=text)
    return [Finding("提交说明", line, column, code, words, "说明用自己的话写，写短，再提交一次") for line, column, code, words in watch.said(kept)]


def watched(here: Path, data: Path, docs: Path, words: Words) -> tuple[Git, Watch, Path, list[Finding]]:
    """git at the root of the repository, what is watched there, the data folder, and which full texts can't be compared.

    Raises:
        GitProblem: there is no repository.
    """
    root = Git(here).root()
    git = Git(root)
    data, docs = (here / folder if (here / folder).is_dir() else root / folder for folder in (data, docs))
    within = inside(root, data, "data")
    texts, dumb = full_texts(git, root, data, within, words)
    return git, Watch(texts, within, inside(root, docs, "docs")), root / within, dumb


def _changed(git: Git, tree: str) -> Iterator[Blob]:
    """Every file that the commit adds, changes or removes."""
    head = git.ask("rev-parse", "--verify", "--quiet", "HEAD^{tree}")
    if head is None:
        yield from git.tree(tree)
        return
    rows = git.output("diff-tree", "-r", "-z", "--no-renames", head, tree).split(b"\0")
    for about, path in zip(rows[0::2], rows[1::2], strict=False):
        _, mode, _, name, _ = about.decode("ascii").split(" ")
        if mode != SUBMODULE:
            yield Blob(mode, name, os.fsdecode(path))


def _library(git: Git, tree: str, here: Path, data: str, docs: str, check: Check) -> list[Finding]:
    """What `kb check` finds in the library as it is staged, beside the full texts of the working tree."""
    with tempfile.TemporaryDirectory() as temporary:
        place = Path(temporary)
        for folder in {data, docs}:
            git.write_out(git.tree(tree, folder), "", place, links=True)
        found = check(place / data, place / docs, data, docs, here)
    # A full text that belongs to nothing yet is no fault of this commit.
    return [finding for finding in found if not f"{finding.path}/".startswith(f"{data}/{FOLDER}/")]
