"""What the site shows is what the catalogue holds: no entry lost, none left over."""

import json
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urldefrag

from macros.findings import Finding
from macros.library import urls
from macros.library.catalog import Catalog
from macros.model.kinds import KINDS
from macros.publishing.checks.expected import Expected
from macros.publishing.checks.links import resolved
from macros.publishing.site import Site, finding
from macros.text.listing import some

_PUBLISHED = ("practices", "speeches", "topics", "problems", "organizations", "terms", "sources", "formulations")
_INDEX = "api/index.json"


def check(site: Site, expected: Expected) -> Iterator[Finding]:
    for kind in _PUBLISHED:
        file = f"api/{kind}.json"
        listed = _listed(site, file)
        if isinstance(listed, Finding):
            yield listed
            continue
        yield from _compare(file, kind, listed, expected.catalog)
        yield from _pages(site, file, listed)
        yield from _left_over(site, kind, listed, expected.catalog)
    if _INDEX not in site.present:
        yield finding(_INDEX, "no-api", "没有这个数据文件", "重新生成网站")
    yield from _unlisted(site, expected.catalog)


def _listed(site: Site, file: str) -> Mapping[str, str] | Finding:
    """Id → address, as the file says."""
    if file not in site.present:
        return finding(file, "no-api", "没有这个数据文件", "重新生成网站")
    try:
        entries: list[dict[str, Any]] = json.loads(site.text(file))
        return {str(entry["id"]): str(entry["url"]) for entry in entries}
    except (ValueError, TypeError, KeyError):
        return finding(file, "bad-api", "这个数据文件不是条目的列表，或条目缺 id、url", "重新生成网站")


def _compare(file: str, kind: str, listed: Mapping[str, str], catalog: Catalog) -> Iterator[Finding]:
    shown = _shown(catalog, kind)
    lost, extra = [i for i in shown if i not in listed], [i for i in listed if i not in catalog.of(kind)]
    for word, ids in (("少了", lost), ("多了", extra)):
        if ids:
            message = f"网站里有 {len(listed)} 条{KINDS[kind].label}，数据里有 {len(shown)} 条；{word}：{some(ids, unit='条')}"
            yield finding(file, "count", message, "用现在的数据重新生成网站")


def _shown(catalog: Catalog, kind: str) -> Mapping[str, Any]:
    """What lists and counts show: a withdrawn entry keeps its page, but no more."""
    current = {"practices": catalog.current_practices, "speeches": catalog.current_speeches}
    return current.get(kind, catalog.of(kind))


def _pages(site: Site, file: str, listed: Mapping[str, str]) -> Iterator[Finding]:
    for entry_id, url in listed.items():
        page, anchor = urldefrag(url)
        if page not in site.present:
            yield finding(file, "no-page", f"“{entry_id}”的页面 {page} 不存在", "重新生成网站")
        elif anchor and page in site.pages and anchor not in site.pages[page].anchors:
            yield finding(file, "no-page", f"“{entry_id}”在 {page} 里没有位置 #{anchor}", "重新生成网站")


def _left_over(site: Site, kind: str, listed: Mapping[str, str], catalog: Catalog) -> Iterator[Finding]:
    known = {urldefrag(url).url for url in listed.values()} | {f"{kind}/index.html"}
    for entry_id, entry in catalog.of(kind).items():
        known.update(urls.entry(kind, name) for name in (entry_id, *getattr(entry, "formerly", ())))
    for file in site.files:
        if file.startswith(f"{kind}/") and file.endswith(".html") and file not in known:
            yield finding(file, "left-over", "数据里没有这一条，页面是多出来的", "重新生成网站；要保留旧地址就写进 formerly")


def _unlisted(site: Site, catalog: Catalog) -> Iterator[Finding]:
    """Practices that the index does not lead to."""
    index = site.pages.get(urls.PRACTICES)
    if index is None:
        return
    led_to = {resolved(urls.PRACTICES, reference.url) for reference in index.references}
    shown = catalog.current_practices
    missing = [i for i in shown if urls.entry("practices", i) not in led_to]
    if missing:
        message = f"做法总表列出 {len(shown) - len(missing)} 条，数据里有 {len(shown)} 条；少了：{some(missing, unit='条')}"
        yield finding(urls.PRACTICES, "count", message, "重新生成网站")
