"""The sentences of a hand-written page, each with the entries that it links. Headings, links, notes and tags are no prose."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from macros.handwritten.calls import calls
from macros.handwritten.docs_folder.pages import Page
from macros.library.catalog import Catalog
from macros.model.inline_links import LINK

# Headings, the words that links are defined by, links, notes, attributes, tags, addresses, numbers of a list.
_NO_PROSE = re.compile(
    r"^[ \t]*#[^\n]*|^\[(?!\^)[^\]\n]*\]:[^\n]*|\[\^[^\]\n]*\]:?|\[[0-9]+\]"
    r"|!?\[(?!\[)[^\[\]\n]*\](?:\((?:[^()\n]|\([^()\n]*\))*\)|\[[^\[\]\n]*\])"
    r"|\{:[^}\n]*\}|</?[A-Za-z!][^<>]*>|https?://[!-~]+|&#?\w+;|\*\*|__|^[ \t>]*[0-9]+[.)][ \t]", re.M)
_PARAGRAPH = re.compile(r"\n[ \t]*\n|\n(?=[ \t]*(?:[-*+|]|[0-9]+\.)\s)")
_SENTENCE = re.compile(r"[^。！？]+[。！？]?[”’」』）)]*")
_GUIDE = "contributing/"


class Link(NamedTuple):
    """An entry that a sentence names, from `start` to `end` of the page."""

    start: int
    end: int
    kind: str
    entry_id: str


class Sentence(NamedTuple):
    """A sentence that begins at `start` of its page: its `text` with links blanked by NUL, every character in its place;
    its `links`, and those of the sentence `before` in the same paragraph."""

    start: int
    text: str
    links: tuple[Link, ...]
    before: tuple[Link, ...]


def sentences(page: Page, catalog: Catalog) -> Iterator[Sentence]:
    """The sentences of a page that calls macros and is no part of the guide, in their order."""
    if not page.calls_macros or page.address.startswith(_GUIDE):
        return
    links = sorted(_links(page, catalog))
    prose = _NO_PROSE.sub(lambda m: re.sub(r"[^\n]", " ", m[0]), page.markdown)
    prose = LINK.sub(lambda m: "\0" * len(m[0]), prose)
    for start, end in _paragraphs(prose):
        before: tuple[Link, ...] = ()
        for found in _SENTENCE.finditer(prose, start, end):
            if not found.group().strip():
                continue
            inside = tuple(link for link in links if found.start() <= link.start < found.end())
            yield Sentence(found.start(), found.group(), inside, before)
            before = inside or before


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for gap in _PARAGRAPH.finditer(text):
        yield start, gap.start()
        start = gap.end()
    yield start, len(text)


def _links(page: Page, catalog: Catalog) -> Iterator[Link]:
    """What the page names, by macro or in double brackets, as far as it is there."""
    for call in calls(page.text):
        if call.start >= len(page.front) and call.entry_id in catalog.of(call.kind):
            yield Link(call.start, call.end, call.kind, call.entry_id)
    for found in LINK.finditer(page.markdown):
        if kind := catalog.kind_of(found.group(1)):
            yield Link(found.start(), found.end(), kind, found.group(1))
