"""The library that the desk stands on: what lies under data/, read in the background, and what a draft would be in it."""

import contextlib
import gc
import os
import re
import threading
import time
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from macros import rules
from macros.findings import Finding
from macros.fulltext import originals
from macros.fulltext.originals import Originals
from macros.library import naming
from macros.library.catalog import Catalog, Origin, load
from macros.library.naming import Names
from macros.library.similarity import folded
from macros.library.typed import Typed, typed
from macros.model.kinds import KINDS
from macros.reading.document import SIZE_LIMIT, Document, parse, read
from macros.reading.entries import file_of
from macros.reading.filenames import bad_id
from macros.runtime.file_cache import Memory

Key = tuple[str, str]
_HEAD = 2048
# So often it is looked whether the whole library was gone through.
_PAUSE = 0.05
# So many names are looked up before the first page is shown; it lists no more.
_AT_ONCE = 200
_TITLE = re.compile(r"""^title:[ \t]*["']?(.*?)["']?[ \t]*(?: #.*)?$""", re.M)


class Library:
    """The data folder: its entries by name at once, its catalogue and findings once they are read.

    `ready` is set when the catalogue is there, `checked` when the whole library was looked through. One thread at a
    time checks: what rules remember for the next time is shared.
    """

    def __init__(self, data: Path, shown: str = "data") -> None:
        self.data, self.shown = data, shown
        self.ready, self.checked = threading.Event(), threading.Event()
        self.findings: tuple[Finding, ...] = ()
        self.catalog = Catalog()
        self._looked_at: Catalog | None = None
        self.names = Names(self.catalog)
        self.originals: Originals | None = None
        self.checking = threading.RLock()
        self._memory = Memory()
        self._parsed: dict[tuple[str, str], Document | Finding] = {}
        self._names: Mapping[str, Mapping[str, str]] = {kind.name: _quick(data, shown, kind.name, _AT_ONCE) for kind in KINDS.values()}
        self._reading = threading.Lock()
        self._seen: tuple[int, ...] = ()

    def start(self) -> None:
        """Reads and checks the whole library, in a thread of its own."""
        threading.Thread(target=self._begin, daemon=True).start()

    def _begin(self) -> None:
        self._names = {kind.name: _quick(self.data, self.shown, kind.name) for kind in KINDS.values()}
        self.refresh()

    def refresh(self) -> None:
        """Reads what has changed and checks again."""
        self.reread()
        with self.checking, _uncollected():
            with self._reading:
                catalog, texts, read_ = self.catalog, self.originals, self._found
            self.findings = tuple(sorted([*read_, *rules.check(catalog, texts)]))
            self._looked_at = catalog
        self.checked.set()

    def current(self, patience: float = 0) -> bool:
        """Whether the findings are of what the library says now, and not of what it said before the last write; so many seconds it is waited for."""
        until = time.monotonic() + patience
        while self._looked_at is not self.catalog:
            if time.monotonic() >= until:
                return False
            time.sleep(_PAUSE)
        return True

    def reread(self) -> None:
        """Reads what has changed; findings follow with `refresh`."""
        with self._reading, _uncollected():
            catalog, found = load(self.data, self.shown, self._memory)
            texts = originals.load(self.data, catalog, self.shown, self._memory)
            names = Names(catalog)
            titles = {kind: {**{i: _unfilled(catalog, k, i) for k, i in sorted(catalog.claimed) if k == kind}, **names.titles(kind)} for kind in KINDS}
            self.catalog, self.originals, self._found, self._names, self.names = catalog, texts or None, found, titles, names
            self.ready.set()

    def titles(self, kind: str) -> Mapping[str, str]:
        """The entries of a kind, drafts among them, each with its name."""
        return self._names[kind]

    def has(self, kind: str, entry_id: str) -> bool:
        """Whether there is such an entry. What is asked for comes from outside, and is only ever looked up here."""
        return kind in KINDS and entry_id in self._names[kind] and not bad_id(entry_id)

    def called(self, entry_id: str) -> str | None:
        """The name of an entry of whatever kind; None for what is no id of one."""
        return next((titles[entry_id] for titles in self._names.values() if entry_id in titles), None)

    def file_called(self, path: str) -> str:
        """The entry or entries that a file holds, as a person knows them: 做法“全员入委”, 单位."""
        folder, _, name = path.removesuffix(".yml").rpartition("/")
        kind = folder.rpartition("/")[2]
        if kind in KINDS:
            return f"{KINDS[kind].label}“{self._names[kind].get(name, name)}”"
        return KINDS[name].label if name in KINDS else path

    def unreadable(self) -> list[tuple[str, str]]:
        """The entries (kind, id) whose file can't be read, and the kinds (kind, "") of which no file can."""
        catalog = self.catalog
        return sorted([*(key for key in catalog.claimed if key not in catalog.origins), *((kind, "") for kind in catalog.unread if (self.data / f"{kind}.yml").is_file())])

    def look_again(self) -> bool:
        """Reads what others have put into the folder meanwhile; whether there may be something."""
        if self.ready.is_set() and self._seen != (seen := self._folders()):
            self._seen = seen
            self.reread()
            return True
        return False

    def _folders(self) -> tuple[int, ...]:
        made = []
        for name in (*KINDS, *(f"{kind}.yml" for kind in KINDS)):
            with contextlib.suppress(OSError):
                made.append((self.data / name).stat().st_mtime_ns)
        return tuple(made)

    def meant(self, kind: str, written: str) -> str:
        """The id of an entry that somebody picked by its name (or by name and id, `名称（编号）`); the words themselves where
        none or several are called so."""
        titles = self.titles(kind)
        if written in titles:
            return written
        tail = re.search(r"（([a-z0-9-]+)）$", written)
        if tail and tail.group(1) in titles:
            return tail.group(1)
        found = [entry_id for entry_id, title in titles.items() if title == written]
        return found[0] if len(found) == 1 else written

    def having(self, kind: str, words: str) -> list[str]:
        """The ids of the entries that somebody may mean by some words of a name: that which is called just so, else all that have the
        words in their name, or of a practice in one of its other names; in their order."""
        if self.has(kind, meant := self.meant(kind, words)):
            return [meant]
        key, practices = folded(words), self.catalog.practices if kind == "practices" else {}
        named = {i: (title, *(practices[i].aliases if i in practices else ())) for i, title in self.titles(kind).items()}
        return [i for i, names in named.items() if key and any(key in folded(name) for name in names)]

    def file(self, kind: str, entry_id: str) -> Path:
        """The file of an entry whose id is known or was found good.

        Raises:
            ValueError: the id is none.
        """
        if kind not in KINDS or bad_id(entry_id):
            raise ValueError(entry_id)
        return self.data / kind / f"{entry_id}.yml" if KINDS[kind].one_file_each else self.data / f"{kind}.yml"

    def path(self, kind: str, entry_id: str) -> str:
        """The file of an entry as messages name it."""
        return f"{self.shown}/{kind}/{entry_id}.yml" if KINDS[kind].one_file_each else f"{self.shown}/{kind}.yml"

    def parsed(self, kind: str, entry_id: str, text: str) -> Document | Finding:
        """The file of an entry as it would be read with this text; what was asked last is remembered."""
        key = self.path(kind, entry_id), text
        found = self._parsed.get(key)
        if found is None:
            found = parse(text.encode("utf-8", "replace"), key[0])
            self._parsed = {**dict(list(self._parsed.items())[-5:]), key: found}
        return found

    def text(self, kind: str, entry_id: str) -> str | None:
        """What the file of an entry holds now, line ends as they are; None where it is not there or no text."""
        file = self.file(kind, entry_id)
        try:
            return None if file.is_symlink() else file.read_bytes().decode("utf-8")
        except (OSError, UnicodeDecodeError):
            return None

    def read(self, kind: str, entry_id: str) -> Document | Finding:
        """The file of an entry as it is read now."""
        return read(self.file(kind, entry_id), self.path(kind, entry_id), SIZE_LIMIT if KINDS[kind].one_file_each else 4 * SIZE_LIMIT)

    def with_draft(self, kind: str, entry_id: str, document: Document) -> tuple[Catalog, list[Finding]]:
        """The catalogue in which an entry is what a draft says, and what reading the draft finds."""
        catalog, of = self.catalog, KINDS[kind]
        prefix = () if of.one_file_each else (entry_id,)
        data = document.data if of.one_file_each else document.data.get(entry_id) if isinstance(document.data, dict) else None
        made: Typed = document.once(prefix, partial(typed, of, document, prefix, data))
        entries = dict(catalog.of(kind))
        if made.entry is None:
            entries.pop(entry_id, None)
        else:
            entries[entry_id] = made.entry
        origins = dict(catalog.origins)
        for each in [entry_id] if of.one_file_each or not isinstance(document.data, dict) else document.data:
            origins[kind, each] = Origin(document, () if of.one_file_each else (each,))
        changed: dict[str, Any] = {kind: entries}
        catalog = replace(catalog, **changed, origins=origins, claimed=catalog.claimed | {(kind, entry_id)})
        names = Names(catalog) if made.wrong_ids else None
        return catalog, [*made.findings, *(naming.told(wrong, names) for wrong in made.wrong_ids if names)]


