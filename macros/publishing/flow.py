"""Publishing as one view: make ready → check → precompress → release → clear up."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from macros.publishing import access, checksums, compression, files, handover, releases, target
from macros.publishing.access import Access
from macros.publishing.checks import Expected, examine
from macros.publishing.edition import Edition, version
from macros.publishing.failure import PublishFailed, SiteRefused, told
from macros.publishing.site import Site
from macros.publishing.workspace import workspace

# Puts a finished site into the folder that it is given.
Make = Callable[[Path], None]


@dataclass(frozen=True)
class Published:
    """`release` is what readers see now; `new` is False when it held the same content already.

    `access` says whether a web server can read it, `left` why old releases could not be removed.
    """

    release: str
    files: int
    access: Access
    removed: tuple[str, ...] = ()
    new: bool = True
    left: str = ""


def publish(dest: Path, make: Make, expected: Expected, *, keep: int) -> Published:
    """Makes a site by `make`, checks it and puts it before readers as `dest/current`.

    Raises:
        SiteRefused: the check found something; `current` is as it was.
        PublishFailed: `dest` is not for publishing, another publish runs, or the disk refused; `current` is as it was.
    """
    with files.no_traces(dest / releases.RELEASES), told(dest):
        target.prepare(dest)
        with workspace(dest) as work:
            releases.recover(dest)
            # Their space may be what this one needs.
            removed = releases.prune(dest, keep, work)
            site = _made(work, make, expected)
            count = len(Site(site).files)
            compression.precompress(site)
            digest = checksums.write(site)
            name = _same(dest, digest)
            if name:
                return Published(name, count, access.of(dest / releases.CURRENT), tuple(removed), new=False)
            name = _put(dest, site, digest)
            try:
                with told(dest, "旧版本没有清理完"):
                    removed += releases.prune(dest, keep, work)
            except PublishFailed as failure:
                return Published(name, count, access.of(dest / releases.CURRENT), tuple(removed), left=failure.message)
            return Published(name, count, access.of(dest / releases.CURRENT), tuple(removed))


def inspect(site: Path, expected: Expected) -> int:
    """Looks at a built folder as `publish` does, and writes nothing; returns how many files it holds.

    Raises:
        SiteRefused: the check found something.
        PublishFailed: there is no such folder.
    """
    if not site.is_dir():
        raise PublishFailed(f"没有“{site}”这个文件夹", "先运行 make site，再用 --site 指明生成的文件夹")
    looked_at = Site(site)
    findings = examine(looked_at, expected)
    if findings:
        raise SiteRefused(findings)
    return len(looked_at.files)


def roll_back(dest: Path) -> tuple[str, str]:
    """Puts the release before the current one back; returns (what was current, what is now).

    Where `current` is gone, or leads to a release that is gone, the newest one is put there; what was current is "".

    Raises:
        PublishFailed: there is none before, it is damaged, or another publish runs.
    """
    if not (dest / releases.RELEASES).is_dir():
        raise PublishFailed(f"“{dest}”里还没有发布过", "先用 kb publish 发布一次")
    with told(dest, "没有退回，读者看到的还是原来那一版"):
        target.prepare(dest)
        with workspace(dest):
            releases.recover(dest)
            now = releases.current(dest)
            before = releases.previous(dest) if now else _newest_whole(dest)
            if before is None:
                raise PublishFailed("没有更早的版本可退", "用 kb publish 发布一个新的版本")
            damaged = checksums.verify(dest / releases.RELEASES / before)
            if damaged:
                raise PublishFailed(f"更早的版本 {before} 有 {len(damaged)} 个文件不对，没有退回去",
                                    f"删去 {dest / releases.RELEASES / before} 再退，或发布一个新的版本")
            releases.switch(dest, before)
            return now or "", before


def _newest_whole(dest: Path) -> str | None:
    return next((name for name in reversed(releases.names(dest)) if not checksums.verify(dest / releases.RELEASES / name)), None)


def hand_over(file: Path, make: Make, expected: Expected, *, name: str, moment: datetime | None = None,
              edition: Edition | None = None) -> int:
    """Makes a site by `make`, checks it and writes it as the ZIP `file`; returns how many files it holds.

    `moment` is the time that the ZIP shows for them, the start of 1980 without one.

    Raises:
        SiteRefused, PublishFailed: as `publish`; a file of that name is as it was.
    """
    file, which = file.resolve() if file.is_symlink() else file, edition or Edition(version())
    with files.no_traces(file.parent), told(file.parent, "没有打包，原来的文件没有动", room=""):
        handover.hold(file)
        with workspace(file.parent, alone=False) as work:
            site = _made(work, make, expected)
            count = len(Site(site).files)
            when = moment or datetime(1980, 1, 1, tzinfo=UTC)
            handover.assemble(site, work / "folder", name, when, which)
            handover.pack(work / "folder", work / file.name, when, which)
            if file.exists():
                (work / file.name).chmod(file.stat().st_mode & 0o7777)
            (work / file.name).replace(file)
            return count


def _same(dest: Path, digest: str) -> str | None:
    """The current release, made readable again, if it is whole and holds what `digest` names."""
    now = releases.current(dest)
    if now is None:
        return None
    folder = dest / releases.RELEASES / now
    if checksums.digest(folder) != digest or checksums.verify(folder):
        return None
    with suppress(PermissionError):  # another account's files; whether they can be read is told anyway
        files.open_up(folder)
    return now


def _put(dest: Path, site: Path, digest: str) -> str:
    moment = releases.next_time(dest)
    files.settle(site, releases.seconds(dest, moment))
    if checksums.verify(site):
        raise PublishFailed("写到磁盘上的内容和生成的不一样", "检查磁盘，再发布一次")
    access.make(dest / releases.RELEASES)
    return releases.put(dest, site, moment, digest)


def _made(work: Path, make: Make, expected: Expected) -> Path:
    site = work / "site"
    make(site)
    inspect(site, expected)
    return site
