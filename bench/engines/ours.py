"""The library's own search, from its scripts."""

import gzip
import statistics
from collections.abc import Mapping
from pathlib import Path

from playwright.sync_api import Page

from engines import MOST, Answer
from macros import search
from macros.library.graph import Graph
from macros.site import scripts

DOCS = Path(__file__).resolve().parents[2] / "docs"


class Ours:
    """The scripts and the index alone, without pages around them."""

    name = "本库"

    def __init__(self, page: Page, graph: Graph, folder: Path, address: str) -> None:
        files = search.files(graph, ())
        texts = scripts.files(lambda script: (DOCS / script).read_text(encoding="utf-8"))
        # The page's root, as theme-scope.js sets it.
        root = {"root.js": 'window.kb = { root: new URL("./", location.href).href };'}
        tags = f'<script src="root.js"></script><script defer src="{scripts.PAGE_FILE}"></script>'
        for path, text in {**files, **texts, **root, "index.html": f'<!doctype html><meta charset="utf-8">{tags}'}.items():
            file = folder / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, "utf-8")
        self.page = page
        page.goto(address + "index.html")
        page.evaluate("kb.index.start().then(() => kb.index.prepare(''))")
        self.sizes = _sizes(files, sum(len(gzip.compress(text.encode())) for text in texts.values()))

    def answer(self, query: str) -> Answer:
        found = self.page.evaluate(_ASK, [query, MOST])
        said = "、".join(label for label, on in (("部分符合", found["partial"]), ("弱", found["weak"])) if on)
        return Answer(found["ids"], found["total"], found["time"], said)

    def typed(self, query: str) -> list[float]:
        return list(self.page.evaluate(_TYPE, query))


_ASK = """([query, most]) => kb.index.prepare(query).then(() => {
  const times = [0, 1].map(() => {
    const start = performance.now();
    kb.search(query, { limit: 20 });
    return performance.now() - start;
  });
  const hits = kb.search(query, { limit: most, kinds: ["practices"] });
  return { ids: hits.map((hit) => hit.id), total: kb.search(query, { limit: most }).total, time: Math.min(...times),
    partial: Boolean(hits.partial), weak: Boolean(hits.weak) };
})"""

_TYPE = """(query) => Array.from(query).map((_, i, chars) => {
  const typed = chars.slice(0, i + 1).join("");
  const times = [0, 1, 2].map(() => {
    const start = performance.now();
    kb.search(typed, { limit: 20 }).forEach((hit) => hit.why);
    return performance.now() - start;
  });
  return Math.min(...times);
})"""


def _sizes(files: Mapping[str, str], own: int) -> dict[str, int]:
    packed = {path.rpartition("/")[2]: len(gzip.compress(text.encode())) for path, text in files.items()}
    core = sum(size for name, size in packed.items() if name.startswith(("core", "manifest")))
    beside = sum(size for name, size in packed.items() if name.startswith(("facets", "text")))
    shards = [size for name, size in packed.items() if name.startswith("shard")]
    return {"第一次命中之前": core + own, "其中脚本": own, "随后（筛选、正文）": beside,
            **({"每个正文分片": round(statistics.fmean(shards))} if shards else {})}
