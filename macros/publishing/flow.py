"""Publishing as one view: make ready → check → precompress → release → clear up."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from macros.publishing import checksums, compression, files, handover, releases
from macros.publishing.checks import Expected, examine
from macros.publishing.failure import PublishFailed, SiteRefused, told
from macros.publishing.site import Site
from macros.publishing.workspace import workspace

# Puts a finished site into the folder that it is given.
Make = Callable[[Path], None]


@dataclass(frozen=True)
class Published:
    """`release` is what readers see now; `new` is False when it held the same content already."""

    release: str
    files: int
    removed: tuple[str, ...] = ()
    new: bool = True


def publish(dest: Path, make: Make, expected: Expected, *, keep: int) -> Published:
    """Makes a site by `make`, checks it and puts it before readers as `dest/current`.

    Raises:
        SiteRefused: the check found something; `current` is as it was.
        PublishFailed: another publish runs, or the disk refused; `current` is as it was.
    """
    with told(), workspace(dest) as work:
        releases.recover(dest)
        site = _made(work, make, expected)
        count = len(Site(site).files)
        compression.precompress(site)
        digest = checksums.write(site)
        now = releases.current(dest)
        if now and checksums.digest(dest / "releases" / now) == digest and not checksums.verify(dest / "releases" / now):
            return Published(now, count, tuple(releases.prune(dest, keep, work)), new=False)
        moment = releases.next_time(dest)
        files.settle(site, int(moment.timestamp()))
        if checksums.verify(site):
            raise PublishFailed("写到磁盘上的内容和生成的不一样", "检查磁盘，再发布一次")
        name = releases.put(dest, site, moment, digest)
        return Published(name, count, tuple(releases.prune(dest, keep, work)))


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

    Raises:
        PublishFailed: there is none before, it is damaged, or another publish runs.
    """
    if not (dest / "releases").is_dir():
        raise PublishFailed(f"“{dest}”里还没有发布过", "先用 kb publish 发布一次")
    with told(), workspace(dest):
        releases.recover(dest)
        now, before = releases.current(dest), releases.previous(dest)
        if now is None or before is None:
            raise PublishFailed("没有更早的版本可退", "用 kb publish 发布一个新的版本")
        damaged = checksums.verify(dest / "releases" / before)
        if damaged:
            raise PublishFailed(f"更早的版本 {before} 有 {len(damaged)} 个文件不对，没有退回去", f"删去 {dest / 'releases' / before} 再退，或发布一个新的版本")
        releases.switch(dest, before)
        return now, before


def hand_over(file: Path, make: Make, expected: Expected, *, name: str, moment: datetime | None = None) -> int:
    """Makes a site by `make`, checks it and writes it as the ZIP `file`; returns how many files it holds.

    `moment` is the time that the ZIP shows for them, the start of 1980 without one.

    Raises:
        SiteRefused, PublishFailed: as `publish`; a file of that name is as it was.
    """
    with told(), workspace(file.parent) as work:
        site = _made(work, make, expected)
        count = len(Site(site).files)
        when = moment or datetime(1980, 1, 1, tzinfo=UTC)
        handover.assemble(site, work / "folder", name, when)
        handover.pack(work / "folder", work / file.name, when)
        (work / file.name).replace(file)
        return count


def _made(work: Path, make: Make, expected: Expected) -> Path:
    site = work / "site"
    make(site)
    inspect(site, expected)
    return site
