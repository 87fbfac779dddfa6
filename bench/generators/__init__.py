"""The site generators that ours is measured against: one file each, listed in `bench/build.py`."""

import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from content import Content


class Missing(Exception):
    """A generator that can't be used here, with the reason for readers."""


@dataclass(frozen=True)
class Generator:
    """How one generator is used.

    `ready` gets the folder for installations, installs what is missing and returns the version, or
    raises `Missing`. `write` puts the sources of a library into a folder; `frames` are what stands
    around a page in the root and in a folder. `command` builds them, run in that folder.
    """

    name: str
    search: str
    ready: Callable[[Path], str]
    write: Callable[[Path, Content, tuple[str, str]], None]
    command: Callable[[Path], list[str]]
    site: str
    slow: bool = False


def put(path: Path, text: str) -> None:
    """Writes a file only when its text is new, as an editor does."""
    if not path.is_file() or path.read_text("utf-8") != text:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")


def said(command: list[str], cwd: Path | None = None) -> str:
    """What a command prints.

    Raises:
        Missing: when the command is not there or fails.
    """
    try:
        return subprocess.run(command, cwd=cwd, check=True, capture_output=True, text=True).stdout.strip()  # noqa: S603
    except OSError:
        raise Missing(f"没有装 {Path(command[0]).name}") from None
    except subprocess.CalledProcessError as error:
        reason = (error.stderr or error.stdout).strip().splitlines()
        raise Missing(f"{' '.join(command[:3])}：{reason[-1] if reason else error.returncode}") from None
