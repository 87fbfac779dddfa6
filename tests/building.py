"""`build` for tests of what stands in the site: the pages are made by a copy of a process that has loaded everything.

Loading MkDocs and the package takes longer than making the pages of a small library. All copies hash alike and have
read their modules at the same time: tests of the process that builds, of the same bytes from another one and of what
changes with the code take `macros.site.atomic_build` itself.
"""

import array
import atexit
import functools
import gc
import importlib
import json
import os
import pkgutil
import socket
import subprocess
import sys
import traceback
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from unittest import mock

from macros.site import atomic_build, workshop

PROJECT = Path(__file__).resolve().parent.parent
# What is read from the environment while modules are loaded.
EARLY = ("KB_SHELL",)
# The packages that making pages needs; what they import comes with them.
LOADED = ("handwritten", "library", "model", "pages", "reading", "rules", "runtime", "site", "text", "exports", "search")
# MkDocs, and what mkdocs.yml names.
THEME = ("mkdocs.__main__", "mkdocs.commands.build", "mkdocs_macros.plugin", "material.templates", "multiprocessing.popen_fork",
         *(f"markdown.extensions.{name}" for name in ("abbr", "admonition", "attr_list", "def_list", "footnotes", "md_in_html", "tables", "toc")),
         *(f"pymdownx.{name}" for name in ("details", "highlight", "slugs", "snippets", "superfences", "tasklist")),
         "pygments.formatters.html", "pygments.lexers", "pygments.styles")
_MOST = 1 << 20
_as_it_is = atomic_build._run


def build(*arguments: Any, **further: Any) -> atomic_build.BuildResult:
    """The same as `macros.site.atomic_build.build`."""
    if sys.platform != "linux" or any(name in (further.get("environment") or os.environ) for name in EARLY):
        return atomic_build.build(*arguments, **further)
    with mock.patch.object(atomic_build, "_run", _run):
        return atomic_build.build(*arguments, **further)


def _run(project: Path, work: workshop.Workshop, settings: Mapping[str, str]) -> None:
    with mock.patch.object(subprocess, "run", _answered):
        _as_it_is(project, work, settings)


def _answered(command: list[str], *, env: Mapping[str, str], check: bool, pass_fds: tuple[int, ...]) -> "subprocess.CompletedProcess[Any]":
    """What `subprocess.run` would give for the command of a build."""
    assert command[:3] == [sys.executable, "-m", "macros.site.mkdocs_process"]
    sys.stdout.flush()
    sys.stderr.flush()
    asked = json.dumps([str(Path.cwd()), dict(env), command[3:], pass_fds]).encode()
    link = _loaded()
    link.sendmsg([asked], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, array.array("i", [1, 2, *pass_fds]))])
    return subprocess.CompletedProcess(command, int(link.recv(100)))


@functools.cache
def _loaded() -> socket.socket:
    """The way to the process that has loaded everything; it ends with this one."""
    ours, its = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    process = subprocess.Popen([sys.executable, "-m", "tests.building"], stdin=its, cwd=PROJECT)
    its.close()

    def end() -> None:
        ours.close()
        process.wait()

    atexit.register(end)
    return ours


def _serve(link: socket.socket) -> None:
    """Make each site that is asked for in a copy of this process."""
    for name in THEME:
        importlib.import_module(name)
    for package in LOADED:
        for module in pkgutil.walk_packages([str(PROJECT / "macros" / package)], f"macros.{package}."):
            if not module.name.endswith("mkdocs_hooks"):  # MkDocs loads it as a file
                importlib.import_module(module.name)
    gc.freeze()
    while True:
        asked, fds, _, _ = socket.recv_fds(link, _MOST, 16)
        if not asked:
            return
        child = os.fork()
        if not child:
            _become(link, asked, fds)
        for fd in fds:
            os.close(fd)
        link.send(str(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])).encode())


def _become(link: socket.socket, asked: bytes, fds: list[int]) -> None:
    """The process that was asked for, to its end."""
    code = 70
    try:
        link.close()
        folder, environment, arguments, _ = json.loads(asked)
        os.chdir(folder)
        os.environ.clear()
        os.environ.update(environment)
        for fd in (1, 2):
            os.dup2(fds[fd - 1], fd)
            os.close(fds[fd - 1])
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        from macros.site import mkdocs_process

        code = mkdocs_process.main(arguments)
    except BaseException:
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


if __name__ == "__main__":
    with socket.socket(fileno=0) as given:
        _serve(given)
