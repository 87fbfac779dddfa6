"""Does a test notice when the core is broken? `make mutants` breaks each line of three rooms, one at a time.

usage: python tools/mutants.py [ROOM or MODULE…] [--seconds N] [--tests TESTS…]

Works on a copy. All tests are run once, to see which run what (`tools/executed.py`); then, for each way to break a
module (`tools/mutations.py`), a process imports the broken copy and runs those that run the broken statement, the
module's own first, the quick ones before the slow. What no test notices is printed at once and must stand, with its
reason, in tests/MUTANTS.md; exit code 1 when one does not. With --seconds it ends after so long and says where it was.
"""

import argparse
import ast
import contextlib
import importlib
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
from typing import Any

from executed import Executed, Recorder, read, statement

PROJECT = Path(__file__).resolve().parents[1]
TOOL = PROJECT / ".venv/mutants/bin/python"
ROOMS = ("model", "library", "reading")
KNOWN = PROJECT / "tests/MUTANTS.md"
# What no test of these rooms needs of the project's folder; the second anywhere in it.
LEFT, LEFT_ANYWHERE = (".git", ".venv", "site", "wheelhouse"), ("node_modules", "__pycache__")
# Tests beside those of the room that hold what it promises, quick ones only.
BESIDE = ("tests/model", "tests/library", "tests/reading", "tests/rules", "tests/editing", "tests/pages", "tests/exports/test_json_api.py",
          "tests/exports/test_tables.py")
# A broken loop may go on for ever: it is given as many times as long as the tests take when nothing is broken.
PATIENCE, LEAST, FIRST = 4, 40, 3600
Place = tuple[str, str, str]


def main() -> int:
    given = arguments()
    end = time.monotonic() + given.seconds
    known, left = set(explained(KNOWN.read_text("utf-8"))) if KNOWN.is_file() else set(), 0
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "copy"
        shutil.copytree(PROJECT, copy, ignore=lambda where, _: (*LEFT_ANYWHERE, *(LEFT if Path(where) == PROJECT else ())))
        meant = list(modules(given.what))
        executed = recorded(copy, sorted({*given.tests, *(file for module in meant for file in own(module))}))
        for module in meant:
            noticed, over = {True: 0, False: 0}, False
            for place, operator, line, seen in tried(copy, module, executed):
                noticed[seen] += 1
                if not seen:
                    left += place not in known
                    print(f"  {module}:{line} {operator}{'（有说明）' if place in known else ''}\n    - {place[1]}\n    + {place[2]}", flush=True)
                if over := time.monotonic() > end:
                    break
            print(f"{module}：{noticed[True]} 处弄坏了有测试发现，{noticed[False]} 处没有{'，没有做完' if over else ''}", flush=True)
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


def recorded(copy: Path, tests: list[str]) -> Executed:
    """What the tests run when nothing is broken. What they load that is not ours is loaded here, for all processes that follow."""
    file = copy.parent / "executed.json"
    recorder = Recorder(copy, ROOMS)
    if not passes(copy, tests, FIRST, recorder, file):
        sys.exit(f"没有弄坏，测试也不通过：先运行 .venv/bin/pytest {' '.join(tests)}")
    executed = read(file)
    for name in executed.modules:
        with contextlib.suppress(Exception):
            importlib.import_module(name)
    return executed


def tried(copy: Path, module: str, executed: Executed) -> Iterator[tuple[Place, str, int, bool]]:
    """Each way to break the module, and whether a test noticed."""
    file, mine = copy / module, own(module)
    text = file.read_text("utf-8")
    said = subprocess.run([TOOL, PROJECT / "tools/mutations.py", file], capture_output=True, text=True, check=True)  # noqa: S603
    # Compiled when nothing was broken.
    for compiled in (file.parent / "__pycache__").glob(f"{file.stem}.*"):
        compiled.unlink()
    tree = ast.parse(text)
    try:
        for operator, line, before, after, broken in json.loads(said.stdout):
            parts = asked(executed, executed.tests(module, statement(tree, line)), mine)
            file.write_text(broken, "utf-8")
            seen = not all(passes(copy, part, max(LEAST, PATIENCE * sum(map(executed.seconds.__getitem__, part)))) for part in parts)
            yield (module, before, after), operator, line, seen
    finally:
        file.write_text(text, "utf-8")


