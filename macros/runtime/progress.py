"""What a long build is doing, how far it got and how long it took.

On a terminal a line of `rich` shows it; elsewhere nothing is printed. `KB_PHASES` names a file
that gets the seconds of CPU and of wall time of every phase, for `make bench`.
"""

import json
import os
import sys
import threading
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

T = TypeVar("T")

Phases = dict[str, dict[str, float]]


class Progress:
    """What one build has done: its phases, and whether they are shown.

    Not `shown` is for a process beside the one that shows what is being done.
    """

    def __init__(self, *, shown: bool = True) -> None:
        self.phases: Phases = {}
        self._shown = shown

    @contextmanager
    def phase(self, name: str) -> Iterator[None]:
        """Everything inside counts to this phase."""
        wall, cpu = time.perf_counter(), _cpu()
        status, before = self._status(name), set(threading.enumerate())
        if status:
            status.start()
        try:
            yield
        finally:
            if status:
                status.stop()
                _wait_for_others_than(before)
            spent = self.phases.setdefault(name, {"wall": 0.0, "cpu": 0.0})
            spent["wall"] += time.perf_counter() - wall
            spent["cpu"] += _cpu() - cpu

    def track(self, items: Iterable[T], total: int, name: str) -> Iterator[T]:
        """The items, with a bar of how many of `total` are done where there is a terminal."""
        if not self._on_terminal() or total < 500:
            yield from items
            return
        from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
        from rich.progress import Progress as Bar

        before = set(threading.enumerate())
        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
        with Bar(*columns, console=_console(), transient=True) as bar:
            yield from bar.track(items, total=total, description=name)
        _wait_for_others_than(before)

    def add(self, phases: Phases) -> None:
        """Phases that were measured elsewhere."""
        self.phases.update(phases)

    def report(self) -> None:
        """Write the phases so far where `KB_PHASES` says."""
        target = os.environ.get("KB_PHASES")
        if target:
            Path(target).write_text(json.dumps(self.phases, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")

    def _on_terminal(self) -> bool:
        return self._shown and sys.stderr.isatty() and os.environ.get("TERM") != "dumb" and _rich()

    def _status(self, name: str) -> Any:
        return _console().status(f"{name}……") if self._on_terminal() else None


def _cpu() -> float:
    """Seconds of CPU so far, with those of processes that have ended."""
    return sum(os.times()[:4])


def _wait_for_others_than(threads: set[threading.Thread]) -> None:
    # What draws the line is told to end, not waited for; a process that copies itself must have no thread.
    for thread in set(threading.enumerate()) - threads:
        thread.join(1.0)


def _rich() -> bool:
    import importlib.util

    return importlib.util.find_spec("rich") is not None


def _console() -> Any:
    from rich.console import Console

    return Console(stderr=True)
