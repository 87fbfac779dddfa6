"""A Markdown file: read as the page that it describes."""

import re

from markdown_it import MarkdownIt

from macros.importing.from_html import from_markup
from macros.importing.from_text import decode
from macros.importing.limits import check_size

_FRONT_MATTER = re.compile(r"\A---\r?\n.*?\r?\n(?:---|\.\.\.)\r?\n", re.S)


def read(raw: bytes) -> str:
    """The text of a .md file, one paragraph a line, its headings with `#`. Raises `Refused`.

    A line end inside a paragraph counts as one: people write Chinese Markdown that way.
    """
    text = _FRONT_MATTER.sub("", decode(raw))
    check_size(text)
    return from_markup(MarkdownIt("commonmark", {"breaks": True}).enable("table").render(text))
