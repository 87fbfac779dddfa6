"""A Markdown file: read as the page that it describes."""

import re

from markdown_it import MarkdownIt

from macros.importing.document import Document, LeftOut
from macros.importing.from_html import from_markup
from macros.importing.from_text import decode
from macros.importing.limits import check_size

_FRONT_MATTER = re.compile(r"\A---\r?\n(.*?)\r?\n(?:---|\.\.\.)\r?\n", re.S)
_NOTE = re.compile(r"^ {0,3}\[\^([^\]\s]{1,20})\]:", re.M)
_REFERENCE = re.compile(r"\[\^([^\]\s]{1,20})\](?!:)")


def document(raw: bytes) -> Document:
    """A .md file, one paragraph a line, its headings with `#`, its notes with `[^1]:`. Raises `Refused`.

    A line end inside a paragraph counts as one: people write Chinese Markdown that way.
    """
    text = decode(raw)
    head = _FRONT_MATTER.match(text)
    text = text[head.end():] if head else text
    check_size(text)
    names = set(_NOTE.findall(text))
    # Without its sign a note is no link, which Markdown would take it for; the marks of notes are no words of the sentence.
    text = _REFERENCE.sub(lambda found: "" if found.group(1) in names else found.group(), text)
    text = _NOTE.sub(r"\n\\[^\1]:", text)
    found = from_markup(MarkdownIt("commonmark", {"breaks": True}).enable("table").render(text))
    settings = (LeftOut(1, " ".join(head.group(1).split()), "文件头里的设置"),) if head else ()
    return Document(found.text, settings + found.unseen)
