"""How long a site takes to build, ours and others' on the same pages: `make bench`.

usage: python bench/build.py [--sizes real,100,1000] [--against mkdocs,hugo,…] [--slow-up-to 1000]

For each library: a clean build, one without a change, and one after a title was changed, with
memory, sizes and ratios. Prints Markdown as it goes. Everything lies under .cache/bench.
Sizes are numbers of made-up practices; `real` is data/ and docs/ against bare MkDocs + Material.
"""

import argparse
import dataclasses
import gzip
import json
import os
import platform
import shutil
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(Path(__file__).parent))

import content  # noqa: E402
import library  # noqa: E402
import report  # noqa: E402
from generators import Generator, Missing, eleventy, hugo, mkdocs, zensical  # noqa: E402
from measuring import Failed, Run, Site, put_away, run, stamps, weigh  # noqa: E402
from report import OURS, Result, Target, exponent, find  # noqa: E402

CACHE = PROJECT / ".cache" / "bench"
TRASH = CACHE / "trash"
AGAINST = {"mkdocs": mkdocs.GENERATOR, "mkdocs-search": mkdocs.WITH_SEARCH, "zensical": zensical.GENERATOR,
           "hugo": hugo.GENERATOR, "eleventy": eleventy.GENERATOR}
# Beyond this many entries some generators take minutes: they run when asked, and only from scratch.
SLOW = 1000
# What another generator deleted a moment ago makes new files dear on ext4, for half a minute.
LARGE, REST = 10_000, 40
ON_REAL = ("mkdocs", "mkdocs-search")
# What a reader of ours waits for and what grows with the library.
DOWNLOADS = {"第一次检索前的下载": "assets/kb/core.*.js", "全部做法的列表页": "practices/index.html", "最大的专题页": "topics/*.html"}
QUIET = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true", "KB_CHECKED": "off"}
Step = Callable[[], None]


def main() -> None:
    given = arguments()
    print(f"{machine()}\n", flush=True)
    shutil.rmtree(TRASH, ignore_errors=True)
    results: dict[str, list[Result]] = {}
    for size in given.sizes.split(","):
        results[size] = list(measured(size, given))
        (CACHE / "last.json").write_text(json.dumps({k: [dataclasses.asdict(r) for r in v] for k, v in results.items()}, ensure_ascii=False, indent=1), "utf-8")
        print(f"\n### {title(size)}\n")
        for part in (report.sizes(results[size]), report.ratios(results[size]), report.phases(results[size][0])):
            say(part)
    say(report.growth(results))
    say(report.targets(results, TARGETS))
    say(report.beyond(results))
    shutil.rmtree(TRASH, ignore_errors=True)
    say(f"- {name}：{version}" for name, version in {r.name: r.version for found in results.values() for r in found}.items() if version)


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Compares site generators.")
    parser.add_argument("--sizes", default="real,100,1000")
    parser.add_argument("--against", default=",".join(AGAINST), help=f"of {', '.join(AGAINST)}; none for ours alone")
    parser.add_argument("--slow-up-to", type=int, default=SLOW, metavar="N", help="the largest library for generators that take minutes")
    parser.add_argument("--repeat", type=int, default=1, metavar="N", help="builds of each kind; the least counts")
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    unknown = set(given.against.split(",")) - {*AGAINST, "none"}
    if unknown:
        parser.error(f"--against: {', '.join(sorted(unknown))}")
    return given


def measured(size: str, given: argparse.Namespace) -> Iterator[Result]:
    """Our result on one library, then the others'."""
    work = CACHE / "work" / size
    put_away(work, TRASH)
    data, docs = work / "data", PROJECT / ("docs" if size == "real" else "bench/docs")
    if size == "real":
        shutil.copytree(PROJECT / "data", data, ignore=shutil.ignore_patterns("originals"))
    else:
        library.write(data, int(size), given.seed)
    before = with_written(content.read(data), docs)
    first = ours(work, data, docs, before, given.repeat)
    if first.failed:
        sys.exit(f"{OURS}{first.failed}（{work / 'logs'}）")
    yield first
    site = work / "site"
    frames = tuple(content.frame((site / page).read_text("utf-8")) for page in ("updates.html", before.practices[0].url))
    after = with_written(content.read(data), docs)  # with the title that our last build saw changed
    for name in given.against.split(","):
        if name in AGAINST and (size != "real" or name in ON_REAL):
            yield other(AGAINST[name], work, frames, before, after, size, given)


