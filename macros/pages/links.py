"""Links as seen from a page. They depend on how deep the page lies, not on which page it is, so
that a piece of HTML with links is made once for all pages of a folder level."""

from markupsafe import Markup

from macros.library import urls
from macros.library.graph import Graph
from macros.library.plain import resolved
from macros.pages.marks import masked


class Links:
    """Links from pages that lie `depth` folders below the site's root."""

    def __init__(self, graph: Graph, depth: int) -> None:
        self.graph = graph
        self._up = "../" * depth

    def to(self, address: str) -> str:
        """An address relative to the site's root, as a link."""
        return self._up + address

    def entry(self, kind: str, entry_id: str) -> str:
        return self._up + urls.entry(kind, entry_id)

    def place(self, speech_id: str, at: str) -> str:
        return self._up + urls.place(speech_id, at)

    def text(self, value: str) -> Markup:
        """An entry's text: escaped, masks marked, `[[id]]` linked by title."""
        if "[[" not in value:
            return masked(value)
        return Markup("").join(
            Markup('<a href="{}">{}</a>').format(self.entry(piece.kind, piece.entry_id), masked(piece.words))
            if piece.kind and piece.entry_id else masked(piece.words)
            for piece in resolved(value, self.graph.catalog))

    def name(self, organization_id: str) -> Markup:
        """An organisation's name, masks marked, namesakes told apart."""
        return masked(self.graph.name_of(organization_id))
