"""The full texts that entries were written from are not on the site.

Only Chinese characters count, on both sides, so that tags, punctuation and line ends hide nothing.
Names, headings and quoted figures are the source's own words by design: what an entry quotes in
such a field may stand.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from macros.catalog import KINDS, Catalog
from macros.diagnostics import Finding
from macros.publishing.checks.expected import Expected
from macros.publishing.checks.leaks import office_texts
from macros.publishing.site import Site, finding

# Shortest run of identical Chinese characters that is taken for a copy.
RUN = 30
_STEP = RUN // 2
_OTHER = re.compile(r"[^\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]+")
_ESCAPED = re.compile(r"\\u([0-9a-fA-F]{4})")
_QUOTING = frozenset({"title", "short", "heading", "occasion", "name", "aliases", "raw", "cue", "members", "term",
                      "expansion", "synonyms"})
_SHOWN = 24

# A piece of an original → the lines that it stands in, with its place.
Grams = dict[str, list[tuple[str, int]]]


def check(site: Site, expected: Expected) -> Iterator[Finding]:
    if not expected.originals:
        return
    lines = [line for text in expected.originals for line in map(chinese, text.splitlines()) if len(line) >= RUN]
    grams: Grams = {}
    for line in lines:
        for i in range(len(line) - _STEP + 1):
            grams.setdefault(line[i:i + _STEP], []).append((line, i))
    quoted = "\n".join(sorted({chinese(words) for words in _quotations(expected.catalog)}))
    for file, text in _texts(site):
        run = _copied(chinese(text), grams, quoted)
        if run:
            yield finding(file, "original-text", f"这里有原文的 {len(run)} 个字：“{run[:_SHOWN]}…”",
                          "换成自己的话；有权公开原文时在 mkdocs.yml 的 extra 里写 publish_originals: true")


def chinese(text: str) -> str:
    """Only the Chinese characters of a text, escapes of JSON resolved."""
    if "\\u" in text:
        text = _ESCAPED.sub(lambda m: chr(int(m.group(1), 16)), text)
    return _OTHER.sub("", text)


def _texts(site: Site) -> Iterator[tuple[str, str]]:
    yield from site.texts
    for file in site.files:
        if Path(file).suffix.lower() in (".docx", ".xlsx") and site.is_plain(file):
            for text in office_texts(site.root / file):
                yield file, text


def _copied(text: str, grams: Grams, quoted: str) -> str | None:
    """The first run of at least RUN characters that an original has too and no entry quotes.

    Every such run holds a whole gram at one of the places looked at: RUN is twice the step.
    """
    for at in range(0, len(text) - _STEP + 1, _STEP):
        for line, i in grams.get(text[at:at + _STEP], ()):
            before = _alike(reversed(text[max(0, at - len(line)):at]), reversed(line[:i]))
            after = _alike(iter(text[at:at + len(line)]), iter(line[i:]))
            run = text[at - before:at + after]
            if len(run) >= RUN and run not in quoted:
                return run
    return None


def _alike(one: Iterator[str], other: Iterator[str]) -> int:
    length = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        length += 1
    return length


def _quotations(catalog: Catalog) -> Iterator[str]:
    for kind in KINDS:
        for entry in catalog.of(kind).values():
            yield from _quoted_in(entry)


def _quoted_in(value: Any) -> Iterator[str]:
    for name in type(value).model_fields:
        inner = getattr(value, name)
        for item in inner if isinstance(inner, tuple) else (inner,):
            if isinstance(item, BaseModel):
                yield from _quoted_in(item)
            elif isinstance(item, str) and name in _QUOTING:
                yield item
