"""Everything under `data/`, read and typed.

`load` reads every file, collects every finding and returns what could be read; it never stops at
the first error. Nothing here looks from one entry to another: that is the rules' and the graph's.
"""

import datetime
import errno
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from dataclasses import field as dc_field
from functools import cached_property, partial
from pathlib import Path
from typing import Any, NamedTuple

from macros.findings import Finding, Severity
from macros.library import naming, silenced
from macros.library.missing import missing
from macros.library.naming import Names
from macros.library.typed import typed
from macros.model.entries import Formulation, Organization, Practice, Problem, Source, Speech, Term, Topic
from macros.model.kinds import KINDS
from macros.reading import validation_errors as explaining
from macros.reading.document import Document
from macros.reading.entries import absent, candidates, closed, strangers
from macros.reading.validation_errors import WrongId
from macros.runtime.file_cache import Memory


class Origin(NamedTuple):
    """Where an entry stands: its document, and its key in a file of many."""

    document: Document
    prefix: tuple[str, ...] = ()


class Named(NamedTuple):
    """A place of a hand-written page that names an entry; `excerpt` is the line."""

    path: str
    line: int
    column: int
    excerpt: str


@dataclass(frozen=True)
class Catalog:
    """All entries by id, each kind in a stable order."""

    sources: Mapping[str, Source] = dc_field(default_factory=dict)
    speeches: Mapping[str, Speech] = dc_field(default_factory=dict)
    practices: Mapping[str, Practice] = dc_field(default_factory=dict)
    topics: Mapping[str, Topic] = dc_field(default_factory=dict)
    organizations: Mapping[str, Organization] = dc_field(default_factory=dict)
    problems: Mapping[str, Problem] = dc_field(default_factory=dict)
    terms: Mapping[str, Term] = dc_field(default_factory=dict)
    formulations: Mapping[str, Formulation] = dc_field(default_factory=dict)
    origins: Mapping[tuple[str, str], Origin] = dc_field(default_factory=dict)
    # Ids that a file claims, whether or not its content could be read: so that one broken file
    # does not make every link to it look broken too.
    claimed: frozenset[tuple[str, str]] = frozenset()
    # Kinds whose folder or file could not be read, and kinds that are not there and should be: nothing is known
    # of what they hold.
    unread: frozenset[str] = frozenset()
    missing: frozenset[str] = frozenset()
    # Where git knows what is published: the entries that are not yet, and all those that differ from it.
    new: frozenset[tuple[str, str]] = frozenset()
    touched: frozenset[tuple[str, str]] = frozenset()
    # Where hand-written pages name an entry, or what was one.
    in_pages: Mapping[tuple[str, str], tuple[Named, ...]] = dc_field(default_factory=dict)
    # What rules keep for the next check of the same folder.
    kept: dict[str, Any] = dc_field(default_factory=dict, compare=False, repr=False)

    def of(self, kind: str) -> Mapping[str, Any]:
        """The entries of a kind (`practices`, `topics`, …) by id."""
        entries: Mapping[str, Any] = getattr(self, kind)
        return entries

    def kind_of(self, entry_id: str) -> str | None:
        """The kind that an id belongs to, or None."""
        return next((kind for kind in KINDS if entry_id in self.of(kind)), None)

    def has(self, kind: str, entry_id: str) -> bool:
        """Whether there is such an entry, or may be: what could not be read is not called unknown as well."""
        return kind in self.unknown or (kind, entry_id) in self.claimed

    def claims(self, kind: str, entry_id: str) -> bool:
        """Whether a file of that id is there, readable or not."""
        return (kind, entry_id) in self.claimed

    @property
    def unknown(self) -> frozenset[str]:
        """The kinds of which nothing is known."""
        return self.unread | self.missing

    def whole(self, *kinds: str) -> bool:
        """Whether every entry of these kinds (of all, where none is named) could be read.

        Only then is it known what none of them tells.
        """
        wanted = kinds or tuple(KINDS)
        return self.unknown.isdisjoint(wanted) and self._broken.isdisjoint(wanted)

    @cached_property
    def _broken(self) -> frozenset[str]:
        read = {kind: self.of(kind) for kind in KINDS}
        return frozenset(kind for kind, entry_id in self.claimed if entry_id not in read[kind])

    @cached_property
    def current_practices(self) -> Mapping[str, Practice]:
        """The practices that are not withdrawn: what lists, counts and search show."""
        return {pid: practice for pid, practice in self.practices.items() if not practice.withdrawn}

    @cached_property
    def current_speeches(self) -> Mapping[str, Speech]:
        """The speeches that are not withdrawn."""
        return {sid: speech for sid, speech in self.speeches.items() if not speech.withdrawn}

    @cached_property
    def answering(self) -> Mapping[str, tuple[str, ...]]:
        """The practices that answer each problem, in their order."""
        return _grouped((problem, pid) for pid, practice in self.practices.items() for problem in dict.fromkeys(practice.problems))

    @cached_property
    def spoken(self) -> Mapping[str, tuple[str, ...]]:
        """The speeches of each body, in their order."""
        return _grouped((speech.organization, sid) for sid, speech in self.speeches.items())

    @cached_property
    def former(self) -> Mapping[tuple[str, str], str]:
        """Ids that entries had (with their kind), each with the id of now."""
        return {(kind, old): entry_id for kind, entry_id, entry in self.entries() for old in getattr(entry, "formerly", ())}

    def from_old_to_new(self, kind: str, *, changed_last: bool = True) -> list[str]:
        """The ids of a kind: what is published first, of that what was not changed since (unless `changed_last` is off), then by the day it
        was added, then in their order: of two that are alike, it is the later one that asks for a change."""
        if (kind, changed_last) not in self._ordered:
            entries = self.of(kind)
            self._ordered[kind, changed_last] = sorted(entries, key=lambda i: (
                (kind, i) in self.new, changed_last and (kind, i) in self.touched, getattr(entries[i], "added", datetime.date.min)))
        return self._ordered[kind, changed_last]

    @cached_property
    def _ordered(self) -> dict[tuple[str, bool], list[str]]:
        return {}

    def entries(self) -> Iterator[tuple[str, str, Any]]:
        """Every entry that could be read: kind, id, entry."""
        for kind in KINDS:
            for entry_id, entry in self.of(kind).items():
                yield kind, entry_id, entry

    def saved_since(self, before: "Catalog") -> list[tuple[str, str]]:
        """The entries (kind, id) whose file is another one than in a catalogue of before, those that are new or gone among them."""
        # Several ask for the same, one after the other.
        if not self._saved or self._saved[0] is not before:
            known = before.origins
            found = [entry for entry, origin in self.origins.items() if entry not in known or known[entry].document is not origin.document] \
                + [entry for entry in known if entry not in self.origins]
            self._saved[:] = [before, found]
        saved: list[tuple[str, str]] = self._saved[1]
        return saved

    @cached_property
    def _saved(self) -> list[Any]:
        return []

    def strings(self, kind: str, entry_id: str) -> Iterator[tuple[tuple[str | int, ...], str]]:
        """Every string of an entry as its file has it, with its place."""
        return explaining.strings(self.data(kind, entry_id))

    def words(self, kind: str, entry_id: str) -> list[str]:
        """Every string of an entry as its file has it, where the place does not matter."""
        return explaining.words(self.data(kind, entry_id))

    def data(self, kind: str, entry_id: str) -> Any:
        """An entry as its file has it."""
        origin = self.origins[kind, entry_id]
        data = origin.document.data
        for key in origin.prefix:
            data = data[key]
        return data

    def release(self) -> None:
        """Forget what only checks need, once they are done: a third of the memory of a large library.

        Who then asks for a string as its file has it, or for a place in a file, gets `document.Released`.
        """
        self._prose.clear()
        for origin in self.origins.values():
            origin.document.release()

    def prose(self, kind: str, entry_id: str) -> str:
        """Every string of an entry, one a line: what a rule looks through before it asks where."""
        # Rules look at one entry after the other, so the last one is enough to keep.
        if (kind, entry_id) not in self._prose:
            self._prose.clear()
            self._prose[kind, entry_id] = "\n".join(self.words(kind, entry_id))
        return self._prose[kind, entry_id]

    @cached_property
    def _prose(self) -> dict[tuple[str, str], str]:
        return {}

    def written(self, sign: str) -> Iterator[tuple[str, str]]:
        """The entries (kind, id) in whose file `sign` stands; a file of many is searched once."""
        document, found = None, False
        for entry, origin in self.origins.items():
            if origin.document is not document:
                document = origin.document
                found = sign in document.text
            if found:
                yield entry

    def finding(self, kind: str, entry_id: str, place: Iterable[str | int], code: str, message: str, cure: str,
                severity: Severity = Severity.ERROR, *, key: bool = False, needle: str = "") -> Finding:
        """A finding about an entry, at the line and column of `place` in its file.

        With `key` it points at the field's name, with `needle` at these words in the value.
        """
        origin = self.origins[kind, entry_id]
        return origin.document.finding((*origin.prefix, *place), code, message, cure, key=key, needle=needle,
                                       severity=severity, about=(kind, entry_id))


