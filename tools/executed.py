"""Which tests run which lines of the core, and how long each takes: what tools/mutants.py goes by when it asks tests.

A plugin of pytest; what is run while no test is (when modules are loaded) counts for all of them.
"""

import ast
import json
import sys
import threading
import time
from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import CodeType, FrameType
from typing import Any

Line = tuple[str, int]
# A function that one test calls more often than this is not watched any longer in it: loops over every character would take hours.
_WATCHED = 500
# Modules of ours; all others may be loaded before a process is copied.
OURS = ("macros", "tests", "conftest", "__main__", "sitecustomize")


@dataclass(frozen=True)
class Executed:
    """`seconds` and `lines` of each test, by its id; `loading`: the lines run outside of them; `modules`: what was loaded that is not ours."""

    seconds: dict[str, float]
    lines: dict[str, set[Line]]
    loading: set[Line]
    modules: list[str]

    def tests(self, module: str, lines: range) -> list[str]:
        """The tests that run one of these lines of a module, all of them when it is run on loading."""
        meant = {(module, line) for line in lines}
        return [test for test in self.seconds if self.on_loading(module, lines) or self.lines.get(test, set()) & meant]

    def on_loading(self, module: str, lines: range) -> bool:
        """Whether one of these lines is run outside of tests."""
        return not self.loading.isdisjoint((module, line) for line in lines)


class Recorder:
    """Notes the lines of the core that each test runs; `write` puts them into a file that `read` reads."""

    def __init__(self, root: Path, rooms: tuple[str, ...]) -> None:
        self._root = f"{root}/"
        self._folders = tuple(f"{root}/macros/{room}/" for room in rooms)
        self._lines: dict[str, set[tuple[str, int]]] = defaultdict(set)
        self._seconds: dict[str, float] = defaultdict(float)
        self._calls: Counter[CodeType] = Counter()
        self._now = self._lines[""]

    def start(self) -> None:
        sys.settrace(self._called)
        threading.settrace(self._called)

    def _called(self, frame: FrameType, _event: str, _: object) -> Callable[..., Any] | None:
        if not frame.f_code.co_filename.startswith(self._folders):
            return None
        self._calls[frame.f_code] += 1
        return self._ran if self._calls[frame.f_code] <= _WATCHED else None

    def _ran(self, frame: FrameType, _event: str, _: object) -> Callable[..., Any]:
        self._now.add((frame.f_code.co_filename, frame.f_lineno))
        return self._ran

    def pytest_runtest_logstart(self, nodeid: str) -> None:
        # Anew for each test: Python gives up watching when that fails, as where a test calls too deep.
        self.start()
        self._calls.clear()
        self._now, self._began = self._lines[nodeid], time.monotonic()

    def pytest_runtest_logfinish(self, nodeid: str) -> None:
        self._now, self._seconds[nodeid] = self._lines[""], time.monotonic() - self._began

    def write(self, file: Path) -> None:
        sys.settrace(None)
        threading.settrace(None)  # type: ignore[arg-type]
        lines = {test: [[path.removeprefix(self._root), line] for path, line in seen] for test, seen in self._lines.items()}
        modules = [name for name in sys.modules if name.partition(".")[0] not in OURS]
        file.write_text(json.dumps([self._seconds, lines, modules]), "utf-8")


def read(file: Path) -> Executed:
    """What a recorder wrote."""
    seconds, lines, modules = json.loads(file.read_text("utf-8"))
    seen = {test: {(path, line) for path, line in each} for test, each in lines.items()}
    return Executed(seconds, seen, seen.pop("", set()), modules)


def statement(tree: ast.Module, line: int) -> range:
    """The lines of the innermost statement at a line; of one that has others in it, its head."""
    found = range(line, line + 1)
    for node in ast.walk(tree):
        if isinstance(node, ast.stmt | ast.ExceptHandler | ast.match_case):
            body = getattr(node, "body", None)
            first = getattr(node, "lineno", None) or node.pattern.lineno  # type: ignore[attr-defined]
            last = body[0].lineno - 1 if body else node.end_lineno  # type: ignore[union-attr]
            if first <= line <= max(first, last):
                found = range(first, max(first, last) + 1)  # the walk goes inward: the last is the innermost
    return found
