"""Every link leads to a file that is there, and to a place on it that exists."""

import posixpath
from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from macros.findings import Finding
from macros.publishing.checks.expected import Expected
from macros.publishing.site import NOT_FOUND, Site, finding

Problem = tuple[str, str, str]


def check(site: Site, _: Expected) -> Iterator[Finding]:
    base = _base(site)
    for file, page in site.pages.items():
        for reference in page.references:
            url = reference.url
            if file == NOT_FOUND and base and url.startswith(base):
                url = url[len(base) - 1:]
            problem = _problem(site, file, url)
            if problem:
                yield finding(file, *problem, reference.line, reference.column)


def resolved(file: str, url: str) -> str | None:
    """The file that `url` on the page `file` leads to, from the site's root; None when it leads elsewhere."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    path = unquote(parts.path)
    if parts.scheme or parts.netloc:
        return None
    if not path:
        return file
    if path.startswith("/"):
        return posixpath.normpath(path.lstrip("/") or ".")
    return posixpath.normpath(posixpath.join(posixpath.dirname(file), path))


def _base(site: Site) -> str:
    """Below which path (`/lib/`) the page for wrong addresses looks for the site, which knows its own address; or ""."""
    page = site.pages.get(NOT_FOUND)
    for reference in page.references if page else ():
        path = urlsplit(reference.url).path
        if reference.fetched and path.startswith("/") and "://" not in reference.url:
            parts = path.split("/")[1:]
            start = next((i for i in range(len(parts)) if "/".join(parts[i:]) in site.present), 0)
            return "/" + "".join(f"{part}/" for part in parts[:start]) if start else ""
    return ""


def _problem(site: Site, file: str, url: str) -> Problem | None:
    try:
        parts = urlsplit(url)
    except ValueError:
        return "bad-link", f"“{url}”不是合法的地址", "改正这个地址"
    target = resolved(file, url)
    if target is None:
        return None
    return _form(file, url, parts.path, target) or _goal(site, file, url, target, unquote(parts.fragment))


def _form(file: str, url: str, path: str, target: str) -> Problem | None:
    # The page for wrong addresses is shown under any of them, so there, and only there, links start at the root.
    if file == NOT_FOUND and path and not path.startswith("/"):
        return "relative-link", f"“{url}”是相对地址，在深层的错误地址下会断", "404 页上的地址从 / 开始写"
    if file != NOT_FOUND and path.startswith("/"):
        return "absolute-link", f"“{url}”从根开始，放到子路径下或双击打开会断", "改成相对地址"
    if target == ".." or target.startswith("../"):
        return "outside-link", f"“{url}”指到了网站外面", "改成网站里面的地址"
    return None


def _goal(site: Site, file: str, url: str, target: str, anchor: str) -> Problem | None:
    if file == NOT_FOUND and target == ".":
        return None
    if target not in site.present:
        return "broken-link", f"“{url}”指的文件 {target} 不存在", "改正地址；文件夹要写到 index.html"
    if anchor and anchor != "top" and target in site.pages and anchor not in site.pages[target].anchors:
        return "broken-anchor", f"“{url}”指的位置 #{anchor} 在 {target} 里没有", "改正 # 后面的名字"
    return None
