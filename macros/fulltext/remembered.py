"""What was found of one entry against its full texts, kept with its document as long as nothing it rests on differs.

What an entry rests on: the speeches of its accounts with their texts, sources and bodies, and the practices that it is
set apart from or, for a problem, that answer it. What a whole library knows (its names) is no part of it: a rule
remembers what stands in no text, and asks the library anew about those few.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any, TypeVar

from macros.fulltext.originals import Originals
from macros.library.catalog import Catalog

T = TypeVar("T")


def remembered(catalog: Catalog, originals: Originals, kind: str, entry_id: str, name: str, make: Callable[[], Iterable[T]]) -> tuple[T, ...]:
    """All that `make` gives for an entry, made anew only where its file, or something that it rests on, has changed.

    `make` may look at nothing else of the library; `name` tells what is remembered from other things of the same entry.
    """
    origin = catalog.origins[kind, entry_id]
    return origin.document.while_same((name, origin.prefix), rests_on(catalog, originals, kind, entry_id), lambda: tuple(make()))


def rests_on(catalog: Catalog, originals: Originals, kind: str, entry_id: str) -> tuple[Any, ...]:
    """What the entry rests on, as digests: another text, outline or name of who speaks, another value."""
    known = originals.rested
    if (kind, entry_id) not in known:
        known[kind, entry_id] = tuple(_rests_on(catalog, originals, kind, entry_id))
    return known[kind, entry_id]


def _rests_on(catalog: Catalog, originals: Originals, kind: str, entry_id: str) -> Iterator[Any]:
    if kind == "speeches":
        yield _speech(catalog, originals, entry_id)
    elif kind == "practices":
        practice = catalog.practices[entry_id]
        yield from (_speech(catalog, originals, account.speech) for account in practice.accounts)
        yield from (_practice(catalog, originals, other.to) for other in practice.distinct_from)
    elif kind == "problems":
        yield from (_speech(catalog, originals, each.speech) for each in catalog.problems[entry_id].named_in)
        yield from (_practice(catalog, originals, pid) for pid in catalog.answering.get(entry_id, ()))


def _practice(catalog: Catalog, originals: Originals, pid: str) -> tuple[Any, ...]:
    if pid not in catalog.practices:
        return (pid,)
    return pid, _digest(catalog, "practices", pid), *(_speech(catalog, originals, a.speech) for a in catalog.practices[pid].accounts)


def _speech(catalog: Catalog, originals: Originals, sid: str) -> tuple[Any, ...]:
    known = originals.rested
    if ("", sid) not in known:
        speech, text = catalog.speeches.get(sid), originals.speech(sid)
        known["", sid] = (sid,) if speech is None else (
            sid, _digest(catalog, "speeches", sid), _digest(catalog, "sources", speech.source),
            _digest(catalog, "organizations", speech.organization), text and text.digest)
    return known["", sid]


def _digest(catalog: Catalog, kind: str, entry_id: str) -> bytes | None:
    """A digest of an entry as its file has it; None where it could not be read."""
    if entry_id not in catalog.of(kind):
        return None
    origin = catalog.origins[kind, entry_id]
    return origin.document.once(("digest", origin.prefix), partial(_of_data, catalog, kind, entry_id))


def _of_data(catalog: Catalog, kind: str, entry_id: str) -> bytes:
    return hashlib.sha256(repr(catalog.data(kind, entry_id)).encode("utf-8", "surrogatepass")).digest()
