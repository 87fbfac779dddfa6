"""A build is whole or not at all: it goes to a fresh folder and is swapped in when complete.

MkDocs empties its target before the first error can show, so it never gets the real one. What a
build does not change stays the very file that it was: a copy to the server moves only the rest.
"""

import filecmp
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from macros.reading import data_folder, published
from macros.runtime import reasons
from macros.site import fingerprint, target, workshop

PROJECT = Path(__file__).resolve().parents[2]
# Material announces its end of life, and MkDocs 2, at every start; the lock files hold both.
QUIET = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}
# The folders that the project itself consists of; data and docs may be others.
SHIPPED = (".ci", ".gitea", ".githooks", ".github", ".gitlab", ".vscode", "bench", "data", "deploy", "docs", "macros", "overrides",
           "requirements", "schema", "tests", "tools")
# The templates in overrides/ that the theme asks for by name, and the folder of the entries' own.
TEMPLATES = ("404.html", "fragments", "main.html", "partials/footer.html", "partials/header.html", "partials/palette.html",
             "partials/javascripts/base.html", "partials/javascripts/content.html", "partials/javascripts/palette.html", "sitemap.xml")


class BuildFailed(Exception):
    """There is no new site; the old one stands as it was.

    `message` and `cure` say why, in Chinese; both are empty when the build has printed its errors itself.
    """

    def __init__(self, message: str = "", cure: str = "") -> None:
        self.message, self.cure = message, cure
        super().__init__(f"{message}\n  改法：{cure}" if message else "")


class BuildRefused(BuildFailed):
    """Nothing was begun: there is no library here, or the site must not go where it should."""


@dataclass(frozen=True)
class BuildResult:
    """A finished build: where it lies, how many pages and files, their size in bytes, and how
    many files are not as they were."""

    site: Path
    pages: int
    files: int
    size: int
    changed: int


def build(project: Path = PROJECT, *, data: Path, docs: Path, site: Path,
          environment: dict[str, str] | None = None) -> BuildResult:
    """Build the library under `data` with the hand-written pages under `docs` into `site`.

    Findings and progress are printed by the build itself. When nothing has changed since the last
    build, no file is touched. Where `site` is a link, what it leads to is replaced.

    Raises:
        BuildRefused: there is no library, or `site` must not be replaced.
        BuildFailed: there are errors, or the disk refused; in any case `site` is as it was.
    """
    try:
        _come_upon(project, data, docs)
        result = _built(project, data.absolute(), docs.absolute(), site, environment or {})
    except target.TargetRefused as refused:
        raise BuildRefused(refused.message, refused.cure) from None
    except OSError as error:
        raise BuildFailed(*reasons.told(error)) from error
    return result


def examine(project: Path, data: Path, docs: Path, given: Path) -> None:
    """Refuse what MkDocs, called without `kb`, would do without a word: empty a folder, or make pages without our templates.

    Raises:
        target.TargetRefused: with the folder or the template, the reason and the cure.
        OSError: it can't be looked at.
    """
    if missing := missing_templates(project):
        raise target.TargetRefused(*told_missing(missing))
    site = target.real(given)
    target.examine(site, inputs(project, data, docs), given)
    target.prove(site, fingerprint.scan(site), target.noted(site), given)


def missing_templates(project: Path) -> list[str]:
    """Which of our templates are gone: without one, the theme's own would take its place without a word."""
    overrides = project / "overrides"
    return [f"overrides/{name}" for name in TEMPLATES if not (overrides / name).exists()] if overrides.is_dir() else ["overrides"]


def told_missing(missing: list[str]) -> tuple[str, str]:
    """What is wrong when templates are missing, and the cure."""
    return (f"没有 {'、'.join(missing)}，网页的模板不全",
            f"从 git 取回来：git checkout -- {' '.join(missing)}；不是克隆来的，就从原来的压缩包里再解压一份")


def inputs(project: Path, data: Path, docs: Path) -> dict[Path, str]:
    """The folders that a build reads or the project consists of, with what they are called in messages."""
    return {project: target.PROJECT, **{project / name: "这个库自己要用的文件夹" for name in SHIPPED},
            data: "数据文件夹", docs: "手写页面的文件夹"}


