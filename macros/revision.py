"""The library as it was at a revision, read through git."""

import io
import subprocess
import tarfile
import tempfile
from pathlib import Path

from macros.catalog import Catalog, load


class UnknownRevision(Exception):
    """The revision can't be read; the text says why, in Chinese."""


def catalog_at(data: Path, revision: str) -> Catalog:
    """The catalogue of the folder `data` as it was at `revision`; empty where it did not exist yet.

    Raises:
        UnknownRevision: when `data` is in no git repository, or the revision is not known there.
    """
    folder = data.resolve()
    if _git(folder, "rev-parse", "--is-inside-work-tree") is None:
        raise UnknownRevision("这个数据文件夹不在 git 仓库里，没有以前的版本可比。")
    commit = _git(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    if commit is None:
        raise UnknownRevision(f"git 里没有“{revision}”这个版本。")
    archive = _git(folder, "archive", "--format=tar", commit.decode().strip())
    with tempfile.TemporaryDirectory() as temporary:
        if archive:
            with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
                tar.extractall(temporary, filter="data")
        return load(Path(temporary))[0]


def _git(folder: Path, *arguments: str) -> bytes | None:
    """What git prints, or None when it fails."""
    try:
        done = subprocess.run(["git", "-C", str(folder), *arguments], capture_output=True, check=False)  # noqa: S603, S607
    except FileNotFoundError:
        raise UnknownRevision("没有安装 git，不能与以前的版本比较。") from None
    return done.stdout if done.returncode == 0 else None
