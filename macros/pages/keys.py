"""The key of a page: a digest of every entry that appears on it.

An entry counts with its whole text, and with the titles that its `[[id]]` links show; so a key may
change where the page does not, and never the other way round.
"""

import hashlib
from collections.abc import Iterable

from macros.pages.marks import title_of
from macros.relations import Graph
from macros.texts import LINK, texts

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
            value = self._graph.catalog.of(kind)[entry_id]
            content = f"{kind}/{entry_id}/{self._graph.catalog.origins[entry].document.path}/{value!r}"
            if kind == "organizations":
                content += self._graph.name_of(entry_id)
            for linked in self._linked(value) if "[[" in content else ():
                target = self._graph.catalog.kind_of(linked)
                content += f"/{linked}={target and title_of(self._graph.catalog.of(target)[linked])}"
            self._digests[entry] = hashlib.md5(content.encode(), usedforsecurity=False).hexdigest()
        return self._digests[entry]

    def _linked(self, value: object) -> Iterable[str]:
        return (match.group(1) for _, text in texts(value) for match in LINK.finditer(text))
