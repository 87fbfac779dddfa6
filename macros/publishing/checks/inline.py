"""Nothing on a page needs what the strict policy forbids."""

from collections.abc import Iterator

from macros.findings import Finding
from macros.html.inline import IN_PICTURES, told
from macros.html.page import Inline, parse
from macros.publishing.checks.expected import Expected
from macros.publishing.site import Site, finding


def check(site: Site, _: Expected) -> Iterator[Finding]:
    for file, page in site.pages.items():
        for inline in page.inline:
            yield _finding(file, inline)
    for file in site.files:
        if file.lower().endswith(".svg") and site.is_plain(file):
            for inline in parse(site.text(file)).inline:
                if inline.kind in IN_PICTURES:
                    yield _finding(file, inline)


def _finding(file: str, inline: Inline) -> Finding:
    return finding(file, *told(inline), inline.line, inline.column)
