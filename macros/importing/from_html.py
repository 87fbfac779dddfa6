"""A saved web page: the text of its article, without the site around it."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from bs4 import BeautifulSoup, Tag
from bs4.element import PageElement, PreformattedString

from macros.importing.document import Document, Lines, table_row
from macros.importing.figures import whole
from macros.importing.from_text import decode
from macros.importing.refused import Refused

_UNREAD = {"script", "style", "noscript", "template", "nav", "footer", "header", "aside", "form", "button", "select", "iframe", "svg", "head"}
# Of these nothing is ever shown as words.
_NO_WORDS = {"script", "style", "noscript", "template", "iframe", "svg", "head"}
_OWN_HEADER = {"article", "main"}
# Where an article stands: the standard elements, then what Chinese government sites commonly use. (attribute, value)
_ARTICLE = (("", "article"), ("", "main"), ("role", "main"), ("id", "UCAP-CONTENT"), ("class", "TRS_Editor"),
            ("class", "trs_editor_view"), ("id", "zoom"), ("id", "content"), ("class", "article-content"), ("class", "article"),
            ("class", "content"))
_BLOCKS = {"p", "div", "section", "article", "main", "ul", "ol", "li", "blockquote", "pre", "h1", "h2", "h3", "h4", "h5", "h6",
           "table", "caption", "address", "fieldset", "details", "summary", "dl", "dt", "dd", "figure", "figcaption", "center", "body", "html", "header", "hr"}
_ENOUGH = 0.6
# Stands for <br> until the words around it are put together; of no use in any text.
_BREAK = "\ue000"

TAGS_LIMIT = 100_000
DEPTH_LIMIT = 200
# What such a tag ends that nobody ended before it, as browsers do.
_CELLS = ("td", "th")
_ENDS = {"li": ("li",), "td": _CELLS, "th": _CELLS, "tr": (*_CELLS, "tr"), "dt": ("dt", "dd"), "dd": ("dt", "dd")}
# Comments, scripts and declarations, with what ends each: the parser would look for the end of all the open ones.
_ASIDE = re.compile(r"<!--|<!\[CDATA\[|<[!?]|<(?:script|style)(?=[\s/>])", re.I)
_END_OF_ASIDE = {"<!--": re.compile("--!?>"), "<![cdata[": re.compile(r"\]\]>"), "<script": re.compile(r"</script\s*>", re.I),
                 "<style": re.compile(r"</style\s*>", re.I)}
_END_OF_TAG = re.compile(">")
# A number that is longer stands for no character, and Python's own parser of numbers refuses it.
_LONG_REFERENCE = re.compile("&#[0-9a-fA-FxX]{12,};?")
_SPACE = re.compile(r"\s+")
_BLANKS = re.compile(r"[ \t\r\n\u00a0]+")
_WORD = re.compile(r"[\u3400-\u9fff]")
_CHINESE = re.compile(r"[\u3000-\u9fff\uff00-\uffef]")


def read(raw: bytes) -> str:
    """The text of `document`. Raises `Refused`."""
    return document(raw).text


def document(raw: bytes) -> Document:
    """An HTML file, one paragraph a line, `h1`–`h6` with `#`, table rows with `|`; what stands around the article beside it.

    Raises:
        Refused: too many tags, or too deep.
    """
    return from_markup(decode(raw))


def from_markup(markup: str) -> Document:
    """The same for markup that has been decoded."""
    markup, comments = _without_asides(markup)
    if markup.count("<") > TAGS_LIMIT:
        raise Refused("网页太大，标签太多", "用浏览器打开，选中正文复制到 Word 或 WPS，存成 .docx 再导入；内容多的分成几个文件")
    page = _Page(_Soup(_LONG_REFERENCE.sub("\ufffd", markup), "html.parser"))
    article = page.article()
    for text in page.around(article, before=True):
        page.found.aside(text, "正文以外的网页文字")
    for line in page.lines(article):
        page.found.add(line)
    for text in page.around(article, before=False):
        page.found.aside(text, "正文以外的网页文字")
    for comment in comments:
        page.found.aside(comment, "网页注释")
    return page.found.document()


def _unseen(tag: Tag) -> bool:
    """What a browser does not show, and the reading beside a character (ruby)."""
    style = "".join(str(tag.get("style") or "").split()).lower()
    return tag.name in ("rt", "rp") or tag.has_attr("hidden") or "display:none" in style or "visibility:hidden" in style


def _without_asides(markup: str) -> tuple[str, list[str]]:
    """The markup without comments, scripts and declarations, and the comments that hold Chinese.

    One that never ends goes on to the end, as in a browser. What follows the last `>` is no tag.
    """
    kept, comments = [], []
    position = 0
    while found := _ASIDE.search(markup, position):
        kept.append(markup[position:found.start()])
        end = _END_OF_ASIDE.get(found.group().lower(), _END_OF_TAG).search(markup, found.end())
        position = end.end() if end else len(markup)
        inside = markup[found.end():end.start() if end else len(markup)]
        if found.group() == "<!--" and _WORD.search(inside):
            comments.append(inside)
    kept.append(markup[position:])
    tags, last, rest = "".join(kept).rpartition(">")
    return tags + last + rest.replace("<", "&lt;"), comments


class _Soup(BeautifulSoup):
    """The tree of a page, in which a paragraph or an item ends where the next one begins."""

    def handle_starttag(self, name: str, *arguments: Any, **named: Any) -> Tag | None:
        if name in _BLOCKS or name in _ENDS:
            while (around := self._block_around()) and (around == "p" or around in _ENDS.get(name, ())):
                self.handle_endtag(around)
        if len(self.tagStack) > DEPTH_LIMIT:
            raise Refused("文件里的层次套得太深", "用浏览器打开，选中正文复制到 Word 或 WPS，存成 .docx 再导入")
        return super().handle_starttag(name, *arguments, **named)

    def _block_around(self) -> str | None:
        return next((tag.name for tag in reversed(self.tagStack) if tag.name in _BLOCKS or tag.name in _ENDS), None)


class _Page:
    """A page, looked through once: what is read of it, how much text each element has, which ones hold blocks."""

    def __init__(self, soup: BeautifulSoup) -> None:
        self._soup = soup
        self.found = Lines()
        self._told: set[int] = set()
        self._length: dict[int, int] = {}
        self._titled: set[int] = set()
        self._blocks: set[int] = set()
        self._places: dict[tuple[str, str], list[Tag]] = {}
        self._measure(soup, False)

    def _measure(self, element: Tag, inside_article: bool) -> int:
        for place in _marks(element):
            self._places.setdefault(place, []).append(element)
        length = 0
        for child in _children(element):
            if isinstance(child, Tag):
                # An article's own header holds its title.
                if not _unseen(child) and (child.name not in _UNREAD or (child.name == "header" and inside_article)):
                    length += self._measure(child, inside_article or child.name in _OWN_HEADER)
                    if child.name in ("h1", "h2") or id(child) in self._titled:
                        self._titled.add(id(element))
                    if child.name in _BLOCKS or id(child) in self._blocks:
                        self._blocks.add(id(element))
            elif not isinstance(child, PreformattedString):
                length += len(child.strip())
        self._length[id(element)] = length
        return length

    def article(self) -> Tag:
        """The innermost known place that holds most of the page's text; the page itself when none does."""
        enough = self._length[id(self._soup)] * _ENOUGH
        for place in _ARTICLE:
            for element in self._places.get(place, ()):
                if id(element) in self._titled and self._length[id(element)] >= enough:
                    return element
        return self._soup

    def lines(self, element: Tag, number: str = "") -> Iterator[str]:
        """The lines below `element`: a run of words between two blocks is one, `number` stands before the first."""
        words: list[str] = []
        for child in [*self._read(element), None]:
            if child is None or (isinstance(child, Tag) and (child.name in _BLOCKS or id(child) in self._blocks)):
                for line in filter(None, map(_joined, "".join(words).split(_BREAK))):
                    yield number + line
                    number = ""
                words = []
                if child is not None:
                    yield from self._block(child, number)
            else:
                words.append(self._words(child))

    def _read(self, element: Tag) -> Iterator[PageElement]:
        """What is below `element` and was not left out; of the rest it is told once."""
        for child in _children(element):
            if not isinstance(child, Tag) or id(child) in self._length:
                yield child
            elif id(child) not in self._told:
                self._told.add(id(child))
                self._tell(child)

    def _tell(self, element: Tag) -> None:
        if element.name not in _NO_WORDS:
            why = "注音" if element.name in ("rt", "rp") else "网页上不显示" if _unseen(element) else "网页的导航、页眉页脚、按钮"
            self.found.aside(element.get_text(" "), why)

    def around(self, article: Tag, before: bool) -> Iterator[str]:
        """The words of the page before the article, or those after it, a line for each stretch."""
        way = [article, *article.parents]
        for inner, outer in [*pairwise(way)][::-1 if before else 1]:
            at = next(i for i, child in enumerate(outer.contents) if child is inner)
            for child in outer.contents[:at] if before else outer.contents[at + 1:]:
                if not isinstance(child, Tag | PreformattedString):
                    yield str(child)
                elif isinstance(child, Tag) and child.name not in _NO_WORDS:
                    yield child.get_text(" ")

    def _words(self, element: PageElement) -> str:
        if not isinstance(element, Tag):
            return "" if isinstance(element, PreformattedString) else str(element)
        inside = "".join(map(self._words, self._read(element)))
        return _BREAK + inside if element.name == "br" else inside

    def _block(self, element: Tag, number: str) -> Iterator[str]:
        heading = re.fullmatch(r"h([1-6])", element.name)
        if heading:
            text = _joined(self._words(element).replace(_BREAK, ""))
            yield f"{'#' * int(heading.group(1))} {text}" if text else ""
        elif element.name == "pre":
            yield from (line.strip() for line in re.split(rf"[\n{_BREAK}]", self._words(element)))
        elif element.name == "ol":
            first = whole(str(element.get("start", "")), 1, 9999)
            for item in self._read(element):
                if isinstance(item, Tag) and item.name == "li":
                    yield from self.lines(item, f"{first}. ")
                    first += 1
                elif isinstance(item, Tag):
                    yield from self.lines(item)
                else:
                    yield _joined(self._words(item))
        elif element.name == "table":
            yield from self._table(element)
        else:
            yield from self.lines(element, number)

    def _table(self, table: Tag) -> Iterator[str]:
        rows = [[cell for cell in self._read(row) if isinstance(cell, Tag) and cell.name in _CELLS] for row in self._rows(table)]
        yield from (line for part in self._loose(table) for line in self.lines(part))
        # A table of one column is a frame around text, not a table.
        if all(len(cells) < 2 for cells in rows) or table.find("table"):
            for cells in rows:
                for cell in cells:
                    yield from self.lines(cell)
            return
        for cells in rows:
            yield table_row(_joined(self._words(cell).replace(_BREAK, " ")) for cell in cells)

    def _loose(self, element: Tag) -> Iterator[Tag]:
        """What stands in a table outside its cells: its caption."""
        for child in self._read(element):
            if isinstance(child, Tag) and child.name not in ("tr", "table"):
                if child.name in ("tbody", "thead", "tfoot", "colgroup"):
                    yield from self._loose(child)
                else:
                    yield child

    def _rows(self, element: Tag) -> Iterator[Tag]:
        for child in self._read(element):
            if isinstance(child, Tag) and child.name != "table":
                if child.name == "tr":
                    yield child
                yield from self._rows(child)


def _children(element: Tag) -> Iterator[Any]:
    return iter(element.contents)


def _marks(element: Tag) -> Iterator[tuple[str, str]]:
    """What an element is known by: its name, role, id and classes."""
    yield "", element.name
    for name in ("role", "id", "class") if element.attrs else ():
        values = element.get(name) or ()
        for value in (values,) if isinstance(values, str) else values:
            yield name, value


def _joined(words: str) -> str:
    """Words as a browser shows them: white space is one blank, a broken line between Chinese characters none."""
    return _SPACE.sub(_blank, words).strip()


def _blank(space: re.Match[str]) -> str:
    around = space.string[space.start() - 1:space.start()], space.string[space.end():space.end() + 1]
    broken = "\n" in space.group() and all(map(_CHINESE.match, around))
    return "" if broken else _BLANKS.sub(" ", space.group())
