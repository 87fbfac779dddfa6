"""The library as it was published: what an entry must not fall out of without a word."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from macros.library.catalog import Catalog

Key = tuple[str, str]


@dataclass(frozen=True)
class Before:
    """The state that the present one began from.

    `published` are the entries (kind, id) that were there; `altered` holds, as they were, those whose files are no
    longer the same or gone; `commit` is what git calls the state; `now` is the present catalogue. Of `misnamed` kinds a
    file is there that has no proper name: it may be what is gone. `shown` is the data folder's name in messages.
    """

    published: frozenset[Key]
    altered: Catalog
    commit: str
    now: Catalog
    misnamed: frozenset[str] = frozenset()
    shown: str = "data"

    @property
    def homes(self) -> Mapping[Key, str]:
        """Former ids (with their kind), each with the entry that bears it now."""
        return self.now.former

    @cached_property
    def gone(self) -> tuple[Key, ...]:
        """The entries that were there, and are neither there now nor under a former id. Of a kind that can't be read
        nothing is known."""
        return tuple(sorted(key for key in self.published - self.now.claimed
                            if key[0] not in self.now.unknown and key not in self.homes))

    @cached_property
    def new(self) -> frozenset[Key]:
        """The entries that are not published yet; one that was renamed is."""
        renamed = {(kind, home) for (kind, old), home in self.homes.items() if (kind, old) in self.published}
        return self.now.claimed - self.published - renamed

    def told(self) -> Catalog:
        """The present catalogue, which knows what is new in it; what is gone is told once, not at every link to it as well."""
        touched = frozenset(key for key in self.now.claimed if key not in self.published or (key in self.altered.claimed and not self._as_it_was(key)))
        return replace(self.now, claimed=self.now.claimed | set(self.gone), new=self.new, touched=touched)

    def _as_it_was(self, key: Key) -> bool:
        """Whether an entry says what it said, though its file has changed: of many in one file most do."""
        return key in self.now.origins and key in self.altered.origins and bool(self.now.data(*key) == self.altered.data(*key))

    def pairs(self, kind: str) -> Iterator[tuple[str, Any, Any]]:
        """The entries of a kind that may have changed: id, as it was, as it is."""
        present = self.now.of(kind)
        for entry_id, old in self.altered.of(kind).items():
            if entry_id in present:
                yield entry_id, old, present[entry_id]
