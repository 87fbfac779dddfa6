"""What was found of entries against their full texts, kept from one check to the next: a check looks again only at the
entries whose file, or something that they rest on, has changed since.

What an entry rests on: the speeches of its accounts, or that it cites, with their texts, sources and bodies, and the practices that it is
set apart from or, for a problem, that answer it. What a whole library knows (its names) is no part of it: a rule
gathers what stands in no text, and asks the library anew about those few.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from types import NoneType
from typing import Any, NamedTuple, TypeVar

from macros.fulltext import digests
from macros.fulltext.originals import Originals
from macros.library import known_names
from macros.library.catalog import Catalog
from macros.library.known_names import KnownNames
from macros.runtime.halves import Halves

T = TypeVar("T")
Entry = tuple[str, str]
ENTRIES = ("practices", "speeches", "problems", "terms")
_NEVER, _LAST, _THIS = -2, -1, 0
# What is gathered resting on anything else is gathered anew in another process.
_PORTABLE = (NoneType, str, tuple, dict)


@dataclass
class _Check:
    """A check: its number, what its library rests on, and the entries to be looked at again since the check before."""

    number: int
    catalog: Catalog
    speeches: Mapping[str, Any]
    changed: frozenset[Entry]
    # All names of the library; another object when they have changed.
    names: KnownNames
    # By name: the number of the check that gathered it, what else it rests on, and what was gathered.
    gathered: dict[str, tuple[int, Any, dict[Entry, tuple[Any, ...]]]] = field(default_factory=dict)
    # What its rules make for one another.
    shared: dict[str, Any] = field(default_factory=dict)
    # What each entry rests on, once that was asked for.
    footings: dict[Entry, bytes] | None = None


class Snapshot(NamedTuple):
    """What a check has found that another process can go on from: for each entry a digest of all it rests on, and by name what
    else was rested on and what was gathered."""

    footings: Mapping[Entry, bytes]
    gathered: Mapping[str, tuple[Any, Mapping[Entry, tuple[Any, ...]]]]


def gathered(catalog: Catalog, originals: Originals, name: str, kinds: Collection[str], make: Callable[[str, str], Iterable[T]],
             *, rests_on: Any = None, untyped: bool = False) -> Mapping[Entry, tuple[T, ...]]:
    """What `make` gives for each entry (kind, id) of these kinds, where it gives anything, in the order of the catalogue.

    `make` may look at the entry, what it rests on, and `rests_on`, at nothing else. `name` tells what is gathered from
    other things. With `untyped`, entries of which no more than the data could be read come along.
    """
    check = _check(catalog, originals)
    number, rested, found = check.gathered.get(name, (_NEVER, None, {}))
    if number == check.number:
        return found

    def look(entry: Entry) -> tuple[T, ...]:
        kind, entry_id = entry
        there = entry in catalog.origins and (untyped or entry_id in catalog.of(kind))
        return tuple(make(kind, entry_id)) if there else ()

    if number == check.number - 1 and rested == rests_on:
        for entry in check.changed:
            if entry[0] in kinds:
                if made := look(entry):
                    found[entry] = made
                else:
                    found.pop(entry, None)
        found = _in_order(catalog, check, found)
    else:
        every = _every(catalog, check, frozenset(kinds), untyped)
        halves: Halves | None = originals.kept.get("halves")
        found = halves.each(name, every, lambda entry: tuple(make(*entry)), partial(_spoken, catalog)) if halves else {entry: made for entry in every if (made := tuple(make(*entry)))}
    check.gathered[name] = check.number, rests_on, found
    return found


def _in_order(catalog: Catalog, check: _Check, found: dict[Entry, tuple[T, ...]]) -> dict[Entry, tuple[T, ...]]:
    """What was gathered in the order of the catalogue, where some of it was gathered later than the rest."""
    if len(found) < 2 or not check.changed:
        return found
    order: dict[Entry, int] = check.shared.get("order") or check.shared.setdefault("order", {entry: i for i, entry in enumerate(catalog.origins)})
    return dict(sorted(found.items(), key=lambda each: order[each[0]]))


def _every(catalog: Catalog, check: _Check, kinds: frozenset[str], untyped: bool) -> list[Entry]:
    """The entries of these kinds that can be looked at: one list for all that ask for it in this check."""
    known: dict[Any, list[Entry]] = check.shared.setdefault("every", {})
    if (kinds, untyped) not in known:
        known[kinds, untyped] = [entry for entry in catalog.origins if entry[0] in kinds and (untyped or entry[1] in catalog.of(entry[0]))]
    return known[kinds, untyped]


def _spoken(catalog: Catalog, entry: Entry) -> str:
    """The speech, mostly, whose paragraphs are looked at for an entry."""
    practice = catalog.practices.get(entry[1]) if entry[0] == "practices" else None
    return practice.accounts[0].speech if practice else entry[1]


def in_halves(originals: Originals, halves: Halves) -> None:
    """What is gathered in this check is gathered by two processes, till it is `done`."""
    originals.kept["halves"] = halves


def names(catalog: Catalog, originals: Originals) -> KnownNames:
    """The names of the library: the same object as in the last check while they are the same."""
    return _check(catalog, originals).names


def shared(catalog: Catalog, originals: Originals) -> dict[str, Any]:
    """What the rules of this check make for one another, each under a name of its own; empty again once it is `done`."""
    return _check(catalog, originals).shared


def changed(catalog: Catalog, originals: Originals, snapshot: Snapshot) -> frozenset[Entry]:
    """The entries that have changed since a snapshot, or rest on what has, those that are new or gone among them."""
    footings = _footings(_check(catalog, originals), originals)
    return frozenset(entry for entry in footings.keys() | snapshot.footings.keys() if footings.get(entry) != snapshot.footings.get(entry))


def restore(catalog: Catalog, originals: Originals, snapshot: Snapshot, changed: frozenset[Entry]) -> None:
    """Lets the first check of this process go on from a snapshot: it looks at those entries only that have `changed` since."""
    found = {name: (_LAST, rests_on, dict(each)) for name, (rests_on, each) in snapshot.gathered.items()}
    originals.kept["check"] = replace(_check(catalog, originals), changed=changed, gathered=found)


def snapshot(originals: Originals) -> Snapshot | None:
    """What the last check of these texts has found; None where there was none."""
    check: _Check | None = originals.kept.get("check")
    if check is None:
        return None
    return Snapshot(_footings(check, originals), {name: (rests_on, found) for name, (number, rests_on, found) in check.gathered.items()
                                                  if number == check.number and isinstance(rests_on, _PORTABLE)})


def _footings(check: _Check, originals: Originals) -> dict[Entry, bytes]:
    if check.footings is None:
        check.footings = digests.of_footings(check.catalog, originals, check.speeches)
    return check.footings


def done(catalog: Catalog, originals: Originals) -> None:
    """The check is over: forget what its rules have shared."""
    originals.kept.pop("halves", None)
    _check(catalog, originals).shared.clear()


def _check(catalog: Catalog, originals: Originals) -> _Check:
    """The check that goes on: the one that the originals were loaded for."""
    known: _Check | None = originals.kept.get("check")
    if known is None or originals.kept.get("of") is not originals.by_source or known.catalog is not catalog:
        speeches = {sid: digests.of_speech(catalog, originals, sid) for sid in catalog.speeches}
        if known is None:
            known = _Check(_THIS, catalog, speeches, frozenset(), KnownNames(catalog))
        else:
            moved = catalog.saved_since(known.catalog)
            renamed = any(tuple(known_names.of(known.catalog, *entry)) != tuple(known_names.of(catalog, *entry)) for entry in moved)
            known = _Check(known.number + 1, catalog, speeches, frozenset(_changed(known, catalog, speeches, moved)),
                           KnownNames(catalog) if renamed else known.names, known.gathered)
        originals.kept.update(check=known, of=originals.by_source)
    return known


def _changed(before: _Check, catalog: Catalog, speeches: Mapping[str, Any], moved: Collection[Entry]) -> Iterator[Entry]:
    yield from moved
    spoken = {sid for sid in before.speeches.keys() | speeches.keys() if before.speeches.get(sid) != speeches.get(sid)}
    yield from (("speeches", sid) for sid in spoken)
    told = {entry_id for kind, entry_id in moved if kind == "practices"}
    if spoken:
        told |= {pid for pid, practice in catalog.practices.items() if any(account.speech in spoken for account in practice.accounts)}
    yield from (("practices", pid) for pid in told)
    for pid, practice in catalog.practices.items():
        if practice.distinct_from and any(other.to in told for other in practice.distinct_from):
            yield "practices", pid
    answered = {problem for those in (before.catalog.practices, catalog.practices) for pid in told if pid in those for problem in those[pid].problems}
    for problem_id, problem in catalog.problems.items():
        if problem_id in answered or any(citation.speech in spoken for citation in problem.named_in):
            yield "problems", problem_id
    yield from (("terms", term_id) for term_id, term in catalog.terms.items() if any(citation.speech in spoken for citation in term.at))
