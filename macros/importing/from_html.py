"""A saved web page: the text of its article, without the site around it."""

import re
from collections.abc import Iterator

from bs4 import BeautifulSoup, Comment, Doctype, Tag

from macros.importing.from_text import decode

_UNREAD = ("script", "style", "noscript", "template", "nav", "footer", "header", "aside", "form", "button", "select", "iframe", "svg", "head")
# Where an article stands: the standard elements, then what Chinese government sites commonly use.
_ARTICLE = ("article", "main", "[role=main]", "#UCAP-CONTENT", ".TRS_Editor", ".trs_editor_view", "#zoom", "#content", ".article-content",
            ".article", ".content")
_BLOCKS = {"p", "div", "section", "article", "main", "ul", "ol", "li", "blockquote", "pre", "h1", "h2", "h3", "h4", "h5", "h6",
           "table", "dl", "dt", "dd", "figure", "figcaption", "center", "body", "html", "header", "hr"}
_ENOUGH = 0.6
# Stands for <br> until the words around it are put together; of no use in any text.
_BREAK = "\ue000"


def read(raw: bytes) -> str:
    """The text of an HTML file, one paragraph a line, `h1`–`h6` with `#`, table rows with `|`. Raises `Refused`."""
    return from_markup(decode(raw))


def from_markup(markup: str) -> str:
    """The same for markup that has been decoded."""
    soup = BeautifulSoup(markup, "html.parser")
    for element in soup(_UNREAD):
        # An article's own header holds its title.
        if not element.decomposed and (element.name != "header" or element.find_parent(("article", "main")) is None):
            element.decompose()
    for br in soup("br"):
        br.replace_with(_BREAK)
    lines = [line for line in _lines(_article(soup)) if line]
    return "\n\n".join(lines) + "\n" if lines else ""


def _article(soup: BeautifulSoup) -> Tag:
    """The innermost known place that holds most of the page's text; the page itself when none does."""
    whole = len(soup.get_text(strip=True))
    for selector in _ARTICLE:
        for element in soup.select(selector):
            if len(element.get_text(strip=True)) >= whole * _ENOUGH and element.find(("h1", "h2")):
                return element
    return soup


def _lines(element: Tag, number: str = "") -> Iterator[str]:
    """The lines below `element`: a run of words between two blocks is one, `number` stands before the first."""
    words: list[str] = []
    for child in [*element.children, None]:
        if child is None or (isinstance(child, Tag) and (child.name in _BLOCKS or child.find(tuple(_BLOCKS)))):
            for line in filter(None, map(_joined, "".join(words).split(_BREAK))):
                yield number + line
                number = ""
            words = []
            if child is not None:
                yield from _block(child, number)
        elif isinstance(child, Tag):
            words.append(child.get_text(""))
        elif not isinstance(child, Comment | Doctype):
            words.append(str(child))


def _block(element: Tag, number: str) -> Iterator[str]:
    heading = re.fullmatch(r"h([1-6])", element.name)
    if heading:
        text = _joined(element.get_text("").replace(_BREAK, ""))
        yield f"{'#' * int(heading.group(1))} {text}" if text else ""
    elif element.name == "pre":
        yield from (line.strip() for line in re.split(rf"[\n{_BREAK}]", element.get_text()))
    elif element.name == "ol":
        start = str(element.get("start", "1"))
        for i, item in enumerate(element.find_all("li", recursive=False), int(start) if start.isdigit() else 1):
            yield from _lines(item, f"{i}. ")
    elif element.name == "table":
        yield from _table(element)
    else:
        yield from _lines(element, number)


def _table(table: Tag) -> Iterator[str]:
    rows = [row.find_all(("td", "th"), recursive=False) for row in table.find_all("tr") if row.find_parent("table") is table]
    # A table of one column is a frame around text, not a table.
    if all(len(cells) < 2 for cells in rows) or table.find("table"):
        for cells in rows:
            for cell in cells:
                yield from _lines(cell)
        return
    for cells in rows:
        yield "| " + " | ".join(_joined(cell.get_text("").replace(_BREAK, " ")).replace("|", "／") for cell in cells) + " |"


def _joined(words: str) -> str:
    """Words as a browser shows them: white space is one blank, a broken line between Chinese characters none."""
    text = re.sub(r"(?<=[\u3000-\u9fff\uff00-\uffef])\s*\n\s*(?=[\u3000-\u9fff\uff00-\uffef])", "", words)
    return re.sub(r"[ \t\r\n\u00a0]+", " ", text).strip()
