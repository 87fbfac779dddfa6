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
import random
import tempfile
import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import cutting
import library
import needs
import offtopic
import opened
import slips
from asking import Result, ask, missed, table
from engines import Engine, Missing
from engines.material import Material
from engines.minisearch import MiniSearch
from engines.ours import Ours
from engines.pagefind import Pagefind
from playwright.sync_api import sync_playwright
from queries import Class, Maker, Plan
from sentences import Sentences

from macros.library.catalog import load
from macros.library.graph import Graph

PROJECT = Path(__file__).resolve().parents[1]
CHROMIUM = "/usr/bin/chromium"
ENGINES: dict[str, Callable[..., Engine]] = {"ours": Ours, "material": Material, "pagefind": Pagefind, "minisearch": MiniSearch}


@contextlib.contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address of `folder` while it is served on this machine."""
    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *_: Any) -> None:
            pass

    class Server(http.server.ThreadingHTTPServer):
        def handle_error(self, *_: Any) -> None:
            """A page that is closed breaks off what it was still loading."""

    server = Server(("127.0.0.1", 0), functools.partial(Quiet, directory=str(folder)))
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


def slipped(maker: Maker, given: argparse.Namespace) -> Iterator[Plan]:
    """Slips in pinyin."""
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
        report(graph, [*(needs.classes(graph.of_practice) if real else ()), *plans(graph, given)], data, docs, given)


def report(graph: Graph, planned: Sequence[Plan], data: Path, docs: Path, given: argparse.Namespace) -> None:
    """Makes the queries that are wanted, asks them, and prints what came of it."""
    wanted = [plan for plan in planned if not given.classes or given.classes & {plan.key, plan.key.partition("-")[0]}]
    chosen = [each for plan in wanted if (each := plan.made()).queries]
    results = compare(graph, chosen, given.only, not given.classes)
    print(*table(f"{'现有的库：' if data == PROJECT / 'data' else ''}{len(graph.of_practice):,} 个做法", chosen, results), sep="\n", flush=True)
    if "ours" in given.only and not given.classes:
        measure(data, docs, chosen)
    titles = {pid: practice.title for pid, practice in graph.catalog.practices.items()}
    print(*(line for result in results[:given.misses] for line in missed(titles, result)), sep="\n")


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
