"""The shipped server block in the real nginx: what a reader's browser is told."""

import gzip
import http.client
import threading
from collections.abc import Callable
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest

from macros.html.page import parse
from macros.publishing import files, publish
from macros.publishing.checks import Expected

POLICY = ("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
          "worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'")
SCRIPT = "assets/javascripts/kb.0123abcd.js"
FOREVER = "public, max-age=31536000, immutable"


class Answer:
    """Status, headers and body of one request, nothing followed or unpacked."""

    def __init__(self, base: str, path: str, method: str = "GET", **headers: str) -> None:
        connection = http.client.HTTPConnection(urlsplit(base).netloc, timeout=10)
        connection.request(method, path, headers={name.replace("_", "-"): value for name, value in headers.items()})
        response = connection.getresponse()
        self.status, self.headers, self.body = response.status, response.headers, response.read()
        connection.close()


@pytest.fixture
def dest(tmp_path: Path, sample: Path, expected: Expected) -> Path:
    publish(tmp_path / "srv", lambda target: files.copy(sample, target), expected, keep=2)
    return tmp_path / "srv"


@pytest.fixture
def base(dest: Path, served: Callable[[Path], str]) -> str:
    return served(dest / "current")


@pytest.fixture(params=["/", "/kb/"])
def prefix(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def test_pages_and_their_files(base: str, prefix: str, dest: Path) -> None:
    """Every page and everything that it refers to, found as a browser finds it."""
    pages = sorted(p.relative_to(dest / "current").as_posix() for p in (dest / "current").rglob("*.html") if p.name != "404.html")
    assert len(pages) == 12
    for page in pages:
        address = f"{prefix}{page}"
        answer = Answer(base, address)
        assert (answer.status, answer.headers["Content-Type"]) == (200, "text/html; charset=utf-8"), address
        for reference in parse(answer.body.decode()).references:
            target = urlsplit(urljoin(address, reference.url))
            if not target.netloc:
                assert target.path.startswith(prefix)
                assert Answer(base, target.path).status == 200, target.path


def test_the_folder_itself_is_the_home_page(base: str, prefix: str, dest: Path) -> None:
    assert Answer(base, prefix).body == (dest / "current/index.html").read_bytes()
    assert b"<h1>" in Answer(base, f"{prefix}practices/").body


def test_addresses_without_the_last_slash_stay_on_this_host(base: str) -> None:
    assert (Answer(base, "/kb").status, Answer(base, "/kb").headers["Location"]) == (301, "/kb/")
    assert Answer(base, "/practices").headers["Location"] == "/practices/"
    assert Answer(base, "/kb/practices").headers["Location"] == "/kb/practices/"


@pytest.mark.parametrize("path", ["index.html", SCRIPT, "mei-you.html", ".git/config", "api/terms.json"])
def test_security_headers_stand_on_every_answer(base: str, prefix: str, path: str) -> None:
    headers = Answer(base, prefix + path).headers
    assert headers.get_all("Content-Security-Policy") == [POLICY]
    assert headers.get_all("X-Content-Type-Options") == ["nosniff"]
    assert headers.get_all("X-Frame-Options") == ["SAMEORIGIN"]
    assert headers.get_all("Referrer-Policy") == ["same-origin"]
    assert headers["Permissions-Policy"] == "camera=(), geolocation=(), microphone=()"
    assert headers["Server"] == "nginx"


def test_caching_goes_by_the_hash_in_the_name(base: str, prefix: str) -> None:
    assert Answer(base, prefix + SCRIPT).headers.get_all("Cache-Control") == [FOREVER]
    assert Answer(base, f"{prefix}assets/stylesheets/main.89abcdef.min.css").headers["Cache-Control"] == FOREVER
    for path in ("", "index.html", "api/terms.json", "assets/images/favicon.svg"):
        assert Answer(base, prefix + path).headers.get_all("Cache-Control") == ["no-cache"], path
    # A missing file must not be remembered as missing for a year.
    assert Answer(base, f"{prefix}assets/javascripts/kb.00000000.js").headers.get_all("Cache-Control") == ["no-cache"]


def test_a_page_that_has_not_changed_is_not_sent_again(base: str, prefix: str) -> None:
    tag = Answer(base, f"{prefix}index.html").headers["ETag"]
    again = Answer(base, f"{prefix}index.html", If_None_Match=tag)
    assert (again.status, again.body, again.headers["Cache-Control"]) == (304, b"", "no-cache")


def test_compressed_copies_are_sent_as_they_are(base: str, prefix: str, dest: Path) -> None:
    packed = Answer(base, prefix + SCRIPT, Accept_Encoding="gzip")
    assert packed.headers["Content-Encoding"] == "gzip"
    assert packed.headers["Vary"] == "Accept-Encoding"
    assert packed.body == (dest / f"current/{SCRIPT}.gz").read_bytes()
    plain = Answer(base, prefix + SCRIPT)
    assert plain.headers["Content-Encoding"] is None
    assert plain.body == gzip.decompress(packed.body)


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "PROPFIND"])
def test_the_site_is_for_reading_only(base: str, prefix: str, method: str) -> None:
    answer = Answer(base, f"{prefix}index.html", method)
    assert (answer.status, answer.headers["Allow"]) == (405, "GET, HEAD")
    assert answer.headers["Content-Security-Policy"] == POLICY


