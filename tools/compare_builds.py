"""Builds the site with two environments' `kb` and compares every file; 0 when both are the same.

    python tools/compare_builds.py .venv/bin/kb .venv/properdocs/bin/kb

A page may name the program that made it: that one word is left out of the comparison.
"""

import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

_GENERATOR = re.compile(rb'<meta name="generator" content="[^"]*">')
_SHOWN = 20


def files(site: Path) -> dict[str, Path]:
    return {file.relative_to(site).as_posix(): file for file in sorted(site.rglob("*")) if file.is_file()}


def differences(one: Path, other: Path) -> Iterator[str]:
    """What is different between two built sites, a line for each file."""
    here, there = files(one), files(other)
    for address in sorted(here.keys() | there.keys()):
        if address not in there:
            yield f"只有前一个有：{address}"
        elif address not in here:
            yield f"只有后一个有：{address}"
        elif _content(here[address]) != _content(there[address]):
            yield f"内容不同：{address}"


def _content(file: Path) -> bytes:
    content = file.read_bytes()
    return _GENERATOR.sub(b"", content) if file.suffix == ".html" else content


def main(commands: list[str]) -> int:
    if len(commands) != 2:
        print("写明两个 kb，例如：python tools/compare_builds.py .venv/bin/kb .venv/properdocs/bin/kb", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as folder:
        sites = [Path(folder, str(number)) for number in (1, 2)]
        for command, site in zip(commands, sites, strict=True):
            if subprocess.run([command, "build", "--site", str(site)], check=False).returncode:  # noqa: S603
                return 1
        found = list(differences(*sites))
        same = len(files(sites[0])) - len(found)
    for line in found[:_SHOWN]:
        print(line)
    if len(found) > _SHOWN:
        print(f"……还有 {len(found) - _SHOWN} 处")
    print(f"{len(found)} 处不同。" if found else f"两次生成的 {same} 个文件逐字节相同。")
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
