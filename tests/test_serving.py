"""`mkdocs serve`: a saved entry shows, a broken save keeps the last good site with the findings on top."""

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import PROJECT, SMALL
from tests.small_tree import write_pages

PATIENCE = 60.0


class Preview:
    """A running preview of a data tree."""

    def __init__(self, data: Path, address: str) -> None:
        self.data = data
        self._address = address

    def edit(self, name: str, old: str, new: str) -> None:
        text = (self.data / name).read_text(encoding="utf-8")
        assert old in text
        (self.data / name).write_text(text.replace(old, new), encoding="utf-8")

    def shows(self, page: str, words: str, *, no_more: str = "", patience: float = PATIENCE) -> str:
        """The page, once it has these words and not those; fails when that takes too long."""
        html, end = "", time.monotonic() + patience
        while time.monotonic() < end:
            try:
                with urllib.request.urlopen(self._address + page) as answer:  # noqa: S310 - our own address
                    html = answer.read().decode()
            except urllib.error.URLError:
                html = ""
            if words in html and (not no_more or no_more not in html):
                return html
            time.sleep(0.1)
        raise AssertionError(f"{page} never showed {words}")

    def is_found(self, words: str) -> bool:
        """Whether the search index has these words before long."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            file = re.search(r"assets/kb/text\.[0-9a-f]+\.js", self.shows("assets/kb/manifest.js", "text"))
            assert file
            try:
                self.shows(file.group(), words, patience=1)
            except AssertionError:
                continue
            return True
        return False


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[Preview]:
    data, docs = tmp_path / "data", tmp_path / "docs"
    shutil.copytree(SMALL, data)
    write_pages(data, docs)
    (docs / "index.md").write_text("---\ntitle: 首页\nrender_macros: true\n---\n\n# 库\n\n{{ practices() }}\n", encoding="utf-8")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    with (tmp_path / "log").open("w") as log:
        server = subprocess.Popen(
            [sys.executable, "-m", "mkdocs", "serve", "--quiet", "--dev-addr", address], cwd=PROJECT, stdout=log, stderr=log,
            env={**os.environ, "DATA": str(data), "DOCS": str(docs), "NO_MKDOCS_2_WARNING": "1"})
    try:
        yield Preview(data, f"http://{address}/")
    finally:
        server.send_signal(signal.SIGINT)
        server.wait(timeout=20)


def test_a_save_shows_and_a_broken_one_keeps_the_last_good_site(preview):
    preview.shows("practices/pei-xun.html", "委员轮训。")
    preview.edit("practices/pei-xun.yml", "委员轮训。", "委员轮流培训。")
    preview.shows("practices/pei-xun.html", "委员轮流培训。")
    preview.shows("api/practices.json", "委员轮流培训。")
    assert preview.is_found("委员轮流培训。")
    preview.edit("practices/gong-zuo-zhan.yml", "form: platform", "form: platfrom")
    page = preview.shows("practices/pei-xun.html", "数据有误，下面是上一次正确的样子。")
    assert "gong-zuo-zhan.yml:3:7</code> 类型（form）没有“platfrom”这一项" in page
    assert "委员轮流培训。" in page
    preview.edit("practices/gong-zuo-zhan.yml", "form: platfrom", "form: platform")
    preview.shows("practices/pei-xun.html", "委员轮流培训。", no_more="数据有误")
