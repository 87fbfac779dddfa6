"""Pictures, scripts and styles under `docs` ask no other host, and a picture holds no script."""

from collections.abc import Iterator
from pathlib import Path

from macros.findings import Finding
from macros.handwritten.docs_folder.tree import Tree
from macros.html import external, inline
from macros.html.page import parse


def check(tree: Tree) -> Iterator[Finding]:
    """What publishing would refuse in the text files that are copied as they are."""
    for address in sorted(tree.files):
        if Path(address).suffix not in (".svg", ".css", ".js"):
            continue
        text = tree.text(address)
        for line, column, url in external.requests(address, text):
            yield Finding(tree.path(address), line, column, "external-request", f"这个文件会向站外请求 {url}",
                          "把要用的文件也放进 docs/assets/，改成相对地址")
        if address.endswith(".svg"):
            yield from _picture(tree.path(address), text)


def _picture(path: str, text: str) -> Iterator[Finding]:
    page = parse(text)
    for found in page.inline:
        if found.kind in inline.IN_PICTURES:
            yield Finding(path, found.line, found.column, *inline.told(found))
    for reference in page.references:
        if reference.fetched and external.elsewhere(reference.url):
            yield Finding(path, reference.line, reference.column, "external-request", f"这张图会向站外请求 {reference.url}",
                          "把那张图也放进来，或删去这一处")