@contextlib.contextmanager
def _uncollected() -> Iterator[None]:
    """A hundred thousand small objects without a ring among them: looking for rings would take as long again."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


def prefix_of(kind: str, entry_id: str) -> tuple[str, ...]:
    """Where in its file an entry stands."""
    return () if KINDS[kind].one_file_each else (entry_id,)


def own_part(text: str, kind: str, entry_id: str, path: str) -> tuple[int, int, Document] | None:
    """Where an entry stands in the text of its file, and that part alone as a document: of a file with five hundred, the others need
    not be looked at. None where it can't be told apart."""
    begin = re.search(rf"^{re.escape(entry_id)}[ \t]*:", text, re.M) if not KINDS[kind].one_file_each else None
    if begin is None:
        return None
    following = re.compile(r"^[^\s#]", re.M).search(text, begin.end())
    start, end = begin.start(), following.start() if following else len(text)
    document = parse(text[start:end].encode("utf-8", "replace"), path)
    return (start, end, document) if isinstance(document, Document) and isinstance(document.data, dict) and list(document.data) == [entry_id] else None


def data_of(document: Document, kind: str, entry_id: str) -> Any:
    """An entry's data in its file; None where it is not in it."""
    if KINDS[kind].one_file_each:
        return document.data
    return document.data.get(entry_id) if isinstance(document.data, dict) else None


