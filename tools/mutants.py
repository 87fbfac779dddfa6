"""Does a test notice when the core is broken? `make mutants` breaks each line of three rooms, one at a time.

usage: python tools/mutants.py [ROOM or MODULE…] [--seconds N] [--tests TESTS…]

Works on a copy. For each way to break a module (`tools/mutations.py`), a process imports the broken copy and
runs the tests, those of the module first. What no test notices is printed and must stand, with its reason, in
tests/MUTANTS.md; exit code 1 when one does not. With --seconds it ends after so long and says where it was.
"""

import argparse
import ast
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]
TOOL = PROJECT / ".venv/mutants/bin/python"
ROOMS = ("model", "library", "reading")
KNOWN = PROJECT / "tests/MUTANTS.md"
# What no test of these rooms needs of the project's folder; the second anywhere in it.
LEFT, LEFT_ANYWHERE = (".git", ".venv", "site", "wheelhouse"), ("node_modules", "__pycache__")
# Tests beside those of the room that hold what it promises, quick ones only.
BESIDE = ("tests/model", "tests/library", "tests/reading", "tests/rules", "tests/editing", "tests/pages", "tests/exports/test_json_api.py",
          "tests/exports/test_tables.py")
# They build pages for every field, or a whole site: asked last, when nothing else has noticed.
SLOW = ("tests/model/test_every_field.py", "tests/pages/test_original.py")
# A broken loop may go on for ever: it is given as many times as long as the tests take when nothing is broken.
PATIENCE, FIRST = 4, 1200
Place = tuple[str, str, str]


def main() -> int:
    given = arguments()
    end = time.monotonic() + given.seconds
    known, left = set(explained(KNOWN.read_text("utf-8"))) if KNOWN.is_file() else set(), 0
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "copy"
        shutil.copytree(PROJECT, copy, ignore=lambda where, _: (*LEFT_ANYWHERE, *(LEFT if Path(where) == PROJECT else ())))
        for module in modules(given.what):
            killed, survivors, over = tried(copy, module, given.tests, end)
            print(f"{module}：{killed} 处弄坏了有测试发现，{len(survivors)} 处没有{'，没有做完' if over else ''}", flush=True)
            for place, operator, line in survivors:
                seen = place in known
                left += not seen
                print(f"  {module}:{line} {operator}{'（有说明）' if seen else ''}\n    - {place[1]}\n    + {place[2]}", flush=True)
            if over:
                break
    return 1 if left else 0


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Breaks the core, line by line, and runs its tests.")
    parser.add_argument("what", nargs="*", default=list(ROOMS), help="rooms of macros/, or modules (model/titles.py)")
    parser.add_argument("--seconds", type=float, default=float("inf"), help="end after so long")
    parser.add_argument("--tests", nargs="*", default=list(BESIDE), help="where to look for a test that notices")
    return parser.parse_args()


def modules(what: list[str]) -> Iterator[str]:
    """The modules that are meant, as paths in the project."""
    for name in what:
        path = PROJECT / "macros" / name
        files = sorted(path.glob("*.py")) if path.is_dir() else [path]
        yield from (file.relative_to(PROJECT).as_posix() for file in files if file.stem != "__init__")


def tried(copy: Path, module: str, tests: list[str], end: float) -> tuple[int, list[tuple[Place, str, int]], bool]:
    """How many ways to break the module were noticed, those that were not, and whether time was over first."""
    file, text = copy / module, (PROJECT / module).read_text("utf-8")
    said = subprocess.run([TOOL, PROJECT / "tools/mutations.py", PROJECT / module], capture_output=True, text=True, check=True)  # noqa: S603
    patience = {}
    for part in (parts := ordered(module, tests)):
        began = time.monotonic()
        if not passes(copy, part, FIRST):
            sys.exit(f"{module}：没有弄坏，测试也不通过：先运行 .venv/bin/pytest {' '.join(part)}")
        patience[part] = max(60, PATIENCE * (time.monotonic() - began))
    killed, survivors, over = 0, [], False
    for operator, line, before, after, broken in json.loads(said.stdout):
        over = time.monotonic() > end
        if over:
            break
        file.write_text(broken, "utf-8")
        if all(passes(copy, part, patience[part]) for part in parts):
            survivors.append(((module, before, after), operator, line))
        else:
            killed += 1
    file.write_text(text, "utf-8")
    return killed, survivors, over


