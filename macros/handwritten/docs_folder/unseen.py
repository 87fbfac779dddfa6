"""What no reader sees is not published: on pages, in drawings, in the files of pictures."""

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from macros import pictures
from macros.findings import Finding
from macros.handwritten.docs_folder.belongs import is_in
from macros.handwritten.docs_folder.pages import Page
from macros.handwritten.docs_folder.tree import PROJECT, Tree
from macros.html import hidden, unseen

# A script shows it where an address says which entry is meant.
_SHOWN_BY_SCRIPT = {"contributing/edit.md": "<div hidden>"}
# The theme's own that show something and hide nothing.
_THEMES = frozenset({"md-button", "md-button--primary", "grid", "cards", "admonition", "note", "abstract", "info", "tip", "success", "question",
                     "warning", "failure", "danger", "bug", "example", "quote"})


def check(tree: Tree, pages: Mapping[str, Page], without: Collection[str]) -> Iterator[Finding]:
    """Findings about the pages of a folder, and about the pictures that lie in it but those refused already."""
    hiding = hidden.classes("\n".join(_styles(tree)))
    for page in pages.values():
        for found in hidden.on_page(page.markdown, hiding, _THEMES):
            if found.detail != _SHOWN_BY_SCRIPT.get(page.address):
                yield page.at(found.line, found.column, *unseen.on_page(found))
    for address in (address for address in sorted(tree.files) if not is_in(address, without)):
        suffix = Path(address).suffix
        if suffix == ".svg":
            for found in hidden.in_drawing(tree.text(address)):
                yield Finding(tree.path(address), found.line, found.column, *unseen.in_drawing(found))
        elif suffix in pictures.SUFFIXES and (extras := pictures.extras(suffix, tree.content(address))):
            yield Finding(tree.path(address), 1, 1, *unseen.in_picture(extras))


def _styles(tree: Tree) -> Iterator[str]:
    own = (PROJECT / "docs" / "assets" / "stylesheets").glob("*.css")
    yield from (file.read_text(encoding="utf-8", errors="replace") for file in sorted(own))
    yield from (tree.text(address) for address in sorted(tree.files) if address.endswith(".css"))
