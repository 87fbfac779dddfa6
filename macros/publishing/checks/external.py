"""Opening a page asks nobody but the site itself."""

from collections.abc import Iterator

from macros.findings import Finding
from macros.html.external import elsewhere, requests
from macros.publishing.checks.expected import Expected
from macros.publishing.site import Site, finding

_CURE = "把文件放进 docs/assets/，改成相对地址"


def check(site: Site, _: Expected) -> Iterator[Finding]:
    for file, page in site.pages.items():
        for reference in page.references:
            if reference.fetched and elsewhere(reference.url):
                yield finding(file, "external-request", f"打开这一页会向站外请求 {reference.url}", _CURE,
                              reference.line, reference.column)
    for file, text in site.texts:
        for line, column, url in requests(file, text):
            yield finding(file, "external-request", f"这个文件会向站外请求 {url}", _CURE, line, column)
