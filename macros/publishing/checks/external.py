"""Opening a page asks nobody but the site itself."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from macros.findings import Finding
from macros.publishing.checks.expected import Expected
from macros.publishing.site import Site, finding, place

_CURE = "把文件放进 docs/assets/，改成相对地址"
_IN_STYLES = re.compile(r"""(?:url\(\s*|@import\s+)["']?\s*((?:[a-z][a-z0-9+.-]*:)?//[^"')\s]+)""", re.I)
# Scripts name addresses for many reasons; these forms ask for one as written.
_IN_SCRIPTS = re.compile(
    r"""(?:\bfetch\(|\bimport\(|\bimportScripts\(|\bimport\s+|\bfrom\s+|new\s+(?:Worker|WebSocket|EventSource)\(|"""
    r"""\bsendBeacon\(|\.src\s*=)\s*["'`]((?:https?:|wss?:)?//[^"'`\s]+)""")


def check(site: Site, _: Expected) -> Iterator[Finding]:
    for file, page in site.pages.items():
        for reference in page.references:
            if reference.fetched and elsewhere(reference.url):
                yield finding(file, "external-request", f"打开这一页会向站外请求 {reference.url}", _CURE,
                              reference.line, reference.column)
    for file, text in site.texts:
        for line, column, url in requests(file, text):
            yield finding(file, "external-request", f"这个文件会向站外请求 {url}", _CURE, line, column)


def requests(file: str, text: str) -> Iterator[tuple[int, int, str]]:
    """What a style, script, picture or page asks of other hosts: line, column, address."""
    pattern = _IN_STYLES if file.endswith((".css", ".svg", ".html")) else _IN_SCRIPTS if file.endswith(".js") else None
    for found in pattern.finditer(text) if pattern else ():
        yield *place(text, found.start(1)), found.group(1)


def elsewhere(url: str) -> bool:
    try:
        parts = urlsplit(url)
    except ValueError:
        return True
    return bool(parts.netloc) or parts.scheme in ("http", "https", "ftp", "ws", "wss", "file", "blob")