def ordered(module: str, tests: list[str]) -> list[tuple[str, ...]]:
    """The tests in parts, each asked when those before noticed nothing: the module's own, its room's, the others, the slow ones.

    Where a module has no test of its name, tests/project/test_mirror.py tells which it has.
    """
    room, name = module.removeprefix("macros/").split("/", 1)
    elsewhere = covered().get(f"{room}/{name.removesuffix('.py')}")
    asked: set[str] = set(SLOW)
    parts = []
    for paths in ([f"tests/{room}/test_{name}", *([f"tests/{elsewhere}"] if elsewhere else [])], [f"tests/{room}"], tests):
        files = [file.relative_to(PROJECT).as_posix() for path in paths for file in _files(PROJECT / path)]
        parts.append(tuple(dict.fromkeys(file for file in files if file not in asked)))
        asked.update(files)
    return [part for part in (*parts, SLOW) if part]


def _files(path: Path) -> list[Path]:
    """The files of tests that a path means: itself, or those of a folder."""
    return sorted(path.rglob("test_*.py")) if path.is_dir() else [path] if path.exists() else []


def covered() -> dict[str, str]:
    """The table of tests/project/test_mirror.py; read, not imported: no module of ours is loaded in this process."""
    for node in ast.parse((PROJECT / "tests/project/test_mirror.py").read_text("utf-8")).body:
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "COVERED":
            table: dict[str, str] = ast.literal_eval(node.value)
            return table
    return {}


def passes(copy: Path, tests: tuple[str, ...], patience: float) -> bool:
    """Whether all tests pass on the copy as it is, within `patience` seconds: in a copy of this process, which has loaded all but ours."""
    import pytest

    process = os.fork()
    if process == 0:
        os.setpgid(0, 0)
        os.chdir(copy)
        # Before what is installed: the copy.
        sys.path[:0] = [str(copy)]
        sys.dont_write_bytecode = True
        null = os.open(os.devnull, os.O_RDWR)
        for number in (0, 1, 2):
            os.dup2(null, number)
        try:
            code = int(pytest.main(["-x", "-q", "-p", "no:cacheprovider", "-p", "no:xdist", "-m", "not browser and not live", *tests]))
        except BaseException:
            code = 1
        os._exit(code)
    return _ended(process, patience) == 0


def _ended(process: int, patience: float) -> int:
    """How it ended; what takes too long is ended."""
    end = time.monotonic() + patience
    while time.monotonic() < end:
        done, status = os.waitpid(process, os.WNOHANG)
        if done:
            return os.waitstatus_to_exitcode(status)
        time.sleep(0.02)
    os.killpg(process, signal.SIGKILL)
    os.waitpid(process, 0)
    return 1


def explained(text: str) -> Iterator[Place]:
    """The survivors that tests/MUTANTS.md lists: under each module's heading, lines `- …` and `+ …`."""
    module = before = ""
    for line in text.splitlines():
        if line.startswith("## "):
            module = line.removeprefix("## ").strip()
        elif line.startswith("    - "):
            before = line.removeprefix("    - ").strip()
        elif line.startswith("    + "):
            yield module, before, line.removeprefix("    + ").strip()


if __name__ == "__main__":
    # Loaded once for all processes: everything that is not ours.
    import bs4  # noqa: F401
    import jinja2  # noqa: F401
    import lxml.etree  # noqa: F401
    import pydantic.dataclasses  # noqa: F401
    import yaml  # noqa: F401

    sys.exit(main())
