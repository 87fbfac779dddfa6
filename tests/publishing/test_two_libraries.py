"""Two libraries on one server by the shipped configuration, in folders with names that need quoting."""

import gzip
import shutil
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from macros.html.page import parse
from macros.publishing import files, loopback, publish
from macros.publishing.checks import Expected
from tests.publishing.test_nginx import FOREVER, POLICY, SCRIPT, Answer

# Where each library answers: prefix, host, and the words that only its pages hold.
FIRST = [("/", "kb.example", "甲市的库"), ("/kb/", "kb.example", "甲市的库")]
SECOND = [("/xian/", "kb.example", "乙县的库"), ("/", loopback.SECOND_HOST, "乙县的库")]


@pytest.fixture
def base(tmp_path: Path, sample: Path, expected: Expected, served: Callable[..., str]) -> str:
    """The address of a server with both libraries."""
    dests = []
    for folder, words in (('srv/实践 库 "甲"\\50%', "甲市的库"), ("srv/-乙 县's", "乙县的库")):
        site = Path(shutil.copytree(sample, tmp_path / words))
        for page in site.rglob("*.html"):
            page.write_text(page.read_text(encoding="utf-8").replace("<h1>", f"<h1>{words}："), encoding="utf-8")
        script = site / SCRIPT
        script.write_text(f"{script.read_text(encoding='utf-8')}\n// {words}\n", encoding="utf-8")
        publish(tmp_path / folder, lambda target, site=site: files.copy(site, target), expected, keep=1)
        dests.append(tmp_path / folder / "current")
    return served(*dests)


def ask(base: str, host: str, path: str, **headers: str) -> Answer:
    return Answer(base, path, Host=host, **headers)


@pytest.mark.parametrize(("prefix", "host", "words"), FIRST + SECOND)
class TestEachLibrary:
    def test_its_pages_and_files(self, base: str, prefix: str, host: str, words: str) -> None:
        for path in ("", "index.html", "practices/", "practices/bian-zu-zhi.html", "glossary.html"):
            answer = ask(base, host, prefix + path)
            assert (answer.status, answer.headers.get_all("Content-Security-Policy")) == (200, [POLICY])
            assert f"<h1>{words}：" in answer.body.decode()
            assert answer.headers["Cache-Control"] == "no-cache"
        script = ask(base, host, prefix + SCRIPT, Accept_Encoding="gzip")
        assert (script.headers["Content-Encoding"], script.headers["Cache-Control"]) == ("gzip", FOREVER)
        assert f"// {words}" in gzip.decompress(script.body).decode()

    @pytest.mark.parametrize("path", ["mei-you.html", "practices/hen/shen/de/di-zhi.html", "assets/", ".git/config", "404.html/x"])
    def test_its_page_for_wrong_addresses_leads_back_into_it(self, base: str, prefix: str, host: str, words: str, path: str) -> None:
        for headers in ({}, {"Accept_Encoding": "gzip"}):
            answer = ask(base, host, prefix + path, **headers)
            body = gzip.decompress(answer.body) if answer.headers["Content-Encoding"] == "gzip" else answer.body
            assert (answer.status, answer.headers["Cache-Control"]) == (404, "no-cache")
            assert answer.headers.get_all("Content-Security-Policy") == [POLICY]
            assert f"<h1>{words}：没有这一页" in body.decode()
            assert f'"base": "{prefix}"' in body.decode()
            for reference in parse(body.decode()).references:
                assert reference.url.startswith(prefix)
                found = ask(base, host, urlsplit(reference.url).path)
                assert found.status == 200
                other = {"甲市的库": "乙县的库", "乙县的库": "甲市的库"}[words]
                assert other not in found.body.decode(errors="replace")

    def test_it_is_for_reading_only(self, base: str, prefix: str, host: str, words: str) -> None:
        answer = Answer(base, f"{prefix}index.html", "POST", Host=host)
        assert (answer.status, answer.headers["Allow"]) == (405, "GET, HEAD")


def test_a_redirect_stays_in_its_library(base: str) -> None:
    assert ask(base, "kb.example", "/xian").headers["Location"] == "/xian/"
    assert ask(base, "kb.example", "/xian/practices").headers["Location"] == "/xian/practices/"
    assert ask(base, loopback.SECOND_HOST, "/practices").headers["Location"] == "/practices/"


def test_one_library_needs_nothing_of_the_second(sample: Path, tmp_path: Path, expected: Expected, served: Callable[..., str]) -> None:
    publish(tmp_path / "srv", lambda target: files.copy(sample, target), expected, keep=1)
    base = served(tmp_path / "srv/current")
    assert Answer(base, "/index.html").status == 200
    assert Answer(base, "/xian/").status == 404
