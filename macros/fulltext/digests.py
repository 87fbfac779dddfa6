"""Digests of entries and of what they rest on: another one where anything of it differs, in this process or in a later one."""

import hashlib
from collections.abc import Iterable, Mapping
from functools import partial
from typing import Any

from macros.fulltext.originals import Originals
from macros.library.catalog import Catalog
from macros.model.entries import Practice
from macros.reading.document import Document

Entry = tuple[str, str]
Speech = tuple[Any, ...]


def of_entry(catalog: Catalog, kind: str, entry_id: str) -> bytes | None:
    """A digest of an entry as its file has it; None where it could not be read."""
    if entry_id not in catalog.of(kind):
        return None
    origin = catalog.origins[kind, entry_id]
    return origin.document.once(("digest", origin.prefix), partial(_of_data, catalog, kind, entry_id))


def of_speech(catalog: Catalog, originals: Originals, sid: str) -> Speech:
    """All that an entry sees of a speech, as digests."""
    speech, text = catalog.speeches[sid], originals.speech(sid)
    return (of_entry(catalog, "speeches", sid), speech.source, of_entry(catalog, "sources", speech.source),
            speech.organization, of_entry(catalog, "organizations", speech.organization), text and text.digest)


def of_every_text(catalog: Catalog, originals: Originals) -> tuple[Any, ...]:
    """All that what rests on any speech sees of the texts and of where each stands and what it is called."""
    return originals.signature, tuple((sid, speech.source, speech.order, speech.organization, speech.short) for sid, speech in catalog.speeches.items())


def of_file(document: Document) -> bytes:
    """A digest of a file, its name included."""
    return document.once("digest", lambda: _digest((document.path, document.text)))


def of_footings(catalog: Catalog, originals: Originals, speeches: Mapping[str, Speech]) -> dict[Entry, bytes]:
    """One digest for each entry that is there, of itself and all that `remembered` says it rests on; `speeches` are those of each speech."""
    return _Footings(catalog, originals, speeches).every()


class _Footings:
    def __init__(self, catalog: Catalog, originals: Originals, speeches: Mapping[str, Speech]) -> None:
        self._catalog = catalog
        self._speeches = {sid: _digest(each) for sid, each in speeches.items()}
        self._practices = {pid: (self._own("practices", pid), self._spoken(account.speech for account in practice.accounts))
                           for pid, practice in catalog.practices.items()}

    def every(self) -> dict[Entry, bytes]:
        return {entry: _digest((self._own(*entry), self._others(*entry))) for entry in self._catalog.origins}

    def _own(self, kind: str, entry_id: str) -> bytes:
        # What is found names lines, which move with whatever else the file has.
        return of_file(self._catalog.origins[kind, entry_id].document)

    def _others(self, kind: str, entry_id: str) -> Any:
        catalog, entry = self._catalog, self._catalog.of(kind).get(entry_id)
        if entry is None or kind == "speeches":
            return self._speeches.get(entry_id) if entry else None
        if isinstance(entry, Practice):
            return self._practices[entry_id], [(other.to, self._practices.get(other.to)) for other in entry.distinct_from]
        if kind == "problems":
            return [(pid, self._practices[pid]) for pid in catalog.answering.get(entry_id, ())], self._spoken(c.speech for c in entry.named_in)
        return self._spoken(citation.speech for citation in entry.at) if kind == "terms" else True

    def _spoken(self, speech_ids: Iterable[str]) -> list[bytes | None]:
        return [self._speeches.get(sid) for sid in speech_ids]


def _of_data(catalog: Catalog, kind: str, entry_id: str) -> bytes:
    return _digest(catalog.data(kind, entry_id))


def _digest(value: Any) -> bytes:
    return hashlib.sha256(repr(value).encode("utf-8", "surrogatepass")).digest()
