"""git, asked by its plumbing: what it says, why it says nothing, and the files of a tree."""

import os
import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from macros.runtime import reasons
from macros.text.printable import printable

LINK, SUBMODULE, REMOVED = "120000", "160000", "000000"
# So many files are asked for at once.
_AT_ONCE = 500


class GitProblem(Exception):
    """git can't answer; the text says why and what to do, in Chinese."""


class NoRepository(GitProblem):
    """The folder lies in no repository's working tree."""


@dataclass(frozen=True)
class Blob:
    """A file of a tree: its mode, its object, and its path from the tree's root with forward slashes."""

    mode: str
    name: str
    path: str


class Git:
    """git as it answers in `folder`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def run(self, *arguments: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
        """What git prints, speaking English, so that its messages can be told apart.

        Raises:
            GitProblem: git is not installed.
        """
        try:
            return subprocess.run(["git", *arguments], cwd=self.folder, input=given, capture_output=True, check=False,  # noqa: S603, S607
                                  env={**os.environ, "LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0"})
        except OSError:
            raise GitProblem("没有安装 git，或者找不到它。装好 git 再试。") from None

    def ask(self, *arguments: str) -> str | None:
        """The line that git answers with, or None when it has no answer."""
        done = self.run(*arguments)
        return os.fsdecode(done.stdout).rstrip("\n") if done.returncode == 0 else None

    def need(self, *arguments: str) -> str:
        """The line that git answers with.

        Raises:
            GitProblem: it has no answer, for the reason that the text names.
        """
        return os.fsdecode(self.output(*arguments)).rstrip("\n")

    def output(self, *arguments: str, given: bytes = b"") -> bytes:
        """All that git answers with, byte for byte.

        Raises:
            GitProblem: it has no answer, for the reason that the text names.
        """
        done = self.run(*arguments, given=given)
        if done.returncode:
            raise self._problem(done.stderr)
        return done.stdout

    def root(self) -> Path:
        """The root of the working tree that the folder lies in.

        Raises:
            NoRepository: it lies in none.
            GitProblem: it lies in what git keeps for itself, or git does not say, for the reason that the text names.
        """
        if self.need("rev-parse", "--is-inside-work-tree") != "true":
            raise GitProblem("这里是 git 自己存放东西的地方（或裸仓库），不是工作的文件夹。换到克隆出来的文件夹里再运行。")
        return Path(self.need("rev-parse", "--show-toplevel"))

    def _problem(self, stderr: bytes) -> GitProblem:
        said = stderr.decode("utf-8", "replace").strip()
        if "dubious ownership" in said or "unsafe repository" in said:
            places = [line.split("safe.directory ", 1)[1].strip() for line in said.splitlines() if "safe.directory " in line]
            return GitProblem("这个 git 仓库属于另一个用户，git 不肯读它。确认来路可靠，运行一次："
                              f"git config --global --add safe.directory {places[0] if places else self.folder}")
        if "not a git repository" in said:
            return NoRepository("这里不在 git 仓库里。")
        first = next((line for line in said.splitlines() if line), "没有说原因")
        return GitProblem(f"git 出错了：{printable(first.removeprefix('fatal: '))}")

    def tree(self, treeish: str, folder: str = "") -> list[Blob]:
        """Every file and link of a tree (a commit, too), or of one folder of it; nothing when that is not there."""
        # A path that tries to leave the tree is in no repository that git made.
        return [blob for blob in self._listed(treeish, folder)
                if blob.mode != SUBMODULE and not {"", ".", ".."} & set(blob.path.split("/"))]

    def _listed(self, treeish: str, folder: str) -> Iterator[Blob]:
        done = self.run("ls-tree", "-r", "-z", "--full-tree", treeish, *(("--", f"{folder}/") if folder else ()))
        if done.returncode:
            raise self._problem(done.stderr)
        for row in filter(None, done.stdout.split(b"\0")):
            about, _, path = row.partition(b"\t")
            mode, _, name = about.decode("ascii").split(" ")
            yield Blob(mode, name, os.fsdecode(path))

    def contents(self, blobs: Iterable[Blob]) -> Iterator[tuple[Blob, bytes]]:
        """Each file with its bytes as git keeps them, whatever filters a checkout would apply."""
        wanted = list(blobs)
        for start in range(0, len(wanted), _AT_ONCE):
            yield from self._read(wanted[start:start + _AT_ONCE])

    def _read(self, wanted: list[Blob]) -> Iterator[tuple[Blob, bytes]]:
        answer = self.run("cat-file", "--batch", given="".join(f"{blob.name}\n" for blob in wanted).encode()).stdout
        at = 0
        for blob in wanted:
            head, _, _ = answer[at:at + 200].partition(b"\n")
            fields = head.split(b" ")
            if len(fields) != 3:
                raise GitProblem(f"git 里“{blob.path}”的内容不完整。运行 git fsck 看看缺了什么。")
            start = at + len(head) + 1
            at = start + int(fields[2]) + 1
            yield blob, answer[start:at - 1]

    def write_out(self, blobs: Iterable[Blob], within: str, target: Path, *, links: bool) -> None:
        """Put the files, which lie in the tree's folder `within`, under `target`.

        Links become links that lead where they say, or, without `links`, empty folders: in neither case
        is one followed here.
        """
        for blob, content in self.contents(blobs):
            file = target / PurePosixPath(blob.path).relative_to(within)
            try:
                file.parent.mkdir(parents=True, exist_ok=True)
                if blob.mode != LINK:
                    file.write_bytes(content)
                elif links:
                    file.symlink_to(os.fsdecode(content))
                else:
                    file.mkdir()
            except OSError as error:
                raise GitProblem(f"“{printable(blob.path)}”在这台电脑上写不出来：{reasons.of(error).why}。换一个名字，或者腾出地方。") from None
