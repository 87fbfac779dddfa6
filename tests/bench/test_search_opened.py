"""What a reader waits for is told from a real page: what it asks for before the first hit, and every key that changes it."""

from collections.abc import Iterator
from pathlib import Path

import opened
import pytest
from engines.ours import Ours
from playwright.sync_api import Browser
from search import served

from macros.library.catalog import load
from macros.library.graph import Graph
from tests import frozen

pytestmark = pytest.mark.browser

# A box that brings a script for its first hit, and another one after it.
PAGE = """<!doctype html><meta charset="utf-8"><script src="kb.js"></script><button data-kb-search-open>检索</button>
<div class="kb-dialog"><input class="kb-dialog__box"><div id="list"></div></div>
<script>
  const bring = (src, then) => document.head.append(Object.assign(document.createElement("script"), { src, onload: then }));
  document.querySelector("input").addEventListener("input", (event) => {
    const show = () => { list.innerHTML = '<p class="kb-dialog__hit">' + event.target.value + "</p>"; };
    if (window.there) return show();
    bring("assets/kb/core.js", () => { window.there = true; show(); setTimeout(() => bring("assets/kb/later.js"), 500); });
  });
</script>"""


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    (tmp_path / "assets/kb").mkdir(parents=True)
    for name in ("kb.js", "assets/kb/core.js", "assets/kb/later.js"):
        (tmp_path / name).write_text("// " + "很长的一行" * 50, "utf-8")
    (tmp_path / "index.html").write_text(PAGE, "utf-8")
    with served(tmp_path) as found:
        yield found


def test_what_is_asked_for_before_the_first_hit_is_told_and_nothing_after(browser: Browser, address: str) -> None:
    _, opener, box, hit, _ = opened.PLACES["首页"]
    found = opened.first_hit(browser, f"{address}index.html", opener, box, hit, "委员", 1)
    assert [name.removeprefix(address) for name in found["files"]] == ["index.html", "kb.js", "assets/kb/core.js"]


def test_every_key_that_changes_the_results_is_timed(browser: Browser, address: str) -> None:
    assert len(opened.keystrokes(browser, address, ["委员", "履职档案"])) == 6


def test_our_own_search_answers_in_its_scripts_alone(browser: Browser, tmp_path: Path) -> None:
    graph = Graph(load(frozen.DATA)[0])
    with served(tmp_path) as address:
        ours = Ours(browser.new_page(), graph, tmp_path, address)
        pid, practice = next(iter(graph.catalog.practices.items()))
        assert ours.answer(practice.title).ids[0] == pid
        assert ours.answer("鳄鱼眼泪").total == 0
        assert len(ours.typed("委员之家")) == 4
        assert {"第一次命中之前", "其中脚本"} <= ours.sizes.keys()
