"""The process that has loaded everything: `python -m tests.loading` answers what tests/loaded.py asks."""

import atexit
import contextlib
import functools
import gc
import importlib
import io
import json
import os
import pkgutil
import select
import signal
import socket
import subprocess
import sys
import tempfile
import traceback
import types
from collections.abc import Mapping
from pathlib import Path

from tests import loaded

PROJECT = Path(__file__).resolve().parent.parent
# MkDocs, and what mkdocs.yml names.
THEME = ("mkdocs.__main__", "mkdocs.commands.build", "mkdocs_macros.plugin", "material.templates", "multiprocessing.popen_fork",
         *(f"markdown.extensions.{name}" for name in ("abbr", "admonition", "attr_list", "def_list", "footnotes", "md_in_html", "tables", "toc")),
         *(f"pymdownx.{name}" for name in ("details", "highlight", "slugs", "snippets", "superfences", "tasklist")),
         "pygments.formatters.html", "pygments.lexers", "pygments.styles")
# What the package loads when it is wanted, which in a build it always is.
LATE = ("opencc", "pypinyin", "pypinyin.constants", "xlsxwriter", "docx")
# MkDocs loads these as files.
BY_PATH = ("macros.site.mkdocs_hooks",)


@functools.cache
def address() -> str:
    """Where the process answers; it ends with this one."""
    folder = tempfile.TemporaryDirectory(prefix="kb-loaded-")
    at = f"{folder.name}/socket"
    process = subprocess.Popen([sys.executable, "-m", "tests.loading", at], cwd=PROJECT, stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def end() -> None:
        process.communicate()
        folder.cleanup()

    atexit.register(end)
    assert process.stdout and process.stdout.readline() == b"ready\n"
    return at


def run(program: str, *arguments: str | Path, folder: Path = PROJECT, umask: int | None = None,
        environment: Mapping[str, str] | None = None) -> "subprocess.CompletedProcess[str]":
    """What `subprocess.run` would give for `python -m PROGRAM ARGUMENTS`, whose module has a `main`, in that folder."""
    given = [str(argument) for argument in arguments]
    with tempfile.TemporaryFile("w+", encoding="utf-8") as out, tempfile.TemporaryFile("w+", encoding="utf-8") as told, Path(os.devnull).open() as nothing:
        streams = (nothing.fileno(), out.fileno(), told.fileno())
        code = loaded.ask(address(), program, given, dict(os.environ if environment is None else environment),
                          streams=streams, folder=str(folder), umask=umask)
        out.seek(0)
        told.seek(0)
        return subprocess.CompletedProcess([program, *given], code, out.read(), told.read())


def serve(at: str) -> None:
    """Run each program that is asked for in a copy of this process."""
    for name in (*THEME, *LATE):
        importlib.import_module(name)
    for module in pkgutil.walk_packages([str(PROJECT / "macros")], "macros."):
        if module.name not in BY_PATH:
            importlib.import_module(module.name)
    gc.freeze()
    with socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET) as server:
        server.bind(at)
        server.listen()
        signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody waits for the copies
        print("ready", flush=True)
        while _still_wanted(server):
            link, _ = server.accept()
            if not os.fork():
                server.close()
                _become(link)
            link.close()


def _still_wanted(server: socket.socket) -> bool:
    """Waits until somebody asks, or nobody ever will."""
    readable, _, _ = select.select([server, 0], [], [])
    return 0 not in readable


def _become(link: socket.socket) -> None:
    """The process that was asked for, to its end."""
    code, rest = 70, []
    try:
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        asked, fds, _, _ = socket.recv_fds(link, loaded.MOST, 16)
        program, arguments, environment, folder, umask, _ = json.loads(asked)
        os.chdir(folder)
        if umask is not None:
            os.umask(umask)
        os.environ.clear()
        os.environ.update(environment)
        for fd in (0, 1, 2):
            os.dup2(fds[fd], fd)
            os.close(fds[fd])
        rest = fds[3:]
        for fd in rest:
            os.set_inheritable(fd, True)
        sys.stdin, sys.stdout = io.TextIOWrapper(open(0, "rb", closefd=False)), io.TextIOWrapper(open(1, "wb", closefd=False))  # noqa: SIM115
        sys.stderr = io.TextIOWrapper(open(2, "wb", closefd=False), errors="backslashreplace", line_buffering=True)  # noqa: SIM115
        sys.argv = ["-c", *arguments]
        sys.modules["__main__"] = types.ModuleType("__main__")
        main = importlib.import_module(program).main
        code = main(arguments) if program == loaded.BUILD else main()
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else 0 if end.code is None else 1
    except BaseException:
        traceback.print_exc()
    finally:
        with contextlib.suppress(OSError):
            sys.stdout.flush()
        with contextlib.suppress(OSError):
            sys.stderr.flush()
        for fd in rest:
            os.close(fd)
        with contextlib.suppress(OSError):
            link.send(str(code or 0).encode())
        os._exit(code or 0)


if __name__ == "__main__":
    serve(sys.argv[1])