def _quick(data: Path, shown: str, kind: str, most: int | None = None) -> dict[str, str]:
    """The entries of a kind by name, looked up in the first lines of their files; of those beyond `most` the id stands for it."""
    of = KINDS[kind]
    if not of.one_file_each:
        document = read(data / file_of(of), f"{shown}/{file_of(of)}", 4 * SIZE_LIMIT)
        found = document.data if isinstance(document, Document) and isinstance(document.data, dict) else {}
        return {i: _called(each, i) for i, each in found.items() if not bad_id(i)}
    try:
        with os.scandir(data / kind) as files:
            names = sorted(file.name for file in files if file.name.endswith(".yml"))
    except OSError:
        return {}
    stems = [stem for name in names if not bad_id(stem := name.removesuffix(".yml"))]
    return {stem: _first(data / kind / f"{stem}.yml", stem) if most is None or i < most else stem for i, stem in enumerate(stems)}


def _unfilled(catalog: Catalog, kind: str, entry_id: str) -> str:
    """What an entry is called that is not filled in yet, as its file says; its id where the file can't be read."""
    return entry_id if entry_id in catalog.of(kind) or (kind, entry_id) not in catalog.origins else _called(catalog.data(kind, entry_id), entry_id)


def _called(data: Any, entry_id: str) -> str:
    named = next((str(data[name]) for name in ("title", "name", "term", "text") if data.get(name)), entry_id) if isinstance(data, dict) else entry_id
    apart = data.get("distinguisher") if isinstance(data, dict) else None
    return f"{named}〔{apart}〕" if apart else named


def _first(file: Path, stem: str) -> str:
    try:
        with open(file, "rb", buffering=0) as stream:  # noqa: PTH123 - a Path for each file takes longer
            head = stream.read(_HEAD).decode("utf-8", "ignore")
    except OSError:
        return stem
    found = _TITLE.search(head)
    return found.group(1) if found and found.group(1) else stem