def _come_upon(project: Path, data: Path, docs: Path) -> None:
    problem = data_folder.wrong(data)
    if problem:
        raise BuildRefused(*problem)
    if not docs.is_dir():
        raise BuildRefused(f"没有“{docs}”这个手写页面的文件夹", "在库的根文件夹里运行，或用 --docs 指明")
    if not (project / "mkdocs.yml").is_file():
        raise BuildRefused(f"kb 装在“{project}”，那里没有库的 mkdocs.yml", "到库的根文件夹里重新安装：pip install --no-deps -e .")
    if missing := missing_templates(project):
        raise BuildRefused(*told_missing(missing))
    # MkDocs would refuse some of these in its own words, before the check can.
    if wrong := next(published.check(project), None):
        raise BuildRefused(f"{wrong.path}:{wrong.line}:{wrong.column}: {wrong.message}", wrong.cure)


def _built(project: Path, data: Path, docs: Path, given: Path, environment: Mapping[str, str]) -> BuildResult:
    site = target.real(given)
    target.examine(site, inputs(project, data, docs), given)
    mark = target.noted(site)
    workshop.sweep(site, mark)
    settings = {**os.environ, **QUIET, "DATA": str(data), "DOCS": str(docs),
                "SOURCE_DATE_EPOCH": os.environ.get("SOURCE_DATE_EPOCH") or commit_time(project), **environment}
    read = fingerprint.of_inputs(project, data, docs, settings)
    target.examine(site, dict.fromkeys(read.linked, "通过链接用到的文件夹"), given)
    before = fingerprint.scan(site)
    if mark and mark.holds(read, before):
        return _measured(given, before, 0)
    target.prove(site, before, mark, given)
    with workshop.opened(site) as work:
        _run(project, work, settings)
        files = _keep_unchanged(work.fresh, site, before)
        with workshop.alone(site):
            now = target.noted(site)
            there = before
            if now != mark:  # another build was faster
                there = fingerprint.scan(site)
                target.prove(site, there, now, given)
            # Before the exchange: cut off at any point, both the old site and the new one are known.
            fingerprint.write(site, read.digest, files, there)
            try:
                work.exchange(site, there, files)
            except (target.TargetRefused, OSError):
                if now is None:  # there is nothing yet that a note could be about
                    fingerprint.place(site).unlink(missing_ok=True)
                raise
    same = fingerprint.known(files).items() & fingerprint.known(before).items()
    return _measured(given, files, len(files.keys() | before.keys()) - len(same))


def _run(project: Path, work: workshop.Workshop, settings: Mapping[str, str]) -> None:
    command = [sys.executable, "-m", "macros.site.mkdocs_process", "--strict", "--quiet",
               "--config-file", str(project / "mkdocs.yml"), "--site-dir", str(work.fresh)]
    code = subprocess.run(command, env=settings, check=False, pass_fds=work.held).returncode  # noqa: S603 - our own command
    if code < 0:
        raise BuildFailed(f"生成网站的进程被系统结束了（信号 {-code}）", "多半是内存不够：关掉一些程序，再来一次")
    if code:
        raise BuildFailed


def _measured(site: Path, files: fingerprint.Files, changed: int) -> BuildResult:
    pages = sum(address.endswith(".html") for address in files)
    return BuildResult(site.absolute(), pages, len(files), sum(stat.st_size for stat in files.values()), changed)


def _keep_unchanged(fresh: Path, site: Path, before: fingerprint.Files) -> fingerprint.Files:
    """Put the old file in the place of every new one with the same bytes; what is then in `fresh`."""
    made = fingerprint.scan(fresh)
    for address, stat in made.items():
        old, twin = site / address, fresh / address
        if address not in before or before[address].st_size != stat.st_size:
            continue
        with suppress(FileNotFoundError):  # another build has replaced the old ones
            if filecmp.cmp(old, twin, shallow=False):
                _take_over(old, twin)
                made[address] = twin.lstat()
    return made


def _take_over(old: Path, twin: Path) -> None:
    aside = twin.with_name(f"{twin.name}.kb-twin")
    try:
        os.link(old, aside)
    except FileNotFoundError:
        raise
    except OSError:  # a file system without links
        shutil.copy2(old, aside)
    aside.replace(twin)


def commit_time(project: Path) -> str:
    """The time of the commit, so that the same commit gives the same bytes; 0 without git."""
    try:
        done = subprocess.run(["git", "-C", str(project), "log", "-1", "--format=%ct"],  # noqa: S603, S607
                              capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return "0"
    return done.stdout.strip() or "0"
