"""What a reader waits for on the built site: KB before the first hit, time until it is there, and from a keystroke to the paint.

A reader opens the home page and asks in the dialog, or opens all practices and asks in the list, as soon as the scripts
run. KB are those of what the page has asked for by then, compressed as a server sends it: our scripts, the index and of the
list its rows; and once more with all else, the theme's styles and scripts. Files come from this machine, so times are those of
the browser alone. A keystroke counts from the event to the frame after the results changed.
"""

import gzip
import os
import re
import statistics
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from playwright.sync_api import Browser, Page

# Of a page: its address, what opens the box, the box, what a hit is, and the files that are there for the search.
PLACES = {
    "首页": ("index.html", "[data-kb-search-open]", ".kb-dialog__box", ".kb-dialog__hit", r"/kb(-search)?\.js|/assets/kb/"),
    "列表": ("practices/index.html", "", "#kb-query", ".kb-row__title mark", r"/kb(-\w+)?\.js|/assets/kb/|/practices/index\.html"),
}
# How many times each page is opened; the middle of the times counts.
TIMES = 3
SLOWER = 4
PATIENCE = 120_000


def build(data: Path, docs: Path, site: Path) -> None:
    """Builds the site of a library as `kb build` does."""
    command = [str(Path(sys.executable).with_name("kb")), "build", "--data", str(data), "--docs", str(docs), "--site", str(site)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"})  # noqa: S603
    if done.returncode:
        raise RuntimeError(done.stdout[-2000:] + done.stderr[-2000:])


def measured(browser: Browser, site: Path, address: str, query: str, typed: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Label and value of each measure; `query` has hits, and every beginning of `typed` is typed."""
    for place, (path, opener, box, hit, own) in PLACES.items():
        found = [first_hit(browser, address + path, opener, box, hit, query, rate) for rate in (1, SLOWER) for _ in range(TIMES)]
        sizes = {name: _packed(site, name) / 1024 for name in found[0]["files"]}
        searched = sum(size for name, size in sizes.items() if re.search(own, name))
        yield f"{place}：第一条结果以前，KB（gzip），连同主题的", f"{searched:.0f}；{sum(sizes.values()):.0f}"
        quick, slow = (statistics.median(each["time"] for each in part) / 1000 for part in (found[:TIMES], found[TIMES:]))
        yield f"{place}：打开到第一条结果，秒，处理器慢 {SLOWER} 倍时", f"{quick:.1f}；{slow:.1f}"
        quick, slow = (statistics.median(each["time"] - each["asked"] for each in part) / 1000 for part in (found[:TIMES], found[TIMES:]))
        yield f"{place}：其中从问到第一条结果（取检索、备好、找、画）", f"{quick:.1f}；{slow:.1f}"
    times = sorted(keystrokes(browser, address, typed))
    yield "检索框里按一个键到画出来，毫秒，中位；第 95 百分位", f"{times[len(times) // 2]:.0f}；{times[len(times) * 95 // 100]:.0f}"


def first_hit(browser: Browser, url: str, opener: str, box: str, hit: str, query: str, rate: int) -> dict[str, Any]:
    """`time` in ms from opening a page until the first hit is painted, `asked` that until it could be asked, as its scripts ran, and
    the `files` that it had asked for by the first hit."""
    page = browser.new_page()
    _slow(page, rate)
    page.add_init_script(f"window.asked = {[opener, box, hit, query]!r}; {_ASK}")
    page.goto(url, wait_until="commit")
    page.wait_for_function("() => window.firstHit", timeout=PATIENCE)
    found: dict[str, Any] = page.evaluate("() => window.firstHit")
    page.close()
    return found


def _slow(page: Page, rate: int) -> None:
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": rate})


def _packed(site: Path, url: str) -> int:
    path = site / unquote(urlsplit(url).path).lstrip("/")
    return len(gzip.compress(path.read_bytes(), mtime=0)) if path.is_file() else 0


def keystrokes(browser: Browser, address: str, typed: Sequence[str]) -> list[float]:
    """The ms of every key, once the index is there."""
    page = browser.new_page()
    page.goto(address + "index.html")
    page.click("[data-kb-search-open]")
    page.fill(".kb-dialog__box", "委员")
    page.wait_for_selector(".kb-dialog__hit", timeout=PATIENCE)
    # Tables that the browser makes beforehand are made by then.
    page.wait_for_timeout(1500)
    page.evaluate(_WATCH)
    for text in typed:
        page.fill(".kb-dialog__box", "")
        page.wait_for_timeout(50)
        page.evaluate("() => { window.painted.pop(); }")
        for char in text:
            page.keyboard.insert_text(char)
            page.wait_for_timeout(60)
    times: list[float] = page.evaluate("() => window.painted")
    page.close()
    return times


# Asks as soon as the scripts have run, and looks at every frame whether a hit is there.
_ASK = """
document.addEventListener("DOMContentLoaded", () => {
  const [opener, box, hit, query] = window.asked;
  const asked = performance.now();
  if (opener) document.querySelector(opener).click();
  const input = document.querySelector(box);
  input.value = query;
  input.dispatchEvent(new Event("input", { bubbles: true }));
  const look = () => {
    if (!document.querySelector(hit)) return requestAnimationFrame(look);
    const time = performance.now();
    const files = performance.getEntriesByType("resource").filter((entry) => entry.startTime <= time).map((entry) => entry.name);
    window.firstHit = { time, asked, files: [location.href].concat(files) };
  };
  look();
});
performance.setResourceTimingBufferSize(2000);
"""

_WATCH = """() => {
  window.painted = [];
  const dialog = document.querySelector(".kb-dialog");
  let start = 0;
  let waiting = false;
  document.addEventListener("input", (event) => { start = event.timeStamp; waiting = true; }, true);
  new MutationObserver(() => {
    if (!waiting) return;
    waiting = false;
    const from = start;
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => window.painted.push(performance.now() - from);
      channel.port2.postMessage(0);
    });
  }).observe(dialog, { childList: true, subtree: true, characterData: true });
}"""
