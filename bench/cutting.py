"""Chinese text cut into words by jieba, which is no part of the project: it is installed beside the benchmarks."""

import importlib
import logging
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

JIEBA = "jieba==0.42.1"
CACHE = Path(__file__).resolve().parents[1] / ".cache" / "bench"


def installed(folder: str, *packages: str) -> Path | None:
    """The folder in `CACHE` that has Python's packages in it, or None where they can't be had."""
    target = CACHE / folder
    if not target.is_dir():
        command = [sys.executable, "-m", "pip", "install", "-qq", "--disable-pip-version-check", "--target", str(target), *packages]
        if subprocess.run(command, check=False).returncode:  # noqa: S603 - our own command
            return None
    return target


def cutter() -> Callable[[str], list[str]] | None:
    """What cuts a text into words; None where jieba can't be had. Material cuts with it too, once it is there."""
    folder = installed("jieba", JIEBA)
    if not folder:
        return None
    sys.path.append(str(folder))
    jieba = importlib.import_module("jieba")
    jieba.setLogLevel(logging.WARNING)
    return jieba.lcut  # type: ignore[no-any-return]
