"""`DEST/releases/<time>-<hash>/`, and `DEST/current`, which names one of them.

Readers see a release only through `current`, and `current` is replaced in one step. Beside each
release lies a note (`.from-<name>`): the name of the one it took over from, which is where a rollback
goes (after B was rolled back to A, C takes over from A), and its number in the order of publishing.
The time in a name is for people: a clock may say anything. Releases without a number are of older
programs; they come first, by their names.
"""

import os
import re
import shutil
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

from macros.publishing import checksums
from macros.publishing.failure import PublishFailed

CURRENT = "current"
RELEASES = "releases"
# What becomes `current` in the next moment.
FRESH = f".{CURRENT}-new"
_NAME = re.compile(r"(\d{8}T\d{6}Z)-[0-9a-f]{12}", re.A)
_NOTE = ".from-"
_UNSURE = ".new"
# So far ahead a clock may have been by chance.
_LITTLE = timedelta(days=1)
# The years 2001 to 2100: file systems keep these times without cutting them, and no number of a release is one of them.
_TIMES = range(1_000_000_000, 4_102_444_800)


def is_name(name: str) -> bool:
    """Whether a release may be called so."""
    return _NAME.fullmatch(name) is not None


def is_ours(name: str) -> bool:
    """Whether something called so in `releases` is a release or a note beside one."""
    return is_name(name.removeprefix(_NOTE).removesuffix(_UNSURE))


def names(dest: Path) -> list[str]:
    """All releases, in the order in which they were published."""
    folder = dest / RELEASES
    if not folder.is_dir():
        return []
    found = (p for p in folder.iterdir() if is_name(p.name) and p.is_dir() and not p.is_symlink())
    return sorted((p.name for p in found), key=lambda name: (_noted(dest, name)[1], name))


def current(dest: Path) -> str | None:
    """The release that readers see, or None before the first.

    Raises:
        PublishFailed: `current` is something else than a link to a release.
    """
    link = dest / CURRENT
    if not os.path.lexists(link):
        return None
    if not _leads_to_release(dest, link):
        raise PublishFailed(f"“{link}”已经存在，而且不是发布用的链接", "把它移走，或换一个发布的文件夹")
    name = link.readlink().name
    return name if name in names(dest) else None


def previous(dest: Path) -> str | None:
    """The release that the current one took over from, or the next older one if that is gone."""
    now = current(dest)
    if now is None:
        return None
    known = names(dest)
    before = _noted(dest, now)[0]
    if before in known and before != now:
        return before
    return next((name for name in reversed(known[:known.index(now)])), None)


def next_time(dest: Path) -> datetime:
    """A second that no release bears: now, right after the newest where that is a little ahead, or the nearest free one.

    What changes has a time of its own, and names keep the order unless a clock was far off.
    """
    known, now = names(dest), _now()
    newest = _moment(known[-1]) if known else None
    ahead = newest is not None and timedelta(0) <= newest - now <= _LITTLE
    taken = {name.partition("-")[0] for name in known}
    return next(moment for moment in _around(newest if newest and ahead else now) if _stamp(moment) not in taken)


def seconds(dest: Path, moment: datetime) -> int:
    """The time that the files of the next release bear, since 1970; its number where a clock is far off."""
    since = int(moment.timestamp())
    return since if since in _TIMES else _next_number(dest)


def put(dest: Path, prepared: Path, moment: datetime, digest: str) -> str:
    """Makes the folder `prepared` (on the same disk) a release and the current one; returns its name."""
    name = f"{_stamp(moment)}-{digest[:12]}"
    unsure = _note(dest, name).with_name(f"{_note(dest, name).name}{_UNSURE}")
    # While this note is there, the release counts only if `current` names it: see `recover`.
    unsure.write_text(f"{current(dest) or ''}\n{_next_number(dest)}\n", encoding="utf-8")
    unsure.chmod(0o644)
    os.sync()
    prepared.rename(dest / RELEASES / name)
    switch(dest, name)
    # Readers have it; what fails from here on is done by the next publish.
    with suppress(OSError):
        unsure.rename(_note(dest, name))
    return name


