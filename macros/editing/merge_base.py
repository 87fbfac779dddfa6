"""The library at the commit where the present work parted from the main branch, for the check: asked in a few calls of git,
whatever the size of the library, and silent where git has no answer."""

import hashlib
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path, PurePosixPath

from macros.findings import Finding
from macros.library.before import Before, Key
from macros.library.catalog import Catalog, load
from macros.model.kinds import KINDS
from macros.reading.document import Document
from macros.reading.entries import file_of
from macros.runtime.git import Blob, Git, GitProblem

# What is published is first looked for with the others, then here.
_MAIN = ("refs/remotes/origin/HEAD", "refs/remotes/origin/main", "refs/remotes/origin/master", "refs/heads/main", "refs/heads/master")


def before(data: Path, catalog: Catalog, findings: Iterable[Finding] = (), shown: str = "data") -> Before | None:
    """The folder `data` as it was, beside the catalogue that it gives now and the findings of reading it; None where git does not say."""
    try:
        git = Git(data.resolve())
        commit, within = _base(git)
        blobs = {PurePosixPath(blob.path).relative_to(within).as_posix(): blob for blob in git.tree(commit, within)} if commit else {}
        misnamed = frozenset(finding.path.split("/")[-2] for finding in findings if finding.code == "bad-file-name")
        return replace(_read(git, commit, within, blobs, catalog), misnamed=misnamed, shown=shown) if blobs else None
    except (GitProblem, OSError, ValueError):
        return None


def _base(git: Git) -> tuple[str, str]:
    """The commit that the main branch and HEAD have in common (HEAD itself without one), and the folder in its tree."""
    said = git.ask("rev-parse", "--show-prefix", "HEAD^{commit}")
    if not said:
        return "", ""
    prefix, _, head = said.partition("\n")
    rows = (git.ask("for-each-ref", "--format=%(refname) %(objectname)", *_MAIN) or "").split("\n")
    known = dict(row.split(" ", 1) for row in rows if " " in row)
    main = next((known[name] for name in _MAIN if name in known), head)
    base = head if main == head else git.ask("merge-base", main, head)
    return base or "", prefix.rstrip("/")


def _read(git: Git, commit: str, within: str, blobs: Mapping[str, Blob], catalog: Catalog) -> Before:
    present = dict(_present(catalog))
    listed = {path: key for path in blobs if (key := _entry(path))}
    other = [blobs[path] for path, key in listed.items() if not _same(blobs[path], present.get(key))]
    altered = Catalog()
    if other:
        with tempfile.TemporaryDirectory() as temporary:
            git.write_out(other, within, Path(temporary), links=False)
            altered = load(Path(temporary))[0]
    changed = {blob.name for blob in other}
    published = set(altered.claimed)
    for path, (kind, entry_id) in listed.items():
        if entry_id:
            published.add((kind, entry_id))
        elif blobs[path].name not in changed:
            published.update(key for key in catalog.claimed if key[0] == kind)
    return Before(frozenset(published), altered, commit[:12], catalog)


def _present(catalog: Catalog) -> Iterator[tuple[Key, Document]]:
    for (kind, entry_id), origin in catalog.origins.items():
        yield (kind, entry_id if KINDS[kind].one_file_each else ""), origin.document


def _entry(path: str) -> Key | None:
    """Kind and id of the entry in a file; a file of many has no id; None for what holds no entry."""
    folder, _, name = path.partition("/")
    for kind in KINDS.values():
        if kind.one_file_each and folder == kind.name and name.endswith(".yml") and "/" not in name:
            return kind.name, name.removesuffix(".yml")
        if path == file_of(kind):
            return kind.name, ""
    return None


def _same(blob: Blob, document: Document | None) -> bool:
    """Whether a file is the same as git keeps it; Windows may write its ends of lines in another way."""
    if document is None:
        return False
    return blob.name in document.once("git", lambda: frozenset(_names(document.text)))


def _names(text: str) -> Iterator[str]:
    for written in {text, text.replace("\r\n", "\n")}:
        content = written.encode()
        head = f"blob {len(content)}\0".encode()
        yield hashlib.sha1(head + content, usedforsecurity=False).hexdigest()
        yield hashlib.sha256(head + content).hexdigest()
