"""Does a test notice when the core is broken? `make mutants` breaks each line of three rooms, one at a time.

usage: python tools/mutants.py [ROOM or MODULE…] [--seconds N] [--enough N] [--tests TESTS…]

Works on a copy. All tests are run once, to see which run what (`tools/executed.py`); then, for each way to break a
module (`tools/mutations.py`), those that run the broken statement are asked, the module's own first, the quick ones
before the slow: in a copy of a process that has loaded everything (`tools/swapped.py`) or, where what is broken runs
on loading, in one that imports the broken module. What no test notices is printed at once and must stand, with its
reason, in tests/MUTANTS.md; exit code 1 when one does not. --seconds ends it after so long, and it says where it was;
--enough asks no further tests of one broken place than take so many seconds when nothing is broken.
"""

import argparse
import ast
import contextlib
import importlib
import json
import os
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path
from typing import Any, NamedTuple

from executed import statement
from swapped import Loaded, inside

PROJECT = Path(__file__).resolve().parents[1]
TOOL = PROJECT / ".venv/mutants/bin/python"
ROOMS = ("model", "library", "reading")
KNOWN = PROJECT / "tests/MUTANTS.md"
# What no test of these rooms needs of the project's folder; the second anywhere in it.
LEFT, LEFT_ANYWHERE = (".git", ".venv", "site", "wheelhouse"), ("node_modules", "__pycache__")
# Tests beside those of the room that hold what it promises, quick ones only.
BESIDE = ("tests/model", "tests/library", "tests/reading", "tests/rules", "tests/editing", "tests/pages", "tests/exports/test_json_api.py",
          "tests/exports/test_tables.py")
# A broken loop may go on for ever: it may compute so many times as long as the tests take when nothing is broken; and for
# what waits instead of computing, seconds by the clock.
PATIENCE, LEAST, WAIT = 3, 20, 180
Listed = tuple[str, str, str]


class Place(NamedTuple):
    """A broken place: its line as it is and as it is then, and the module's whole text then."""

    module: str
    line: int
    operator: str
    before: str
    after: str
    text: str

    @property
    def listed(self) -> Listed:
        """As it stands in tests/MUTANTS.md."""
        return self.module, self.before, self.after


def main() -> int:
    given = arguments()
    end, left = time.monotonic() + given.seconds, 0
    known = set(explained(KNOWN.read_text("utf-8"))) if KNOWN.is_file() else set()
    with tempfile.TemporaryDirectory() as folder:
        os.environ["TMPDIR"] = tempfile.tempdir = folder
        copy = Path(folder) / "copy"
        shutil.copytree(PROJECT, copy, ignore=lambda where, _: (*LEFT_ANYWHERE, *(LEFT if Path(where) == PROJECT else ())))
        meant = list(modules(given.what))
        core = Core(copy, sorted({*given.tests, *(file for module in meant for file in own(module))}), given.enough)
        for module in meant:
            places = list(broken(copy, module))
            noticed = {True: 0, False: 0}
            for place, seen in core.tried(module, places):
                noticed[seen] += 1
                if not seen:
                    left += place.listed not in known
                    print(f"  {module}:{place.line} {place.operator}{'（有说明）' if place.listed in known else ''}\n"
                          f"    - {place.before}\n    + {place.after}", flush=True)
                if time.monotonic() > end:
                    break
            untried = len(places) - sum(noticed.values())
            print(f"{module}：{noticed[True]} 处弄坏了有测试发现，{noticed[False]} 处没有{f'，{untried} 处没有试' if untried else ''}", flush=True)
            if time.monotonic() > end:
                break
        core.end()
    return 1 if left else 0


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Breaks the core, line by line, and runs its tests.")
    parser.add_argument("what", nargs="*", default=list(ROOMS), help="rooms of macros/, or modules (model/titles.py)")
    parser.add_argument("--seconds", type=float, default=float("inf"), help="end after so long")
    parser.add_argument("--enough", type=float, default=float("inf"), help="ask tests of one broken place that take so long together")
    parser.add_argument("--tests", nargs="*", default=list(BESIDE), help="where to look for a test that notices")
    return parser.parse_args()


def modules(what: list[str]) -> Iterator[str]:
    """The modules that are meant, as paths in the project."""
    for name in what:
        path = PROJECT / "macros" / name
        files = sorted(path.glob("*.py")) if path.is_dir() else [path]
        yield from (file.relative_to(PROJECT).as_posix() for file in files if file.stem != "__init__")