def with_written(found: content.Content, docs: Path) -> content.Content:
    """The content with the hand-written pages that any generator can take as they are."""
    texts = {file.relative_to(docs).as_posix(): file.read_text("utf-8") for file in sorted(docs.rglob("*.md"))}
    return dataclasses.replace(found, written={path: text for path, text in texts.items() if "render_macros: true" not in text})


def ours(work: Path, data: Path, docs: Path, before: content.Content, repeat: int) -> Result:
    result = Result(OURS, "自带索引；另有 API、CSV、Excel", f"Python {platform.python_version()}")
    site, phases = work / "site", work / "phases.json"
    command = [str(Path(sys.executable).with_name("kb")), "build", "--data", str(data), "--docs", str(docs), "--site", str(site)]
    chosen = before.practices[len(before.practices) // 2]
    file = data / "practices" / f"{chosen.id}.yml"
    text = file.read_text("utf-8")
    changed = text.replace(chosen.title, f"{chosen.title}（新）", 1)
    steps: dict[str, Step] = {
        "clean": lambda: start_anew(site),
        "warm": lambda: None,
        "edit": lambda: put(file, changed),
    }
    timed(result, command, PROJECT, site, before, steps, lambda: put(file, text), repeat, work, phases)
    result.downloads = {label: compressed(site, pattern) for label, pattern in DOWNLOADS.items()}
    return result


def other(generator: Generator, work: Path, frames: tuple[str, str], before: content.Content, after: content.Content,
          size: str, given: argparse.Namespace) -> Result:
    result = Result(generator.name, generator.search)
    if generator.slow and size.isdecimal() and int(size) > given.slow_up_to:
        result.failed = f"超过 {given.slow_up_to:,} 条要几分钟，用 --slow-up-to {size} 打开"
        return result
    try:
        result.version = generator.ready(CACHE)
    except Missing as reason:
        result.failed = str(reason)
        return result
    folder = work / generator.name.replace(" ", "")

    def start() -> None:
        put_away(folder, TRASH)
        generator.write(folder, before, frames)

    steps: dict[str, Step] = {"clean": start, "warm": lambda: None, "edit": lambda: generator.write(folder, after, frames)}
    if generator.slow and size.isdecimal() and int(size) > SLOW:
        del steps["warm"], steps["edit"]
    return timed(result, generator.command(CACHE), folder, folder / generator.site, before, steps, lambda: None, given.repeat, work)


def timed(result: Result, command: list[str], cwd: Path, site: Path, pages: content.Content, steps: dict[str, Step],
          restore: Step, repeat: int, work: Path, phases: Path | None = None) -> Result:
    """Fills `result`: each step is prepared outside the measured time, then built."""
    try:
        for turn in range(repeat):
            restore() if turn else None
            for step, prepare in steps.items():
                prepare()
                if step == "clean" and len(pages.practices) >= LARGE:
                    time.sleep(REST)
                was = stamps(site)
                settings = {**QUIET, **({"KB_PHASES": str(phases)} if phases and step == "clean" else {})}
                cost = run(command, cwd, work / "logs" / f"{result.name}-{step}.log", settings)
                progress(result.name, step, cost)
                result.steps[step] = cost.least(result.steps.get(step, cost))
                if phases and step == "clean" and result.steps[step].cpu == cost.cpu:
                    result.phases = json.loads(phases.read_text("utf-8"))
                result.rewritten[step] = sum(was.get(file) != stamp for file, stamp in stamps(site).items())
        result.site = weigh(site, [page.url for page in pages.practices])
    except Failed as reason:
        result.failed = f"没有生成：{reason}"
        print(f"  {result.name}{result.failed}", file=sys.stderr, flush=True)
    return result


def start_anew(site: Path) -> None:
    """No site, and no word of the one before."""
    put_away(site, TRASH)
    site.with_name(f".{site.name}-stamp").unlink(missing_ok=True)


def compressed(site: Path, pattern: str) -> int:
    """Compressed bytes of the largest file of a pattern."""
    return max((len(gzip.compress(file.read_bytes())) for file in site.glob(pattern)), default=0)


def put(file: Path, text: str) -> None:
    file.write_text(text, "utf-8")


def progress(name: str, step: str, cost: Run) -> None:
    print(f"  {name}，{report.STEPS[step]}：{cost.wall:.2f} 秒，CPU {cost.cpu:.2f} 秒", file=sys.stderr, flush=True)


def say(lines: Iterator[str]) -> None:
    text = "\n".join(lines)
    if text:
        print(f"{text}\n", flush=True)


def title(size: str) -> str:
    return "真实的库" if size == "real" else f"{int(size):,} 条做法"


def machine() -> str:
    """The machine in a line; the load tells whether anything else was running."""
    info = Path("/proc/cpuinfo")
    names = [line.partition(":")[2].strip() for line in info.read_text().splitlines() if line.startswith("model name")] if info.is_file() else []
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return (f"{names[0] if names else platform.processor()}，{os.cpu_count()} 核，内存 {memory:.0f} GB，{platform.system()} {platform.release().split('-')[0]}，"
            f"Python {platform.python_version()}；开始时的负载 {os.getloadavg()[0]:.1f}")


def ratio(size: str, other: str, of: Callable[[Run], float]) -> Callable[[report.Results], float | None]:
    """Our clean build as a share of another generator's."""
    def value(results: report.Results) -> float | None:
        a, b = find(results, size, OURS), find(results, size, other)
        return of(a.steps["clean"]) / of(b.steps["clean"]) if a and b else None
    return value


def own(size: str, of: Callable[[Result, Site], float]) -> Callable[[report.Results], float | None]:
    """A figure of ours."""
    def value(results: report.Results) -> float | None:
        found = find(results, size, OURS)
        return of(found, found.site) if found and found.site else None
    return value


# "Bare MkDocs + Material" in the issues is with its search, as ours is; the harder comparison stands beside it.
BARE, WITHOUT = mkdocs.WITH_SEARCH.name, mkdocs.GENERATOR.name
TARGETS = (
    Target("10,000 条，CPU，比 Hugo", 0.8, ratio("10000", hugo.GENERATOR.name, lambda r: r.cpu)),
    Target("10,000 条，用时，比 Hugo", 1.0, ratio("10000", hugo.GENERATOR.name, lambda r: r.wall)),
    *(Target(f"{title(size)}，{kind}，比 {name}", limit, ratio(size, name, of))
      for size, kind, limit, of in (("real", "用时", 1.2, lambda r: r.wall), ("1000", "用时", 0.2, lambda r: r.wall), ("10000", "CPU", 0.08, lambda r: r.cpu))
      for name in (BARE, WITHOUT)),
    Target("10,000 条，CPU，比 Zensical", 0.1, ratio("10000", zensical.GENERATOR.name, lambda r: r.cpu)),
    Target("10,000 条，没有改动", 3, own("10000", lambda r, _: r.steps["warm"].wall), " 秒"),
    Target("10,000 条，没有改动时写的文件", 0, own("10000", lambda r, _: r.rewritten["warm"]), " 个"),
    Target("CPU 从 1,000 到 10,000 条的增长指数", 1.0, lambda results: exponent(results, OURS, "1000", "10000")),
    Target("10,000 条，内存，最大的进程", 400, own("10000", lambda r, _: r.steps["clean"].largest / 1e6), " MB"),
    Target("10,000 条，内存，各进程合起来", 400, own("10000", lambda r, _: r.steps["clean"].memory / 1e6), " MB"),
    Target("条目页，gzip，1,000 条", 6, own("1000", lambda _, s: s.page_gzip / 1000), " KB"),
)


if __name__ == "__main__":
    main()
