"""What `kb check` costs: the whole of a library with full texts, and one saved file while it is served.

usage: python bench/check.py [--sizes 1000,10000] [--seed 1]

For each size it makes a library (`library.py`) with full texts (`texts.py`), both clean: what is found is what a library of
that size has by chance, and no work goes into telling it. In one process, all in seconds of its CPU:

    cold      a check by a process that knows nothing yet, as `kb check` makes it
    again     the same again, with what a preview keeps from one build to the next
    saved     one practice was saved with another summary, as the preview checks it; the median of several
    renamed   one practice was saved with another title; the median of several
    next      `kb check` by a process that knows nothing but what an earlier one left on disk; its own start is part of it

and each as a ratio to the cold check of the same run, which a busy machine leaves alone. Nothing is built.
"""

import argparse
import gc
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(Path(__file__).parent), str(PROJECT)]

import library  # noqa: E402
import texts  # noqa: E402

from macros.pipeline import examine  # noqa: E402
from macros.runtime.file_cache import Memory  # noqa: E402

TIMES = 5


def spent(do: Callable[[], object]) -> float:
    """Seconds of CPU, user and system, that this takes."""
    before = time.process_time()
    do()
    return time.process_time() - before


def next_one(data: Path, docs: Path) -> float:
    """Seconds of CPU of a `kb check` that goes on from what the one before has left."""
    with tempfile.TemporaryDirectory() as left:
        settings = {**os.environ, "KB_CHECKED": str(Path(left) / "checked"), "KB_BESIDE": "off"}
        for _ in range(2):
            before = resource.getrusage(resource.RUSAGE_CHILDREN)
            done = subprocess.run([sys.executable, "-c", "from macros.cli import program; program()", "check", "--data", data, "--docs", docs],  # noqa: S603 - our own
                                  cwd=PROJECT, env=settings, capture_output=True, text=True, check=False)
            if done.returncode > 1:  # 1 is that it has found an error
                raise RuntimeError(done.stderr)
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def measure(data: Path, docs: Path) -> dict[str, float]:
    """What each kind of check costs, in seconds; the library is as it was afterwards."""
    memory = Memory()

    def check() -> object:
        return examine(data, docs, memory=memory, ask_git=False)

    cost = {"cold": spent(check), "again": spent(check)}
    for name, field in (("saved", "summary: "), ("renamed", "title: ")):
        each = []
        for file in sorted((data / "practices").glob("*.yml"))[:TIMES]:
            text = file.read_text("utf-8")
            line = next(line for line in text.split("\n") if line.startswith(field))
            value = line.removeprefix(field)
            file.write_text(text.replace(line, f'{field}"又{value[1:]}' if value.startswith('"') else f"{field}又{value}", 1), "utf-8")
            try:
                each.append(spent(check))
            finally:
                file.write_text(text, "utf-8")
            check()
        cost[name] = statistics.median(each)
    cost["next"] = next_one(data, docs)
    return cost


def main() -> None:
    parser = argparse.ArgumentParser(description="What a check costs.")
    parser.add_argument("--sizes", default="1000,10000")
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    # As `kb check` and a preview have it.
    gc.disable()
    # From scratch, whatever was checked before.
    os.environ["KB_CHECKED"] = "off"
    print("| 检查，有全文，CPU 秒（比从头） | 从头 | 没有改动 | 存一个文件 | 改一个名称 | 下一回 kb check |\n|---|---:|---:|---:|---:|---:|", flush=True)
    for size in map(int, given.sizes.split(",")):
        with tempfile.TemporaryDirectory() as work:
            data = Path(work) / "data"
            library.write(data, size, given.seed)
            texts.write(data, given.seed)
            cost = measure(data, PROJECT / "bench/docs")
        print(f"| {size:,} 条 | " + " | ".join(f"{each:.2f}（{each / cost['cold']:.3f}）" for each in cost.values()) + " |", flush=True)


if __name__ == "__main__":
    main()
