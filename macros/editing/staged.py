"""What is staged for a commit, held to the rules before it becomes one: not what lies in the working tree."""

import os
import shlex
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from macros.editing.held_back import by_content, by_name
from macros.findings import Finding
from macros.fulltext.originals import FOLDER, SIZE_LIMIT
from macros.fulltext.running import RUN, FullTexts, decoded
from macros.runtime.git import REMOVED, SUBMODULE, Blob, Git, GitProblem
from macros.text.printable import printable

# A library and its pages, both as they are called in messages, and where full texts lie → what speaks against it.
Check = Callable[[Path, Path, str, str, Path], list[Finding]]


def examine(here: Path, data: Path, docs: Path, check: Check) -> list[Finding]:
    """Everything that speaks against committing what is staged in the repository around `here`, `check` asked of the library.

    `data` and `docs` are looked up in `here`, then at its root; where they lie outside of it, it is `data/` and
    `docs/` at its root that a commit can change.

    Raises:
        GitProblem: there is no repository, or git can't say what is staged.
    """
    root = Git(here).root()
    git = Git(root)
    if git.need("ls-files", "--unmerged", "-z"):
        raise GitProblem("还有没解决的冲突。改好冲突的文件，git add，再提交。")
    # A tree, not the index: what was only announced (`git add -N`) is in no commit.
    tree = git.need("write-tree")
    changed = list(_changed(git, tree))
    data, docs = (here / folder if (here / folder).is_dir() else root / folder for folder in (data, docs))
    library = _inside(root, data, "data"), _inside(root, docs, "docs")
    found = list(_held_back(git, changed, FullTexts(_full_texts(git, root, data, library[0]))))
    if any(blob.path.startswith(tuple(f"{folder}/" for folder in library)) for blob in changed):
        # What does not get into the repository is not told once more as what does not belong into docs/.
        told = {finding.path for finding in found if finding.code == "held-back"}
        found += (finding for finding in _library(git, tree, root, *library, check) if finding.path not in told)
    return sorted(found)


def _inside(root: Path, folder: Path, otherwise: str) -> str:
    """The folder from the root of the repository, with forward slashes."""
    try:
        return Path(os.path.realpath(folder)).relative_to(os.path.realpath(root)).as_posix()
    except ValueError:
        return otherwise


def _changed(git: Git, tree: str) -> Iterator[Blob]:
    """Every file that the commit adds, changes or removes."""
    head = git.ask("rev-parse", "--verify", "--quiet", "HEAD^{tree}")
    if head is None:
        yield from git.tree(tree)
        return
    rows = git.run("diff-tree", "-r", "-z", "--no-renames", head, tree).stdout.split(b"\0")
    for about, path in zip(rows[0::2], rows[1::2], strict=False):
        _, mode, _, name, _ = about.decode("ascii").split(" ")
        if mode != SUBMODULE:
            yield Blob(mode, name, os.fsdecode(path))


def _full_texts(git: Git, root: Path, data: Path, within: str) -> Iterator[str]:
    """The full texts of the data folder, here and in every other working tree of the repository."""
    listed = git.ask("worktree", "list", "--porcelain") or ""
    trees = [Path(line.removeprefix("worktree ")) for line in listed.splitlines() if line.startswith("worktree ")]
    folders = {os.path.realpath(folder / FOLDER) for folder in (data, root / within, *(tree / within for tree in trees))}
    for folder in sorted(folders):
        try:
            entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
        except OSError:
            continue
        for entry in entries:
            if entry.name == "README.md" or not entry.is_file(follow_symlinks=False):
                continue
            try:
                with Path(entry.path).open("rb") as stream:
                    raw = stream.read(SIZE_LIMIT)
            except OSError:
                continue
            if not by_content("", raw):
                yield from decoded(raw)


def _held_back(git: Git, changed: list[Blob], texts: FullTexts) -> Iterator[Finding]:
    restore = "git restore --staged" if git.ask("rev-parse", "--verify", "--quiet", "HEAD") else "git rm --cached"

    def cure(path: str) -> str:
        return f"运行 {restore} {printable(_quoted(path))}（文件还在，只是不提交）"

    looked_into = []
    for blob in (blob for blob in changed if blob.mode != REMOVED):
        kind = by_name(blob.path)
        if kind:
            yield Finding(printable(blob.path), 1, 1, "held-back", f"{kind}不进仓库", cure(blob.path))
        else:
            looked_into.append(blob)
    for blob, raw in git.contents(looked_into):
        kind = by_content(blob.path, raw)
        stretch = None if kind else texts.in_bytes(raw)
        if kind:
            yield Finding(printable(blob.path), 1, 1, "held-back", f"这是{kind}，只是换了名字，不进仓库", cure(blob.path))
        elif stretch:
            yield Finding(printable(blob.path), stretch.line, stretch.column, "full-text",
                          f"从这里起有原文的 {RUN} 个字以上：“{stretch.words}……”",
                          f"用自己的话写，再 git add；整个不要提交的，{cure(blob.path)}")


def _quoted(path: str) -> str:
    """A path as one types it, in PowerShell too where it has blanks."""
    if all(sign.isalnum() or sign in "._-/" for sign in path):
        return path
    return shlex.quote(path) if set(path) & set('"$`\\!\n') else f'"{path}"'


def _library(git: Git, tree: str, root: Path, data: str, docs: str, check: Check) -> list[Finding]:
    """What `kb check` finds in the library as it is staged, beside the full texts of the working tree."""
    with tempfile.TemporaryDirectory() as temporary:
        place = Path(temporary)
        for folder in {data, docs}:
            git.write_out(git.tree(tree, folder), "", place, links=True)
        found = check(place / data, place / docs, data, docs, root / data)
    # A full text that belongs to nothing yet is no fault of this commit.
    return [finding for finding in found if not f"{finding.path}/".startswith(f"{data}/{FOLDER}/")]
