"""The full texts that entries were written from are not on the site: this is for text that came by another way than an entry."""

from collections.abc import Iterator
from pathlib import Path

from macros.findings import Finding
from macros.fulltext.copied import NOTHING, Said, chinese, copied, grams_of
from macros.fulltext.shipped import is_practice
from macros.publishing.checks.expected import Expected
from macros.publishing.checks.leaks import office_texts
from macros.publishing.site import Site, finding

_SHOWN = 24


def check(site: Site, expected: Expected) -> Iterator[Finding]:
    if not expected.originals:
        return
    grams, said = grams_of(expected.originals), None
    for file, text in _texts(site):
        if not copied(chinese(text), grams, NOTHING):
            continue
        said = said or Said(expected.catalog)
        if run := copied(chinese(text), grams, said):
            yield finding(file, "original-text", f"这里有原文的 {len(run)} 个字：“{run[:_SHOWN]}…”",
                          "换成自己的话，或移出这个文件；只有全部来源的全文都有权公开时，才在 mkdocs.yml 的 extra 里写 publish_originals: true")


def _texts(site: Site) -> Iterator[tuple[str, str]]:
    yield from site.texts
    for file in site.files:
        if Path(file).suffix.lower() in (".docx", ".xlsx") and site.is_plain(file) and not is_practice((site.root / file).read_bytes()):
            for text in office_texts(site.root / file):
                yield file, text
