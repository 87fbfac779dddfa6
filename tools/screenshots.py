"""Makes the pictures of the guide from the real commands and the real site.

`python -m tools.screenshots` follows docs/contributing/index.md in a copy of the project, shows
what the commands print in a terminal's look and the pages as `mkdocs serve` shows them, and writes
docs/contributing/images/*.png. Needs Debian's chromium.
"""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from html import escape
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from tools import tutorial

PROJECT = Path(__file__).resolve().parent.parent
GUIDE = "docs/contributing/index.md"
IMAGES = PROJECT / "docs" / "contributing" / "images"
WIDTH = 1120
_TERMINAL = """<meta charset="utf-8"><style>
body { margin: 0; background: #1d2024; color: #e6e3dc; }
pre { margin: 0; padding: 18px 22px; font: 15px/1.6 "Noto Sans Mono CJK SC", "Noto Sans Mono", monospace; white-space: pre-wrap; }
b { color: #8fbbe4; font-weight: 400; } i { color: #e5908c; font-style: normal; }
</style><pre>"""


def main() -> None:
    IMAGES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        project = copy(Path(folder) / "ku")
        ran = {run.command: run for run in reversed(list(tutorial.follow(project / GUIDE, project)))}
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-gpu"])
        terminal(browser, next(r for c, r in ran.items() if c.startswith("kb import") and "--dry-run" not in c), "import")
        terminal(browser, ran["kb check"], "check")
        with served(project) as address:
            pages(browser, address)
        browser.close()


def copy(target: Path) -> Path:
    """The project as it is now, in a git repository of its own, so that it can be compared with `main`."""
    listed = subprocess.run(["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"], cwd=PROJECT,  # noqa: S607
                            capture_output=True, text=True, check=True).stdout
    for name in filter(None, listed.split("\0")):
        if (PROJECT / name).is_file():
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(PROJECT / name, target / name)
    for command in (("init", "-q", "-b", "main"), ("add", "."),
                    ("-c", "user.name=x", "-c", "user.email=x@localhost", "commit", "-q", "-m", "x")):
        subprocess.run(["git", *command], cwd=target, check=True)  # noqa: S603, S607
    return target


def terminal(browser: Browser, ran: tutorial.Ran, name: str) -> None:
    """What a command printed, below the command itself; errors in red."""
    lines = [f"<b>$ {escape(ran.command)}</b>"]
    lines += [f"<i>{escape(line)}</i>" if ": 错误[" in line else escape(line) for line in ran.printed.rstrip().splitlines()]
    page = browser.new_page(viewport={"width": WIDTH, "height": 100})
    page.set_content(_TERMINAL + "\n".join(lines) + "</pre>")
    page.screenshot(path=IMAGES / f"{name}.png", full_page=True)
    page.close()


def pages(browser: Browser, address: str) -> None:
    page = browser.new_page(viewport={"width": WIDTH, "height": 900})
    page.goto(address + "practices/ban-deng-yi-shi-hui.html")
    taken(page, "practice", 60, 930)
    page.goto(address + "practices/quan-yuan-ru-wei.html")
    page.get_by_role("link", name="修改本条").evaluate("link => { link.style.outline = '3px solid #d33'; }")
    taken(page, "edit", 60, 400)
    page.goto(address + "speeches/da-hao-ban-deng-ting-min-sheng.html")
    page.locator("#p2 summary").first.click()
    taken(page, "speech", 60, 940)


def taken(page: Page, name: str, top: int, height: int) -> None:
    page.wait_for_load_state("networkidle")
    page.screenshot(path=IMAGES / f"{name}.png", full_page=True,
                    clip={"x": 0, "y": top, "width": WIDTH, "height": height})


@contextmanager
def served(project: Path) -> Iterator[str]:
    """The address of the project as `make serve` shows it."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port = found.getsockname()[1]
    address = f"http://127.0.0.1:{port}/"
    environment = {**os.environ, "PYTHONPATH": str(project), "NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}
    command = [sys.executable, "-m", "mkdocs", "serve", "--quiet", "--no-livereload", "--dev-addr", f"127.0.0.1:{port}"]
    server = subprocess.Popen(command, cwd=project, env=environment)  # noqa: S603
    try:
        for _ in range(300):
            try:
                urllib.request.urlopen(address).close()  # noqa: S310
                break
            except OSError:
                time.sleep(0.2)
        yield address
    finally:
        server.terminate()
        server.wait()


if __name__ == "__main__":
    main()
