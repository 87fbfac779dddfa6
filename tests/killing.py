"""A `kb` command that is killed, or gets no more room, at each step of its writing: for tests of what is left then.

`python -m tests.killing kill|full FROM BY FOLDER ARGUMENTS` copies FOLDER to FOLDER-1, FOLDER-2, … and runs
`kb ARGUMENTS` in each; in the n-th copy the step FROM + (n - 1) × BY is the last, until a run has fewer. A step is a
call that changes something on disk. Printed is how many copies there are, the last of them whole.
"""

import builtins
import contextlib
import errno
import io
import os
import shutil
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from macros.cli import check, import_, stopped  # noqa: F401 - loaded once, before all the runs
from macros.cli import main as kb
from macros.importing import plan, reading, report  # noqa: F401

STEPS = ("open", "fsync", "link", "rename", "replace", "unlink", "mkdir", "truncate")


_WHOLE = 100  # added to the exit code of a run that had fewer steps


def last(step: int, how: str) -> Callable[[], bool]:
    """From now on the step of that number, and with `full` every later one but removals, comes to nothing.

    What comes back says whether there was such a step.
    """
    count = 0

    def guarded(name: str, call: Any) -> Any:
        def run(*arguments: Any, **further: Any) -> Any:
            nonlocal count
            if name == "open" and not (len(arguments) > 1 and isinstance(arguments[1], int) and arguments[1] & os.O_CREAT):
                return call(*arguments, **further)
            count += 1
            if count >= step and how == "kill":
                os.kill(os.getpid(), signal.SIGKILL)
            if count >= step and name != "unlink":
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            return call(*arguments, **further)
        return run

    for name in STEPS:
        setattr(os, name, guarded(name, getattr(os, name)))
    plain = builtins.open

    def opened(file: Any, mode: str = "r", *arguments: Any, **further: Any) -> Any:
        if not isinstance(file, int) and set(mode) & set("wxa+"):
            sys.exit(f"written in place: {file}")
        return plain(file, mode, *arguments, **further)

    builtins.open = io.open = opened
    return lambda: count >= step


def run(step: int, how: str, arguments: list[str]) -> int:
    """The exit code of the command, or minus the signal that ended it; what it prints goes to the file `said`."""
    child = os.fork()
    if not child:
        said = os.open("said", os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        os.dup2(said, 1)
        os.dup2(said, 2)
        reached = last(step, how)
        try:
            kb(arguments, prog_name="kb")
        except SystemExit as end:
            sys.stdout.flush()
            os._exit((end.code if isinstance(end.code, int) else 70) + (0 if reached() else _WHOLE))
        except BaseException:
            import traceback

            traceback.print_exc()
            sys.stderr.flush()
            os._exit(71)
        os._exit(72)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def each(how: str, first: int, by: int, folder: Path, arguments: list[str]) -> int:
    # What is loaded, and worked out from the words, once for all the runs.
    os.chdir(folder)
    with contextlib.redirect_stdout(io.StringIO()), contextlib.suppress(SystemExit):
        kb([*arguments, "--dry-run"] if arguments[0] == "import" else ["check"], standalone_mode=False)
    number, code = 0, 0
    while code < _WHOLE:
        number += 1
        copy = folder.with_name(f"{folder.name}-{number}")
        shutil.copytree(folder, copy)
        os.chdir(copy)
        code = run(first + (number - 1) * by, how, arguments)
        # The disk may be full when all is written: a leftover is not removed, a name not synchronised.
        expected = (-signal.SIGKILL,) if how == "kill" else (0, 1)
        if code not in (*expected, _WHOLE, _WHOLE + 1):
            sys.exit(f"{copy}: {code}\n{(copy / 'said').read_text(encoding='utf-8')}")
    return number


def main() -> None:
    print(each(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), Path(sys.argv[4]).resolve(), sys.argv[5:]))


if __name__ == "__main__":
    main()
