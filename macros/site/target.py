"""Where a site may go: a folder is replaced only with proof that what it holds is our own.

Proof is that it is empty, or that the stamp beside it names every file in it as it is. And whatever it
holds, a site goes nowhere where other things belong: an input, a publish target, a home, a repository.
"""

import os
import re
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from macros.site import fingerprint
from macros.site.fingerprint import Files, Stamp
from macros.text.listing import some

# How each command is told another place.
OPTIONS = {"kb": "用 --site（或 SITE=）换一个还不存在的文件夹，例如 --site {}",
           "mkdocs": "用 -d（或 SITE=）换一个还不存在的文件夹，例如 mkdocs build -d {}"}
INSIDE = "把网站放到它里面的一个文件夹，例如在后面加上 /site"
# What a folder is called that may have the site in it.
PROJECT = "这个库的文件夹"
# What a system puts into a folder that somebody has looked at.
_LEFT_BY_SYSTEMS = (".DS_Store", "Thumbs.db", "desktop.ini")
_REPOSITORIES = (".git", ".hg", ".svn")
_RELEASE = re.compile(r"\d{8,}T\d{6}Z-[0-9a-f]{12}")
_OF_THE_SYSTEM = (Path("/proc"), Path("/sys"), Path("/dev"), Path("/run"), Path("/boot"))


class Use(NamedTuple):
    """What a folder is wanted for: what is put there, whether it takes the place of all that is there, the advice."""

    what: str
    replaces: bool
    elsewhere: Callable[[], str]

    @property
    def no(self) -> str:
        return f"不能放{self.what}"


class TargetRefused(Exception):
    """The site can't go there, and nothing was changed; `message` and `cure` are in Chinese."""

    def __init__(self, message: str, cure: str = "") -> None:
        self.message, self.cure = message, cure or elsewhere()
        super().__init__(f"{message}\n  改法：{self.cure}")


def elsewhere() -> str:
    """How to name another folder, with one that is free here: never the one that was refused."""
    engine = Path(sys.argv[0]).stem
    return OPTIONS[engine if engine in OPTIONS else "kb"].format(free("site"))


def free(name: str) -> str:
    """The name, or the first of its kind (`site-2`) that nothing has here."""
    return next(n for n in (name, *(f"{name}-{number}" for number in range(2, 10_000))) if not os.path.lexists(n))


SITE = Use("网站", True, elsewhere)


def real(site: Path) -> Path:
    """The folder that is to be replaced: what `site` leads to, where it is a link.

    Raises:
        TargetRefused: it is something else than a folder.
        OSError: the path can't be followed.
    """
    target = Path(os.path.realpath(site))
    try:
        target.stat()
    except FileNotFoundError:
        return target
    if not target.is_dir():
        raise TargetRefused(f"{_named(site, target)}是一个文件，不是文件夹")
    return target


def examine(site: Path, inputs: Mapping[Path, str], shown: Path | None = None, use: Use = SITE) -> None:
    """Refuse a place where a site (or whatever `use` says) must not go, whatever it holds. `site` is as `real` gives it.

    `inputs` are the folders that a build reads, with what they are called; the one called `PROJECT` may
    have the site in it, the others may not. `shown` is how the user wrote `site`.

    Raises:
        TargetRefused: with the folder, the reason and the cure.
    """
    reason = _belongs_to_others(site, inputs, use)
    if reason:
        raise TargetRefused(f"{_named(shown or site, site)}{reason}", use.elsewhere())
    _no_publish_target(_named(shown or site, site), site, use)
    if use.replaces and (os.path.ismount(site) or _bound(site)):
        raise TargetRefused(mounted(_named(shown or site, site)), INSIDE)


def _belongs_to_others(site: Path, inputs: Mapping[Path, str], use: Use) -> str:
    """What speaks against the place, behind its name, or nothing."""
    above = [site, *site.parents]
    if len(above) == 1:
        return f"是整个磁盘的根文件夹，{use.no}"
    if any(_within(site, _lines(home)) for home in _homes()):
        return f"是个人的主文件夹，或者里面有它，{use.no}"
    for folder in above:
        if folder in _OF_THE_SYSTEM:
            return f"在系统自己的文件夹“{folder}”里，那里放不了{use.what}"
    for folder, called in inputs.items():
        if _within(site, _lines(Path(os.path.realpath(folder)))):
            return f"就是{called}，或者里面有它：" + (f"{use.what}会把它整个换掉" if use.replaces else use.no)
        if called != PROJECT and _within(Path(os.path.realpath(folder)), above):
            return f"在{called}“{folder}”里面，下次生成会把{use.what}也当成内容读进去"
    if any((site / name).exists() for name in _REPOSITORIES) or any(part in _REPOSITORIES for part in site.parts):
        return "是一个代码仓库（里面有 .git 一类的文件夹），" + ("不能整个换掉" if use.replaces else use.no)
    for folder in above[use.replaces:]:
        if fingerprint.is_site(folder):
            return f"在另一个生成好的网站“{folder}”里面" if use.replaces else f"在生成的网站“{folder}”里，下次生成会把它换掉"
    return ""


