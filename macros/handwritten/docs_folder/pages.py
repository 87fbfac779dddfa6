"""Hand-written pages as values: their text, where in it Markdown is read, and what is wrong with a page as a whole."""

import hashlib
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import yaml

from macros.findings import Finding, Severity
from macros.handwritten.docs_folder.belongs import is_in
from macros.handwritten.docs_folder.masking import masked
from macros.handwritten.docs_folder.tree import Tree
from macros.reading import front_matter
from macros.text.edit_distance import nearest

_FRONT = re.compile(r"\A\ufeff?---[ \t]*\n(.*?\n)?(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.S)
# In characters: a title or description is one line in a list of what was found.
_LONGEST = 200
_KEYS = ("title", "description", "render_macros", "hide_from_search", "search_words", "hide")


@dataclass(frozen=True)
class Page:
    """A page at `address` under the folder, called `path` in messages; `front` is the length of what stands before its Markdown."""

    address: str
    path: str
    text: str

    @cached_property
    def url(self) -> str:
        """Where the page will be on the site."""
        return f"{self.address.removesuffix('.md')}.html"

    @cached_property
    def front(self) -> str:
        found = _FRONT.match(self.text)
        return found.group() if found else ""

    @cached_property
    def meta(self) -> Mapping[str, Any] | None:
        """What stands between the two lines at the top; None where that can't be read."""
        if not self.front:
            return {} if not re.match(r"\ufeff?---[ \t]*\n", self.text) else None
        try:
            data = yaml.safe_load((_FRONT.match(self.text) or [""] * 2)[1] or "")
        except (yaml.YAMLError, ValueError):
            return None
        return {} if data is None else data if isinstance(data, dict) else None

    @cached_property
    def calls_macros(self) -> bool:
        return bool(self.meta) and self.meta.get("render_macros") is True  # type: ignore[union-attr]

    @cached_property
    def markdown(self) -> str:
        """The text with everything blanked that is no Markdown; every character stays at its place."""
        return masked(self.text, len(self.front), templates=self.calls_macros)

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column, from 1."""
        return self.text.count("\n", 0, offset) + 1, offset - self.text.rfind("\n", 0, offset)

    def finding(self, offset: int, code: str, message: str, cure: str, severity: Severity = Severity.ERROR) -> Finding:
        """A finding at an offset of the text."""
        return self.at(*self.place(offset), code, message, cure, severity)

    def at(self, line: int, column: int, code: str, message: str, cure: str, severity: Severity = Severity.ERROR) -> Finding:
        lines = self.text.split("\n")
        excerpt = lines[line - 1] if line <= len(lines) else ""
        return Finding(self.path, line, column, code, message, cure, severity, excerpt=excerpt)


def read(tree: Tree, without: Collection[str]) -> dict[str, Page]:
    """The pages that can be read, by address, but those refused already; what is no UTF-8 is told where macros are checked."""
    found = {}
    for address in (address for address in tree.pages if not is_in(address, without)):
        try:
            text = (tree.root / address).read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError):
            continue
        found[address] = Page(address, tree.path(address), text)
    return found


def check(pages: Mapping[str, Page]) -> Iterator[Finding]:
    """Pages with nothing in them, pages that say what another says, and what stands at the top of a page."""
    said: dict[bytes, str] = {}
    for page in pages.values():
        body = page.text[len(page.front):]
        if not re.sub(r"<!--.*?-->", "", body, flags=re.S).strip("\ufeff \t\n"):
            yield page.at(1, 1, "empty-page", "这一页没有内容，会当成空白页公开", "写上内容，或删去这个文件")
            continue
        first = said.setdefault(hashlib.sha256(body.strip().encode()).digest(), page.path)
        if first != page.path:
            yield page.at(1, 1, "same-page", f"这一页与 {first} 的内容一样", "留一个，另一个删去")
        yield from _check_front(page)


def _check_front(page: Page) -> Iterator[Finding]:
    unread = list(front_matter.check(page.path, page.text))
    if unread:
        yield from (page.at(f.line, f.column, f.code, f.message, f.cure) for f in unread)
        return
    if page.meta is None:
        yield page.at(1, 1, "front-matter", "页首两条 --- 之间读不懂，会原样显示在网页上",
                      "一行写一个“字段: 内容”，冒号是半角的，后面空一格；上下各有一行 ---")
        return
    for line, text in enumerate(page.front.split("\n")[1:], 2):
        key = re.match(r"([^\s:#][^:]*):", text)
        if key and key[1] not in _KEYS:
            like = nearest(key[1], _KEYS)
            yield page.at(line, 1, "front-matter", f"页首没有“{key[1]}”这个字段", f"是不是 {like}？" if like else f"可写：{'、'.join(_KEYS)}")
        elif key and len(said := str(page.meta.get(key[1], ""))) > _LONGEST:
            yield page.at(line, 1, "hidden-text", f"页首的 {key[1]} 有 {len(said)} 个字，读者在网页上看不见，却会随网站公开",
                          f"写短些，{_LONGEST} 个字以内；要给读者看的写进正文")
