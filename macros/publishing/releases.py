"""`DEST/releases/<time>-<hash>/`, and `DEST/current`, which names one of them.

Readers see a release only through `current`, and `current` is replaced in one step. Beside each
release lies the name of the one it took over from (`.from-<name>`), which is where a rollback
goes: after B was rolled back to A, C takes over from A.
"""

import os
import re
import shutil
from datetime import UTC, datetime
from pathlib import Path

from macros.publishing.failure import PublishFailed

CURRENT = "current"
_NAME = re.compile(r"(\d{8}T\d{6}Z)-[0-9a-f]{12}")
_TIME = "%Y%m%dT%H%M%SZ"
_UNSURE = ".new"


def names(dest: Path) -> list[str]:
    """All releases, oldest first."""
    folder = dest / "releases"
    return sorted(p.name for p in folder.iterdir() if _NAME.fullmatch(p.name)) if folder.is_dir() else []


def current(dest: Path) -> str | None:
    """The release that readers see, or None before the first.

    Raises:
        PublishFailed: `current` is something else than a link to a release.
    """
    link = dest / CURRENT
    if not link.is_symlink():
        if link.exists():
            raise PublishFailed(f"“{link}”已经存在，而且不是发布用的链接", "把它移走，或换一个发布的文件夹")
        return None
    name = link.readlink().name
    return name if name in names(dest) else None


def previous(dest: Path) -> str | None:
    """The release that the current one took over from, or the next older one if that is gone."""
    now = current(dest)
    if now is None:
        return None
    known = names(dest)
    note = _note(dest, now)
    before = note.read_text(encoding="utf-8").strip() if note.is_file() else ""
    if before in known and before != now:
        return before
    return next((name for name in reversed(known) if name < now), None)


def next_time(dest: Path) -> datetime:
    """Now, or a second after the newest release where the clock says less: names keep the order."""
    now = datetime.now(UTC).replace(microsecond=0)
    known = names(dest)
    if known:
        newest = datetime.strptime(known[-1].partition("-")[0], _TIME).replace(tzinfo=UTC)
        return max(now, datetime.fromtimestamp(newest.timestamp() + 1, UTC))
    return now


def put(dest: Path, prepared: Path, moment: datetime, digest: str) -> str:
    """Makes the folder `prepared` (on the same disk) a release and the current one; returns its name."""
    name = f"{moment:{_TIME}}-{digest[:12]}"
    unsure = _note(dest, name).with_name(f"{_note(dest, name).name}{_UNSURE}")
    (dest / "releases").mkdir(exist_ok=True)
    # While this note is there, the release counts only if `current` names it: see `recover`.
    unsure.write_text(current(dest) or "", encoding="utf-8")
    os.sync()
    prepared.rename(dest / "releases" / name)
    switch(dest, name)
    unsure.rename(_note(dest, name))
    return name


def switch(dest: Path, name: str) -> None:
    """Makes `name` the current release, in one step."""
    fresh = dest / f".{CURRENT}-new"
    fresh.unlink(missing_ok=True)
    fresh.symlink_to(Path("releases") / name)
    fresh.replace(dest / CURRENT)
    os.sync()


def recover(dest: Path) -> None:
    """Ends or undoes what a killed publish began."""
    (dest / f".{CURRENT}-new").unlink(missing_ok=True)
    now = current(dest)
    for unsure in sorted((dest / "releases").glob(f".from-*{_UNSURE}")):
        name = unsure.name.removeprefix(".from-").removesuffix(_UNSURE)
        if name == now:
            unsure.rename(_note(dest, name))
        else:
            shutil.rmtree(dest / "releases" / name, ignore_errors=True)
            unsure.unlink()


def prune(dest: Path, keep: int, trash: Path) -> list[str]:
    """Removes all but `keep` releases, by way of `trash`, so that none is ever half there.

    The current one stays, then the one to roll back to, then the newest. Returns what went.
    """
    known = names(dest)
    ranked = dict.fromkeys([current(dest), previous(dest), *reversed(known)])
    kept = [name for name in ranked if name][:max(keep, 1)]
    gone = [name for name in known if name not in kept]
    for name in gone:
        (dest / "releases" / name).rename(trash / name)
        _note(dest, name).unlink(missing_ok=True)
    return gone


def _note(dest: Path, name: str) -> Path:
    return dest / "releases" / f".from-{name}"
