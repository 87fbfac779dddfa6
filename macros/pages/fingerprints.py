"""The key of a page: a digest of every entry that appears on it.

An entry counts with its whole text, and with the titles that its `[[id]]` links show; so a key may
change where the page does not, and never the other way round.
"""

import hashlib
from collections.abc import Iterable

from macros.library.graph import Graph
from macros.model.inline_links import LINK
from macros.model.titles import title_of

Entry = tuple[str, str]


class Keys:
    """Keys of the pages of one library; `base` stands for templates, code and settings."""

    def __init__(self, graph: Graph, base: str) -> None:
        self._graph = graph
        self._base = base
        self._digests: dict[Entry, str] = {}

    def key(self, entries: Iterable[Entry], *words: object) -> str:
        """The key of a page on which these entries appear, in this order, with these words beside."""
        parts = [self._base, *(self._digest(entry) for entry in entries), repr(words)]
        return hashlib.md5("\n".join(parts).encode(), usedforsecurity=False).hexdigest()

    def _digest(self, entry: Entry) -> str:
        if entry not in self._digests:
            kind, entry_id = entry
            content = f"{kind}/{entry_id}/{self._content(entry)}"
            if kind == "organizations":
                content += self._graph.name_of(entry_id)
            if kind == "speeches":
                # Whether its source stands beside it depends on what else there is.
                content += self._graph.speech_name(entry_id)
            for linked in LINK.findall(content):
                target = self._graph.catalog.kind_of(linked)
                content += f"/{linked}={target and title_of(self._graph.catalog.of(target)[linked])}"
            self._digests[entry] = hashlib.md5(content.encode(), usedforsecurity=False).hexdigest()
        return self._digests[entry]

    def _content(self, entry: Entry) -> str:
        """The text of the entry's own file; in a file of many, what the entry says."""
        origin = self._graph.catalog.origins[entry]
        kind, entry_id = entry
        own = origin.document.text if not origin.prefix else repr(self._graph.catalog.of(kind)[entry_id])
        return f"{origin.document.path}/{own}"
