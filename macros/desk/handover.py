"""What was changed since the state that others have, and handing it over: with git in three steps, without it as a package.

Nothing is forced, nothing but entries is taken along, and only copies are committed to that this desk has begun itself.
"""

import datetime
import io
import os
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass

from macros.desk.library import Library
from macros.model.kinds import KINDS
from macros.runtime.git import Git, GitProblem

PREFIX = "gai-gao/"


@dataclass(frozen=True)
class Changed:
    """The files of entries, by path under the data folder, that differ from what others have: as they were and as they are (None: not there)."""

    files: Mapping[str, tuple[str | None, str | None]]

    def __bool__(self) -> bool:
        return bool(self.files)


class Handover:
    """The data folder as git sees it; `git` is None where it does not."""

    def __init__(self, library: Library) -> None:
        self._library = library
        git = Git(library.data)
        try:
            git.root()
        except (GitProblem, OSError):
            self.git: Git | None = None
        else:
            self.git = git

    @property
    def copy(self) -> str:
        """The name of the copy that is being written, where it is one that a desk began; "" elsewhere."""
        branch = self._branch()
        return branch.removeprefix(PREFIX) if branch.startswith(PREFIX) else ""

    @property
    def remote(self) -> str:
        """Where finished work is sent; "" where there is no such place."""
        remotes = (self.git.ask("remote") or "").split() if self.git else []
        return "origin" if "origin" in remotes else remotes[0] if len(remotes) == 1 else ""

    @property
    def unsent(self) -> int:
        """How many of the changes that were written down are not sent yet."""
        if not self.git or not self.copy:
            return 0
        there = f"refs/remotes/{self.remote}/{self._branch()}" if self.remote else ""
        known = there and self.git.ask("rev-parse", "--verify", "--quiet", there)
        counted = self.git.ask("rev-list", "--count", "HEAD", *(["^" + there] if known else ["--not", "--exclude=" + self._branch(), "--branches", "--remotes"]))
        return int(counted or 0)

    @property
    def _there(self) -> Git:
        if self.git is None:
            raise GitProblem("这里没有 git，用下面的包带走。")
        return self.git

    def begin(self) -> str:
        """Begins a copy of one's own, with what is changed already. Raises `GitProblem`."""
        day = datetime.datetime.now().astimezone().strftime("%Y%m%d-%H%M%S")
        self._there.need("switch", "--quiet", "--create", f"{PREFIX}{day}")
        return day

    def write_down(self, message: str, who: str = "") -> None:
        """Commits the changed entries, and nothing else. Raises `GitProblem`."""
        if not self.copy:
            raise GitProblem("先开一份自己的改稿。")
        paths = list(self.changed().files)
        if not paths:
            raise GitProblem("没有可以记下的改动。")
        self._there.output("add", "--all", "--pathspec-from-file=-", "--pathspec-file-nul", given="\0".join(paths).encode())
        named = ("-c", f"user.name={who}", "-c", "user.email=editor@localhost") if who else ()
        done = self._there.run(*named, "commit", "--quiet", "--file=-", "--only", "--", *paths, given=message.encode())
        if done.returncode:
            said = (done.stderr + done.stdout).decode("utf-8", "replace").strip()
            raise GitProblem("没有记下：" + ("先写上你的名字。" if "user.name" in said or "tell me who you are" in said else said[-600:] or "没有说原因。"))

    def send(self) -> None:
        """Pushes the copy under its own name, never over anything. Raises `GitProblem`."""
        branch, remote = self._branch(), self.remote
        if not self.copy or not remote:
            raise GitProblem("没有可以交上去的地方。")
        # A server that asks for a password would wait for ever.
        own = os.environ.get("GIT_SSH_COMMAND") or self._there.ask("config", "core.sshCommand")
        silent = () if own else ("-c", "core.sshCommand=ssh -o BatchMode=yes")
        done = self._there.run(*silent, "push", "--quiet", "--set-upstream", remote, f"refs/heads/{branch}:refs/heads/{branch}")
        if done.returncode:
            said = done.stderr.decode("utf-8", "replace")
            why = "那边也改过这一份，没有覆盖它；请管库的人看一下" if "rejected" in said else "连不上，或者没有权限"
            raise GitProblem(f"没有交上去：{why}。改动都记下了，没有丢。也可以装成一个包带走。")

    def needs_name(self) -> bool:
        """Whether git does not know yet who writes."""
        return bool(self.git) and not (self.git.ask("config", "user.name") if self.git else None)

    def changed(self) -> Changed:
        """What differs from the last that was written down."""
        return self._since("HEAD") if self.git else Changed({})

    def since_others(self) -> Changed:
        """What differs from what others have: from where the copy was begun."""
        if not self.git:
            return Changed({})
        main = next((name for name in (f"{self.remote}/HEAD" if self.remote else "", f"{self.remote}/main", "main", "master") if name and self.git.ask("rev-parse", "--verify", "--quiet", name)), "HEAD")
        return self._since(self.git.ask("merge-base", main, "HEAD") or "HEAD")

    def _since(self, base: str) -> Changed:
        if self._there.ask("rev-parse", "--verify", "--quiet", base) is None:
            base = self._there.need("hash-object", "-t", "tree", "--stdin")
        names = set(filter(None, self._there.output("diff", "--name-only", "--relative", "-z", base, "--", ".").decode().split("\0")))
        names |= set(filter(None, self._there.output("ls-files", "--others", "--exclude-standard", "-z", "--", ".").decode().split("\0")))
        files = {}
        for name in sorted(names):
            if _holds_entries(name):
                was = self._there.run("show", f"{base}:./{name}")
                file = self._library.data / name
                files[name] = (was.stdout.decode("utf-8", "replace") if was.returncode == 0 else None,
                               file.read_bytes().decode("utf-8", "replace") if file.is_file() and not file.is_symlink() else None)
        return Changed({name: pair for name, pair in files.items() if pair[0] != pair[1]})

    def was(self, path: str) -> str | None:
        """What a file held when it was last written down; None where it was not there."""
        done = self._there.run("show", f"HEAD:./{path}")
        return done.stdout.decode("utf-8", "replace") if done.returncode == 0 else None

    def _branch(self) -> str:
        return (self.git.ask("symbolic-ref", "--quiet", "--short", "HEAD") or "") if self.git else ""


def _holds_entries(path: str) -> bool:
    """Whether a file is one that the library reads; what else lies there is nobody's work at the desk."""
    folder, _, name = path.removesuffix(".yml").rpartition("/")
    return path.endswith(".yml") and (folder if folder else name) in KINDS


def package(library: Library, changed: Changed, report: str) -> bytes:
    """A zip of the changed files and a report, to be carried by hand. Full texts stay here."""
    made = io.BytesIO()
    gone = [path for path, (_, now) in changed.files.items() if now is None]
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        lines = [report, *(["【去掉的】", *(library.file_called(path) for path in gone)] if gone else [])]
        # The Editor of Windows tells UTF-8 by its mark, and breaks lines by both signs.
        archive.writestr("改了什么.txt", "\r\n".join("\n".join(lines).split("\n")).encode("utf-8-sig"))
        for path, (_, now) in changed.files.items():
            if now is not None:
                archive.writestr(f"data/{path}", now)
    return made.getvalue()
