"""Tests asked in copies of one process that has loaded everything and collected all tests: what is broken is put in by
swapping the code of functions. Far cheaper than to load it all anew, and it says the same where only the inside of
functions is broken that nothing runs on loading; `inside` tells whether that is so.
"""

import contextlib
import functools
import gc
import inspect
import os
import resource
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from multiprocessing.connection import Connection, Pipe
from pathlib import Path
from types import CodeType, FunctionType
from typing import Any

import pytest
from executed import Executed, Recorder, read

Where = tuple[str, str, int]
# Seconds of computing that a test may take when something is broken: a loop may go on for ever. Memory likewise.
LEAST, PATIENCE, MEMORY = 3, 3, 4 << 30
# Seconds by the clock for all tests of one broken place, for what waits instead of computing.
WAIT, FIRST = 180, 3600
NOT_LOADED = 99


def inside(file: str, before: str, after: str) -> bool:
    """Whether only code inside of functions differs."""
    return _changed(_compiled(before, file), _compiled(after, file)) is not None


def _compiled(text: str, file: str) -> CodeType:
    return compile(text, file, "exec", dont_inherit=True)


def _changed(before: CodeType, after: CodeType) -> dict[Where, CodeType] | None:
    """The outermost functions that differ; None where a class or the module itself does, which are run on loading."""
    pairs = list(zip(_nested(before), _nested(after), strict=False))
    if _itself(before) != _itself(after) or len(pairs) != len(_nested(before)):
        return None
    changed: dict[Where, CodeType] = {}
    for old, new in pairs:
        if old.co_flags & inspect.CO_OPTIMIZED:
            if old != new:
                changed[_where(old)] = new
        elif (found := _changed(old, new)) is None:
            return None
        else:
            changed |= found
    return changed


def _nested(code: CodeType) -> list[CodeType]:
    return [each for each in code.co_consts if isinstance(each, CodeType)]


def _itself(code: CodeType) -> tuple[Any, ...]:
    constants = [repr(each) for each in code.co_consts if not isinstance(each, CodeType)]
    return code.co_code, code.co_names, code.co_exceptiontable, len(_nested(code)), constants


def _where(code: CodeType) -> Where:
    return code.co_filename, code.co_qualname, code.co_firstlineno


class Loaded:
    """The process. `record` tells what each test runs, `noticed` whether tests notice what is broken; `end` ends it."""

    def __init__(self, copy: Path, tests: list[str], rooms: tuple[str, ...]) -> None:
        self._link, theirs = Pipe()
        self._process = os.fork()
        if self._process == 0:
            self._link.close()
            os.chdir(copy)
            sys.path[:0] = [str(copy)]
            null = os.open(os.devnull, os.O_RDWR)
            for number in (0, 1, 2):
                os.dup2(null, number)
            try:
                plugin = _Asked(theirs, Recorder(copy, rooms))
                plugin.recorder.start()
                pytest.main(["-x", "-q", "--capture=sys", "-p", "no:cacheprovider", "-p", "no:xdist", "-m", "not browser and not live",
                             *tests], plugins=[plugin])
            finally:
                os._exit(0)
        theirs.close()

    def record(self) -> Executed | None:
        """What the tests run when nothing is broken; None when one of them does not pass."""
        self._link.send(None)
        executed: Executed | None = self._link.recv()
        return executed

    def noticed(self, asked: Iterable[tuple[str, str, list[str]]], seconds: dict[str, float]) -> Iterator[tuple[int, bool | None]]:
        """The number of each that is asked (file, broken text, tests in order), as they end, and whether a test noticed; None
        when it can't be told this way."""
        self._link.send((list(asked), seconds))
        while (answer := self._link.recv()) is not None:
            yield answer

    def end(self) -> None:
        """End it; what it still runs ends too."""
        self._link.close()
        os.waitpid(self._process, 0)


