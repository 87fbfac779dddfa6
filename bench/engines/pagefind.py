"""Pagefind, the extended build that cuts Chinese into words; its index is made by its own program."""

import gzip
import html
import subprocess
from pathlib import Path
from urllib.parse import urlsplit

from cutting import installed
from playwright.sync_api import Page

from engines import MOST, Answer, Document, Missing, documents
from macros.library.graph import Graph

PACKAGE = "pagefind_bin_extended==1.5.2"


class Pagefind:
    """A page for each practice, whose parts weigh as our fields do; a query's words must all be there."""

    name = "Pagefind"

    def __init__(self, page: Page, graph: Graph, folder: Path, address: str) -> None:
        target = installed("pagefind", PACKAGE)
        if not target:
            raise Missing("pip 装不上 pagefind")
        for each in documents(graph):
            (folder / f"{each.id}.html").write_text(_page(each), "utf-8")
        # A folder at once: page by page through its library takes forty times as long.
        command = [str(target / "pagefind_bin_extended" / "pagefind_extended"), "--site", str(folder), "--quiet"]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # noqa: S603 - our own command
        (folder / "index.html").write_text('<!doctype html><html lang="zh"><meta charset="utf-8"></html>', "utf-8")
        self.page = page
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto(address + "index.html")
        page.evaluate("() => import('./pagefind/pagefind.js').then((found) => { window.pagefind = found; return found.init(); })")
        self.answer("委员")
        self.sizes = {"第一次命中之前": sum(_packed(folder / urlsplit(name).path.lstrip("/")) for name in set(asked))}

    def answer(self, query: str) -> Answer:
        found = self.page.evaluate(_ASK, [query, MOST])
        return Answer([url.strip("/").removesuffix(".html") for url in found["urls"]], found["total"], found["time"])

    def typed(self, query: str) -> list[float]:
        return [self.answer(query[:i + 1]).time for i in range(len(query))]


def _page(document: Document) -> str:
    parts = ((5, document.aliases), (5, document.keywords), (2, document.synonyms), (1, document.body))
    body = "".join(f'<p data-pagefind-weight="{weight}">{html.escape("。".join(texts))}</p>' for weight, texts in parts if texts)
    return f'<html lang="zh"><body><h1>{html.escape(document.title)}</h1>{body}</body></html>'


def _packed(file: Path) -> int:
    """Its index and fragments are compressed already."""
    data = file.read_bytes() if file.is_file() else b""
    return min(len(data), len(gzip.compress(data)))


# What a page shows needs the titles of the first hits too.
_ASK = """async ([query, most]) => {
  let found, urls;
  const times = [];
  for (let i = 0; i < 2; i++) {
    const start = performance.now();
    found = await window.pagefind.search(query);
    urls = (await Promise.all(found.results.slice(0, most).map((hit) => hit.data()))).map((hit) => hit.url);
    times.push(performance.now() - start);
  }
  return { urls, total: found.results.length, time: Math.min(...times) };
}"""
