"""The figures of a run as Markdown, for the terminal and for docs/contributing/performance.md."""

import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from measuring import Run, Site

OURS = "本库"
STEPS = {"clean": "从头生成", "warm": "没有改动", "edit": "改一个名称"}


@dataclass
class Result:
    """One generator on one library. `steps` holds the runs, `rewritten` how many files each wrote
    anew, `phases` the seconds (`wall`, `cpu`) of each part of a clean build where it tells them,
    `downloads` the compressed bytes of files that grow with the library and that a reader waits for,
    `failed` why there is nothing."""

    name: str
    search: str
    version: str = ""
    steps: dict[str, Run] = field(default_factory=dict)
    rewritten: dict[str, int] = field(default_factory=dict)
    phases: dict[str, dict[str, float]] = field(default_factory=dict)
    site: Site | None = None
    downloads: dict[str, int] = field(default_factory=dict)
    failed: str = ""


@dataclass(frozen=True)
class Target:
    """A figure that a run must not exceed; `value` finds it, or None where it was not measured."""

    label: str
    limit: float
    value: Callable[["Results"], float | None]
    unit: str = ""


Results = Mapping[str, Sequence[Result]]


def sizes(results: Sequence[Result]) -> Iterator[str]:
    """The table of one library: what each generator took and made."""
    yield from table(
        ["", "检索", *(f"{step}：秒（CPU 秒）" for step in STEPS.values()), "后两次写的文件", "内存", "页", "条目页（gzip）", "文件", "全站"],
        ([r.name, r.search, *(_run(r.steps.get(step)) for step in STEPS), *_weight(r)] for r in results if not r.failed))
    for result in results:
        if result.failed:
            yield f"- 没有比 {result.name}：{result.failed}"


def ratios(results: Sequence[Result]) -> Iterator[str]:
    """Our time as a share of each other generator's."""
    ours = next((r for r in results if r.name == OURS and not r.failed), None)
    others = [r for r in results if r.name != OURS and not r.failed]
    if ours and others:
        yield from table([f"{OURS} ÷", *(f"{step}：用时（CPU）" for step in STEPS.values()), "内存", "条目页"], (
            [r.name, *(_ratio(ours.steps.get(step), r.steps.get(step)) for step in STEPS),
             _share(_memory(ours), _memory(r)), _share(ours.site and ours.site.page, r.site and r.site.page)] for r in others))


def phases(result: Result) -> Iterator[str]:
    """The parts of our own build, with the share of each."""
    if result.phases and "clean" in result.steps:
        whole = result.steps["clean"]
        # Some phases go on beside others, so their time does not add up; their CPU does.
        rest = whole.cpu - sum(p["cpu"] for p in result.phases.values())
        lines = [(name, f"{p['wall']:.2f}", p["cpu"]) for name, p in result.phases.items()]
        lines += [("其余：启动、主题、手写页面、比较旧网站", "—", rest), ("合计", f"{whole.wall:.2f}", whole.cpu)]
        yield from table([f"{OURS}的阶段", "秒", "CPU 秒", "占 CPU"], (
            [name, wall, f"{cpu:.2f}", f"{cpu / whole.cpu:.0%}"] for name, wall, cpu in lines))


def growth(results: Results) -> Iterator[str]:
    """How CPU grows with the number of entries: from each size to the next, and from 1,000 on."""
    counted = sorted((size for size in results if size.isdecimal()), key=int)
    steps = list(pairwise(counted))
    if "1000" in counted and counted[-1] not in ("1000", *counted[counted.index("1000"):][1:2]):
        steps.append(("1000", counted[-1]))
    names = dict.fromkeys(r.name for size in counted for r in results[size])
    rows = [[name, *(_number(exponent(results, name, a, b)) for a, b in steps)] for name in names]
    if steps:
        yield from table(["CPU 的增长指数", *(f"{int(a):,} → {int(b):,}" for a, b in steps)], rows)


def exponent(results: Results, name: str, small: str, large: str) -> float | None:
    """The power of the number of entries with which CPU grows between two sizes: 1 is in proportion."""
    a, b = (find(results, size, name) for size in (small, large))
    if not a or not b:
        return None
    return math.log(b.steps["clean"].cpu / a.steps["clean"].cpu) / math.log(int(large) / int(small))


def beyond(results: Results, counts: Sequence[int] = (100_000, 1_000_000)) -> Iterator[str]:
    """What larger libraries would need, in proportion to the largest that was built."""
    built = max((int(size) for size in results if size.isdecimal()), default=0)
    ours = find(results, str(built), OURS)
    if ours is None or ours.site is None:
        return
    per = {"从头生成，CPU 分钟": ours.steps["clean"].cpu / 60, "没有改动，CPU 分钟": ours.steps["warm"].cpu / 60,
           "内存，GB": _memory(ours) / 1e9, "文件，个": float(ours.site.files), "全站，GB": ours.site.size / 1e9,
           **{f"{label}，MB（gzip）": size / 1e6 for label, size in ours.downloads.items()}}
    yield from table(["", f"量到的：{built:,} 条", *(f"推算：{n:,} 条" for n in counts)], (
        [label, *(f"{value * n / built:,.0f}" if value * n / built >= 100 else f"{value * n / built:.2g}" for n in (built, *counts))]
        for label, value in per.items()))


def targets(results: Results, wanted: Iterable[Target]) -> Iterator[str]:
    """What the run had to reach, and whether it did."""
    found = [(target, value) for target in wanted if (value := target.value(results)) is not None]
    if found:
        yield from table(["要达到", "上限", "这次", ""], (
            [t.label, f"{t.limit:g}{t.unit}", f"{value:.3g}{t.unit}", "达到" if value <= t.limit else "**没有达到**"] for t, value in found))


def find(results: Results, size: str, name: str) -> Result | None:
    """One generator's result on one library, if it was measured."""
    return next((r for r in results.get(size, ()) if r.name == name and not r.failed), None)


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """A Markdown table; figures stand to the right."""
    yield "| " + " | ".join(head) + " |"
    yield "|---|" + "---:|" * (len(head) - 1)
    for row in rows:
        yield "| " + " | ".join(row) + " |"


def _run(run: Run | None) -> str:
    return f"{run.wall:.2f}（{run.cpu:.2f}）" if run else "—"


def _ratio(ours: Run | None, other: Run | None) -> str:
    return f"{ours.wall / other.wall:.2f}（{ours.cpu / other.cpu:.2f}）" if ours and other else "—"


def _memory(result: Result) -> float:
    return result.steps["clean"].memory


def _held(result: Result) -> str:
    """What all processes held together, and the largest of them where there are several."""
    clean = result.steps["clean"]
    several = f"（{clean.largest / 1e6:.0f}）" if clean.memory > 1.05 * clean.largest else ""
    return f"{clean.memory / 1e6:.0f}{several} MB"


def _share(ours: float | None, other: float | None) -> str:
    return f"{ours / other:.2f}" if ours and other else "—"


def _number(value: float | None) -> str:
    return "—" if value is None else f"{value:.2f}"


def _weight(result: Result) -> list[str]:
    site = result.site
    if site is None:
        return ["—"] * 6
    return ["；".join(f"{n:,}" for step, n in result.rewritten.items() if step != "clean") or "—", _held(result), f"{site.pages:,}", f"{site.page / 1000:.1f} KB（{site.page_gzip / 1000:.1f}）",
            f"{site.files:,}", f"{site.size / 1e6:.1f} MB"]