def broken(copy: Path, module: str) -> Iterator[Place]:
    """Each way to break the module."""
    said = subprocess.run([TOOL, PROJECT / "tools/mutations.py", copy / module], capture_output=True, text=True, check=True)  # noqa: S603
    for operator, line, before, after, text in json.loads(said.stdout):
        yield Place(module, line, operator, before, after, text)


class Core:
    """What is broken, and the tests that are asked."""

    def __init__(self, copy: Path, tests: list[str], enough: float) -> None:
        self._copy, self._enough, self._loaded = copy, enough, Loaded(copy, tests, ROOMS)
        executed = self._loaded.record()
        if executed is None:
            sys.exit(f"没有弄坏，测试也不通过：先运行 .venv/bin/pytest {' '.join(tests)}")
        self._executed = executed
        # For all processes that follow: what they load that is not ours.
        for name in executed.modules:
            with contextlib.suppress(Exception):
                importlib.import_module(name)

    def end(self) -> None:
        self._loaded.end()

    def tried(self, module: str, places: list[Place]) -> Iterator[tuple[Place, bool]]:
        """Each broken place of a module, and whether a test noticed."""
        file, mine = self._copy / module, own(module)
        text, seconds = file.read_text("utf-8"), self._executed.seconds
        own_tests = [test for test in seconds if _file(test) in mine]
        tree = ast.parse(text)
        quick: list[tuple[Place, list[str]]] = []
        slow: list[tuple[Place, list[str]]] = []
        for place in places:
            lines = statement(tree, place.line)
            tests = in_order(self._executed.tests(module, lines), seconds, mine, self._enough)
            where = quick if tests and not self._executed.on_loading(module, lines) and inside(module, text, place.text) else slow
            where.append((place, tests or own_tests))
        if any(seen for _, seen in self._loaded.noticed([(str(file), text, own_tests)], seconds)):
            sys.exit(f"{module} 没有弄坏，它的测试在复制出来的进程里也不通过")
        for number, seen in self._loaded.noticed([(str(file), place.text, tests) for place, tests in quick], seconds):
            if seen is None:
                slow.append(quick[number])
            else:
                yield quick[number][0], seen
        for place, tests in slow:
            yield place, noticed_anew(file, place.text, self._copy, tests, seconds)


def noticed_anew(file: Path, text: str, copy: Path, tests: list[str], seconds: dict[str, float]) -> bool:
    """Whether a test notices when the broken module is imported."""
    before = file.read_text("utf-8")
    # Compiled when nothing was broken.
    for compiled in (file.parent / "__pycache__").glob(f"{file.stem}.*"):
        compiled.unlink()
    try:
        file.write_text(text, "utf-8")
        return not passes(copy, tests, int(LEAST + PATIENCE * sum(map(seconds.__getitem__, tests))))
    finally:
        file.write_text(before, "utf-8")


def _file(test: str) -> str:
    return test.split("::")[0]


def in_order(tests: list[str], seconds: dict[str, float], mine: list[str], enough: float) -> list[str]:
    """The module's own first, then the quick ones, file by file: what the tests of one file share is made once. No more
    than take `enough` seconds, but all of the module's own."""
    files: dict[str, float] = {}
    for test in tests:
        files[_file(test)] = files.get(_file(test), 0) + seconds[test]
    ordered = sorted(tests, key=lambda test: (_file(test) not in mine, files[_file(test)], _file(test), seconds[test]))
    sums = accumulate(map(seconds.__getitem__, ordered))
    return [test for test, together in zip(ordered, sums, strict=True) if _file(test) in mine or together <= enough]


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


def passes(copy: Path, tests: list[str], patience: int) -> bool:
    """Whether all tests pass on the copy as it is, within so many seconds of computing, in a copy of this process, which has
    loaded all but ours."""
    import pytest

    process = os.fork()
    if process == 0:
        os.setpgid(0, 0)
        resource.setrlimit(resource.RLIMIT_CPU, (patience, patience))
        os.chdir(copy)
        # Before what is installed: the copy.
        sys.path[:0] = [str(copy)]
        # What is not broken is compiled once.
        sys.dont_write_bytecode = True
        null = os.open(os.devnull, os.O_RDWR)
        for number in (0, 1, 2):
            os.dup2(null, number)
        files = list(dict.fromkeys(map(_file, tests)))
        try:
            code = int(pytest.main(["-x", "-q", "-p", "no:cacheprovider", "-p", "no:xdist", "-m", "not browser and not live", *files],
                                   plugins=[_Chosen(tests)]))
        except BaseException:
            code = 1
        os._exit(code)
    return _ended(process, WAIT) == 0


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


def explained(text: str) -> Iterator[Listed]:
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
