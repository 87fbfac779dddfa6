"""Every address on a hand-written page leads to what will be there, and asks no other host."""

import posixpath
import re
from collections.abc import Iterator, Mapping
from urllib.parse import unquote, urlsplit

from macros.findings import Finding
from macros.handwritten.docs_folder.addresses import Addresses
from macros.handwritten.docs_folder.marked import addresses, forbidden, undefined, unused
from macros.handwritten.docs_folder.masking import UNKNOWN
from macros.handwritten.docs_folder.pages import Page
from macros.html import inline
from macros.html.page import parse
from macros.text import machine_paths

# Pages that the library's own lists and menus lead to.
_LED_TO = ("topics/", "practices/", "speeches/", "organizations/", "problems/")
_ROOT = frozenset({"index.md", "glossary.md", "folder.md", "compare.md", "updates.md", "figures.md", "correct.md", "changes.md", "about.md", "bodies.md", "contributing/index.md", "contributing/edit.md"})
_ENTRY = re.compile(r"\[\[([a-z0-9-]+)\]\]")
Problem = tuple[str, str, str]


def check(pages: Mapping[str, Page], site: Addresses, *, whole: bool = True) -> Iterator[Finding]:
    """Links to nothing, links out of the site, what the policy forbids, and, where every page could be read (`whole`),
    pages that no link leads to."""
    led_to = set(_ROOT)
    for page in pages.values():
        for finding, goal in (*_in_markdown(page, site), *_in_html(page, site)):
            led_to.add(goal)
            if finding:
                yield finding
        yield from _without_goal(page, site)
    for address, page in pages.items() if whole else ():
        if address not in led_to and not address.startswith(_LED_TO):
            yield page.at(1, 1, "unlinked-page", "没有一页链接到这一页，它却会公开、会被搜到", "从别的页面链接到它；还没写好的移出这个文件夹")


def _in_markdown(page: Page, site: Addresses) -> Iterator[tuple[Finding | None, str]]:
    for found in addresses(page.markdown):
        problem, goal = judge(page, found.url, site, fetched=found.fetched, html=False)
        yield (page.finding(found.offset, *problem) if problem else None), goal
    for attribute, offset in forbidden(page.markdown):
        yield page.finding(offset, *inline.told(attribute)), ""


def _in_html(page: Page, site: Addresses) -> Iterator[tuple[Finding | None, str]]:
    raw = parse(page.markdown)
    for reference in raw.references:
        if UNKNOWN not in reference.url:
            problem, goal = judge(page, reference.url, site, fetched=reference.fetched, html=True)
            # A script in an address is told below, with all that stands inline.
            told = problem and problem[0] != "script-address"
            yield (page.at(reference.line, reference.column, *problem) if problem and told else None), goal
    for found in raw.inline:
        yield page.at(found.line, found.column, *inline.told(found)), ""


def _without_goal(page: Page, site: Addresses) -> Iterator[Finding]:
    """Brackets that were meant as a link and are none."""
    for missing in undefined(page.markdown):
        what = f"脚注 [^{missing.label}]" if missing.note else f"链接 [{missing.label}]"
        sign = f"[^{missing.label}]: 说明" if missing.note else f"[{missing.label}]: 地址"
        yield page.finding(missing.offset, "broken-link", f"{what} 没有写明指到哪里", f"另起一行写“{sign}”，或删去方括号")
    for note in unused(page.markdown):
        yield page.finding(note.offset, "unused-note", f"脚注 [^{note.label}] 没有一处用到", f"在正文里写上 [^{note.label}]，或删去")
    for written in _ENTRY.finditer(page.markdown):
        if macro := site.macro(written[1]):
            yield page.finding(written.start(), "broken-link", f"手写页面里的 {written[0]} 不会变成链接", f"写宏 {macro}")


def judge(page: Page, url: str, site: Addresses, *, fetched: bool, html: bool) -> tuple[Problem | None, str]:
    """What is wrong with an address on a page, and the page's source that it leads to ("" when to none)."""
    if machine_paths.is_one(url) and url in page.text:
        return None, ""  # told with the other paths of machines
    try:
        parts = urlsplit(url)
    except ValueError:
        return ("bad-link", f"“{url}”不是合法的地址", "改正这个地址"), ""
    if parts.scheme or parts.netloc:
        return _elsewhere(url, parts.scheme.lower(), fetched=fetched), ""
    path = unquote(parts.path)
    if not path:
        if not url:
            return ("broken-link", "这个链接没有写地址", "写上地址，或删去链接"), ""
        return _inside(url, page.address, unquote(parts.fragment), site, html=False, folder=False)
    if path.startswith("/"):
        return ("absolute-link", f"“{url}”从根开始，放到子路径下或双击打开会断", "改成相对地址，例如：../topics/index.md"), ""
    target = posixpath.normpath(posixpath.join(posixpath.dirname(page.address), path))
    if target == ".." or target.startswith("../"):
        return ("outside-link", f"“{url}”指到了网站外面", "改成网站里面的地址"), ""
    if "\\" in path:
        return ("broken-link", f"“{url}”用了反斜杠", "换成 /"), ""
    return _inside(url, target, unquote(parts.fragment), site, html=html, folder=path.endswith("/"))


def _elsewhere(url: str, scheme: str, *, fetched: bool) -> Problem | None:
    if scheme in ("javascript", "vbscript"):
        return "script-address", f"链接是脚本：“{url}”", "删去，或换成 http(s) 地址"
    if fetched:
        return "external-request", f"打开这一页会向站外请求 {url}", "把文件放进 docs 的 images 文件夹，改成相对地址"
    if scheme not in ("http", "https"):
        return "other-address", f"“{url}”不是 http(s) 地址，读者的电脑未必打得开", "换成 http:// 或 https:// 开头的完整地址；邮箱直接写成文字"
    return None


def _inside(url: str, target: str, anchor: str, site: Addresses, *, html: bool, folder: bool) -> tuple[Problem | None, str]:
    if folder:
        return ("broken-link", f"“{url}”指的是文件夹", f"写到里面的页面：{url.rstrip('/')}/index.md"), ""
    source, address = "", target
    if target.endswith(".md") and not html and site.has_source(target):
        source, address = target, f"{target.removesuffix('.md')}.html"
    elif target.endswith(".html") and (written := site.page(target)):
        source = written.address
    if not source and (target.endswith(".md") or site.has(target) is False):
        cure = site.suggestion(target) or ("HTML 里的地址写 .html 结尾" if html and site.has_source(target) else "改正地址，或补上这个文件")
        return ("broken-link", f"“{url}”指的文件 {target} 不存在", cure), ""
    if anchor and anchor != "top" and site.has_anchor(address, anchor) is False:
        return ("broken-anchor", f"“{url}”指的位置 #{anchor} 在 {target} 里没有", "改正 # 后面的名字；给标题定名写 {: #名字 }"), source
    return None, source