def switch(dest: Path, name: str) -> None:
    """Makes `name` the current release, in one step."""
    fresh = dest / FRESH
    _take_away(dest, fresh)
    fresh.symlink_to(Path(RELEASES) / name)
    fresh.replace(dest / CURRENT)
    os.sync()


def recover(dest: Path) -> None:
    """Ends or undoes what a killed publish began.

    Raises:
        PublishFailed: something that is not ours bears a name that a publish needs.
    """
    _take_away(dest, dest / FRESH)
    now = current(dest)
    for unsure in sorted((dest / RELEASES).glob(f"{_NOTE}*{_UNSURE}")):
        name = unsure.name.removeprefix(_NOTE).removesuffix(_UNSURE)
        if name == now:
            unsure.rename(_note(dest, name))
        elif is_name(name):
            shutil.rmtree(dest / RELEASES / name, ignore_errors=True)
            unsure.unlink()
    for note in (dest / RELEASES).glob(f"{_NOTE}*"):
        name = note.name.removeprefix(_NOTE)
        if is_name(name) and not os.path.lexists(dest / RELEASES / name):
            note.unlink()


def prune(dest: Path, keep: int, trash: Path) -> list[str]:
    """Removes all but `keep` releases, by way of `trash`, so that none is ever half there.

    The current one stays, then the one to roll back to, then the newest. Returns what went.
    """
    known = names(dest)
    ranked = dict.fromkeys([current(dest), previous(dest), *reversed(known)])
    kept = [name for name in ranked if name][:max(keep, 1)]
    gone = [name for name in known if name not in kept and _is_proven(dest, name)]
    for name in gone:
        (dest / RELEASES / name).rename(trash / name)
        _note(dest, name).unlink(missing_ok=True)
        shutil.rmtree(trash / name)
    return gone


def _is_proven(dest: Path, name: str) -> bool:
    """Whether this folder is a release and not only called like one: it has its note, or its list has the hash of the name."""
    digest = checksums.digest(dest / RELEASES / name) or ""
    return _note(dest, name).is_file() or digest[:12] == name.partition("-")[2]


def _leads_to_release(dest: Path, link: Path) -> bool:
    """Whether this is a link that a publish makes: to a release of this folder, be it there or not."""
    if not link.is_symlink():
        return False
    to = link.readlink()
    return is_name(to.name) and (to.parent == Path(RELEASES) or to.parent.resolve() == (dest / RELEASES).resolve())


def _take_away(dest: Path, fresh: Path) -> None:
    if os.path.lexists(fresh):
        if not _leads_to_release(dest, fresh):
            raise PublishFailed(f"“{fresh}”不是发布程序建的，没有动它", "把它移走或改名，再试一次")
        fresh.unlink()


def _note(dest: Path, name: str) -> Path:
    return dest / RELEASES / f"{_NOTE}{name}"


def _noted(dest: Path, name: str) -> tuple[str, int]:
    """Which release `name` took over from, and its number; nothing and 0 where no note says so."""
    note = _note(dest, name)
    for file in (note, note.with_name(f"{note.name}{_UNSURE}")):
        if file.is_file():
            before, _, number = file.read_text(encoding="utf-8", errors="replace").rstrip("\n").partition("\n")
            return before, int(number) if re.fullmatch(r"\d{1,18}", number, re.A) else 0
    return "", 0


def _next_number(dest: Path) -> int:
    known = names(dest)
    return max([len(known), *(_noted(dest, name)[1] for name in known)]) + 1


def _now() -> datetime:
    try:
        return datetime.now(UTC).replace(microsecond=0)
    except (OverflowError, ValueError, OSError):  # a year that no calendar here knows
        return datetime.max.replace(microsecond=0, tzinfo=UTC)


def _moment(name: str) -> datetime | None:
    try:
        return datetime.strptime(name.partition("-")[0], "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
    except ValueError:  # an odd stamp
        return None


def _around(moment: datetime) -> Iterator[datetime]:
    """`moment`, and the seconds near it, the nearest first."""
    for seconds in count():
        for way in (seconds, -seconds):
            with suppress(OverflowError):
                yield moment + timedelta(seconds=way)


def _stamp(moment: datetime) -> str:
    # `strftime` writes years before 1000 with fewer digits.
    return f"{moment.year:04}{moment:%m%dT%H%M%SZ}"
