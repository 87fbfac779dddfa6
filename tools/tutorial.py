"""The guide's ten minutes as steps that can be followed: what is written, what is run, what comes out.

A fenced block with a file's name as its title is written to that file; the `kb` lines of a `sh`
block are run, its `rm` lines remove a file; the `text` block right after one is what they print. The test of the guide and the
pictures in it both follow these steps.
"""

import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_FENCE = re.compile(r'^```(?P<language>\w+)(?: title="(?P<title>[^"]+)")?\n(?P<content>.*?)^```$', re.S | re.M)
_TITLE = re.compile(r"(?P<path>data/[\w./-]+\.yml)(?:（(?P<how>.+)）)?")
_KB = "from macros.cli import main; main(prog_name='kb')"


@dataclass(frozen=True)
class Block:
    """A fenced block of a page."""

    language: str
    title: str
    content: str


@dataclass(frozen=True)
class Ran:
    """A command, what it printed and, where the page says so, what it should have printed."""

    command: str
    printed: str
    shown: str | None


def blocks(page: Path) -> Iterator[Block]:
    for match in _FENCE.finditer(page.read_text(encoding="utf-8")):
        yield Block(match["language"], match["title"] or "", match["content"])


def follow(page: Path, library: Path) -> Iterator[Ran]:
    """Does in `library` what the page says; one value for each command."""
    steps = list(blocks(page))
    for i, step in enumerate(steps):
        if step.title:
            _write(library, step)
        elif step.language == "sh":
            after = steps[i + 1] if i + 1 < len(steps) else None
            shown = after.content if after and after.language == "text" else None
            for command in step.content.splitlines():
                if command.startswith("rm "):
                    (library / command.removeprefix("rm ")).unlink()
                elif command.startswith("kb "):
                    yield Ran(command, _run(command, library), shown)


def _run(command: str, library: Path) -> str:
    done = subprocess.run([sys.executable, "-X", "utf8", "-c", _KB, *command.partition("#")[0].split()[1:]],  # noqa: S603
                          cwd=library, capture_output=True, encoding="utf-8", check=False)
    return done.stdout + done.stderr


def _write(library: Path, step: Block) -> None:
    found = _TITLE.fullmatch(step.title)
    if not found:
        raise ValueError(f"not a file of the library: {step.title}")
    file = library / found["path"]
    old = file.read_text(encoding="utf-8") if file.exists() else ""
    match found["how"]:
        case None:
            new = step.content
        case "加在末尾":
            new = old + step.content
        case "加在 accounts 末尾":
            start = old.index("\naccounts:\n") + len("\naccounts:\n")
            end = start + re.search(r"^\w", old[start:], re.M).start()  # type: ignore[union-attr]
            new = old[:end] + step.content + old[end:]
        case "末尾一条改成":
            new = old[:old.index(f"\n{step.content.partition(chr(10))[0]}\n") + 1] + step.content
        case "改成":
            new = old
            for line in step.content.splitlines():
                field = line.partition(":")[0]
                new, changed = re.subn(rf"^{field}:.*$", lambda _, line=line: line, new, count=1, flags=re.M)
                new += "" if changed else f"{line}\n"
        case how:
            raise ValueError(f"not known what to do: {how}")
    file.write_text(new, encoding="utf-8", newline="\n")