def test_head_is_answered_without_a_body(base: str, prefix: str) -> None:
    answer = Answer(base, f"{prefix}index.html", "HEAD")
    assert (answer.status, answer.body, answer.headers["Allow"]) == (200, b"", None)


@pytest.mark.parametrize("path", [
    ".git/config", "practices/.htpasswd", "%2egit/config", "x/%2e%2e/.git/config", "practices/x.yml", "macros/a.py", "README.md",
    "README.MD", "a.yaml.gz", "mkdocs.yml", "index.html~",
])
def test_dot_files_and_sources_are_refused_even_when_there(base: str, prefix: str, dest: Path, path: str) -> None:
    for file in (".git/config", "practices/.htpasswd", "practices/x.yml", "macros/a.py", "README.md", "README.MD", "a.yaml.gz",
                 "mkdocs.yml", "index.html~"):
        (dest / "current" / file).parent.mkdir(exist_ok=True)
        (dest / "current" / file).write_text("secret", encoding="utf-8")
    answer = Answer(base, prefix + path)
    assert answer.status == 404
    assert "没有这一页" in answer.body.decode()


@pytest.mark.parametrize("path", ["../../../../etc/passwd", "..%2f..%2f..%2fetc/passwd", "%2e%2e/%2e%2e/etc/passwd"])
def test_nothing_outside_the_folder(base: str, prefix: str, path: str) -> None:
    assert Answer(base, prefix + path).status in (400, 404)


@pytest.mark.parametrize("path", ["mei-you.html", "practices/hen/shen/de/di-zhi.html", "assets/", "%E5%81%9A%E6%B3%95"])
def test_a_wrong_address_gets_a_page_that_works_there(base: str, prefix: str, path: str) -> None:
    answer = Answer(base, prefix + path)
    assert (answer.status, answer.headers["Content-Type"]) == (404, "text/html; charset=utf-8")
    text = answer.body.decode()
    assert "<h1>没有这一页</h1>" in text
    assert f'"base": "{prefix}"' in text
    references = parse(text).references
    assert len(references) == 6
    for reference in references:
        assert reference.url.startswith(prefix)
        assert Answer(base, reference.url).status == 200, reference.url


def test_a_wrong_address_asked_for_compressed(base: str, prefix: str) -> None:
    answer = Answer(base, f"{prefix}mei-you.html", Accept_Encoding="gzip")
    body = gzip.decompress(answer.body) if answer.headers["Content-Encoding"] == "gzip" else answer.body
    assert (answer.status, f'href="{prefix}index.html"' in body.decode()) == (404, True)


def test_readers_see_whole_pages_while_releases_change(base: str, dest: Path, sample: Path, expected: Expected) -> None:
    seen: set[str] = set()
    stop = threading.Event()

    def read() -> None:
        while not stop.is_set():
            answer = Answer(base, "/index.html")
            seen.add(f"{answer.status} {answer.body.decode().split('<p>', 1)[1].split('。', 1)[0]}")

    reader = threading.Thread(target=read)
    reader.start()
    page = (sample / "index.html").read_text(encoding="utf-8")
    for n in range(5):
        (sample / "index.html").write_text(page.replace("共 2 条做法", f"第{n}版"), encoding="utf-8")
        publish(dest, lambda target: files.copy(sample, target), expected, keep=1)
        assert f"第{n}版" in Answer(base, "/index.html").body.decode()
    stop.set()
    reader.join()
    assert len(seen) > 1
    assert seen <= {"200 共 2 条做法", *(f"200 第{n}版" for n in range(5))}


def test_the_same_folder_by_pythons_own_server(dest: Path) -> None:
    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=dest / "releases"))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        base = f"http://127.0.0.1:{server.server_port}"
        top = f"/{(dest / 'current').resolve().name}/"
        for page in ("index.html", "practices/bian-zu-zhi.html", "glossary.html"):
            answer = Answer(base, top + page)
            assert answer.status == 200
            for reference in parse(answer.body.decode()).references:
                target = urlsplit(urljoin(top + page, reference.url))
                assert target.netloc or Answer(base, target.path).status == 200, target.path
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
