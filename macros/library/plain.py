"""The one resolver of `[[id]]`: for pages, the API, the search index, Word and `kb diff`."""

from collections.abc import Iterator
from typing import NamedTuple

from macros.library.catalog import Catalog
from macros.model.inline_links import pieces
from macros.model.titles import title_of


class Piece(NamedTuple):
    """A stretch of a text as it is shown; with `kind` and `entry_id` where it stands for an entry."""

    words: str
    kind: str | None = None
    entry_id: str | None = None


def resolved(text: str, catalog: Catalog) -> Iterator[Piece]:
    """The text cut at its links, each the title of its entry; a link to nothing stays as it was written."""
    for words, entry_id in pieces(text):
        kind = catalog.kind_of(entry_id) if entry_id else None
        yield Piece(title_of(catalog.of(kind)[entry_id]), kind, entry_id) if kind and entry_id else Piece(words)


def plain(text: str, catalog: Catalog) -> str:
    """The text with the title of every entry that it links."""
    return text if "[[" not in text else "".join(piece.words for piece in resolved(text, catalog))
