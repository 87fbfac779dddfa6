"""Keeps the live `data/` shut while tests run, here and in the Python processes that they start.

Python runs a module of this name at its start; tests/conftest.py puts this folder on their path.
"""

import os
import sys
from pathlib import Path

LIVE = str(Path(__file__).resolve().parents[2] / "data")
# Set for a test with the marker `live` and for what it starts; a test of behaviour has tests/fixtures/.
OPEN = "TESTS_READ_THE_LIVE_DATA"


class LiveDataRead(RuntimeError):
    """No OSError: that would be told of as any file that can't be read."""


def _look(event: str, given: tuple[object, ...]) -> None:
    if event not in ("open", "os.listdir", "os.scandir") or not isinstance(given[0], str | bytes | os.PathLike):
        return
    path = Path(os.fsdecode(given[0]))
    if not path.is_absolute():
        # What `os.open` names may lie in any folder that it was given; the rest lies here.
        if event == "open" and given[1] is None:
            return
        path = Path.cwd() / path
    if (str(path) == LIVE or str(path).startswith(LIVE + os.sep)) and OPEN not in os.environ:
        raise LiveDataRead(f"{path}: only a test with the marker `live` reads the live data; take tests/fixtures/library")


sys.addaudithook(_look)