class _Asked:
    """The plugin that, instead of running what was collected, waits to be asked and lets copies of the process run it."""

    def __init__(self, link: Connection, recorder: Recorder) -> None:
        self.recorder, self._link = recorder, link
        self._limits: dict[str, float] | None = None
        self._copied = False

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool | None:
        if self._copied:
            return None
        sys.settrace(None)
        self._items = {item.nodeid: item for item in session.items}
        self._functions: dict[Where, list[FunctionType]] = {}
        for each in gc.get_objects():
            if type(each) is FunctionType:
                self._functions.setdefault(_where(each.__code__), []).append(each)
        gc.freeze()
        try:
            while True:
                asked = self._link.recv()
                if asked is None:
                    self._link.send(self._recorded(session))
                    continue
                for answer in self._answers(session, *asked):
                    self._link.send(answer)
                self._link.send(None)
        except (EOFError, OSError):
            return True

    def pytest_runtest_logstart(self, nodeid: str) -> None:
        if self._limits is not None:
            signal.setitimer(signal.ITIMER_VIRTUAL, LEAST + PATIENCE * self._limits.get(nodeid, 0))

    def _recorded(self, session: pytest.Session) -> Executed | None:
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "executed.json"
            ((_, code),) = _side_by_side([(None, functools.partial(self._record, session, file))], FIRST)
            return None if code else read(file)

    def _record(self, session: pytest.Session, file: Path) -> int:
        session.config.pluginmanager.register(self.recorder)
        self.recorder.start()
        code = self._run(session, list(self._items))
        self.recorder.write(file)
        return code

    def _answers(self, session: pytest.Session, asked: list[tuple[str, str, list[str]]],
                 seconds: dict[str, float]) -> Iterator[tuple[int, bool | None]]:
        self._limits = seconds
        run = ((number, functools.partial(self._broken, session, *each)) for number, each in enumerate(asked))
        for number, code in _side_by_side(run):
            yield number, None if code == NOT_LOADED else bool(code)

    def _broken(self, session: pytest.Session, file: str, broken: str, tests: list[str]) -> int:
        """Run the tests with the functions swapped that are not the same in the broken text."""
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        for where, code in (_changed(_compiled(Path(file).read_text("utf-8"), file), _compiled(broken, file)) or {}).items():
            for function in (found := self._functions.get(where, [])):
                function.__code__ = code
            if not found:
                return NOT_LOADED
        return self._run(session, tests)

    def _run(self, session: pytest.Session, tests: list[str]) -> int:
        self._copied = True
        session.items = [self._items[name] for name in tests]
        session.config.hook.pytest_runtestloop(session=session)
        return 1 if session.testsfailed else 0


def _side_by_side(run: Iterable[tuple[Any, Callable[[], int]]], wait: float = WAIT) -> Iterator[tuple[Any, int]]:
    """Each in a copy of this process, as many at a time as there are processors; its key and exit code, as they end."""
    running: dict[int, tuple[Any, float, str]] = {}
    left = iter(run)
    try:
        while True:
            while len(running) < (os.cpu_count() or 1) and (following := next(left, None)):
                folder = tempfile.mkdtemp()
                running[_copy(following[1], folder)] = following[0], time.monotonic() + wait, folder
            if not running:
                return
            for process, (key, end, folder) in list(running.items()):
                done, status = os.waitpid(process, os.WNOHANG)
                if done or time.monotonic() > end:
                    _ended(process)
                    del running[process]
                    shutil.rmtree(folder, ignore_errors=True)
                    yield key, os.waitstatus_to_exitcode(status) if done else 1
            time.sleep(0.01)
    finally:
        for process in running:
            _ended(process)


def _ended(process: int) -> None:
    """End a copy, and what it started."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process, signal.SIGKILL)
    with contextlib.suppress(ChildProcessError):
        os.waitpid(process, 0)


def _copy(run: Callable[[], int], folder: str) -> int:
    process = os.fork()
    if process == 0:
        code = 1
        try:
            os.setpgid(0, 0)
            os.environ["TMPDIR"] = tempfile.tempdir = folder
            code = run()
        finally:
            os._exit(code)
    return process
