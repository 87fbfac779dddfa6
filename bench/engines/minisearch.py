"""MiniSearch, BM25 in the browser, with pairs of characters for words: it has no words of Chinese of its own."""

import gzip
import json
import shutil
import subprocess
from dataclasses import asdict
from pathlib import Path

from playwright.sync_api import Page

from engines import MOST, Answer, Missing, documents
from macros.library.graph import Graph

FOLDER = Path(__file__).with_name("minisearch_js")
SCRIPT = FOLDER / "node_modules" / "minisearch" / "dist" / "umd" / "index.js"


class MiniSearch:
    """Fields and their weights as ours; a document counts when it has any pair of the query."""

    name = "MiniSearch"

    def __init__(self, page: Page, graph: Graph, folder: Path, address: str) -> None:
        _install()
        script = SCRIPT.read_bytes()
        (folder / "index.js").write_bytes(script)
        found = json.dumps([asdict(each) for each in documents(graph)], ensure_ascii=False)
        (folder / "documents.js").write_text(f"window.documents = {found};", "utf-8")
        tags = '<script src="index.js"></script><script src="documents.js"></script>'
        (folder / "index.html").write_text(f'<!doctype html><meta charset="utf-8">{tags}', "utf-8")
        self.page = page
        page.goto(address + "index.html")
        page.evaluate(_BUILD)
        self.sizes = {"第一次命中之前": len(gzip.compress(script)) + page.evaluate(_SIZE)}

    def answer(self, query: str) -> Answer:
        found = self.page.evaluate(_ASK, [query, MOST])
        return Answer(found["ids"], found["total"], found["time"])

    def typed(self, query: str) -> list[float]:
        return [self.answer(query[:i + 1]).time for i in range(len(query))]


def _install() -> None:
    if SCRIPT.is_file():
        return
    npm = shutil.which("npm")
    if not npm:
        raise Missing("没有 npm")
    if subprocess.run([npm, "ci", "--silent"], cwd=FOLDER, check=False).returncode:  # noqa: S603 - our own command
        raise Missing("npm 装不上 minisearch")


_BUILD = """() => {
  const pairs = (text) => (text.toLowerCase().match(/[\\u3400-\\u9fff]+|[a-z0-9]+/g) || []).flatMap((run) =>
    (/[a-z0-9]/.test(run) || run.length < 2 ? [run] : Array.from({ length: run.length - 1 }, (_, i) => run.slice(i, i + 2))));
  window.index = new MiniSearch({
    fields: ["title", "aliases", "keywords", "synonyms", "body"],
    extractField: (document, name) => (Array.isArray(document[name]) ? document[name].join("\\n") : document[name]),
    tokenize: pairs, processTerm: (term) => term,
    searchOptions: { boost: { title: 4, aliases: 3, keywords: 3, synonyms: 1.5, body: 1 } },
  });
  window.index.addAll(window.documents);
}"""

# Compressed in the page: what a site would keep of it is many MB.
_SIZE = """() => new Response(new Blob([JSON.stringify(window.index)]).stream().pipeThrough(new CompressionStream("gzip")))
  .arrayBuffer().then((packed) => packed.byteLength)"""

_ASK = """([query, most]) => {
  let found = [];
  const times = [0, 1].map(() => {
    const start = performance.now();
    found = window.index.search(query);
    return performance.now() - start;
  });
  return { ids: found.slice(0, most).map((hit) => hit.id), total: found.length, time: Math.min(...times) };
}"""
