"""Asks searches what readers ask, in real Chromium, and prints a table for each library.

usage: python bench/search.py [--sizes real 1000 10000] [--only ours …] [--classes needs,synonym,…] [--misses] [--queries 60] [--seed 7]

`--sizes real --only ours --misses` is quick: it lists what our own search does not find. Libraries and queries are
made from seeds; the real library is also asked the needs of bench/needs.yml and the questions of tests/search.
Recall is the share of queries with a right answer among the first three hits (five for texts of bodies); MRR the mean of
1/rank of the first right one. A keystroke is one search on what has been typed so far, measured in the page for every
beginning of the first queries of each class (ours: the quickest of three, with the reasons of 20 hits).
"""

import argparse
import contextlib
import functools
import http.server
import importlib.util
import random
import statistics
import tempfile
import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import cutting
import library
import needs
import offtopic
import opened
from engines import Engine, Missing
from engines.material import Material
from engines.minisearch import MiniSearch
from engines.ours import Ours
from engines.pagefind import Pagefind
from playwright.sync_api import sync_playwright
from queries import Class, Maker, Plan, Query
from sentences import Sentences

from macros.library.catalog import load
from macros.library.graph import Graph

PROJECT = Path(__file__).resolve().parents[1]
CHROMIUM = "/usr/bin/chromium"
ENGINES: dict[str, Callable[..., Engine]] = {"ours": Ours, "material": Material, "pagefind": Pagefind, "minisearch": MiniSearch}
# Of how many queries of each class every beginning is typed.
TYPED = 6
# Characters of a missed query that are printed.
SHOWN = 60


@dataclass
class Result:
    """What one engine did with the classes of one library."""

    engine: str
    ranks: dict[str, list[int]] = field(default_factory=dict)
    times: list[float] = field(default_factory=list)
    keystrokes: list[float] = field(default_factory=list)
    sizes: dict[str, int] = field(default_factory=dict)
    missed: list[tuple[Class, Query, Sequence[str], str]] = field(default_factory=list)

    def recall(self, asked_class: Class) -> float:
        ranks = self.ranks[asked_class.key]
        return sum(0 < rank <= asked_class.within for rank in ranks) / len(ranks)

    def mrr(self, asked_class: Class) -> float:
        return statistics.fmean(1 / rank if rank else 0 for rank in self.ranks[asked_class.key])


def ask(engine: Engine, classes: Sequence[Class], typed: bool) -> Result:
    """Every query of every class; the rank of the first right hit, or 0. Where nothing is right, the number of hits."""
    result = Result(engine.name, sizes=engine.sizes)
    for each in classes:
        ranks = []
        for query in each.queries:
            answer = engine.answer(query.text)
            rank = next((i for i, hit in enumerate(answer.ids, 1) if hit in query.right), 0)
            ranks.append(rank if each.within else answer.total)
            result.times.append(answer.time)
            if (not 0 < rank <= each.within) if each.within else answer.total:
                result.missed.append((each, query, answer.ids[:3], answer.said))
        result.ranks[each.key] = ranks
    for each in classes if typed else ():
        for query in each.queries[:TYPED]:
            result.keystrokes += engine.typed(query.text[:40])
    return result


@contextlib.contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address of `folder` while it is served on this machine."""
    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *_: Any) -> None:
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}/"
    server.shutdown()


def compare(graph: Graph, classes: Sequence[Class], engines: Sequence[str], typed: bool) -> list[Result]:
    """Each engine in a fresh browser; one that can't be had is skipped, and why is said."""
    results = []
    for name in engines:
        with tempfile.TemporaryDirectory() as work, served(Path(work)) as address, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
            try:
                results.append(ask(ENGINES[name](browser.new_page(), graph, Path(work), address), classes, typed))
            except Missing as why:
                print(f"跳过 {name}：{why}")
            browser.close()
    return results


def show(title: str, classes: Sequence[Class], results: Sequence[Result]) -> None:
    """One table: a row a class, two columns an engine, then time and size."""
    print(f"\n## {title}\n")
    print("| 查法 | " + " | ".join(f"{result.engine} 命中 | MRR" for result in results) + " |")
    print("|---|" + "---|---|" * len(results))
    for each in classes:
        if each.within:
            cells = " | ".join(f"{result.recall(each):.2f} | {result.mrr(each):.2f}" for result in results)
            print(f"| {each.name}（{len(each.queries)} 次，前 {each.within} 条） | {cells} |")
        else:
            cells = " | ".join(f"{sum(map(bool, result.ranks[each.key]))} 次有结果 | " for result in results)
            print(f"| {each.name}（{len(each.queries)} 次） | {cells} |")
    for label, times in (("查一次", lambda result: result.times), ("每次按键", lambda result: result.keystrokes)):
        if all(map(times, results)):
            cells = " | ".join(f"{_percentile(times(result), 50):.1f}；{_percentile(times(result), 95):.1f} 毫秒 | " for result in results)
            print(f"| {label}，中位；第 95 百分位 | {cells} |")
    for label in dict.fromkeys(label for result in results for label in result.sizes):
        cells = " | ".join(f"{result.sizes[label] / 1024:.0f} KB | " if label in result.sizes else " | " for result in results)
        print(f"| {label}（gzip） | {cells} |")


