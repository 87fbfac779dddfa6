"""`make second-engine`: what another engine than axe finds on the built pages, in light and dark; by hand.

usage: python tools/second_engine.py SITE   (a folder)

Prints each fault once a page, and leaves with 1 where there is one. Potential faults, which want a person, are not shown.
"""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

from playwright.sync_api import Browser, sync_playwright

CHROMIUM = "/usr/bin/chromium"
HOST = "http://library"
ENGINE = Path(__file__).parent / "second-engine" / "node_modules" / "accessibility-checker-engine" / "ace.js"
# Of each kind of entry's pages these many, the first by name; every page that a person wrote.
OF_A_KIND = 2
COLOURS: tuple[Literal["light"], Literal["dark"]] = ("light", "dark")
KINDS = ("practices", "problems", "topics", "organizations", "speeches", "sources")
FAULTS = """async () => {
  const report = await new ace.Checker().check(document, ["IBM_Accessibility"]);
  return report.results.filter((found) => found.value[0] === "VIOLATION" && found.value[1] === "FAIL")
    .map((found) => found.ruleId + ": " + found.message + "\\n    " + found.snippet.slice(0, 160));
}"""


def pages(site: Path) -> Iterator[str]:
    """The addresses that are looked at."""
    for file in sorted(site.rglob("*.html")):
        address = file.relative_to(site).as_posix()
        kind = address.split("/")[0]
        if kind not in KINDS or address.endswith("/index.html"):
            yield address
    for kind in KINDS:
        yield from (file.relative_to(site).as_posix() for file in [f for f in sorted((site / kind).glob("*.html")) if f.stem != "index"][:OF_A_KIND])


def faults(browser: Browser, site: Path, address: str, engine: str, colours: Literal["light", "dark"]) -> list[str]:
    """What the engine finds on one page, each with its element."""
    # The library's own policy would keep the engine out.
    page = browser.new_context(viewport={"width": 1366, "height": 768}, color_scheme=colours, bypass_csp=True).new_page()
    page.route(HOST + "/**", lambda route: route.fulfill(path=site / urlsplit(route.request.url).path[1:]))
    page.goto(f"{HOST}/{address}")
    page.wait_for_timeout(500)
    page.add_script_tag(content=engine)
    found: list[str] = page.evaluate(FAULTS)
    page.context.close()
    return found


def main(site: Path, engine: str) -> int:
    """The number of faults on all pages, printed with them."""
    total = views = 0
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        for page in pages(site):
            for colours in COLOURS:
                views += 1
                for fault in faults(browser, site, page, engine, colours):
                    total += 1
                    print(f"{page} ({colours}) {fault}")
        browser.close()
    print(f"{views} 个画面，{total} 处")
    return total


if __name__ == "__main__":
    sys.exit(1 if main(Path(sys.argv[1]), ENGINE.read_text("utf-8")) else 0)
