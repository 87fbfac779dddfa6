"""`build` for tests of what stands in the site: its pages are made by a process that has loaded everything (tests/loaded.py).

Tests of the process that builds, and of the same bytes from another one, take `macros.site.atomic_build` itself.
"""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from unittest import mock

from macros.site import atomic_build, workshop
from tests import loaded, loading

# What is read from the environment while modules are loaded.
EARLY = ("KB_SHELL",)
_as_it_is = atomic_build._run


def build(*arguments: Any, **further: Any) -> atomic_build.BuildResult:
    """The same as `macros.site.atomic_build.build`."""
    if sys.platform != "linux" or {*EARLY} & {*os.environ, *(further.get("environment") or ())}:
        return atomic_build.build(*arguments, **further)
    with mock.patch.object(atomic_build, "_run", _run):
        return atomic_build.build(*arguments, **further)


def _run(project: Path, work: workshop.Workshop, settings: Mapping[str, str]) -> None:
    with mock.patch.object(subprocess, "run", _answered):
        _as_it_is(project, work, settings)


def _answered(command: list[str], *, env: Mapping[str, str], check: bool, pass_fds: tuple[int, ...]) -> "subprocess.CompletedProcess[Any]":
    """What `subprocess.run` would give for the command of a build."""
    assert command[:3] == [sys.executable, "-m", loaded.BUILD]
    sys.stdout.flush()
    sys.stderr.flush()
    return subprocess.CompletedProcess(command, loaded.ask(loading.address(), loaded.BUILD, command[3:], dict(env), pass_fds))