def _percentile(values: Sequence[float], share: int) -> float:
    return sorted(values)[min(len(values) - 1, len(values) * share // 100)]


def list_missed(graph: Graph, result: Result) -> None:
    """Every query without a right answer in time: the first three hits, what was said over them, the right titles."""
    def titles(ids: Sequence[str]) -> str:
        return "、".join(graph.catalog.practices[pid].title for pid in ids if pid in graph.catalog.practices) or "（没有）"

    for each, query, first, said in result.missed:
        right = f"  ← {titles(sorted(query.right)[:6])}" if query.right else ""
        text = query.text if len(query.text) <= SHOWN else f"{query.text[:SHOWN]}……"
        print(f"{each.key}  {text}\n    {titles(first)}{f'［{said}］' if said else ''}{right}")


def slipped(maker: Maker, given: argparse.Namespace) -> Iterator[Plan]:
    """Slips in pinyin, where there is the module that makes them."""
    if not importlib.util.find_spec("slips"):
        return
    slips = importlib.import_module("slips")
    names = slips.Names(maker.titles)
    for key, (label, make) in slips.CLASSES.items():
        chance = random.Random(f"{given.seed} {key}")  # noqa: S311 - nothing here is a secret
        yield Plan(key, label, 3, functools.partial(slips.queries, names, chance, given.queries, make))


def plans(graph: Graph, given: argparse.Namespace) -> list[Plan]:
    """What any library is asked."""
    maker = Maker(graph, given.seed, given.queries)
    found = [*maker.classes(), *slipped(maker, given)]
    if cut := cutting.cutter():
        found += Sentences(graph, given.seed, given.queries, cut).classes()
    else:
        print("没有 jieba：不问短名称、分开的词、贴上的正文和筛选的词。")
    return [*found, *offtopic.classes()]


def measure(data: Path, docs: Path, classes: Sequence[Class]) -> None:
    """What a reader of the built site waits for, as rows of a table."""
    asked = {each.key: each.queries[0].text for each in classes}
    typed = [text for key in ("exact", "two", "pinyin", "initials", "homophone", "wording", "apart", "wrapped") if len(text := asked.get(key, "")) in range(1, 25)]
    with tempfile.TemporaryDirectory() as work, sync_playwright() as playwright:
        opened.build(data, docs, Path(work))
        with served(Path(work)) as address, playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"]) as browser:
            print("\n| 打开网站 | |\n|---|---|")
            for label, value in opened.measured(browser, Path(work), address, asked["exact"], typed):
                print(f"| {label} | {value} |")


def run(size: str, given: argparse.Namespace) -> None:
    """One library: its tables, and the misses of the first search where they are asked for."""
    with tempfile.TemporaryDirectory() as work:
        real = size == "real"
        data, docs = (PROJECT / "data", PROJECT / "docs") if real else (Path(work), PROJECT / "bench" / "docs")
        if not real:
            library.write(data, int(size), given.seed)
        graph = Graph(load(data)[0])
        asked(graph, [*(needs.classes(graph.of_practice) if real else ()), *plans(graph, given)], data, docs, given)


def asked(graph: Graph, planned: Sequence[Plan], data: Path, docs: Path, given: argparse.Namespace) -> None:
    wanted = [plan for plan in planned if not given.classes or given.classes & {plan.key, plan.key.partition("-")[0]}]
    chosen = [each for plan in wanted if (each := plan.made()).queries]
    results = compare(graph, chosen, given.only, not given.classes)
    show(f"{'现有的库：' if data == PROJECT / 'data' else ''}{len(graph.of_practice):,} 个做法", chosen, results)
    if "ours" in given.only and not given.classes:
        measure(data, docs, chosen)
    for result in results[:given.misses]:
        list_missed(graph, result)


def main() -> None:
    parser = argparse.ArgumentParser(description="Compares searches.")
    parser.add_argument("--sizes", nargs="+", default=["real", "1000", "10000"], help="real, or how many practices a made-up library has")
    parser.add_argument("--only", nargs="+", choices=ENGINES, default=list(ENGINES), help="the searches to ask")
    parser.add_argument("--classes", type=lambda text: set(text.split(",")), default=set(), help="keys of classes, parted by commas")
    parser.add_argument("--misses", action="store_true", help="list what the first of the searches does not find")
    parser.add_argument("--queries", type=int, default=60)
    parser.add_argument("--seed", type=int, default=7)
    given = parser.parse_args()
    for size in given.sizes:
        run(size, given)


if __name__ == "__main__":
    main()
