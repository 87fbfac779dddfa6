"""Which folder may be a publish target: one that is empty, or one that a publish has made. Nothing else is touched.

The proof lies in the folder: a link `current` to a release, releases by their names, a lock with our words in it.
"""

import os
import shlex
from collections.abc import Callable, Iterable
from pathlib import Path

from macros.publishing import access, releases
from macros.publishing.failure import PublishFailed
from macros.publishing.workspace import LOCK, WORK
from macros.text.listing import some

_OURS = frozenset({releases.CURRENT, releases.FRESH, releases.RELEASES, LOCK, WORK})
# What a system puts into an empty disk or folder by itself.
_SYSTEM = frozenset({"lost+found", ".DS_Store"})
_ELSEWHERE = "换一个空的文件夹，或一个还没有的，例如 kb publish /srv/kb"


def prepare(dest: Path) -> None:
    """Makes `dest` where it is missing, and opens it to readers where it holds nothing but ours.

    Raises:
        PublishFailed: something else is there; it is as it was.
        OSError: it can't be made.
    """
    if not os.path.lexists(dest):
        _in_no_target(dest)
        access.make(dest)
    hold(dest)
    if _foreign(dest):
        return
    folder = dest / releases.RELEASES
    for path in (dest, folder) if folder.is_dir() else (dest,):
        access.open_up(path)


def hold(dest: Path) -> None:
    """Nothing, when `dest` is a folder that a publish may write into.

    Raises:
        PublishFailed: it is not.
    """
    if not dest.is_dir():
        raise PublishFailed(f"“{dest}”{'是一个断了的链接' if dest.is_symlink() else '是一个文件'}，不是文件夹", _ELSEWHERE)
    _in_no_target(dest)
    releases.current(dest)
    folder = dest / releases.RELEASES
    if os.path.lexists(folder):
        _hold_releases(dest, folder)
    foreign = _foreign(dest)
    if foreign and not releases.names(dest) and not (dest / releases.CURRENT).is_symlink():
        raise PublishFailed(f"“{dest}”里有别的文件（{some(sorted(foreign), 3)}），不是发布用的文件夹，没有动它", _ELSEWHERE)


def keep_apart(place: Path, inputs: Iterable[Path], is_site: Callable[[Path], bool]) -> None:
    """Nothing, when `place` (a target, or the folder of a hand-over) lies in none of `inputs`, in no release,
    and in no folder that `is_site`.

    Raises:
        PublishFailed: it does.
    """
    real = place.resolve()
    for folder in inputs:
        if real.is_relative_to(folder.resolve()):
            raise PublishFailed(f"“{place}”在“{folder}”里，那里是生成网站要用的内容，不能放发布的东西", _ELSEWHERE)
    for folder in real.parents:
        if is_site(folder):
            raise PublishFailed(f"“{place}”在生成的网站“{folder}”里，下次生成会把它换掉", _ELSEWHERE)
    _in_another(place)
    _in_no_target(place)


def _in_no_target(place: Path) -> None:
    real = place.resolve()
    for folder in (real, *real.parents):
        if folder.parent.name == releases.RELEASES and releases.is_name(folder.name):
            dest = folder.parent.parent
            raise PublishFailed(f"“{place}”在已经发布的一版里，往里写会弄坏它", f"写发布用的文件夹本身：kb publish {shlex.quote(str(dest))}")


def _in_another(place: Path) -> None:
    for folder in place.resolve().parents:
        if releases.names(folder) and (folder / releases.CURRENT).is_symlink():
            raise PublishFailed(f"“{place}”在另一个发布用的文件夹“{folder}”里", _ELSEWHERE)


def _hold_releases(dest: Path, folder: Path) -> None:
    if not folder.is_dir():
        raise PublishFailed(f"“{folder}”不是文件夹，发布的各版要放在那里", "把它移走，或换一个发布的文件夹")
    if folder.stat().st_dev != dest.stat().st_dev:
        raise PublishFailed(f"“{folder}”在另一个磁盘上，换版本做不到一步完成", "发布到那个磁盘上的文件夹，需要时把 DEST 做成指向它的链接")
    there = {entry.name for entry in os.scandir(folder)} - _SYSTEM
    if there and not any(releases.is_ours(name) for name in there):
        raise PublishFailed(f"“{folder}”里是别的文件（{some(sorted(there), 3)}），不是发布的各版，没有动它", _ELSEWHERE)


def _foreign(dest: Path) -> set[str]:
    return {entry.name for entry in os.scandir(dest)} - _OURS - _SYSTEM