def asked(executed: Executed, run: list[str], mine: list[str]) -> Iterator[list[str]]:
    """The tests in parts, each asked when those before noticed nothing: of those that run the statement, the module's own and
    the others; then what else is in their files, which may go by what was kept when another test ran it."""
    files = {_file(test) for test in run} | set(mine)
    rest = [test for test in executed.seconds if _file(test) in files and test not in set(run)]
    for part in ([test for test in run if _file(test) in mine], [test for test in run if _file(test) not in mine], rest):
        if part:
            yield in_order(part, executed.seconds)


def _file(test: str) -> str:
    return test.split("::")[0]


def in_order(tests: list[str], seconds: dict[str, float]) -> list[str]:
    """The quick ones first, file by file: what the tests of one file share is made once."""
    files: dict[str, float] = {}
    for test in tests:
        files[_file(test)] = files.get(_file(test), 0) + seconds[test]
    return sorted(tests, key=lambda test: (files[_file(test)], _file(test), seconds[test]))


def own(module: str) -> list[str]:
    """The files of a module's own tests; where it has none of its name, tests/project/test_mirror.py tells which it has."""
    room, name = module.removeprefix("macros/").removesuffix(".py").rsplit("/", 1)
    elsewhere = covered().get(f"{room}/{name}")
    named = [f"tests/{room}/test_{name}.py", *([f"tests/{elsewhere}"] if elsewhere else [])]
    there = [path for path in named if (PROJECT / path).is_file()]
    # The detectors of slips have their tests together.
    return there or [file.relative_to(PROJECT).as_posix() for file in sorted((PROJECT / f"tests/{room}").glob("test_*.py"))]


def covered() -> dict[str, str]:
    """The table of tests/project/test_mirror.py; read, not imported: no module of ours is loaded in this process."""
    for node in ast.parse((PROJECT / "tests/project/test_mirror.py").read_text("utf-8")).body:
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "COVERED":
            table: dict[str, str] = ast.literal_eval(node.value)
            return table
    return {}


class _Chosen:
    """The tests that are asked, in the order in which they are."""

    def __init__(self, tests: list[str]) -> None:
        self._place = {test: number for number, test in enumerate(tests)}

    def pytest_collection_modifyitems(self, items: list[Any]) -> None:
        items[:] = sorted((item for item in items if item.nodeid in self._place), key=lambda item: self._place[item.nodeid])


def passes(copy: Path, tests: list[str], patience: float, recorder: Recorder | None = None, file: Path | None = None) -> bool:
    """Whether all tests (files, folders, or single ones) pass on the copy as it is, within `patience` seconds.

    In a copy of this process, which has loaded all but ours. A recorder writes what they run into `file`.
    """
    import pytest

    process = os.fork()
    if process == 0:
        os.setpgid(0, 0)
        os.chdir(copy)
        # Before what is installed: the copy.
        sys.path[:0] = [str(copy)]
        # What is not broken is compiled once.
        sys.dont_write_bytecode = recorder is None
        null = os.open(os.devnull, os.O_RDWR)
        for number in (0, 1, 2):
            os.dup2(null, number)
        files = list(dict.fromkeys(map(_file, tests)))
        plugin = recorder or _Chosen(tests)
        try:
            if recorder:
                recorder.start()
            code = int(pytest.main(["-x", "-q", "-p", "no:cacheprovider", "-p", "no:xdist", "-m", "not browser and not live", *files],
                                   plugins=[plugin]))
            if recorder and file:
                recorder.write(file)
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
    sys.exit(main())