def load(root: Path, shown: str = "data", memory: Memory | None = None) -> tuple[Catalog, list[Finding]]:
    """The catalogue under `root` and all findings of reading it.

    `shown` stands for `root` in messages. A missing folder or file of a kind is an empty kind. With
    `memory`, files that have not changed since are not read and validated again.
    """
    findings: list[Finding] = []
    entries: dict[str, dict[str, Any]] = {}
    origins: dict[tuple[str, str], Origin] = {}
    claimed: set[tuple[str, str]] = set()
    wrong_ids: list[WrongId] = []
    unread: dict[str, Finding] = {}
    broken: dict[tuple[str, str], Finding] = {}
    if not root.is_dir():
        return Catalog(unread=frozenset(KINDS)), [Finding(shown, 1, 1, "no-data", "没有这个数据文件夹", "用 DATA=文件夹 指明数据在哪里")]
    if not os.access(root, os.R_OK | os.X_OK):
        return Catalog(unread=frozenset(KINDS)), [closed(shown, PermissionError(errno.EACCES, ""))]
    for kind in KINDS.values():
        of_kind = entries[kind.name] = {}
        for entry_id, document, prefix, data in candidates(root, shown, kind, findings, memory):
            if entry_id is None:
                unread[kind.name] = findings[-1]
                continue
            key = kind.name, entry_id
            claimed.add(key)
            if document is None:
                broken[key] = findings[-1]
                continue
            origins[key] = Origin(document, prefix)
            made = document.once(prefix, partial(typed, kind, document, prefix, data))
            findings += made.findings
            wrong_ids += made.wrong_ids
            if made.entry is not None:
                of_kind[entry_id] = made.entry
    ordered: dict[str, Any] = {name: _sorted(name, found) for name, found in entries.items()}
    catalog = Catalog(**ordered, origins=origins, claimed=frozenset(claimed), unread=frozenset(unread),
                      kept=memory.kept.setdefault(str(root), {}) if memory else {})
    findings = silenced.told(catalog, findings, unread, {entry: why for entry, why in broken.items() if entry not in origins})
    if wrong_ids:
        names = Names(catalog)
        findings.extend(naming.told(wrong, names) for wrong in wrong_ids)
    return _looked_for(catalog, root, shown, findings)


