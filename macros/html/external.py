"""What a page, a style, a script or a picture asks of other hosts as soon as it is opened."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from macros.text.places import line_and_column

_IN_STYLES = re.compile(r"""(?:url\(\s*|@import\s+)["']?\s*((?:[a-z][a-z0-9+.-]*:)?//[^"')\s]+)""", re.I)
# Scripts name addresses for many reasons; these forms ask for one as written.
_IN_SCRIPTS = re.compile(
    r"""(?:\bfetch\(|\bimport\(|\bimportScripts\(|\bimport\s+|\bfrom\s+|new\s+(?:Worker|WebSocket|EventSource)\(|"""
    r"""\bsendBeacon\(|\.src\s*=)\s*["'`]((?:https?:|wss?:)?//[^"'`\s]+)""")


def requests(file: str, text: str) -> Iterator[tuple[int, int, str]]:
    """What a style, script, picture or page asks of other hosts: line, column, address."""
    pattern = _IN_STYLES if file.endswith((".css", ".svg", ".html")) else _IN_SCRIPTS if file.endswith(".js") else None
    for found in pattern.finditer(text) if pattern else ():
        yield *line_and_column(text, found.start(1)), found.group(1)


def elsewhere(url: str) -> bool:
    """Whether an address leads to another host, or to none that a browser should ask."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return True
    return bool(parts.netloc) or parts.scheme in ("http", "https", "ftp", "ws", "wss", "file", "blob")
