"""What each trick of speed is worth: builds with all of them and without one, in turn.

usage: python bench/without.py [--sizes real,1000] [--tricks gc,fork,…] [--repeat 3] [--seed 1]

A trick is a piece of code that exists only because the plain way was slow. For each of them this prints
how much CPU (user and system) and time a clean build takes without it, where a build with it takes 1:
the median of the ratios of neighbouring builds, so that a busy machine does as little harm as it can.
`tests/bench/test_without.py` builds a small library without each of them and compares the sites.

    python bench/without.py --build TRICK SITE     one build of $DATA and $DOCS without TRICK ("" leaves none out)
"""

import argparse
import gc
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

PROJECT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(Path(__file__).parent), str(PROJECT)]

SETTINGS = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true", "KB_CHECKED": "off", "SOURCE_DATE_EPOCH": "1700000000"}


def _collect() -> None:
    """The search for cycles goes on, as it does in any program."""
    gc.disable = gc.freeze = lambda: None  # type: ignore[assignment]


def _one_process() -> None:
    os.environ["KB_BESIDE"] = "off"


def _by_the_theme() -> None:
    os.environ["KB_SHELL"] = "off"


def _compile_again() -> None:
    from macros.pages import compiling

    compiling.kept_in = lambda _: compiling.Remembered()


def _make_again() -> None:
    from macros.pages import renderer

    renderer._MADE_ONCE = frozenset()


def _ask_every_function() -> None:
    from jinja2.runtime import Context

    from macros.pages import renderer

    renderer.Direct = Context  # type: ignore[misc]


def _with_dictionaries() -> None:
    from pydantic import dataclasses

    made = dataclasses.dataclass

    def plain(*args: Any, **named: Any) -> Any:
        return made(*args, **named | {"slots": False})

    dataclasses.dataclass = plain  # type: ignore[assignment]


def _cell_by_cell() -> None:
    from cells import Sheet

    from macros.exports import xlsx

    xlsx.Sheet = Sheet  # type: ignore[assignment, misc]


# What stands where, and how it is left out; each stands in one file, which says why it is there.
TRICKS: dict[str, tuple[str, Callable[[], None]]] = {
    "shell": ("macros/pages/theme_frame.py", _by_the_theme),
    "once": ("macros/pages/renderer.py", _make_again),
    "calls": ("macros/pages/compiling.py", _ask_every_function),
    "templates": ("macros/pages/compiling.py", _compile_again),
    "rows": ("macros/exports/rows_xml.py", _cell_by_cell),
    "fork": ("macros/runtime/background.py", _one_process),
    "gc": ("macros/site/build.py", _collect),
    "slots": ("macros/model/fields.py", _with_dictionaries),
}


def build(trick: str, site: str) -> None:
    """One build in this process, which ends as a build does."""
    if trick:
        TRICKS[trick][1]()
    from macros.site import mkdocs_process

    sys.exit(mkdocs_process.main(["--strict", "--quiet", "--config-file", str(PROJECT / "mkdocs.yml"), "--site-dir", site]))


def measure(size: str, tricks: list[str], repeat: int, seed: int) -> None:
    import library
    from measuring import run

    with tempfile.TemporaryDirectory() as work:
        data, docs = PROJECT / "data", PROJECT / ("docs" if size == "real" else "bench/docs")
        if size != "real":
            data = Path(work) / "data"
            library.write(data, int(size), seed)
        settings = {**SETTINGS, "DATA": str(data), "DOCS": str(docs)}
        taken: dict[str, list[tuple[float, float]]] = {name: [] for name in tricks}

        def once(name: str) -> tuple[float, float]:
            # Each in a fresh folder; all go when all is measured, because deleting makes the next build slow.
            site = Path(tempfile.mkdtemp(dir=work)) / "site"
            cost = run([sys.executable, __file__, "--build", name, str(site)], PROJECT, Path(work) / "log", settings)
            return cost.cpu, cost.wall

        once("")  # what is compiled once is not counted
        for _ in range(repeat):
            for name in tricks:
                (cpu, wall), (cpu_without, wall_without) = once(""), once(name)
                taken[name].append((cpu_without / cpu, wall_without / wall))
                print(f"  {size} {name}: CPU {cpu:.2f} → {cpu_without:.2f}, {wall:.2f} s → {wall_without:.2f} s", file=sys.stderr, flush=True)
        for name, ratios in taken.items():
            cpu, wall = (statistics.median(each) for each in zip(*ratios, strict=True))
            print(f"| {size} | {name} | {TRICKS[name][0]} | {cpu:.2f} | {wall:.2f} |", flush=True)


def main() -> None:
    if sys.argv[1:2] == ["--build"]:
        build(*sys.argv[2:])
    parser = argparse.ArgumentParser(description="What each trick of speed is worth.")
    parser.add_argument("--sizes", default="real,1000")
    parser.add_argument("--tricks", default=",".join(TRICKS), help=f"of {', '.join(TRICKS)}")
    parser.add_argument("--repeat", type=int, default=3, metavar="N")
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    subprocess.run([sys.executable, "-m", "compileall", "-q", str(PROJECT / "macros")], check=True)  # noqa: S603 - our own
    for size in given.sizes.split(","):
        measure(size, given.tricks.split(","), given.repeat, given.seed)


if __name__ == "__main__":
    main()
