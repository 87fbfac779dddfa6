"""Material's search plugin: its page, its worker, and the index that it would write."""

import gzip
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Page

from engines import MOST, Answer, documents
from macros.library import urls
from macros.library.graph import Graph


class Material:
    """Titles, and all else in the text of a page: the plugin has no field between the two."""

    def __init__(self, page: Page, graph: Graph, folder: Path, address: str) -> None:
        from material.plugins.search import plugin

        self.name = "Material" + ("" if plugin.jieba else "（没有 jieba）")
        _build(folder)
        file = folder / "search" / "search_index.json"
        empty = json.loads(file.read_text("utf-8"))
        index = plugin.SearchIndex(**empty["config"])
        cut = index._segment_chinese if plugin.jieba else str
        index.entries = [
            {"location": urls.entry("practices", each.id), "title": cut(each.title),
             "text": cut("\n".join((*each.aliases, *each.keywords, *each.synonyms, *each.body)))} for each in documents(graph)]
        file.write_text(index.generate_search_index(None), "utf-8")
        self.sizes = {"第一次命中之前": len(gzip.compress(file.read_bytes())) + sum(
            len(gzip.compress(part.read_bytes())) for part in (folder / "assets" / "javascripts").rglob("*search*.js"))}
        self.page = page
        page.add_init_script(_LISTEN)
        page.goto(address + "index.html")
        page.wait_for_function("window.searchReady")
        page.evaluate("() => { document.querySelector('#__search').click(); }")
        self.answer("委员")

    def answer(self, query: str) -> Answer:
        found = self.page.evaluate("(query) => window.askWorker(query)", query)
        ids = [location.removeprefix("practices/").removesuffix(".html") for location in found["items"]]
        return Answer(ids[:MOST], len(ids), found["time"])

    def typed(self, query: str) -> list[float]:
        return [self.answer(query[:i + 1]).time for i in range(len(query))]


def _build(folder: Path) -> None:
    with tempfile.TemporaryDirectory() as work:
        (Path(work) / "docs").mkdir()
        (Path(work) / "docs" / "index.md").write_text("# 首页", "utf-8")
        config = Path(work) / "mkdocs.yml"
        config.write_text("site_name: 比较\nuse_directory_urls: false\ntheme: {name: material, language: zh, font: false}\n"
                          "plugins: [search: {lang: zh}]\n", "utf-8")
        command = [sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(config), "-d", str(folder)]
        subprocess.run(command, check=True, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"})  # noqa: S603 - our own command


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
