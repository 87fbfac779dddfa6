"""Compares the library's search with Material's on the same pages, in real Chromium, and prints a table.

usage: python bench/search.py [--sizes 1000 10000] [--queries 60] [--seed 7]

Libraries and queries are made from seeds, the real library is asked the questions of tests/search.
Recall is the share of queries with a right answer among the first three hits (five for phrases of
bodies and for needs); MRR the mean of 1/rank of the first right one. A keystroke is one search on what
has been typed so far, measured in the page for every beginning of the first queries of each class
(ours: the quickest of three, with the reasons of 20 hits; Material: from the box to its worker's answer).
"""

import argparse
import contextlib
import functools
import gzip
import http.server
import json
import statistics
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import library
from playwright.sync_api import Page, sync_playwright
from queries import Class, Maker, asked, gibberish

from macros import search
from macros.library import urls
from macros.library.catalog import load
from macros.library.graph import Graph
from macros.site import scripts

PROJECT = Path(__file__).resolve().parents[1]
DOCS = PROJECT / "docs"
QUESTIONS = PROJECT / "tests" / "search" / "questions.yml"
MOST = 10
# Of how many queries of each class every beginning is typed.
TYPED = 6


@dataclass
class Result:
    """What one engine did with the classes of one library."""

    engine: str
    ranks: dict[str, list[int]] = field(default_factory=dict)
    keystrokes: list[float] = field(default_factory=list)
    sizes: dict[str, int] = field(default_factory=dict)

    def recall(self, asked_class: Class) -> float:
        ranks = self.ranks[asked_class.name]
        return sum(0 < rank <= asked_class.within for rank in ranks) / len(ranks)

    def mrr(self, asked_class: Class) -> float:
        return statistics.fmean(1 / rank if rank else 0 for rank in self.ranks[asked_class.name])


def ask(engine: Any, classes: Sequence[Class]) -> Result:
    """Every query of every class; the rank of the first right hit, or 0. For 乱写 the number of hits."""
    result = Result(engine.name, sizes=engine.sizes)
    for each in classes:
        ranks = []
        for query in each.queries:
            hits = engine.hits(query.text)
            rank = next((i for i, hit in enumerate(hits, 1) if hit in query.right), 0)
            ranks.append(rank if each.within else len(hits))
        result.ranks[each.name] = ranks
    for each in classes:
        for query in each.queries[:TYPED]:
            result.keystrokes += engine.typed(query.text)
    return result


class Ours:
    """The library's own search, from its scripts."""

    name = "本库"

    def __init__(self, page: Page, graph: Graph, folder: Path, address: str) -> None:
        files = search.files(graph, ())
        for path, text in files.items():
            file = folder / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, "utf-8")
        (folder / scripts.FOLDER).mkdir(parents=True)
        texts = scripts.files(lambda script: (DOCS / script).read_text(encoding="utf-8"))
        for path, text in texts.items():
            (folder / path).write_text(text, "utf-8")
        # The page's root, as theme-scope.js sets it.
        (folder / "root.js").write_text('window.kb = { root: new URL("./", location.href).href };', "utf-8")
        tags = f'<script src="root.js"></script><script defer src="{scripts.PAGE_FILE}"></script>'
        (folder / "index.html").write_text(f'<!doctype html><meta charset="utf-8">{tags}', "utf-8")
        self.page = page
        page.goto(address + "index.html")
        page.evaluate("kb.index.start().then(() => kb.index.prepare(''))")
        self.sizes = self._sizes(files, sum(len(gzip.compress(text.encode())) for text in texts.values()))

    def _sizes(self, files: Any, scripts: int) -> dict[str, int]:
        packed = {path.rpartition("/")[2]: len(gzip.compress(text.encode())) for path, text in files.items()}
        core = sum(size for name, size in packed.items() if name.startswith(("core", "manifest")))
        beside = sum(size for name, size in packed.items() if name.startswith(("facets", "text")))
        shards = [size for name, size in packed.items() if name.startswith("shard")]
        return {"第一次命中之前": core + scripts, "其中脚本": scripts, "随后（筛选、正文）": beside,
                **({"每个正文分片": round(statistics.fmean(shards))} if shards else {})}

    def hits(self, query: str) -> list[str]:
        return list(self.page.evaluate(
            """([query, most]) => kb.index.prepare(query).then(() =>
                 kb.search(query, { limit: most, kinds: ["practices"] }).map((hit) => hit.id))""",
            [query, MOST]))

    def typed(self, query: str) -> list[float]:
        return list(self.page.evaluate(
            """(query) => Array.from(query).map((_, i, chars) => {
                 const typed = chars.slice(0, i + 1).join("");
                 const times = [0, 1, 2].map(() => {
                   const start = performance.now();
                   kb.search(typed, { limit: 20 }).forEach((hit) => hit.why);
                   return performance.now() - start;
                 });
                 return Math.min(...times);
               })""", query))