def _looked_for(catalog: Catalog, root: Path, shown: str, findings: list[Finding]) -> tuple[Catalog, list[Finding]]:
    """The catalogue with what it lacks, and the findings with those of what is missing and of what nobody reads."""
    filled = {kind for kind, _ in catalog.claimed} | catalog.unread
    lacking = [kind for kind in KINDS.values() if kind.name not in filled]
    misnamed: set[str] = set()
    for finding, kinds in strangers(root, shown, KINDS):
        findings.append(finding)
        misnamed.update(kinds)
    unread = catalog.unread | misnamed.intersection(kind.name for kind in lacking)
    catalog = replace(catalog, unread=unread)
    gone = dict(missing(catalog, {kind: absent(root, kind) for kind in lacking if kind.name not in unread}, shown))
    return replace(catalog, missing=frozenset(gone)), [*findings, *gone.values()]


def _grouped(pairs: Iterable[tuple[str, str]]) -> Mapping[str, tuple[str, ...]]:
    """The second of each pair, by the first."""
    found: dict[str, list[str]] = {}
    for one, other in pairs:
        found.setdefault(one, []).append(other)
    return {one: tuple(others) for one, others in found.items()}


def _sorted(kind: str, entries: dict[str, Any]) -> dict[str, Any]:
    if kind == "topics":
        return dict(sorted(entries.items(), key=lambda e: (e[1].order, e[0])))
    if kind == "speeches":
        return dict(sorted(entries.items(), key=lambda e: (e[1].source, e[1].order, e[0])))
    # Files of many keep the order that the editor gave them.
    return entries
