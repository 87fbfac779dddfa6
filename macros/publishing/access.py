"""Whether the account of a web server may read a folder: decided by modes from the root down to every file.

A server reads as an account that is not the publisher's. Everybody may be let in, or only a group, which is
then told: whether the server is in it can't be known here.
"""

import os
import shlex
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

# Where the way of a reader begins; this folder itself is taken as passed.
TOP = Path("/")
_SERVERS = frozenset({"www-data", "nginx", "http", "httpd", "apache", "caddy", "lighttpd", "wwwrun", "_www"})
_SHOWN = 3


@dataclass(frozen=True)
class Access:
    """`barred` is what a server can't pass or read, from the top down; `only` names who alone may, where it is not everybody."""

    barred: tuple[Path, ...] = ()
    only: tuple[str, ...] = ()

    @property
    def note(self) -> str:
        """What to keep in mind, in Chinese; empty when everybody may read."""
        return f"只有{'、'.join(self.only)}能读，网页服务器的账户要在里面。" if self.only else ""

    @property
    def trouble(self) -> tuple[str, str]:
        """What is wrong and what to do, both in Chinese; only with something barred."""
        first, more = self.barred[0], len(self.barred) - 1
        others = f"，另有 {more} 处也是" if more else ""
        folders, files = ([p for p in self.barred if p.is_dir() is folder] for folder in (True, False))
        orders = [f"chmod {bits} {_listed(paths)}" for bits, paths in (("o+x", folders), ("o+r", files)) if paths]
        return (f"网页服务器读不到，读者会得到 403：“{first}”的权限是 {_mode(first)}，别的账户打不开{others}",
                f"换到别的账户进得去的文件夹（例如 /srv/kb），或者放开：{'；'.join(orders)}")


def of(folder: Path) -> Access:
    """Who may read all of `folder`; everybody on systems without such modes. What can't be looked at is barred."""
    if os.name != "posix":
        return Access()
    barred: list[Path] = []
    only: dict[str, None] = {}
    for path in _way(folder):
        try:
            who = _who(path, path.stat())
        except OSError:
            who = None
        if who is None:
            barred.append(path)
        elif who:
            only[who] = None
    return Access(tuple(barred), tuple(only))


def make(folder: Path) -> None:
    """Makes a folder, with those that it lies in, for everybody to read whatever the umask; what is there stays as it is.

    Raises:
        OSError: it can't be made.
    """
    if not folder.parent.exists():
        make(folder.parent)
    try:
        folder.mkdir()
    except FileExistsError:
        return
    folder.chmod(stat.S_IMODE(folder.stat().st_mode) & stat.S_ISGID | 0o755)


def open_up(folder: Path) -> None:
    """Lets everybody into a folder that is ours, unless it was left to a group; what may not be changed stays."""
    if os.name == "posix" and _who(folder, folder.stat()) is None:
        try:
            folder.chmod(stat.S_IMODE(folder.stat().st_mode) | 0o055)
        except PermissionError:
            return


def _way(folder: Path) -> Iterator[Path]:
    """Every folder that a reader passes, as the path is written and as links lead, then all that is in it."""
    written, real = Path(os.path.abspath(folder)), folder.resolve()  # noqa: PTH100 - links stay
    above = [p for path in (written, real) for p in reversed(path.parents) if TOP in p.parents]
    yield from dict.fromkeys([*above, real])
    for place, folders, files in os.walk(real):
        yield from (Path(place, name) for name in sorted(folders) + sorted(files))


def _who(path: Path, found: os.stat_result) -> str | None:
    """Who may pass (a folder) or read (a file): "" for everybody, the only ones by name, or None for nobody but the owner."""
    need = 0o1 if stat.S_ISDIR(found.st_mode) else 0o4
    if found.st_mode & need:
        return ""
    if _has_list(path):
        return f"“{path}”的访问控制列表（ACL）里写的账户"
    owner = _account(found.st_uid)
    if found.st_mode & need << 6 and owner in _SERVERS:
        return f"账户 {owner} "
    if found.st_mode & need << 3:
        return _group(found.st_gid, owner)
    return None


def _group(number: int, owner: str) -> str | None:
    """The group by name if anybody but the owner is in it."""
    import grp
    import pwd

    try:
        group = grp.getgrgid(number)
    except KeyError:
        return None
    members = {*group.gr_mem, *(a.pw_name for a in pwd.getpwall() if a.pw_gid == number)} - {owner, "root"}
    # In root's own group there may be accounts of the system, none of which serves pages.
    return f"组 {group.gr_name} 的成员" if members and number else None


def _account(number: int) -> str:
    import pwd

    try:
        return pwd.getpwuid(number).pw_name
    except KeyError:
        return str(number)


def _has_list(path: Path) -> bool:
    try:
        return bool(os.getxattr(path, "system.posix_acl_access"))
    except (OSError, AttributeError):
        return False


def _mode(path: Path) -> str:
    try:
        return f"{stat.S_IMODE(path.stat().st_mode):o}"
    except OSError:
        return "看不到的"


def _listed(paths: list[Path]) -> str:
    shown = " ".join(shlex.quote(str(path)) for path in paths[:_SHOWN])
    return f"{shown} ……" if len(paths) > _SHOWN else shown