class Material:
    """Material's search plugin: its page, its worker, and the index that it would write."""

    def __init__(self, page: Page, graph: Graph, folder: Path, address: str) -> None:
        from material.plugins.search import plugin

        self.name = "Material" + ("" if plugin.jieba else "（没有 jieba）")
        self._build(folder)
        file = folder / "search" / "search_index.json"
        empty = json.loads(file.read_text("utf-8"))
        index = plugin.SearchIndex(**empty["config"])
        cut = index._segment_chinese if plugin.jieba else str
        index.entries = [{"location": urls.entry("practices", pid), "title": cut(practice.title), "text": cut(text(practice))}
                         for pid, practice in graph.catalog.practices.items()]
        file.write_text(index.generate_search_index(None), "utf-8")
        self.sizes = {"第一次命中之前": len(gzip.compress(file.read_bytes())) + sum(
            len(gzip.compress(part.read_bytes())) for part in (folder / "assets" / "javascripts").rglob("*search*.js"))}
        self.page = page
        page.add_init_script(_LISTEN)
        page.goto(address + "index.html")
        page.wait_for_function("window.searchReady")
        page.evaluate("() => { document.querySelector('#__search').click(); }")
        self.hits("委员")

    def _build(self, folder: Path) -> None:
        with tempfile.TemporaryDirectory() as work:
            (Path(work) / "docs").mkdir()
            (Path(work) / "docs" / "index.md").write_text("# 首页", "utf-8")
            config = Path(work) / "mkdocs.yml"
            config.write_text("site_name: 比较\nuse_directory_urls: false\ntheme: {name: material, language: zh, font: false}\n"
                              "plugins: [search: {lang: zh}]\n", "utf-8")
            command = [sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(config), "-d", str(folder)]
            subprocess.run(command, check=True)  # noqa: S603 - our own command

    def hits(self, query: str) -> list[str]:
        found = self.page.evaluate("(query) => window.askWorker(query)", query)["items"]
        return [location.removeprefix("practices/").removesuffix(".html") for location in found[:MOST]]

    def typed(self, query: str) -> list[float]:
        return [self.page.evaluate("(query) => window.askWorker(query)", query[:i + 1])["time"] for i in range(len(query))]


def text(practice: Any) -> str:
    return "\n".join((practice.summary, *(point.text for account in practice.accounts for point in account.points)))


# Types into Material's own box and listens to its worker, which answers in the order of asking.
_LISTEN = """
const Real = window.Worker;
let sent = 0, answered = 0, awaited = null;
window.Worker = function (...given) {
  const worker = new Real(...given);
  const post = worker.postMessage.bind(worker);
  worker.postMessage = (message, ...rest) => { if (message.type === 2) sent += 1; post(message, ...rest); };
  worker.addEventListener("message", (event) => {
    if (event.data.type === 1) window.searchReady = true;
    if (event.data.type !== 3) return;
    answered += 1;
    if (awaited && answered >= awaited.number) {
      const items = event.data.data.items.map((group) => group[0].location);
      awaited.resolve({ items, time: performance.now() - awaited.start });
      awaited = null;
    }
  });
  return worker;
};
window.askWorker = (query) => new Promise((resolve) => {
  const box = document.querySelector("[data-md-component=search-query]");
  const type = (text) => { box.value = text; box.dispatchEvent(new Event("keyup")); };
  // The box tells its worker only what has changed.
  type("");
  const before = sent;
  const start = performance.now();
  type(query);
  if (sent === before) resolve({ items: [], time: performance.now() - start });
  else awaited = { number: sent, start, resolve };
});
"""


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


def compare(graph: Graph, classes: Sequence[Class], engines: Sequence[Any]) -> list[Result]:
    """Each engine in a fresh browser."""
    results = []
    for engine in engines:
        with tempfile.TemporaryDirectory() as work, served(Path(work)) as address, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
            results.append(ask(engine(browser.new_page(), graph, Path(work), address), classes))
            browser.close()
    return results


def show(title: str, classes: Sequence[Class], results: Sequence[Result]) -> None:
    """One table: a row a class, two columns an engine, then time and size."""
    print(f"\n## {title}\n")
    print("| 查法 | " + " | ".join(f"{result.engine} 命中 | MRR" for result in results) + " |")
    print("|---|" + "---|---|" * len(results))
    for each in classes:
        if each.within and each.queries:
            cells = " | ".join(f"{result.recall(each):.2f} | {result.mrr(each):.2f}" for result in results)
            print(f"| {each.name}（{len(each.queries)} 次，前 {each.within} 条） | {cells} |")
        elif each.queries:
            cells = " | ".join(f"{sum(map(bool, result.ranks[each.name]))} 次有结果 | " for result in results)
            print(f"| {each.name}（{len(each.queries)} 次） | {cells} |")
    for label, share in (("中位", 50), ("第 95 百分位", 95)):
        cells = " | ".join(f"{_percentile(result.keystrokes, share):.1f} 毫秒 | " for result in results)
        print(f"| 每次按键，{label} | {cells} |")
    for label in dict.fromkeys(label for result in results for label in result.sizes):
        cells = " | ".join(f"{result.sizes[label] / 1024:.0f} KB | " if label in result.sizes else " | " for result in results)
        print(f"| {label}（gzip） | {cells} |")


def _percentile(values: Sequence[float], share: int) -> float:
    return sorted(values)[min(len(values) - 1, len(values) * share // 100)]


def main() -> None:
    parser = argparse.ArgumentParser(description="Compares searches.")
    parser.add_argument("--sizes", type=int, nargs="*", default=[1000, 10000])
    parser.add_argument("--queries", type=int, default=60)
    parser.add_argument("--seed", type=int, default=7)
    given = parser.parse_args()
    engines = (Ours, Material)
    for size in given.sizes:
        with tempfile.TemporaryDirectory() as work:
            library.write(Path(work), size, given.seed)
            graph = Graph(load(Path(work))[0])
        classes = [*Maker(graph, given.seed, given.queries).classes(), gibberish()]
        show(f"{size} 个做法", classes, compare(graph, classes, engines))
    real = Graph(load(PROJECT / "data")[0])
    classes = [*asked(QUESTIONS), gibberish()]
    show(f"现有的库：{len(real.catalog.practices)} 个做法", classes, compare(real, classes, engines))


if __name__ == "__main__":
    main()