def mounted(named: str) -> str:
    """That a mount point can't be exchanged."""
    return f"{named}是一个挂载点（或者在镜像的只读层里），不能整个换掉"


def noted(site: Path) -> Stamp | None:
    """What the last build noted beside `site`.

    Raises:
        TargetRefused: something of the user's has the name that our note would have.
    """
    try:
        return fingerprint.read(site)
    except ValueError:
        raise TargetRefused(f"“{fingerprint.place(site)}”不是生成网站时留下的，这个名字却是生成网站要用的", "把它移走或改名，再生成") from None


def prove(site: Path, files: Files, mark: Stamp | None, shown: Path | None = None) -> None:
    """Refuse a folder with `files` in it that `mark` does not know.

    Raises:
        TargetRefused: with the names of the files that would be lost.
    """
    strange = own(list(files) if mark is None else mark.strangers(files))
    if not strange:
        return
    named = _named(shown or site, site)
    which = some(strange, unit="个文件")
    if mark is None or len(strange) == len(files):
        raise TargetRefused(f"{named}里已经有东西（{which}），不能证明是以前生成的网站，没有动它",
                            f"{elsewhere()}；里面的都不要了，就自己删去这个文件夹再生成")
    raise TargetRefused(f"{named}里有不是生成出来的文件：{which}；生成会把它们删去，所以没有动",
                        f"把它们移到别处（不要的删去），再生成；或{elsewhere()}")


def own(strange: list[str]) -> list[str]:
    """Those of the addresses that somebody may miss."""
    return [address for address in strange if address.rpartition("/")[2] not in _LEFT_BY_SYSTEMS]


def _no_publish_target(named: str, site: Path, use: Use) -> None:
    for dest in (site, *site.parents):
        if not _publishes(dest):
            continue
        below = site.relative_to(dest).parts
        # In `.kb-work` a publish builds the site that it is about to check.
        if not below or below[0] in ("releases", "current", ".kb-lock") or below == (".kb-work",):
            cure = f"发布用 kb publish {dest}；生成就{use.elsewhere()}" if use.replaces else use.elsewhere()
            raise TargetRefused(f"{named}是发布用的文件夹（kb publish 放各个版本的地方），读者看的就在里面", cure)


def _publishes(folder: Path) -> bool:
    """Whether `kb publish` works in this folder."""
    releases = folder / "releases"
    if not releases.is_dir():
        return False
    if (folder / "current").is_symlink() or (folder / ".kb-lock").exists() or (folder / ".kb-work").exists():
        return True
    try:
        return any(_RELEASE.fullmatch(found.name.removeprefix(".from-").removesuffix(".new")) for found in releases.iterdir())
    except OSError:
        return False


def _bound(site: Path) -> bool:
    """Whether something is mounted there from the same disk, which only Linux tells."""
    try:
        lines = Path("/proc/self/mountinfo").read_bytes().splitlines()
    except OSError:
        return False
    places = (line.split()[4] for line in lines if line.count(b" ") > 4)
    return os.fsencode(site) in (re.sub(rb"\\([0-7]{3})", lambda code: bytes([int(code[1], 8)]), place) for place in places)


def _homes() -> list[Path]:
    """What the environment calls the home of this user, and what the system does."""
    called = [os.path.expanduser("~")]  # noqa: PTH111 - never raises
    with suppress(ImportError, KeyError):
        import pwd

        called.append(pwd.getpwuid(os.getuid()).pw_dir)
    return [Path(os.path.realpath(home)) for home in called]


def _lines(path: Path) -> list[Path]:
    return [path, *path.parents]


def _within(folder: Path, chain: list[Path]) -> bool:
    """Whether `folder` is one of `chain`, however it is spelled."""
    mark = _mark(folder)
    return folder in chain if mark is None else any(_mark(other) == mark for other in chain)


def _mark(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _named(shown: Path, site: Path) -> str:
    absolute = shown.absolute()
    return f"“{shown}”" if Path(os.path.normpath(absolute)) == site else f"“{shown}”（也就是 {site}）"
